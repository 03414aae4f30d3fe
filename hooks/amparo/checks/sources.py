"""Every fact has a source, and what nobody has read says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """A record from memory alone has low confidence; two sources that agree are two different sources."""
    for body, document in loaded.bodies():
        if all(source.kind == "memory" for source in body.sources) and body.confidence != "low":
            yield document.problem(
                ("confidence",), f"`{body.confidence}`, but every source is memory", "confidence: low"
            )
        for n, contact in enumerate(body.contacts):
            second = contact.corroboration
            if second and second.result == "two-sources":
                if not second.source:
                    yield document.problem(
                        ("contacts", n, "corroboration", "result"),
                        "`two-sources` without the second source",
                        "source: the id of the second source",
                    )
                elif second.source == contact.source:
                    yield document.problem(
                        ("contacts", n, "corroboration", "source"),
                        f"`{second.source}` is the first source too",
                        "the id of another source",
                    )
            if second and second.result == "differs" and not second.other_value:
                yield document.problem(
                    ("contacts", n, "corroboration", "result"),
                    "`differs` without the other value",
                    "other_value: the value that the other source shows",
                )
