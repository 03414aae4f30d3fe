"""Somebody who helps, as lists, country sheets and ends name them: warning, name, one line, how to reach
them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.library import Body, Line
from amparo.model.contact import Contact
from amparo.model.organisation import Organisation
from amparo.pages.parts import contact, danger
from amparo.pages.parts.danger import DangerView
from amparo.pages.parts.rung import RungView
from amparo.pages.parts.sources import SeenView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

LANGUAGES = 3
"""Languages that are named; the record has them all."""


@dataclass(frozen=True)
class ReachView:
    """The one contact that stands beside a name."""

    mark: str
    """`<body>/<contact>`: what checks know it by."""

    kind: Said
    """Telephone, mailbox …"""

    value: str
    """What to dial, write to or open."""

    href: str | None
    """The link; None where it must not be followed."""

    is_number: bool
    """True for telephone numbers."""

    is_outside: bool
    """True for pages of others."""

    hours: Said | None
    """Hours of this number in words; None: not known."""

    hours_code: str
    """`24/7`, `set` or `unknown`."""

    has_hours: bool
    """Whether hours mean something for this kind."""

    languages: str | None
    """Who answers, in which languages; None: not known."""

    more_languages: bool
    """True where there are more than are named."""

    note: Said | None
    """What to know about this way."""

    warning: Said | None
    """What must be read first."""

    seen: SeenView
    """Where it was seen."""

    is_seen_twice: bool
    """Whether a second source shows the same."""

    rung: RungView | None
    """What came of ringing or writing to it; None: nobody has."""

    waits: str | None
    """Since when a change waits to be confirmed, in words; None: nothing waits."""


@dataclass(frozen=True)
class HelperView:
    """Somebody who helps."""

    id: str
    """Id of the record."""

    name: Said
    """Its name."""

    href: str
    """The way to its page."""

    line: Said | None
    """What it gives, in one line."""

    based_in: Said | None
    """The country where it answers; None: not known."""

    dangers: list[DangerView]
    """What must be read before its contact."""

    reach: ReachView | None
    """How to reach it; None where nothing may be named here: its page has more."""

    for_whom: str | None
    """For which groups, where not for everybody."""


def view(
    context: Context, o: Organisation, country: str | None = None, reach: Contact | None = None
) -> HelperView:
    """An organisation for somebody in a country; `reach` is another contact than the usual one."""
    voice, library = context.voice, context.library
    found = reach or library.reach.of(o)
    groups = o.for_groups
    is_for_all = not groups or not library.fit.FOR_ALL.isdisjoint(groups)
    return HelperView(
        id=o.id,
        name=contact.name(voice, o),
        href=context.url("organisation", o.id),
        line=voice.translate(f"organisations/{o.id}#summary", o.summary),
        based_in=contact.place(context, o.based_in) if o.based_in else None,
        dangers=danger.of_body(context, o, country),
        reach=_reach(context, o, found, country) if found and contact.may_stand(context, o, found) else None,
        for_whom=None
        if is_for_all
        else voice.together(voice.term("group", library.term("group", code)) for code in groups),
    )


def of_line(context: Context, line: Line, country: str | None = None) -> HelperView:
    """Whoever answers a line."""
    body = line.body
    if isinstance(body, Organisation):
        return view(context, body, country, line.contact)
    return HelperView(
        id=body.id,
        name=contact.name(context.voice, body),
        href=context.url("mechanism", body.id),
        line=None,
        based_in=contact.place(context, body.state) if body.state in context.library.places else None,
        dangers=danger.of_body(context, body, country),
        reach=_reach(context, body, line.contact, country)
        if contact.may_stand(context, body, line.contact)
        else None,
        for_whom=None,
    )


def _reach(context: Context, body: Body, c: Contact, country: str | None) -> ReachView:
    """One contact in a line, for somebody in a country or anywhere."""
    full = contact.view(context, body, c, country)
    spoken = c.languages or body.languages
    return ReachView(
        mark=full.mark,
        kind=full.kind,
        value=full.value,
        href=full.href,
        is_number=full.is_number,
        is_outside=full.is_outside,
        hours=full.hours,
        hours_code=full.hours_code,
        has_hours=full.has_hours,
        languages=contact.languages(context.voice, spoken, LANGUAGES),
        more_languages=len(spoken) > LANGUAGES,
        note=full.note,
        warning=full.warning,
        seen=full.seen,
        is_seen_twice=full.result == "two-sources",
        rung=full.rung,
        waits=full.waits,
    )
