"""Who belongs to a coalition, since when, and which source says so."""

from __future__ import annotations

from pydantic import model_validator

from amparo.model.base import Line, PartialDate, Record, Slug


class Member(Record):
    """A member of a coalition, as a source names it."""

    record: Slug | None = None
    """Record of the member, where there is one."""

    name: Line | None = None
    """Its name, where it has no record."""

    since: PartialDate | None = None
    """From when; missing: not known."""

    until: PartialDate | None = None
    """Until when; missing: it was a member when the source was written."""

    source: Slug
    """Id of the source in the same record."""

    also: tuple[Slug, ...] = ()
    """Ids of newer sources that still name it. Empty: no newer list was read, or it is not in it."""

    @model_validator(mode="after")
    def _is_named_once(self) -> Member:
        if bool(self.record) == bool(self.name):
            raise ValueError("one of `record` and `name`", "record: the id of an organisation, or name: …")
        return self
