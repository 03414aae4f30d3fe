"""Where pages live. Links to them stand on paper: an address never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation


@dataclass(frozen=True)
class Page:
    """One page of the site, in no language yet."""

    address: str
    """Path below a language's root, e.g. `emergency/countries/mx.html`."""

    kind: str
    """Which view makes it: `organisation`, `country`, `service` …; `guidance` for hand-written pages."""

    key: str = ""
    """What it is about: an id or code."""

    part: int = 1
    """Which part of a long list, from 1."""

    second: str = ""
    """A second code, for lists of two conditions, e.g. the region of a service."""

    @property
    def up(self) -> str:
        """The way from this page to its language's root: `../../`."""
        return "../" * self.address.count("/")


def organisation(id: str) -> str:
    """Page of an organisation."""
    return f"emergency/organisations/{id}.html"


def body(record: Union[Organisation, Mechanism]) -> str:
    """Page of whoever can be contacted."""
    return mechanism(record.id) if isinstance(record, Mechanism) else organisation(record.id)


def country(code: str) -> str:
    """Sheet of a country; `code` is ISO 3166-1 in capitals."""
    return f"emergency/countries/{code.lower()}.html"


def mechanism(id: str) -> str:
    """Page of a protection mechanism."""
    return f"mechanisms/{id}.html"


def listing(kind: str, code: str, part: int = 1, second: str = "") -> str:
    """A list page: `kind` is `services`, `regions`, `groups` or `languages`; `second` a region."""
    name = f"{code}-in-{second}" if second else code
    return f"emergency/{kind}/{name}{f'-{part}' if part > 1 else ''}.html"


def node(id: str, region: str = "") -> str:
    """Page of a guided question or an end; `region` for whom to call there."""
    return f"emergency/triage/{id}{f'-in-{region}' if region else ''}.html"


def card(region: str) -> str:
    """Sheet of wallet cards for a region."""
    return f"emergency/cards/{region}.html"


def poster(region: str) -> str:
    """Poster for a region."""
    return f"emergency/cards/{region}-poster.html"


def pocket(language: str) -> str:
    """The pocket edition of a language, at the site's root."""
    return f"pocket-{language}.html"


def source_file(page: Page) -> str:
    """The Markdown file that MkDocs believes a page comes from."""
    return page.address.removesuffix(".html") + ".md"


def language_root(language: str, default: str) -> str:
    """Folder of a language below the site's root: empty for the source language, else `es/`."""
    return "" if language == default else f"{language}/"
