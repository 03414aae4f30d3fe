"""A letter to fill in on the device or by hand: sentences that stand, and gaps with a question each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from amparo.model.base import Prose, Record, Slug, Whole


class Part(Record):
    """A sentence that stands in the letter, or a gap in it."""

    id: Slug
    """Its name in the letter; never used for something else."""

    text: Annotated[str, Prose(300)] | None = None
    """A sentence that stands as it is. Exactly one of `text` and `ask` is there."""

    ask: Annotated[str, Prose(140)] | None = None
    """What to write into the gap."""

    hint: Annotated[str, Prose(240)] | None = None
    """What to take care of in this gap."""

    rows: Whole = 2
    """Height of the gap in lines."""

    private: bool = False
    """Whether what stands in the gap is for the group alone: it is not part of the text that is sent."""

    carries: tuple[Slug, ...] = ()
    """Fields of the incident report whose answers can be carried over into this gap, in this order."""

    @model_validator(mode="after")
    def _stands_or_asks(self) -> Part:
        if (self.text is None) == (self.ask is None):
            raise ValueError(
                f"part `{self.id}` needs one of `text` and `ask`", "text: a sentence of the letter"
            )
        return self


class Letter(Record):
    """One letter, one file. It names no real case."""

    id: Slug
    """Equals the file's name; never used for something else."""

    order: int
    """Place in lists."""

    title: Annotated[str, Prose(60)]
    """What it is called."""

    what: Annotated[str, Prose(200)]
    """What it is for, in one line."""

    first: tuple[Annotated[str, Prose(220)], ...] = Field(min_length=1)
    """What must be true before anybody writes."""

    parts: tuple[Part, ...] = Field(min_length=2)
    """The letter from its first line to its last."""
