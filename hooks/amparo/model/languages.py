"""The codes of languages and territories that records may use, from CLDR."""

from __future__ import annotations

import re

from babel import Locale

_ENGLISH = Locale("en")

NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
"""Territories of CLDR that ISO 3166-1 does not list."""

TERRITORY_CODES = frozenset(
    code for code in map(str, _ENGLISH.territories) if re.fullmatch("[A-Z]{2}", code) and code not in NOT_ISO
)
"""The 249 codes of ISO 3166-1; a test counts them."""

KOSOVO = "XK"
"""A code that ISO 3166-1 leaves to its users; CLDR and everybody else use it for Kosovo."""

PLACE_CODES = TERRITORY_CODES | {KOSOVO}
"""Every place that records may name."""

LANGUAGE_CODES = frozenset(code for code in map(str, _ENGLISH.languages) if re.fullmatch("[a-z]{2,3}", code))
"""Languages that CLDR names in English."""
