"""The whole site: gives every page in every language."""

from __future__ import annotations

import hashlib
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, Callable, Mapping, Optional

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages import address, card, cards, country, incident, listing, mechanism, organisation, pocket, release, start, status, triage
from amparo.pages.address import Page
from amparo.pages.catalogue import pages_of
from amparo.pages.markup import Press
from amparo.pages.style import Style, policy_of
from amparo.settings import Flavour, Settings
from amparo.text import lines
from amparo.text.catalogue import Translations
from amparo.text.voice import Voice

CRITICAL = ("start", "emergency", "country", "not-found")
"""Kinds of page that carry the style sheet inside: it saves one round trip of 1.3 s at 2G."""

VIEWS: dict[str, tuple[str, Callable]] = {
    "service": ("list", listing.service), "service-region": ("list", listing.service_in), "region": ("list", listing.region),
    "group": ("list", listing.group), "language": ("list", listing.language), "end-in": ("end-in", triage.end_in),
}
"""Kinds of list page: template and view."""

PLAIN_VIEWS: dict[str, tuple[str, Callable]] = {
    "services": ("index", listing.index), "regions": ("index", listing.index), "groups": ("index", listing.index),
    "languages": ("index", listing.index), "needs": ("needs", listing.needs), "countries": ("countries", listing.countries),
    "a-to-z": ("a-to-z", listing.a_to_z), "organisations": ("organisations", listing.organisations),
    "without-internet": ("without-internet", listing.without_internet), "organisation": ("organisation", organisation.view),
    "mechanism": ("mechanism", mechanism.view), "mechanisms-by": ("mechanisms-by", mechanism.index),
    "compare": ("compare", mechanism.compare), "desk": ("desk", mechanism.desk),
    "cards": ("cards", cards.sheet), "poster": ("poster", cards.sheet),
    "triage": ("triage", triage.first), "question": ("question", triage.question),
    "incident-urgent": ("incident-urgent", incident.urgent), "incident-needs": ("incident-needs", incident.needs),
    "incident-consent": ("incident-consent", incident.consent), "incident-sample": ("incident-sample", incident.sample),
}
"""Kinds of page whose view needs nothing but the records: template and view."""

ONLINE = ("not-found", "end-in")
"""Kinds of page that copies for files leave out: no server shows the first, and the lists of a region stand for the second."""


