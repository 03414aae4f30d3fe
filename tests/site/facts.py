"""The data as editors wrote it, read without the program: what the site must hold is derived here once
more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import phonenumbers
import yaml
from babel.dates import format_date
from babel.messages.pofile import read_po

from amparo.pages.parts.listing import PER_PAGE
from tests.conftest import LANGUAGES, ROOT

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Keeps every value as text, as our own loader does."""


def read(file: Path) -> Any:
    """A YAML file with all values as text."""
    return yaml.load(file.read_text("utf-8"), Loader=_Loader)


@cache
def settings() -> dict[str, Any]:
    """Our part of mkdocs.yml."""
    return read(ROOT / "mkdocs.yml")["extra"]["amparo"]


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """All organisations by the name of their file."""
    return {file.stem: read(file) for file in sorted((ROOT / "data/organisations").glob("*.yml"))}


@cache
def bodies() -> list[dict[str, Any]]:
    """Everything that has contacts: organisations, and mechanisms where there are some."""
    return list(organisations().values()) + [
        read(file) for file in sorted((ROOT / "data/mechanisms").glob("*.yml"))
    ]


@cache
def active() -> dict[str, dict[str, Any]]:
    """Those that may stand in lists."""
    return {id: record for id, record in organisations().items() if record["status"] == "active"}


@cache
def places() -> dict[str, list[str]]:
    """The regions of every country."""
    return {place["code"]: place["regions"] for place in read(ROOT / "data/places.yml")["places"]}


@cache
def terms(scheme: str) -> dict[str, dict[str, Any]]:
    """A vocabulary's terms by code."""
    return {term["code"]: term for term in read(ROOT / f"data/vocabulary/{scheme}.yml")["terms"]}


@cache
def _translations(language: str, domain: str) -> dict[tuple[str | None, str], str]:
    """Singular texts of one PO file by context and source."""
    with (ROOT / f"data/translations/{language}/{domain}.po").open("rb") as stream:
        return {
            (message.context, message.id): message.string
            for message in read_po(stream)
            if isinstance(message.id, str) and message.string and not message.fuzzy
        }


def said(language: str, text: str, context: str | None = None) -> str:
    """A text in a language; in English where there is no translation."""
    domain = context.partition("/")[0] if context else "ui"
    return text if language == "en" else _translations(language, domain).get((context, text), text)


def day(language: str) -> str:
    """The day of the data in words; in English the day first, as most of the world writes it."""
    written = format_date(
        date.fromisoformat(settings()["as_of"]), "long", locale={"en": "en_GB"}.get(language, language)
    )
    return written.removesuffix("г.").rstrip()


@cache
def lines() -> list[dict[str, Any]]:
    """The lines of all countries that readers may see, each with its country."""
    files = [read(file) for file in sorted((ROOT / "data/lines").glob("*.yml"))]
    return [
        {**line, "country": file["country"]}
        for file in files
        for line in file["lines"]
        if line.get("show") != "false"
    ]


def near(region: str) -> set[str]:
    """Active organisations that name a region, or a country in it."""
    inside = {code for code, regions in places().items() if region in regions}
    return {
        id
        for id, record in active().items()
        if region in record["serves"].get("regions", [])
        or inside & set(record["serves"].get("countries", []))
    }


def lists() -> dict[str, set[str]]:
    """Everybody who must stand in a list, by the address of its first part without `.html`."""
    found: dict[str, set[str]] = defaultdict(set)
    regions = {region: near(region) for region in terms("region")}
    for id, record in active().items():
        languages = {*record.get("languages", [])}.union(
            *(c.get("languages", []) for c in record.get("contacts", []))
        )
        for folder, codes in (
            ("services", record["services"]),
            ("groups", record["for_groups"]),
            ("languages", languages),
        ):
            for code in codes:
                found[f"emergency/{folder}/{code}"].add(id)
        for region, ids in regions.items():
            if id in ids:
                found[f"emergency/regions/{region}"].add(id)
            if id in ids or record["serves"].get("worldwide") == "true":
                for service in record["services"]:
                    found[f"emergency/services/{service}-in-{region}"].add(id)
    return found


def parts(address: str, count: int) -> list[str]:
    """The pages of a list of `count` organisations."""
    return [f"{address}.html"] + [f"{address}-{part}.html" for part in range(2, -(-count // PER_PAGE) + 1)]


def emergency_pages() -> set[str]:
    """Every page below `emergency/`, without its language."""
    written = {
        f.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        for f in (ROOT / "docs/emergency").rglob("*.md")
    }
    made = {f"emergency/organisations/{id}.html" for id in organisations()}
    made |= {f"emergency/countries/{code.lower()}.html" for code in places()}
    made |= {page for address, ids in lists().items() for page in parts(address, len(ids))}
    made |= {f"emergency/countries/{code.lower()}-official.html" for code in places()}
    made |= {f"emergency/countries/{code.lower()}-text.html" for code in places()}
    made |= {f"emergency/situations/{code}.html" for code in terms("situation")}
    made |= {f"emergency/without-internet-{region}.html" for region in terms("region")}
    made |= {
        f"emergency/{kind}/index.html"
        for kind in (
            "organisations",
            "countries",
            "services",
            "regions",
            "groups",
            "languages",
            "needs",
            "triage",
            "situations",
        )
    }
    made |= {f"emergency/incident/{kind}.html" for kind in ("urgent", "needs", "consent", "sample")}
    made |= {f"emergency/cards/{region}{kind}.html" for region in terms("region") for kind in ("", "-poster")}
    for file in (ROOT / "data/triage").glob("*.yml"):
        entry = read(file)
        made |= {f"emergency/triage/{node['id']}.html" for node in (*entry["questions"], *entry["ends"])}
    return written | made | {"emergency/without-internet.html", "emergency/triage/index.html"}


def in_every_language(address: str) -> Iterator[tuple[str, str]]:
    """A page as (language, address in the site)."""
    for language in LANGUAGES:
        yield language, address if language == "en" else f"{language}/{address}"


def dialled(contact: dict[str, Any]) -> str:
    """A number as a phone dials it."""
    if contact.get("inside_only") == "true":
        return "".join(sign for sign in contact["value"] if sign.isdigit())
    number = phonenumbers.parse(contact["value"], contact.get("region"))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
