"""What can be heard says what the page says, numbers digit by digit; no machine speaks of dying or sexual
violence, and a page without a sound has no trace of one."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.aloud import command
from amparo.building import open_site
from amparo.listening import machine, production
from amparo.listening.transcript import Run, digit_by_digit, hash_of, lines_of, text_of
from amparo.pages import heard
from amparo.pages.page import Page
from amparo.pages.site import Site
from amparo.project import Project
from amparo.release.kit import has_sounds
from amparo.settings import read_settings
from tests.conftest import PROJECT, ROOT

ARRESTED = "emergency/triage/arrested-held.html"
HOUR = "emergency/first-hour.html"
SPEAKING = sorted(machine.VOICES)


@functools.cache
def the_site() -> Site:
    """The pages of the project, without sounds."""
    return open_site(PROJECT, read_settings(PROJECT))[0]


def page(address: str) -> Page:
    """A page that can be heard."""
    return next(one for one in heard.pages(the_site()) if one.address == address)


def told(address: str, language: str = "en", is_machine: bool = True) -> str:
    """What is read aloud of a page."""
    return text_of(
        lines_of(heard.markup(the_site(), page(address), language, is_machine=is_machine), language)
    )


def plain(markup: str) -> str:
    """What a page says, without spaces."""
    return re.sub(
        r"\s+",
        "",
        text_of(lines_of(markup.partition("<article")[2].partition(">")[2].partition("</article")[0], "en")),
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The project with room of its own for recordings and sounds."""
    for name in ("data", "docs", "hooks", "mkdocs.yml"):
        source = ROOT / name
        if name == "data":
            (tmp_path / name).mkdir()
            for part in source.iterdir():
                (tmp_path / name / part.name).symlink_to(part)
        else:
            (tmp_path / name).symlink_to(source)
    return Project(tmp_path)


@pytest.fixture
def site() -> Iterator[Site]:
    """The site, which a test may give sounds."""
    yield the_site()
    the_site().sounds, the_site().sound_files = {}, {}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three pages of all: one end for a machine, one for people, one hand-written page."""
    chosen = [page(a) for a in (ARRESTED, "emergency/triage/exhausted-now.html", HOUR)]
    monkeypatch.setattr(heard, "pages", lambda site: iter(chosen))


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A voice that is quick: its sound is what it was given to say. Gives what was said."""
    said: list[str] = []

    def sound(ssml: str, language: str) -> bytes:
        said.append(ssml)
        return b"OggS" + ssml.encode()

    monkeypatch.setattr(machine, "sound", sound)
    monkeypatch.setattr(machine, "missing", list)
    monkeypatch.setattr(machine, "versions", lambda: "1")
    return said


@pytest.mark.parametrize("language", [code for code in SPEAKING if code in the_site().renderers])
def test_everything_to_do_and_not_to_do_is_said_and_stands_on_the_page(language: str) -> None:
    voice = the_site().renderers[language].voice
    missing, unwritten = [], []
    for entry in the_site().library.entries.values():
        for end in entry.ends:
            address = f"emergency/triage/{end.id}.html"
            said = told(address, language).split("\n")
            for field in ("do", "do_not"):
                here = f"triage/{entry.id}#ends.{end.id}.{field}"
                texts = [str(voice.translate(here, text)) for text in getattr(end, field)]
                # A voice knows no spaces that do not break.
                missing += [text for text in texts if " ".join(text.split()) not in said]
            whole = plain(the_site().page(page(address), language))
            # That the page has more is of the sound alone, and the day stands in the foot.
            for line in said[:-3]:
                unwritten += [part for part in line.split(". ") if re.sub(r"\s+", "", part) not in whole]

    assert (missing, unwritten) == ([], [])


