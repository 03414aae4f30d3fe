"""Kiwix opens every ZIM and finds records; EPUB passes the checker of its makers; both tell the day of the
facts."""

from __future__ import annotations

import re
import shutil
import socket
import struct
import subprocess
import time
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher

from amparo.copies import zim_bytes
from amparo.copies.epub import make as make_epub
from amparo.copies.finished import FinishedCopy
from amparo.copies.zim import make as make_zim
from amparo.pages.renderer import Renderer
from amparo.text.catalogue import read_translations
from amparo.text.voice import Voice
from tests.conftest import PROJECT, ROOT
from tests.release.conftest import Releases


@pytest.fixture(scope="module")
def zim(releases: Releases) -> Path:
    """The Spanish ZIM."""
    return releases.old / "amparo-es.zim"


@pytest.fixture(scope="module")
def epub(releases: Releases) -> Path:
    """The Spanish EPUB."""
    return releases.old / "amparo-es.epub"


def test_zim_is_sound_and_says_what_it_must(zim: Path) -> None:
    archive = Archive(zim)
    said = {
        key: archive.get_metadata(key).decode()
        for key in ("Name", "Title", "Creator", "Publisher", "Date", "Language", "Description")
    }

    assert archive.check() and archive.has_fulltext_index and archive.has_title_index
    assert said["Date"] == "2026-11-21" and said["Language"] == "spa" and all(said.values())
    assert len(said["Title"]) <= 30 and len(said["Description"]) <= 80
    assert archive.main_entry.get_item().path == "es/index.html"
    assert bytes(archive.get_illustration_item(48).content).startswith(b"\x89PNG")


def test_zim_passes_the_checker_of_its_makers(zim: Path) -> None:
    """That some sheets are alike is a warning, not a mistake. zimcheck 3.1 takes the address of a text
    message for a file of the ZIM; every other link must lead to a file."""
    whole = subprocess.run(
        ["zimcheck", "-0", "-C", "-I", "-M", "-F", "-P", "-R", "-L", str(zim)], capture_output=True, text=True
    )
    links = subprocess.run(["zimcheck", "-U", str(zim)], capture_output=True, text=True).stdout

    assert whole.returncode == 0 and "Overall Test Status: Pass" in whole.stdout, whole.stdout + whole.stderr
    assert "[ERROR]" not in whole.stdout
    assert [
        line for line in links.split("\n") if line.startswith("- ") and not line.startswith("- sms:")
    ] == []


def test_zim_of_the_same_copy_has_the_same_bytes_and_that_of_another_copy_another_id(tmp_path: Path) -> None:
    """Else two people who release could not compare what they made."""
    pages = {"es/index.html": "Inicio", "es/b.html": "Zeta", "es/c.html": "Ayuda"}
    made = []
    for n, text in enumerate(("Ayuda", "Ayuda", "Ayuda 2")):
        tree = tmp_path / str(n)
        for name, title in {**pages, "es/c.html": text}.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(
                f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
            )
        renderer = Renderer(ROOT / "hooks/templates", Voice("es", read_translations(PROJECT, "es")))
        make_zim(FinishedCopy(tree, "es/", renderer, "Amparo", date(2026, 11, 21), 1), tmp_path / f"{n}.zim")
        made.append((tmp_path / f"{n}.zim").read_bytes())
    archives = [Archive(tmp_path / f"{n}.zim") for n in range(3)]

    assert made[0] == made[1] and archives[0].uuid != archives[2].uuid
    assert all(archive.check() for archive in archives)
    assert titles_in_order(made[0]) == sorted(titles_in_order(made[0]))


def titles_in_order(content: bytes) -> list[tuple[bytes, bytes]]:
    """Room and title of every entry, in the order of the list that the head of a ZIM names."""
    head = zim_bytes.HEAD.unpack_from(content)
    count, paths, titles = head[4], head[6], head[7]
    found = []
    for number in struct.unpack_from(f"<{count}I", content, titles):
        (place,) = struct.unpack_from("<Q", content, paths + 8 * number)
        begin = place + (12 if content[place : place + 2] == b"\xff\xff" else 16)
        path, title = content[begin:].split(b"\0", 2)[:2]
        found.append((content[place + 3 : place + 4], title or path))
    return found


def test_zim_holds_the_pages_of_the_copy_as_they_are(zim: Path, releases: Releases) -> None:
    archive = Archive(zim)
    with zipfile.ZipFile(releases.old / "amparo-es.zip") as copy:
        files = {name.partition("/")[2]: copy.read(name) for name in copy.namelist()}
    wanted = {name for name in files if name.startswith(("es/", "assets/"))}

    assert {
        name for name in wanted if bytes(archive.get_entry_by_path(name).get_item().content) != files[name]
    } == set()


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("Front Line Defenders", "es/emergency/organisations/front-line-defenders.html"),
        ("medidas cautelares", "es/mechanisms/iachr-precautionary-measures.html"),
    ],
)
def test_zim_finds_records_by_its_own_search(query: str, page: str, zim: Path) -> None:
    found = Searcher(Archive(zim)).search(Query().set_query(query))

    assert page in list(found.getResults(0, 10))


