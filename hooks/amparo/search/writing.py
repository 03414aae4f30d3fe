"""The file that a browser loads to search in one language: the engine and the packed index as one classic
script.

One file, because each request costs 1.3 s at 2G; a script that sets a variable, because `fetch` fails in
copies on files."""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from amparo.model.search import Analysis
from amparo.pages.site import Site
from amparo.search import contacts
from amparo.search.entries import entries_of
from amparo.search.index import build_index
from amparo.search.packing import packed
from amparo.text.analysis import Analyser

FOLDER = "assets/search"
"""Folder of the searches below the site's root."""

PARTS = ("pressed", "analysis", "weigh", "unfold", "rows", "near", "urgent", "find", "pasted", "results")
"""The parts of the engine in `theme/search`, in the order in which they need each other."""

LZMA = {
    "id": lzma.FILTER_LZMA1,
    "dict_size": 1 << 20,
    "lc": 3,
    "lp": 0,
    "pb": 0,
    "mode": lzma.MODE_NORMAL,
    "mf": lzma.MF_BT4,
    "nice_len": 64,
    "depth": 0,
}
"""How the index is pressed, all said here: what a version of the library takes for granted may change.
`pressed.js` holds to `lc`, `lp` and `pb`."""

BY_SCRIPT = "scripts"
"""The part for languages whose marks are vowels or which write no spaces. It changes the first part, so it
comes last."""

BY_LATIN = "latin"
"""The part for languages that people also type in Latin letters."""

CHAPTERS = {
    "help": ("need", "end", "line", "service", "group", "language"),
    "places": ("country", "region"),
    "organisations": ("organisation", "signpost"),
    "mechanisms": ("mechanism",),
    "pages": ("guidance", "list", "workshop"),
}
"""Kinds of result that one button shows, by the key of the button's words."""

WAYS = {
    "way-emergency": "emergency/index.html",
    "way-needs": "emergency/triage/index.html",
    "way-countries": "emergency/countries/index.html",
    "way-services": "emergency/services/index.html",
    "way-mechanisms": "mechanisms/index.html",
    "way-names": "search.html",
}
"""Pages that are always offered beside results, by the key of their words: who answers now stands first."""


def write_search(site: Site, language: str, tree: Path) -> None:
    """Write the search of one language into a built site."""
    file = tree / FOLDER / f"{language}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script(site, language), "utf-8", newline="\n")


def search_at(site: Site, path: str) -> str | None:
    """The script that belongs at a path below the site's root; None for all other paths."""
    if path == contacts.FILE:
        return contacts.script(site)
    language = path.removeprefix(f"{FOLDER}/").removesuffix(".js")
    return (
        script(site, language) if path == f"{FOLDER}/{language}.js" and language in site.renderers else None
    )


def script(site: Site, language: str) -> str:
    """The whole script of one language."""
    analyser = analyser_of(site, language)
    # JSON is JavaScript but for two line separators, which no record may hold.
    data = json.dumps(index_of(site, language, analyser), ensure_ascii=False, separators=(",", ":"))
    return wrapped(engine_of(site, analyser, PARTS), unpressing(data))


def unpressing(text: str) -> str:
    """The expression that a browser makes of a pressed JSON text."""
    return 'JSON.parse(unpressed({},"{}"))'.format(*pressed(text))


def pressed(text: str) -> tuple[int, str]:
    """A text as its number of bytes and as LZMA in letters, which `theme/search/pressed.js` unfolds."""
    content = text.encode()
    return len(content), base64.b64encode(lzma.compress(content, lzma.FORMAT_RAW, filters=[LZMA])).decode()


def analyser_of(site: Site, language: str) -> Analyser:
    """How words of a language are compared."""
    library = site.library
    letters = library.letters.letters if library.letters else {}
    return Analyser(letters, library.analyses.get(language) or Analysis(language=language))


def engine_of(site: Site, analyser: Analyser, parts: Iterable[str]) -> str:
    """The parts of the engine that a language needs."""
    more = ([BY_LATIN] if analyser.analysis.latin else []) + ([BY_SCRIPT] if analyser.by_script else [])
    return "".join(site.engine[part] for part in (*parts, *more))


def wrapped(engine: str, data: str) -> str:
    """An engine and an expression of what it knows as one script that sets one name."""
    return f'"use strict";window.siteSearch=(function(){{\n{engine}return searchOf({data});\n}})();\n'


def index_of(site: Site, language: str, analyser: Analyser) -> dict[str, Any]:
    """Everything that the engine needs to know in one language."""
    entries = entries_of(site, language)
    said = words(site, language)
    return {
        **packed(build_index(entries, analyser), analyser, combined(site)),
        "said": said,
        "chapters": CHAPTERS,
        "ways": [(said.pop(key), address) for key, address in WAYS.items()],
    }


def combined(site: Site) -> dict[str, list[int]]:
    """By kind of help: the regions in which it has a list page of its own, as numbers in the order of the
    regions."""
    regions = [term.code for term in site.library.vocabulary("region").in_order]
    found: dict[str, list[int]] = {}
    for page in site.pages.values():
        if page.kind == "service-region" and page.part == 1:
            found.setdefault(f"service/{page.key}", []).append(regions.index(page.second))
    return found


def words(site: Site, language: str) -> dict[str, str]:
    """The words of the box and of its results."""
    lines = site.renderers[language].fill("search.html").strip().split("\n")
    return {key: text.striptags() for key, _, text in (line.partition(": ") for line in lines)}
