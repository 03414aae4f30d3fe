"""Writes all files of open data into a built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amparo.exports import linked, records, services, tables, uwazi, vcards
from amparo.exports.form import form
from amparo.exports.open_data import OpenData
from amparo.exports.package import package
from amparo.exports.readings import readings
from amparo.exports.zipped import zipped
from amparo.pages.about.data import FOLDER, view
from amparo.pages.kind import fields_of
from amparo.pages.site import Site


def write_exports(site: Site, tree: Path, language: str) -> None:
    """Write the files of a language; with the source language also those that hold all of them."""
    for path, content in files_of(site, language):
        file = tree / FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # Bytes: CSV and vCards have line ends of their own, on every machine.
        file.write_bytes(content)


def files_of(site: Site, language: str) -> Iterator[tuple[str, bytes]]:
    """Every file of a language: its path below the folder, and what it holds."""
    data = OpenData(site.library, site.renderers[language].voice)
    words = site.renderers[language].lines("exports/words.html")
    for name, text in tables.tables(data):
        yield f"{language}/{name}.csv", text.encode()
    yield f"{language}/contacts.vcf", vcards.all_of(data, words).encode()
    for country in site.library.places:
        cards = vcards.of_country(data, country, words)
        if cards:
            yield f"{language}/countries/{country.lower()}.vcf", cards.encode()
    picture = site.renderers[language].fill("exports/coverage.svg", **fields_of(view(site.at_root(language))))
    yield f"{language}/coverage.svg", picture.strip().encode()
    # Packed: plain they would be half of all open data.
    directory = {
        "organizations.json": services.organizations(data).encode(),
        "services.json": services.services(data).encode(),
    }
    yield f"hsds/{language}.zip", zipped(directory)
    if language == site.default:
        yield from _in_all(site, data)


def _in_all(site: Site, data: OpenData) -> Iterator[tuple[str, bytes]]:
    """Files that hold the source language or all languages."""
    codes = [code for code, _ in site.settings.languages]
    yield "records.json", records.records(data).encode()
    for kind in records.KINDS:
        yield f"schema/{kind}.json", records.schema(kind).encode()
    every = [OpenData(site.library, site.renderers[code].voice) for code in codes]
    yield "uwazi.csv", uwazi.uwazi(every).encode()
    yield "uwazi-properties.csv", uwazi.properties().encode()
    yield "bodies.jsonld", linked.linked(data).encode()
    yield "readings.ris", readings(site.words[site.default].readings).encode()
    words = {code: site.renderers[code].lines("exports/words.html") for code in codes}
    voices, first = [site.renderers[code].voice for code in codes], words[site.default]
    warnings = [words[code]["form-warning"] for code in codes]
    for name, title, has_names in (
        ("incident-report", first["form-title"], True),
        ("incident-report-without-names", first["form-title-without"], False),
    ):
        yield f"{name}.xlsx", form(site.library, voices, title, warnings, has_names)
    settings = site.settings
    title = settings.name(site.default)
    name = settings.file_name if not settings.flavour.is_neutral else "data"
    yield "datapackage.json", package(name, title, settings.as_of, settings.version, codes).encode()
