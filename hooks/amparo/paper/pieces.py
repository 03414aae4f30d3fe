"""The pieces of packs: sessions, handouts and lists as small scripts, which the planner loads when it makes
one.

Scripts, because a page opened from a file may load nothing else. Small copies of one language have none:
there the planner leads to the sheets instead."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amparo.pages.context import Context
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.pages.workshop.parts import comparison, cut, handout, pictures, session
from amparo.pages.workshop.parts.copies import SHARED
from amparo.pages.workshop.parts.cut import CutSheet
from amparo.pages.workshop.parts.files import PIECES
from amparo.pages.workshop.parts.held import ways
from amparo.pages.workshop.parts.pictures import PictureSheet
from amparo.pages.workshop.sheets import HELPERS
from amparo.paper import tree
from amparo.paper.tree import tree_of

KEPT = (*tree.KEPT, "src", "data-each", "data-sets")
"""Attributes of a piece: a drawing is a file, and a sheet to cut says for how many people a set is."""

Parts = dict[str, Any]
"""The forms of a piece by name, each as a tree of plain parts: the browser makes elements of it, so that no
text can become markup."""


def write_pieces(site: Site, language: str, target: Path) -> None:
    """Write every piece of one language into a built site; none into a copy of one language."""
    if site.settings.alone is not None or not site.library.curriculum.is_whole:
        return
    folder = target / PIECES / language
    folder.mkdir(parents=True, exist_ok=True)
    for name in names(site):
        (folder / f"{name}.js").write_text(script(site, language, name), "utf-8", newline="\n")


def piece_at(site: Site, path: str) -> str | None:
    """The piece that belongs at a path below the site's root; None for all other paths."""
    folder, _, file = path.rpartition("/")
    language, name = folder.rpartition("/")[2], file.removesuffix(".js")
    is_ours = folder == f"{PIECES}/{language}" and file.endswith(".js") and language in site.renderers
    return script(site, language, name) if is_ours and name in set(names(site)) else None


def names(site: Site) -> Iterator[str]:
    """The names of all pieces: `session-daily-circle`, `handout-h-agreements`, `list-MX`, `group-women`."""
    found = site.library.curriculum
    yield from (f"session-{id}" for id in found.sessions)
    yield from (f"handout-{id}" for id in found.handouts if id != HELPERS)
    yield "list-"
    yield from (f"list-{term.code}" for term in site.library.vocabulary("region").in_order)
    yield from (f"list-{country}" for country in site.sheets.countries)
    yield from (f"group-{id}" for id in found.plans)


def script(site: Site, language: str, name: str) -> str:
    """One piece as a script that hands over its parts."""
    context = Context(site, Page("workshop/planner.html", "print", name), language)
    kind, _, key = name.partition("-")
    parts = {"session": _session, "handout": _handout, "list": _list, "group": _group}[kind](context, key)
    # JSON is JavaScript but for two line separators, which no record may hold.
    data = json.dumps([name, parts], ensure_ascii=False, separators=(",", ":"))
    return f"sitePiece.apply(null,{data});\n"


def _session(context: Context, id: str) -> Parts:
    """A session: each way of holding it, what participants keep of it, its cards in pictures, and what is
    cut, for each kind of group that has its own cases."""
    s = context.words.curriculum.sessions[id]
    parts = {
        way: _filled(context, "lead", s=session.text(context, id, variants))
        for way, variants in ways(s).items()
    }
    parts["keep"] = _filled(context, "keep", s=session.text(context, id, ["full"]))
    for drawn in pictures.of_session(context, id):
        parts["pictures"] = _drawn(context, drawn)
    if s.pictures:
        parts["sign"] = _filled(context, "sign", p=pictures.sign_of(context, id), signs_at=context.root)
    return parts | _cuts(context, id)


def _cuts(context: Context, id: str) -> Parts:
    """What is cut in a session, by its exercise, and for a kind of group that has other cases."""
    words = context.words
    parts = {f"cut {one.id}": _cut(context, one) for one in cut.of_sessions(words, [id])}
    for group, plan in words.curriculum.plans.items():
        for one in cut.of_sessions(words, [id], plan.cases):
            found = _cut(context, one)
            if found != parts[f"cut {one.id}"]:
                parts[f"cut {one.id} {group}"] = found
    return parts


def _cut(context: Context, one: CutSheet) -> Any:
    """A sheet to cut, with for how many people a set is."""
    return _filled(context, "cut", c=one, each=SHARED[one.cut.copies])


def _drawn(context: Context, sheet: PictureSheet) -> Any:
    """A sheet in pictures: its drawings are files that all sheets share."""
    return _filled(context, "drawn", s=sheet, signs_at=context.root)


def _handout(context: Context, id: str) -> Parts:
    """A handout: as it is, in pictures where it has them, and for each region where it changes."""
    h = context.words.curriculum.handouts[id]
    parts = {"normal": _filled(context, "handout", h=handout.text(context, id))}
    for drawn in pictures.of_handout(context, id):
        parts["pictures"] = _drawn(context, drawn)
    if h.layout == comparison.LAYOUT:
        for term in context.library.vocabulary("region").in_order:
            parts[f"in-{term.code}"] = _filled(context, "handout", h=handout.text(context, id, term.code))
    return parts


def _list(context: Context, place: str) -> Parts:
    """A list of helpers of a country, a region, or (empty) of those who help anywhere, and the same in
    pictures."""
    region, country = (None, place) if place.isupper() else (place or None, None)
    parts = {"normal": _filled(context, "handout", h=handout.text(context, HELPERS, region, country))}
    for drawn in pictures.of_handout(context, HELPERS, region, country):
        parts["pictures"] = _drawn(context, drawn)
    return parts


def _group(context: Context, id: str) -> Parts:
    """Advice for a kind of group."""
    plan = context.words.curriculum.plans[id]
    advice = context.words.every(f"plans/{id}#advice", plan.advice)
    return {"normal": _filled(context, "advice", advice=advice)}


def _filled(context: Context, part: str, **answers: object) -> Any:
    """A part of a piece as a tree."""
    return tree_of(context.renderer.printed("workshop/piece.html", part=part, **answers).strip(), KEPT)[0]
