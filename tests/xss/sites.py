"""Sites whose every text is one chosen text, past the checks that would refuse it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import yaml
from pydantic.fields import FieldInfo

from amparo.checks import check_all
from amparo.library import Library
from amparo.model.base import Prose, Record
from amparo.model.contact import Contact
from amparo.model.loading import Loaded
from amparo.model.organisation import Organisation
from amparo.model.solidarity.action import Actor
from amparo.model.solidarity.whole import Solidarity
from amparo.pages.renderer import words_of_templates
from amparo.pages.site import Site
from amparo.pages.sources import Sources
from amparo.pages.style import read_styles
from amparo.settings import read_settings
from amparo.text.catalogue import DOMAINS, Translations
from amparo.text.gather import sources_of
from tests.conftest import LANGUAGES, PROJECT, ROOT

HERE = Path(__file__).resolve().parent
PAYLOADS = {
    entry["name"]: entry["text"] * entry.get("times", 1)
    for entry in yaml.safe_load((HERE / "payloads.yml").read_text("utf-8"))
}
HARMLESS = "harmless words"
GUIDANCE = (
    "index.md",
    "emergency/index.md",
    "safety.md",
    "emergency/incident/index.md",
    "emergency/cards/index.md",
    "solidarity/index.md",
    "news/eu-mechanism.md",
)
ENTRIES = ("exhausted", "unsure-what")
"""Guided questions of two needs."""

NOT_SHOWN = ("hosts", "state", "m49", "value")
"""Lines that are codes or addresses, which pages look things up by or dial. Values of contacts are changed by
their kind."""

SETTINGS = read_settings(PROJECT)
LOADED = check_all(PROJECT, SETTINGS.as_of)[0]
TEMPLATE_WORDS = list(words_of_templates(ROOT / "hooks/templates"))
MECHANISMS = tuple({m.level: m.id for m in LOADED.mechanisms.values()}.values())
"""One mechanism of each level."""
NAMED = sorted(
    {id for session in LOADED.curriculum.sessions.values() for id in session.links.mechanisms}
    | {id for handout in LOADED.curriculum.handouts.values() for row in handout.rows for id in row.ids}
)
"""Mechanisms that the workshop names."""


def spoken(record: Record, text: str, **changes: Any) -> Any:
    """A record with `text` in every text field; what it is about stays as it is."""
    fields = type(record).model_fields
    values = {
        name: _spoken(getattr(record, name), name, name in _texts(type(record)), text) for name in fields
    }
    if isinstance(record, Contact) and record.kind in ("post", "in-person"):
        values["value"] = text
    if isinstance(record, Contact) and record.kind in ("web", "web-form"):
        values["value"] = _address(text)
    return type(record).model_construct(**(values | changes))


@cache
def _texts(model: type[Record]) -> frozenset[str]:
    """The fields of a model that hold text for people: prose, lines and names."""
    annotations = get_type_hints(model, include_extras=True)
    return frozenset(
        name for name in model.model_fields if name not in NOT_SHOWN and _holds_text(annotations[name])
    )


def _holds_text(annotation: Any) -> bool:
    """Whether there are texts of any length in what an annotation allows. Codes and names of records have
    other rules."""
    if get_origin(annotation) is Annotated and get_args(annotation)[0] is str:
        return any(isinstance(mark, Prose) or _has_longest(mark) for mark in get_args(annotation)[1:])
    return any(map(_holds_text, get_args(annotation)))


def _has_longest(mark: Any) -> bool:
    """Whether a mark of pydantic's limits the length of a text."""
    rules = mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return any(getattr(rule, "max_length", None) is not None for rule in rules)


def _spoken(value: Any, field: str, is_text: bool, text: str) -> Any:
    if isinstance(value, Record):
        return spoken(value, text)
    if isinstance(value, tuple):
        return tuple(_spoken(part, field, is_text, text) for part in value)
    if isinstance(value, dict):
        return {key: _spoken(part, field, is_text, text) for key, part in value.items()}
    if isinstance(value, str) and is_text:
        return _address(text) if field == "url" else f"{text} {field}"
    return value


def _address(text: str) -> str:
    """The worst address that the model would let through."""
    return "https://example.org/" + re.sub(r"\s", "", text)


