"""Collects every text that can be translated, by domain."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterable, Iterator

from amparo.model.base import prose_of
from amparo.model.loading import Loaded
from amparo.text import lines
from amparo.text.catalogue import Source


def sources_of(domain: str, root: Path, loaded: Loaded, words_of_templates: Callable[[], Iterable[Source]]) -> list[Source]:
    """The sources of one domain, each once."""
    found = {
        "ui": words_of_templates,
        "vocabulary": lambda: _vocabulary(loaded),
        "organisations": lambda: _organisations(loaded),
        "pages": lambda: _pages(root),
    }[domain]()
    return list({source.key: source for source in found}.values())


def _vocabulary(loaded: Loaded) -> Iterator[Source]:
    for scheme, vocabulary in loaded.vocabularies.items():
        for term in vocabulary.terms:
            for part in ("label", "plain", "exposes"):
                text = getattr(term, part)
                if text:
                    yield Source(f"vocabulary/{scheme}#{term.code}.{part}", text, file=f"data/vocabulary/{scheme}.yml")


def _organisations(loaded: Loaded) -> Iterator[Source]:
    for organisation in loaded.organisations.values():
        for path, text in prose_of(organisation):
            yield Source(f"organisations/{organisation.id}#{path}", text, file=f"data/organisations/{organisation.id}.yml")


def _pages(root: Path) -> Iterator[Source]:
    docs = root / "docs"
    for file in sorted(docs.rglob("*.md")):
        address = file.relative_to(docs).as_posix().removesuffix(".md")
        for context, text in lines.texts(address, file.read_text("utf-8")):
            yield Source(context, text, file=f"docs/{address}.md")
