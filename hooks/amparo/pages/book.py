"""The whole site: gives every page in every language."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Callable, Mapping, Optional

from amparo.library import Library
from amparo.model.organisation import Organisation
from amparo.pages import address, card, cards, country, incident, listing, mechanism, organisation, pocket, start, status, triage
from amparo.pages.address import Page
from amparo.pages.catalogue import pages_of
from amparo.pages.markup import Press
from amparo.pages.style import Style, policy_of
from amparo.pages.workshop import pages as workshop
from amparo.pages.workshop.words import Words
from amparo.settings import Settings
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

class Book:
    """All pages. Built once a build; asked for one page in one language at a time."""

    def __init__(self, library: Library, settings: Settings, translations: Mapping[str, Translations], style: Style,
                 templates: Path, translated: status.Counts, written: Mapping[str, str], pocket_script: str = "",
                 made: frozenset[str] = frozenset()) -> None:
        """`translated` are the counts for the status page; `written` are the hand-written pages, as Markdown by path
        below docs without ending; `pocket_script` travels inside the pocket editions, allowed by its hash; `made` names
        the kinds of file (`pdf`, `odt`) that are made beside pages."""
        self.library, self.settings, self.style = library, settings, style
        self.default = settings.languages[0][0]
        self.presses = {code: Press(templates, Voice(code, translations.get(code))) for code, _ in settings.languages}
        self.words = {code: Words(library, press.voice) for code, press in self.presses.items()}
        self._translated, self.made = translated, made
        self.written = written
        self._pocket_script = pocket_script
        self._cards: dict[tuple[str, str, str], Any] = {}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages made from records, by the Markdown file that MkDocs believes in."""
        return {address.source_file(page): page for page in pages_of(self.library)}

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
        if page.kind == "take":
            return self._alone(page, language, title, answers)
        content = self.presses[language].print(f"pages/{template}.html", **answers)
        return self._document(page, language, title, None, content, bool(answers.get("plain") and page.kind == "print"))

    def guidance(self, file: str, text: str, html: Any, language: str) -> str:
        """The whole document of a hand-written page. `file` is its path below docs, `text` its Markdown source,
        `html` what Markdown made of `translated`."""
        page = self.guidance_page(file)
        voice = self.presses[language].voice
        name = file.removesuffix(".md")
        title = lines.titled(name, text, "title", voice) or ""
        answers: dict[str, Any] = {"content": html, "title": title, "kind": page.kind}
        if page.kind in ("start", "emergency"):
            answers |= start.view(self.library, voice, page)
        if page.kind == "workshop":
            answers |= workshop.home(self.library, voice, page)
        if page.kind == "incident":
            voices = {code: press.voice for code, press in self.presses.items()}
            answers |= {"language": language} | incident.form(self.library, voice, page, voices)
        if page.kind == "copies":
            answers["pockets"] = [(code, name, self._root(page, language) + address.pocket(code)) for code, name in self.settings.languages]
        if page.kind == "card-sheets":
            answers |= cards.index(self.library, voice, page)
        content = self.presses[language].print("pages/guidance.html", **answers)
        return self._document(page, language, title, lines.titled(name, text, "description", voice), content)

    def translated(self, file: str, text: str, language: str) -> str:
        """The Markdown of a hand-written page in a language."""
        press = self.presses[language]
        return lines.translated(file.removesuffix(".md"), text, press.voice, press.foreign)

    def pocket(self, language: str) -> tuple[str, str]:
        """The pocket edition: its name, and the one file that holds the emergency directory."""
        press, script = self.presses[language], self._pocket_script
        answers = pocket.view(self.library, press.voice, self.written)
        return address.pocket(language), press.print("pocket.html", site=self.settings.site_name, language=language, direction=press.voice.direction,
                           style=self.style.text, style_policy=policy_of(self.style.text), script=script, script_policy=policy_of(script),
                           is_draft=language not in self.settings.reviewed, **answers)

    @staticmethod
    def guidance_page(file: str) -> Page:
        """The page of a hand-written file."""
        kind = {"index.md": "start", "emergency/index.md": "emergency", "mechanisms/index.md": "mechanisms",
                "workshop/index.md": "workshop", "emergency/incident/index.md": "incident", "emergency/cards/index.md": "card-sheets",
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
        if page.kind in workshop.VIEWS:
            return workshop.VIEWS[page.kind](self.words[language], page) | self._files(page, language)
        if page.kind == "country":
            return country.view(library, voice, page, cards)
        if page.kind == "end":
            return triage.end(library, voice, page, lambda path: lines.titled(path, self.written[path], "title", voice))
        if page.kind == "status":
            return status.view(library, voice, page, self._translated)
        return {"pages": self._not_found()}

    def _files(self, page: Page, language: str) -> dict[str, Any]:
        """Where the files are that are made beside pages; None where they are not made."""
        folder = f"{self._root(page, language)}workshop/print/{language}/"
        names = workshop.papers(self.library)
        return {"pdf": folder if "pdf" in self.made else None, "odt": folder if "odt" in self.made else None,
                "pdf_name": page.key if page.key in names else None} | self.days(language)

    @property
    def papers(self) -> list[str]:
        """Names of the sheets that are made as PDFs."""
        return list(workshop.papers(self.library))

    @property
    def documents(self) -> list[str]:
        """Names of the sessions that are made as documents to change."""
        return [f"session-{id}" for id in self.library.curriculum.sessions] if self.papers else []

    def paper(self, name: str, language: str) -> dict[str, Any]:
        """A sheet for a program that lays out paper: its markup, its title, and the words around it."""
        return self._sheet(workshop.papers(self.library)[name], language)

    def document(self, name: str, language: str) -> dict[str, Any]:
        """A session and its handouts, for a program that makes documents."""
        return self._sheet(workshop.with_handouts(name.removeprefix("session-")), language)

    def _sheet(self, edition: workshop.Edition, language: str) -> dict[str, Any]:
        press = self.presses[language]
        answers = workshop.sheet(self.words[language], edition) | self.days(language)
        page = Page(f"workshop/print/{edition.name}.html", "print", edition.name)
        title = press.print("titles.html", page=page, **answers).striptags()
        around = press.print("print/words.html", site=self.settings.site_name, is_draft=language not in self.settings.reviewed, **answers)
        foot, number, contents, licence = (line.striptags() for line in around.split("\n") if line.strip())
        return {"title": " ".join(title.split()), "language": language, "direction": press.voice.direction, "foot": foot, "page": number,
                "contents": contents if edition.kind in ("agenda", "session", "helpers") else None, "licence": licence,
                "single": answers["is_single"],
                "html": str(press.print("print/paper.html", **answers))}

    def days(self, language: str) -> dict[str, str]:
        """The day of the facts, and the day after which they should be checked again, in words."""
        when = self.presses[language].voice.when
        return {"as_of": when(self.settings.as_of.isoformat()),
                "recheck": when(self.library.recheck.isoformat())}

    def _alone(self, page: Page, language: str, title: str, answers: dict[str, Any]) -> str:
        """A document that needs no other file: its style is inside, it links nowhere."""
        press = self.presses[language]
        return press.print("pages/take.html", title=title, language=language, direction=press.voice.direction, site=self.settings.site_name,
                           style=self.style.alone.text, style_policy=self.style.alone.policy, is_draft=language not in self.settings.reviewed,
                           **answers)

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

    def _document(self, page: Page, language: str, title: str, description: Optional[str], content: Any,
                  bare: bool = False) -> str:
        """A page's content in the shell that all pages share; `bare`: its title does not name the site."""
        press, root = self.presses[language], self._root(page, language)
        is_critical = page.kind in CRITICAL
        return press.print(
            "shell.html", title=title, bare=bare, description=description, content=content, page=page, site=self.settings.site_name,
            language=language, direction=press.voice.direction, up=page.up, root=root,
            style=self.style.inside if is_critical else None, style_policy=policy_of(self.style.inside) if is_critical else None,
            languages=[(code, name, self.presses[code].voice.direction, f"#{code}" if page.kind == "not-found"
                        else root + address.language_root(code, self.default) + page.address)
                       for code, name in self.settings.languages],
            is_draft=language not in self.settings.reviewed, has_untranslated="untranslated" in content,
            exit_url=self.settings.exit_url, **self.days(language),
        )
