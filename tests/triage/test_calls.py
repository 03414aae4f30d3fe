"""Every end says in which languages those it names answer, and never shows a contact that was withheld. Whom
it names:
tests/first_contact."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from amparo.checks import check_all
from amparo.library import Library
from amparo.pages.site import Site
from amparo.pages.sources import Sources
from amparo.pages.style import Style
from amparo.settings import read_settings
from amparo.text.catalogue import read_translations
from tests.conftest import PROJECT, ROOT
from tests.data.test_dossier import DOSSIER, entries
from tests.site import facts
from tests.site.document import parse
from tests.triage.test_ways import Stops

NOBODY = (
    "None of these is known to answer in %(language)s. "
    "Each says its languages; ask somebody you trust to call with you."
)


@pytest.mark.skipif(not (DOSSIER / "organisations").is_dir(), reason="the dossier is not at hand")
def test_withheld_contacts_stand_nowhere(stops: Stops) -> None:
    kept = {
        (id, contact["value"])
        for id, record in facts.organisations().items()
        for contact in record.get("contacts", [])
    }
    withheld = {
        contact["value"]
        for file in sorted((DOSSIER / "organisations").glob("*.yml"))
        for entry in entries(file)
        for contact in entry["contacts"]
        if (entry["id"], contact["value"]) not in kept
    }
    shown = "\n".join(stop.text for stop in stops.values())

    assert withheld and {value for value in withheld if value in shown} == set()


@pytest.mark.parametrize(
    "codes, how", [(("fr",), "francés"), ((), "Idiomas no conocidos")], ids=["french-only", "not-known"]
)
def test_page_of_lines_in_other_languages_says_so(codes: tuple[str, ...], how: str, tmp_path: Path) -> None:
    """No page of today needs these words: here all our lines change their languages."""
    settings = read_settings(PROJECT)
    loaded = check_all(PROJECT, settings.as_of)[0]
    changed = {
        id: o.model_copy(
            update={
                "languages": codes,
                "contacts": tuple(c.model_copy(update={"languages": ()}) for c in o.contacts),
            }
        )
        for id, o in loaded.organisations.items()
    }
    written = {
        file.relative_to(ROOT / "docs").with_suffix("").as_posix(): file.read_text("utf-8")
        for file in (ROOT / "docs").rglob("*.md")
    }
    library = Library(dataclasses.replace(loaded, organisations=changed), settings.as_of)
    sources = Sources(
        ROOT / "hooks/templates", {"es": read_translations(PROJECT, "es")}, Style("p{}", "p{}"), written
    )
    site = Site(library, settings, sources)
    (tmp_path / "end.html").write_text(site.page(site.page_of("end", "exhausted-rest"), "es"), "utf-8")

    main = parse((tmp_path / "end.html").read_text("utf-8")).first("main")
    said = [node.text for node in main.all(".reach")]

    assert said and all(how in text for text in said)
    assert main.first(".caution").text == facts.said("es", NOBODY) % {"language": "español"}
