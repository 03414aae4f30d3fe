"""An address whose keeping or sharing is the offence is text without a link on the web, and stands in nothing
that goes onto a
device, onto paper or into a code."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from libzim.reader import Archive

from tests.first_contact import raw
from tests.official.test_sheets_fit_on_paper import sides
from tests.release.conftest import Releases, keys, releases

__all__ = ("keys", "releases")

WORDS = (".html", ".xhtml", ".js", ".json", ".txt", ".xml", ".css", ".opf", ".ncx", ".tsv", ".md", ".svg")
"""Files that hold words."""

MOST_NAMES = 3
"""Names told of what is wrong."""


@cache
def pattern() -> re.Pattern[str]:
    """Any of the hosts, and what lies below it."""
    hosts = "|".join(re.escape(host) for host in sorted(raw.forbidden_hosts()))
    return re.compile(rf"(?<![\w-])(?:[\w-]+\.)*(?:{hosts})(?![\w-]|\.\w)", re.IGNORECASE)


def named_in(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Where such a host is named: name of the file, and the host. Fails when nothing was read."""
    found, read = {}, 0
    for name, text in texts:
        read += 1
        match = pattern().search(text)
        if match and len(found) < MOST_NAMES:
            found[name] = match[0]
    assert read
    return found


def files(*globs: Iterator[Path]) -> Iterator[tuple[str, str]]:
    """Files of words with what they say."""
    for file in (file for each in globs for file in each):
        if file.suffix in WORDS:
            yield str(file), file.read_text("utf-8")


def printed(file: Path) -> str:
    """What a PDF says, with its links."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    links = b" ".join(re.findall(rb"/URI\s*\((.*?)\)", file.read_bytes(), re.DOTALL))
    return done.stdout + links.decode("latin-1")


def test_hosts_are_many_and_are_noticed() -> None:
    assert len(raw.forbidden_hosts()) > 10 and "spring96.org" in raw.forbidden_hosts()
    for text in ("spring96.org", "https://www.spring96.org/x", "help@mail.SPRING96.org."):
        assert named_in([("a", text)])
    assert not named_in([("a", "notspring96.org and spring96.org.example")])


def test_no_link_of_the_site_leads_to_such_a_host(site: Path) -> None:
    links = re.compile(r'\s(?:href|src|content|action|data-leave|cite)="([^"]*)"')

    assert (
        named_in((name, "\n".join(links.findall(text))) for name, text in files(site.rglob("*.html"))) == {}
    )


def test_search_pocket_sheets_and_codes_name_no_such_host(site: Path) -> None:
    texts = files(
        site.glob("assets/**/*"),
        site.glob("pocket-*.html"),
        site.rglob("workshop/**/*"),
        site.rglob("emergency/cards/*.html"),
        site.rglob("emergency/incident/*.html"),
    )

    assert named_in(texts) == {}


@pytest.mark.slow("reads every PDF and document of the site")
def test_no_paper_of_the_site_names_such_a_host(site: Path) -> None:
    texts = [(str(file), printed(file)) for file in site.rglob("*.pdf")]
    for file in (*site.rglob("*.odt"), *site.rglob("*.odp"), *site.rglob("*.xlsx"), *site.rglob("*.zip")):
        texts += [(str(file), text) for _, text in inside(file)]

    assert named_in(texts) == {}


@pytest.mark.slow("prints sheets in a browser")
def test_printed_country_sheets_name_no_such_host(site: Path, tmp_path: Path) -> None:
    """Of every country in which such a list holds, and of neighbours where the listed help."""
    listed = {d["country"] for d in raw.designations() if d.get("address_is_offence") == "true"}
    codes = sorted({*listed, "RU", "BY", "KZ", "GE", "UA", "MX", "TN", "KE"})
    jobs = [
        {
            "url": (site / f"emergency/countries/{code.lower()}.html").as_uri(),
            "format": "A4",
            "file": str(tmp_path / f"{code}.pdf"),
        }
        for code in codes
    ]
    sides(jobs)

    assert named_in((code, printed(tmp_path / f"{code}.pdf")) for code in codes) == {}


@pytest.mark.slow("prints pages in a browser")
def test_printed_records_and_lists_name_no_such_host(site: Path, tmp_path: Path) -> None:
    """The web page says such an address as text; its paper leaves it out."""
    records = sorted((site / "emergency/organisations").glob("*.html"))
    telling = [file for file in records if pattern().search(file.read_text("utf-8"))]
    lists = [site / "emergency/services/legal-aid.html", site / "emergency/countries/ru-official.html"]
    jobs = [
        {"url": file.as_uri(), "format": "A4", "file": str(tmp_path / f"{file.stem}.pdf")}
        for file in (*telling[:20], *lists)
    ]
    sides(jobs)

    assert len(telling) > 5
    assert named_in((job["file"], printed(Path(job["file"]))) for job in jobs) == {}


def inside(file: Path) -> Iterator[tuple[str, str]]:
    """Every text of a file that goes from hand to hand."""
    if file.suffix == ".zim":
        archive = Archive(file)
        for n in range(archive.all_entry_count):
            entry = archive._get_entry_by_id(n)
            if not entry.is_redirect:
                yield entry.path, bytes(entry.get_item().content).decode("utf-8", "replace")
    else:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                yield name, archive.read(name).decode("utf-8", "replace")


def test_no_file_copy_names_such_a_host(releases: Releases) -> None:
    """Zip, book, ZIM and pocket edition of a language, and everything else beside them."""
    copies = [file for file in releases.old.rglob("*") if file.suffix in (".zip", ".epub", ".zim")]

    assert {".zip", ".epub", ".zim"} <= {file.suffix for file in copies}
    assert {
        file.name: found for file in copies if "public" not in file.parts if (found := named_in(inside(file)))
    } == {}
    assert (
        named_in(files(releases.old.glob("*.html"), releases.old.glob("*.json"), releases.old.glob("*.txt")))
        == {}
    )
