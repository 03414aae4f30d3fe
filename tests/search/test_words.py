"""Words are compared alike whatever their case, accents, endings and spelling; the rules stand in data."""

from __future__ import annotations

import pytest

from tests.search.conftest import analyser

ALIKE = {
    "en": [
        "Defender defenders DEFENDERS defender's",
        "relocate relocated relocating relocation",
        "organize organising organisations",
        "woman women women's",
        "city cities",
        "threat threatened threatening",
        "attack attacked attacks",
    ],
    "es": [
        "protección PROTECCION protege",
        "defensora defensoras defensor",
        "amenaza amenazada amenazaron",
        "abogada abogados",
        "reubicación reubicar reubicada",
        "niños niño",
        "voz voces",
    ],
    "fr": [
        "défenseuse défenseuses défenseurs défenseure",
        "arrêtée arrestation ARRETES",
        "menacée menaces menacer",
        "national nationaux nationale",
        "relocaliser relocalisation relocalisée",
        "militante militants",
    ],
    "ar": [
        "حماية الحماية وحماية للحماية بالحماية حِمايَة",
        "مدافعة مدافعات المدافعين مدافعون",
        "أرض ارض الأرض",
        "مأوى ماوي",
        "محامي محامية محامون محامين المحامي",
        "صحفية صحفيات صحافي",
        "تأشيرة فيزا",
    ],
    "ru": [
        "угроза угрожают угрозами",
        "задержали задержан задержание задерживают",
        "правозащитница правозащитники правозащитный",
        "жалоба жалобу пожаловаться",
        "тюрьма тюрьме тюрем",
        "переезд переезде переезжаю переехать",
        "дети ребёнка детский",
        "взломали взлом хакеры",
    ],
}
UNLIKE = {
    "en": ["mission missing", "law lawyer", "business busy", "police policy"],
    "es": ["refugio refugiada", "casa cosa", "red rey"],
    "fr": ["viol violation", "pays payer", "police politique"],
    "ar": ["بيت بنت", "أمن أمل", "حق حل"],
    "ru": ["страх страна", "угон угроза", "право правда", "сутки суд"],
}


@pytest.mark.parametrize(
    "language, group", [(language, group) for language, groups in ALIKE.items() for group in groups]
)
def test_forms_of_a_word_are_alike(language: str, group: str) -> None:
    assert len(set(analyser(language).tokens(group))) == 1


@pytest.mark.parametrize(
    "language, pair", [(language, pair) for language, pairs in UNLIKE.items() for pair in pairs]
)
def test_other_words_stay_apart(language: str, pair: str) -> None:
    assert len(set(analyser(language).tokens(pair))) == 2


@pytest.mark.parametrize(
    "text, words",
    [
        ("Çà-et-là, Ñandú!", ["ca", "et", "la", "nandu"]),
        ("Straße Łódź Ærø İzmir ılık", ["strasse", "lodz", "aero", "izmir", "ilik"]),
        ("Ёлка ёлка Елка", ["елка", "елка", "елка"]),
        ("إلى آل أحمد ٣٤ ـــ", ["الي", "ال", "احمد", "34"]),
        ("24/7 hot-line 𝔘𝔫 🙂 ½", ["24", "7", "hot", "line", "un", "1", "2"]),
        ("", []),
        (" \t\n…", []),
    ],
)
def test_text_is_folded_into_words(text: str, words: list[str]) -> None:
    assert analyser("ar").words(text) == words
