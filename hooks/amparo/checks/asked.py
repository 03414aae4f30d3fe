"""The answers of hosts can be read, and speak of no address that may not be kept."""

from __future__ import annotations

from collections.abc import Iterator

from amparo.model.asked import FILE, read_asked
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.source import Problem


def check(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """Every line of data/links.csv; nothing where nobody has asked yet."""
    file = project.find(FILE)
    if not file.exists():
        return
    rows, wrong = read_asked(file.read_text("utf-8-sig"))
    for one in wrong:
        yield Problem(FILE, one.line, 1, "", one.found, f"{one.right}; or run `python -m amparo links`")
    dangers = loaded.dangers()
    for n, row in enumerate(rows, 2):
        if dangers.forbids(row.address) or dangers.forbids(row.reason):
            yield Problem(
                FILE, n, 1, "", "an address that it is an offence to keep in some country", "delete the line"
            )
