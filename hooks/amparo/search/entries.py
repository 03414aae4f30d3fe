"""Everything that can be found in one language. A new kind of page is one function here, or one line in one."""

from __future__ import annotations

from itertools import chain
from typing import Iterator, Mapping

from babel import Locale

from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.search import Synonyms
from amparo.model.triage import Entry as Questions
from amparo.model.vocabulary import Term
from amparo.pages import address, contact
from amparo.pages.address import Page
from amparo.pages.book import Book
from amparo.search.entry import Entry
from amparo.text import lines
from amparo.text.voice import Voice

NOT_BY_TITLE = (
    "organisation",
    "country",
    "service",
    "service-region",
    "region",
    "group",
    "language",
    "mechanism",
    "question",
    "end",
    "end-in",
    "not-found",
    "cards",
    "poster",
    "print",
    "take",
)
"""Kinds of page that are found by more than their titles, or stand behind another page. All others are found by their titles."""

WORKSHOP = {"session": "Session", "handout": "Handouts", "agenda": "Agendas", "plan": "Agendas"}
"""Kinds of page for facilitators, and the word by which one is asked for."""

LATER = 0.6
"""Weight of pages for facilitators: whoever is in danger comes first."""

HINTING = 1.1
"""Weight of hand-written guidance: one page of it often answers a whole question."""

ENDED = 0.7
"""Weight of bodies that may no longer work, and of mechanisms that do not exist: their pages only point on."""

ANYWHERE = "everywhere"
"""Key of what helps in any country."""


