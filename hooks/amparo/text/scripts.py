"""Writing systems: what a script needs on paper, in a search and in a text, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass

NOTO = "fonts-noto-core"
"""The package of Debian and Ubuntu with most fonts."""

NOTO_CJK = "fonts-noto-cjk"
"""Their package with Chinese, Japanese and Korean."""

NON_JOINER, JOINER, SPACE = "\u200c", "\u200d", "\u200b"
"""Signs without width: letters do not join, letters join, a word ends (where no spaces are written)."""


@dataclass(frozen=True)
class Script:
    """One writing system."""

    code: str
    """Its code in ISO 15924, as CLDR gives it."""

    family: str
    """The font that PDFs are set in."""

    files: tuple[str, ...]
    """The files of that font."""

    package: str = NOTO
    """The package of Debian and Ubuntu that has them."""

    signs: str = ""
    """Signs without width that belong between its letters. Everywhere else they are refused: they hide
    things."""

    is_tall: bool = True
    """Whether its letters need more room between lines than Latin ones; such letters are not slanted
    either."""

    is_wide: bool = False
    """Whether its own punctuation is as wide as its letters: （ and ［ instead of ( and [."""

    has_spaces: bool = True
    """Whether words are told apart by spaces; else the search compares pairs of letters."""

    has_marks: bool = False
    """Whether marks on letters are vowels, which tell words apart, and no accents."""


def _noto(code: str, name: str, **more: object) -> Script:
    """A script that has a Noto Sans of its own."""
    files = tuple(f"NotoSans{name.replace(' ', '')}-{weight}.ttf" for weight in ("Regular", "Bold"))
    return Script(code, f"Noto Sans {name}", files, **more)  # type: ignore[arg-type]


def _european(code: str) -> Script:
    """A script that the plain Noto Sans has."""
    weights = ("Regular", "Bold", "Italic", "BoldItalic")
    return Script(code, "Noto Sans", tuple(f"NotoSans-{w}.ttf" for w in weights), is_tall=False)


def _han(code: str, family: str) -> Script:
    """A script of East Asia: their fonts come in one file a weight."""
    files = tuple(f"NotoSansCJK-{weight}.ttc" for weight in ("Regular", "Bold"))
    return Script(code, family, files, NOTO_CJK, is_wide=True, has_spaces=code == "Kore")


_INDIC = {
    "Beng": "Bengali",
    "Deva": "Devanagari",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Knda": "Kannada",
    "Mlym": "Malayalam",
    "Orya": "Oriya",
    "Sinh": "Sinhala",
    "Taml": "Tamil",
    "Telu": "Telugu",
}
_WITHOUT_SPACES = {"Khmr": "Khmer", "Laoo": "Lao", "Mymr": "Myanmar", "Thai": "Thai"}

SCRIPTS = {
    script.code: script
    for script in (
        *map(_european, ("Latn", "Cyrl", "Grek")),
        _noto("Arab", "Arabic", signs=NON_JOINER + JOINER),
        _noto("Armn", "Armenian"),
        _noto("Ethi", "Ethiopic"),
        _noto("Geor", "Georgian"),
        _noto("Hebr", "Hebrew"),
        *(_noto(code, name, signs=NON_JOINER + JOINER, has_marks=True) for code, name in _INDIC.items()),
        *(
            _noto(code, name, signs=NON_JOINER + JOINER + SPACE, has_marks=True, has_spaces=False)
            for code, name in _WITHOUT_SPACES.items()
        ),
        _noto("Thaa", "Thaana"),
        _han("Hans", "Noto Sans CJK SC"),
        _han("Hant", "Noto Sans CJK TC"),
        _han("Jpan", "Noto Sans CJK JP"),
        _han("Kore", "Noto Sans CJK KR"),
    )
}
"""Every script that a language here may be written in, by its code."""

LATIN, ARABIC = SCRIPTS["Latn"], SCRIPTS["Arab"]
"""Scripts that stand on sheets of every language: names, addresses, and what is said in Arabic."""
