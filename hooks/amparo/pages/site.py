"""The whole site: gives every page in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages import guidance, heard, pocket
from amparo.pages.about.release import Notes
from amparo.pages.context import Context
from amparo.pages.kind import Kind, fields_of
from amparo.pages.kinds import KINDS
from amparo.pages.layout import Layout
from amparo.pages.page import Page
from amparo.pages.page import pocket as pocket_file
from amparo.pages.parts import card, helper, pocket_names
from amparo.pages.pocket import View as PocketView
from amparo.pages.renderer import Renderer
from amparo.pages.sources import Sources
from amparo.pages.style import policy_of, smaller_body, used_by
from amparo.pages.workshop.printed import Printing
from amparo.pages.workshop.sheets import Sheets
from amparo.pages.workshop.words import Words
from amparo.settings import Settings
from amparo.text import lines
from amparo.text.voice import Voice


class Site:
    """All pages. Made once a build; asked for one page in one language at a time."""

    def __init__(self, library: Library, settings: Settings, sources: Sources) -> None:
        """A site of these records with these settings."""
        self.library, self._sources = library, sources
        self.style, self.written, self.translated = sources.style, sources.written, sources.translated
        self.made, self.keys, self.signs = sources.made, sources.keys, sources.signs
        self.engine, self.asked = sources.engine, sources.asked
        self.default = settings.languages[0][0]
        self.renderers = {
            code: Renderer(sources.templates, Voice(code, sources.translations.get(code)), sources.signs)
            for code, _ in settings.languages
        }
        self.words = {code: Words(library, renderer.voice) for code, renderer in self.renderers.items()}
        self.sheets = Sheets(library)
        """What can be printed of the workshop."""
        self.kinds: dict[str, Kind] = {kind.name: kind for kind in KINDS}
        self._written_kinds = {kind.written: kind for kind in KINDS if kind.written}
        self.notes: Mapping[str, Notes] = {}
        """What a release knows about itself when all other files are finished, by language."""
        self.sounds: Mapping[tuple[str, str], heard.Sound] = {}
        """The pages that can be heard, by language and address."""
        self.sound_files: Mapping[tuple[str, str], Path] = {}
        """Their sounds."""
        self._use(settings)

    def _use(self, settings: Settings) -> None:
        """Take the settings of a copy, and whatever depends on them."""
        self.settings = settings
        self.layout = Layout(
            settings, self.style, self.renderers, self.library.recheck.isoformat(), self.signs
        )
        self.printing = Printing(self)
        self._cards: dict[tuple[str, str, str, bool], Any] = {}
        self._helpers: dict[tuple[str, str, str, str | None], Any] = {}

    def for_copy(self, settings: Settings) -> Site:
        """The same site for another copy: nothing is read again."""
        other = copy(self)
        other.notes = {}
        other._use(settings)
        other.__dict__.pop("pages", None)
        return other

    # Pages

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages made from records, by the Markdown file that MkDocs believes in."""
        return {page.source: page for kind in self.kinds.values() for page in self.pages_of(kind)}

    def pages_of(self, kind: Kind) -> list[Page]:
        """The pages of a kind that this copy has."""
        if self.settings.flavour.is_for_files and not kind.in_files:
            return []
        alone = self.settings.alone is not None
        return [page for page in kind.pages(self.library) if not (alone and kind.is_for_print(page))]

    def page_of(self, kind: str, key: str = "", second: str = "", part: int = 1) -> Page:
        """One page by its kind and key, whether records make it or not."""
        return Page(self.kinds[kind].address_of(key, second, part), kind, key, part, second)

    def at(self, path: str) -> tuple[Page, str] | None:
        """The page that records make at a path below the site's root, and its language; None for all other
        paths."""
        first, _, rest = path.partition("/")
        is_folder = first in self.renderers and first != self.default
        language, local = (first, rest) if is_folder else (self.default, path)
        page = self.pages.get(local.removesuffix(".html") + ".md") if local.endswith(".html") else None
        return (page, language) if page else None

    def title(self, page: Page, language: str) -> str:
        """The title of a page that records make, as plain text."""
        kind = self.kinds[page.kind]
        return self.renderers[language].title(kind.template, self._view(kind, page, language))

    def page(self, page: Page, language: str) -> str:
        """The whole document of a page that records make."""
        kind, renderer = self.kinds[page.kind], self.renderers[language]
        view = self._view(kind, page, language)
        title = renderer.title(kind.template, view)
        content = renderer.content(kind.template, view)
        if kind.is_alone:
            return self.layout.alone(kind, language, title, content)
        content = heard.with_player(self, page, language, content)
        return self.layout.document(kind, page, language, title, None, content, kind.is_unnamed(view))

    def _view(self, kind: Kind, page: Page, language: str) -> dict[str, Any]:
        """What the page's template says."""
        return fields_of(kind.view(Context(self, page, language)))

    def made_in(self, language: str) -> frozenset[str]:
        """The kinds of file that are made beside pages in a language."""
        return self.made - {"pdf"} if language in self._sources.without_pdf else self.made

    def root(self, page: Page, language: str) -> str:
        """The way from a page to the site's root, above all languages."""
        return self.layout.root(page, language)

    # Hand-written pages

    def written_page(self, file: str) -> Page:
        """The page of a hand-written file, given by its path below docs."""
        kind = self._written_kinds.get(file, guidance.KIND)
        return Page(file.removesuffix(".md") + ".html", kind.name)

    def guidance(self, file: str, text: str, html: Any, language: str) -> str:
        """The whole document of a hand-written page. `file` is its path below docs, `text` its Markdown
        source,
        `html` what Markdown made of `translated`."""
        page, renderer = self.written_page(file), self.renderers[language]
        kind, name = self.kinds[page.kind], file.removesuffix(".md")
        said = {
            key: lines.titled(name, text, key, renderer.voice, self.settings.name(language)) or ""
            for key in ("title", "description")
        }
        view = self._view(kind, page, language) | {"content": html, "title": said["title"]}
        content = heard.with_player(self, page, language, renderer.content(kind.template, view))
        return self.layout.document(kind, page, language, said["title"], said["description"], content)

    def translate_page(self, file: str, text: str, language: str) -> str:
        """The Markdown of a hand-written page in a language."""
        renderer, site = self.renderers[language], self.settings.name(language)
        return lines.translated(file.removesuffix(".md"), text, renderer.voice, renderer.foreign, site)

    # Pages of copies

    def release_page(self, language: str, notes: Notes) -> str:
        """The page "This copy" of a release."""
        self.notes = {language: notes}
        return self.page(Page("release.html", "release"), language)

    def door(self, language: str) -> str:
        """The first file of a copy in one language that does not stand at its root."""
        renderer = self.renderers[language]
        document = renderer.fill(
            "layouts/door.html",
            language=language,
            direction=renderer.voice.direction,
            site=self.settings.name(language),
        )
        return document.strip() + "\n"

    @cached_property
    def pocket_places(self) -> dict[str, str]:
        """By organisation, where it stands in the pocket edition."""
        return pocket_names.beginnings([o.id for o in self.library.directory.listed])

    def pocket(self, language: str, search: Callable[[PocketView], str]) -> tuple[str, str]:
        """The pocket edition: its name, and the one file that holds the emergency directory. `search` gives
        the script that searches what a view shows."""
        whole = self._pocket(language, search, is_short=False)
        if len(whole.encode()) > pocket.MOST:
            whole = self._pocket(language, search, is_short=True)
        return pocket_file(language), whole

    def _pocket(self, language: str, search: Callable[[PocketView], str], is_short: bool) -> str:
        """The pocket edition with everything, or without what it can be without."""
        renderer = self.renderers[language]
        view = pocket.view(Context(self, Page(pocket_file(language), "pocket"), language), is_short)
        # The search needs a newer browser than the rest: by itself, it can fail alone.
        scripts = [self._sources.pocket_script, search(view)]
        said = {
            "site": self.settings.name(language),
            "language": language,
            "direction": renderer.voice.direction,
            "scripts": scripts,
            "script_policy": " ".join(map(policy_of, scripts)),
            "is_draft": language not in self.settings.reviewed,
            **fields_of(view),
        }
        body = str(renderer.fill("pocket.html", part="body", **said))
        style = used_by(self.style.text + self.style.pocket, body)
        head = renderer.fill("pocket.html", part="head", style=style, style_policy=policy_of(style), **said)
        return str(head) + smaller_body(body)

    def at_root(self, language: str) -> Context:
        """What can be asked in a language where no page is at hand: links are paths below the language's
        root."""
        return Context(self, Page("index.html", "start"), language)

    # Cards

    def card(self, o: Organisation, context: Context) -> Any:
        """An organisation's card: printed once a language and depth, because hundreds of lists hold it. Short
        ones have the name
        and warnings, and no number, because none may stand without its date: the page of the organisation has
        both."""
        kind = self.kinds[context.page.kind]
        is_short = self.settings.flavour.is_for_files and kind.repeats_worldwide and o.serves.worldwide
        key = (o.id, context.language, context.up, is_short)
        if key not in self._cards:
            self._cards[key] = context.renderer.fill(
                "parts/card.html", is_short=is_short, **fields_of(card.view(context, o))
            )
        return self._cards[key]

    def helper(self, o: Organisation, country: str | None, context: Context) -> Any:
        """The same for somebody who is named for a situation: printed once a language and depth, and once a
        country where contacting it is dangerous, or is so from some countries alone."""
        depends = self.library.danger.of_in(o, country) or any(contact.warning_in for contact in o.contacts)
        key = (o.id, context.language, context.up, country if depends else "")
        if key not in self._helpers:
            self._helpers[key] = context.renderer.fill(
                "parts/helper-row.html", h=helper.view(context, o, country)
            )
        return self._helpers[key]
