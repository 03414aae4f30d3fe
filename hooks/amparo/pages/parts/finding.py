"""What the search knows of words that lead on: kinds of help, groups, regions, needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amparo.model.vocabulary import Term
from amparo.pages.entry import Entry

if TYPE_CHECKING:
    from amparo.pages.context import Context


def of_term(
    context: Context,
    scheme: str,
    term: Term,
    address: str,
    words: tuple[str, ...],
    about: tuple[str, ...] = (),
    text: tuple[str, ...] = (),
    urgent: tuple[str, ...] = (),
) -> Entry:
    """The entry of a term: its label is its name, its plain words are found as well."""
    plain = str(context.voice.term(scheme, term, "plain")) if term.plain else ""
    label = str(context.voice.term(scheme, term))
    return Entry(
        scheme,
        address,
        label,
        plain,
        words=words,
        urgent=urgent,
        text=text,
        about=about,
        key=f"{scheme}/{term.code}",
    )
