"""Mechanisms by urgency, level, who may submit, or what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from amparo.library import Library
from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.pages.entry import Entry
from amparo.pages.kind import Key, Kind, by_title
from amparo.pages.parts import row
from amparo.pages.parts.finding import of_term
from amparo.pages.parts.row import RowView
from amparo.text.voice import Said

BY_TERM: Mapping[str, Callable[[Mechanism], tuple[str, ...]]] = {
    "level": lambda m: (m.level,),
    "submitter": lambda m: m.open_to,
    "violation": lambda m: m.violations,
}
"""Closed lists that sort mechanisms, and where a mechanism stands in each."""

BY_URGENCY: Mapping[str, Callable[[Mechanism], bool]] = {
    "urgent": lambda m: m.is_urgent and m.works,
    "slow": lambda m: not m.is_urgent and m.works,
    "none": lambda m: not m.works,
}
"""How fast a mechanism is, or that it does not work: the template has the words."""


Members = tuple[Said, Said | None, list[Mechanism]]
"""A group before its mechanisms are put in words: label, plain words, who stands in it."""


class Group(NamedTuple):
    """Mechanisms that stand together."""

    label: Said
    """What they have in common; by urgency: `urgent`, `slow` or `none`."""

    plain: Said | None
    """The same in plain words."""

    rows: list[RowView]
    """The mechanisms, in the order of lists."""


@dataclass(frozen=True)
class View:
    """What `mechanisms/mechanisms-by.html` says."""

    scheme: str
    """What they are sorted by: `urgency`, or one of `BY_TERM`."""

    groups: list[Group]
    """The groups that hold somebody."""


def view(context: Context) -> View:
    """The list of one page."""
    scheme = context.page.key
    rows = {m.id: row.view(context, m) for m in context.library.official.mechanisms_in_order}
    found = _by_urgency(context) if scheme == "urgency" else _by_term(context, scheme)
    groups = [Group(label, plain, [rows[m.id] for m in members]) for label, plain, members in found]
    return View(scheme, [group for group in groups if group.rows])


def _by_urgency(context: Context) -> Iterator[Members]:
    """The fast ones first; what does not work last."""
    for code, belongs in BY_URGENCY.items():
        yield code, None, [m for m in context.library.official.mechanisms_in_order if belongs(m)]


def _by_term(context: Context, scheme: str) -> Iterator[Members]:
    """What works, by a closed list and in its order."""
    voice, codes_of = context.voice, BY_TERM[scheme]
    working = [m for m in context.library.official.mechanisms_in_order if m.works]
    for term in context.library.vocabulary(scheme).in_order:
        label, plain = voice.term(scheme, term), voice.term(scheme, term, "plain")
        yield label, plain, [m for m in working if term.code in codes_of(m)]


def _keys(library: Library) -> Iterator[Key]:
    """A page for each way to sort mechanisms."""
    return (Key(scheme) for scheme in ("urgency", *BY_TERM))


def _entries(context: Context, kind: Kind) -> Iterator[Entry]:
    """The lists by their titles; what happened has no pages of its own, but words that lead to mechanisms."""
    yield from by_title(context, kind)
    for term in context.library.vocabulary("violation").in_order:
        yield of_term(context, "violation", term, "", context.synonyms.violations.get(term.code, ()))


KIND = Kind(
    "mechanisms-by",
    "mechanisms/mechanisms-by",
    view,
    "mechanisms/by-{key}.html",
    _keys,
    entries=_entries,
)
