"""Whatever somebody does to a copy, each program notices it, says why, and agrees with the others."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from tests.browser.driving import drive
from tests.conftest import ROOT
from tests.release.conftest import Keys, Releases, make_keys
from tests.release.copies import EXPIRES, MUTATIONS, Attack, seal, small_copy

HURT, WHOLE, SEED = 500, 50, 20261121
LATER = (date.fromisoformat(EXPIRES) + timedelta(1)).isoformat()
KIT = ROOT / "hooks/kit"
Answer = tuple[int, frozenset]
"""The exit code, and the reasons as codes."""


@pytest.fixture(scope="module")
def copy(releases: Releases, keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small genuine copy."""
    return small_copy(releases.new / "sites/public", tmp_path_factory.mktemp("whole") / "copy", keys.secret)


@pytest.fixture(scope="module")
def herd(
    copy: Path, releases: Releases, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[str, Path]]:
    """Many copies, each hurt in one way, and untouched ones between them."""
    folder = tmp_path_factory.mktemp("herd")
    older = small_copy(
        releases.old / "sites/public", tmp_path_factory.mktemp("older") / "copy", keys.secret, 1, "2026-12-31"
    )
    attack = Attack(older, make_keys(tmp_path_factory.mktemp("stranger")).secret)
    chance = random.Random(SEED)
    found = []
    for n in range(HURT + WHOLE):
        place = folder / f"{n:03}"
        shutil.copytree(copy, place)
        mutation = MUTATIONS[n % len(MUTATIONS)]
        if n < HURT:
            mutation(place, chance, attack)
        found.append((mutation.__name__ if n < HURT else "", place))
    return found


def by_python(verify: ModuleType, folder: Path, *words: str) -> Answer:
    """What verify.py answers; without its table of words it says codes."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = verify.main([str(folder), *words, "--language", "codes"])
    return code, reasons(code, said.getvalue())


def by_sh(folder: Path, *words: str) -> Answer:
    """What verify.sh answers."""
    done = subprocess.run(
        ["sh", str(KIT / "verify.sh"), str(folder), *words], capture_output=True, text=True, errors="replace"
    )
    return done.returncode, reasons(done.returncode, done.stdout)


def reasons(code: int, said: str) -> frozenset:
    """The codes after the line that says the result; before it stand the place and the keys."""
    lines = [line for line in said.split("\n") if not line.startswith(("place ", "with-key "))][1:]
    return frozenset(line.split(" ")[0] for line in lines if line) if code == 1 else frozenset()


def tree(folder: Path) -> dict[str, str]:
    """What a browser is handed when somebody chooses a folder: files only, links followed."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            if file.is_file():
                found[file.relative_to(folder).as_posix()] = base64.b64encode(file.read_bytes()).decode()
    return found


def by_browser(page: Path, key: Path, folders: list[Path], today: str) -> list[Answer]:
    """What the page that checks copies answers, for all folders in one visit."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as job:
        json.dump([tree(folder) for folder in folders], job)
        job.flush()
        found = drive(
            "../release/check.mjs",
            page=page.as_uri(),
            key=key.read_text(),
            copies=job.name,
            today=today,
            atLeast=2,
        )
    return [(answer["result"], frozenset(code for code, _ in answer["reasons"])) for answer in found]


def wrong(answers: list[Answer], herd: list[tuple[str, Path]]) -> dict[str, Answer]:
    """Tampering that was not noticed, and untouched copies that were refused."""
    return {
        f"{name or 'untouched'} {place.name}": answer
        for answer, (name, place) in zip(answers, herd, strict=True)
        if (answer[0] == 0) == bool(name)
    }


SEEN: dict[str, list[Answer]] = {}
"""Answers of each program, for the test that compares them."""


def test_verify_py_catches_every_mutation_and_cries_at_no_untouched_copy(
    herd: list, keys: Keys, verify: ModuleType
) -> None:
    SEEN["py"] = [
        by_python(verify, place, str(keys.public), "--at-least", "2", "--today", "2026-12-01")
        for _, place in herd
    ]

    assert len(herd) == HURT + WHOLE and wrong(SEEN["py"], herd) == {}


def test_verify_sh_catches_every_mutation_and_cries_at_no_untouched_copy(herd: list, keys: Keys) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        SEEN["sh"] = list(
            pool.map(
                lambda one: by_sh(one[1], str(keys.public), "--at-least", "2", "--today", "2026-12-01"), herd
            )
        )

    assert wrong(SEEN["sh"], herd) == {}


def test_verify_html_catches_every_mutation_and_cries_at_no_untouched_copy(
    herd: list, keys: Keys, releases: Releases
) -> None:
    page = releases.new / "sites/public/verify.html"

    SEEN["html"] = by_browser(page, keys.public, [place for _, place in herd], "2026-12-01")

    assert wrong(SEEN["html"], herd) == {}


def test_the_three_programs_give_the_same_reasons(herd: list) -> None:
    """A browser never sees that a file is a link or a pipe: it sees another content, or none."""
    if set(SEEN) != {"py", "sh", "html"}:
        pytest.skip("needs the three tests before")
    unlike = {}
    for (name, place), py, sh, html in zip(herd, SEEN["py"], SEEN["sh"], SEEN["html"], strict=True):
        if py != sh or (name not in ("symlink", "pipe_for_file") and py != html):
            unlike[f"{name} {place.name}"] = (py, sh, html)

    assert unlike == {}


def test_each_kind_of_reason_was_met(herd: list) -> None:
    met = set().union(*(codes for _, codes in SEEN.get("py", [])))

    assert met >= {
        "no-list",
        "no-signature",
        "bad-signature-file",
        "other-key",
        "bad-signature",
        "bad-comment",
        "missing",
        "unlisted",
        "changed",
        "not-a-file",
        "too-old",
    }


# Signed with the right key, and still not right: what the owner's own mistake, or a stolen key, could sign


FAULTS = {
    "release.json says another version": (
        lambda copy: sub(copy / "release.json", '"version": 2', '"version": 3'),
        "release-differs",
    ),
    "release.json says another day": (
        lambda copy: sub(copy / "release.json", EXPIRES, "2099-01-01"),
        "release-differs",
    ),
    "two names that differ only in capitals": (
        lambda copy: (copy / "Index.html").write_text("x"),
        "bad-list",
    ),
    "a name that needs quotes": (lambda copy: (copy / "a b.html").write_text("x"), "bad-list"),
    "a hidden file": (lambda copy: (copy / ".htaccess").write_text("x"), "bad-list"),
}


def test_signed_copy_with_a_fault_is_refused(
    copy: Path, keys: Keys, verify: ModuleType, releases: Releases, tmp_path: Path
) -> None:
    places = []
    for name, (change, _) in FAULTS.items():
        places.append(tmp_path / name)
        shutil.copytree(copy, places[-1])
        change(places[-1])
        seal(places[-1], keys.secret)

    html = by_browser(releases.new / "sites/public/verify.html", keys.public, places, "2026-12-01")
    answers = {
        place.name: {by_python(verify, place, str(keys.public)), by_sh(place, str(keys.public)), found}
        for place, found in zip(places, html, strict=True)
    }

    assert answers == {name: {(1, frozenset({reason}))} for name, (_, reason) in FAULTS.items()}


def sub(file: Path, old: str, new: str) -> None:
    """Replace a text in a file that has it."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_old_copy_is_genuine_and_warns_from_the_day_after_it_expires(
    copy: Path, keys: Keys, verify: ModuleType, releases: Releases
) -> None:
    page = releases.new / "sites/public/verify.html"
    found = {
        day: [
            by_python(verify, copy, str(keys.public), "--today", day)[0],
            by_sh(copy, str(keys.public), "--today", day)[0],
            by_browser(page, keys.public, [copy], day)[0][0],
        ]
        for day in (EXPIRES, LATER)
    }

    assert found == {EXPIRES: [0, 0, 0], LATER: [2, 2, 2]}


