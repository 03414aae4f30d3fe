"""A fetched list tells which of our bodies are on it, whatever its form, script and spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.checks import check_all
from amparo.checks.register import finds, lines_of
from amparo.model.loading import Loaded
from amparo.settings import read_settings
from tests.conftest import PROJECT, ROOT, command

RUSSIAN = "Перечень\n1. Правозащитный центр «Вясна» (Республика Беларусь)\n2. Другая организация\n"

FORMS = {
    "list.txt": RUSSIAN.encode("utf-8"),
    "list-1251.txt": RUSSIAN.encode("windows-1251", "replace"),
    "list-16.txt": RUSSIAN.encode("utf-16"),
    "list.csv": 'id,fullName\n7,"«Human Rights Centre VIASNA», Inc. (Беларусь)"\n'.encode(),
    "list.html": b"<table><tr><td>1</td><td>Human <b>Rights</b> Centre&nbsp;Viasna</td></tr></table>",
    "list.xml": b"<sdnList><sdnEntry><lastName>VIASNA HUMAN RIGHTS</lastName><aka>Human Rights Centre Vyasna</aka></sdnEntry></sdnList>",
    "list.json": b'[{"id": "9", "fullName": "\\u041f\\u0440\\u0430\\u0432\\u043e\\u0437\\u0430\\u0449\\u0438\\u0442\\u043d\\u044b\\u0439 \\u0446\\u0435\\u043d\\u0442\\u0440 \\u00ab\\u0412\\u0435\\u0441\\u043d\\u0430\\u00bb"}]',
    "hosts.txt": b"Materials: http://www.spring96.org/be, http://example.org/\n",
}
"""One body in lists of every form."""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The project's records."""
    return check_all(PROJECT, read_settings(PROJECT).as_of)[0]


@pytest.mark.parametrize("name", FORMS)
def test_a_listed_body_is_found_in_every_form_of_list(name: str, tmp_path: Path, loaded: Loaded) -> None:
    file = tmp_path / name
    file.write_bytes(FORMS[name])

    found = list(finds(lines_of(file), loaded))

    assert {find.id for find in found} == {"viasna"} and "by-extremist-formations" in found[0].named_in


def test_a_list_of_others_names_none_of_ours(loaded: Loaded) -> None:
    assert [
        find for find in finds(["Society of Beekeepers, Inc.", "Пчеловоды"], loaded) if find.is_sure
    ] == []


def test_a_name_of_a_parent_leads_to_its_part(loaded: Loaded) -> None:
    ids = {find.id for find in finds(["150, Institute of International Education (США)"], loaded)}

    assert ids == {"iie-scholar-rescue-fund", "artist-protection-fund"}


def test_capitals_alone_are_only_perhaps_ours(loaded: Loaded) -> None:
    (find,) = finds(["CPJ Holdings"], loaded)

    assert (find.id, find.is_sure) == ("cpj", False)


@pytest.mark.parametrize(
    "text, code, says",
    [
        ("Freedom House, Inc.\n", 0, "named in ru-undesirable"),
        ("Front Line Defenders (Ireland)\n", 1, "front-line-defenders"),
        ("Nobody at all\n", 0, "0 of our bodies are in them and not named"),
    ],
)
def test_command_fails_when_a_listed_body_is_named_nowhere(
    text: str, code: int, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text, "utf-8")

    done = command(ROOT, "amparo", "designations", "--file", str(file), "--list", "ru-undesirable")

    assert done.returncode == code and says in done.stdout, done.stdout + done.stderr


def test_command_knows_the_designation_it_is_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Nobody\n", "utf-8")

    done = command(ROOT, "amparo", "designations", "--file", str(file), "--list", "xx-nothing")

    assert done.returncode == 1 and "There is no data/designations/xx-nothing.yml" in done.stdout
