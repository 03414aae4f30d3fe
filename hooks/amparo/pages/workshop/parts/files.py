"""Files that are made beside pages, and whether this copy has them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from amparo.pages.context import Context

PIECES = "assets/plan"
"""Folder of the pieces of packs below the site's root, with a folder for each language."""

SHEETS = "workshop/print/"
"""Folder of all sheets, below a language's root."""


@dataclass(frozen=True)
class Files:
    """Where files are that say the same as a page."""

    pdf: str | None
    """The way to the folder of PDFs; None where none are made."""

    odt: str | None
    """The way to the folder of documents to change; None where none are made."""

    is_small: bool
    """True in a copy of one language: its large packs are in a zip of their own; nothing leads to them."""


def files_of(context: Context) -> Files:
    """The files of the page's language. They lie in one folder at the site's root, whatever the page."""
    made = context.site.made_in(context.language)
    folder = f"{context.root}{SHEETS}{context.language}/"
    return Files(
        pdf=folder if "pdf" in made else None,
        odt=folder if "odt" in made else None,
        is_small=context.site.settings.alone is not None,
    )


def sheets_of(context: Context, record: str) -> str:
    """The way to the sheets of a record, up to where their names differ (`…/session-daily-circle`)."""
    return f"{context.up}{SHEETS}{record}"


def careful_name(id: str) -> str:
    """The name of the careful PDF of a handout or an agenda: it says nothing, and stays."""
    return f"notes-{sha256(id.encode()).hexdigest()[:4]}"
