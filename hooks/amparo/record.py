"""Starts a record: a file with every field that is asked for, in its place, for an editor to fill."""

from __future__ import annotations

import re

from amparo.checks.filenames import RESERVED, TAKEN
from amparo.project import Project

ORGANISATION = """# yaml-language-server: $schema=../schema/organisation.schema.json
# Write only what a source that you saw supports. What is not known stays out: delete the line.
# `make check` says what is still missing; FIELDS.md says what each field means.
id: {id}
names:
  en: TODO
# A code of data/vocabulary/org-kind.yml.
kind: TODO
status: active
# The country of its seat, in two capital letters.
based_in: TODO
serves:
  countries: [TODO]
# Codes of data/vocabulary/group.yml, service.yml and access.yml; the main services are what it is there for.
for_groups: [TODO]
services: [TODO]
main_services: [TODO]
access: [TODO]
languages: [TODO]
# One line on what it gives and to whom, without the name.
summary: TODO
# Every host that its addresses and mailboxes use.
hosts: [TODO]
contacts:
  - id: email-1
    kind: email
    value: TODO
    purpose: general
    source: s1
    # The value once more, as you saw it: a proof belongs to a value.
    corroboration:
      result: not-looked
      value: TODO
sources:
  - id: s1
    title: TODO
    publisher: TODO
    kind: official
    url: https://TODO
    date: TODO
confidence: medium
checked:
  date: TODO
  method: read-source
"""
"""The fields of an organisation in the order of the records that there are."""

KINDS = {"organisation": ("organisations", ORGANISATION)}
"""What can be started: its folder below data/, and its text."""


class Refused(Exception):
    """A record that cannot be started, with the reason."""


def start(project: Project, kind: str, id: str) -> list[str]:
    """Write the file; return what to do next. Raises `Refused`."""
    folder, text = KINDS[kind]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) or len(id) > 80 or id in RESERVED | TAKEN:
        wish = "-".join(re.findall(r"[a-z0-9]+", id.lower())) or "a-short-name"
        wish = f"{wish}-1" if wish in RESERVED | TAKEN else wish[:80]
        raise Refused(f"`{id}` is no name in small letters with single hyphens; perhaps {wish}.")
    file = project.find(f"data/{folder}/{id}.yml")
    if file.exists():
        raise Refused(f"{project.name_of(file)} is there already.")
    file.write_bytes(text.format(id=id).encode())
    return [
        f"{project.name_of(file)} has been written. Replace each TODO or delete its line; then `make check`.",
        "`make check` prints the change record of its contacts: fill it in, then `make enter`.",
        "Look whether a law or list makes contact dangerous: CONTRIBUTING.md says how.",
        f"LANGUAGE_CODE=en make serve shows it at emergency/organisations/{id}.html.",
        "At the end `make words`, so that translators see what is new. You need not wait for them.",
    ]


def command(project: Project, kind: str, id: str) -> int:
    """Start a record, and print what to do next, or why not."""
    try:
        print(*start(project, kind, id), sep="\n")
    except Refused as refused:
        print(refused)
        return 1
    return 0
