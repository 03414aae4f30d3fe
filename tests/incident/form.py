"""The incident report as editors wrote it, and what its text must be, derived once more without the
program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.data.test_dossier import DOSSIER
from tests.site import facts

CHECKLIST = DOSSIER / "mechanisms/un-complaint-information.yml"
"""What the bodies ask, as it was found."""

CHOICES = ("choice", "multi-choice")


@cache
def form() -> dict:
    """The fields file."""
    return facts.read(ROOT / "data/incident/fields.yml")


@cache
def checklist() -> dict:
    """The dossier's list."""
    return facts.read(CHECKLIST)


@cache
def fields() -> dict[str, dict]:
    """All fields by id."""
    return {field["id"]: field for section in form()["sections"] for field in section["fields"]}


@cache
def asked(level: str) -> dict[str, tuple[str, ...]]:
    """What is `essential` or `helpful` for each body: by the dossier where it is at hand, else by our own
    file."""
    if CHECKLIST.is_file():
        marks = {
            field["id"]: {body for body, mark in field["required_by"].items() if mark == level}
            for section in checklist()["sections"]
            for field in section["fields"]
        }
    else:
        marks = {id: set(field.get(level, [])) for id, field in fields().items()}
    return {
        body["id"]: tuple(id for id, bodies in marks.items() if body["id"] in bodies)
        for body in form()["bodies"]
    }


def said(tongue: str, way: str, text: str) -> str:
    """A text of the form in a language."""
    return facts.said(tongue, text, f"incident/fields#{way}")


def answers(tongue: str, written: Mapping[str, str]) -> dict[str, str]:
    """What stands in each filled field when `written` was typed and the second option of every choice
    taken."""
    found = dict(written)
    for section in form()["sections"]:
        for field in section["fields"]:
            if field["kind"] in CHOICES:
                found[field["id"]] = said(
                    tongue, f"sections.{section['id']}.fields.{field['id']}.options", field["options"][1]
                )
    return found


def report(whom: str, tongue: str, written: Mapping[str, str]) -> str:
    """The plain text of a report: essential fields always, those that only help when they are filled."""
    return "\n".join(_lines(whom, tongue, written))


def _lines(whom: str, tongue: str, written: Mapping[str, str]) -> Iterator[str]:
    label = next(
        (
            said(tongue, f"bodies.{whom}.label", body["label"])
            for body in form()["bodies"]
            if body["id"] == whom
        ),
        None,
    )
    yield facts.said(tongue, "Incident report") + (f": {label}" if label else "")
    yield ""
    needed = set(form()["urgent"]) if whom == "urgent" else set(asked("essential").get(whom, ()))
    wanted = set(fields()) if whom == "all" else needed | set(asked("helpful").get(whom, ()))
    for section in form()["sections"]:
        here = f"sections.{section['id']}"
        kept = [
            field
            for field in section["fields"]
            if field["id"] in needed or (field["id"] in wanted and written.get(field["id"]))
        ]
        if kept:
            yield from (f"== {said(tongue, f'{here}.title', section['title'])} ==", "")
        for field in kept:
            yield said(tongue, f"{here}.fields.{field['id']}.ask", field["ask"])
            yield from (written.get(field["id"]) or facts.said(tongue, "(not filled in)"), "")


def page(site: Path, language: str, name: str = "index") -> Path:
    """A page of the report."""
    return site / ("" if language == "en" else language) / f"emergency/incident/{name}.html"
