"""A plan of one's own is read strictly, stands on the clock, and says what to look at before it is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from amparo.checks import check_all
from amparo.library import Library
from amparo.model.curriculum.timetable import notes, rows
from amparo.model.curriculum.wanted import Wanted, wanted
from amparo.model.loading import Loaded
from amparo.pages.workshop.pack import taken
from amparo.pages.workshop.parts.codes_of_plans import code_of
from amparo.pages.workshop.parts.copies import copies
from amparo.pages.workshop.parts.shopping import shopping
from amparo.pages.workshop.words import Words
from amparo.planning import plan_of
from amparo.settings import read_settings
from amparo.text.voice import Voice
from tests.conftest import PROJECT, ROOT

HEAD = 'people: 14\ndays:\n  - start: "09:00"\n    items:\n'


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """All records."""
    return check_all(PROJECT, read_settings(PROJECT).as_of)[0]


def plan(loaded: Loaded, folder: Path, *items: str, head: str = HEAD, tail: str = ""):
    """A plan with these items, and what the program says of it."""
    file = folder / "plan.yml"
    lines = "".join(f"      - {item}\n".replace("; ", "\n        ") for item in items)
    file.write_text(head + lines + tail, "utf-8")
    found, told = plan_of(loaded, file)
    return found, [f"{one.level} {one.line}: {one.found}" for one in told.all]


def kinds(loaded: Loaded, folder: Path, *items: str, head: str = HEAD) -> list[tuple[str, str | None]]:
    """What to look at in a plan, by kind and session."""
    found, _ = plan(loaded, folder, *items, head=head)
    return [(note.kind, note.session) for note in notes(found, loaded.curriculum.sessions)]


def test_example_is_a_plan_without_errors(loaded: Loaded) -> None:
    found, told = plan_of(loaded, ROOT / "data/curriculum/example-plan.yml")

    assert found and told.errors == []


def test_clock_follows_from_the_start_and_the_items(loaded: Loaded, tmp_path: Path) -> None:
    found, _ = plan(
        loaded,
        tmp_path,
        "session: opening-agreements; variant: short",
        "pause: tea; minutes: 15",
        "session: daily-circle",
        "own: a song; minutes: 7",
    )

    clock = [(row.starts, row.ends) for row in rows(found.days[0], loaded.curriculum.sessions)]
    assert clock == [(540, 565), (565, 580), (580, 595), (595, 602)]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("session: dayly-circle",), "error 5: there is no session `dayly-circle`"),
        (
            ("session: what-safety-means; variant: short",),
            "error 6: `what-safety-means` has no short version",
        ),
        (
            ("session: daily-circle; minutes: 15",),
            "error 6: needed for a break or a thing of your own, and only there",
        ),
        (("pause: tea",), "error 5: needed for a break or a thing of your own, and only there"),
        (("session: daily-circle; own: a song",), "error 5: one of session, pause, own in each item"),
        (("session: daily-circle; colour: red",), "error 6: there is no field `colour`"),
    ],
)
def test_plan_that_cannot_be_made_says_line_and_reason(
    items: tuple[str, ...], expected: str, loaded: Loaded, tmp_path: Path
) -> None:
    found, told = plan(loaded, tmp_path, *items)

    assert found is None and [line for line in told if line.startswith("error")] == [expected]


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("country: MX\nregion: south-asia\n", "a plan has a country or a region"),
        ("region: asia\n", "there is no region `asia`"),
        ("group: ladies\n", "there is no plan by group `ladies`"),
        ("language: de\n", "there is no published language `de`"),
        ("editions: [everything]\n", "`everything` is not one of the words allowed here"),
        ('title: "a\\u202eb"\n', "a hidden character, U+202E"),
    ],
)
def test_plan_with_a_wrong_head_is_refused(head: str, says: str, loaded: Loaded, tmp_path: Path) -> None:
    found, told = plan(loaded, tmp_path, "session: daily-circle", head=head + HEAD)

    assert found is None and any(says in line for line in told)


def test_missing_file_is_told_not_raised(loaded: Loaded, tmp_path: Path) -> None:
    found, told = plan_of(loaded, tmp_path / "none.yml")

    assert found is None and "there is no such file" in str(told.all[0])


def test_what_a_session_uses_must_come_before_it(loaded: Loaded, tmp_path: Path) -> None:
    tree, hours = "session: first-line-internal", "session: first-72-hours"
    pause = "pause: tea; minutes: 15"

    assert kinds(loaded, tmp_path, tree, pause, hours) == []
    assert kinds(loaded, tmp_path, hours, pause, tree) == [("need", "first-72-hours")]


def test_people_sit_at_most_a_hundred_minutes(loaded: Loaded, tmp_path: Path) -> None:
    opening, circle = "session: opening-agreements", "session: daily-circle"
    tea, walk = "pause: tea; minutes: 5", "own: a walk; minutes: 36"

    assert kinds(loaded, tmp_path, opening, tea, walk, circle) == []
    assert kinds(loaded, tmp_path, opening, walk, circle) == [("pause", "daily-circle")]


def test_ready_agendas_have_nothing_to_look_at_in_the_planner(loaded: Loaded, tmp_path: Path) -> None:
    """What passes the rules for agendas passes those of a plan: a step for standing up is a break."""
    for id, agenda in loaded.curriculum.agendas.items():
        days = []
        for day in agenda.days:
            items = [
                f"session: {slot.session}; variant: {slot.variant}"
                if slot.session
                else f"pause: tea; minutes: {slot.minutes}"
                for slot in day.items
            ]
            lines = "".join(f"      - {item}\n".replace("; ", "\n        ") for item in items)
            days.append(f'  - start: "{day.start}"\n    items:\n{lines}')
        file = tmp_path / "plan.yml"
        file.write_text(f"calls: {str(agenda.by_calls).lower()}\ndays:\n{''.join(days)}", "utf-8")
        found, _ = plan_of(loaded, file)
        left = [note for note in notes(found, loaded.curriculum.sessions) if note.kind != "need"]
        assert left == [], id


def test_late_day_and_wrong_number_of_people_are_told(loaded: Loaded, tmp_path: Path) -> None:
    late, few = HEAD.replace("09:00", "19:50"), HEAD.replace("14", "3")

    assert kinds(loaded, tmp_path, "session: daily-circle", head=late) == [("late", None)]
    assert kinds(loaded, tmp_path, "session: daily-circle", head=few) == [("size", "daily-circle")]


CORE = "session: international-protection-mechanisms; variant: "
CALL = '  - start: "10:00"\n    items:\n'


def calls(
    loaded: Loaded, folder: Path, *days: str, head: str = "calls: true\n"
) -> list[tuple[str, str | None]]:
    """What to look at when each of these items is a call of its own."""
    lines = "".join(CALL + f"      - {item}\n".replace("; ", "\n        ") for item in days)
    file = folder / "plan.yml"
    file.write_text(head + "days:\n" + lines, "utf-8")
    found, _ = plan_of(loaded, file)
    return [
        (note.kind, note.session)
        for note in notes(found, loaded.curriculum.sessions)
        if note.kind in ("parts", "whole", "call")
    ]


def test_long_session_is_held_in_its_parts_each_in_a_call_of_its_own(loaded: Loaded, tmp_path: Path) -> None:
    wrong = [("parts", "international-protection-mechanisms")]

    assert calls(loaded, tmp_path, CORE + "part-1", CORE + "part-2") == []
    assert calls(loaded, tmp_path, CORE + "part-2", CORE + "part-1") == wrong
    assert calls(loaded, tmp_path, CORE + "part-1") == wrong
    in_one = f"{CORE}part-1\n      - {CORE}part-2"
    assert calls(loaded, tmp_path, in_one) == [*wrong, ("call", None)]


def test_call_is_short_and_holds_no_session_that_asks_for_two(loaded: Loaded, tmp_path: Path) -> None:
    whole = CORE + "full"

    assert calls(loaded, tmp_path, whole) == [
        ("whole", "international-protection-mechanisms"),
        ("call", None),
    ]
    assert calls(loaded, tmp_path, whole, head="") == []


def test_parts_have_their_minutes_and_share_what_they_take(loaded: Loaded, tmp_path: Path) -> None:
    found, _ = plan(loaded, tmp_path, CORE + "part-1", CORE + "part-2")
    both, once = taken(found), ["international-protection-mechanisms"]

    clock = [(row.starts, row.ends) for row in rows(found.days[0], loaded.curriculum.sessions)]
    assert clock == [(540, 590), (590, 640)] and both == once
    assert plan(loaded, tmp_path, "session: daily-circle; variant: part-1")[1] == [
        "error 6: `daily-circle` has no part 1"
    ]


def test_form_of_a_plan_leaves_out_what_tells_and_what_has_no_pictures(
    loaded: Loaded, tmp_path: Path
) -> None:
    items = ("session: security-incident-log", "session: collective-care")
    handouts = loaded.curriculum.handouts

    def of(form: str) -> Wanted:
        found, _ = plan(loaded, tmp_path, *items, head=f"form: {form}\n{HEAD}")
        return wanted(found, loaded.curriculum)

    plain, drawn = of("plain"), of("pictures")
    assert of("normal").left == [] and of("normal").printed[-1] == "h-organisation-list"
    assert plain.printed and all(handouts[id].careful for id in plain.printed)
    assert "h-organisation-list" in plain.left and "h-threat-log" in drawn.left
    assert all(handouts[id].pictured or handouts[id].for_facilitators for id in drawn.printed)


def test_shopping_list_adds_what_is_used_up_and_counts_once_what_is_kept(loaded: Loaded) -> None:
    words = Words(Library(loaded, read_settings(PROJECT).as_of), Voice("en", None))
    cards = "blank cards, the size of a hand"
    one = {str(name): many for many, name in shopping(words, ["opening-agreements"], 14)}
    both = {
        str(name): many for many, name in shopping(words, ["opening-agreements", "next-steps-closing"], 14)
    }

    assert one[cards] == 3 * 14 and both[cards] == 4 * 14
    assert one["object to pass round"] == both["object to pass round"] == 1
    assert one["litres of water to drink, a day"] == 7


def test_sheets_are_copied_for_the_room_a_group_a_pair_or_each_person(loaded: Loaded) -> None:
    found = loaded.curriculum.handouts

    assert copies(found["h-card-sort"], 14, 2) == 3
    assert copies(found["h-agreements"], 14, 2) == 1
    assert copies(found["h-incident-report"], 14, 2) == 7
    assert copies(found["h-evaluation-form"], 14, 2) == 14
    assert copies(found["h-facilitator-debrief"], 14, 2) == 2


def test_agenda_stands_in_an_address_as_a_plan(loaded: Loaded) -> None:
    words = Words(Library(loaded, read_settings(PROJECT).as_of), Voice("en", None))

    calls = code_of(words, loaded.curriculum.agendas["online-six-calls"])
    assert calls.endswith("&c=true") and calls.count("mechanisms.1~") == calls.count("mechanisms.2~") == 1
    assert code_of(words, loaded.curriculum.agendas["half-day"]) == (
        "d=09:00~Morning~opening-agreements.s~first-line-internal.s~-10.tea"
        "~international-protection-mechanisms~-5.stretch%20and%20drink~our-protection-plan.s~next-steps-closing.s"
    )
