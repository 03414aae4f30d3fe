"""Reads what people noted while they rang: a table, a YAML file, or one call from the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from amparo.model.answer import Answer, Answers
from amparo.model.loading import Loaded
from amparo.model.reading import read
from amparo.source import Document, Problem, Problems, load

FIELDS = tuple(Answer.model_fields)
"""The columns of a table of answers."""

WRITTEN = ("result", "date", "by")
"""Columns that somebody fills in: a line in which all are empty was not tried."""

TYPED = "command line"
"""How problems call what was given without a file."""


def read_file(file: Path, loaded: Loaded, problems: Problems) -> tuple[Answers | None, Document | None]:
    """The answers of a file, with the document that knows their lines. None, with every reason told."""
    name = file.name
    if not file.is_file():
        problems.add(
            Problem(str(file), 1, 1, "", "there is no such file", "the sheet of `make calls`, filled in")
        )
        return None, None
    found = table(file, name, problems) if file.suffix == ".csv" else load(file, name, problems)
    return _whole(found, loaded, problems), found


def typed(fields: dict[str, str], loaded: Loaded, problems: Problems) -> tuple[Answers | None, Document]:
    """One answer from the command line."""
    document = Document(TYPED, {"answers": [fields]})
    return _whole(document, loaded, problems), document


def _whole(document: Document | None, loaded: Loaded, problems: Problems) -> Answers | None:
    codes = {scheme: vocabulary.by_code for scheme, vocabulary in loaded.vocabularies.items()}
    return read(Answers, document, problems, codes) if document else None


def table(file: Path, name: str, problems: Problems) -> Document | None:
    """A table as spreadsheets save it: with commas or semicolons, lines that nobody filled in left out. None,
    with the reason told, when its first line is another one."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        problems.add(Problem(name, 1, 1, "", "this is not UTF-8", "save it as CSV in UTF-8"))
        return None
    mark = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    header = [cell.strip() for cell in next(reader, [])]
    wrong = [cell for cell in header if cell not in FIELDS] + [cell for cell in FIELDS if cell not in header]
    if wrong:
        found = f"columns that are not those of a call sheet, or missing: {', '.join(wrong)}"
        problems.add(Problem(name, 1, 1, "", found, mark.join(FIELDS)))
        return None
    document = Document(name, {"answers": []})
    answers: list[Any] = document.values["answers"]
    for cells in reader:
        row = {key: cell.strip() for key, cell in zip(header, cells, strict=False) if cell.strip()}
        if not any(row.get(key) for key in WRITTEN):
            continue
        for column, key in enumerate(header, 1):
            document.places["answers", len(answers), key] = (reader.line_num, column)
        document.places["answers", len(answers)] = (reader.line_num, 1)
        if "value" in row:
            row["value"] = row["value"].removeprefix("'")
        answers.append(row)
    return document
