"""Collects every text that can be translated, by domain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from amparo.model.base import Record
from amparo.model.curriculum import whole
from amparo.model.loading import Loaded
from amparo.model.prose import prose_of
from amparo.model.solidarity import whole as together
from amparo.project import Project
from amparo.text import lines
from amparo.text.catalogue import Message


def sources_of(
    domain: str, project: Project, loaded: Loaded, words_of_templates: Callable[[], Iterable[Message]]
) -> list[Message]:
    """The sources of one domain, each once."""
    gatherers: dict[str, Callable[[], Iterable[Message]]] = {
        "ui": words_of_templates,
        "vocabulary": lambda: _vocabulary(loaded),
        "organisations": lambda: _records("organisations", loaded.organisations),
        "mechanisms": lambda: chain(
            _records("mechanisms", loaded.mechanisms), _records("coverage", loaded.coverage)
        ),
        "designations": lambda: _records("designations", loaded.designations),
        "lines": lambda: _records("lines", loaded.lines),
        "triage": lambda: _records("triage", loaded.triage),
        "incident": lambda: _incident(loaded),
        "curriculum": lambda: _curriculum(loaded),
        "solidarity": lambda: _solidarity(loaded),
        "news": lambda: _records("news", loaded.solidarity.news),
        "pages": lambda: _pages(project),
    }
    return list({source.key: source for source in gatherers[domain]()}.values())


def _vocabulary(loaded: Loaded) -> Iterator[Message]:
    for scheme, vocabulary in loaded.vocabularies.items():
        for term in vocabulary.terms:
            for part in ("label", "plain", "exposes", "step"):
                text = getattr(term, part)
                if text:
                    yield Message(
                        f"vocabulary/{scheme}#{term.code}.{part}", text, file=f"data/vocabulary/{scheme}.yml"
                    )


def _records(folder: str, records: Mapping[str, Record]) -> Iterator[Message]:
    for id, record in records.items():
        for path, text in prose_of(record):
            yield Message(f"{folder}/{id}#{path}", text, file=f"data/{folder}/{id}.yml")


def _incident(loaded: Loaded) -> Iterator[Message]:
    parts: dict[str, Record | None] = {"fields": loaded.incident, "sample": loaded.sample}
    return _records("incident", {name: record for name, record in parts.items() if record})


def _curriculum(loaded: Loaded) -> Iterator[Message]:
    for folder in whole.FOLDERS:
        yield from _records(f"curriculum/{folder}", getattr(loaded.curriculum, folder))
    for name in whole.FILES:
        record = getattr(loaded.curriculum, name)
        for path, text in prose_of(record) if record else ():
            yield Message(f"curriculum/{name}#{path}", text, file=f"data/curriculum/{name}.yml")


def _solidarity(loaded: Loaded) -> Iterator[Message]:
    """Everything of solidarity but the news, which have a file of their own."""
    for folder in together.FOLDERS:
        if folder != "news":
            yield from _records(folder, getattr(loaded.solidarity, folder.rpartition("/")[2]))


def _pages(project: Project) -> Iterator[Message]:
    for address, file in project.pages().items():
        for context, text in lines.texts(address, file.read_text("utf-8-sig")):
            yield Message(context, text, file=f"docs/{address}.md")
