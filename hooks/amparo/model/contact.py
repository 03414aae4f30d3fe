"""A way to reach an organisation, and where we saw it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal
from urllib.parse import urlsplit

import phonenumbers
from pydantic import ValidationInfo, field_validator, model_validator

from amparo.model.address import check_host, check_web
from amparo.model.base import CodeOf, Language, Line, Prose, Record, Slug, Territory, machine_text
from amparo.model.proof import DIALLED, Corroboration, plain_value
from amparo.model.reached import Confirmed, Reached, Unreached, reached


class Contact(Record):
    """One way to reach an organisation. Role addresses only: never a person's own number."""

    id: Slug
    """Name inside the record, e.g. `phone-1`. Links on paper may name it: never reuse it for another
    contact."""

    kind: Annotated[str, CodeOf("contact-kind")]
    """What it is: `phone`, `email`, `web-form` …"""

    value: Line
    """The number or address exactly as its source prints it. Never translated, never tidied up."""

    region: Territory | None = None
    """Country whose numbering plan a number without `+` belongs to; needed to make it dialable."""

    inside_only: bool = False
    """True for short and free numbers that work only inside `region`."""

    purpose: Annotated[str, CodeOf("purpose")]
    """What it is for. Only `emergency` and `urgent` contacts may stand on the emergency page."""

    answered_by: Slug | None = None
    """The organisation that answers, when it is another one: the same line is then shown once, as that
    one's."""

    note: Annotated[str, Prose(240)] | None = None
    """What the reader must know about this contact, e.g. that it is an office line."""

    warning: Annotated[str, Prose(240)] | None = None
    """A danger of using it. Stands before the value, on every page and on paper."""

    warning_in: tuple[Territory, ...] = ()
    """Countries from which the danger holds; pages of others leave it out. Empty: from everywhere."""

    languages: tuple[Language, ...] = ()
    """Languages in which this contact answers. Empty: not known."""

    hours: Literal["24/7"] | None = None
    """`24/7`, or missing when not known or only described in `hours_note`."""

    hours_note: Annotated[str, Prose(120)] | None = None
    """Hours in words, as the source has them."""

    cost: Annotated[str, CodeOf("cost")] | None = None
    """What the call costs, where a source says so."""

    source: Slug
    """The record's source in which the contact was seen."""

    corroboration: Corroboration | None = None
    """Result of the second reading; missing when nobody has read it a second time."""

    confirmed: Confirmed | None = None
    """When somebody of the body said that this value is right. Written by `python -m amparo confirm`."""

    unreached: Unreached | None = None
    """The last try since then, where nobody of the body was reached. Written by the same command."""

    editor_note: Line | None = None
    """For editors only; not published."""

    @field_validator("value")
    @classmethod
    def _has_the_shape_of_its_kind(cls, value: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind not in ("post", "in-person"):
            machine_text(value)
        if kind in ("web", "web-form"):
            check_web(value)
        elif kind == "email" and not re.fullmatch(
            r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", value
        ):
            raise ValueError(f"`{value}` is not an e-mail address", "name@example.org")
        elif kind == "email":
            check_host(value.rsplit("@")[-1].lower())
        elif kind == "onion" and not re.fullmatch(r"http://[a-z2-7]{56}\.onion(/\S*)?", value):
            raise ValueError(
                f"`{value}` is not an onion address of version 3", "http://, 56 letters and digits, .onion"
            )
        elif kind == "pgp-fingerprint" and not re.fullmatch(
            r"[0-9A-F]{40}|[0-9A-F]{64}", value.replace(" ", "")
        ):
            raise ValueError(
                "this is not a full fingerprint",
                "all 40 (or 64) characters 0-9 A-F; short key ids can be forged",
            )
        return value

    @model_validator(mode="after")
    def _warning_has_words(self) -> Contact:
        if self.warning_in and not self.warning:
            raise ValueError(
                "warning_in: there is no `warning` that could hold there", "warning: one sentence"
            )
        return self

    @model_validator(mode="after")
    def _number_can_be_dialled(self) -> Contact:
        if self.kind not in DIALLED:
            return self
        if not re.fullmatch(r"\+?[0-9][0-9 ()./-]*", self.value):
            raise ValueError(
                f"value: `{self.value}` is not a telephone number",
                "+ and 7 to 15 digits, e.g. +353 1 210 0489",
            )
        if not self.value.startswith("+") and self.region is None:
            raise ValueError(
                f"region: `{self.value}` has no + and country code, and no `region`",
                "add a line such as region: KE",
            )
        if self.inside_only:
            return self
        try:
            number = phonenumbers.parse(self.value, self.region)
        except phonenumbers.NumberParseException:
            raise ValueError(
                f"value: `{self.value}` is not a telephone number",
                "+ and 7 to 15 digits, e.g. +353 1 210 0489",
            ) from None
        if not phonenumbers.is_possible_number(number):
            reason = "too short or too long for its country, or without a valid country code"
            raise ValueError(
                f"value: `{self.value}` is {reason}",
                "compare it with the source; inside_only: true for short numbers",
            )
        return self

    @cached_property
    def is_as_seen(self) -> bool:
        """Whether somebody has written down which value was seen, and it is the one that stands here."""
        return self._seen() is not None and not self.is_held_back

    @cached_property
    def is_changed(self) -> bool:
        """Whether the value is another one than that of its proof. Then it stands on its own page alone, with
        both values."""
        seen = self._seen()
        return seen not in (None, self.value) and self._plain(seen or "") != self._plain(self.value)

    @cached_property
    def reached(self) -> Reached:
        """What came of ringing or writing to the value that stands here."""
        return reached(self.confirmed, self.unreached, self.is_value)

    @property
    def is_held_back(self) -> bool:
        """Whether it stands on its own page alone: its value was changed, or was found out of use."""
        return self.is_changed or self.reached.is_out_of_use

    def is_value(self, value: str) -> bool:
        """Whether a value is this one in another spelling."""
        return value == self.value or self._plain(value) == self.plain

    @cached_property
    def verdict(self) -> Corroboration | None:
        """The proof as it holds for the value that stands here: a changed value `differs` from the one that
        was seen. Pages ask this, never `corroboration`."""
        if self.corroboration and self.is_changed and self.corroboration.result != "differs":
            return self.corroboration.model_copy(update={"result": "differs", "other_value": self._seen()})
        return self.corroboration

    def _seen(self) -> str | None:
        return self.corroboration.value if self.corroboration else None

    def _plain(self, value: str) -> str:
        return plain_value(self.kind, value, self.region, self.inside_only)

    @cached_property
    def plain(self) -> str:
        """The value in the form in which it is compared with others."""
        return self._plain(self.value)

    @cached_property
    def href(self) -> str | None:
        """The address a link opens, from a list of allowed schemes; None where only text is safe (onion,
        keys, post)."""
        if self.kind in ("web", "web-form"):
            return self.value
        if self.kind == "email":
            return f"mailto:{self.value}"
        if self.kind in ("phone", "sms"):
            return f"{'tel' if self.kind == 'phone' else 'sms'}:{self.dialled}"
        return None

    @cached_property
    def dialled(self) -> str:
        """The number as a phone dials it: E.164 such as `+35312100489`, or the bare digits of a short or free
        number."""
        if self.inside_only:
            return re.sub(r"\D", "", self.value)
        return phonenumbers.format_number(
            phonenumbers.parse(self.value, self.region), phonenumbers.PhoneNumberFormat.E164
        )

    def warns_in(self, country: str | None) -> bool:
        """Whether the warning is for somebody in a country; without a country it always is."""
        return country is None or not self.warning_in or country in self.warning_in

    @property
    def host(self) -> str | None:
        """The host that the contact belongs to, in lower case without `www.`; None for numbers and post."""
        if self.kind in ("web", "web-form"):
            host = urlsplit(self.value).hostname or ""
            return host.removeprefix("www.")
        return self.value.rsplit("@")[-1].lower() if self.kind == "email" else None

    @property
    def is_urgent(self) -> bool:
        """Whether it is meant for urgent calls for help."""
        return self.purpose in ("emergency", "urgent")


class Withheld(Record):
    """A contact that was seen and is left out, because publishing it could hurt somebody. Its value is not
    kept."""

    kind: Annotated[str, CodeOf("contact-kind")]
    """What was left out."""

    reason: Annotated[str, CodeOf("withheld-reason")]
    """Why it was left out."""

    source: Slug
    """Where it was seen."""
