"""Which copies a release holds. A new kind of single file is one line in `FILES`."""

from __future__ import annotations

from dataclasses import dataclass

from amparo.copies import epub, zim
from amparo.copies.finished import Maker


@dataclass(frozen=True)
class PlannedCopy:
    """One copy of the site that is built, listed and signed by itself."""

    name: str
    """Its name on the command line and in release.json."""

    flavour: str
    """The flavour that it is built in."""

    language: str | None = None
    """Its only language; None: it holds all."""

    is_site: bool = False
    """True for a folder that a server shows, below `sites/`; False for a zip that people carry."""

    def place(self, site_name: str) -> str:
        """Where it stands in the release."""
        return f"sites/{self.name}" if self.is_site else f"{site_name.lower()}-{self.name}.zip"


def planned_copies(languages: tuple[str, ...]) -> tuple[PlannedCopy, ...]:
    """All copies: a site per flavour, then for files one with everything and one a language."""
    sites = tuple(PlannedCopy(flavour, flavour, None, True) for flavour in ("public", "mirror", "neutral"))
    return (
        *sites,
        PlannedCopy("all", "files"),
        *(PlannedCopy(language, "files", language) for language in languages),
    )


FILES: dict[str, Maker] = {"{name}-{language}.zim": zim.make, "{name}-{language}.epub": epub.make}
"""Single files a language, by the pattern of their name, and who makes them. The pocket edition is made with
the site and only copied."""
