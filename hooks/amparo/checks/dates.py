"""Dates are not in the future, and a check is not older than what was checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.organisation import Organisation
from amparo.source import Path, Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No source, check, amount or former name lies after `as_of`; a called contact has a day."""
    today = as_of.isoformat()
    for body, document in loaded.bodies():
        found: list[tuple[Path, str | None]] = [
            (("sources", n, "date"), s.date) for n, s in enumerate(body.sources)
        ]
        found.append((("checked", "date"), body.checked.date))
        if isinstance(body, Organisation):
            found += [(("former_names", n, "until"), f.until) for n, f in enumerate(body.former_names)]
            found += [
                (("offers", n, "amounts", "as_of"), o.amounts.as_of)
                for n, o in enumerate(body.offers)
                if o.amounts
            ]
        else:
            found.append((("established",), body.established))
        for path, value in found:
            if value and value > today[: len(value)]:
                yield document.problem(
                    path,
                    f"`{value}` is after {today}, the day of the data (as_of in mkdocs.yml)",
                    "the date that the source shows, or a later as_of",
                )
        checked = body.checked
        if checked.next and checked.date and checked.next < checked.date[: len(checked.next)]:
            yield document.problem(
                ("checked", "next"),
                f"`{checked.next}` is before {checked.date}, the day of the check",
                "a later day, or delete the line",
            )
        if checked.method in ("called", "wrote") and (not checked.date or len(checked.date) < 10):
            yield document.problem(
                ("checked", "date"), f"method `{checked.method}` without a day", f"date: {today}"
            )
