"""Finds the hosts that may stand nowhere, however an address is spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

_LOOK_ALIKES = str.maketrans("аеорсхуіѕјԁһкмтвοαενικρτυχ‐‑‒–—―−", "aeopcxyisjdhkmtboaevikptux-------")
"""Cyrillic and Greek letters that look like Latin ones, and dashes that look like a hyphen."""

_DOTS = re.compile(r"\s*[\[({<]\s*(?:\.|dot|punto|punkt)\s*[\])}>]\s*|\s+dot\s+|(?<=\w)\s+\.\s*(?=\w)|[。．]")
"""Ways to write the dot of an address so that a simple search does not see it."""

_HIDDEN = re.compile(
    "[\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f]"
)
"""Signs that nobody sees, and accents."""


def plain_address(text: str) -> str:
    """A text in which addresses have one spelling: small, without entities, percent signs, hidden signs and
    look-alikes."""
    if "&" in text:
        text = unescape(text)
    if "%" in text:
        text = unquote(unquote(text))
    if not text.isascii():
        text = _HIDDEN.sub("", unicodedata.normalize("NFKD", text).lower().translate(_LOOK_ALIKES))
    return _DOTS.sub(".", text.lower())


class Hosts:
    """Hosts to look for. Each covers its sub-domains; a site that shows, stores or translates its pages is no
    hiding place."""

    def __init__(self, hosts: Iterable[str]) -> None:
        """`hosts` are in lower case without `www.`."""
        self.hosts = frozenset(hosts)
        names = "|".join(re.escape(host) for host in sorted(self.hosts)) or r"(?!)"
        # Translating sites write `example-org.translate…` for example.org.
        hyphened = "|".join(
            re.escape(host.replace("-", "--").replace(".", "-")) for host in sorted(self.hosts)
        )
        self._pattern = re.compile(
            rf"(?<![a-z0-9-])({names})(?![a-z0-9-]|\.[a-z0-9])"
            rf"|(?<![a-z0-9])({hyphened or '(?!)'})(?=\.translate\.)"
        )

        endings = "|".join(sorted({re.escape(host.rsplit(".", 1)[1]) for host in self.hosts})) or r"(?!)"
        # Most texts have no address at all: this looks only for the end of one, and for what could hide one.
        # In parts, of texts in small letters: each part begins with a sign that is quick to look for.
        self._hints = tuple(
            map(
                re.compile,
                (
                    rf"[.．。\])}}>]\s*(?:{endings})(?![a-z])",
                    r"%(?:25)*2e",
                    r"(?:dot|punto|punkt)(?=\W)(?<=\W...)|(?:dot|punto|punkt)(?=\W)(?<=\W.....)",
                    r"\.translate\.",
                    r"&(?:#|\w+;)",
                    "[\u0370-\u04ff\u200b-\u2015\u2024\u2060-\u206f\u2212\ufe52\uff00-\uff5e\xad]",
                ),
            )
        )

    def _hinted(self, low: str) -> bool:
        """Whether a text in small letters has what could be an address."""
        return any(hint.search(low) for hint in self._hints)

    def lines_to_ask(self, text: str) -> list[str]:
        """The lines of a long text in which a host could stand: few, so that only these are looked at."""
        low, found = text.lower(), set()
        if len(low) != len(text):  # A few letters grow; then every line is looked at.
            return text.split("\n")
        for hint in self._hints:
            for match in hint.finditer(low):
                start = low.rfind("\n", 0, match.start()) + 1
                end = low.find("\n", match.end())
                found.add(text[start : end if end >= 0 else len(text)])
        return sorted(found)

    def found_in(self, text: str) -> str | None:
        """The first of the hosts that a text names; None where it names none."""
        match = self._pattern.search(plain_address(text)) if self._hinted(text.lower()) else None
        if match is None:
            return None
        return match[1] or next(
            host for host in self.hosts if host.replace("-", "--").replace(".", "-") == match[2]
        )
