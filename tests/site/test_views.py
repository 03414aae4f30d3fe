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


@pytest.fixture(scope="module")
def environment() -> Environment:
    """Our templates, as pages use them."""
    return Renderer(ROOT / "hooks/templates", Voice("en", None)).environment


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_template_asks_for_nothing_that_its_view_does_not_give(kind: Kind, environment: Environment) -> None:
    assert asked_by(environment, f"{kind.template}.html") - given_to(kind) == set()


def test_paper_asks_for_nothing_that_a_sheet_does_not_give(environment: Environment) -> None:
    given = {field.name for field in fields(SheetView)}

    assert asked_by(environment, "print/paper.html") - given == set()


@pytest.mark.parametrize(
    "page, asked",
    [
        ("{{ lost }}", {"lost"}),
        ("{% for a in lost %}{{ a }}{{ loop.index }}{% endfor %}", {"lost"}),
        ("{% for a in () %}{% include 'part' %}{% endfor %}", {"below"}),
        ("{% include 'part' %}", {"a", "below"}),
        ("{% set a = 1 %}{% block x %}{{ a }}{{ self.x() }}{% endblock %}", set()),
        ("{% block x %}{% if lost %}{% set a = lost.a %}{{ a }}{% endif %}{% endblock %}", {"lost"}),
        ("{% from 'macros' import said as told %}{% block x %}{{ told(1) }}{% endblock %}", {"unseen"}),
        ("{% extends 'frame' %}{% block x %}{{ lost }}{% endblock %}", {"lost", "around"}),
        ("{% extends layout %}{% block x %}{{ _('Word') }}{% endblock %}", {"layout"}),
    ],
    ids=[
        "alone",
        "in-a-loop",
        "included-in-a-loop",
        "included",
        "set",
        "set-where-needed",
        "imported",
        "extended",
        "layout",
    ],
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
