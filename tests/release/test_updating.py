"""An update says what is served: it refuses what it cannot exchange, waits for nobody, loses nothing that it
fetched, and reads back what stands there."""

from __future__ import annotations

import contextlib
import os
import random
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from amparo.release import changes
from amparo.release.delta import delta
from tests.release.asking import KIT, POWERLESS
from tests.release.conftest import Keys
from tests.release.copies import made_up_copy, seal

PROGRAMS = ("update.py", "update.sh")
PHRASE = "phrase "
MANY = {f"pages/{n:03}.html": f"<p>Page {n}</p>\n" * 200 for n in range(60)}


def words(program: str, source: str, mirror: Path, key: Path, shell: str = "sh") -> list[str]:
    """The command."""
    if program.endswith("py"):
        return [sys.executable, "-B", str(KIT / program), source, str(mirror), "--key", str(key)]
    return [*shell.split(), str(KIT / program), source, str(mirror), str(key)]


def update(
    program: str,
    source: object,
    mirror: Path,
    keys: Keys,
    before: list[str] = (),
    shell: str = "sh",
    **more: str,
) -> tuple[int, str]:
    """Update to the end: exit code and what it said."""
    done = subprocess.run(
        [*before, *words(program, str(source), mirror, keys.public, shell)],
        capture_output=True,
        text=True,
        env={**os.environ, "TODAY": "2026-12-01", "LANG": "en", "CDPATH": "/tmp:/", **more},
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


@contextlib.contextmanager
def served(folder: Path, **more: object) -> Iterator[str]:
    """Serve a folder; `more` are attributes of the handler: `encoding` is told for every .gz file, `hides` is
    replaced in every page, `fails` ends after so many answers, `waits` is seconds before each."""

    class Handler(SimpleHTTPRequestHandler):
        encoding, hides, fails, waits, asked = "", b"", 0, 0.0, []

        def do_GET(self) -> None:
            self.asked.append(self.path)
            time.sleep(self.waits)
            file = Path(folder, self.path.lstrip("/"))
            if not file.is_file() or (self.fails and len(self.asked) > self.fails):
                self.send_error(404 if not file.is_file() else 410)
                return
            content = file.read_bytes().replace(self.hides, b"[hidden]") if self.hides else file.read_bytes()
            self.send_response(200)
            if self.path.endswith(".gz") and self.encoding:
                self.send_header("Content-Encoding", self.encoding)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Tests read no log."""

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(type("Special", (Handler,), {"asked": [], **more}), directory=str(folder))
    )
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def old(keys: Keys, tmp_path: Path) -> Path:
    """An invented release."""
    return made_up_copy(tmp_path / "old", keys.secret, 1, pages=MANY)


@pytest.fixture
def new(old: Path, keys: Keys, tmp_path: Path) -> Path:
    """The next one: one page says something else, and it tells what changed."""
    place = made_up_copy(
        tmp_path / "new", keys.secret, 2, pages={**MANY, "pages/003.html": "<p>mail: a@example.org</p>\n"}
    )
    changes.write_changes(changes.files_in(old), place)
    seal(place, keys.secret, 2)
    return place


@pytest.fixture
def mirror(old: Path, keys: Keys, tmp_path: Path) -> Path:
    """A mirror where the first stands."""
    assert update("update.py", old, tmp_path / "mirror", keys)[0] == 0
    return tmp_path / "mirror"


def stands(mirror: Path) -> str:
    """The release that the web server shows, as its page says it."""
    return (mirror / "current/emergency/index.html").read_text()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("what", ["folder", "empty folder", "file"])
def test_current_that_is_no_link_is_refused_with_the_command_that_mends_it(
    program: str, what: str, mirror: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    place = tmp_path / "it's a mirror نسخة"
    mirror.rename(place)
    real = (place / "current").resolve()
    (place / "current").unlink()
    if what == "folder":
        shutil.copytree(real, place / "current")
    elif what == "empty folder":
        (place / "current").mkdir()
    else:
        (place / "current").write_text("x")

    code, said = update(program, new, place, keys)

    assert code == 1 and "current-folder" in said and "updated" not in said and "Traceback" not in said
    command = said.split("current-folder ", 1)[1].split("\n")[0]
    assert shlex.split(command)[0] == "mv"
    subprocess.run(command, shell=True, check=True)
    code, said = update(program, new, place, keys)
    assert code == 0 and "Release 2" in stands(place), said


@pytest.mark.parametrize("program", PROGRAMS)
def test_after_the_swap_the_version_and_the_phrase_of_what_is_served_are_told(
    program: str, mirror: Path, new: Path, keys: Keys
) -> None:
    right = subprocess.run(
        ["sh", str(KIT / "verify.sh"), str(new), str(keys.public)], capture_output=True, text=True
    ).stdout

    code, said = update(program, new, mirror, keys)
    again, same = update(program, new, mirror, keys)

    phrase = next(line for line in right.split("\n") if line.startswith(PHRASE))
    assert (code, again) == (0, 0) and "updated 2\n" in said and "same 2\n" in same
    assert phrase in said and phrase in same and "/mirror/releases/2-" in said
    assert sorted(path.name for path in mirror.iterdir()) == [
        "current",
        "releases",
        "trace.txt",
        "update.lock",
    ]


@pytest.mark.parametrize("first", PROGRAMS)
@pytest.mark.parametrize("second", PROGRAMS)
def test_second_of_two_updates_at_once_says_so_and_does_nothing(
    first: str, second: str, mirror: Path, new: Path, keys: Keys
) -> None:
    with served(new, waits=1.5) as url:
        running = subprocess.Popen(words(first, url, mirror, keys.public), stdout=subprocess.PIPE, text=True)
        time.sleep(1)
        code, said = update(second, new, mirror, keys)
        running.communicate()

    assert code == 1 and "busy" in said and "updated" not in said
    assert running.returncode in (0, 2) and "Release 2" in stands(mirror)


@pytest.mark.parametrize("program", PROGRAMS)
def test_update_that_stopped_goes_on_where_it_was(
    program: str, new: Path, keys: Keys, tmp_path: Path
) -> None:
    mirror = tmp_path / "fresh"
    for asked in (20, 40):
        with served(new, fails=asked) as url:
            code, said = update(program, url, mirror, keys)
        assert code == 1 and "incomplete" in said and not (mirror / "current").exists(), said

    served_files = []
    with served(new, asked=served_files) as url:
        code, said = update(program, url, mirror, keys)

    assert code == 0 and "resumed 5" in said, said
    assert len(served_files) < 20 and not (mirror / "left").exists()


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_is_left_from_elsewhere_is_never_believed(
    program: str, mirror: Path, new: Path, keys: Keys
) -> None:
    for name in ("index.html", "pages/003.html", "pages/004.html", "kit/changes.txt.gz"):
        (mirror / "left" / name).parent.mkdir(parents=True, exist_ok=True)
        (mirror / "left" / name).write_text("Call +1 555 0100")

    code, said = update(program, new, mirror, keys)

    assert code == 0 and "Release 2" in stands(mirror) and not (mirror / "left").exists(), said


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", place], capture_output=True)
    if done.returncode:
        pytest.skip("nobody may mount a small disk here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("has_old", [False, True])
def test_full_disk_is_one_sentence_with_its_cause_and_the_old_copy_stays(
    program: str, has_old: bool, small_disk: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    if has_old:
        small = made_up_copy(tmp_path / "small", keys.secret, 1)
        assert update("update.py", small, small_disk / "mirror", keys)[0] == 0

    code, said = update(program, new, small_disk / "mirror", keys)

    assert code == 1 and "No space left on device" in said and "Traceback" not in said, said
    assert [line.split(" ")[0] for line in said.strip().split("\n")] in (
        ["fetching", "not-written", "bytes"],
        ["fetching", "not-written"],
    )
    assert not has_old or "Release 1" in stands(small_disk / "mirror")
    assert not (small_disk / "mirror/left").exists() and not (small_disk / "mirror/new").exists()


@pytest.mark.parametrize("program", PROGRAMS)
def test_folder_without_permission_is_one_sentence_with_its_cause(
    program: str, new: Path, keys: Keys, tmp_path: Path
) -> None:
    if POWERLESS and not shutil.which(POWERLESS[0]):
        pytest.skip("root without setpriv may write everywhere")
    (tmp_path / "closed").mkdir(mode=0o555)

    for place in (tmp_path / "closed", tmp_path / "closed/mirror"):
        code, said = update(program, new, place, keys, POWERLESS)
        assert code == 1 and "not-written" in said and "Permission denied" in said, said
        assert "Traceback" not in said


@pytest.mark.parametrize("program", PROGRAMS)
def test_disk_without_links_is_told_before_anything_is_fetched(
    program: str, new: Path, keys: Keys, tmp_path: Path
) -> None:
    """As exFAT answers."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "ln").write_text("#!/bin/sh\necho 'ln: failed: Operation not permitted' >&2\nexit 1\n")
    (tools / "ln").chmod(0o755)
    (tools / "sitecustomize.py").write_text(
        "import os\ndef no(*_, **__):\n    raise OSError(1, 'Operation not permitted')\nos.symlink = no\n"
    )

    code, said = update(
        program, new, tmp_path / "m", keys, PATH=f"{tools}:{os.environ['PATH']}", PYTHONPATH=str(tools)
    )

    assert code == 1 and "no-links" in said and "Operation not permitted" in said, said


@pytest.mark.parametrize("program", PROGRAMS)
def test_changed_page_of_a_pdf_is_fetched_and_not_the_whole_pdf(
    program: str, keys: Keys, tmp_path: Path
) -> None:
    """As bytes that nobody can pack further, with one part changed, one put in and one moved."""
    chance = random.Random(20261130)
    old_bytes = chance.randbytes(200_000)
    new_bytes = (
        old_bytes[90_000:150_000] + old_bytes[:50_000] + chance.randbytes(3000) + old_bytes[50_001:90_000]
    )
    places, mirror = [], tmp_path / "a mirror"
    for version, content in ((1, old_bytes), (2, new_bytes)):
        place = tmp_path / str(version)
        (place / "print").mkdir(parents=True)
        (place / "print/sheet.pdf").write_bytes(content)
        places.append(made_up_copy(place, keys.secret, version))
    changes.write_changes(changes.files_in(places[0]), places[1])
    seal(places[1], keys.secret, 2)
    update("update.py", places[0], mirror, keys)

    asked = []
    with served(places[1], asked=asked) as url:
        code, said = update(program, url, mirror, keys)

    assert code == 0 and (mirror / "current/print/sheet.pdf").read_bytes() == new_bytes, said
    assert sorted(asked) == ["/SHA256SUMS.minisig", "/kit/changes.txt.gz"]
    assert (places[1] / "kit/changes.txt.gz").stat().st_size < 5000


def test_parts_are_told_only_where_they_are_fewer_bytes() -> None:
    chance = random.Random(1)
    one, other = chance.randbytes(1000), chance.randbytes(1000)

    assert delta(b"", one) is None and delta(one, other) is None and delta(one, b"") is None
    assert delta(one, one) == "0+1000"


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("encoding", ["gzip", "x-gzip"])
@pytest.mark.parametrize("has_old", [False, True])
def test_gz_file_that_a_server_calls_packed_is_taken_as_it_was_sent(
    program: str, encoding: str, has_old: bool, mirror: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    place = mirror if has_old else tmp_path / "fresh"
    asked = []
    with served(new, encoding=encoding, asked=asked) as url:
        code, said = update(program, url, place, keys)

    assert code == 0 and "Release 2" in stands(place), said
    assert not has_old or len(asked) <= 3, asked


@pytest.mark.parametrize("program", PROGRAMS)
def test_page_that_a_network_changes_on_the_way_is_named(
    program: str, new: Path, keys: Keys, tmp_path: Path
) -> None:
    with served(new, hides=b"a@example.org") as url:
        code, said = update(program, url, tmp_path / "m", keys)

    assert code == 1 and "altered pages/003.html" in said and not (tmp_path / "m/current").exists(), said


@pytest.mark.parametrize("program", PROGRAMS)
def test_wrong_words_never_end_as_fresh(program: str, new: Path, keys: Keys, tmp_path: Path) -> None:
    other = Keys(keys.secret, tmp_path / "missing.pub")
    codes = [
        update(program, tmp_path / "nowhere", tmp_path / "m", keys),
        update(program, new, tmp_path / "m", other),
        update(program, tmp_path, tmp_path / "m", keys),
    ]
    bare = subprocess.run(words(program, "x", tmp_path, keys.public)[:-2], capture_output=True)

    assert [code for code, _ in codes] == [1, 1, 1] and bare.returncode == 1
    assert "no-such" in codes[0][1] and "no-such" in codes[1][1]
    assert not (tmp_path / "m/current").exists()


@pytest.mark.parametrize("has_old", [False, True])
def test_busybox_alone_keeps_a_mirror_fresh(
    has_old: bool, mirror: Path, new: Path, keys: Keys, tmp_path: Path
) -> None:
    """Its shell, its wget and all its other tools; only the signature is checked by openssl."""
    busybox = shutil.which("busybox")
    if not busybox:
        pytest.skip("no busybox here")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in subprocess.run(
        [busybox, "--list"], capture_output=True, text=True, check=True
    ).stdout.split():
        (tools / name).symlink_to(busybox)
    (tools / "openssl").symlink_to(shutil.which("openssl"))
    place = mirror if has_old else tmp_path / "fresh"

    with served(new) as url:
        code, said = update("update.sh", url, place, keys, shell=f"{tools}/sh", PATH=str(tools))
        again, same = update("update.sh", url, place, keys, shell=f"{tools}/sh", PATH=str(tools))

    assert (code, again) == (0, 0) and "updated 2" in said and "same 2" in same, said + same
    assert "Release 2" in stands(place)


@pytest.mark.parametrize("program", PROGRAMS)
def test_files_of_a_mac_in_the_copy_that_stands_here_do_not_stop_an_update(
    program: str, mirror: Path, old: Path, new: Path, keys: Keys
) -> None:
    (mirror / "current/.DS_Store").write_bytes(b"x")

    same = update(program, old, mirror, keys)
    code, said = update(program, new, mirror, keys)

    assert same[0] == 0 and code == 0 and "Release 2" in stands(mirror), said
    assert not (mirror / "current/.DS_Store").exists()
