"""What the start page and the emergency page say before their hand-written text."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind, not_found_by_search, nowhere
from amparo.pages.parts import helper, told
from amparo.pages.parts.helper import HelperView
from amparo.pages.parts.links import Way
from amparo.text.voice import Said

START_LINES, EMERGENCY_LINES = 2, 3
"""Telephone lines on the start page and on the emergency page: few enough to choose from with shaking
hands."""

WRITTEN_LINES = 2
"""Lines on the emergency page that answer in writing, for those who cannot speak."""

LATER = ("mechanisms", "news", "curriculum")
"""Parts that a language may be published without."""

SERVICES = 8
"""Kinds of help on the start page."""


@dataclass(frozen=True)
class View:
    """What `parts/first.html` says."""

    is_start: bool
    """True on the start page."""

    lines: list[HelperView]
    """Telephone lines for anybody, anywhere."""

    answers_here: bool
    """Whether one of these telephone lines is known to answer in the page's language."""

    language: Said
    """The page's own language."""

    written: list[HelperView]
    """Those that answer in writing."""

    emergency: str
    """The way to the emergency page."""

    needs: str
    """The way to the guided questions."""

    countries: str
    """The way to the country sheets."""

    situations: str
    """The way to help by situation."""

    without_internet: str
    """The way to numbers without a data connection."""

    a_to_z: str
    """The way to all names."""

    services: list[Way]
    """Kinds of help, on the start page."""

    news: str | None
    """The way to the news; None in copies that have none."""

    is_without: set[str]
    """Large parts that are mostly in English in this language: `mechanisms`, `news`, `curriculum`."""


def view(context: Context) -> View:
    """Lines that answer now, and the large links."""
    lines = context.library.helpers.lines_for(context.language)
    # Nobody knows here where she is: those that are dangerous nowhere come first.
    lines.sort(key=lambda line: bool(context.library.danger.of(line.body)))
    found = [helper.of_line(context, line) for line in lines]
    best = {h.id: h for h in reversed([h for h in found if h.reach and h.reach.is_number])}
    phones = [h for h in found if best.get(h.id) is h]
    written = [h for h in found if h.reach and not h.reach.is_number]
    is_start = context.page.address == "index.html"
    named = phones[: START_LINES if is_start else EMERGENCY_LINES]
    spoken = {code for line, h in zip(lines, found, strict=True) if h in named for code in line.languages}
    return View(
        is_start=is_start,
        lines=named,
        answers_here=context.language in spoken,
        language=context.voice.language_name(context.language),
        written=[] if is_start else written[:WRITTEN_LINES],
        emergency=context.up + "emergency/index.html",
        needs=context.url("triage"),
        countries=context.url("countries"),
        situations=context.url("situations"),
        without_internet=context.url("without-internet"),
        a_to_z=context.url("a-to-z"),
        services=_services(context) if is_start else [],
        news=context.url("news") if told.has_news(context) else None,
        is_without=_missing(context) if is_start else set(),
    )


def _missing(context: Context) -> set[str]:
    """Parts of which less than half is translated."""
    counts = context.site.translated.get(context.language, {})
    return {part for part in LATER if part in counts and 2 * counts[part][0] < counts[part][1]}


def _services(context: Context) -> list[Way]:
    library, voice = context.library, context.voice
    return [
        Way(
            voice.term("service", t),
            context.url("service", t.code),
            voice.term("service", t, "plain"),
            len(library.directory.offering(t.code)),
        )
        for t in library.vocabulary("service").in_order[:SERVICES]
    ]


KIND = Kind(
    "start",
    "start",
    view,
    written="index.md",
    keys=nowhere,
    is_styled_inside=True,
    has_strip=False,
    says_unrung=True,
    entries=not_found_by_search,
)

EMERGENCY = Kind(
    "emergency",
    "emergency/emergency",
    view,
    written="emergency/index.md",
    keys=nowhere,
    is_styled_inside=True,
    has_strip=False,
    says_unrung=True,
    entries=not_found_by_search,
)
