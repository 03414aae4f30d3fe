"""The rules of the first contact, worked out from the YAML as editors wrote it, without the program."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.conftest import ROOT
from tests.site import facts

FOR_ALL = {"any-defender", "women-defenders"}
RUN_BY = {"state-body": "state", "un-office": "un", "intergovernmental": "intergovernmental"}
NOT_YET = ("bill", "lifted")


@cache
def situations() -> dict[str, dict[str, Any]]:
    """Situations by code."""
    terms = facts.read(ROOT / "data/vocabulary/situation.yml")["terms"]
    return {term["code"]: term for term in terms}


@cache
def designations() -> list[dict[str, Any]]:
    """Lists and laws that hold."""
    found = [facts.read(file) for file in sorted((ROOT / "data/designations").glob("*.yml"))]
    return [d for d in found if d["kind"] != "bill" and d.get("state", "in-force") not in NOT_YET]


@cache
def parents() -> dict[str, set[str]]:
    """Records that each record is a part of, and theirs."""
    direct = {body["id"]: set(body.get("part_of", ())) for body in facts.bodies()}

    def above(id: str, seen: frozenset[str] = frozenset()) -> set[str]:
        found: set[str] = set()
        for parent in direct.get(id, ()):
            if parent not in seen:
                found |= {parent} | above(parent, seen | {id})
        return found

    return {id: above(id) for id in direct}


@cache
def lists_that_reach(id: str) -> tuple[dict[str, Any], ...]:
    """The lists and laws that name a body, or something that it is a part of."""
    reached = {id, *parents().get(id, ())}
    return tuple(
        d for d in designations() if any(name.get("record") in reached for name in d.get("names", ()))
    )


@cache
def dangers(id: str, country: str) -> frozenset[str]:
    """The lists and laws that make a body dangerous for somebody in a country; without a country,
    anywhere."""
    return frozenset(
        d["id"]
        for d in lists_that_reach(id)
        if not country or country in (d["country"], *d.get("also_in", ()))
    )


@cache
def forbidden_hosts() -> frozenset[str]:
    """Hosts whose address is itself the offence: no link to them, and not a letter of them on a device or
    paper."""
    return frozenset(
        host
        for d in designations()
        for named in d.get("names", ())
        if named.get("address_is_offence", d.get("address_is_offence")) == "true"
        for host in named.get("hosts", ())
    )


def punished(id: str, country: str) -> set[str]:
    """What these punish."""
    named = dangers(id, country)
    return {what for d in designations() if d["id"] in named for what in d.get("punishes", ())}


def why_unfit(body: dict[str, Any], code: str, country: str | None) -> list[str]:
    """Why a body must not be named for a situation in a country; empty where it fits."""
    term, main = situations()[code], set(body.get("main_services", ()))
    never, serves = term.get("never", {}), body["serves"]
    groups = set(body.get("for_groups", ()))
    rules = {
        "closed or not confirmed": body["status"] == "active" and body["confidence"] != "low",
        "its main help is another": bool(main & set(term["main"])),
        "there for other situations only": not body.get("only_for") or code in body["only_for"],
        "never for this": body["kind"] not in never.get("kinds", ())
        and not main & set(never.get("services", ()))
        and (body.get("run_by") or RUN_BY.get(body["kind"])) not in never.get("run_by", ()),
        "not open to a person who walks in": not body.get("access") or "anyone" in body["access"],
        "for one other group alone": len(groups) != 1 or bool(groups & {*FOR_ALL, *term.get("groups", ())}),
        "not for people in exile": term.get("exile") != "true" or body.get("exile") == "true",
    }
    if country:
        near = set(serves.get("regions", ())) & set(facts.places()[country])
        abroad = code == "abroad" and country in serves.get("abroad_from", ())
        rules["does not help there"] = country not in serves.get("except_in", ()) and bool(
            serves.get("worldwide") == "true" or country in serves.get("countries", ()) or near or abroad
        )
        rules["contact is an offence there"] = "contact" not in punished(body["id"], country)
    else:
        rules["does not help anywhere"] = serves.get("worldwide") == "true"
    return [rule for rule, holds in rules.items() if not holds]
