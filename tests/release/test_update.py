"""A mirror stays fresh for almost no bytes, is never half, never goes back, and says what it is."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path
from types import ModuleType

import pytest

from amparo.release import changes
from tests.conftest import ROOT
from tests.release.conftest import NEW_NUMBER, RECORD, Keys, Releases, make_keys
from tests.release.copies import EXPIRES, seal, small_copy
from tests.release.serving import source
from tests.site.trees import tree_of

KIT = ROOT / "hooks/kit"
PROGRAMS = ("update.py", "update.sh")
KILLS = 20
PAGE = "emergency/organisations/front-line-defenders.html"


def start(program: str, place: str, mirror: Path, keys: Keys) -> subprocess.Popen:
    """Start an update in a process group of its own."""
    words = (
        ["python3", KIT / program, place, mirror, "--key", keys.public]
        if program.endswith("py")
        else ["sh", KIT / program, place, mirror, keys.public]
    )
    return subprocess.Popen(
        list(map(str, words)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "TODAY": "2026-12-01", "LANG": "en"},
    )


def update(program: str, place: str, mirror: Path, keys: Keys) -> tuple[int, str]:
    """Update to the end: exit code and what it said."""
    running = start(program, place, mirror, keys)
    said = running.communicate()[0]
    return running.returncode, said


def same(one: Path, other: Path) -> bool:
    """Whether two copies are the same to the last byte."""
    return {path: hash for path, (_, hash) in tree_of(one).items()} == {
        path: hash for path, (_, hash) in tree_of(other).items()
    }


@pytest.fixture(scope="module")
def pair(releases: Releases, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A part of the older and of the newer site, enough to be killed in the middle of."""
    places = []
    for version, dist in ((1, releases.old), (2, releases.new)):
        place = tmp_path_factory.mktemp("part") / "site"
        for part in ("emergency/organisations", "assets"):
            shutil.copytree(dist / "sites/public" / part, place / part)
        small_copy(dist / "sites/public", place, keys.secret, version)
        places.append(place)
    changes.write_changes(changes.files_in(places[0]), places[1])
    seal(places[1], keys.secret)
    return places[0], places[1]


@pytest.fixture(scope="module")
def old(pair: tuple[Path, Path]) -> Path:
    """The older part."""
    return pair[0]


@pytest.fixture(scope="module")
def new(pair: tuple[Path, Path]) -> Path:
    """The newer part."""
    return pair[1]


