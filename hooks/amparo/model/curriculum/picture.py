"""A drawing that stands for words, for people who do not read."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from amparo.model.base import Prose, Record, Slug, Whole

MOST_WORDS = 3
"""Words beside a drawing, in every language: who reads a little can spell out three."""


def _few(value: str) -> str:
    """Refuse more words than stand beside a drawing."""
    count = len(value.split())
    if count > MOST_WORDS:
        raise ValueError(f"{count} words", f"at most {MOST_WORDS} words; the facilitator says the rest")
    return value


class Picture(Record):
    """One drawing."""

    sign: Slug
    """The sign that is drawn: an id of data/signs.yml."""

    say: Annotated[str, Prose(32), AfterValidator(_few)]
    """What it stands for, in at most three words. The facilitator reads it aloud."""

    row: Annotated[Whole, Field(ge=0, le=6)] = 0
    """The row, ring or side of the sheet that it belongs to; 0 where the sheet has only one."""
