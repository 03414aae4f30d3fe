"""The page that checks another copy."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.pages.context import Context
from amparo.pages.kind import Kind


@dataclass(frozen=True)
class View:
    """What `about/verify.html` says."""

    words: dict[str, str]
    """What its script says, by code: the words of the programs in the kit."""

    keys: tuple[tuple[str, str], ...]
    """Public keys as (name, text)."""

    root: str
    """The way to the site's root."""


def view(context: Context) -> View:
    """Words and keys."""
    return View(context.renderer.lines("kit/words.html"), context.site.keys, context.root)


KIND = Kind("verify", "about/verify", view, "verify.html")
