"""The guided questions as a visitor meets them: pages read from the built site, without the program."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.site.document import Node, parse

FIRST = "index.html"


@dataclass(frozen=True)
class Call:
    """A line on a page of whom to call."""

    id: str
    """Whose it is."""

    value: str
    """What is dialled or written to, as printed."""

    how: str
    """The words about its languages and hours."""

    is_fall_back: bool
    """Whether it is one to try when the others do not answer."""


@dataclass(frozen=True)
class Stop:
    """One page of the questions."""

    name: str
    """Its file."""

    end: str
    """What `data-end` says; empty on questions and pages of regions."""

    answers: tuple[tuple[str, str, str], ...]
    """What can be answered: where it leads, its words, and `unsure` for "I do not know"."""

    backs: tuple[str, ...]
    """Where the links back lead."""

    places: tuple[str, ...]
    """Where the links to places lead."""

    calls: tuple[Call, ...]
    """Whom to call."""

    lists: dict[str, tuple[str, ...]]
    """The entries of each list that stands below a heading, by the heading."""

    caution: str
    """What the part about calls warns of."""

    text: str
    """All words."""


def folder(site: Path, language: str) -> Path:
    """Where the questions of a language are."""
    return site / ("" if language == "en" else language) / "emergency/triage"


def read(file: Path) -> Stop:
    """One page, its main part only."""
    html = file.read_text("utf-8")
    main = parse(html[html.index("<main") : html.index("</main>") + len("</main>")]).first("main")
    answers = main.first(".answers")
    caution = answers.first(".caution") if answers else None
    return Stop(
        file.name,
        main["data-end"],
        tuple(
            (link["href"], link.text, link["data-answer"])
            for link in main.all("a")
            if "data-answer" in link.attributes
        ),
        tuple(link["href"] for part in main.all(".back") for link in part.all("a")),
        tuple(link["href"] for link in main.all("a") if "data-place" in link.attributes),
        tuple(calls(answers)) if answers else (),
        dict(lists(main)),
        caution.text if caution else "",
        main.text,
    )


def calls(part: Node) -> Iterator[Call]:
    """The lines in a part of a page."""
    for row in part.all(".contact"):
        yield Call(
            Path(row.first(".for").first("a")["href"]).stem,
            row.first(".value").text,
            row.first(".how").text,
            row.within(".fallback") is not None,
        )


def lists(main: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list with the heading above it."""
    heading = ""
    for node in main.all("h2", "h3", "ul", "ol"):
        if node.tag in ("h2", "h3"):
            heading = node.text
        else:
            yield heading, tuple(entry.text for entry in node.all("li"))


def read_all(site: Path, language: str) -> dict[str, Stop]:
    """All pages of a language by the names of their files."""
    files = sorted(folder(site, language).glob("*.html"))
    with ProcessPoolExecutor(2) as pool:
        return {stop.name: stop for stop in pool.map(read, files, chunksize=50)}


def ways(stops: dict[str, Stop], way: tuple[str, ...] = (FIRST,)) -> Iterator[tuple[str, ...]]:
    """Every way from a page by answers alone, to the page that has none. A circle ends where it closes."""
    answers = stops[way[-1]].answers if way[-1] in stops else ()
    if not answers or way[-1] in way[:-1]:
        yield way
        return
    for href in dict.fromkeys(href for href, _, _ in answers):
        yield from ways(stops, (*way, href))