def test_numbers_are_said_digit_by_digit_and_names_in_their_language() -> None:
    markup = heard.markup(the_site(), page(ARRESTED), "es")
    lines = lines_of(markup, "es")
    ssml = machine.spoken(lines, "es", the_site().renderers["es"].fill)

    assert (Run("Front Line Defenders", "en"),) in lines
    assert '<voice xml:lang="en-us">Front Line Defenders</voice>' in ssml
    assert (Run("+353 1 210 0489", "es", True),) in lines
    assert "<p>+ 3 5 3, 1, 2 1 0, 0 4 8 9</p>" in ssml


@pytest.mark.parametrize(
    "number, said",
    [
        ("112", "1 1 2"),
        ("+41 22 809-4939", "+ 4 1, 2 2, 8 0 9, 4 9 3 9"),
        ("(02) 5", "0 2, 5"),
        ("*141#", "* 1 4 1 #"),
    ],
)
def test_a_number_has_a_pause_where_it_has_a_space(number: str, said: str) -> None:
    assert digit_by_digit(number) == said


def test_no_number_is_said_whose_warning_would_come_too_late() -> None:
    """A listener dials before the end: who is dangerous to call from somewhere stands on the page alone."""
    library = the_site().library
    said = {
        name for one in heard.pages(the_site()) if one.kind == "end" for name in told(one.address).split("\n")
    }
    warned = [
        o.names["en"]
        for o in library.organisations.values()
        if "en" in o.names
        and (library.danger.of_in(o, None) or any(c.warning for c in o.contacts if c is library.reach.of(o)))
    ]

    assert warned and [name for name in warned if name in said] == []


def test_no_machine_speaks_of_dying_or_sexual_violence() -> None:
    entries = the_site().library.entries
    silent = {one.key for one in heard.pages(the_site()) if heard.needs_people(the_site(), one)}
    speaking = [one for one in heard.pages(the_site()) if one.key not in silent or one.kind != "end"]
    words = re.compile(r"\brape|\bdying\b|\bsuicid|sexual", re.IGNORECASE)

    assert {end.id for end in entries["sexual-violence"].ends} | {"exhausted-now", "other-dying"} < silent
    assert [one.address for one in speaking if words.search(told(one.address))] == []
    # Those that people read are whole, and what is named here exists.
    assert "Sexual violence\n" in told(HOUR, is_machine=False)
    assert "Not all of the page is read aloud here." in told(HOUR)
    assert {end.id for entry in entries.values() for end in entry.ends} >= heard.ENDS_BY_PEOPLE
    assert {path for path in heard.WRITTEN if path not in the_site().written} == set()
    situations = {term.code for term in the_site().library.vocabulary("situation").in_order}
    assert situations >= heard.BY_PEOPLE
    headings = {line.lstrip("# ") for path in heard.WRITTEN for line in the_site().written[path].split("\n")}
    assert headings >= heard.SECTIONS_BY_PEOPLE


def test_without_sounds_no_page_has_a_trace_of_one(site: Site, project: Project) -> None:
    before = site.page(page(ARRESTED), "es")
    production.prepare(project, site, None, lambda _: None)

    assert site.page(page(ARRESTED), "es") == before
    assert re.search("audio|media-src|heard", before) is None


def test_a_page_with_a_sound_has_a_player_a_policy_and_says_who_speaks(
    site: Site, project: Project, few: None, voice: list[str], tmp_path: Path
) -> None:
    silent = {code: site.page(page("emergency/triage/exhausted-now.html"), code) for code in ("en", "es")}
    before = site.page(page(ARRESTED), "ar")
    production.prepare(project, site, "yes", lambda _: None)
    production.copy_in(tmp_path / "tree", site)
    document = site.page(page(ARRESTED), "es")

    assert (
        '<audio controls preload="none" src="../../../heard/es/emergency/triage/arrested-held.ogg"'
        in document
    )
    assert document.count("media-src 'self'") == 1 and "máquina" in document
    assert document.index("</h1>") < document.index("<audio") < document.index("<ol")
    # No voice for Arabic, none on thoughts of dying.
    assert site.page(page(ARRESTED), "ar") == before
    assert {code: site.page(page("emergency/triage/exhausted-now.html"), code) for code in silent} == silent
    files = {file.relative_to(tmp_path / "tree").as_posix() for file in (tmp_path / "tree").rglob("*.ogg")}
    speaking = [code for code in site.renderers if code in machine.VOICES]
    assert files == {f"heard/{c}/{a.removesuffix('.html')}.ogg" for c in speaking for a in (ARRESTED, HOUR)}


