"""Which official doors are open to people in a country: the upper half of a country sheet."""

from __future__ import annotations

from typing import Any, Optional

from amparo.model.coverage import Answer
from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.text.voice import Said

ONE_FORM = "spsubmission.ohchr.org"
"""Host of the one form that all UN experts and working groups share."""


def view(context: Context) -> dict[str, Any]:
    """The answers for `parts/official.html`: urgent doors first, then by kind; what is not open in one line."""
    library, page = context.library, context.page
    doors = [_door(context, m, answer) for m, answer in library.official.ways(page.key)]
    is_open = [d for d in doors if d["answer"] == "yes"]
    rest = [d for d in is_open if not d["top"]]
    return {
        "urgent": [d for d in is_open if d["top"]],
        "experts": [d for d in rest if d["group"] == "experts"],
        "un": [d for d in rest if d["group"] == "un"],
        "treaties": [d for d in rest if d["group"] == "treaties"],
        "regional": [d for d in rest if d["group"] == "regional"],
        "missions": [d for d in rest if d["group"] == "state-guidelines"],
        "national": [d for d in rest if d["group"] == "national"],
        "international": [d for d in rest if d["group"] == "international"],
        "unconfirmed": [d for d in doors if d["answer"] == "unconfirmed"],
        "closed": [d for d in doors if d["answer"] == "no" and (d["near"] or d["note"])],
        "far": [
            d
            for d in doors
            if d["answer"] == "no" and not (d["near"] or d["note"]) and d["group"] == "regional"
        ],
    }


def _door(context: Context, m: Mechanism, answer: Answer) -> dict[str, Any]:
    """One mechanism as the sheet shows it."""
    library, voice, page = context.library, context.voice, context.page
    note, when = _note(context, m, page.key)
    return {
        "id": m.id,
        "answer": answer,
        "href": context.url("mechanism", m.id),
        "top": m.top,
        "title": voice.translate(f"mechanisms/{m.id}#title", m.title),
        "summary": voice.translate(f"mechanisms/{m.id}#summary", m.summary)
        if m.top or m.level == "national"
        else None,
        "is_urgent": m.is_urgent,
        "weak": voice.term("mechanism-status", library.term("mechanism-status", m.status), "plain")
        if m.status in ("weak", "draft", "none")
        else None,
        "group": _group(m),
        # What a person of this country may have hoped for: its own laws, and procedures that any State can accept.
        "near": (m.level == "national" and page.key in m.applies_to.countries)
        or (m.level in ("un", "international") and m.applies_to.coverage is not None),
        "note": note,
        "when": when,
    }


def _group(m: Mechanism) -> str:
    """The part of the sheet where a mechanism stands."""
    if m.level != "un":
        return m.level
    return "treaties" if m.applies_to.coverage else "experts" if ONE_FORM in m.hosts else "un"


def _note(context: Context, m: Mechanism, country: str) -> tuple[Optional[Said], Optional[str]]:
    """What is special about this State in the mechanism's list: it left, is leaving, or the list has gaps."""
    library, voice = context.library, context.voice
    if not m.applies_to.coverage:
        return None, None
    found = library.coverage[m.applies_to.coverage]
    here = f"coverage/{found.id}#"
    left = found.left(country)
    if left:
        return voice.translate(here + "former.note", left.note) or "", voice.when(left.effect or left.notice)
    leaving = next((c for c in found.leaving if c.state == country), None)
    if leaving:
        return voice.translate(here + "leaving.note", leaving.note), None
    if found.answer(country) == "unconfirmed":
        return voice.translate(here + "note", found.note), None
    return None, None
