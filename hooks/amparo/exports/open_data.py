"""What may leave the site as data, and how: the one place that decides it for every file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.library import Body, Library
from amparo.model.citation import Citation
from amparo.model.contact import Contact
from amparo.model.national_line import NationalLine
from amparo.model.organisation import Organisation
from amparo.text.voice import Voice

TOUCHING = frozenset({"contact", "keeping", "sharing"})
"""What a list or law punishes when a number on its own, in somebody's address book, is the danger."""


@dataclass(frozen=True)
class SharedContact:
    """A contact that may leave, with everything that must travel with it."""

    body: Body
    """Whose it is."""

    contact: Contact
    """The contact."""

    source: Citation
    """Where it was seen."""

    warnings: tuple[str, ...]
    """What to know before using it, the worst first. Every file puts it before the value."""

    note: str
    """What to know about it; empty: nothing."""

    hours: str
    """`24/7`, hours in words, or empty: not known."""


class OpenData:
    """The records in one language, as far as they may be given away."""

    def __init__(self, library: Library, voice: Voice) -> None:
        """`voice` says texts in the language of the file."""
        self.library, self.voice = library, voice

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Bodies that stand in lists of whom to contact, in the order of their files."""
        return self.library.directory.listed

    def contacts_of(self, body: Body) -> list[SharedContact]:
        """The contacts of a body that may leave: seen in a source that is no memory and that no other
        contradicts, of a record that we are sure enough of, and of nobody whom it is an offence to call or to
        keep in any country. A file has no pages that could warn a reader from there."""
        if body.confidence == "low" or self.is_touching_dangerous(body):
            return []
        return [self._shared(body, contact) for contact in body.contacts if self._may_leave(body, contact)]

    def is_touching_dangerous(self, body: Body) -> bool:
        """Whether a list names the body, or some country punishes calling, keeping or sharing it."""
        return any(
            reach.designation.kind == "list"
            or reach.forbids_address
            or TOUCHING & set(reach.designation.punishes)
            for reach in self.library.danger.of(body)
        )

    def warnings_of(self, body: Body) -> list[str]:
        """What the lists, laws and practices of countries mean for whoever contacts a body."""
        return [
            self.say(f"designations/{reach.designation.id}#{path}", text)
            for reach in self.library.danger.of(body)
            for path, text in [reach.warning]
        ]

    def lines_of(self, country: str) -> Iterator[NationalLine]:
        """Telephone lines of a country on whose number the sources agree, and of which no change waits to be
        confirmed."""
        return (
            line
            for line in self.library.national.shown(country)
            if line.agreement != "differs"
            and (f"lines/{country.lower()}", f"lines.{line.id}") not in self.library.waiting
        )

    def source_url(self, source: Citation) -> str:
        """Address of a source where it may be linked; else empty."""
        return source.url or "" if source.link and not self.library.danger.hides_source(source) else ""

    def name(self, body: Body) -> str:
        """A body's name: in the language of the file where it has one."""
        return body.names.get(self.voice.language) or next(iter(body.names.values()))

    def say(self, context: str, text: str | None) -> str:
        """A text of a record in the language of the file; empty where there is none."""
        return str(self.voice.translate(context, text) or "")

    def _may_leave(self, body: Body, contact: Contact) -> bool:
        source = body.sources_by_id[contact.source]
        return not (
            source.kind == "memory"
            or contact.answered_by
            or (contact.verdict and contact.verdict.result == "differs")
            or contact.is_held_back
            or self.library.trust.waits(body, contact)
            or self.library.danger.hides_contact(body, contact)
        )

    def _shared(self, body: Body, contact: Contact) -> SharedContact:
        where = f"{body.folder}/{body.id}#contacts.{contact.id}"
        own = self.say(f"{where}.warning", contact.warning)
        return SharedContact(
            body=body,
            contact=contact,
            source=body.sources_by_id[contact.source],
            warnings=(*self.warnings_of(body), *([own] if own else ())),
            note=self.say(f"{where}.note", contact.note),
            hours=contact.hours or self.say(f"{where}.hours_note", contact.hours_note),
        )
