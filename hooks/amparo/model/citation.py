"""Where a fact was read: a title and a publisher, so that a reader can judge it without opening anything."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import model_validator

from amparo.model.base import CodeOf, Line, PartialDate, Record, Slug, plain_host

WEB_ADDRESS = r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#]\S*)?"
"""What a web address looks like; nothing else is ever linked."""


class Citation(Record):
    """A page, list, document or data file that was read. Without a source nothing is published."""

    id: Slug
    """Name inside the file, e.g. `s1`; in data/line-sources.yml the name that all files may use."""

    title: Line | None = None
    """What was read, e.g. `Register of undesirable organisations`. Missing: the page's title is not known."""

    publisher: Line | None = None
    """Who published it, e.g. `Ministry of Justice of Russia`; the name of the site where nothing more is
    known."""

    family: Slug | None = None
    """Copies and editions of one list share a family and count as one source; missing: the publisher stands
    for it."""

    url: Line | None = None
    """Address of what was read; missing for memory and for sources that cannot be cited."""

    link: bool = True
    """False for copies, for odd hosts and for pages of listed bodies: cited by name and date, never
    linked."""

    date: PartialDate | None = None
    """The source's own date. Missing: not known. A contact is as old as its source."""

    @model_validator(mode="after")
    def _is_an_address(self) -> Citation:
        if self.url and not re.fullmatch(WEB_ADDRESS, self.url):
            raise ValueError(f"url: `{self.url[:60]}` is not a web address", "https://example.org/page")
        try:
            plain_host(self.host)
        except ValueError as wrong:
            raise ValueError(f"url: {wrong.args[0]}", wrong.args[1]) from None
        return self

    @property
    def host(self) -> str:
        """Host of the address without `www.`, in lower case; empty without an address."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.") if self.url else ""

    @property
    def shown_host(self) -> str:
        """Host of the address where it may be linked; empty when there is none to show."""
        return self.host if self.link else ""


class CountryCitation(Citation):
    """Where a fact about a country was read."""

    publisher: Line
    """Who published it."""


class BodyCitation(Citation):
    """Where a fact about an organisation or mechanism was read."""

    kind: Annotated[str, CodeOf("source-kind")]
    """`official` for the body's own pages; `memory` for what nobody has read in a source."""

    cite: Line | None = None
    """How to name the source where it may not be linked, or has no address."""

    supports: tuple[Line, ...] = ()
    """What it supports, in short words."""

    @model_validator(mode="after")
    def _can_be_named(self) -> BodyCitation:
        if self.kind != "memory" and not self.url and not self.cite:
            raise ValueError(
                f"source `{self.id}` has neither an address nor a name",
                "url: https://example.org/page, or cite: the name of the document",
            )
        if not self.link and not self.cite:
            raise ValueError(
                f"source `{self.id}` may not be linked and has no name",
                "cite: the name and publisher of the original",
            )
        return self