@pytest.fixture(scope="module")
def kiwix(zim: Path) -> Iterator[str]:
    """kiwix-serve on this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        ["kiwix-serve", "--address", "127.0.0.1", "--port", str(port), str(zim)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.kill()
        running.wait()


def test_kiwix_serve_opens_the_start_page_and_finds_a_record(kiwix: str) -> None:
    book = "amparo-es"
    start = urllib.request.urlopen(f"{kiwix}/{book}/es/index.html").read().decode()
    words = urllib.parse.quote("Front Line Defenders")
    found = urllib.request.urlopen(f"{kiwix}/search?content={book}&pattern={words}").read().decode()

    assert "tel:+" in start and "es/emergency/organisations/front-line-defenders.html" in found


def test_kiwix_reads_the_list_of_all_zim_files(releases: Releases, tmp_path: Path) -> None:
    """kiwix-manage of this machine reads library.xml, and kiwix-serve shows a book by it."""
    for file in (*releases.old.glob("*.zim"), releases.old / "library.xml"):
        shutil.copyfile(file, tmp_path / file.name)
    told = subprocess.run(
        ["kiwix-manage", "library.xml", "show"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    named = {
        Path(line.split(":", 1)[1].strip()).name for line in told.splitlines() if line.startswith("path:")
    }
    ids = {line.split(":", 1)[1].strip() for line in told.splitlines() if line.startswith("id:")}

    assert named == {file.name for file in releases.old.glob("*.zim")} and named
    assert ids == {str(Archive(file).uuid) for file in releases.old.glob("*.zim")}


def test_epub_passes_epubcheck(releases: Releases, tmp_path: Path) -> None:
    """A book of every hand-written page and every tenth record: the checker needs half a minute for a whole
    one.
    Debian's program is a jar that only some kernels start by themselves."""
    with zipfile.ZipFile(releases.old / "amparo-es.zip") as copy:
        names = [name for name in copy.namelist() if "/es/" in name]
        for n, name in enumerate(names):
            if n % 10 == 0 or name.count("/") < 4 or name.endswith("/index.html"):
                copy.extract(name, tmp_path)
    tree, book = next(tmp_path.iterdir()), tmp_path / "book.epub"
    renderer = Renderer(ROOT / "hooks/templates", Voice("es", read_translations(PROJECT, "es")))
    make_epub(FinishedCopy(tree, "es/", renderer, "Amparo", date(2026, 11, 21), 1), book)

    done = subprocess.run(
        ["java", "-jar", str(Path(shutil.which("epubcheck")).resolve()), str(book)],
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0 and "0 fatals / 0 errors / 0 warnings" in done.stdout, (
        done.stdout + done.stderr
    )
    assert len(zipfile.ZipFile(book).namelist()) > 100


def test_epub_has_its_contents_for_old_readers_too(epub: Path) -> None:
    """Readers made for the second edition of the format show no other menu."""
    with zipfile.ZipFile(epub) as book:
        old, new = (book.read(f"OEBPS/{name}").decode() for name in ("toc.ncx", "nav.xhtml"))
        package = book.read("OEBPS/package.opf").decode()
    chapters = re.findall(r"<li><a href=\"([^\"]*)\">(.*?)</a></li>", new)

    assert re.findall(r"<text>([^<]*)</text></navLabel>\s*<content src=\"([^\"]*)\"/>", old) == [
        (name, href) for href, name in chapters
    ]
    assert len(chapters) > 40 and re.search(r'<spine toc="ncx"', package)
    assert re.search(r'dtb:uid" content="([^"]*)"', old)[1] in package


def test_epub_holds_every_page_of_its_three_parts_with_the_numbers(epub: Path, releases: Releases) -> None:
    """But for sheets to print: they say once more what other pages say."""
    with zipfile.ZipFile(releases.old / "amparo-es.zip") as copy:
        pages = {
            name.partition("/es/")[2]: copy.read(name).decode()
            for name in copy.namelist()
            if "/es/" in name and name.endswith(".html")
        }
    with zipfile.ZipFile(epub) as book:
        texts = {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")}
        first = book.infolist()[0]
    wanted = {
        name
        for name in pages
        if name.startswith(("emergency/", "mechanisms/", "workshop/"))
        and not name.startswith("workshop/print/")
    }
    calls = re.compile(r'href="(tel:[^"]*)"')

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {f"OEBPS/{name.removesuffix('.html')}.xhtml" for name in wanted} | {
        "OEBPS/nav.xhtml"
    } == texts.keys()
    assert {
        name
        for name in wanted
        if calls.findall(pages[name].partition("<main")[2])
        != calls.findall(texts[f"OEBPS/{name.removesuffix('.html')}.xhtml"])
    } == set()
    assert all("2026-11-21" in text for text in texts.values())
