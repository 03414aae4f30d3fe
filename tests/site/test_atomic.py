"""A build that fails or is killed leaves the last good site as it was, to the last byte."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from amparo.release import swap
from tests.conftest import build, copy_project
from tests.site.trees import Tree, start_build, tree_of

KILLS, AT_ONCE = 20, 2


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a finished site in one language, whose data have changed since, so that an old and a new
    file differ."""
    project = copy_project(tmp_path_factory.mktemp("atomic") / "project", languages=())
    done = build(project, AMPARO_LANGUAGE="en")
    assert done.returncode == 0, done.stdout + done.stderr
    record = project / "data/organisations/front-line-defenders.yml"
    changed = record.read_text("utf-8").replace("\nsummary: ", "\nsummary: Changed. ", 1)
    record.write_text(changed, "utf-8")
    return project


def spoil(project: Path) -> None:
    """Write a word into a record that no vocabulary has."""
    record = project / "data/organisations/omct.yml"
    record.write_text(record.read_text("utf-8").replace("status: active", "status: happy", 1), "utf-8")


def kill_at(project: Path, moment: float) -> bool:
    """Start a build and kill all of it after so many seconds. True when it was still running."""
    running = start_build(project, AMPARO_LANGUAGE="en")
    try:
        running.wait(moment)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        return True
    finally:
        running.communicate()


def kill_often(project: Path, old: Path, moments: list[float]) -> list[tuple[float, bool, Tree]]:
    """What stands at `site` after each kill; after a build that was quicker the old site comes back."""
    found, whole = [], tree_of(old)
    for moment in moments:
        killed = kill_at(project, moment)
        found.append((moment, killed, tree_of(project / "site")))
        if found[-1][2] != whole:
            shutil.rmtree(project / "site", ignore_errors=True)
            shutil.copytree(old, project / "site")
    return found


@pytest.mark.slow("builds a site twenty times and kills it: only real builds have real moments")
def test_killed_at_twenty_moments_the_old_site_or_the_whole_new_one_stands(
    project: Path, tmp_path: Path
) -> None:
    """A kill after the exchange finds the new site, never half of one. Afterwards a build works as always.

    Both have one language: a build takes the same steps in a third of the time."""
    old, site = tree_of(project / "site"), shutil.copytree(project / "site", tmp_path / "old")
    copies = [shutil.copytree(project, tmp_path / str(n)) for n in range(AT_ONCE)]
    began = time.monotonic()
    first = build(project, AMPARO_LANGUAGE="en")
    whole = time.monotonic() - began
    new = tree_of(project / "site")
    assert first.returncode == 0 and new != old, first.stderr

    step = (whole - 0.2) / KILLS
    moments = [0.2 + step * (n + random.random()) for n in range(KILLS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = [
            kill
            for kills in pool.map(
                kill_often, copies, [site] * AT_ONCE, [moments[n::AT_ONCE] for n in range(AT_ONCE)]
            )
            for kill in kills
        ]
    after = build(copies[0], AMPARO_LANGUAGE="en")

    assert [moment for moment, _, tree in found if tree not in (old, new)] == []
    assert sum(killed and tree == old for _, killed, tree in found) >= KILLS // 2
    assert after.returncode == 0 and tree_of(copies[0] / "site") == new, after.stderr


@pytest.mark.slow("builds a site that could be lost")
def test_build_with_bad_data_leaves_the_site(project: Path) -> None:
    before = tree_of(project / "site")
    spoil(project)

    done = build(project, AMPARO_LANGUAGE="en")

    assert (
        done.returncode == 1
        and "data/organisations/omct.yml" in done.stderr
        and "Traceback" not in done.stderr
    )
    assert tree_of(project / "site") == before


# Where folders cannot be exchanged in one step


def a_site(folder: Path, word: str) -> Path:
    """A site of one page."""
    folder.mkdir()
    (folder / "index.html").write_text(word, "utf-8")
    return folder


def test_without_exchange_the_new_site_takes_the_place_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "stage", "new")
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)

    swap.put_in_place(new, place)

    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} == {
        "site",
        "site/index.html",
    }
    assert (place / "index.html").read_text("utf-8") == "new"


def test_restore_brings_the_old_site_back_after_a_stop_between_the_two_steps(tmp_path: Path) -> None:
    """The new tree is not there: the exchange fails, the old site steps aside, and the second step stops for
    real."""
    place = a_site(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap.put_in_place(tmp_path / "gone", place)
    assert not place.exists()

    swap.restore(place)

    assert (place / "index.html").read_text("utf-8") == "old"


def test_restore_leaves_a_standing_site_alone(tmp_path: Path) -> None:
    place = a_site(tmp_path / "site", "new")
    a_site(tmp_path / "site.last", "old")

    swap.restore(place)

    assert (place / "index.html").read_text("utf-8") == "new"


@pytest.mark.slow("builds a site that could be lost")
def test_next_build_restores_the_site_even_when_it_fails_itself(project: Path) -> None:
    """The site stands aside, as after a stop between the two steps."""
    spoil(project)
    before = tree_of(project / "site")
    (project / "site").rename(project / "site.last")

    done = build(project, AMPARO_LANGUAGE="en")

    assert done.returncode == 1
    assert (project / "site").is_dir() and tree_of(project / "site") == before
