"""An official door to protection: whom it is open to, what to send, what happens then."""

from __future__ import annotations

from functools import cached_property
from typing import Optional

from pydantic import Field, model_validator

from amparo.model.base import Code, Language, Line, Names, PartialDate, Record, Slug, Territory, Words
from amparo.model.citation import BodyCitation
from amparo.model.contact import Contact
from amparo.model.organisation import Checked
from amparo.model.procedure import Procedure


class Instrument(Record):
    """A treaty, resolution, law or policy that a mechanism stands on."""

    title: Words(240)
    """Its name, with number and date where known."""

    url: Optional[Line] = None
    """Address of the text; missing: not known."""


class AppliesTo(Record):
    """Where a mechanism is open: in the whole world, or to the States of a list."""

    worldwide: bool = False
    """True when it is open to people in any country."""

    coverage: Optional[Slug] = None
    """The list in data/coverage that decides."""

    countries: tuple[Territory, ...] = ()
    """The States, where no list of acceptances or members exists."""

    not_opted_out: bool = False
    """True when States that opted out of the inquiry (`opted_out_of_inquiry` of the list) are left out."""

    not_in_own: bool = False
    """True for rules of embassies: they work abroad, not in the State itself."""

    is_confirmed: bool = True
    """False when `countries` is from memory."""

    note: Optional[Words(180)] = None
    """When it is open beyond that."""

    @model_validator(mode="after")
    def _says_where(self) -> "AppliesTo":
        if self.worldwide + bool(self.coverage) + bool(self.countries) != 1:
            raise ValueError("exactly one of worldwide, coverage, countries", "worldwide: true")
        return self


class Consent(Record):
    """A question that the body asks before it acts."""

    question: Words(180)
    """The question."""

    if_no: Optional[Words(180)] = None
    """What happens when the answer is no."""


class DeskAction(Record):
    """Something that an embassy or ministry can do."""

    action: Code("mission-action")
    """Which kind."""

    text: Words(160)
    """In the words of the guidelines, shortened."""


class Mechanism(Record):
    """One protection mechanism, one file. What is missing is not known."""

    id: Slug
    """Equals the file's name. Links on paper use it: never changed, never reused."""

    names: Names
    """Official names by language."""

    title: Words(90)
    """A short plain name for lists."""

    level: Code("level")
    """How near it is."""

    status: Code("mechanism-status")
    """Whether it works."""

    top: bool = False
    """Editors' choice: stands among the urgent doors at the top of country sheets where it is open."""

    summary: Words(140)
    """One line: what it can do for her."""

    body: Optional[Words(180)] = None
    """Who runs it."""

    state: Optional[Line] = None
    """For guidelines: the State whose embassies follow them (ISO 3166-1), or EU."""

    established: Optional[PartialDate] = None
    """Since when; missing: not known."""

    instruments: tuple[Instrument, ...] = ()
    """What it stands on."""

    applies_to: AppliesTo
    """Where it is open."""

    open_to: tuple[Code("submitter"), ...] = ()
    """Who may submit. Empty: not known."""

    who_can_submit: Optional[Words(320)] = None
    """Who may submit, in words."""

    violations: tuple[Code("violation"), ...] = Field(min_length=1)
    """What it is for."""

    procedures: tuple[Procedure, ...] = Field(min_length=1)
    """Its doors, the fast one first."""

    consents: tuple[Consent, ...] = ()
    """What it asks before it acts."""

    confidentiality: Optional[Words(320)] = None
    """Who learns what."""

    information_required: tuple[Words(180), ...] = ()
    """What to send, most important first."""

    can_do: tuple[Words(180), ...] = ()
    """What it can do."""

    limits: tuple[Words(200), ...] = ()
    """What it cannot do."""

    reprisal_risk: Optional[Words(260)] = None
    """Danger of using it."""

    desk_actions: tuple[DeskAction, ...] = ()
    """For guidelines: what the desk officer can do."""

    languages: tuple[Language, ...] = ()
    """Languages in which it takes submissions. Empty: not known."""

    notes: Optional[Words(480)] = None
    """What else the reader should know."""

    see_also: tuple[Slug, ...] = ()
    """Other mechanisms to look at."""

    organisation: Optional[Slug] = None
    """The record in data/organisations about the same body."""

    run_by: Optional[Code("run-by")] = None
    """Whose hands it is in; missing: not known."""

    part_of: tuple[Slug, ...] = ()
    """Records of the bodies that run it or that it is a part of. What names them reaches it."""

    parents: tuple[Line, ...] = ()
    """Names of such bodies that have no record here."""

    partners: tuple[Slug, ...] = ()
    """Records of members and partners that learn of a request, or that the way in leads through."""

    hosts: tuple[Line, ...] = ()
    """The hosts that its contacts may use."""

    contacts: tuple[Contact, ...] = ()
    """Where to send it, the best first."""

    sources: tuple[BodyCitation, ...] = Field(min_length=1)
    """Where the facts were seen."""

    confidence: Code("confidence")
    """How sure we are."""

    checked: Checked
    """Last check."""

    editor_notes: tuple[Line, ...] = ()
    """For editors only; not published."""

    @property
    def folder(self) -> str:
        """Folder of the record below data/, and start of its translation contexts."""
        return "mechanisms"

    @cached_property
    def sources_by_id(self) -> dict[str, BodyCitation]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    @property
    def is_urgent(self) -> bool:
        """Whether one of its doors works in hours or days."""
        return any(procedure.urgent for procedure in self.procedures)

    @property
    def works(self) -> bool:
        """Whether it takes cases at all."""
        return self.status in ("active", "weak")

    @property
    def is_listed(self) -> bool:
        """Whether it may be contacted."""
        return self.works

    @property
    def is_confirmed(self) -> bool:
        """Whether its facts come from sources that somebody has read."""
        return self.confidence != "low"

    @property
    def is_official(self) -> bool:
        """Mechanisms are public bodies."""
        return True

    @property
    def danger(self) -> tuple[str, Optional[str]]:
        """Field and text of the danger of using it; the text is None where none is known."""
        return "reprisal_risk", self.reprisal_risk
