"""Where a fact about a country was read: a title and a publisher, so that a reader can judge it without opening anything."""

from __future__ import annotations

import re

from pydantic import model_validator

from amparo.model.base import Line, PartialDate, Record, Slug


class Citation(Record):
    """A page, list or data file that was read."""

    id: Slug
    """Name inside the file, e.g. `s1`; in data/line-sources.yml the name that all files may use."""

    title: Line | None = None
    """What was read, e.g. `Register of undesirable organisations`. Missing: the page's title is not known."""

    publisher: Line
    """Who published it, e.g. `Ministry of Justice of Russia`; the name of the site where nothing more is known."""

    family: Slug | None = None
    """Copies and editions of one list share a family and count as one source; missing: the publisher stands for it."""

    url: Line | None = None
    """Address of what was read; missing where it cannot be cited."""

    link: bool = True
    """False for copies, for odd hosts and for pages of listed bodies: cited by name and date, never linked."""

    date: PartialDate | None = None
    """The page's own date; missing: not known."""

    @model_validator(mode="after")
    def _is_an_address(self) -> Citation:
        if self.url and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#]\S*)?", self.url):
            raise ValueError(f"url: `{self.url[:60]}` is not a web address", "https://example.org/page")
        return self

    @property
    def host(self) -> str:
        """Host of the address without `www.`, in lower case; empty without an address."""
        from urllib.parse import urlsplit

        return (urlsplit(self.url).hostname or "").removeprefix("www.") if self.url else ""
