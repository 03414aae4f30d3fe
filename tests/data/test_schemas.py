"""Programs of editors that read our schemas have nothing to say against records that are right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from tests.browser.driving import ask_node
from tests.conftest import ROOT


class Editors(yaml.SafeLoader):
    """YAML as editors' programs read it, by the core schema of YAML 1.2: dates are text, `no` is a word."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for kind, shape, firsts in (
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Editors.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(shape), list(firsts))

SCHEMAS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]


def told(jobs: list[dict[str, Any]]) -> list[str]:
    """What a checker of JSON Schema says."""
    script = Path(__file__).with_name("schemas.cjs")
    named = [{**job, "schema": str(ROOT / job["schema"])} for job in jobs]
    return ask_node(named, script)


@pytest.mark.slow("reads every record once more, as another program does")
def test_every_record_fits_its_schema() -> None:
    jobs = [
        {
            "file": str(file.relative_to(ROOT)),
            "schema": schema,
            "data": yaml.load(file.read_text("utf-8"), Editors),
        }
        for schema, place in SCHEMAS.items()
        for file in sorted(ROOT.glob(place))
    ]

    assert len(jobs) > 500 and told(jobs) == []


def test_a_record_that_does_not_fit_is_told() -> None:
    record = yaml.load((ROOT / "tests/data/good.yml").read_text("utf-8"), Editors)
    schema = "data/schema/organisation.schema.json"
    jobs = [
        {"file": str(n), "schema": schema, "data": {**record, **wrong}}
        for n, wrong in enumerate(({}, {"sumary": "…"}, {"based_in": [3]}, {"services": "referral"}))
    ]

    assert [line.split()[0] for line in told(jobs)] == ["1", "2", "3"]
