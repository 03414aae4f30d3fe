"""What hosts answered when somebody last asked for the addresses of our records: data/links.csv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

FILE = "data/links.csv"
"""Where the answers are kept. Only `python -m amparo links` writes it; no build asks a host."""

RESULTS = ("answers", "moved", "refused", "gone", "broken", "unreachable")
"""What can come of asking: the page; the page of another host; no answer for machines, as at many hosts; it
is not there any more; the host has an error; no host, no connection or no valid certificate."""


class Asked(NamedTuple):
    """One address, asked once."""

    address: str
    """The address, as the records have it."""

    result: str
    """One of `RESULTS`."""

    reason: str
    """Why: what the host said, or where it leads."""

    date: str
    """The day of it."""


class Wrong(NamedTuple):
    """A line that cannot be read."""

    line: int
    """Its number."""

    found: str
    """What is wrong with it."""

    right: str
    """What would be right."""


def read_asked(text: str) -> tuple[list[Asked], list[Wrong]]:
    """The answers in a file's text, and the lines that are none."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    rows: list[Asked] = []
    wrong: list[Wrong] = []
    for cells in reader:
        if reader.line_num == 1:
            if cells != list(Asked._fields):
                wrong.append(Wrong(1, "another first line", ",".join(Asked._fields)))
            continue
        if len(cells) != len(Asked._fields):
            wrong.append(Wrong(reader.line_num, f"{len(cells)} columns", ",".join(Asked._fields)))
            continue
        row = Asked(*cells)
        rows.append(row)
        if row.result not in RESULTS:
            wrong.append(Wrong(reader.line_num, f"`{row.result}`", f"one of: {', '.join(RESULTS)}"))
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", row.date):
            wrong.append(Wrong(reader.line_num, f"`{row.date}` is no day", "a day, such as 2027-05-14"))
    return rows, wrong


def written(rows: Iterable[Asked]) -> str:
    """The answers as a file, in the order of addresses: a later run changes few lines."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(Asked._fields)
    writer.writerows(sorted(rows))
    return file.getvalue()
