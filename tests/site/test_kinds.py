"""A kind of page is one room: a new one is a module, a template and one line."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import build, copy_project, search_of
from tests.site.document import parse

MODULE = '''"""All places by their codes."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind


@dataclass(frozen=True)
class View:
    """What `about/codes.html` says."""

    codes: list[str]
    """ISO codes."""


def view(context: Context) -> View:
    """Every place."""
    return View(sorted(context.library.places))


KIND = Kind("codes", "about/codes", view, "about/codes.html")
'''

TEMPLATE = """{% extends layout %}
{% block title %}{{ _("Countries and territories") }}{% endblock %}

{% block content %}
<h1>{{ self.title() }}</h1>
<p>{{ codes|join(" ") }}</p>
{% endblock %}
"""


def test_a_kind_is_added_with_a_module_a_template_and_a_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ["es"])
    (project / "hooks/amparo/pages/about/codes.py").write_text(MODULE, "utf-8")
    (project / "hooks/templates/about/codes.html").write_text(TEMPLATE, "utf-8")
    kinds = project / "hooks/amparo/pages/kinds.py"
    line = "    status.KIND,\n"
    text = kinds.read_text("utf-8").replace("about import ", "about import codes, ")
    kinds.write_text(text.replace(line, line + "    codes.KIND,\n"), "utf-8")

    done = build(project, AMPARO_LANGUAGE="es")

    assert done.returncode == 0, done.stdout + done.stderr
    page = parse((project / "site/es/about/codes.html").read_text("utf-8"))
    assert page.first("h1").text == "Países y territorios" and "AD AE AF" in page.first("main").text
    assert "about/codes\\n" in search_of((project / "site/assets/search/es.js").read_text("utf-8"))
