"""What came of ringing or writing to a number, as it stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.reached import Reached
from amparo.text.voice import Said

if TYPE_CHECKING:
    from amparo.pages.context import Context

MONTH = len("2027-05")
"""Pages tell the month: the day says no more to a reader, and more about whoever rang."""


@dataclass(frozen=True)
class RungView:
    """The last words about a number."""

    confirmed: str | None
    """The month in which it was confirmed; None: it was not."""

    by_call: bool
    """Whether it was confirmed by a call; else by a message."""

    failed: Said | None
    """What came of the last try, where nobody was reached."""

    failed_when: str | None
    """The month of that."""

    is_rung: bool
    """Whether somebody has rung it, whatever came of it."""


def view(context: Context, reached: Reached) -> RungView | None:
    """What to say beside a value; None where nobody has tried it."""
    voice, confirmed, failed = context.voice, reached.confirmed, reached.unreached
    if not (confirmed or failed):
        return None
    term = context.library.term("unreached", failed.result) if failed else None
    return RungView(
        confirmed=voice.when(confirmed.date[:MONTH]) if confirmed else None,
        by_call=bool(confirmed and confirmed.method == "called"),
        failed=voice.term("unreached", term) if term else None,
        failed_when=voice.when(failed.date[:MONTH]) if failed else None,
        is_rung=reached.is_rung,
    )
