"""What a site is made from, beside the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amparo.model.asked import Asked
from amparo.pages.about.status import Counts
from amparo.pages.style import Style
from amparo.signs import Drawing
from amparo.text.catalogue import Translations


@dataclass(frozen=True)
class Sources:
    """Everything that stands in files, read once a build."""

    templates: Path
    """Folder of templates."""

    translations: Mapping[str, Translations]
    """Translations by language."""

    style: Style
    """Style sheets."""

    written: Mapping[str, str]
    """The hand-written pages, as Markdown by path below docs without ending."""

    signs: Mapping[str, Drawing] = field(default_factory=dict)
    """What is drawn for each sign."""

    translated: Counts = field(default_factory=dict)
    """How much is translated, for the status page."""

    asked: tuple[Asked, ...] = ()
    """What hosts answered when they were last asked for the addresses of the records."""

    pocket_script: str = ""
    """Travels inside the pocket editions, allowed by its hash."""

    engine: Mapping[str, str] = field(default_factory=dict)
    """What a browser needs to search, before the index, by the name of the part."""

    made: frozenset[str] = frozenset()
    """The kinds of file (`pdf`, `odt`) that are made beside pages."""

    without_pdf: frozenset[str] = frozenset()
    """Languages whose PDFs are left out, for want of a font."""

    keys: tuple[tuple[str, str], ...] = ()
    """The public keys of releases as (name, text)."""
