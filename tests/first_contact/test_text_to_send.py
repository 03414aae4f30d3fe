"""Text that somebody copies to send: one SMS is one SMS, the warning comes first, no address that is an
offence to share is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.text.messages import fits, in_plain_letters, length, one_sms
from tests.conftest import LANGUAGES
from tests.first_contact.raw import forbidden_hosts
from tests.site.document import Node, parse

NUMBER = "+353 1 210 0489"


@pytest.mark.parametrize(
    ("text", "long", "is_one"),
    [
        ("a" * 160, 160, True),
        ("a" * 161, 161, False),
        ("ñ" * 160, 160, True),
        ("€" * 81, 162, False),
        ("ي" * 70, 70, True),
        ("ي" * 71, 71, False),
        ("á" * 71, 71, False),
        ("😀" * 36, 72, False),
    ],
)
def test_length_is_that_of_the_telephone_network(text: str, long: int, is_one: bool) -> None:
    assert (length(text), fits(text)) == (long, is_one)


def test_accents_that_halve_the_room_are_left_out_and_other_scripts_stay() -> None:
    assert in_plain_letters("Línea “ñandú” – día") == 'Linea "ñandu" - dia'
    assert in_plain_letters("خط النساء") == "خط النساء"


def test_what_must_be_said_is_whole_or_there_is_no_message() -> None:
    assert one_sms(["Warning", "Name", NUMBER], ["x" * 200, "day"]) == f"Warning\nName\n{NUMBER}\nday"
    assert one_sms(["w" * 150, NUMBER]) is None


def texts(site: Path) -> Iterator[tuple[Path, Node, list[str]]]:
    """Pages with text to send, and their texts: the whole last."""
    for language in LANGUAGES:
        root = site if language == "en" else site / language
        for file in (
            *root.glob("emergency/countries/*-text.html"),
            *root.glob("emergency/organisations/*.html"),
        ):
            page = parse(file.read_text("utf-8"))
            found = [
                "".join(part for part in one.parts if isinstance(part, str)) for one in page.all(".printout")
            ]
            if found:
                yield file, page, found


def test_one_sms_is_one_and_its_warning_comes_first(site: Path) -> None:
    seen = risky = 0
    for file, page, found in texts(site):
        seen += 1
        if len(found) == 2:
            assert fits(found[0]), file
        warning = page.first(".warn") if file.parent.name == "organisations" else None
        if warning is not None and warning["data-danger"]:
            risky += 1
            number = next((one.text for one in page.all(".value")), "")
            assert found[-1].index(":") < found[-1].index(number), file
    assert seen > 1_200 and risky > 60


def test_no_address_that_is_an_offence_to_share_is_in_a_text(site: Path) -> None:
    hosts = forbidden_hosts()

    assert hosts
    for file, _, found in texts(site):
        assert not [host for host in hosts if host in "\n".join(found)], file
