"""What each record says on which somebody's safety hangs: contacts, warnings, status. Every release keeps it,
so that the next one can say what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.pages.context import Context
from amparo.pages.parts.contact import name, place
from amparo.pages.site import Site
from amparo.release.facts import Failed

FILE = "ledger.json"
"""Its place in a release: it is listed and signed with everything else."""


@dataclass(frozen=True)
class Entry:
    """One record."""

    names: Mapping[str, str]
    """What it is called, by language."""

    status: str | None = None
    """Code of its status; None: it has none."""

    contacts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Sort and value of each contact or line, by id. What may not be kept in some country is not among
    them."""

    warnings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Texts of warnings by language, by the id of the contact or of the list or law that warns."""


Ledger = Mapping[str, Entry]
"""Entries by folder and id, such as `organisations/omct`; the lines of a country are `lines/mx`."""


def ledger_of(site: Site) -> dict[str, Entry]:
    """What the records of a site say, in all its languages."""
    contexts = {code: site.at_root(code) for code, _ in site.settings.languages}
    library = site.library
    bodies: list[Organisation | Mechanism] = [*library.organisations.values(), *library.mechanisms.values()]
    found = {f"{body.folder}/{body.id}": _of_body(body, contexts) for body in bodies}
    found |= {f"lines/{code.lower()}": _of_country(code, contexts) for code in library.places}
    return found


def write(ledger: Ledger, file: Path) -> None:
    """Keep it, an entry a line."""
    lines = [
        f"{json.dumps(key)}: {json.dumps(asdict(ledger[key]), ensure_ascii=False)}" for key in sorted(ledger)
    ]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8", newline="\n")


def read(dist: Path | None) -> dict[str, Entry] | None:
    """That of a release; None where there is no release before, or one from before there were ledgers. Raises
    `Failed` for one that cannot be read."""
    file = dist / FILE if dist else None
    if file is None or not file.exists():
        return None
    try:
        return {
            key: Entry(
                names=said["names"],
                status=said["status"],
                contacts={id: (kind, value) for id, (kind, value) in said["contacts"].items()},
                warnings=said["warnings"],
            )
            for key, said in json.loads(file.read_text("utf-8")).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Failed(f"{file}: what the release before said cannot be read ({wrong!r})") from None


def _of_body(body: Organisation | Mechanism, contexts: Mapping[str, Context]) -> Entry:
    """What the record of a body says."""
    library = next(iter(contexts.values())).library
    shown = [one for one in body.contacts if not library.danger.hides_contact(body, one)]
    return Entry(
        names={code: str(name(context.voice, body)) for code, context in contexts.items()},
        status=body.status,
        contacts={one.id: (one.kind, one.value) for one in shown},
        warnings=dict(
            (
                *_warnings(
                    contexts,
                    [(c.id, f"{body.folder}/{body.id}#contacts.{c.id}.warning", c.warning) for c in shown],
                ),
                *_warnings(
                    contexts,
                    [
                        (reach.designation.id, f"designations/{reach.designation.id}#{path}", text)
                        for reach in library.danger.of(body)
                        for path, text in [reach.warning]
                    ],
                ),
            )
        ),
    )


def _of_country(code: str, contexts: Mapping[str, Context]) -> Entry:
    """What the sheet of a country says of itself: its telephone lines, rules that touch everybody."""
    library = next(iter(contexts.values())).library
    rules = [
        (rule.id, f"designations/{rule.id}#warning", rule.warning) for rule in library.danger.rules_in(code)
    ]
    return Entry(
        names={language: str(place(context, code)) for language, context in contexts.items()},
        contacts={line.id: (line.kind, line.number) for line in library.national.shown(code)},
        warnings=dict(_warnings(contexts, rules)),
    )


def _warnings(
    contexts: Mapping[str, Context], found: Sequence[tuple[str, str, str | None]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Texts by language of (id, place of the translation, English) that say something."""
    for id, path, text in found:
        if text:
            said = {code: context.voice.translate(path, text) for code, context in contexts.items()}
            # What is not translated stands once, in the source language.
            yield id, {code: one for code, one in said.items() if isinstance(one, str)}
