"""The incident report as an XLSForm, for groups that collect reports with ODK or Kobo."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl

from amparo.exports.zipped import zipped
from amparo.library import Library
from amparo.model.incident import ReportField
from amparo.text.voice import Voice

TYPES = {
    "text": "text",
    "long-text": "text",
    "date-time": "text",
    "file": "text",
    "file-list": "text",
    "choice": "select_one",
    "multi-choice": "select_multiple",
}
"""XLSForm's types by ours. A time stays text, because it is often known in words alone; nothing is attached,
as in our own form."""

CORE = "docProps/core.xml"
"""The part of a workbook that tells who made it and when."""


def form(
    library: Library, voices: Sequence[Voice], title: str, warnings: Sequence[str], has_names: bool
) -> bytes:
    """The form in all languages, as a workbook. `warnings` is what to read first, in each language. Without
    names, fields that tell who somebody is are left out."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    survey, choices, settings = (book.create_sheet(name) for name in ("survey", "choices", "settings"))
    labels = [f"{voice.about.own_name} ({voice.language})" for voice in voices]
    survey.append(["type", "name", *(f"label::{one}" for one in labels), *(f"hint::{one}" for one in labels)])
    choices.append(["list_name", "name", *(f"label::{one}" for one in labels)])
    for row in _survey(library, voices, warnings, has_names):
        survey.append(row)
    for row in _choices(library, voices, has_names):
        choices.append(row)
    settings.append(["form_title", "form_id", "version", "default_language"])
    settings.append(
        [title, "incident" if has_names else "incident_no_names", library.as_of.isoformat(), labels[0]]
    )
    file = io.BytesIO()
    book.save(file)
    return _without_time(file.getvalue())


def name_of(field: ReportField) -> str:
    """A field's name in the form: letters, digits and low lines alone."""
    return field.id.replace("-", "_")


def _kept(fields: Iterable[ReportField], has_names: bool) -> Iterator[ReportField]:
    return (field for field in fields if has_names or not field.sensitive)


def _survey(
    library: Library, voices: Sequence[Voice], warnings: Sequence[str], has_names: bool
) -> Iterator[list[Any]]:
    blank = [""] * len(voices)
    yield ["note", "before", *warnings, *blank]
    for section in library.incident.sections:
        where = f"incident/fields#sections.{section.id}"
        fields = list(_kept(section.fields, has_names))
        if not fields:
            continue
        titles = [str(voice.translate(f"{where}.title", section.title)) for voice in voices]
        yield ["begin_group", section.id.replace("-", "_"), *titles, *blank]
        for field in fields:
            yield _question(voices, field, where)
        yield ["end_group", "", *blank, *blank]


def _question(voices: Sequence[Voice], field: ReportField, where: str) -> list[Any]:
    kind, path = TYPES[field.kind], f"{where}.fields.{field.id}"
    asked = [str(voice.translate(f"{path}.ask", field.ask)) for voice in voices]
    hints = [
        " ".join(
            str(voice.translate(f"{path}.{part}", text))
            for part, text in (("caution", field.caution), ("why", field.why))
            if text
        )
        for voice in voices
    ]
    return [f"{kind} {name_of(field)}" if field.options else kind, name_of(field), *asked, *hints]


def _choices(library: Library, voices: Sequence[Voice], has_names: bool) -> Iterator[list[Any]]:
    for section in library.incident.sections:
        for field in _kept(section.fields, has_names):
            path = f"incident/fields#sections.{section.id}.fields.{field.id}"
            for number, option in enumerate(field.options, 1):
                said = [str(voice.translate(f"{path}.options", option)) for voice in voices]
                yield [name_of(field), f"o{number}", *said]


def _without_time(book: bytes) -> bytes:
    """The same workbook, every time in it the same and nobody named as its maker."""
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[CORE] = re.sub(rb"<(dcterms|dc|cp):[^>]*>[^<]*</\1:[^>]*>", b"", parts[CORE])
    return zipped(parts)
