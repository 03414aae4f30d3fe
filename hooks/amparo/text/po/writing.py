"""Writes PO files: always the same way, one line a text, with nothing that changes by itself and nobody's
name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amparo.text.po.entry import Entry, Source

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\t": "\\t",
        "\r": "\\r",
        "\n": "\\n",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
    }
)


def written(language: str | None, plural_forms: str, entries: Iterable[Entry]) -> str:
    """The text of a PO file, or of a template where there is no language.

    The head has only what programs need: any other field of it names people, their tools or the time.
    """
    head = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"']
    if language:
        head += [f'"Language: {language}\\n"', f'"Plural-Forms: {plural_forms}\\n"']
    return "\n\n".join(["\n".join(head), *("\n".join(_entry(entry)) for entry in entries)]) + "\n\n"


def _entry(entry: Entry) -> Iterator[str]:
    """The lines of an entry, in gettext's own order."""
    yield from (f"# {note}".rstrip() for note in entry.notes)
    yield from (f"#. {hint}" for hint in entry.hints)
    if entry.places:
        yield f"#: {' '.join(entry.places)}"
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    mark = "#~" if entry.is_obsolete else ""
    if entry.before:
        yield from (f"{mark or '#'}| {line}" for line in _source(entry.before))
    said = [*_source(entry.source)]
    if entry.source.plural is None:
        said += _text("msgstr", entry.strings[0])
    else:
        said += [line for n, string in enumerate(entry.strings) for line in _text(f"msgstr[{n}]", string)]
    yield from (f"{mark} {line}".lstrip() for line in said)


def _source(source: Source) -> Iterator[str]:
    """The lines of a source text."""
    if source.context is not None:
        yield from _text("msgctxt", source.context)
    yield from _text("msgid", source.text)
    if source.plural is not None:
        yield from _text("msgid_plural", source.plural)


def _text(word: str, text: str) -> Iterator[str]:
    """A text in one line; with line breaks of its own in one line for each, as gettext does."""
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) > 1:
        yield f'{word} ""'
        yield from (f'"{part.translate(_ESCAPES)}"' for part in parts)
    else:
        yield f'{word} "{text.translate(_ESCAPES)}"'