def test_only_what_changed_is_spoken_again(site: Site, project: Project, few: None, voice: list[str]) -> None:
    production.prepare(project, site, "yes", lambda _: None)
    first = len(voice)
    production.prepare(project, site, "yes", lambda _: None)
    again = len(voice) - first
    (project.build("listening") / "es" / f"{ARRESTED.removesuffix('.html')}.key").write_text("old")
    production.prepare(project, site, "yes", lambda _: None)

    assert (again, len(voice) - first) == (0, 1) and first > 1


def test_copies_for_files_and_no_leave_sounds_out(project: Project, few: None, voice: list[str]) -> None:
    files = the_site().for_copy(the_site().settings.for_copy("files", None))
    production.prepare(project, files, "yes", lambda _: None)
    production.prepare(project, the_site(), "no", lambda _: None)

    assert (files.sounds, the_site().sounds, voice) == ({}, {}, [])


def test_a_machine_without_a_voice_says_what_it_needs(
    site: Site, project: Project, few: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda name: None)
    production.prepare(project, site, "yes", said.append)

    assert said == [
        "No machine reads pages aloud: `apt-get install espeak-ng opus-tools` brings one; then build again."
    ]
    assert site.sounds == {}


def record(project: Project, language: str, path: str, words: str | None, content: bytes = b"OggS") -> None:
    """Put a recording into a project."""
    file = project.find(f"data/recordings/{language}/{path}.opus")
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    if words is not None:
        file.with_suffix(".yml").write_text(f"words: {words}\n", "utf-8")


def mark(address: str, language: str) -> str:
    """What the file beside a recording of today's words says."""
    return hash_of(lines_of(heard.markup(the_site(), page(address), language), language))


@pytest.mark.parametrize("address", [ARRESTED, "emergency/triage/exhausted-now.html"])
def test_a_recording_takes_the_place_of_the_machine(
    address: str, site: Site, project: Project, few: None, voice: list[str], tmp_path: Path
) -> None:
    record(project, "ar", address.removesuffix(".html"), mark(address, "ar"))
    production.prepare(project, site, None, lambda _: None)
    production.copy_in(tmp_path / "tree", site)

    document = site.page(page(address), "ar")
    assert "<audio" in document and "آلة" not in document.split("<audio")[0]
    assert [file.name for file in (tmp_path / "tree").rglob("*.ogg")] == [Path(address).stem + ".ogg"]
    assert voice == []


@pytest.mark.parametrize(
    "words, content, told_with",
    [
        ("0123456789abcdef", b"OggS", ["recorded from other words or numbers (0123456789abcdef)", "words: "]),
        (None, b"OggS", ["arrested-held.yml", "the file is missing"]),
        ("now", b"RIFF", ["this is no Ogg file"]),
        ("now", b"OggS" + b"0" * machine.MOST, ["120004 bytes"]),
    ],
)
def test_a_recording_that_does_not_fit_is_left_out_and_told(
    words: str | None, content: bytes, told_with: list[str], site: Site, project: Project, few: None
) -> None:
    said: list[str] = []
    now = mark(ARRESTED, "es")
    record(project, "es", ARRESTED.removesuffix(".html"), now if words == "now" else words, content)
    production.prepare(project, site, None, said.append)

    assert site.sounds == {} and len(said) == 1
    assert [part for part in told_with if part not in said[0]] == [] and "warning" in said[0]
    # What would be right can be pasted, but only after somebody has read it again.
    assert words == "now" or (f"words: {now}" in said[0] and "python -m amparo heard es" in said[0])


