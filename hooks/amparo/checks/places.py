"""All of ISO 3166-1 and Kosovo are there, once, and every region has somebody who helps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.languages import PLACE_CODES
from amparo.model.loading import Loaded
from amparo.source import Problem


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """All codes, no code twice, no three-letter code twice, no region without a country."""
    if loaded.places is None:
        return
    document = loaded.documents["data/places.yml"]
    seen: set[str] = set()
    for n, place in enumerate(loaded.places.places):
        for field, code in (("code", place.code), ("iso3", place.iso3)):
            if code in seen:
                yield document.problem(
                    ("places", n, field), f"`{code}` stands here a second time", "delete the second one"
                )
            seen.add(code)
    for code in sorted(PLACE_CODES - seen):
        yield document.problem(
            ("places",), f"`{code}` is missing", f"- {{code: {code}, iso3: …, regions: […]}}"
        )
    regions = {region for place in loaded.places.places for region in place.regions}
    for code in loaded.vocabularies["region"].by_code if "region" in loaded.vocabularies else ():
        if code not in regions:
            yield document.problem(
                ("places",), f"the region `{code}` has no country", f"regions: [{code}] at its countries"
            )
