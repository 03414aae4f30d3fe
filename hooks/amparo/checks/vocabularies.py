"""Closed lists are whole: no code twice, none that points to nothing, none that stays empty on the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from operator import attrgetter

from amparo.model.loading import Loaded
from amparo.source import Document, Path, Problem

POINTERS = {
    "service": (("urgency", "urgency"),),
    "need": (("urgency", "urgency"), ("services", "service")),
    "reach": (("kinds", "contact-kind"),),
    "situation": (
        ("lines", "line-kind"),
        ("main", "service"),
        ("also", "service"),
        ("never.kinds", "org-kind"),
        ("never.services", "service"),
        ("never.run_by", "run-by"),
    ),
}
"""Fields of terms that hold codes of another list: (field, scheme)."""

REQUIRED = {
    "service": ("plain", "urgency", "order"),
    "contact-kind": ("plain", "exposes", "needs_internet"),
    "group": ("plain",),
    "situation": ("plain", "order", "main"),
    "line-kind": ("plain", "order"),
    "how-safe": ("plain", "order"),
    "punishes": ("plain", "order"),
    "run-by": ("plain",),
    "access": ("plain", "order"),
    "takes": ("plain",),
}
"""Fields that every term of a list needs, because pages print them."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Codes are unique, pointers arrive, needed words are there, every service and group is given."""
    for scheme, vocabulary in loaded.vocabularies.items():
        document = loaded.documents[f"data/vocabulary/{scheme}.yml"]
        seen: set[str] = set()
        for n, term in enumerate(vocabulary.terms):
            if term.code in seen:
                yield document.problem(
                    ("terms", n, "code"), f"`{term.code}` stands here a second time", "delete the second one"
                )
            seen.add(term.code)
            if term.deprecated_by and term.deprecated_by not in vocabulary.by_code:
                yield document.problem(
                    ("terms", n, "deprecated_by"),
                    f"there is no code `{term.deprecated_by}`",
                    "a code of this list",
                )
            for field in REQUIRED.get(scheme, ()):
                if getattr(term, field) in (None, ()):
                    yield document.problem(("terms", n), f"`{term.code}` has no `{field}`", f"{field}: …")
            for field, other in POINTERS.get(scheme, ()):
                if other in loaded.vocabularies:
                    here, known = ("terms", n, *field.split(".")), loaded.vocabularies[other].by_code
                    yield from _pointer(document, here, attrgetter(field)(term), other, known)
    yield from _unused(loaded)


def _pointer(
    document: Document, path: Path, value: str | tuple[str, ...] | None, other: str, known: Collection[str]
) -> Iterator[Problem]:
    """Codes of another list are codes of that list."""
    for code in (value,) if isinstance(value, str) else value or ():
        if code not in known:
            yield document.problem(
                path, f"there is no {other} `{code}`", "one of: " + ", ".join(sorted(known))
            )


def _unused(loaded: Loaded) -> Iterator[Problem]:
    """Every service and every group has an organisation."""
    for scheme, field in (("service", "services"), ("group", "for_groups")):
        if scheme not in loaded.vocabularies or not loaded.organisations:
            continue
        used = {code for o in loaded.organisations.values() if o.is_listed for code in getattr(o, field)}
        for n, term in enumerate(loaded.vocabularies[scheme].terms):
            if term.code not in used and not term.deprecated_by:
                yield loaded.documents[f"data/vocabulary/{scheme}.yml"].problem(
                    ("terms", n, "code"),
                    f"no listed organisation has the {scheme} `{term.code}`: its page would be empty",
                    f"a record with {field}: [{term.code}], or deprecated_by here",
                )
