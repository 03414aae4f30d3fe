"""Numbers, laws and hosts in prose that reads from right to left: each keeps its own direction.

A browser turns "2014-388" into "388-2014" and "2023.example.org" into "example.org.2023" after an Arabic
word, because their parts are digits. What begins with a Latin letter stays as it is.
"""

from __future__ import annotations

import re

_PIECE = re.compile(
    # What has a direction already or holds no elements, tags and signs written as names: left as they are.
    r"<(bdi|code|pre|option)\b.*?</\1>|<(\w+)[^>]*\bdir\W+ltr\b[^>]*>.*?</\2>|<[^>]+>|&#?\w+;"
    # Groups of digits with spaces between them; then everything else without spaces.
    r"|((?<![\w+])(?:[+0]\d*(?: \d+)+|\d+(?: \d{2,}){2,}"
    r"|[+*#]?[0-9A-Za-z](?:[\w@.:/+#*%=~–-]*[0-9A-Za-z/#*+])?))",
    re.S | re.A,
)
_TURNED = re.compile(r"\d[^-–]*[-–].|\d\S*[A-Za-z]|.*[+#*].*\d|[*#].*|.*\d[#*+]|.*/$|.* ", re.A)
"""What would be turned around: digits first and then a dash or letters, a sign before or after digits, a
slash at the end, groups."""

_SPAN = re.compile(r"(19|20)\d\d[-–](19|20)\d\d|\d{1,2}[-–]\d{1,2}", re.A)
"""From one year or hour to another: read from the right, as the sentence is."""

SAMPLE = "run"
"""What the template is filled with once, to learn what stands around a run."""


def isolated(markup: str, sample: str) -> str:
    """Markup of a right-to-left page with the runs that would be turned around each in an element of its own.

    `sample` is that element around the word of `SAMPLE`.
    """
    before, _, after = sample.partition(SAMPLE)

    def kept(found: re.Match[str]) -> str:
        run = found[3]
        is_turned = run is not None and _TURNED.match(run) and not _SPAN.fullmatch(run)
        return before + run + after if is_turned else found[0]

    return _PIECE.sub(kept, markup)
