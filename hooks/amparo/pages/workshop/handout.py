"""What a handout says, and the lists on it that are made from today's records."""

from __future__ import annotations

from typing import Any, Optional

from amparo.model.contact import Contact
from amparo.model.curriculum.handout import Handout
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.parts import contact
from amparo.pages.workshop.codes import code

TWO = 2
"""Contacts on a careful list: few enough to learn by heart."""


def view(
    context: Context,
    id: str,
    region: Optional[str] = None,
    country: Optional[str] = None,
    form: str = "normal",
) -> dict[str, Any]:
    """Everything that a handout's page or sheet may say. `form` is `normal`, `plain`, `pictures`, `two` or `codes`."""
    words = context.words
    h = words.curriculum.handouts[id]
    here = f"handouts/{id}#"
    say = lambda field: words.say(here + field, getattr(h, field))  # noqa: E731
    points = words.every(here + "contents", h.contents)
    library, voice = words.library, words.voice
    place = (
        voice.term("region", library.term("region", region))
        if region
        else contact.place(context, country)
        if country
        else None
    )
    return {
        "id": id,
        "title": say("title"),
        "audience": say("audience"),
        "pages": h.pages,
        "layout": h.layout,
        "form": form,
        "write": h.write,
        "for_facilitators": h.for_facilitators,
        "place": place if h.layout == "helpers" else None,
        "drawn": points[: h.drawn],
        "points": [_split(point) for point in points[h.drawn :]],
        "pictures": _pictures(points[h.drawn :], h),
        "has_pictures": bool(h.low_literacy_form),
        "columns": words.every(here + "columns", h.columns),
        "blank": h.blank_cards,
        "rows": [_row(context, here, row) for row in h.rows],
        "footer": words.every(here + "footer", h.footer),
        "blocks": _two(context, h, region, country)
        if form == "two"
        else _blocks(context, h, region, country, form == "codes"),
        "hints": [
            (name, words.say(here + name, getattr(h, name)))
            for name in (
                "print",
                "low_literacy_form",
                "high_risk_version",
                "checked_on",
                "data_from",
                "notes",
                "medical_note",
                "layers",
            )
            if getattr(h, name)
        ],
        "readings": [words.reading(r).title for r in h.sources],
    }


def _blocks(
    context: Context, h: Handout, region: Optional[str], country: Optional[str], with_codes: bool
) -> list[tuple[Any, list[dict[str, Any]]]]:
    """The parts of a list. Who stood in an earlier part is only named again: paper is short."""
    words = context.words
    found, known = [], set()
    for block in h.blocks:
        label = words.say(f"handouts/{h.id}#blocks.label", block.label)
        entries = []
        for o, c in words.library.on_paper.of(block, region, country):
            entries.append(_entry(context, o, c, with_codes) | {"again": o.id in known})
            known.add(o.id)
        found.append((label, entries))
    return found


def _entry(context: Context, o: Organisation, c: Contact, with_code: bool = False) -> dict[str, Any]:
    """A helper on paper: who, what for, how to reach it, where and when that was seen."""
    words = context.words
    voice = words.voice
    return {
        "id": o.id,
        "name": contact.name(voice, o),
        "href": context.url("organisation", o.id),
        "summary": voice.translate(f"organisations/{o.id}#summary", o.summary),
        "kind": voice.term("contact-kind", words.library.term("contact-kind", c.kind)),
        "value": c.value.removeprefix("https://").removeprefix("http://").removesuffix("/")
        if c.kind in ("web", "web-form")
        else c.value,
        "languages": contact.languages(voice, c.languages or o.languages, 4),
        "any_hour": c.hours == "24/7",
        "code": code(c.href) if with_code and c.href else None,
        "seen": contact.seen(context, o.sources_by_id[c.source]),
    }


def _two(
    context: Context, h: Handout, region: Optional[str], country: Optional[str]
) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Two contacts alone: the first lines that answer, each of another body and another number."""
    words = context.words
    found: dict[str, tuple[Organisation, Contact]] = {}
    for block in h.blocks:
        for o, c in words.library.on_paper.of(block, region, country):
            found.setdefault(c.value, (o, c))
    return [(None, [_entry(context, o, c) | {"again": False} for o, c in list(found.values())[:TWO]])]


def _row(context: Context, here: str, row: Any) -> dict[str, Any]:
    """A mechanism as the comparing sheet says it."""
    words, up = context.words, context.up
    said = {
        name: words.say(f"{here}rows.{name}", getattr(row, name))
        for name in ("name", "region", "who", "can", "cannot", "speed", "national_steps_first", "consent")
    }
    # A sheet that is carried away as a file leads nowhere.
    return said | {
        "links": []
        if not up
        else [
            (
                words.voice.translate(f"mechanisms/{m}#title", words.library.mechanism(m).title),
                context.url("mechanism", m),
            )
            for m in row.ids
        ],
        "is_sure": row.confidence != "low",
    }


def _split(said: Any) -> tuple[Optional[str], Any]:
    """A point as (few words before a colon, the rest); None where it has no such words."""
    if isinstance(said, str):
        head, colon, rest = said.partition(": ")
        if colon and len(head) < 40:
            return head, rest
    return None, said


def _pictures(points: list[Any], h: Handout) -> list[tuple[Optional[str], Any]]:
    """Every point with its sign; None gets an empty frame."""
    signs = list(h.symbols) + [None] * len(points)
    return list(zip(signs, points))
