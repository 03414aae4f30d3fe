"""A release is the same bytes everywhere, holds what it says, and works from a memory stick without going
online."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from amparo.building import open_site
from amparo.release import changes
from amparo.release.manifest import write_list
from amparo.settings import read_settings
from tests.conftest import PROJECT, ROOT
from tests.release.conftest import (
    EDITIONS,
    NEW_NUMBER,
    OLD_NUMBER,
    Keys,
    Releases,
    amparo,
    next_version,
    release,
)
from tests.site.document import parse
from tests.site.trees import copy_backwards, of_windows, tree_of

MOST = 7_000_000
"""Bytes of one language as a zip."""


@pytest.fixture(scope="module")
def spanish(releases: Releases, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Spanish copy, unpacked as a person would."""
    place = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(releases.old / "amparo-es.zip") as archive:
        archive.extractall(place)
    return next(place.iterdir())


def test_release_made_elsewhere_by_somebody_else_has_the_same_bytes(
    releases: Releases, keys: Keys, tmp_path: Path
) -> None:
    """Of files that an editor of Windows has saved, and that lie on the disk in another order."""
    project = of_windows(copy_backwards(tmp_path / "elsewhere/zenobiaqx"))
    shutil.copyfile(keys.public, project / "data/keys/test.pub")
    next_version(project)

    twin = release(
        project,
        EDITIONS[:1],
        "--previous",
        releases.old,
        TZ="Asia/Kathmandu",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="4711",
        USER="zenobiaqx",
        HOME="/home/zenobiaqx",
    )

    one, other = tree_of(releases.unsigned), tree_of(twin)
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert len(one) > 1000


def test_release_says_what_it_is(releases: Releases) -> None:
    old, new = (json.loads((dist / "release.json").read_text()) for dist in (releases.old, releases.new))
    site = json.loads((releases.new / "sites/public/release.json").read_text())

    assert (
        (new["version"], new["date"], new["expires"])
        == (2, "2026-11-21", "2027-05-20")
        == (site["version"], site["date"], site["expires"])
    )
    assert old["previous"] is None and new["previous"]["version"] == 1
    assert site["previous"]["manifest"] == old["copies"]["public"]["manifest"]
    assert set(new) >= {"counts", "mirrors", "next_key", "copies"} and new["counts"]["organisations"] > 200
    assert re.fullmatch(r"([a-z]{5} ){5}[a-z]{5}", site["phrase"]["words"]) and re.fullmatch(
        r"(\d{4} ){5}\d{4}", site["phrase"]["digits"]
    )


def test_page_of_the_copy_shows_its_phrase_and_what_changed(releases: Releases) -> None:
    site = releases.new / "sites/public"
    page = parse((site / "release.html").read_text("utf-8"))
    facts = json.loads((site / "release.json").read_text())
    changed = {link["href"] for link in page.first("main").all("a")}

    assert facts["phrase"]["words"] in page.text and facts["phrase"]["digits"] in page.text
    assert "emergency/organisations/front-line-defenders.html" in changed
    assert "emergency/organisations/omct.html" not in changed
    assert f"Before: {OLD_NUMBER}" in page.text and f"Now: {NEW_NUMBER}" in page.text


def test_the_whole_list_of_changes_is_signed_in_the_release(releases: Releases) -> None:
    listed = (releases.new / "SHA256SUMS").read_text("ascii")
    told = parse((releases.new / "changes/changes-es.html").read_text("utf-8")).first("main").text

    assert "  changes/changes-es.html\n" in listed and "  ledger.json\n" in listed
    assert f"Antes: {OLD_NUMBER}" in told and f"Ahora: {NEW_NUMBER}" in told
    assert not (releases.old / "changes").exists() and (releases.old / "ledger.json").exists()


def test_contact_diff_tells_each_change_with_its_record(releases: Releases) -> None:
    told = (releases.new / "changes/contacts.txt").read_text("utf-8")

    assert told.startswith(
        f"organisations/front-line-defenders contacts.phone-1: {OLD_NUMBER} → {NEW_NUMBER}\n    20"
    )
    assert "-front-line-defenders: editor 20" in told and "called back" in told and told.count("\n") == 2
    assert "  contacts.json\n" in (releases.new / "SHA256SUMS").read_text("ascii")


