"""What holds on every single page. Each rule yields what is wrong; `look` applies them all."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from amparo.text.language import direction
from tests.conftest import LANGUAGES
from tests.site import facts
from tests.site.document import Node, parse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{}; "
    "img-src 'self' data:{}; base-uri 'none'; form-action 'none'"
)
SCHEMES = {"", "https", "http", "mailto", "tel", "sms", "data"}


@dataclass
class Page:
    """One page of the site."""

    address: str
    """Path in the site: `es/emergency/index.html`."""

    root: Node
    """Its elements."""

    @property
    def language(self) -> str:
        """The language of its folder."""
        first = self.address.split("/")[0]
        return first if first in LANGUAGES else "en"

    @property
    def place(self) -> str:
        """Its path below the language's folder."""
        return self.address.removeprefix(f"{self.language}/")

    @property
    def up(self) -> str:
        """The way to the language's folder."""
        return "../" * self.place.count("/")

    @property
    def is_not_found(self) -> bool:
        """The page for wrong addresses does not know where it stands: it has no menu and speaks all
        languages."""
        return self.address == "404.html"

    def links(self) -> Iterator[tuple[Node, str]]:
        """Everything that points somewhere, with its address."""
        for node in self.root.all():
            for attribute in ("href", "src", "data-leave"):
                if attribute in node.attributes:
                    yield node, node[attribute]


