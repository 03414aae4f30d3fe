"""News stand once on the page of their year, with their source; whoever they are about leads back to them,
and danger is told beside each name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LANGUAGES
from tests.first_contact import raw
from tests.site import facts
from tests.site.document import Node, parse
from tests.site.facts import in_every_language, said
from tests.together.facts import mark, records

OURS = ("solidarity/", "news/")


def tree(site: Path, address: str, language: str = "en") -> Node:
    """A page of the site in a language."""
    return parse((site / dict(in_every_language(address))[language]).read_text("utf-8"))


def own_name(record: dict[str, Any]) -> str:
    """The name of an organisation as English pages show it."""
    return record["names"].get("en") or next(iter(record["names"].values()))


def pages_of_ours(site: Path) -> dict[str, Node]:
    """All pages of solidarity and news, in every language."""
    files = [
        file
        for language in LANGUAGES
        for folder in OURS
        for file in sorted((site / dict(in_every_language(folder))[language]).rglob("*.html"))
    ]
    return {file.relative_to(site).as_posix(): parse(file.read_text("utf-8")) for file in files}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_piece_of_news_stands_once_on_its_year_with_its_words_and_sources(
    language: str, site: Path
) -> None:
    wrong = []
    for id, news in records("news").items():
        page = tree(site, f"news/{news['date'][:4]}.html", language)
        found = [node for node in page.all(".told") if node["id"] == mark(id)]
        title = said(language, news["title"], f"news/{id}#title")
        summary = said(language, news["summary"], f"news/{id}#summary")
        if len(found) != 1 or not {title, summary} <= {node.text for node in found[0].all("h2", "p")}:
            wrong.append(id)
        elif not found[0].first(".origin").first("bdi"):
            wrong.append(f"{id} without a source")

    assert wrong == []


def test_archives_hold_what_the_data_say_and_nothing_else(site: Path) -> None:
    wanted: dict[str, set[str]] = {}
    for id, news in records("news").items():
        for address in (
            f"news/{news['date'][:4]}.html",
            *(f"news/about-{tag}.html" for tag in news["tags"]),
            *(f"news/in-{code.lower()}.html" for code in news.get("countries", [])),
        ):
            wanted.setdefault(address, set()).add(mark(id))
    found = {
        file.relative_to(site).as_posix(): {n["id"] for n in parse(file.read_text("utf-8")).all(".told")}
        for file in (site / "news").glob("*-*.html")
        if file.name != "eu-mechanism.html"
    }
    found |= {a: {n["id"] for n in tree(site, a).all(".told")} for a in wanted if a not in found}

    assert found == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_news_are_about_leads_back_to_them(language: str, site: Path) -> None:
    lost = []
    for id, news in records("news").items():
        for body in news.get("bodies", []):
            for folder in ("emergency/organisations", "mechanisms"):
                file = site / dict(in_every_language(f"{folder}/{body}.html"))[language]
                if file.is_file() and f"news/{news['date'][:4]}.html#{mark(id)}" not in file.read_text(
                    "utf-8"
                ):
                    lost.append((id, file.name))

    assert lost == []


def test_each_name_of_a_body_that_is_dangerous_to_contact_says_so_beside_it(site: Path) -> None:
    """These pages show no contact; a warning stands on the page that they lead to, and here a word of it."""
    dangerous = {id for id in facts.organisations() if raw.dangers(id, "")}
    silent, seen = [], 0
    for address, page in pages_of_ours(site).items():
        language = address.split("/")[0] if address.split("/")[0] in LANGUAGES else "en"
        first = said(language, "Read the warning on its page first.")
        for link in page.first("main").all("a"):
            body = Path(link["href"]).stem
            if "/organisations/" not in link["href"] or body not in dangerous or link.within(".prose"):
                continue
            around = link.within("li") or link.within("tr")
            seen += 1
            if not around or (first not in around.text and not around.first(".warn")):
                silent.append((address, body))

    assert seen > 20 and silent == []


def test_pages_of_solidarity_and_news_show_no_number_and_no_mailbox(site: Path) -> None:
    assert [
        (address, link["href"])
        for address, page in pages_of_ours(site).items()
        for link in page.first("main").all("a")
        if link["href"].startswith(("tel:", "sms:", "mailto:"))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_action_says_when_it_harms_before_how_it_is_done(language: str, site: Path) -> None:
    wrong = []
    for id, kind in records("solidarity/kinds").items():
        page = tree(site, f"solidarity/{id}.html", language)
        here = f"solidarity/kinds/{id}#"
        steps = page.first(".steps")
        harms = next(node for node in page.all(".warn") if node.tag == "ul")
        texts = [said(language, text, here + "harms") for text in kind["harms"]]
        consent = said(language, kind["consent"], here + "consent")
        if [node.text for node in harms.all("li")] != texts or harms.order > steps.order:
            wrong.append(id)
        if consent not in page.text[: page.text.index(steps.text)]:
            wrong.append(f"{id}: consent")

    assert records("solidarity/kinds") and wrong == []


def test_who_takes_an_action_is_named_from_the_records_and_says_for_whom(site: Path) -> None:
    """Members only, or anybody: each is under the heading that its record says."""
    wrong = []
    for id, kind in records("solidarity/kinds").items():
        page = tree(site, f"solidarity/{id}.html")
        found = {
            Path(link["href"]).stem: node.order for node in page.all(".plainlist") for link in node.all("a")
        }
        wanted = {
            o
            for o, record in facts.active().items()
            if record["serves"].get("worldwide") == "true"
            and set(record["services"]) & set(kind.get("services", []))
        }
        anybody = {o for o in wanted if "anyone" in facts.active()[o].get("access", [])}
        orders = {o: found.get(o) for o in wanted}
        if found.keys() != wanted or len({orders[o] for o in anybody}) > 1:
            wrong.append((id, found.keys() ^ wanted))

    assert wrong == []


def test_coalitions_list_their_members_as_their_sources_do(site: Path) -> None:
    wrong = []
    for id, record in facts.organisations().items():
        names = [
            own_name(facts.organisations()[m["record"]]) if "record" in m else m["name"]
            for m in record.get("members", [])
        ]
        page = tree(site, f"emergency/organisations/{id}.html")
        heading = next((node for node in page.all("h2") if node["id"] == "members"), None)
        shown = (
            []
            if heading is None
            else [
                (item.first("a") or item.first("bdi")).text
                for item in next(n for n in page.all("ul") if n.order > heading.order).all("li")
            ]
        )
        if shown != names:
            wrong.append((id, names, shown))

    assert wrong == [] and sum("members" in r for r in facts.organisations().values()) > 3


def test_the_eu_mechanism_has_its_six_tasks_and_its_members_then_and_now(site: Path) -> None:
    page = tree(site, "news/eu-mechanism.html")
    record = facts.organisations()["protectdefenders-eu"]
    tasks = page.first("ol").all("li")
    members = [node for node in page.all("li") if "since 2015" in node.text]

    assert len(list(tasks)) == 6 and len(members) == len(record["members"]) == 12
    assert ["not in the newest list" in node.text for node in members] == [
        "also" not in member for member in record["members"]
    ]
