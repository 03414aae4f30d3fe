"""Where a fact was seen."""

from __future__ import annotations

import re
from typing import Optional

from pydantic import model_validator

from amparo.model.base import Code, Line, PartialDate, Record, Slug


class Citation(Record):
    """A page or document that was read. Without a source nothing is published."""

    id: Slug
    """Name inside the record, e.g. `s1`."""

    kind: Code("source-kind")
    """`official` for the body's own pages; `memory` for what nobody has read in a source."""

    url: Optional[Line] = None
    """Address of what was read; missing for memory and for sources that cannot be cited."""

    link: bool = True
    """False for copies of other people's pages: they are cited by name and never linked."""

    cite: Optional[Line] = None
    """How to name the source where it may not be linked, or has no address."""

    date: Optional[PartialDate] = None
    """The source's own date. Missing: not known. A contact is as old as its source."""

    supports: tuple[Line, ...] = ()
    """What it supports, in short words."""

    @model_validator(mode="after")
    def _can_be_named(self) -> "Citation":
        if self.kind != "memory" and not self.url and not self.cite:
            raise ValueError(
                f"source `{self.id}` has neither an address nor a name",
                "url: https://example.org/page, or cite: the name of the document",
            )
        if self.url and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#]\S*)?", self.url):
            raise ValueError(f"url: `{self.url[:60]}` is not a web address", "https://example.org/page")
        if not self.link and not self.cite:
            raise ValueError(
                f"source `{self.id}` may not be linked and has no name",
                "cite: the name and publisher of the original",
            )
        return self

    @property
    def host(self) -> str:
        """Host of the address without `www.`; empty when there is none to show."""
        from urllib.parse import urlsplit

        return (urlsplit(self.url).hostname or "").removeprefix("www.") if self.url and self.link else ""
