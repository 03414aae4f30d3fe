"""A template asks only for what its view writes down: a missing field is found before a page is made."""

from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import DictLoader, Environment

from amparo.pages.kind import Kind
from amparo.pages.kinds import KINDS
from amparo.pages.renderer import Renderer
from amparo.pages.workshop.sheet import SheetView
from amparo.text.voice import Voice
from tests.conftest import ROOT
from tests.site.views import asked_by, given_to

UNTYPED = {
    "start",
    "emergency",
    "status",
    "release",
    "organisation",
    "country",
    "mechanism",
    "mechanisms-by",
    "compare",
    "desk",
    "card-sheets",
    "cards",
    "poster",
    "incident",
    "incident-urgent",
    "incident-needs",
    "incident-consent",
    "incident-sample",
    "triage",
    "question",
    "end",
    "end-in",
}
"""Kinds whose view does not write down yet what it gives. It must become empty, and nothing may be added."""

by_name = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def environment() -> Environment:
    """Our templates, as pages use them."""
    return Renderer(ROOT / "hooks/templates", Voice("en", None)).environment


@by_name
def test_template_asks_for_nothing_that_its_view_does_not_give(kind: Kind, environment: Environment) -> None:
    given = given_to(kind)
    if given is None:
        pytest.skip("its view is on the list of those that do not write down what they give")

    assert asked_by(environment, f"{kind.template}.html") - given == set()


def test_paper_asks_for_nothing_that_a_sheet_does_not_give(environment: Environment) -> None:
    given = {field.name for field in fields(SheetView)}

    assert asked_by(environment, "print/paper.html") - given == set()


def test_all_views_but_those_listed_write_down_what_they_give() -> None:
    assert {kind.name for kind in KINDS if given_to(kind) is None} == UNTYPED


@pytest.mark.parametrize(
    "page, asked",
    [
        ("{{ lost }}", {"lost"}),
        ("{% for a in lost %}{{ a }}{{ loop.index }}{% endfor %}", {"lost"}),
        ("{% for a in () %}{% include 'part' %}{% endfor %}", {"below"}),
        ("{% include 'part' %}", {"a", "below"}),
        ("{% set a = 1 %}{% block x %}{{ a }}{{ self.x() }}{% endblock %}", set()),
        ("{% from 'macros' import said as told %}{% block x %}{{ told(1) }}{% endblock %}", {"unseen"}),
        ("{% extends 'frame' %}{% block x %}{{ lost }}{% endblock %}", {"lost", "around"}),
        ("{% extends layout %}{% block x %}{{ _('Word') }}{% endblock %}", {"layout"}),
    ],
    ids=["alone", "in-a-loop", "included-in-a-loop", "included", "set", "imported", "extended", "layout"],
)
def test_every_way_of_asking_is_seen(page: str, asked: set[str]) -> None:
    """The test of this test."""
    templates = {
        "page": page,
        "part": "{{ a }}{% if below %}{{ below.field }}{% endif %}",
        "macros": "{% macro said(n) %}{{ n }}{{ unseen }}{% endmacro %}",
        "frame": "{{ around }}{% block x %}{% endblock %}",
    }
    environment = Environment(loader=DictLoader(templates))
    environment.globals["_"] = str

    assert asked_by(environment, "page") == asked
