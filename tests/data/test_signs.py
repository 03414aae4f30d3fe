"""Drawn signs: where they come from, what may be in them, and that they say nothing alone."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from amparo.model.curriculum.picture import MOST_WORDS
from amparo.model.loading import load_all
from amparo.pages.renderer import Renderer
from amparo.signs import icons, read_drawing, read_signs
from amparo.source import Problems
from amparo.text.voice import Voice
from tests.conftest import LANGUAGES, PROJECT, ROOT
from tests.site import facts

MAY_BE_COPIED = {"Apache-2.0", "MIT", "CC0-1.0", "CC-BY-4.0"}
NAMES_OF_LICENCES = {"Apache-2.0": "Apache 2.0", "CC-BY-4.0": "CC BY 4.0", "MIT": "MIT", "CC0-1.0": "CC0"}

INSULTS = re.compile(
    r"thumb|peace|fist|pointing|hand-point|middle|okay|hand-(?:back|front|paper|spock|rock|lizard)|^hand$|wave|horns"
    r"|piggy|dog|shoe|foot|beer|wine|skull|rainbow|cross$|crescent|star-of"
)
"""Gestures and things that insult or frighten somewhere: an open palm, a raised thumb, a circle of two
fingers, the sole of a foot, pigs and dogs, alcohol, skulls; and what tells on who is seen with it."""

MOST_BYTES = 700
"""Bytes of a sign that pages name as a file, compressed: they come behind the words, one by one."""


def book() -> dict:
    """The signs as editors wrote them."""
    return facts.read(ROOT / "data/signs.yml")


@cache
def drawings() -> dict:
    """All drawings."""
    return dict(read_signs(PROJECT, load_all(PROJECT, Problems()).signs))


def test_each_set_may_be_copied_and_its_makers_are_named() -> None:
    """Where readers of the site look, and where readers of the source do."""
    about, licence = (ROOT / "docs/about/index.md").read_text("utf-8"), (ROOT / "LICENSE").read_text("utf-8")
    sets = book()["sets"]

    assert {one["licence"] for one in sets} <= MAY_BE_COPIED
    for one in sets:
        if "folder" in one:
            proof = (icons() / one["proof"]).read_text("utf-8")
            assert any(line.lstrip("# ").startswith(one["says"]) for line in proof.splitlines())
            for text in (about, licence):
                assert one["name"] in text and one["by"] in text and NAMES_OF_LICENCES[one["licence"]] in text


def test_licence_that_must_travel_lies_beside_the_drawings() -> None:
    text = (ROOT / "data/signs/LICENSE-Apache-2.0.txt").read_text("utf-8")

    assert "Apache License" in text and "9. Accepting Warranty or Additional Liability" in text


def test_no_sign_is_a_gesture_or_a_thing_that_insults_somewhere() -> None:
    names = [sign["icon"] for sign in book()["signs"]] + [sign["id"] for sign in book()["signs"]]

    assert [name for name in names if INSULTS.search(name)] == []


def test_every_sign_is_used_and_every_sign_in_a_template_is_drawn() -> None:
    templates = "".join(file.read_text("utf-8") for file in (ROOT / "hooks/templates").rglob("*.html"))
    code = (ROOT / "hooks/amparo/pages/workshop/parts/block.py").read_text("utf-8")
    data = "".join(
        file.read_text("utf-8") for file in (ROOT / "data").rglob("*.yml") if file.name != "signs.yml"
    )
    in_templates = (
        set(re.findall(r'sign(?:_file)?\("([a-z0-9-]+)"', templates))
        | set(re.findall(r'"([a-z0-9-]+)" if [a-z_.]+ else', templates)) & drawings().keys()
    )
    named = in_templates | set(re.findall(r"sign: ([a-z0-9-]+)", data))
    named |= set(re.findall(r'"([a-z]+)"', code)) & drawings().keys()

    assert in_templates - drawings().keys() == set()
    assert drawings().keys() - named == set()


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0"><title>x</title></path>',
        "<script>1</script>",
        "<style>path{}</style>",
        '<image href="https://example.org/x.png"/>',
        '<path d="url(x)"/>',
        '<path transform="rotate(1);x" d="M0 0"/>',
        "<text>x</text>",
        "",
    ],
)
def test_drawing_that_is_more_than_paths_is_refused(inside: str, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{inside}</svg>', "utf-8")

    with pytest.raises(ValueError):
        read_drawing(file)


def test_drawing_keeps_its_strokes_and_gets_its_margin(tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><path d="M1 1h2"/>'
        '<path fill="none" stroke-width="2" transform="scale(2)" d="M2 2h2"/></svg>',
        "utf-8",
    )

    drawing = read_drawing(file, 3)

    assert drawing.frame == "-3 -3 30 18"
    assert drawing.strokes == (("M1 1h2", None, None), ("M2 2h2", "2", "scale(2)"))


def sign(language: str, name: str) -> str:
    """The markup of a sign on pages in a language."""
    renderer = Renderer(ROOT / "hooks/templates", Voice(language, None), drawings())
    macro = renderer.environment.get_template("parts/sign.html").module.sign
    return str(macro(name))


def test_sign_with_a_direction_is_mirrored_where_people_read_from_right_to_left() -> None:
    moved = f"matrix(-1 0 0 1 {drawings()['leave-now'].mirror} 0)"

    assert moved in sign("ar", "leave-now") and moved not in sign("en", "leave-now")
    assert sign("ar", "call") == sign("en", "call")


def test_sign_is_passed_over_by_programs_that_read_aloud_and_takes_the_colour_of_its_words() -> None:
    for name in drawings():
        markup = sign("en", name)

        assert markup.startswith('<svg class="sign" ') and 'aria-hidden="true"' in markup
        assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', markup)) <= {"currentColor", "none"}


def test_signs_that_are_files_are_small() -> None:
    renderer = Renderer(ROOT / "hooks/templates", Voice("en", None), drawings())
    sizes = {
        name: len(gzip.compress(str(renderer.fill("parts/sign.svg", s=drawn, is_turned=True)).encode(), 9))
        for name, drawn in drawings().items()
    }

    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_words_beside_a_drawing_are_three_at_most_in_every_language(language: str) -> None:
    with PROJECT.translations(language, "curriculum").open("rb") as file:
        entries = list(read_po(file))
    said = [one.string for one in entries if (one.context or "").endswith("#pictures.say") and one.string]

    assert len(said) > 150
    assert [text for text in said if len(text.split()) > MOST_WORDS] == []


def test_everything_of_half_a_day_can_be_done_without_reading() -> None:
    """Every session, and every handout that participants get."""
    agenda = facts.read(ROOT / "data/curriculum/agendas/half-day.yml")
    sessions = {slot["session"] for day in agenda["days"] for slot in day["items"] if "session" in slot}
    records = {id: facts.read(ROOT / f"data/curriculum/sessions/{id}.yml") for id in sessions}
    handouts = {h for record in records.values() for h in record.get("handouts", [])}
    handouts |= set(agenda["hand_out_anyway"])

    without = {id for id, record in records.items() if len(record.get("pictures", [])) < 4}
    without |= {
        id for id in handouts if not facts.read(ROOT / f"data/curriculum/handouts/{id}.yml").get("pictures")
    }
    assert without == set()
