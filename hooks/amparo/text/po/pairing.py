"""Which new text is an old one, changed: by where it stands, and by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from amparo.text.po.entry import Source

ALIKE = 0.6
"""How alike two texts must be at least, from 0 to 1. Of 24,333 pairs of different texts of one page 45 come
to 0.6; a sentence with a word changed comes to 0.8 and more."""

IN_TEMPLATES = 0.75
"""The same for texts without a context: there every text stands beside every other."""


def pairs(new: Sequence[Source], old: Sequence[Source]) -> dict[int, int]:
    """By number of a new text: the number of the old text that it was. `old` are texts that nothing asks
    for any more."""
    found: dict[int, int] = {}
    groups = _groups(new), _groups(old)
    for context in groups[0].keys() & groups[1].keys():
        found |= _alike(context, new, old, groups[0][context], groups[1][context])
    return found


def _groups(sources: Iterable[Source]) -> dict[str | None, list[int]]:
    """Numbers of texts by context."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for n, source in enumerate(sources):
        found[source.context].append(n)
    return found


def _alike(
    context: str | None, new: Sequence[Source], old: Sequence[Source], ours: list[int], theirs: list[int]
) -> dict[int, int]:
    """The pairs of one context: the likest first, so that no text takes the place of a better one."""
    least = IN_TEMPLATES if context is None else ALIKE
    ranked = sorted(
        (
            (-likeness, n, m)
            for m in theirs
            for n, likeness in _likenesses(old[m].text, [(n, new[n].text) for n in ours], least)
        ),
    )
    found: dict[int, int] = {}
    for _, n, m in ranked:
        if n not in found and m not in found.values():
            found[n] = m
    return found


def _likenesses(text: str, others: list[tuple[int, str]], least: float) -> Iterator[tuple[int, float]]:
    """How alike a text is to others, where that is enough. Cheap upper bounds come first."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(text)
    for n, other in others:
        matcher.set_seq1(other)
        if (
            matcher.real_quick_ratio() >= least
            and matcher.quick_ratio() >= least
            and (ratio := matcher.ratio()) >= least
        ):
            yield n, ratio
