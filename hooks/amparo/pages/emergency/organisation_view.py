"""Everything that the page of an organisation says."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.parts.contact import ContactView
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.links import Link
from amparo.pages.parts.members import MembersView
from amparo.pages.parts.offer import BodyLink, OfferView
from amparo.pages.parts.sources import SourceView
from amparo.pages.parts.span import SpanView
from amparo.pages.parts.told import Line
from amparo.text.voice import Said


@dataclass(frozen=True)
class View:
    """What `emergency/organisation.html` says."""

    is_sent: bool
    """Whether there is text to copy; copies for files have none."""

    is_forbidden: bool
    """Whether sending on how to reach it can be an offence."""

    risky_in: str
    """Countries in which it is dangerous to contact it, in words; empty: none."""

    name: Said
    """Its name."""

    other_names: list[str]
    """Names in other languages."""

    acronym: str | None
    """Its short name."""

    former_names: list[tuple[str, str | None]]
    """Old names, and until when."""

    summary: Said
    """What it gives, in one line."""

    status: str
    """Code of `status`."""

    status_word: Said
    """The same in words."""

    is_listed: bool
    """False for pages that only point on."""

    successor: BodyLink | None
    """Where to go instead."""

    is_confirmed: bool
    """Whether a source for the main facts was read."""

    dangers: list[DangerView]
    """What must be read before its contacts."""

    is_hidden: bool
    """True in files that may hold nothing but the name and the warning."""

    contacts: list[ContactView]
    """How to reach it."""

    waits: bool
    """Whether something else of it waits to be confirmed."""

    withheld: list[tuple[Said, Said]]
    """Contacts that are left out: kind and reason."""

    kind: Said
    """What it is."""

    run_by: Said | None
    """Whose hands it is in, where that matters."""

    part_of: list[BodyLink]
    """What it is a part of."""

    based_in: Said | None
    """Where it is."""

    worldwide: bool
    """Whether it helps anywhere."""

    regions: list[Link]
    """Regions where it helps."""

    countries: list[Link]
    """Countries where it helps."""

    abroad_from: list[Link]
    """Countries whose people it helps abroad."""

    except_in: list[Said]
    """Countries where it does not help."""

    services: list[tuple[Said, str | None]]
    """Kinds of help, and the way to their lists."""

    groups: list[Link]
    """Whom it helps."""

    languages: list[tuple[Said, str | None]]
    """Languages it answers in."""

    access: list[Said]
    """Who may come; empty: not known."""

    takes: list[Said]
    """Individuals or groups; empty: not known."""

    exile: bool | None
    """Whether it takes people in exile; None: not known."""

    eligibility: Said | None
    """Who gets help."""

    not_for: list[Said]
    """Who does not."""

    how_to_ask: Said | None
    """How to ask."""

    confidentiality: Said | None
    """What it keeps secret."""

    notes: Said | None
    """Good to know."""

    membership_required: bool
    """Whether one must be a member, partner or invited."""

    response_time: SpanView | None
    """How soon it answers."""

    offers: list[OfferView]
    """Conditions by service."""

    members: MembersView
    """Members of a coalition, as far as a list names them."""

    news: list[Line]
    """News about it."""

    sources: list[SourceView]
    """Where the facts were read."""

    checked: str | None
    """Date of the newest source."""

    method: Said
    """How it was checked."""

    confidence: Said
    """How sure we are."""

    next_doors: list[BodyLink]
    """Two others to try."""