def test_a_recording_of_no_page_is_told(site: Site, project: Project, few: None) -> None:
    said: list[str] = []
    record(project, "es", "emergency/nothing", "x")
    production.prepare(project, site, None, said.append)

    assert len(said) == 1 and "no page that can be heard is called so" in said[0]


def test_another_number_makes_a_recording_old() -> None:
    now = lines_of("<p>Call</p><p><a href='tel:'>112</a></p>", "en")
    later = lines_of("<p>Call</p><p><a href='tel:'>113</a></p>", "en")

    assert hash_of(now) == hash_of(lines_of("<div><p>Call</p>\n<p>112</p></div>", "en")) != hash_of(later)


def test_the_command_prints_what_to_read_and_its_mark(capsys: pytest.CaptureFixture[str]) -> None:
    done = command(PROJECT, "es", "emergency/first-hour")
    printed = capsys.readouterr().out

    assert done == 0 and printed.startswith(told(HOUR, "es", is_machine=False))
    assert printed.endswith(f"words: {mark(HOUR, 'es')}\n")
    assert command(PROJECT, "es", "emergency/nothing") == 1


@pytest.mark.parametrize("has", [True, False])
def test_servers_allow_sounds_only_where_a_page_has_one(has: bool, tmp_path: Path) -> None:
    policy = "img-src 'self'" + ("; media-src &#39;self&#39;" if has else "")
    (tmp_path / "a.html").write_text(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')

    assert has_sounds(tmp_path) is has


needs_voice = pytest.mark.skipif(bool(machine.missing()), reason="no voice on this machine")


@needs_voice
@pytest.mark.slow("a real voice speaks five pages twice")
@pytest.mark.parametrize("language", SPEAKING)
def test_real_voice_is_small_whole_and_the_same_twice(language: str, tmp_path: Path) -> None:
    """Listened to by measuring: as long as its words need, loud, never silent for long."""
    spoken = language if language in the_site().renderers else "en"
    lines = lines_of(heard.markup(the_site(), page(ARRESTED), spoken, is_machine=True), language)
    ssml = machine.spoken(lines, language, the_site().renderers[spoken].fill)
    small, again = (machine.sound(ssml, language) for _ in range(2))
    (tmp_path / "a.ogg").write_bytes(small)
    told_of = subprocess.run(
        ["opusinfo", tmp_path / "a.ogg"], capture_output=True, text=True, check=True
    ).stdout
    subprocess.run(["opusdec", "--quiet", tmp_path / "a.ogg", tmp_path / "a.wav"], check=True)
    minutes, seconds = map(float, re.search(r"Playback length: (\d+)m:([\d.]+)s", told_of).groups())
    words = len(text_of(lines).split())

    assert small == again and len(small) <= machine.MOST
    assert 0.22 < (minutes * 60 + seconds) / words < 0.75
    assert longest_silence(tmp_path / "a.wav") < 2.5
    assert "WARNING" not in told_of.upper()


def longest_silence(file: Path) -> float:
    """Seconds of the longest part in which nothing is heard; the whole length where all of it is silent."""
    import wave
    from array import array

    with wave.open(str(file)) as opened:
        rate, channels = opened.getframerate(), opened.getnchannels()
        sounds = array("h", opened.readframes(opened.getnframes()))
    step = rate * channels // 20
    loud = [max(map(abs, sounds[at : at + step])) > 300 for at in range(0, len(sounds), step)]
    runs = "".join("x" if one else "." for one in loud).split("x")
    return max(len(run) for run in runs) / 20


@needs_voice
def test_too_long_for_the_limit_gives_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "MOST", 500)

    assert machine.sound("<speak>" + "One two three. " * 20 + "</speak>", "en") is None