def make_site(text: str) -> Site:
    """All pages of some organisations and mechanisms, every place and vocabulary, all saying only `text`.
    English is the
    source; Spanish is translated, every word of the templates too; Arabic has no translation and shows
    English, marked.
    """
    vocabularies = {scheme: spoken(vocabulary, text) for scheme, vocabulary in LOADED.vocabularies.items()}
    places = type(LOADED.places).model_construct(
        places=tuple(
            spoken(place, text, names_override=dict.fromkeys(LANGUAGES, text))
            for place in LOADED.places.places
        )
    )
    mechanisms = {
        id: spoken(LOADED.mechanisms[id], text, organisation="full", see_also=MECHANISMS[:2])
        for id in (*MECHANISMS, *NAMED)
    }
    coverage = {id: spoken(list_of_states, text) for id, list_of_states in LOADED.coverage.items()}
    entries = {id: spoken(LOADED.triage[id], text) for id in ENTRIES}
    bodies = tuple(spoken(body, text, mechanism=MECHANISMS[0]) for body in LOADED.incident.bodies)
    # Options are chosen by their words, which are all the same here: only what somebody wrote stays in the
    # example.
    written = (answer for answer in LOADED.sample.answers if not LOADED.incident.fields[answer.field].options)
    loaded = dataclasses.replace(
        LOADED,
        vocabularies=vocabularies,
        places=places,
        mechanisms=mechanisms,
        coverage=coverage,
        triage=entries,
        incident=spoken(LOADED.incident, text, bodies=bodies),
        sample=type(LOADED.sample).model_construct(answers=tuple(spoken(answer, text) for answer in written)),
        organisations={o.id: o for o in organisations(text)},
        solidarity=solidarity(text),
    )
    translations = {"es": translate(loaded, text), "ar": Translations("ar")}
    counts = {code: {"ui": (1, 2)} for code in translations}
    sources = Sources(
        templates=ROOT / "hooks/templates",
        translations=translations,
        style=read_styles(ROOT / "hooks/theme"),
        written={path: front(text) for entry in entries.values() for end in entry.ends for path in end.see},
        translated=counts,
    )
    return Site(Library(loaded, SETTINGS.as_of), SETTINGS, sources)


def front(text: str) -> str:
    """A hand-written page whose title and description are `text`."""
    return f"---\ntitle: {text}\ndescription: {text}\n---\n"


def organisations(text: str) -> Iterator[Organisation]:
    """An organisation that stands in every list, another that helps anywhere, and a merged one that points to
    the first."""
    values = yaml.load((HERE / "full.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    everything = {
        field: list(LOADED.vocabularies[scheme].by_code)
        for field, scheme in (("services", "service"), ("for_groups", "group"))
    }
    everything["serves"] = {"countries": ["MX"], "regions": list(LOADED.vocabularies["region"].by_code)}
    for id, changes in {
        "full": everything,
        "wide": {**everything, "serves": {"worldwide": "true"}},
        "merged": {"status": "merged", "successor": "full", "for_groups": ["any-defender"]},
    }.items():
        yield spoken(Organisation.model_validate({**values, "id": id, **changes}), text)


def solidarity(text: str) -> Solidarity:
    """Every kind of action and letter; one action that runs, by a body and somebody without a record; and one
    piece of news a year about bodies that there are."""
    found = LOADED.solidarity
    action = next(iter(found.actions.values()))
    actors = (Actor(record="full"), spoken(Actor(name="x"), text))
    runs = {"status": "running", "closes": "2099", "by": actors, "news": (), "url": _address(text)}
    about = {"bodies": ("full", MECHANISMS[0]), "see": ()}
    return Solidarity(
        kinds={id: spoken(kind, text) for id, kind in found.kinds.items()},
        letters={id: spoken(letter, text) for id, letter in found.letters.items()},
        actions={action.id: spoken(action, text, **runs)},
        news={
            news.id: spoken(news, text, **about) for news in {n.year: n for n in found.news.values()}.values()
        },
    )


def translate(loaded: Loaded, text: str) -> Translations:
    """Every text translated as `text`, with the placeholders that it must keep."""
    found = Translations("es")
    for domain in DOMAINS:
        for source in sources_of(domain, PROJECT, loaded, lambda: TEMPLATE_WORDS):
            kept = re.findall(r"%\(\w+\)s", source.plural or source.text)
            said = (
                " ".join([text.replace("%", "%%") if kept or source.plural else text, *kept])
                if domain in ("ui", "pages")
                else text
            )
            found.texts[source.key] = (said, said) if source.plural else (said,)
    return found


def pages_in(site: Site, text: str, language: str) -> Iterator[tuple[str, str]]:
    """One page of each kind that is about our records, and hand-written pages whose title and description are
    `text`."""
    one_of_each = {
        page.kind: page
        for page in reversed(site.pages.values())
        if page.key in ("", "full", "MX") or page.kind not in ("organisation", "country")
    }
    for page in (*one_of_each.values(), *(p for p in site.pages.values() if p.key == "merged")):
        yield page.address, site.page(page, language)
    for file in GUIDANCE:
        yield file, site.guidance(file, front(text), "<p>Text.</p>", language)


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes, the addresses in it, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str | None] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A page says its heading once more where readers would cut its title: some titles ask for it.
        # A run of digits keeps its direction: some payloads hold one.
        is_ours = (tag, dict(attrs).get("name")) == ("meta", "title") and len(attrs) == 2
        if not is_ours and (tag, attrs) != ("bdi", [("dir", "ltr")]):
            self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.addresses += [value for name, value in attrs if name in ("href", "src", "data-leave")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """The words that a reader sees."""
        return "".join(self.words)
