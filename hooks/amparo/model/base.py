"""The kinds of value that records are made of."""

from __future__ import annotations

import calendar
import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic.fields import FieldInfo
from pydantic_core.core_schema import (
    CoreSchema,
    no_info_after_validator_function,
    with_info_after_validator_function,
)

from amparo.model.languages import LANGUAGE_CODES, PLACE_CODES


class Record(BaseModel):
    """A part of a record. Frozen; an unknown field is an error, so that a typing error never loses a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class Prose:
    """Marks a field as text for readers: it is translated. It has no markup, no line breaks, no space at its
    ends.

    Written as `Annotated[str, Prose(160)]`, in lists as `tuple[Annotated[str, Prose(160)], ...]`."""

    most: int
    """Longest length in characters of the source text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic ask `check` after it has seen that the value is a text."""
        return no_info_after_validator_function(self.check, handler(source))

    def check(self, value: str) -> str:
        """Refuse a text that is too long, empty or not one plain line."""
        if len(value) > self.most:
            raise ValueError(
                f"{len(value)} characters", f"at most {self.most} characters; one thought a sentence"
            )
        if value != " ".join(value.split()):
            raise ValueError(
                f"double spaces, line breaks or space at an end: `{value[:40]}…`", " ".join(value.split())
            )
        if not value:
            raise ValueError("an empty text", "delete the field, or write the text")
        return value


@dataclass(frozen=True)
class CodeOf:
    """Marks a field as a code of the vocabulary `scheme`: `Annotated[str, CodeOf("status")]`."""

    scheme: str
    """Name of the file below data/vocabulary, without ending."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic ask `check` after it has seen that the value is a text."""
        return with_info_after_validator_function(self.check, handler(source))

    def check(self, value: str, info: ValidationInfo) -> str:
        """Refuse a code that the vocabulary does not have."""
        codes = (info.context or {}).get("codes", {}).get(self.scheme)
        if codes is not None and value not in codes:
            raise ValueError(f"`{value}` is not in data/vocabulary/{self.scheme}.yml", _nearest(value, codes))
        return value


def marks_of(info: FieldInfo) -> Iterator[object]:
    """Everything that a field's annotation says in `Annotated[…]`: of the field itself, and of what its lists
    hold."""
    yield from info.metadata
    yield from _marks_in(info.annotation)


def _marks_in(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from marks
        yield from _marks_in(inner)
    else:
        for part in get_args(annotation):
            yield from _marks_in(part)


def _nearest(value: str, codes: Collection[str]) -> str:
    """The code that was probably meant, or the whole list when nothing is near."""
    near = difflib.get_close_matches(value, codes, 1, 0.6)
    return near[0] if near else "one of: " + ", ".join(sorted(codes))


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 80:
        wish = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "a-short-name"
        raise ValueError(f"`{value}` is not a name in lower case with single hyphens", wish)
    if is_device(value):
        raise ValueError(
            f"`{value}` is the name of a device on Windows, where no file can bear it", f"{value}-1"
        )
    return value


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for a device: a copy that holds such a file cannot be unpacked there."""
    return bool(re.fullmatch(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", name.partition(".")[0], re.I))


def _language(value: str) -> str:
    if value not in LANGUAGE_CODES:
        raise ValueError(
            f"`{value}` is not a language code", "a code of ISO 639 in lower case, such as es, ar, fil"
        )
    return value


def _territory(value: str) -> str:
    if value not in PLACE_CODES:
        raise ValueError(
            f"`{value}` is not a country or territory code",
            "an ISO 3166-1 code in capitals, such as MX, TN, NO",
        )
    return value


def _partial_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        raise ValueError(f"`{value}` is not a date", "a year, a month or a day: 2026, 2026-03, 2026-03-14")
    month, day = int(match[2] or 1), int(match[3] or 1)
    if not (
        1900 <= int(match[1]) <= 2100
        and 1 <= month <= 12
        and 1 <= day <= calendar.monthrange(int(match[1]), month)[1]
    ):
        raise ValueError(
            f"`{value}` is not a day that exists", "a year, a month or a day: 2026, 2026-03, 2026-03-14"
        )
    return value


def named(sign: str) -> str:
    """A character by its number and Unicode's name, for people who cannot see the difference."""
    return f"U+{ord(sign):04X}, {unicodedata.name(sign, 'without a name')}"


def plain_host(host: str) -> None:
    """Refuse a host in letters other than a to z: many look like these."""
    shown = host
    if "xn--" in host:
        try:
            shown = host.encode("ascii").decode("idna")
        except UnicodeError:
            raise ValueError(
                f"`{host}` is a look-alike host (punycode)", "the address in plain letters"
            ) from None
    if not shown.isascii():
        odd = next(sign for sign in shown if not sign.isascii())
        raise ValueError(
            f"`{host}` is a look-alike host (punycode): `{shown}` has `{odd}`, {named(odd)}",
            "the organisation's address in plain letters",
        )


def machine_text(value: str) -> str:
    """Text that machines dial or open is printable ASCII, so that no look-alike letter hides in it."""
    odd = next((sign for sign in value if ord(sign) > 126 or ord(sign) < 32), None)
    if odd is not None:
        raise ValueError(
            f"the character `{odd}` ({named(odd)}) in a machine field",
            "plain letters, digits and signs only",
        )
    return value


def _digits(value: Any) -> Any:
    # Python reads 1_000, 5.0 and digits of other scripts as numbers too.
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise ValueError(f"`{value}` is not a whole number", "digits only, without separators")
    return value


Slug = Annotated[str, AfterValidator(_slug)]
"""A name in lower case with single hyphens, at most 80 characters; never reused for something else."""

Language = Annotated[str, AfterValidator(_language)]
"""A language code that CLDR knows, in lower case (BCP 47 primary subtag)."""

Territory = Annotated[str, AfterValidator(_territory)]
"""An ISO 3166-1 alpha-2 code in capitals, or XK for Kosovo."""

PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""A year, a month or a day, as precise as the source is: `2026`, `2026-03`, `2026-03-14`."""

Whole = Annotated[int, BeforeValidator(_digits)]
"""A whole number, written in digits only."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"^\S[^\n]*$")]
"""One line that is shown as it stands or kept for editors; not translated."""

Names = Annotated[dict[Language, Line], Field(min_length=1)]
"""Official names by language. A name is a fact: nobody translates it."""
