"""A record that is named must exist, and nothing may name itself."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Iterator

from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Successors and answering bodies exist; contacts, risks and left-out contacts cite sources of their own record; ids are not repeated."""
    for id, organisation in loaded.organisations.items():
        document = loaded.document_of(id)
        if organisation.successor == id:
            yield document.problem(("successor",), f"`{id}` is its own successor", "the id of another organisation")
        elif organisation.successor and organisation.successor not in loaded.organisations:
            near = difflib.get_close_matches(organisation.successor, loaded.organisations, 1, 0.5)
            yield document.problem(("successor",), f"there is no organisation `{organisation.successor}`",
                                   f"successor: {near[0]}" if near else "the id of a file in data/organisations")
        for n, contact in enumerate(organisation.contacts):
            if contact.answered_by and contact.answered_by not in loaded.organisations:
                yield document.problem(("contacts", n, "answered_by"), f"there is no organisation `{contact.answered_by}`",
                                       "the id of a file in data/organisations")
        known = {source.id for source in organisation.sources}
        uses = [(("contacts", n, "source"), c.source) for n, c in enumerate(organisation.contacts)]
        uses += [(("withheld", n, "source"), w.source) for n, w in enumerate(organisation.withheld)]
        uses += [(("contacts", n, "corroboration", "source"), c.corroboration.source)
                 for n, c in enumerate(organisation.contacts) if c.corroboration and c.corroboration.source]
        if organisation.risk:
            uses.append((("risk", "source"), organisation.risk.source))
        for path, source in uses:
            if source not in known:
                yield document.problem(path, f"there is no source `{source}` in this record",
                                       "one of: " + ", ".join(sorted(known)))
        for field in ("contacts", "sources"):
            seen: dict[str, int] = {}
            for n, part in enumerate(getattr(organisation, field)):
                if part.id in seen:
                    yield document.problem((field, n, "id"), f"`{part.id}` stands here a second time",
                                           f"a new name, such as {part.id}-2")
                seen[part.id] = n
