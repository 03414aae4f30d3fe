"""Members of a coalition, then and now, as far as a source names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.member import Member
from amparo.model.organisation import Organisation
from amparo.pages.parts import contact, sources
from amparo.pages.parts.sources import SeenView
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class MemberView:
    """What `parts/members.html` says of one member."""

    name: Said
    """Its name."""

    href: str | None
    """The way to its page; None: it has no record."""

    is_dangerous: bool
    """Whether a warning must be read on its page first."""

    since: str | None
    """From when; None: not known."""

    until: str | None
    """Until when; None: not known to have left."""

    is_in_newest: bool | None
    """Whether the newest list that was read names it; None where only one list was read."""


@dataclass(frozen=True)
class MembersView:
    """What `parts/members.html` says."""

    members: list[MemberView]
    """The members, in the order of the source. Empty: not known."""

    seen: list[SeenView]
    """The lists that name them, the older one first."""


def view(context: Context, organisation: Organisation) -> MembersView:
    """Everybody whom a source names as a member."""
    ids = [member.source for member in organisation.members]
    newer = [id for member in organisation.members for id in member.also]
    known = organisation.sources_by_id
    return MembersView(
        members=[_member(context, member, bool(newer)) for member in organisation.members],
        seen=[sources.seen(context, known[id]) for id in dict.fromkeys((*ids, *newer))],
    )


def _member(context: Context, member: Member, has_newer: bool) -> MemberView:
    own = context.library.organisations[member.record] if member.record else None
    return MemberView(
        name=contact.name(context.voice, own) if own else (member.name or ""),
        href=context.url("organisation", own.id) if own else None,
        is_dangerous=bool(own and context.library.danger.of(own)),
        since=context.voice.when(member.since),
        until=context.voice.when(member.until),
        is_in_newest=bool(member.also) if has_newer else None,
    )
