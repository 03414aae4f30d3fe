"""What is written down about a danger is whole: short warnings, records that exist, hosts that are told,
lists that are compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.designation import MOST_WORDS, Designation, NamedBody
from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem

MOST_DAYS = 90
"""After so many days an official list should be compared again: lists grow."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Every designation keeps the rules of its kind, and names what exists."""
    known = {*loaded.organisations, *loaded.mechanisms}
    for id, designation in loaded.designations.items():
        document = loaded.document_of(id, "designations")
        yield from _shape(designation, document)
        yield from _warnings(designation, document)
        yield from _age(designation, document, as_of)
        for n, body in enumerate(designation.names):
            yield from _named(designation, body, n, document, known)
            yield from _hosts(loaded, designation, body, n, document)
        for n, one in enumerate(designation.not_meant):
            if one.record not in known:
                yield document.problem(("not_meant", n, "record"), f"there is no record `{one.record}`", _ID)
            elif one.record in designation.by_record:
                yield document.problem(
                    ("not_meant", n, "record"), f"`{one.record}` is named here too", "keep one of the two"
                )


_ID = "the id of a file in data/organisations or data/mechanisms"


def _shape(designation: Designation, document: Document) -> Iterator[Problem]:
    """The file's name tells the country; nobody named means everybody; a bill is no law."""
    prefix = f"{designation.country.lower()}-"
    if not designation.id.startswith(prefix):
        yield document.problem(("id",), f"`{designation.id}` of {designation.country}", f"id: {prefix}…")
    if not designation.names and not designation.names_everybody:
        yield document.problem(
            (), "it names nobody", "names: …, or names_everybody: true for a rule of the country"
        )
    if (designation.kind == "bill") != (designation.state == "bill"):
        yield document.problem(
            ("state",),
            f"kind `{designation.kind}` with state `{designation.state}`",
            "state: bill for a bill alone",
        )
    if designation.address_is_offence and not {"keeping", "sharing"} & set(designation.punishes):
        yield document.problem(
            ("address_is_offence",), "neither keeping nor sharing is punished", "punishes: [sharing, …]"
        )
    seen: set[str] = set()
    for n, body in enumerate(designation.names):
        if body.record in seen:
            yield document.problem(
                ("names", n, "record"),
                f"`{body.record}` stands here a second time",
                "one entry for one record",
            )
        seen.update([body.record] if body.record else [])


def _warnings(designation: Designation, document: Document) -> Iterator[Problem]:
    """A warning is read before a number: at most 30 words. Who is only reached is not told that it is
    listed."""
    texts: list[tuple[Path, str | None]] = [
        (("warning",), designation.warning),
        (("warning_through",), designation.warning_through),
    ]
    texts += [(("names", n, "warning"), body.warning) for n, body in enumerate(designation.names)]
    for path, text in texts:
        if text and len(text.split()) > MOST_WORDS:
            yield document.problem(path, f"{len(text.split())} words", f"at most {MOST_WORDS} words")
    for n, body in enumerate(designation.names):
        if body.record and body.is_reached and not body.warning and not designation.warning_through:
            yield document.problem(
                ("names", n, "record"),
                f"`{body.record}` is only reached through another body, and the warning would call it listed",
                "its own warning, or warning_through",
            )


def _age(designation: Designation, document: Document, as_of: date) -> Iterator[Problem]:
    """An official list is compared again every 90 days; a list in force has one to compare with, or says why
    not."""
    compared = designation.official_list and designation.official_list.compared
    if compared:
        parts = [int(part) for part in f"{compared}-01-01".split("-")[:3]]
        if (as_of - date(*parts)).days > MOST_DAYS:
            yield document.problem(
                ("official_list", "compared"),
                f"last compared on {compared}, more than {MOST_DAYS} days before {as_of.isoformat()}",
                "fetch the list, run `make designations FILE=…`, then write the day here",
                "warning",
            )


def _named(
    designation: Designation, body: NamedBody, n: int, document: Document, known: set[str]
) -> Iterator[Problem]:
    """Records and sources that an entry names exist."""
    for field, id in (("record", body.record), ("through", body.through)):
        if id and id not in known:
            yield document.problem(("names", n, field), f"there is no record `{id}`", _ID)
    if body.through and body.through == body.record:
        yield document.problem(
            ("names", n, "through"), f"`{body.through}` is the record itself", "delete the line"
        )
    for m, source in enumerate(body.sources):
        if source not in designation.sources_by_id:
            yield document.problem(
                ("names", n, "sources", m),
                f"there is no source `{source}` in this file",
                "one of: " + ", ".join(designation.sources_by_id),
            )


def _hosts(
    loaded: Loaded, designation: Designation, body: NamedBody, n: int, document: Document
) -> Iterator[Problem]:
    """Where the address is the offence, every host of the body's record is told to be its own or
    another's."""
    if not body.record or not designation.forbids_address(body):
        return
    told = {*body.hosts, *body.shared_hosts}
    for record in (loaded.organisations.get(body.record), loaded.mechanisms.get(body.record)):
        for host in record.hosts if record else ():
            if not any(host == one or host.endswith(f".{one}") for one in told):
                yield document.problem(
                    ("names", n, "record"),
                    f"`{body.record}` uses the host `{host}`, of which nothing is said here",
                    f"hosts: [{host}] if it is the body's own, shared_hosts: [{host}] if it is another's",
                )
