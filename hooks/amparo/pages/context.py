"""What a view may ask: the records, one language, and where pages live."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from amparo.library import Library
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.search import Synonyms
from amparo.pages.page import Page, language_root
from amparo.pages.renderer import Renderer
from amparo.pages.workshop.words import Words
from amparo.text import lines
from amparo.text.voice import Voice

if TYPE_CHECKING:
    from amparo.pages.site import Site


class Context:
    """One page in one language."""

    def __init__(self, site: Site, page: Page, language: str) -> None:
        """`site` is the copy that the page belongs to."""
        self.site, self.page, self.language = site, page, language

    @property
    def library(self) -> Library:
        """All records."""
        return self.site.library

    @property
    def renderer(self) -> Renderer:
        """Fills templates in this language."""
        return self.site.renderers[self.language]

    @property
    def voice(self) -> Voice:
        """Says things in this language."""
        return self.renderer.voice

    @property
    def words(self) -> Words:
        """Says what stands in the curriculum."""
        return self.site.words[self.language]

    @cached_property
    def synonyms(self) -> Synonyms:
        """Everyday words that find things in this language; none where a language has no list yet."""
        return self.library.synonyms.get(self.language) or Synonyms(language=self.language)

    @property
    def up(self) -> str:
        """The way from this page to its language's root."""
        return self.page.up

    @property
    def root(self) -> str:
        """The way from this page to the site's root, above all languages."""
        return self.site.root(self.page, self.language)

    def url(self, kind: str, key: str = "", second: str = "", part: int = 1) -> str:
        """The shortest way from this page to another one of its language: a page has hundreds."""
        return self.page.way_to(self.site.kinds[kind].address_of(key, second, part))

    def body_url(self, body: Organisation | Mechanism) -> str:
        """The way to the page of whoever can be contacted."""
        return self.url("mechanism" if isinstance(body, Mechanism) else "organisation", body.id)

    def written_title(self, path: str) -> str:
        """Title of a hand-written page, by its path below docs without ending."""
        return lines.titled(path, self.site.written[path], "title", self.voice, self.site_name) or ""

    @property
    def site_name(self) -> str:
        """What the site is called in this copy."""
        return self.site.settings.name(self.language)

    @property
    def is_file(self) -> bool:
        """True in copies that stay on a device: what it is an offence to keep is not in them."""
        return self.site.settings.flavour.is_for_files or self.page.kind in (
            "pocket",
            "print",
            "take",
            "cards",
            "poster",
        )

    def helper(self, organisation: Organisation, country: str | None) -> Any:
        """Somebody who helps, printed, for a reader in a country."""
        return self.site.helper(organisation, country, self)

    def card(self, organisation: Organisation) -> Any:
        """An organisation in a list."""
        return self.site.card(organisation, self)

    def in_language(self, language: str) -> Context:
        """The same page in another language."""
        return Context(self.site, self.page, language)

    @property
    def language_folder(self) -> str:
        """Folder of this language below the site's root: empty for the source language."""
        return language_root(self.language, self.site.default)

    def at_root(self) -> Context:
        """The same page as it would stand at its language's root, for documents that are carried away."""
        page = replace(self.page, address=self.page.address.rpartition("/")[2])
        return Context(self.site, page, self.language)
