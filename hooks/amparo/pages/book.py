"""The whole site: gives every page in every language."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, Callable, Mapping, Optional

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages import (
    address,
    card,
    cards,
    country,
    incident,
    listing,
    mechanism,
    organisation,
    pocket,
    release,
    start,
    status,
    triage,
)
from amparo.pages.address import Page
from amparo.pages.catalogue import pages_of
from amparo.pages.frame import Frame
from amparo.pages.markup import Press
from amparo.pages.style import Style, policy_of
from amparo.pages.workshop import pages as workshop
from amparo.pages.workshop.papers import Papers
from amparo.pages.workshop.words import Words
from amparo.settings import Settings
from amparo.text import lines
from amparo.text.catalogue import Translations
from amparo.text.voice import Voice

VIEWS: dict[str, tuple[str, Callable]] = {
    "service": ("list", listing.service),
    "service-region": ("list", listing.service_in),
    "region": ("list", listing.region),
    "group": ("list", listing.group),
    "language": ("list", listing.language),
    "end-in": ("end-in", triage.end_in),
}
"""Kinds of list page: template and view."""

PLAIN_VIEWS: dict[str, tuple[str, Callable]] = {
    "services": ("index", listing.index),
    "regions": ("index", listing.index),
    "groups": ("index", listing.index),
    "languages": ("index", listing.index),
    "needs": ("needs", listing.needs),
    "countries": ("countries", listing.countries),
    "a-to-z": ("a-to-z", listing.a_to_z),
    "organisations": ("organisations", listing.organisations),
    "without-internet": ("without-internet", listing.without_internet),
    "organisation": ("organisation", organisation.view),
    "mechanism": ("mechanism", mechanism.view),
    "mechanisms-by": ("mechanisms-by", mechanism.index),
    "compare": ("compare", mechanism.compare),
    "desk": ("desk", mechanism.desk),
    "cards": ("cards", cards.sheet),
    "poster": ("poster", cards.sheet),
    "triage": ("triage", triage.first),
    "question": ("question", triage.question),
    "incident-urgent": ("incident-urgent", incident.urgent),
    "incident-needs": ("incident-needs", incident.needs),
    "incident-consent": ("incident-consent", incident.consent),
    "incident-sample": ("incident-sample", incident.sample),
}
"""Kinds of page whose view needs nothing but the records: template and view."""

WRITTEN = {
    "index.md": "start",
    "emergency/index.md": "emergency",
    "mechanisms/index.md": "mechanisms",
    "workshop/index.md": "workshop",
    "emergency/incident/index.md": "incident",
    "emergency/cards/index.md": "card-sheets",
    "about/copies.md": "copies",
}
"""Kinds of the hand-written pages that are more than guidance, by their file."""

WRITTEN_VIEWS: dict[str, Callable] = {
    "start": start.view,
    "emergency": start.view,
    "workshop": workshop.home,
    "card-sheets": cards.index,
}
"""What stands below the text of a hand-written page, where it needs nothing but the records."""

REPEATING = ("country", "service-region")
"""Kinds of page that all name those who help anywhere: copies for files say of them there only who they are."""

ONLINE = ("not-found", "end-in")
"""Kinds of page that copies for files leave out: no server shows the first, and the lists of a region stand for the second."""


class Book:
    """All pages. Built once a build; asked for one page in one language at a time."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        translations: Mapping[str, Translations],
        style: Style,
        templates: Path,
        translated: status.Counts,
        written: Mapping[str, str],
        pocket_script: str = "",
        made: frozenset[str] = frozenset(),
        keys: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """`translated` are the counts for the status page; `written` are the hand-written pages, as Markdown by path
        below docs without ending; `pocket_script` travels inside the pocket editions, allowed by its hash; `made` names
        the kinds of file (`pdf`, `odt`) that are made beside pages; `keys` are the public keys of releases as (name, text)."""
        self.library, self.style = library, style
        self.default = settings.languages[0][0]
        self.presses = {
            code: Press(templates, Voice(code, translations.get(code))) for code, _ in settings.languages
        }
        self.words = {code: Words(library, press.voice) for code, press in self.presses.items()}
        self.notes: Mapping[str, release.Notes] = {}
        """What a release knows about itself when all other files are finished, by language."""
        self.made = made
        self._translated, self._keys = translated, keys
        self.written = written
        self._pocket_script = pocket_script
        self._furnish(settings)

    def _furnish(self, settings: Settings) -> None:
        """Take the settings of a copy, and whatever depends on them."""
        self.settings = settings
        self.frame = Frame(settings, self.style, self.presses, self.library.recheck.isoformat())
        self.papers = Papers(self.library, self.frame, self.presses, self.words)
        self._cards: dict[tuple[str, str, str, bool], Any] = {}

    def for_copy(self, settings: Settings) -> Book:
        """The same book for another copy: nothing is read again."""
        other = copy(self)
        other.notes = {}
        other._furnish(settings)
        other.__dict__.pop("pages", None)
        return other

    def release_page(self, language: str, notes: release.Notes) -> str:
        """The page "This copy" of a release."""
        self.notes = {language: notes}
        return self.page(Page("release.html", "release"), language)

    def door(self, language: str) -> str:
        """The first file of a copy in one language that does not stand at its root."""
        press = self.presses[language]
        return (
            press.print(
                "pages/door.html",
                language=language,
                direction=press.voice.direction,
                site=self.settings.name(language),
            ).strip()
            + "\n"
        )

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages made from records, by the Markdown file that MkDocs believes in."""
        return {
            address.source_file(page): page
            for page in pages_of(self.library)
            if (page.kind not in ONLINE or not self.settings.flavour.is_for_files)
            and (self.settings.alone is None or not workshop.is_for_print_alone(page))
        }

    def at(self, path: str) -> Optional[tuple[Page, str]]:
        """The page that records make at a path below the site's root, and its language; None for all other paths."""
        first, _, rest = path.partition("/")
        language, local = (
            (first, rest) if first in self.presses and first != self.default else (self.default, path)
        )
        page = self.pages.get(local.removesuffix(".html") + ".md") if local.endswith(".html") else None
        return (page, language) if page else None

    def title(self, page: Page, language: str) -> str:
        """The title of a page that records make, as plain text."""
        return self._print(page, language)[0]

    def page(self, page: Page, language: str) -> str:
        """The whole document of a page that records make."""
        title, answers = self._print(page, language)
        template = self._template(page)
        if page.kind == "take":
            return self.frame.alone(language, title, answers)
        content = self.presses[language].print(f"pages/{template}.html", **answers)
        return self.frame.document(
            page, language, title, None, content, bool(answers.get("plain") and page.kind == "print")
        )

    def guidance(self, file: str, text: str, html: Any, language: str) -> str:
        """The whole document of a hand-written page. `file` is its path below docs, `text` its Markdown source,
        `html` what Markdown made of `translated`."""
        page = self.guidance_page(file)
        voice = self.presses[language].voice
        name = file.removesuffix(".md")
        title = self.frame.named(lines.titled(name, text, "title", voice) or "", language)
        answers: dict[str, Any] = {"content": html, "title": title, "kind": page.kind}
        if page.kind in WRITTEN_VIEWS:
            answers |= WRITTEN_VIEWS[page.kind](self.library, voice, page)
        elif page.kind == "incident":
            voices = {code: press.voice for code, press in self.presses.items()}
            answers |= {"language": language, "style": self.style.report} | incident.form(
                self.library, voice, page, voices
            )
        elif page.kind == "copies":
            answers["pockets"] = [
                (code, name, self.frame.root(page, language) + address.pocket(code))
                for code, name in self.settings.shown
                if self.settings.alone is None
            ]
        content = self.presses[language].print("pages/guidance.html", **answers)
        description = self.frame.named(lines.titled(name, text, "description", voice) or "", language)
        return self.frame.document(page, language, title, description, content)

    def translated(self, file: str, text: str, language: str) -> str:
        """The Markdown of a hand-written page in a language."""
        press = self.presses[language]
        return self.frame.named(
            lines.translated(file.removesuffix(".md"), text, press.voice, press.foreign), language
        )

    def pocket(self, language: str) -> tuple[str, str]:
        """The pocket edition: its name, and the one file that holds the emergency directory."""
        press, script = self.presses[language], self._pocket_script
        answers = pocket.view(self.library, press.voice, self.written)
        return address.pocket(language), press.print(
            "pocket.html",
            site=self.settings.name(language),
            language=language,
            direction=press.voice.direction,
            style=self.style.text,
            style_policy=policy_of(self.style.text),
            script=script,
            script_policy=policy_of(script),
            is_draft=language not in self.settings.reviewed,
            **answers,
        )

    @staticmethod
    def guidance_page(file: str) -> Page:
        """The page of a hand-written file."""
        return Page(file.removesuffix(".md") + ".html", WRITTEN.get(file, "guidance"))

    def _template(self, page: Page) -> str:
        """Name of a page's template."""
        known = VIEWS.get(page.kind) or PLAIN_VIEWS.get(page.kind)
        return known[0] if known else page.kind

    def _print(self, page: Page, language: str) -> tuple[str, dict[str, Any]]:
        """The title in plain words, and the answers it was made from."""
        press = self.presses[language]
        answers = self._answers(page, language)
        title = press.print("titles.html", page=page, **answers).striptags()
        return " ".join(title.split()), answers

    def _answers(self, page: Page, language: str) -> dict[str, Any]:
        """What the page's template needs."""
        library, voice = self.library, self.presses[language].voice
        is_small = self.settings.flavour.is_for_files
        is_brief = is_small and page.kind in REPEATING
        cards = lambda o: self._card(o, language, page.up, is_brief and o.serves.worldwide)  # noqa: E731
        if page.kind in VIEWS:
            return VIEWS[page.kind][1](library, voice, page, cards)
        if page.kind in PLAIN_VIEWS:
            return PLAIN_VIEWS[page.kind][1](library, voice, page)
        if page.kind in workshop.VIEWS:
            return workshop.VIEWS[page.kind](self.words[language], page) | self._files(page, language)
        if page.kind == "country":
            return country.view(library, voice, page, cards) | {"is_small": is_small}
        if page.kind == "end":
            return triage.end(
                library,
                voice,
                page,
                lambda path: lines.titled(path, self.written[path], "title", voice),
                triage.to_list if self.settings.flavour.is_for_files else triage.to_region,
            )
        if page.kind == "status":
            return status.view(library, voice, page, self._translated)
        if page.kind == "release":
            return release.view(library, self.settings, voice, page, self.notes.get(language))
        if page.kind == "verify":
            return release.check_view(
                self.settings,
                voice,
                page,
                self.presses[language].lines("kit/words.html"),
                self._keys,
                language == self.default,
            )
        return {"pages": self._not_found()}

    def _files(self, page: Page, language: str) -> dict[str, Any]:
        """Where the files are that are made beside pages; None where they are not made."""
        folder = f"{self.frame.root(page, language)}workshop/print/{language}/"
        names = workshop.papers(self.library)
        return {
            "pdf": folder if "pdf" in self.made else None,
            "odt": folder if "odt" in self.made else None,
            "pdf_name": page.key if page.key in names else None,
            "is_small": self.settings.alone is not None,
        } | self.frame.days(language)

    def _not_found(self) -> list[dict[str, Any]]:
        """The page for a wrong address speaks all languages, because it does not know which one was asked for."""
        page = Page("404.html", "not-found")
        return [
            {
                "language": code,
                "direction": self.presses[code].voice.direction,
                "name": name,
                "root": address.language_root(code, self.default),
                "text": self.presses[code].print(
                    "parts/not-found.html", **start.view(self.library, self.presses[code].voice, page)
                ),
            }
            for code, name in self.settings.languages
        ]

    def _card(self, o: Organisation, language: str, up: str, is_short: bool = False) -> Any:
        """An organisation's card: printed once a language and depth, because hundreds of lists hold it. Short ones have the name
        and warnings, and no number, because none may stand without its date: the page of the organisation has both."""
        key = (o.id, language, up, is_short)
        if key not in self._cards:
            self._cards[key] = self.presses[language].print(
                "parts/card.html",
                is_short=is_short,
                **card.view(self.library, self.presses[language].voice, o, up),
            )
        return self._cards[key]
