"""A mechanism has a source, a way to reach it, and fields that do not contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.source import Document, Problem

KNOWN_UNREACHABLE = ("guatemala-instancia", "acwc", "arab-human-rights-committee", "czechia-transition")
"""Bodies that work, with no channel seen in any source: their pages say so. A stale entry fails a test."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Doors can be knocked at, and levels say what they must."""
    for id, mechanism in loaded.mechanisms.items():
        document = loaded.document_of(id, "mechanisms")
        yield from _doors(document, mechanism)
        yield from _level(document, mechanism)


def _doors(document: Document, mechanism: Mechanism) -> Iterator[Problem]:
    """An urgent door needs a channel, and what works can be reached; what is a draft has no urgent door.

    The top of a country sheet holds urgent doors only.
    """
    if mechanism.is_urgent and not mechanism.contacts:
        n = next(n for n, p in enumerate(mechanism.procedures) if p.urgent)
        yield document.problem(
            ("procedures", n, "urgent"),
            "an urgent door, but no contact to send it to",
            "a contact with its source, or urgent: false",
        )
    if mechanism.works and not mechanism.contacts and mechanism.id not in KNOWN_UNREACHABLE:
        yield document.problem(
            ("status",),
            f"`{mechanism.status}`, but no way to reach it",
            "contacts: …, with source and date",
        )
    if not mechanism.works and mechanism.status != "unknown" and mechanism.top:
        yield document.problem(
            ("top",), f"`{mechanism.status}`, but at the top of country sheets", "delete the line"
        )
    if mechanism.top and not mechanism.is_urgent:
        yield document.problem(
            ("top",), "at the top of country sheets without an urgent door", "delete the line"
        )
    for n, procedure in enumerate(mechanism.procedures):
        if procedure.type == "none" and (procedure.urgent or procedure.steps):
            yield document.problem(
                ("procedures", n, "type"), "`none`, but urgent or with steps", "the type of this door"
            )


def _level(document: Document, mechanism: Mechanism) -> Iterator[Problem]:
    """Guidelines name their State; a mechanism of a State names countries; embassies act for guidelines."""
    if mechanism.level == "state-guidelines" and not mechanism.state:
        yield document.problem(
            ("level",), "guidelines without the State that follows them", "state: NO, or EU"
        )
    if mechanism.state and mechanism.level != "state-guidelines":
        yield document.problem(
            ("state",),
            f"`state` at level `{mechanism.level}`",
            "delete the line, or level: state-guidelines",
        )
    if mechanism.level == "national" and not mechanism.applies_to.countries:
        yield document.problem(("applies_to",), "a national mechanism without its country", "countries: [MX]")
    if mechanism.desk_actions and mechanism.level not in ("state-guidelines", "regional"):
        yield document.problem(
            ("desk_actions",), f"actions of embassies at level `{mechanism.level}`", "delete the lines"
        )
    if mechanism.applies_to.not_opted_out and not mechanism.applies_to.coverage:
        yield document.problem(
            ("applies_to", "not_opted_out"), "without a list of States", "coverage: op-cedaw"
        )
