"""An official door to protection: whom it is open to, what to send, what happens then."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from amparo.model.base import CodeOf, Language, Line, Names, PartialDate, Prose, Record, Slug, Territory
from amparo.model.citation import BodyCitation
from amparo.model.contact import Contact
from amparo.model.organisation import Checked
from amparo.model.procedure import Procedure


class Instrument(Record):
    """A treaty, resolution, law or policy that a mechanism stands on."""

    title: Annotated[str, Prose(240)]
    """Its name, with number and date where known."""

    url: Line | None = None
    """Address of the text; missing: not known."""


class AppliesTo(Record):
    """Where a mechanism is open: in the whole world, or to the States of a list."""

    worldwide: bool = False
    """True when it is open to people in any country."""

    coverage: Slug | None = None
    """The list in data/coverage that decides."""

    countries: tuple[Territory, ...] = ()
    """The States, where no list of acceptances or members exists."""

    not_opted_out: bool = False
    """True when States that opted out of the inquiry (`opted_out_of_inquiry` of the list) are left out."""

    not_in_own: bool = False
    """True for rules of embassies: they work abroad, not in the State itself."""

    is_confirmed: bool = True
    """False when `countries` is from memory."""

    note: Annotated[str, Prose(180)] | None = None
    """When it is open beyond that."""

    @model_validator(mode="after")
    def _says_where(self) -> AppliesTo:
        if self.worldwide + bool(self.coverage) + bool(self.countries) != 1:
            raise ValueError("exactly one of worldwide, coverage, countries", "worldwide: true")
        return self


class Consent(Record):
    """A question that the body asks before it acts."""

    question: Annotated[str, Prose(180)]
    """The question."""

    if_no: Annotated[str, Prose(180)] | None = None
    """What happens when the answer is no."""


class DeskAction(Record):
    """Something that an embassy or ministry can do."""

    action: Annotated[str, CodeOf("mission-action")]
    """Which kind."""

    text: Annotated[str, Prose(160)]
    """In the words of the guidelines, shortened."""


class Mechanism(Record):
    """One protection mechanism, one file. What is missing is not known."""

    id: Slug
    """Equals the file's name. Links on paper use it: never changed, never reused."""

    names: Names
    """Official names by language."""

    title: Annotated[str, Prose(90)]
    """A short plain name for lists."""

    level: Annotated[str, CodeOf("level")]
    """How near it is."""

    status: Annotated[str, CodeOf("mechanism-status")]
    """Whether it works."""

    top: bool = False
    """Editors' choice: stands among the urgent doors at the top of country sheets where it is open."""

    summary: Annotated[str, Prose(140)]
    """One line: what it can do for her."""

    body: Annotated[str, Prose(180)] | None = None
    """Who runs it."""

    state: Line | None = None
    """For guidelines: the State whose embassies follow them (ISO 3166-1), or EU."""

    established: PartialDate | None = None
    """Since when; missing: not known."""

    instruments: tuple[Instrument, ...] = ()
    """What it stands on."""

    applies_to: AppliesTo
    """Where it is open."""

    open_to: tuple[Annotated[str, CodeOf("submitter")], ...] = ()
    """Who may submit. Empty: not known."""

    who_can_submit: Annotated[str, Prose(320)] | None = None
    """Who may submit, in words."""

    violations: tuple[Annotated[str, CodeOf("violation")], ...] = Field(min_length=1)
    """What it is for."""

    procedures: tuple[Procedure, ...] = Field(min_length=1)
    """Its doors, the fast one first."""

    consents: tuple[Consent, ...] = ()
    """What it asks before it acts."""

    confidentiality: Annotated[str, Prose(320)] | None = None
    """Who learns what."""

    information_required: tuple[Annotated[str, Prose(180)], ...] = ()
    """What to send, most important first."""

    can_do: tuple[Annotated[str, Prose(180)], ...] = ()
    """What it can do."""

    limits: tuple[Annotated[str, Prose(200)], ...] = ()
    """What it cannot do."""

    reprisal_risk: Annotated[str, Prose(260)] | None = None
    """Danger of using it."""

    desk_actions: tuple[DeskAction, ...] = ()
    """For guidelines: what the desk officer can do."""

    languages: tuple[Language, ...] = ()
    """Languages in which it takes submissions. Empty: not known."""

    notes: Annotated[str, Prose(480)] | None = None
    """What else the reader should know."""

    see_also: tuple[Slug, ...] = ()
    """Other mechanisms to look at."""

    organisation: Slug | None = None
    """The record in data/organisations about the same body."""

    run_by: Annotated[str, CodeOf("run-by")] | None = None
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

    confidence: Annotated[str, CodeOf("confidence")]
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
    def danger(self) -> tuple[str, str | None]:
        """Field and text of the danger of using it; the text is None where none is known."""
        return "reprisal_risk", self.reprisal_risk