def test_words_are_said_in_the_reader_s_language(releases: Releases, keys: Keys) -> None:
    kit, site = releases.new / "kit", releases.new / "sites/public"
    heads = set()
    for language in ("en", "es", "ar"):
        said = [
            subprocess.run(
                [*program, str(site), str(keys.public), "--language", language, "--today", "2026-12-01"],
                capture_output=True,
                text=True,
            ).stdout
            for program in (["python3", str(kit / "verify.py")], ["sh", str(kit / "verify.sh")])
        ]
        assert said[0] == said[1] and re.search(r"\b[0-9]{4}( [0-9]{4}){5}$", said[0], re.M)
        assert str(site) in said[0].split("\n")[0] and keys.public.name in said[0].split("\n")[1]
        heads.add(said[0].split("\n")[2])

    assert len(heads) == 3


def test_person_chooses_a_folder_and_reads_the_result(
    copy: Path, keys: Keys, releases: Releases, tmp_path: Path
) -> None:
    """As from a memory stick: the page from files, the folder by the browser's own dialogue."""
    hurt = tmp_path / "hurt"
    shutil.copytree(copy, hurt)
    sub(hurt / "emergency/first-hour.html", "</main>", "+1 555 0100</main>")
    (hurt / ".htaccess").write_text("Redirect / http://elsewhere.example/")

    found = choose("chromium", releases, keys, [copy, hurt], copy)

    assert found["states"] == ["0", "1", "0"] and found["asked"] == []
    assert "emergency/first-hour.html" in found["texts"][1] and ".htaccess" in found["texts"][1]


def test_person_chooses_single_files_in_firefox_and_reads_how_many_were_not_chosen(
    copy: Path, keys: Keys, releases: Releases
) -> None:
    """Firefox hands no folder to a program that drives it; the page is the same."""
    found = choose("firefox", releases, keys, [], copy)

    assert found["states"] == ["0"] and "not chosen" in found["texts"][0] and found["asked"] == []


def choose(name: str, releases: Releases, keys: Keys, folders: list[Path], copy: Path) -> dict:
    """What the page says after each choice: folders one by one, then three files of a copy."""
    return drive(
        "../release/choose.mjs",
        name=name,
        page=(releases.new / "sites/public/verify.html").as_uri(),
        key=str(keys.public),
        folders=list(map(str, folders)),
        files=[str(copy / file) for file in ("SHA256SUMS", "SHA256SUMS.minisig", "index.html")],
    )


def test_browser_without_long_numbers_says_that_it_cannot_check_and_where_to(
    releases: Releases, tmp_path: Path
) -> None:
    """Such a browser stops at the first number of check.js that it cannot read; here a sign does the same."""
    site = releases.new / "sites/public"
    shutil.copytree(site / "assets", tmp_path / "assets")
    shutil.copyfile(site / "verify.html", tmp_path / "verify.html")
    able = drive("../release/old.mjs", page=(tmp_path / "verify.html").as_uri())
    (tmp_path / "assets/check.js").write_text("var copyCheck = 1q;")

    old = drive("../release/old.mjs", page=(tmp_path / "verify.html").as_uri())

    assert able == {"check": True, "off": False, "old": False, "link": "about/verify.html"}
    assert old == {"check": False, "off": False, "old": True, "link": "about/verify.html"}
