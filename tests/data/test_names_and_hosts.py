"""Names are one in every spelling and script, and an address is found however it is hidden."""

from __future__ import annotations

import pytest

from amparo.model.host import Hosts
from amparo.text.fold import holds, sounds
from tests.data.test_bad_data import KINDS

HOSTS = Hosts(["spring96.org", "listed-body.org", "cpj.org"])


@pytest.mark.parametrize(
    "one, other",
    [
        ("Viasna", "Вясна"),
        ("Vyasna", "Viasna"),
        ("Мемориал", "Memorial"),
        ("ОВД-Инфо", "OVD-Info"),
        ("Člověk v tísni, o.p.s.", "Clovek v tisni"),
        ("The Barys Zvozskau House, Inc.", "BARYS ZVOZSKAU HOUSE"),
        ("Διεθνής Αμνηστία", "Diethnis Amnistia"),
        ("მემორიალი", "Memoriali"),
        ("مؤسسة الضمير", "مؤسسه الضمير"),
        ("Ágora", "Agora"),
    ],
)
def test_two_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize("one, other", [("Viasna", "Vienna"), ("Memorial", "Memory"), ("Al-Haq", "Al-Hadaf")])
def test_two_names_do_not_sound_alike(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


def test_a_name_is_found_within_a_longer_one() -> None:
    assert holds(sounds("Правозащитный центр «Вясна» (Беларусь)"), sounds("Viasna"))
    assert not holds(sounds("Viasnanka"), sounds("Viasna"))


@pytest.mark.parametrize(
    "text",
    [
        "spring96.org",
        "SPRING96.ORG",
        "www.spring96.org/be",
        "https://spring96.org./be/news",
        "http://a.b.spring96.org:8080/x?y#z",
        "help@spring96.org",
        "help@mail.spring96.org",
        "mailto:help@spring96.org?subject=x",
        "see spring96.org, and then",
        "(spring96.org)",
        "spring96[.]org",
        "spring96 [dot] org",
        "spring96(.)org",
        "spring96 dot org",
        "spring96 . org",
        "spring96 .org",
        "spring96{.}org",
        "spring96。org",
        "spring96．org",
        "ｓｐｒｉｎｇ９６.org",
        "sprіng96.org",
        "spring96.оrg",
        "spring\u200b96.org",
        "spring\u00ad96.org",
        "spring96\u2060.org",
        "spring96%2Eorg",
        "spring96%252Eorg",
        "https://example.org/?to=https%3A%2F%2Fspring96.org",
        "https://example.org/redirect/spring96.org/be",
        "https://archive.example/web/2020/http://spring96.org/",
        "https://spring96-org.translate.goog/be?_x_tr_sl=be",
        "https://listed--body-org.translate.goog/",
        "//spring96.org",
        "spring96.org:443",
        "user:pass@spring96.org",
        "sprıng96.org listed-body.org",
        "tel:1,cpj.org",
        "https://amp.example/s/cpj.org/x",
        "sprìng96.org",
        "<a href='//cpj.org'>",
    ],
)
def test_address_of_a_listed_host_is_found(text: str) -> None:
    assert HOSTS.found_in(text) in {"spring96.org", "listed-body.org", "cpj.org"}


@pytest.mark.parametrize(
    "text",
    [
        "myspring96.org",
        "spring96.organic",
        "spring96.org.example",
        "spring96-org",
        "spring96 is an organisation",
        "Write. Organise.",
        "not-listed-body.org",
        "",
    ],
)
def test_another_address_is_left_alone(text: str) -> None:
    assert HOSTS.found_in(text) is None


def test_no_hosts_are_found_where_none_is_listed() -> None:
    assert Hosts([]).found_in("https://spring96.org/") is None


def test_forty_ways_to_slip_a_forbidden_address_in_are_refused() -> None:
    """Each stands in bad_data.yml and is tried by test_bad_data.py."""
    ways = [kind["name"] for kind in KINDS if "may be neither linked nor kept" in str(kind["expect"])]

    assert len(set(ways)) == len(ways) >= 40
