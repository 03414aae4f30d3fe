"""The style sheet as older browsers can read it: sides by name, and no lists inside of a selector.

We write sides as block and inline. All our languages have lines from top to bottom, so what belongs to the
block can be said as top and bottom, which every browser knows; browsers before 2020 know half of the logical
names and lose the rest. Where left and right differ, the sheet itself says something first that is right for
both.
"""

from __future__ import annotations

import re
from itertools import product

_SIZES = {
    "block-size": "height",
    "inline-size": "width",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
    "border-block-start": "border-top",
    "border-block-end": "border-bottom",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "scroll-padding-block-start": "scroll-padding-top",
}
_PAIRS = {"block": ("top", "bottom"), "inline": ("left", "right")}
_SIZE = re.compile(r"(?<![\w-])(min-|max-)?(" + "|".join(sorted(_SIZES, key=len, reverse=True)) + r")(?=:)")
_PAIR = re.compile(r"(?<![\w-])(margin|padding)-(block|inline):([^;}]+)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_LIST = re.compile(r":is\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def for_older(css: str) -> str:
    """A style sheet without comments and spare spaces, in words that browsers of ten years know."""
    css = _SIZE.sub(lambda found: (found[1] or "") + _SIZES[found[2]], css)
    css = _PAIR.sub(_two_sides, css)
    return _RULE.sub(lambda found: f"{_spelled_out(found[1])}{{{found[2]}}}", css)


def _two_sides(found: re.Match[str]) -> str:
    """`margin-block: 1px 2px` as a top and a bottom. Raises ValueError where left and right would differ."""
    first, *rest = found[3].split()
    if rest and found[2] == "inline":
        raise ValueError(f"{found[0]}: left and right differ by language; say start and end")
    one, other = _PAIRS[found[2]]
    return f"{found[1]}-{one}:{first};{found[1]}-{other}:{rest[0] if rest else first}"


def _spelled_out(selectors: str) -> str:
    """`.a :is(b, c)` as `.a b,.a c`: one unknown word would lose the whole rule."""
    if ":is(" not in selectors:
        return selectors
    return ",".join(one for selector in _split(selectors) for one in _without_lists(selector))


def _without_lists(selector: str) -> list[str]:
    """A selector as all that its lists stand for."""
    parts = _LIST.split(selector)
    choices = [_split(part) if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]


def _split(selectors: str) -> list[str]:
    """A list of selectors by its commas, but for those in brackets."""
    found, depth = [""], 0
    for sign in selectors:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [one.strip() for one in found]
