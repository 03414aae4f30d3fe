"""A data file is read as it is written: no value is guessed, and every value knows its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amparo.source import Document, Problems, load


def read(folder: Path, text: str) -> tuple[Document | None, Problems]:
    """Read a text as a data file."""
    problems = Problems()
    (folder / "data.yml").write_bytes(text.encode("utf-8"))
    return load(folder / "data.yml", folder, problems), problems


@pytest.mark.parametrize(
    "written, value",
    [
        ("NO", "NO"),
        ("no", "no"),
        ("+353 1 210 0489", "+353 1 210 0489"),
        ("+35312100489", "+35312100489"),
        ("0123", "0123"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        ("2026-03-14", "2026-03-14"),
        ("true", "true"),
        ("1.10", "1.10"),
        ("24/7", "24/7"),
        ('"a: b"', "a: b"),
        ("'it''s'", "it's"),
        ("", None),
        ("null", None),
        ("~", None),
        ('""', ""),
        ('"null"', "null"),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_value_stays_as_written(written: str, value: Any, tmp_path: Path) -> None:
    document, problems = read(tmp_path, f"field: {written}\n")

    assert (document.values, problems.all) == ({"field": value}, [])


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "# Comment\nid: x\ncontacts:\n  - id: c\n    value: +1\nlist: [a, b]\n")

    assert document.places == {
        (): (2, 1),
        ("id",): (2, 5),
        ("contacts",): (3, 1),
        ("contacts", 0): (4, 5),
        ("contacts", 0, "id"): (4, 9),
        ("contacts", 0, "value"): (5, 12),
        ("list",): (6, 1),
        ("list", 0): (6, 8),
        ("list", 1): (6, 11),
    }


def test_lines_that_end_as_on_windows_are_read_the_same(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "id: x\r\nlist:\r\n  - a\r\n")

    assert (document.values, document.places[("list", 0)], problems.all) == (
        {"id": "x", "list": ["a"]},
        (3, 5),
        [],
    )


def test_all_repeated_keys_of_a_file_are_told(tmp_path: Path) -> None:
    document, problems = read(tmp_path, "a: 1\na: 2\nb: {c: 1, c: 2}\n")

    assert (document, [(p.line, p.field) for p in problems.all]) == (None, [(2, "a"), (3, "b.c")])


def test_problem_is_spelled_as_an_editor_would(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "contacts:\n  - {id: a}\n  - {id: b}\n")

    told = str(document.problem(("contacts", 1, "value"), "nothing", "a number"))
    assert told == "data.yml:3:5: error: contacts[1].value: nothing\n    right: a number"


@pytest.mark.parametrize(
    "sign",
    [
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u200f",
        "\u202e",
        "\u2028",
        "\u2066",
        "\ufeff",
        "\ue000",
        "\x07",
        "\x85",
        "\U000e0041",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
@pytest.mark.parametrize("spelled_out", [False, True], ids=["as-itself", "as-escape"])
def test_hidden_character_is_refused(sign: str, spelled_out: bool, tmp_path: Path) -> None:
    document, problems = read(
        tmp_path, f'id: x\nname: "a{f"{chr(92)}U{ord(sign):08x}" if spelled_out else sign}b"\n'
    )

    assert document is None and (problems.all[0].line, f"U+{ord(sign):04X}" in problems.all[0].found) == (
        2,
        True,
    )


@pytest.mark.parametrize("text", ["[" * 5000, "{a: " * 5000, "- " * 5000, "a: " + "[" * 5000 + "]" * 5000])
def test_deep_nesting_is_refused_without_a_crash(text: str, tmp_path: Path) -> None:
    document, problems = read(tmp_path, text)

    assert document is None and len(problems.errors) == 1
