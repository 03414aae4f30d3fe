"""What a source supports is said in whole words: a list that was cut at the comma of a number says something
false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from amparo.model.loading import Loaded
from amparo.source import Problem

PAIRS = ("()", "[]", "“”", "«»")
"""Signs that open and close."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """No entry ends in a digit where the next begins with three; whatever opens in an entry closes in it."""
    for body, document in loaded.bodies():
        for n, source in enumerate(body.sources):
            for m, (text, following) in enumerate(
                zip_longest(source.supports, source.supports[1:], fillvalue="")
            ):
                path = ("sources", n, "supports", m)
                if re.search(r"\d$", text) and re.match(r"\d{3}\b", following):
                    yield document.problem(
                        path,
                        f"a number was cut at its comma: `{text}`, `{following}`",
                        f'"{text},{following}"',
                    )
                elif any(text.count(pair[0]) != text.count(pair[1]) for pair in PAIRS):
                    yield document.problem(
                        path,
                        f"a bracket or quote that opens or closes alone: `{text[:60]}`",
                        "one entry in double quotes",
                    )
