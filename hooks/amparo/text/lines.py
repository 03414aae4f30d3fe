"""Hand-written pages in Markdown, translated line by line.

One line holds one sentence, one heading or one list item, so a changed sentence shows as missing alone and
the rest of the page stays translated. The marks at the start of a line (`##`, `-`, `1.`) are not part of
the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from amparo.text.naming import filled
from amparo.text.voice import Foreign, Voice

_MARKS = re.compile(r"^(\s*(?:#{1,6} |[-*] |\d+\. |> )?)(.*?)\s*$")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)


def front_matter(page: str) -> dict[str, str]:
    """The `key: value` lines between the dashes at the top of a page."""
    match = _FRONT.match(page)
    pairs = (line.partition(": ") for line in match[1].split("\n")) if match else ()
    return {key: value.strip().strip('"') for key, _, value in pairs}


def body(page: str) -> str:
    """The page without its front matter."""
    return _FRONT.sub("", page, 1)


def texts(address: str, page: str) -> Iterator[tuple[str, str]]:
    """Every translatable line of a page as (context, text)."""
    for key, value in front_matter(page).items():
        if key in ("title", "description"):
            yield f"pages/{address}#{key}", value
    for line in body(page).split("\n"):
        _, text = _marks_and_text(line)
        if text:
            yield f"pages/{address}", text


def heading_id(heading: str, separator: str) -> str:
    """The id of a heading, to which Markdown adds a number. It is the same in every language, so that a
    change of language keeps the place, and no word of it: reader views leave out what is called a contact.
    """
    return "part"


def translated(address: str, page: str, voice: Voice, marked: Callable[[Foreign], str], site: str) -> str:
    """The body of a page in the voice's language, still Markdown, with `site` where it names the site.

    `marked` gives the markup for a line that has no translation: the English text, marked as English.
    """
    return "\n".join(_line(address, line, voice, marked, site) for line in body(page).split("\n"))


def titled(address: str, page: str, key: str, voice: Voice, site: str) -> str | None:
    """A front-matter text in the voice's language, as plain text; `site` is the name of the site."""
    value = front_matter(page).get(key)
    if value is None:
        return None
    return str(filled(voice.translate(f"pages/{address}#{key}", value), site))


def _marks_and_text(line: str) -> tuple[str, str]:
    """The marks that begin a line, and the rest."""
    match = _MARKS.match(line)
    assert match, "every line fits"
    return match[1], match[2]


def _line(address: str, line: str, voice: Voice, marked: Callable[[Foreign], str], site: str) -> str:
    """One line in the voice's language."""
    marks, text = _marks_and_text(line)
    if not text:
        return line
    said = filled(voice.translate(f"pages/{address}", text), site)
    return marks + (marked(said) if isinstance(said, Foreign) else str(said))