@dataclass
class Seen:
    """What is kept of a page after its tree is gone."""

    address: str
    language: str = "en"
    place: str = ""
    kind: str = ""
    own_links: set[str] = field(default_factory=set)
    """Links to pages and files of the site, as written."""

    listed: set[str] = field(default_factory=set)
    """Links of cards, and of all entries on pages that are lists."""

    ids: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Tags and `.classes` in use, for the style sheet."""

    calls: set[tuple[str, str]] = field(default_factory=set)
    """(dialled, printed) of every `tel:` and `sms:` link."""

    untranslated: list[str] = field(default_factory=list)
    faults: dict[str, list[str]] = field(default_factory=dict)


# The head


def policy_comes_first_and_allows_only_the_style_inside(page: Page) -> Iterator[str]:
    head = [part for part in page.root.first("head").parts if isinstance(part, Node)]
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(_inside(style)).digest()).decode()}'"
        for style in page.root.all("style")
    )
    if head[0].attributes != {"charset": "utf-8"}:
        yield "the charset is not the first thing"
    sounds = "; media-src 'self'" if next(page.root.all("audio"), None) else ""
    if head[1]["http-equiv"] != "Content-Security-Policy" or head[1]["content"] != POLICY.format(
        hashes, sounds
    ):
        yield f"the policy is not second, or is another one: {head[1]['content']}"


def referrer_is_never_sent(page: Page) -> Iterator[str]:
    if [node["content"] for node in page.root.all("meta") if node["name"] == "referrer"] != ["no-referrer"]:
        yield "no meta referrer"


def nothing_runs_or_styles_from_inside_the_page(page: Page) -> Iterator[str]:
    for node in page.root.all():
        if node.tag == "script" and (node.parts or not node["src"]):
            yield f"a script with text: {node.text[:40]}"
        for attribute in node.attributes:
            if attribute == "style" or attribute.startswith("on"):
                yield f"<{node.tag} {attribute}>"
        if node.tag in ("iframe", "object", "embed", "form", "base", "img", "svg") and not (
            _is_code_to_scan(page.address, node) or _is_sign(node)
        ):
            yield f"<{node.tag}>"


def _is_sign(node: Node) -> bool:
    """A drawn sign, which says nothing alone: paths inside the page that nobody reads aloud, or one of our
    own files."""
    if node.tag == "svg":
        plain = {
            "class": "sign",
            "width": "24",
            "height": "24",
            "fill": "currentColor",
            "aria-hidden": "true",
        }
        parts = [part for part in node.all() if part is not node]
        return (
            {name: value for name, value in node.attributes.items() if name.lower() != "viewbox"} == plain
            and node.text.strip() == ""
            and all(part.tag in ("g", "path") and not part.attributes.keys() - DRAWN_WITH for part in parts)
        )
    return (
        node.tag == "img"
        and set(node.attributes) == {"class", "src", "alt"}
        and (node["class"], node["alt"]) == ("sign", "")
        and re.fullmatch(r"(?:\.\./)*assets/signs/[a-z0-9-]+\.svg", node["src"]) is not None
    )


DRAWN_WITH = {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform"}
"""Attributes of the strokes of a sign: none of them can load, run or lead anywhere."""


def _is_code_to_scan(address: str, node: Node) -> bool:
    """The other kind of picture: drawn by us, inside the page, beside the words that it holds, on
    sheets that say so."""
    return (
        node.tag == "img"
        and address.endswith("-codes.html")
        and set(node.attributes) == {"class", "src", "alt"}
        and node["src"].startswith("data:image/png;base64,")
        and node["alt"] == ""
    )


def title_is_one_line_of_words(page: Page) -> Iterator[str]:
    title = page.root.first("title").text
    if (not title.removesuffix("Amparo").strip(" –") and page.place != "index.html") or "<" in title:
        yield title


# The shell


def language_and_direction_are_those_of_the_folder(page: Page) -> Iterator[str]:
    html = page.root.first("html")
    if (html["lang"], html["dir"]) != (page.language, direction(page.language)):
        yield str(html.attributes)


def one_main_heading(page: Page) -> Iterator[str]:
    headings = [node.text for node in page.root.all("h1") if not node.within("template")]
    if len(headings) != (len(LANGUAGES) if page.is_not_found else 1) or not all(headings):
        yield str(headings)


def menu_in_words_and_a_way_to_the_start(page: Page) -> Iterator[str]:
    if page.is_not_found:
        return
    menu = page.root.first(".menu")
    if menu is None or sum(bool(link.text) for link in menu.all("a")) < 8:
        yield "no menu in words"
    brand = page.root.first(".brand")
    if brand is None or brand["href"] != f"{page.up}index.html":
        yield "no way to the start page"


def exit_in_words(page: Page) -> Iterator[str]:
    leave = page.root.first(".leave")
    if (
        leave is None
        or leave.text != facts.said(page.language, "Leave this page")
        or leave["href"] != facts.settings()["exit_url"]
    ):
        yield "no exit link"


def languages_lead_to_the_same_page(page: Page) -> Iterator[str]:
    if page.is_not_found:
        return
    root = page.up + ("" if page.language == "en" else "../")
    wanted = {
        language: root + address
        for language, address in facts.in_every_language(page.place)
        if language != page.language
    }
    tongues = page.root.first(".tongues")
    found = {link["hreflang"]: link["href"] for link in tongues.all("a") if link.text} if tongues else {}
    if found != wanted:
        yield f"{found} instead of {wanted}"


def foot_says_the_day_of_the_facts(page: Page) -> Iterator[str]:
    if facts.day(page.language) not in page.root.first("footer").text:
        yield "no day"


def unreviewed_language_says_draft(page: Page) -> Iterator[str]:
    draft = facts.said(page.language, "This translation is a draft. No native speaker has reviewed it yet.")
    if (draft in page.root.first("footer").text) == (page.language in facts.settings()["reviewed"]):
        yield "draft note is missing, or stands on a reviewed page"


# The content


def no_list_is_empty(page: Page) -> Iterator[str]:
    for node in page.root.all("ul", "ol", "dl", "table", "section", "details"):
        if not node.text and not node.within("template"):
            yield f"an empty <{node.tag} class={node['class']}>"


def ids_are_used_once(page: Page) -> Iterator[str]:
    ids = [node["id"] for node in page.root.all() if "id" in node.attributes]
    yield from sorted({id for id in ids if ids.count(id) > 1})


def digits_are_western(page: Page) -> Iterator[str]:
    yield from re.findall(r"[\u0660-\u0669\u06f0-\u06f9]", page.root.first("body").text)


def numbers_read_from_left_to_right(page: Page) -> Iterator[str]:
    for link in page.root.all("a"):
        if link["href"].startswith(("tel:", "sms:", "mailto:")):
            inside = [part for part in link.parts if isinstance(part, Node)]
            if (
                len(inside) != 1
                or inside[0].tag != "bdi"
                or inside[0]["dir"] != "ltr"
                or inside[0].text != link.text
            ):
                yield link.text


def every_contact_says_where_it_was_seen(page: Page) -> Iterator[str]:
    if page.is_not_found or page.place == "emergency/without-internet.html":
        return
    for row in page.root.all(".way"):
        seen = row.first(".seen")
        if seen is None or not seen.text:
            yield row.text[:60]
        elif page.language == "en" and not re.search(
            r"Seen: .+, .*\d{4}\.|Seen: .+, date not known\.|From memory", seen.text
        ):
            yield seen.text


def lines_to_call_say_in_how_many_places_they_were_seen(page: Page) -> Iterator[str]:
    for row in page.root.all(".call"):
        for line in row.all("li"):
            if page.language == "en" and not re.search(r"Seen in (one place|two places)[.,]", line.text):
                yield line.text[:60]


def warning_stands_before_its_contact(page: Page) -> Iterator[str]:
    for row in page.root.all():
        if "way" in row.classes or row["data-body"]:
            value = row.first(".value")
            for warning in row.all(".warn"):
                if warning.first("strong") and value and warning.order > value.order:
                    yield warning.text[:60]


# Links


def links_are_relative_or_of_a_known_scheme(page: Page) -> Iterator[str]:
    for node, address in page.links():
        if urlsplit(address).scheme not in SCHEMES or address.startswith(("/", "\\")) or not address:
            yield address
        if address.startswith("data:") and node["rel"] != "icon" and not _is_code_to_scan(page.address, node):
            yield address


def own_links_carry_no_query(page: Page) -> Iterator[str]:
    for _, address in page.links():
        if not urlsplit(address).scheme and urlsplit(address).query:
            yield address


def links_out_tell_nothing_and_hand_over_nothing(page: Page) -> Iterator[str]:
    for node, address in page.links():
        if address.startswith("http") and set(node["rel"].split()) != {"noreferrer", "noopener", "nofollow"}:
            yield f"{address} rel={node['rel']}"


def links_out_stand_only_at_contacts_sources_and_the_exit(page: Page) -> Iterator[str]:
    for node, address in page.links():
        if address.startswith("http") and not (
            node.tag == "a" and ("leave" in node.classes or node.within(".value") or node.within(".sources"))
        ):
            yield address


RULES = [
    rule for rule in list(globals().values()) if getattr(rule, "__annotations__", {}).get("page") == "Page"
]
"""All rules of this module."""


def look(site: Path, address: str) -> Seen:
    """One page, read once: its faults by rule, and what other tests ask about it."""
    try:
        root = parse((site / address).read_text("utf-8"))
    except ValueError as error:
        return Seen(address, faults={"tags_close_where_they_should": [str(error)]})
    return seen(Page(address, root))


def seen(page: Page) -> Seen:
    """What is kept of a page."""
    kept = Seen(page.address, page.language, page.place)
    kept.kind = next((name.removeprefix("is-") for name in page.root.first("body").classes), "")
    for node in page.root.all():
        kept.names |= {node.tag, *(f".{name}" for name in node.classes)}
        if node["id"]:
            kept.ids.add(node["id"])
        if "untranslated" in node.classes:
            kept.untranslated.append(node.text)
    is_list = re.match(
        r"emergency/(services|regions|groups|languages|organisations/index|without-internet|needs|situations)",
        page.place,
    )
    for node, address in page.links():
        if not urlsplit(address).scheme:
            kept.own_links.add(address)
        if address.startswith(("tel:", "sms:")):
            kept.calls.add((address, node.text))
        if node.within(".card") or (is_list and node.within("main")):
            kept.listed.add(address)
    for rule in RULES:
        faults = list(rule(page))
        if faults:
            kept.faults[rule.__name__] = faults
    return kept


def _inside(style: Node) -> bytes:
    """The text of a style element, every sign of it."""
    return "".join(str(part) for part in style.parts).encode()
