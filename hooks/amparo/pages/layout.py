"""The document around a page: the head, top line and foot that all pages of a copy share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from amparo.pages.kind import Kind
from amparo.pages.page import Page, language_root
from amparo.pages.renderer import Renderer
from amparo.pages.style import Style, policy_of
from amparo.settings import Flavour, Settings


class Layout:
    """Puts what a page says into the document of one copy."""

    def __init__(
        self, settings: Settings, style: Style, renderers: Mapping[str, Renderer], recheck: str
    ) -> None:
        """`renderers` by language; `recheck` is the day (ISO) after which the facts should be checked again."""
        self.settings, self._style, self._renderers, self._recheck = settings, style, renderers, recheck
        self._default = settings.languages[0][0]

    def root(self, page: Page, language: str) -> str:
        """The way from a page to the site's root, above all languages."""
        return page.up + ("../" if language != self._default else "")

    def days(self, language: str) -> dict[str, str]:
        """The day of the facts, and the day after which they should be checked again, in words."""
        when = self._renderers[language].voice.when
        return {"as_of": when(self.settings.as_of.isoformat()), "recheck": when(self._recheck)}

    def document(
        self,
        kind: Kind,
        page: Page,
        language: str,
        title: str,
        description: str | None,
        content: Any,
        is_unnamed: bool = False,
    ) -> str:
        """The whole document. `is_unnamed`: its tab does not name the site."""
        renderer, here, settings = (
            self._renderers[language],
            language_root(language, self._default),
            self.settings,
        )
        root, flavour, site = self.root(page, language), settings.flavour, settings.name(language)
        is_critical = kind.is_styled_inside and not flavour.is_for_files
        return renderer.fill(
            "layouts/document.html",
            title=title,
            content=content,
            kind=kind,
            page=page,
            site=site,
            tab=self._tab(title, site, here + page.address, is_unnamed),
            description=None if flavour.is_neutral or flavour.is_for_files else description,
            canonical=settings.address + here + page.address
            if flavour.has_canonical and settings.address
            else None,
            language=language,
            direction=renderer.voice.direction,
            up=page.up,
            root=root,
            style=self._style.inside if is_critical else None,
            style_policy=policy_of(self._style.inside) if is_critical else None,
            style_file=style_name(flavour),
            languages=[
                (
                    code,
                    name,
                    self._renderers[code].voice.direction,
                    f"#{code}"
                    if not kind.knows_its_place
                    else root + language_root(code, self._default) + page.address,
                )
                for code, name in settings.shown
            ],
            is_draft=language not in settings.reviewed,
            has_untranslated="untranslated" in content,
            # A menu on each of two thousand pages is a fifth of a copy for files: there the start page alone has it.
            is_short=flavour.is_for_files and kind.name != "start",
            exit_is_local=flavour.is_for_files,
            exit_url=root + "assets/1-10.html" if flavour.is_for_files else settings.exit_url,
            **self.days(language),
        )

    def alone(self, kind: Kind, language: str, title: str, content: Any) -> str:
        """A document that needs no other file: its style is inside, it links nowhere."""
        renderer = self._renderers[language]
        return renderer.fill(
            "layouts/alone.html",
            kind=kind,
            title=title,
            content=content,
            language=language,
            direction=renderer.voice.direction,
            site=self.settings.name(language),
            style=self._style.alone.text,
            style_policy=self._style.alone.policy,
            is_draft=language not in self.settings.reviewed,
            **self.days(language),
        )

    def _tab(self, title: str, site: str, place: str, is_unnamed: bool) -> str:
        """What the tab and the history show. In a neutral copy a number that tells pages apart and stays when others come and go."""
        if self.settings.flavour.is_neutral:
            return f"{site} {1000 + int(hashlib.sha256(place.encode()).hexdigest(), 16) % 9000}"
        return title if is_unnamed or title == site else f"{title} – {site}"


def style_name(flavour: Flavour) -> str:
    """Name of the style sheet's file: the browser shows it beside a saved page."""
    return "style.css" if flavour.is_neutral else "amparo.css"