def test_small_zip_turns_the_release_before_into_the_new_one(
    releases: Releases, keys: Keys, verify, tmp_path: Path
) -> None:
    shutil.copytree(releases.old / "sites/public", tmp_path / "copy")
    with zipfile.ZipFile(releases.new / "changes/amparo-public-changes.zip") as archive:
        archive.extractall(tmp_path / "copy")

    said, _ = verify.check(str(tmp_path / "copy"), verify.read_keys([keys.public]))

    assert said[0] == 2 and NEW_NUMBER in (
        tmp_path / "copy/emergency/organisations/front-line-defenders.html"
    ).read_text("utf-8")


def test_small_zip_has_no_folder_around_it_and_a_copy_that_holds_it_as_a_folder_is_no_copy(
    releases: Releases, keys: Keys, verify, tmp_path: Path
) -> None:
    shutil.copytree(releases.old / "sites/public", tmp_path / "copy")
    with zipfile.ZipFile(releases.new / "changes/amparo-public-changes.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "copy/amparo-public-changes")

    with pytest.raises(verify.NotGenuine) as wrong:
        verify.check(str(tmp_path / "copy"), verify.read_keys([keys.public]))

    assert {"SHA256SUMS", "SHA256SUMS.minisig", "release.json"} <= set(names)
    assert {code for code, _ in wrong.value.args[0]} == {"unlisted"}


def test_name_that_static_hosts_leave_out_is_never_listed(releases: Releases, tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit/_headers").write_text("x")

    with pytest.raises(ValueError, match="_headers"):
        write_list(tmp_path)

    for dist in (releases.old, releases.new):
        assert "/_" not in (dist / "SHA256SUMS").read_text().replace("  ", "/")


def test_version_must_grow(releases: Releases) -> None:
    done = amparo(releases.project, "release", "--previous", releases.new)

    assert done.returncode == 1 and "Right: version: 3" in done.stdout and "Traceback" not in done.stderr


def test_signed_release_passes_make_verify(releases: Releases, keys: Keys) -> None:
    done = amparo(
        releases.project, "verify", "--dist", releases.new, "--key", keys.public, TODAY="2026-12-01"
    )
    late = amparo(
        releases.project, "verify", "--dist", releases.new, "--key", keys.public, TODAY="2030-01-01"
    )

    assert (done.returncode, late.returncode) == (0, 2), done.stdout + done.stderr


def test_zip_has_one_day_one_mode_and_no_trace_of_a_machine(releases: Releases) -> None:
    with zipfile.ZipFile(releases.old / "amparo-es.zip") as archive:
        entries = archive.infolist()

    assert {
        (entry.date_time, entry.external_attr >> 16, entry.create_system, entry.extra) for entry in entries
    } == {((2026, 11, 21, 0, 0, 0), 0o100644, 3, b"")}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_one_language_is_small(releases: Releases) -> None:
    assert (releases.old / "amparo-es.zip").stat().st_size <= MOST


# On a memory stick


def test_every_link_of_the_spanish_copy_arrives_in_it(spanish: Path) -> None:
    files = {file.relative_to(spanish).as_posix() for file in spanish.rglob("*") if file.is_file()}
    broken = {}
    for name in files:
        if name.endswith(".html"):
            page = parse((spanish / name).read_text("utf-8"))
            for node in page.all("a", "link", "script", "img"):
                parts = urlsplit(node["href"] or node["src"])
                if not parts.scheme and parts.path:
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                    if target not in files:
                        broken.setdefault(target, name)

    assert len(files) > 900 and broken == {}


def test_pages_of_a_copy_carry_no_marks_for_programs_and_share_their_signs(spanish: Path) -> None:
    """What a page of the public site has for programs that check it, and drawings inside pages, weighed four
    hundred kilobytes in a copy of one language."""
    marks = re.compile(r' data-(?:body|contact|danger|hours|line|mechanism|situation)="')
    pages = {file: file.read_text("utf-8") for file in spanish.glob("es/**/*.html")}
    drawn = [file for file, text in pages.items() if "<svg" in text and 'class="doors"' not in text]
    ends = [text for file, text in pages.items() if file.parent.name == "triage"]

    assert [file for file, text in pages.items() if marks.search(text)] == [] and drawn == []
    assert len(ends) > 50 and all('class="text"' in text for text in ends)
    assert sum('<img class="sign"' in text for text in ends) > 50


def test_exit_of_a_copy_for_files_stays_in_the_copy_without_script(spanish: Path) -> None:
    for file in spanish.glob("es/**/*.html"):
        link = parse(file.read_text("utf-8")).first(".leave")
        assert (file.parent / link["href"]).resolve() == spanish / "assets/1-10.html", file


def test_spanish_copy_opens_in_spanish_and_offers_no_language_that_is_not_there(spanish: Path) -> None:
    door = parse((spanish / "index.html").read_text("utf-8"))
    start = parse((spanish / "es/index.html").read_text("utf-8"))

    assert door.first("a")["href"] == "es/index.html" and start.first("html")["lang"] == "es"
    assert start.first(".tongues") is None and len(list(start.first(".menu").all("a"))) > 8
    assert not (spanish / "404.html").exists() and not (spanish / "ar").exists()


def test_neutral_copy_says_nothing_outside_of_its_text() -> None:
    """The name is in no page but that of a court writ called so; tabs have numbers; no description tells the
    subject."""
    site, _ = open_site(PROJECT, read_settings(PROJECT, "neutral"))
    pages = {}
    for language in ("en", "es", "ar"):
        for file in sorted((ROOT / "docs").rglob("*.md")):
            name, text = file.relative_to(ROOT / "docs").as_posix(), file.read_text("utf-8")
            pages[f"{language}/{name}"] = site.guidance(
                name, text, site.translate_page(name, text, language), language
            )
        for page in [
            page for page in site.pages.values() if page.kind not in ("organisation", "mechanism", "country")
        ][:40]:
            pages[f"{language}/{page.address}"] = site.page(page, language)
    titles = [parse(page).first("title").text for page in pages.values()]

    assert [
        name
        for name, page in pages.items()
        if "Amparo" in page or "%(site)s" in page or "amparo.css" in page or 'name="description"' in page
    ] == []
    assert all(re.fullmatch(r"(Notes|Apuntes|ملاحظات) \d{4}", title) for title in titles)


# What changed, in bytes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "a"),
        ("abc", "abc"),
        ("abcabc", "abcXabc"),
        ("é1ü", "é2ü"),
        ("ا1", "ب1"),
        ("aaa", "aa"),
        ("a\\n\tb\n", "a\\n\tc\n\\"),
        ("x" * 5000, "x" * 4000 + "y"),
    ],
)
def test_splice_gives_the_new_text(old: str, new: str) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("rezip", ROOT / "hooks/kit/rezip.py")
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    start, end, text = changes.splice(old.encode(), new.encode())

    assert program.cut(old.encode(), start, end, changes.escaped(text)) == new.encode()


