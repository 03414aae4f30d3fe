"""The bodies as linked data: schema.org in JSON-LD, a file of its own because no page has room for it."""

from __future__ import annotations

import json
from typing import Any

from amparo.exports.naming import name_of
from amparo.exports.open_data import OpenData, SharedContact
from amparo.library import Body
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED

CONTEXT = {"@vocab": "https://schema.org/"}
"""The words of schema.org, said inside the file: whoever reads it asks nobody for them."""


def linked(data: OpenData) -> str:
    """Every body that stands in lists, and every mechanism, as one graph."""
    bodies: list[Body] = [*data.organisations, *data.library.mechanisms.values()]
    graph = [_body(data, body) for body in bodies]
    document = {"@context": CONTEXT, "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=0) + "\n"


def _body(data: OpenData, body: Body) -> dict[str, Any]:
    names = [{"@value": name, "@language": code} for code, name in body.names.items()]
    found: dict[str, Any] = {
        "@id": name_of(body),
        "@type": _type(body),
        "name": names,
        "description": {
            "@value": data.say(f"{body.folder}/{body.id}#summary", body.summary),
            "@language": data.voice.language,
        },
    }
    if isinstance(body, Organisation):
        found["areaServed"] = _area(body)
    points = [_point(data, shared) for shared in data.contacts_of(body)]
    return found | ({"contactPoint": points} if points else {})


def _type(body: Body) -> str:
    if not isinstance(body, Organisation):
        return "GovernmentService" if body.state else "Organization"
    return (
        "GovernmentOrganization"
        if body.kind == "state-body"
        else "NGO"
        if "ngo" in body.kind
        else "Organization"
    )


def _area(body: Organisation) -> list[dict[str, str]]:
    if body.serves.worldwide:
        return [{"@type": "Place", "name": "world"}]
    return [
        *({"@type": "Country", "identifier": code} for code in body.serves.countries),
        *({"@type": "Place", "name": region} for region in body.serves.regions),
    ]


def _point(data: OpenData, shared: SharedContact) -> dict[str, Any]:
    c = shared.contact
    field = "telephone" if c.kind in DIALLED else "email" if c.kind == "email" else "url"
    value = (c.href or "").partition(":")[2] if field != "url" and c.href else c.value
    found: dict[str, Any] = {"@type": "ContactPoint", "contactType": c.purpose, field: value}
    languages = list(c.languages or shared.body.languages)
    if languages:
        found["availableLanguage"] = languages
    rung = c.reached.confirmed
    told = [*shared.warnings, *([f"confirmed: {rung.date} ({rung.method})"] if rung else [])]
    if told:
        found["description"] = " ".join(told)
    return found
