"""Signs as files of their own, for pages that have no room for drawings: country sheets, and packs in
pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amparo.pages.site import Site

FOLDER = "assets/signs"
"""Folder of the files below the site's root."""


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Every sign: its path below the site's root, and the drawing. Those that have a direction are there
    twice."""
    fill = site.renderers[site.default].fill
    for name, drawing in site.signs.items():
        yield f"{FOLDER}/{name}.svg", str(fill("parts/sign.svg", s=drawing, is_turned=False)).strip()
        if drawing.turns:
            turned = fill("parts/sign.svg", s=drawing, is_turned=True)
            yield f"{FOLDER}/{name}-mirrored.svg", str(turned).strip()
