"""Solidarity and news: what they name exists, nothing runs without consent, no date is ahead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from amparo.library.acting import RUNNING
from amparo.model.loading import Loaded
from amparo.model.news import News
from amparo.model.organisation import Organisation
from amparo.model.solidarity.action import Action
from amparo.project import Project
from amparo.source import Document, Path, Problem

Named = tuple[Path, str]
"""A place in a file, and what it names."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every kind of action, letter, action, piece of news and member."""
    found, today = loaded.solidarity, as_of.isoformat()
    for id, kind in found.kinds.items():
        document = loaded.document_of(id, "solidarity/kinds")
        letters: Iterable[Named] = ((("letters", n), one) for n, one in enumerate(kind.letters))
        yield from _exist(document, letters, found.letters, "letter")
    yield from _letters(loaded)
    for id, action in found.actions.items():
        yield from _action(loaded, loaded.document_of(id, "actions"), action, today)
    for id, news in found.news.items():
        yield from _news(loaded, loaded.document_of(id, "news"), news, today)
    for id, organisation in loaded.organisations.items():
        yield from _members(loaded, loaded.document_of(id), organisation)


def check_pages(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """Every page that news lead to is a hand-written page."""
    for id, news in loaded.solidarity.news.items():
        for n, path in enumerate(news.see):
            if not project.page(path).is_file():
                yield loaded.document_of(id, "news").problem(
                    ("see", n),
                    f"there is no page docs/{path}.md",
                    "the path of a page below docs, without ending",
                )


def _letters(loaded: Loaded) -> Iterator[Problem]:
    """Gaps carry over fields that the incident report has."""
    for letter_id, letter in loaded.solidarity.letters.items():
        document = loaded.document_of(letter_id, "solidarity/letters")
        known = loaded.incident.fields if loaded.incident else {}
        for n, part in enumerate(letter.parts):
            carried: Iterable[Named] = ((("parts", n, "carries", m), id) for m, id in enumerate(part.carries))
            yield from _exist(document, carried, known, "field of the incident report")
            if part.id in {other.id for other in letter.parts[:n]}:
                yield document.problem(
                    ("parts", n, "id"), f"`{part.id}` stands here a second time", f"id: {part.id}-2"
                )


def _action(loaded: Loaded, document: Document, action: Action, today: str) -> Iterator[Problem]:
    yield from _exist(document, [(("kind",), action.kind)], loaded.solidarity.kinds, "kind of action")
    actors: Iterable[Named] = (
        (("by", n, "record"), actor.record) for n, actor in enumerate(action.by) if actor.record
    )
    yield from _exist(document, actors, loaded.organisations, "organisation")
    news: Iterable[Named] = ((("news", n), id) for n, id in enumerate(action.news))
    yield from _exist(document, news, loaded.solidarity.news, "news")
    yield from _not_ahead(document, ("opened",), action.opened, today)
    if action.opened and action.closes and action.closes < action.opened[: len(action.closes)]:
        yield document.problem(
            ("closes",), f"`{action.closes}` is before it opened", f"a day from {action.opened} on"
        )
    if action.status == RUNNING and not action.closes:
        yield document.problem(("status",), "it runs and has no last day", "closes: its last day")
    if action.status == RUNNING and action.consent not in ("confirmed", "no-person"):
        yield document.problem(
            ("consent",),
            f"`{action.consent}`, and it runs: nobody may be asked to join without her consent; it is "
            "confirmed when those who act say so",
            "consent: confirmed",
        )


def _news(loaded: Loaded, document: Document, news: News, today: str) -> Iterator[Problem]:
    bodies: Iterable[Named] = ((("bodies", n), id) for n, id in enumerate(news.bodies))
    known = loaded.organisations.keys() | loaded.mechanisms.keys()
    yield from _exist(document, bodies, known, "organisation or mechanism")
    yield from _not_ahead(document, ("date",), news.date, today)
    for n, source in enumerate(news.sources):
        yield from _not_ahead(document, ("sources", n, "date"), source.date, today)


def _members(loaded: Loaded, document: Document, organisation: Organisation) -> Iterator[Problem]:
    """Members have records that exist, and sources of their own record."""
    for n, member in enumerate(organisation.members):
        if member.record:
            yield from _exist(
                document, [(("members", n, "record"), member.record)], loaded.organisations, "organisation"
            )
        if member.record == organisation.id:
            yield document.problem(
                ("members", n, "record"), f"`{member.record}` names itself", "the id of another organisation"
            )
        sources: Iterable[Named] = ((("members", n, "source"), id) for id in (member.source, *member.also))
        yield from _exist(document, sources, organisation.sources_by_id, "source in this record")


def _exist(
    document: Document, named: Iterable[Named], known: Collection[str], what: str
) -> Iterator[Problem]:
    for path, id in named:
        if id not in known:
            yield document.problem(path, f"there is no {what} `{id}`", f"the id of a {what}")


def _not_ahead(document: Document, path: Path, value: str | None, today: str) -> Iterator[Problem]:
    if value and value > today[: len(value)]:
        yield document.problem(
            path,
            f"`{value}` is after {today}, the day of the data (as_of in mkdocs.yml)",
            "the date that the source shows, or a later as_of",
        )
