"""Pictures that a telephone's camera reads, for lists on paper."""

from __future__ import annotations

from functools import cache

import segno

QUIET = 4
"""White modules around a code, as ISO/IEC 18004 asks."""


@cache
def code(address: str) -> str:
    """A QR code of an address (`tel:…`, `mailto:…`, `https://…`) as a data address of a PNG.

    One dot a module, enlarged by the style sheet, and not compressed: the same bytes with every zlib.
    """
    return segno.make(address, error="m", micro=False).png_data_uri(scale=1, border=QUIET, compresslevel=0)
