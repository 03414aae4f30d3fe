"""Which contact stands beside a body's name."""

from __future__ import annotations

from amparo.library.trust import Trust
from amparo.model.contact import Contact
from amparo.model.organisation import Organisation
from amparo.model.proof import DIALLED

CALLED = ("phone", "whatsapp", "signal")
"""Kinds of contact that one speaks or writes to at once."""

REACH = ("phone", "whatsapp", "signal", "sms", "email", "web-form", "telegram", "web")
"""Kinds of contact to name beside a body, the quickest first."""


class Reach:
    """How to reach a body that is named for a situation."""

    def __init__(self, trust: Trust) -> None:
        """`trust` says which line may stand where somebody in danger looks."""
        self._trust = trust
        self._found: dict[str, Contact | None] = {}

    def of(self, o: Organisation) -> Contact | None:
        """An urgent line that may stand where somebody in danger looks, else the quickest contact that
        somebody answers.
        None where nothing may be named."""
        if o.id not in self._found:
            self._found[o.id] = self._best(o)
        return self._found[o.id]

    def speaks(self, o: Organisation, language: str) -> bool:
        """Whether the contact that is named answers in a language, as far as we know."""
        reach = self.of(o)
        return language in ((reach.languages if reach else ()) or o.languages)

    def answers_now(self, o: Organisation, language: str) -> bool:
        """Whether it has a line known to answer day and night, in a language."""
        reach = self.of(o)
        return (
            reach is not None
            and reach.kind in CALLED
            and reach.hours == "24/7"
            and language in (reach.languages or o.languages)
        )

    def may_be_named(self, o: Organisation, c: Contact) -> bool:
        """Whether a contact may stand beside the name."""
        source = o.sources_by_id[c.source]
        result = c.verdict.result if c.verdict else "not-looked"
        return (
            c.kind in REACH
            and (not c.inside_only or _is_only_inside(o, c))
            and not c.answered_by
            and source.kind != "memory"
            and result != "differs"
            and not c.reached.is_out_of_use
            and (c.kind not in DIALLED or c.is_as_seen)
            and (not c.is_urgent or self._trust.is_on_its_own_page(o, c))
        )

    def _best(self, o: Organisation) -> Contact | None:
        usable = [c for c in o.contacts if self.may_be_named(o, c)]
        usable.sort(
            key=lambda c: (
                not c.is_urgent,
                c.hours != "24/7",
                c.purpose in ("information", "office"),
                REACH.index(c.kind),
            )
        )
        return usable[0] if usable else None


def _is_only_inside(o: Organisation, c: Contact) -> bool:
    """Whether everybody whom a body helps is where a short or free number works."""
    serves = o.serves
    return serves.countries == (c.region,) and not (serves.worldwide or serves.regions or serves.abroad_from)
