"""Brings the entries of a PO file up to date with the sources: nothing that somebody translated is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from amparo.text.po.entry import FUZZY, KNOWN_FLAG, Entry, Key, Source
from amparo.text.po.pairing import pairs


def merged(old: Iterable[Entry], fresh: Sequence[Entry]) -> list[Entry]:
    """The fresh entries with their translations, then, obsolete, every translation that none of them takes.

    A text that changed keeps its translation, marked stale with the old text beside it; so nothing stale is
    shown.
    """
    known: dict[Key, Entry] = {}
    for entry in old:
        kept = known.get(entry.source.key)
        if kept is None or (kept.is_obsolete and not entry.is_obsolete):
            known[entry.source.key] = entry
    wanted = {entry.source.key for entry in fresh}
    left = [entry for key, entry in known.items() if key not in wanted and entry.is_translated]
    gone = [entry for entry in left if not entry.is_obsolete]
    new = [n for n, entry in enumerate(fresh) if not _has_translation(known, entry)]
    found = _ancestors([fresh[n].source for n in new], gone, fresh, known)
    was = {new[place]: entry for place, entry in found.items()}
    taken = {id(entry) for entry in was.values()}
    left = [entry for entry in left if id(entry) not in taken]
    done = []
    for n, entry in enumerate(fresh):
        same = known.get(entry.source.key)
        before = was.get(n)
        done.append(_stale(entry, before) if before else _kept(entry, same) if same else entry)
    rest = {entry.source.key: entry for entry in map(_obsolete, left)}
    return done + [rest[key] for key in sorted(rest, key=lambda key: (key[0] or "", key[1]))]


def _has_translation(known: dict[Key, Entry], entry: Entry) -> bool:
    """Whether a text was translated already, stale or not."""
    same = known.get(entry.source.key)
    return same is not None and same.is_translated


def _ancestors(
    new: list[Source], gone: list[Entry], fresh: Sequence[Entry], known: dict[Key, Entry]
) -> dict[int, Entry]:
    """By number of a new text: the entry that it was made from."""
    found = {n: gone[m] for n, m in pairs(new, [entry.source for entry in gone]).items()}
    # A field that holds one text is the same field, however much its text has changed.
    now = Counter(entry.source.context for entry in fresh)
    then = Counter(entry.source.context for entry in known.values() if not entry.is_obsolete)
    alone = {entry.source.context: entry for entry in gone if then[entry.source.context] == 1}
    for n, source in enumerate(new):
        if n not in found and source.context in alone and source.context and now[source.context] == 1:
            found[n] = alone[source.context]
    return found


def _kept(fresh: Entry, same: Entry) -> Entry:
    """An entry whose text is as it was."""
    done = replace(
        fresh,
        strings=same.strings,
        notes=same.notes,
        flags=fresh.flags | _own(same.flags),
        before=same.before if same.is_stale else None,
    )
    changed = fresh.source.plural != same.source.plural
    return _stale(fresh, same) if changed and same.is_translated else _fitting(done, fresh)


def _stale(fresh: Entry, before: Entry) -> Entry:
    """An entry with the translation of an older text."""
    older = before.before if before.is_stale and before.before else before.source
    done = replace(
        fresh,
        strings=before.strings,
        notes=before.notes,
        flags=fresh.flags | _own(before.flags) | {FUZZY},
        before=older,
    )
    return _fitting(done, fresh)


def _obsolete(entry: Entry) -> Entry:
    """A translation that nothing asks for any more, beside the text that it was made from. Not every
    program keeps the older text of an obsolete entry, so that text takes the place of the newer one."""
    older = entry.before if entry.is_stale else None
    source = replace(older, context=entry.source.context) if older else entry.source
    return Entry(
        source,
        entry.strings if source.plural is not None else entry.strings[:1],
        _known(entry.flags) - ({FUZZY} if older else set()),
        entry.notes,
        is_obsolete=True,
    )


def _known(flags: frozenset[str]) -> frozenset[str]:
    """Flags without what a person has written there."""
    return frozenset(flag for flag in flags if KNOWN_FLAG.fullmatch(flag))


def _fitting(entry: Entry, fresh: Entry) -> Entry:
    """An entry with as many forms as its file has."""
    forms = len(fresh.strings)
    if len(entry.strings) == forms:
        return entry
    return replace(entry, strings=(*entry.strings, *[""] * forms)[:forms])


def _own(flags: frozenset[str]) -> frozenset[str]:
    """The flags that come from translators' programs; what kind of text it is, the source says."""
    return frozenset(flag for flag in flags if KNOWN_FLAG.fullmatch(flag) and not flag.endswith("-format"))
