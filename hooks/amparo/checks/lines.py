"""Telephone lines of a country: numbers that can exist, sources that are there, and nothing that exposes who
looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import phonenumbers
from phonenumbers import shortnumberinfo

from amparo.model.citation import Citation
from amparo.model.loading import Loaded
from amparo.model.national_line import NationalLine, NationalLines
from amparo.source import Document, Problem

EMERGENCY = ("ambulance", "general-emergency", "police")
"""Kinds whose numbers phones know as emergency numbers."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every line keeps the rules of its kind; shared sources have names that no country uses."""
    shared = {source.id: source for source in loaded.line_sources.sources} if loaded.line_sources else {}
    hidden_lgbti = set(loaded.line_sources.lgbti_hidden_in) if loaded.line_sources else set()
    for id, country in loaded.lines.items():
        document = loaded.document_of(id, "lines")
        if country.country.lower() != id:
            yield document.problem(
                ("country",), f"`{country.country}` in the file {id}.yml", f"country: {id.upper()}"
            )
        yield from _ids(country, document, shared)
        sources = {**shared, **{source.id: source for source in country.sources}}
        for n, line in enumerate(country.lines):
            yield from _sources(line, n, document, sources)
            yield from _number(line, n, country.country, document)
            yield from _differing(line, n, country, document)
            if line.kind == "lgbti" and line.show and country.country in hidden_lgbti:
                yield document.problem(
                    ("lines", n, "kind"),
                    f"an LGBTI line in {country.country}, where being found out is a crime",
                    "show: false, and hidden_because: …",
                )


def _ids(country: NationalLines, document: Document, shared: Mapping[str, Citation]) -> Iterator[Problem]:
    """No id twice; the id of a line begins with its kind."""
    seen: set[str] = set()
    numbers: dict[tuple[str, str, str | None, str | None], str] = {}
    for n, line in enumerate(country.lines):
        key = (line.kind, line.dial or line.number, line.subject, line.area)
        first = numbers.setdefault(key, line.id)
        if first != line.id:
            yield document.problem(
                ("lines", n, "number"),
                f"`{line.number}` is also `{first}`",
                "one line, with the sources of both",
            )
        if line.id in seen:
            yield document.problem(
                ("lines", n, "id"),
                f"`{line.id}` stands here a second time",
                "a number that no other line has",
            )
        elif not line.id.startswith(f"{line.kind}-"):
            yield document.problem(
                ("lines", n, "id"), f"`{line.id}` of the kind {line.kind}", f"{line.kind}-1"
            )
        seen.add(line.id)
    for n, source in enumerate(country.sources):
        if source.id in seen or source.id in shared:
            yield document.problem(("sources", n, "id"), f"`{source.id}` is taken", "s1, s2 …")
        seen.add(source.id)


def _sources(
    line: NationalLine, n: int, document: Document, sources: Mapping[str, Citation]
) -> Iterator[Problem]:
    """Sources exist, and two sources are two families: copies of one list count once."""
    families = set()
    for m, id in enumerate(line.sources):
        if id not in sources:
            yield document.problem(
                ("lines", n, "sources", m),
                f"there is no source `{id}`",
                "an id of this file or of data/line-sources.yml",
            )
        else:
            families.add(sources[id].family or sources[id].publisher)
    if line.agreement == "two-sources" and len(families) < 2:
        yield document.problem(
            ("lines", n, "agreement"),
            f"`two-sources` with {len(families)} family of source",
            "agreement: one-source",
        )


def _number(line: NationalLine, n: int, country: str, document: Document) -> Iterator[Problem]:
    """The tables know what is dialled, or somebody says why it stands here all the same."""
    if line.dial is None:
        return
    is_known = _is_known(line.dial, country, line.kind)
    if not is_known and not line.form_checked:
        yield document.problem(
            ("lines", n, "dial"),
            f"the tables of telephone numbers of {country} do not know `{line.dial}`",
            "compare with the source, then form_checked: why it stands here all the same",
        )
    elif is_known and line.form_checked:
        yield document.problem(
            ("lines", n, "form_checked"), f"the tables know `{line.dial}` by now", "delete the line"
        )


def _is_known(dial: str, country: str, kind: str) -> bool:
    """Whether `phonenumbers` knows a number in a country. A second, independent look at its form, not at the
    service."""
    if kind in EMERGENCY:
        return bool(shortnumberinfo.is_emergency_number(dial, country))
    try:
        number = phonenumbers.parse(dial, country)
    except phonenumbers.NumberParseException:
        return False
    return bool(
        phonenumbers.is_valid_number_for_region(number, country)
        or shortnumberinfo.is_valid_short_number_for_region(number, country)
    )


def _differing(line: NationalLine, n: int, country: NationalLines, document: Document) -> Iterator[Problem]:
    """Numbers that differ are shown all, or none."""
    if line.agreement != "differs":
        if line.differs_from:
            yield document.problem(
                ("lines", n, "differs_from"),
                f"agreement `{line.agreement}` with other numbers",
                "agreement: differs",
            )
        return
    lines = {one.id: one for one in country.lines}
    if line.show and not line.differs_from:
        yield document.problem(
            ("lines", n, "agreement"),
            "`differs` without the other numbers",
            "differs_from: [ids], or show: false",
        )
    for m, id in enumerate(line.differs_from):
        if id not in lines or id == line.id:
            yield document.problem(
                ("lines", n, "differs_from", m), f"there is no other line `{id}` here", "an id of this file"
            )
        elif line.show != lines[id].show:
            yield document.problem(
                ("lines", n, "show"),
                f"`{line.id}` and `{id}` differ, and only one is shown",
                "show all, or none",
            )
