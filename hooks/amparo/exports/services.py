"""A profile of HSDS 3.0, which directories of services exchange, in one language."""

from __future__ import annotations

import json
from typing import Any

from amparo.exports.naming import uuid_of
from amparo.exports.open_data import OpenData, SharedContact
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED

TYPES = {"phone": "voice", "sms": "text", "fax": "fax"}
"""HSDS's types of telephone by our kinds of contact; others are told in the description."""


def organizations(data: OpenData) -> str:
    """All bodies that stand in lists, with the contacts that may leave."""
    return _text([_organization(data, o) for o in data.organisations])


def services(data: OpenData) -> str:
    """What each body gives: a service for each kind of help."""
    return _text([_service(data, o, code) for o in data.organisations for code in o.services])


def _organization(data: OpenData, o: Organisation) -> dict[str, Any]:
    shared = data.contacts_of(o)
    mail = next((one.contact.value for one in shared if one.contact.kind == "email"), None)
    page = next((one.contact.value for one in shared if one.contact.kind == "web"), None)
    return _known(
        id=uuid_of(o.id),
        name=data.name(o),
        alternate_name=o.acronym,
        description=data.say(f"organisations/{o.id}#summary", o.summary),
        email=mail,
        website=page,
        phones=[_phone(one) for one in shared if one.contact.kind in DIALLED],
        organization_identifiers=[],
    )


def _service(data: OpenData, o: Organisation, code: str) -> dict[str, Any]:
    where = f"organisations/{o.id}#"
    day = o.checked.date or ""
    return _known(
        id=uuid_of(o.id, code),
        organization_id=uuid_of(o.id),
        name=str(data.voice.term("service", data.library.term("service", code))),
        description=data.say(f"{where}summary", o.summary),
        status="active",
        alert=" ".join(data.warnings_of(o)) or None,
        application_process=data.say(f"{where}how_to_ask", o.how_to_ask) or None,
        eligibility_description=data.say(f"{where}eligibility", o.eligibility) or None,
        # The schema knows whole days alone; a month or a year is not made into one.
        assured_date=day if day.count("-") == 2 else None,
        languages=[_known(id=uuid_of(o.id, code, one), code=one) for one in o.languages],
        service_areas=[_known(id=uuid_of(o.id, code, name), name=name) for name in _areas(data, o)],
    )


def _areas(data: OpenData, o: Organisation) -> list[str]:
    if o.serves.worldwide:
        return ["world"]
    terms = (data.library.term("region", region) for region in o.serves.regions)
    places = (data.library.places[code] for code in o.serves.countries)
    return [
        *(str(data.voice.term("region", term)) for term in terms),
        *(str(data.voice.territory(place.code, place.names_override)) for place in places),
    ]


def _phone(shared: SharedContact) -> dict[str, Any]:
    c = shared.contact
    rung = c.reached.confirmed
    confirmed = f"confirmed: {rung.date} ({rung.method})" if rung else ""
    told = [*shared.warnings, confirmed, c.kind if c.kind not in TYPES else "", shared.hours, shared.note]
    return _known(
        id=uuid_of(shared.body.id, c.id),
        number=(c.href or "").partition(":")[2] or c.value,
        type=TYPES.get(c.kind),
        description=" ".join(part for part in told if part) or None,
        languages=[_known(id=uuid_of(shared.body.id, c.id, one), code=one) for one in c.languages],
    )


def _known(**fields: Any) -> dict[str, Any]:
    """Only what is known: HSDS has no word for «not known»."""
    return {key: value for key, value in fields.items() if value not in (None, [])}


def _text(found: list[dict[str, Any]]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"
