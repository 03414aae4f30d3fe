"""Official mechanisms side by side: those that are open in a place, with what their records say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.model.curriculum.handout import Handout, MechanismRow
from amparo.model.mechanism import Mechanism
from amparo.pages.context import Context
from amparo.pages.parts.links import Link
from amparo.text.voice import Said

LAYOUT = "mechanisms"
"""Layout of the handout that compares mechanisms."""


@dataclass(frozen=True)
class MechanismText:
    """A mechanism as the sheet that compares them says it. None: not known."""

    name: Said
    """What it is called."""

    region: Said | None
    """Where it works."""

    who: Said | None
    """Who may write."""

    can: Said
    """What it can do."""

    cannot: Said | None
    """What it cannot do."""

    speed: Said | None
    """How fast it is."""

    national_steps_first: Said | None
    """Whether something must be tried in the country first, in words; None: `needs_national_steps`
    says it."""

    needs_national_steps: bool | None
    """The same as its record knows it; None: not known."""

    consent: Said | None
    """Consent and secrets."""

    links: list[Link]
    """The mechanisms on this site; none on a sheet that is carried away, which leads nowhere."""

    is_sure: bool
    """False where it is not confirmed, or not confirmed that it is open there."""


def comparison(context: Context, h: Handout, region: str | None, country: str | None) -> list[MechanismText]:
    """The rows of a handout. With a place: those that are open to people there, and more that are; the
    country's own last."""
    countries = _countries(context, region, country)
    if countries is None:
        return [_written(context, h, row, True) for row in h.rows]
    answers = {id: _answer(context, id, countries) for id in _ids(h)}
    found = []
    for row in h.rows:
        open_here = [answers[id] for id in row.ids]
        if not row.ids or any(answer != "no" for answer in open_here):
            found.append((not row.ids, _written(context, h, row, not row.ids or "yes" in open_here)))
    known = {id for row in h.rows for id in row.ids}
    for id in h.also:
        if id not in known and answers[id] != "no":
            found.append((False, _recorded(context, context.library.mechanism(id), answers[id] == "yes")))
    return [text for _, text in sorted(found, key=lambda one: one[0])]


def _ids(h: Handout) -> Iterator[str]:
    """Every mechanism that a handout may name."""
    for row in h.rows:
        yield from row.ids
    yield from h.also


def _countries(context: Context, region: str | None, country: str | None) -> list[str] | None:
    """The countries of a place; None: anywhere."""
    if country:
        return [country]
    return [place.code for place in context.library.directory.places_in(region)] if region else None


def _answer(context: Context, id: str, countries: list[str]) -> str:
    """Whether a mechanism is open to people in some of these countries."""
    official, mechanism = context.library.official, context.library.mechanism(id)
    answers = {official.answer(mechanism, country) for country in countries}
    return "yes" if "yes" in answers else "unconfirmed" if "unconfirmed" in answers else "no"


def _written(context: Context, h: Handout, row: MechanismRow, is_open: bool) -> MechanismText:
    """A row as editors wrote it."""
    say, here = context.words.say, f"handouts/{h.id}#rows."
    return MechanismText(
        name=say(here + "name", row.name),
        region=say(here + "region", row.region),
        who=say(here + "who", row.who),
        can=say(here + "can", row.can),
        cannot=say(here + "cannot", row.cannot),
        speed=say(here + "speed", row.speed),
        national_steps_first=say(here + "national_steps_first", row.national_steps_first),
        needs_national_steps=None,
        consent=say(here + "consent", row.consent),
        links=[_link(context, id) for id in (row.ids if context.up else ())],
        is_sure=row.confidence != "low" and is_open,
    )


def _recorded(context: Context, mechanism: Mechanism, is_open: bool) -> MechanismText:
    """A row as the mechanism's own record says it."""
    voice, here, library = context.voice, f"mechanisms/{mechanism.id}#", context.library
    door = mechanism.procedures[0]
    limit, consent = next(iter(mechanism.limits), None), next(iter(mechanism.consents), None)
    asked = consent.question if consent else None
    who = voice.translate(here + "who_can_submit", mechanism.who_can_submit)
    return MechanismText(
        name=voice.translate(here + "title", mechanism.title),
        region=voice.term("level", library.term("level", mechanism.level)),
        who=who,
        can=voice.translate(here + "summary", mechanism.summary),
        cannot=voice.translate(here + "limits", limit),
        speed=voice.term("procedure", library.term("procedure", door.type)),
        national_steps_first=None,
        needs_national_steps=door.exhaustion_required,
        consent=voice.translate(here + "consents.question", asked)
        or voice.translate(here + "confidentiality", mechanism.confidentiality),
        links=[_link(context, mechanism.id)] if context.up else [],
        is_sure=mechanism.is_confirmed and is_open,
    )


def _link(context: Context, id: str) -> Link:
    """The way to a mechanism's page."""
    title = context.library.mechanism(id).title
    return Link(context.voice.translate(f"mechanisms/{id}#title", title), context.url("mechanism", id))