@pytest.fixture(scope="module")
def standing(old: Path, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror of the older part, set up from a folder, as from a memory stick."""
    return stand(old, keys, tmp_path_factory.mktemp("mirror") / "standing")


def stand(site: Path, keys: Keys, mirror: Path) -> Path:
    """Set up a mirror."""
    code, said = update("update.py", str(site), mirror, keys)
    assert code == 0 and same(mirror / "current", site), said
    return mirror


def copy_of(mirror: Path, place: Path) -> Path:
    """The same mirror elsewhere."""
    shutil.copytree(mirror, place, symlinks=True)
    return place


def test_one_changed_number_costs_at_most_one_hundredth_of_the_zip(
    releases: Releases, keys: Keys, tmp_path: Path
) -> None:
    """The number of the busiest line, which stands on every country sheet, in the real site."""
    old, new = (dist / "sites/public" for dist in (releases.old, releases.new))
    whole = Path(shutil.make_archive(str(tmp_path / "whole"), "zip", new)).stat().st_size
    standing = stand(old, keys, tmp_path / "standing")
    for program in PROGRAMS:
        mirror = copy_of(standing, tmp_path / program)
        with source(new) as place:
            code, said = update(program, place.url, mirror, keys)
            again = update(program, place.url, mirror, keys)[0]

        print(f"{program}: {place.sent} bytes in {place.asked} requests of a zip of {whole}")
        assert (code, again) == (0, 0) and same(mirror / "current", new), said
        assert NEW_NUMBER in (mirror / "current" / PAGE).read_text("utf-8")
        assert place.sent <= whole / 100
        assert (
            "version: 2" in (mirror / "trace.txt").read_text()
            and len(list((mirror / "releases").iterdir())) == 2
        )


@pytest.mark.parametrize("program", PROGRAMS)
def test_mirror_without_a_copy_and_mirror_with_a_spoilt_one_get_everything(
    program: str, standing: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    spoilt = copy_of(standing, tmp_path / "spoilt")
    (spoilt / "current/safety.html").write_text("spoilt")

    for mirror in (tmp_path / "fresh", spoilt):
        code, said = update(program, str(new), mirror, keys)
        assert code == 0 and same(mirror / "current", new), said


@pytest.mark.parametrize("program", PROGRAMS)
def test_source_with_an_older_release_is_noticed_and_changes_nothing(
    program: str, old: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    mirror = tmp_path / "mirror"
    assert update("update.py", str(new), mirror, keys)[0] == 0

    code, said = update(program, str(old), mirror, keys)

    assert code == 1 and ("older release" in said or "downgrade" in said)
    assert same(mirror / "current", new) and "version: 2" in (mirror / "trace.txt").read_text()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("how", ["changed page", "other key", "half gone", "no signature"])
def test_bad_source_changes_nothing(
    program: str, how: str, standing: Path, old: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    place = shutil.copytree(new, tmp_path / "source")
    if how == "changed page":
        (place / "kit/changes.txt.gz").unlink()
        (place / PAGE).write_text(
            (place / PAGE).read_text("utf-8").replace(NEW_NUMBER, "+1 555 0100"), "utf-8"
        )
    elif how == "other key":
        seal(place, make_keys(tmp_path).secret, 3)
    elif how == "half gone":
        (place / "kit/changes.txt.gz").unlink()
        (place / PAGE).unlink()
    else:
        (place / "SHA256SUMS.minisig").unlink()
    mirror = copy_of(standing, tmp_path / "mirror")

    code, said = update(program, str(place), mirror, keys)

    assert code == 1 and same(mirror / "current", old), said
    assert not (mirror / "new").exists()


def test_killed_at_twenty_moments_a_whole_verified_copy_stands(
    standing: Path, old: Path, new: Path, keys: Keys, verify: ModuleType, tmp_path: Path
) -> None:
    """Half of the kills hit update.py, half update.sh, spread over the time that each needs."""
    chance = random.Random(20261121)
    key = verify.read_keys([keys.public])
    found, killed = [], 0
    for program in PROGRAMS:
        mirror = copy_of(standing, tmp_path / program)
        began = time.monotonic()
        update(program, str(new), mirror, keys)
        whole = time.monotonic() - began
        for n in range(KILLS // 2):
            shutil.rmtree(mirror)
            copy_of(standing, mirror)
            running = start(program, str(new), mirror, keys)
            try:
                running.wait(whole * (n + chance.random()) / (KILLS // 2))
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                killed += 1
            running.communicate()
            found.append(verify.check(str(mirror / "current"), key)[0][0])
        # After the last kill, and from whatever it left, an update works as always.
        assert update(program, str(new), mirror, keys)[0] == 0 and same(mirror / "current", new)

    assert len(found) == KILLS and set(found) <= {1, 2} and killed >= KILLS // 2


def test_next_key_is_taken_over_from_a_copy_that_was_signed_with_the_first(
    old: Path, keys: Keys, tmp_path: Path
) -> None:
    """Rotation: release 2 names the next key, release 3 is signed with it; a mirror that knows only the first
    key follows."""
    (tmp_path / "next").mkdir()
    other = make_keys(tmp_path / "next")
    second = small_copy(old, tmp_path / "second", keys.secret)
    facts = second / "release.json"
    facts.write_text(
        facts.read_text().replace(
            '"previous": null', f'"next_key": "{other.public.read_text().splitlines()[1]}"'
        )
    )
    seal(second, keys.secret)
    third = small_copy(old, tmp_path / "third", other.secret, 3)
    mirror = tmp_path / "mirror"

    codes = [
        update("update.py", str(third), mirror, keys)[0],
        update("update.py", str(second), mirror, keys)[0],
        update("update.py", str(third), mirror, keys)[0],
    ]

    assert codes == [1, 0, 0] and EXPIRES in (mirror / "trace.txt").read_text()


def test_record_of_the_changed_number_is_the_one_that_the_page_shows(new: Path) -> None:
    """Holds the constants of these tests against the data."""
    assert Path(RECORD).stem == Path(PAGE).stem and NEW_NUMBER in (new / PAGE).read_text("utf-8")
