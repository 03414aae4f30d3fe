"""A letter to fill in: by hand on paper, or on the device in memory only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Library
from amparo.model.solidarity.letter import Letter, Part
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import ON_EVERY_PAGE, Key, Kind
from amparo.pages.parts.links import Link
from amparo.pages.parts.told import STYLES
from amparo.text.voice import Said


class Tongue(NamedTuple):
    """A language in which the sentences of a letter can stand."""

    code: str
    """Its code."""

    direction: str
    """`ltr` or `rtl`."""

    name: Said
    """Its own name."""


@dataclass(frozen=True)
class PartView:
    """A sentence or a gap."""

    id: str
    """Its name in the letter."""

    text: Said | None
    """The sentence; None for a gap."""

    ask: Said | None
    """What to write into the gap; None for a sentence."""

    hint: Said | None
    """What to take care of."""

    rows: int
    """Height of the gap."""

    private: bool
    """Whether it stays with the group."""

    carries: str
    """Questions of the incident report in all languages, one a line: their answers are carried over."""


class Words(NamedTuple):
    """The sentences of a letter in another language."""

    code: str
    """Which language."""

    text: str
    """The sentences, one a line, in the order of the letter."""


@dataclass(frozen=True)
class View:
    """What `solidarity/letter.html` says."""

    title: Said
    """What it is called."""

    what: Said
    """What it is for."""

    first: list[Said]
    """What must be true before anybody writes."""

    parts: list[PartView]
    """The letter."""

    language: str
    """The language of the page."""

    tongues: list[Tongue]
    """Languages in which its sentences can stand."""

    words: list[Words]
    """Its sentences in the other languages."""

    kinds: list[Link]
    """Kinds of action that it is for."""

    can_carry: bool
    """Whether answers of an incident report fit somewhere."""

    empty: str
    """What a report says of a field that is not filled in, in all languages, one a line."""


def view(context: Context) -> View:
    """One letter in one language, and its sentences in the others."""
    library, voice = context.library, context.voice
    letter = library.solidarity.letters[context.page.key]
    here = f"solidarity/letters/{letter.id}#"
    voices = [renderer.voice for renderer in context.site.renderers.values()]
    return View(
        title=voice.translate(here + "title", letter.title),
        what=voice.translate(here + "what", letter.what),
        first=[voice.translate(here + "first", text) for text in letter.first],
        parts=[_part(context, here, part) for part in letter.parts],
        language=context.language,
        tongues=[Tongue(one.language, one.direction, one.language_name(one.language)) for one in voices],
        words=[
            Words(code, "\n".join(_sentences(context.in_language(code), letter)))
            for code in context.site.renderers
            if code != context.language
        ],
        kinds=[
            Link(
                voice.translate(f"solidarity/kinds/{kind.id}#title", kind.title),
                context.url("action-kind", kind.id),
            )
            for kind in library.acting.kinds
            if letter.id in kind.letters
        ],
        can_carry=any(part.carries for part in letter.parts),
        empty="\n".join(str(one.translate(None, "(not filled in)")) for one in voices),
    )


def _part(context: Context, here: str, part: Part) -> PartView:
    voice, own = context.voice, f"{here}parts.{part.id}"
    return PartView(
        id=part.id,
        text=voice.translate(f"{own}.text", part.text),
        ask=voice.translate(f"{own}.ask", part.ask),
        hint=voice.translate(f"{own}.hint", part.hint),
        rows=part.rows,
        private=part.private,
        carries="\n".join(dict.fromkeys(_questions(context, part))),
    )


def _sentences(context: Context, letter: Letter) -> Iterator[str]:
    """The sentences that stand; the script counts on their order."""
    for part in letter.parts:
        if part.text:
            path = f"solidarity/letters/{letter.id}#parts.{part.id}.text"
            yield str(context.voice.translate(path, part.text))


def _questions(context: Context, part: Part) -> Iterator[str]:
    """The questions of the incident report whose answers fit, as its text has them, in every language."""
    for id in part.carries:
        for section in context.library.incident.sections:
            for field in section.fields:
                if field.id == id:
                    path = f"incident/fields#sections.{section.id}.fields.{id}.ask"
                    for renderer in context.site.renderers.values():
                        yield str(renderer.voice.translate(path, field.ask))


def _keys(library: Library) -> Iterator[Key]:
    return (Key(letter.id) for letter in library.acting.letters)


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """Every letter by its title."""
    for letter in context.library.acting.letters:
        here = f"solidarity/letters/{letter.id}#"
        yield Entry(
            "list",
            context.url("letter", letter.id),
            str(context.voice.translate(here + "title", letter.title)),
        )


KIND = Kind(
    "letter",
    "solidarity/letter",
    view,
    "solidarity/letter-{key}.html",
    _keys,
    scripts=("letter.js", *ON_EVERY_PAGE),
    styles=STYLES,
    entries=_entries,
)
