"""Dates are not in the future, and a check is not older than what was checked."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No source, check, amount or former name lies after `as_of`; a called contact has a day."""
    today = as_of.isoformat()
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        found = [(("sources", n, "date"), s.date) for n, s in enumerate(organisation.sources)]
        found.append((("checked", "date"), organisation.checked.date))
        found += [(("former_names", n, "until"), f.until) for n, f in enumerate(organisation.former_names)]
        found += [(("offers", n, "amounts", "as_of"), o.amounts.as_of) for n, o in enumerate(organisation.offers) if o.amounts]
        for path, value in found:
            if value and value > today[: len(value)]:
                yield document.problem(path, f"`{value}` is after {today}, the day of the data (as_of in mkdocs.yml)",
                                       "the date that the source shows, or a later as_of")
        checked = organisation.checked
        if checked.method in ("called", "wrote") and (not checked.date or len(checked.date) < 10):
            yield document.problem(("checked", "date"), f"method `{checked.method}` without a day", f"date: {today}")