class Gathering:
    """Collects the entries of one language."""

    def __init__(self, book: Book, language: str, synonyms: Synonyms) -> None:
        self.book, self.library, self.language = book, book.library, language
        self.voice: Voice = book.presses[language].voice
        self.synonyms = synonyms

    def entries(self) -> list[Entry]:
        """Every entry, in the order in which equals are shown."""
        return list(
            chain(
                self.needs(),
                self.services(),
                self.places(),
                self.regions(),
                self.organisations(),
                self.mechanisms(),
                self.ends(),
                self.groups(),
                self.languages(),
                self.guidance(),
                self.lists(),
                self.violations(),
            )
        )

    # Kinds of help, groups, regions, languages, what happened: words that lead on

    def services(self) -> Iterator[Entry]:
        """Kinds of help; each belongs to what it helps against."""
        needs = self.library.vocabulary("need").terms
        for term in self.library.vocabulary("service").in_order:
            yield self._term(
                "service",
                term,
                address.listing("services", term.code),
                self.synonyms.services.get(term.code, ()),
                tuple(f"need/{need.code}" for need in needs if term.code in need.services),
            )

    def groups(self) -> Iterator[Entry]:
        """Whom a kind of help is for."""
        for term in self.library.vocabulary("group").in_order:
            yield self._term(
                "group", term, address.listing("groups", term.code), self.synonyms.groups.get(term.code, ())
            )

    def _term(
        self,
        scheme: str,
        term: Term,
        where: str,
        words: tuple[str, ...],
        about: tuple[str, ...] = (),
        text: tuple[str, ...] = (),
    ) -> Entry:
        """The entry of a term: its label is its name, its plain words are found as well."""
        plain = str(self.voice.term(scheme, term, "plain")) if term.plain else ""
        return Entry(
            scheme,
            where,
            str(self.voice.term(scheme, term)),
            plain,
            words=words,
            text=text,
            about=about,
            key=f"{scheme}/{term.code}",
        )

    def needs(self) -> Iterator[Entry]:
        """What happened, in a person's own words, leads to its first question; the kinds of help that answer it belong to it."""
        for term in self.library.vocabulary("need").in_order:
            entry = self.library.entries[term.code]
            yield self._term(
                "need",
                term,
                address.node(entry.start),
                self.synonyms.needs.get(term.code, ()),
                text=self._said(entry, entry.start),
            )

    def ends(self) -> Iterator[Entry]:
        """Where guided questions lead, by her situation and by the answers that lead there."""
        for entry in self.library.entries.values():
            for end in entry.ends:
                if end.id != entry.start:
                    yield Entry(
                        "end",
                        address.node(end.id),
                        str(self.voice.prose(f"triage/{entry.id}#ends.{end.id}.title", end.title)),
                        words=self.synonyms.ends.get(end.id, ()),
                        text=self._said(entry, end.id),
                        about=(f"need/{entry.id}",),
                    )

    def _said(self, entry: Questions, id: str) -> tuple[str, ...]:
        """The answers of a first question, or those that lead to an end."""
        return tuple(
            str(self.voice.prose(f"triage/{entry.id}#questions.{question.id}.answers.say", answer.say))
            for question in entry.questions
            for answer in question.answers
            if id in (question.id, answer.to)
        )

    def regions(self) -> Iterator[Entry]:
        """The pages of regions."""
        for term in self.library.vocabulary("region").in_order:
            yield self._term(
                "region",
                term,
                address.listing("regions", term.code),
                self.synonyms.regions.get(term.code, ()),
            )

    def languages(self) -> Iterator[Entry]:
        """Languages in which somebody answers, by their name here, in English and in themselves."""
        for code in self.library.languages_answered():
            locale = Locale.parse("en")
            own = Locale.parse(code).languages.get(code, "") if _is_known(code) else ""
            words = (locale.languages.get(code, ""), own, *self.synonyms.languages.get(code, ()))
            yield Entry(
                "language",
                address.listing("languages", code),
                str(self.voice.language_name(code)),
                words=words,
                key=f"language/{code}",
            )

    def violations(self) -> Iterator[Entry]:
        """What mechanisms are for: no pages of their own, but words that lead to mechanisms."""
        for term in self.library.vocabulary("violation").in_order:
            yield self._term("violation", term, "", self.synonyms.violations.get(term.code, ()))

    # Places

    def places(self) -> Iterator[Entry]:
        """Country sheets, under every name of the country."""
        published = [code for code, _ in self.book.settings.languages]
        for place in self.library.places.values():
            names = (str(Voice(code, None).territory(place.code, place.names_override)) for code in published)
            aliases = chain(
                *(
                    place.search_aliases.get(code, ())
                    for code in dict.fromkeys((self.language, self.book.default))
                )
            )
            yield Entry(
                "country",
                address.country(place.code),
                str(contact.place(self.library, self.voice, place.code)),
                names=tuple(names),
                words=(*aliases, *self.synonyms.places.get(place.code, ())),
                key=f"place/{place.code}",
                about=tuple(f"region/{region}" for region in place.regions),
            )

    # Records

    def organisations(self) -> Iterator[Entry]:
        """Organisations, listed ones in the order of every list; then those that only point on."""
        listed = self.library.in_order(self.library.listed, self.language)
        rest = self.library.in_order(self.library.signposts, self.language)
        for o in (*listed, *rest):
            yield self.organisation(o)

    def organisation(self, o: Organisation) -> Entry:
        """One organisation."""
        title = contact.name(self.voice, o)
        about = [f"service/{code}" for code in o.services] + [f"group/{code}" for code in o.for_groups]
        about += [f"language/{code}" for code in o.languages]
        about += [f"place/{code}" for code in o.serves.countries] + [
            f"region/{code}" for code in o.serves.regions
        ]
        about += [ANYWHERE] * o.serves.worldwide
        names = (
            *([o.acronym] if o.acronym else ()),
            *o.names.values(),
            *(former.name for former in o.former_names),
            *self.synonyms.organisations.get(o.id, ()),
        )
        if not o.is_listed:
            return Entry("signpost", address.organisation(o.id), str(title), names=names, weight=ENDED)
        return Entry(
            "organisation",
            address.organisation(o.id),
            str(title),
            str(self.voice.prose(f"organisations/{o.id}#summary", o.summary)),
            names,
            about=tuple(about),
        )

    def mechanisms(self) -> Iterator[Entry]:
        """Protection mechanisms."""
        for m in self.library.mechanisms_in_order:
            yield self.mechanism(m)

    def mechanism(self, m: Mechanism) -> Entry:
        """One mechanism."""
        here = f"mechanisms/{m.id}#"
        summary = str(self.voice.prose(here + "summary", m.summary))
        about = [f"violation/{code}" for code in m.violations] + [
            f"place/{code}" for code in (*m.applies_to.countries, m.state) if code in self.library.places
        ]
        about += [ANYWHERE] * m.applies_to.worldwide
        names = (name for code, name in m.names.items() if code in (self.language, self.book.default))
        procedures = (
            str(self.voice.term("procedure", self.library.term("procedure", p.type))) for p in m.procedures
        )
        return Entry(
            "mechanism",
            address.mechanism(m.id),
            str(self.voice.prose(here + "title", m.title)),
            summary,
            (*names, *self.synonyms.mechanisms.get(m.id, ())),
            text=tuple(procedures),
            about=tuple(about) if m.works else (),
            weight=1 if m.works else ENDED,
        )

    # Pages

    def guidance(self) -> Iterator[Entry]:
        """Hand-written pages by title, description and headings."""
        for name, text in self.book.written.items():
            said = lines.translated(name, text, self.voice, str)
            headings = tuple(line.lstrip("# ") for line in said.split("\n") if line.startswith("#"))
            description = lines.titled(name, text, "description", self.voice) or ""
            yield Entry(
                "guidance",
                f"{name}.html",
                lines.titled(name, text, "title", self.voice) or "",
                description,
                words=self.synonyms.pages.get(name, ()),
                text=headings,
                weight=HINTING,
            )

    def lists(self) -> Iterator[Entry]:
        """Pages that lead to others and every new kind of page, by their titles."""
        for page in self.book.pages.values():
            if page.kind not in NOT_BY_TITLE and page.part == 1:
                yield self._list(page)

    def _list(self, page: Page) -> Entry:
        is_workshop = page.kind in WORKSHOP
        return Entry(
            "workshop" if is_workshop else "list",
            page.address,
            self.book.title(page, self.language),
            self._aim(page),
            weight=LATER if is_workshop else 1,
            words=self.synonyms.pages.get(page.address.removesuffix(".html"), ()),
            text=(str(self.voice.prose(None, WORKSHOP[page.kind])),)
            if is_workshop
            else self._terms()
            if page.kind == "glossary"
            else (),
        )

    def _aim(self, page: Page) -> str:
        """What a session is for."""
        sessions = self.library.curriculum.sessions
        return (
            str(self.book.words[self.language].say(f"sessions/{page.key}#aim", sessions[page.key].aim))
            if page.kind == "session"
            else ""
        )

    def _terms(self) -> tuple[str, ...]:
        """The words that the glossary explains."""
        say = self.book.words[self.language].say
        return tuple(
            term.term_in.get(self.language) or str(say("glossary#terms.term", term.term))
            for term in self.library.curriculum.glossary.terms
        )


def _is_known(code: str) -> bool:
    """Whether CLDR has words in a language."""
    try:
        Locale.parse(code)
    except Exception:  # Babel raises several kinds for what it does not know.
        return False
    return True
