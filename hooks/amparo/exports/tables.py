"""Tables for spreadsheets: CSV as RFC 4180 has it, a table a kind of record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from amparo.exports.columns import COLUMNS
from amparo.exports.open_data import OpenData, SharedContact
from amparo.library import Body
from amparo.model.mechanism import Mechanism
from amparo.model.proof import DIALLED

Row = Sequence[str]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a spreadsheet begins to calculate: `+1-202` would become a number that nobody wrote."""

BOM = "\ufeff"
"""Tells spreadsheets that a table is in UTF-8: without it Arabic names become rubbish."""


def table(name: str, rows: Iterable[Row]) -> str:
    """A table as text, its first line the names of its columns."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS[name])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BOM + file.getvalue()


def tables(data: OpenData) -> Iterator[tuple[str, str]]:
    """Every table: its name and its text."""
    makers = {
        "organisations": organisations,
        "contacts": contacts,
        "mechanisms": mechanisms,
        "coverage": coverage,
        "lines": lines,
        "designations": designations,
    }
    for name, rows in makers.items():
        yield name, table(name, rows(data))


def organisations(data: OpenData) -> Iterator[Row]:
    """A row for each body that stands in lists."""
    for o in data.organisations:
        where = f"organisations/{o.id}#"
        yield [
            o.id,
            data.name(o),
            o.acronym or "",
            o.kind,
            o.status,
            o.based_in or "",
            _yes(o.serves.worldwide),
            *map(_list, (o.serves.regions, o.serves.countries, o.serves.except_in, o.for_groups, o.services)),
            *map(_list, (o.only_for, o.access, o.takes, o.languages)),
            data.say(f"{where}summary", o.summary),
            data.say(f"{where}eligibility", o.eligibility),
            data.say(f"{where}how_to_ask", o.how_to_ask),
            o.confidence,
            o.checked.date or "",
            str(len(data.contacts_of(o))),
        ]


def contacts(data: OpenData) -> Iterator[Row]:
    """A row for each contact that may leave, of organisations and mechanisms."""
    bodies: list[Body] = [*data.organisations, *_mechanisms(data)]
    for body in bodies:
        for shared in data.contacts_of(body):
            yield _contact(data, shared)


def mechanisms(data: OpenData) -> Iterator[Row]:
    """A row for each protection mechanism."""
    for m in _mechanisms(data):
        yield [
            m.id,
            data.name(m),
            m.level,
            m.state or "",
            m.status,
            _list(m.open_to),
            data.say(f"mechanisms/{m.id}#summary", m.summary),
            m.confidence,
            m.checked.date or "",
            str(len(data.contacts_of(m))),
        ]


def coverage(data: OpenData) -> Iterator[Row]:
    """A row for each State that a treaty or a body covers, or did, or is said to cover."""
    for id, one in sorted(data.library.coverage.items()):
        standings: dict[str, Iterable[str]] = {
            "in": one.states,
            "not-confirmed": (claim.state for claim in one.unconfirmed_additions),
            "former": (former.state for former in one.former),
        }
        for standing, states in standings.items():
            for state in states:
                yield [id, state, one.kind, standing, one.as_of or "", one.confidence]


def lines(data: OpenData) -> Iterator[Row]:
    """A row for each telephone line of a country."""
    for code in data.library.places:
        for line in data.lines_of(code):
            where = f"lines/{code.lower()}#lines.{line.id}"
            yield [
                code,
                line.id,
                line.kind,
                line.name or "",
                _yes(line.is_public or line.tells_police),
                data.say(f"{where}.note", line.note),
                line.dial or "",
                line.number,
                data.say(f"{where}.area", line.area),
                "" if line.free is None else _yes(line.free),
                line.hours or data.say(f"{where}.hours_note", line.hours_note),
                _list(line.languages),
                line.run_by or "",
                line.agreement,
                "; ".join(data.library.national.publishers(code, line)),
                line.reached.confirmed.date if line.reached.confirmed else "",
                line.reached.unreached.result if line.reached.unreached else "",
            ]


def designations(data: OpenData) -> Iterator[Row]:
    """A row for each list, law and practice that makes help dangerous. Bodies are named by our records alone:
    no address of theirs is in the table."""
    for one in data.library.danger.every:
        where = f"designations/{one.id}#"
        yield [
            one.id,
            one.country,
            _list(one.also_in),
            one.kind,
            one.title or "",
            one.since or "",
            _list(one.punishes),
            data.say(f"{where}warning", one.warning),
            data.say(f"{where}instead", one.instead),
            _list(tuple(named.record for named in one.names if named.record)),
            "; ".join(source.publisher or "" for source in one.sources),
            one.read or "",
        ]


def _contact(data: OpenData, shared: SharedContact) -> Row:
    c, second = shared.contact, shared.contact.verdict
    return [
        shared.body.id,
        data.name(shared.body),
        " ".join(shared.warnings),
        c.kind,
        c.purpose,
        c.href or ("" if c.kind in DIALLED else c.value),
        c.value,
        c.region or "",
        _yes(c.inside_only),
        shared.hours,
        _list(c.languages or shared.body.languages),
        shared.note,
        shared.source.publisher or "",
        data.source_url(shared.source),
        shared.source.date or "",
        second.result if second else "not-looked",
        c.reached.confirmed.date if c.reached.confirmed else "",
        c.reached.confirmed.method if c.reached.confirmed else "",
        c.reached.unreached.result if c.reached.unreached else "",
    ]


def _mechanisms(data: OpenData) -> list[Mechanism]:
    return list(data.library.mechanisms.values())


def _list(codes: tuple[str, ...]) -> str:
    return " ".join(codes)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _cell(value: str) -> str:
    """A value that no spreadsheet calculates with."""
    return f"'{value}" if value.startswith(FORMULA) else value
