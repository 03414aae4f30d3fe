"""Regions, and what only we know about a country; names come from CLDR."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amparo.model.base import CodeOf, Language, Line, Record, Territory


class Place(Record):
    """A country or territory of ISO 3166-1, or Kosovo."""

    code: Territory
    """ISO 3166-1 alpha-2, in capitals."""

    iso3: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    """ISO 3166-1 alpha-3, in capitals."""

    regions: tuple[Annotated[str, CodeOf("region")], ...] = Field(min_length=1)
    """Regions whose helpers are near; the first one is its home in lists."""

    names_override: dict[Language, Line] = Field(default={})
    """Names to use instead of CLDR's, by language."""

    search_aliases: dict[Language, tuple[Line, ...]] = Field(default={})
    """Other names that people search for, by language."""


class Places(Record):
    """All countries and territories, one entry each."""

    places: tuple[Place, ...] = Field(min_length=1)
    """Sorted by code."""