class Book:
    """All pages. Built once a build; asked for one page in one language at a time."""

    def __init__(self, library: Library, settings: Settings, translations: Mapping[str, Translations], style: Style,
                 templates: Path, translated: status.Counts, written: Mapping[str, str], pocket_script: str = "",
                 keys: tuple[tuple[str, str], ...] = ()) -> None:
        """`translated` are the counts for the status page; `written` are the hand-written pages, as Markdown by path
        below docs without ending; `pocket_script` travels inside the pocket editions, allowed by its hash; `keys` are the public keys of releases as (name, text)."""
        self.library, self.settings, self.style = library, settings, style
        self.default = settings.languages[0][0]
        self.presses = {code: Press(templates, Voice(code, translations.get(code))) for code, _ in settings.languages}
        self.notes: Mapping[str, release.Notes] = {}
        """What a release knows about itself when all other files are finished, by language."""
        self._translated, self._keys = translated, keys
        self.written = written
        self._pocket_script = pocket_script
        self._cards: dict[tuple[str, str, str], Any] = {}

    def for_copy(self, settings: Settings) -> Book:
        """The same book for another copy: nothing is read again."""
        other = copy(self)
        other.settings, other.notes, other._cards = settings, {}, {}
        other.__dict__.pop("pages", None)
        return other

    def release_page(self, language: str, notes: release.Notes) -> str:
        """The page "This copy" of a release."""
        self.notes = {language: notes}
        return self.page(Page("release.html", "release"), language)

    def door(self, language: str) -> str:
        """The first file of a copy in one language that does not stand at its root."""
        press = self.presses[language]
        return press.print("pages/door.html", language=language, direction=press.voice.direction,
                           site=self.settings.name(language)).strip() + "\n"

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages made from records, by the Markdown file that MkDocs believes in."""
        return {address.source_file(page): page for page in pages_of(self.library)
                if page.kind not in ONLINE or not self.settings.flavour.is_for_files}

    def at(self, path: str) -> Optional[tuple[Page, str]]:
        """The page that records make at a path below the site's root, and its language; None for all other paths."""
        first, _, rest = path.partition("/")
        language, local = (first, rest) if first in self.presses and first != self.default else (self.default, path)
        page = self.pages.get(local.removesuffix(".html") + ".md") if local.endswith(".html") else None
        return (page, language) if page else None

    def title(self, page: Page, language: str) -> str:
        """The title of a page that records make, as plain text."""
        return self._print("title", page, language)[0]

    def page(self, page: Page, language: str) -> str:
        """The whole document of a page that records make."""
        title, answers = self._print("title", page, language)
        template = self._template(page)
        content = self.presses[language].print(f"pages/{template}.html", **answers)
        return self._document(page, language, title, None, content)

    def guidance(self, file: str, text: str, html: Any, language: str) -> str:
        """The whole document of a hand-written page. `file` is its path below docs, `text` its Markdown source,
        `html` what Markdown made of `translated`."""
        page = self.guidance_page(file)
        voice = self.presses[language].voice
        name = file.removesuffix(".md")
        title = self._named(lines.titled(name, text, "title", voice) or "", language)
        answers: dict[str, Any] = {"content": html, "title": title, "kind": page.kind}
        if page.kind in ("start", "emergency"):
            answers |= start.view(self.library, voice, page)
        if page.kind == "incident":
            voices = {code: press.voice for code, press in self.presses.items()}
            answers |= {"language": language} | incident.form(self.library, voice, page, voices)
        if page.kind == "copies":
            answers["pockets"] = [(code, name, self._root(page, language) + address.pocket(code)) for code, name in self.settings.shown
                                  if self.settings.alone is None]
        if page.kind == "card-sheets":
            answers |= cards.index(self.library, voice, page)
        content = self.presses[language].print("pages/guidance.html", **answers)
        description = self._named(lines.titled(name, text, "description", voice) or "", language)
        return self._document(page, language, title, description, content)

    def translated(self, file: str, text: str, language: str) -> str:
        """The Markdown of a hand-written page in a language."""
        press = self.presses[language]
        return self._named(lines.translated(file.removesuffix(".md"), text, press.voice, press.foreign), language)

    def _named(self, text: str, language: str) -> str:
        """Our own words with the name that the site has in this copy."""
        return text.replace(self.settings.site_name, self.settings.name(language))

    def pocket(self, language: str) -> tuple[str, str]:
        """The pocket edition: its name, and the one file that holds the emergency directory."""
        press, script = self.presses[language], self._pocket_script
        answers = pocket.view(self.library, press.voice, self.written)
        return address.pocket(language), press.print("pocket.html", site=self.settings.name(language), language=language, direction=press.voice.direction,
                           style=self.style.text, style_policy=policy_of(self.style.text), script=script, script_policy=policy_of(script),
                           is_draft=language not in self.settings.reviewed, **answers)

    @staticmethod
    def guidance_page(file: str) -> Page:
        """The page of a hand-written file."""
        kind = {"index.md": "start", "emergency/index.md": "emergency", "mechanisms/index.md": "mechanisms",
                "emergency/incident/index.md": "incident", "emergency/cards/index.md": "card-sheets",
                "about/copies.md": "copies"}.get(file, "guidance")
        return Page(file.removesuffix(".md") + ".html", kind)

    def _template(self, page: Page) -> str:
        """Name of a page's template."""
        known = VIEWS.get(page.kind) or PLAIN_VIEWS.get(page.kind)
        return known[0] if known else page.kind

    def _print(self, what: str, page: Page, language: str) -> tuple[str, dict[str, Any]]:
        """The title in plain words, and the answers it was made from."""
        press = self.presses[language]
        answers = self._answers(page, language)
        title = press.print("titles.html", page=page, **answers).striptags()
        return " ".join(title.split()), answers

    def _answers(self, page: Page, language: str) -> dict[str, Any]:
        """What the page's template needs."""
        library, voice = self.library, self.presses[language].voice
        cards = lambda o: self._card(o, language, page.up)  # noqa: E731
        if page.kind in VIEWS:
            return VIEWS[page.kind][1](library, voice, page, cards)
        if page.kind in PLAIN_VIEWS:
            return PLAIN_VIEWS[page.kind][1](library, voice, page)
        if page.kind == "country":
            return country.view(library, voice, page, cards)
        if page.kind == "end":
            return triage.end(library, voice, page, lambda path: lines.titled(path, self.written[path], "title", voice),
                              triage.to_list if self.settings.flavour.is_for_files else triage.to_region)
        if page.kind == "status":
            return status.view(library, voice, page, self._translated)
        if page.kind == "release":
            return release.view(library, self.settings, voice, page, self.notes.get(language))
        if page.kind == "verify":
            return release.check_view(self.settings, voice, page, self.presses[language].lines("kit/words.html"), self._keys,
                                      language == self.default)
        return {"pages": self._not_found()}

    def _not_found(self) -> list[dict[str, Any]]:
        """The page for a wrong address speaks all languages, because it does not know which one was asked for."""
        page = Page("404.html", "not-found")
        return [{"language": code, "direction": self.presses[code].voice.direction, "name": name,
                 "root": address.language_root(code, self.default),
                 "text": self.presses[code].print("parts/not-found.html", **start.view(self.library, self.presses[code].voice, page))}
                for code, name in self.settings.languages]

    def _card(self, o: Organisation, language: str, up: str) -> Any:
        """An organisation's card: printed once a language and depth, because hundreds of lists hold it."""
        key = (o.id, language, up)
        if key not in self._cards:
            self._cards[key] = self.presses[language].print(
                "parts/card.html", **card.view(self.library, self.presses[language].voice, o, up))
        return self._cards[key]

    def _root(self, page: Page, language: str) -> str:
        """The way from a page to the site's root, above all languages."""
        return page.up + ("../" if language != self.default else "")

    def _document(self, page: Page, language: str, title: str, description: Optional[str], content: Any) -> str:
        """A page's content in the shell that all pages share."""
        press, here, settings = self.presses[language], address.language_root(language, self.default), self.settings
        root, flavour, site = self._root(page, language), settings.flavour, settings.name(language)
        is_critical = page.kind in CRITICAL and not flavour.is_for_files
        return press.print(
            "shell.html", title=title, content=content, page=page, site=site,
            tab=f"{site} {_number(here + page.address)}" if flavour.is_neutral else site if title == site else f"{title} – {site}",
            description=None if flavour.is_neutral or flavour.is_for_files else description,
            canonical=settings.address + here + page.address if flavour.has_canonical and settings.address else None,
            language=language, direction=press.voice.direction, up=page.up, root=root,
            style=self.style.inside if is_critical else None, style_policy=policy_of(self.style.inside) if is_critical else None,
            style_file=style_name(flavour),
            languages=[(code, name, self.presses[code].voice.direction, f"#{code}" if page.kind == "not-found"
                        else root + address.language_root(code, self.default) + page.address)
                       for code, name in settings.shown],
            is_draft=language not in settings.reviewed, has_untranslated="untranslated" in content,
            # A menu on each of two thousand pages is a fifth of a copy for files: there the start page alone has it.
            is_short=flavour.is_for_files and page.kind != "start", exit_is_local=flavour.is_for_files,
            exit_url=root + "assets/1-10.html" if flavour.is_for_files else settings.exit_url,
            as_of=press.voice.when(settings.as_of.isoformat()), recheck=press.voice.when(self.library.recheck.isoformat()),
        )


def style_name(flavour: Flavour) -> str:
    """Name of the style sheet's file: the browser shows it beside a saved page."""
    return "style.css" if flavour.is_neutral else "amparo.css"


def _number(place: str) -> int:
    """A number that tells the tabs of a neutral copy apart, and stays when other pages come and go."""
    return 1000 + int(hashlib.sha256(place.encode()).hexdigest(), 16) % 9000