def test_what_is_no_text_is_not_spliced() -> None:
    assert changes.splice(b"\xff", b"a") is None and changes.splice(b"a", b"\x00") is None


# Other people's tools follow the printed steps


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_printed_steps_for_minisign_and_openssl_work(
    language: str, releases: Releases, keys: Keys, tmp_path: Path
) -> None:
    """The commands are taken from the page as a reader sees it, and run one after the other in a shell."""
    copy = tmp_path / "copy"
    shutil.copytree(releases.new / "sites/public", copy)
    shutil.copyfile(keys.public, tmp_path / "key.pub")
    commands = printed_commands(language)

    good = [
        subprocess.run(["sh", "-c", command], cwd=copy, capture_output=True, text=True)
        for command in commands
    ]
    (copy / "emergency/x.html").write_text("planted")
    text = (copy / "SHA256SUMS.minisig").read_text()
    (copy / "SHA256SUMS.minisig").write_text(text.replace("v=2", "v=3"))
    bad = [
        subprocess.run(["sh", "-c", command], cwd=copy, capture_output=True, text=True).returncode
        for command in commands
    ]

    assert [
        (command, done.returncode, done.stdout + done.stderr)
        for command, done in zip(commands, good, strict=True)
        if done.returncode
    ] == []
    assert (
        sum("Signature Verified Successfully" in done.stdout for done in good) == 2
        and "comment signature verified" in good[0].stdout
    )
    assert [
        bool(code)
        for command, code in zip(commands, bad, strict=True)
        if command.startswith(("minisign", "find")) or "../line -sigfile" in command
    ] == [True] * 3


def printed_commands(language: str) -> list[str]:
    """Commands of the two chapters about minisign and openssl, in a language."""
    site, _ = open_site(PROJECT, read_settings(PROJECT))
    text = site.translate_page(
        "about/verify.md", (ROOT / "docs/about/verify.md").read_text("utf-8"), language
    )
    found = re.findall(r"^- `(.*)`$", text, re.M)
    commands = found[next(n for n, command in enumerate(found) if command.startswith("minisign")) :]
    assert len(commands) == 10
    return commands
