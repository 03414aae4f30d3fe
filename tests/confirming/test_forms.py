"""Whoever finds an error can tell it with an account or without, and is told first what never to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import LANGUAGES, ROOT
from tests.site.document import parse

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
"""Kinds of field that such forms know."""


def forms() -> dict[str, dict]:
    """The forms by name; not what says which there are."""
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in FORMS if file.stem != "config"}


def test_there_is_a_form_for_each_sort_of_error_and_no_empty_one() -> None:
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))

    assert set(forms()) == {"wrong-contact", "new-body", "translation-error"}
    assert config["blank_issues_enabled"] is False


@pytest.mark.parametrize("name", sorted(forms()))
def test_form_can_be_read_and_warns_first(name: str) -> None:
    form = forms()[name]
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    (warning, *_), asked = form["body"], form["body"][1:]

    assert {"name", "description", "body"} <= set(form) and {part["type"] for part in form["body"]} <= KINDS
    assert warning["type"] == "markdown"
    assert "Write nothing about a person in danger" in warning["attributes"]["value"]
    assert len(ids) == len(set(ids)) and all(part["attributes"]["label"] for part in asked)
    assert asked[-1]["type"] == "checkboxes" and asked[-1]["attributes"]["options"][0]["required"] is True
    assert not re.search(r"\b(your|reporter'?s) (name|e-?mail|phone)\b", str(form), re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_on_errors_has_boxes_to_print_and_a_text_to_send(site: Path, language: str) -> None:
    folder = site if language == "en" else site / language
    html = (folder / "about/report-error.html").read_text("utf-8")
    page = parse(html)

    assert html.count('class="write"') >= 8 and html.count('class="ticks"') == 2
    assert 'class="printout"' in html and "<input" not in html and "<form" not in html
    if language == "en":
        assert page.text.count("Write nothing about a person in danger") == 2


def test_page_on_who_is_listed_can_be_reached(site: Path) -> None:
    assert (site / "about/listed.html").exists()
    assert 'href="listed.html"' in (site / "about/index.html").read_text("utf-8")
