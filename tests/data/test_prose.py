"""What is text for readers is found by its mark, whatever the mark is called and wherever it stands."""

from __future__ import annotations

from typing import Annotated

import pytest
from babel.messages.pofile import read_po
from pydantic import ValidationError

from amparo.building import all_sources
from amparo.checks import check_all
from amparo.model.base import CodeOf, Line, Prose, Record, marks_of
from amparo.model.prose import prose_of
from amparo.model.reference import PARTS
from amparo.model.schemas import ROOTS
from amparo.project import Project
from amparo.settings import read_settings
from amparo.text.catalogue import DOMAINS
from tests.conftest import LANGUAGES, ROOT


class Sentence(Prose):
    """The mark under another name."""


Said = Prose
"""And once more."""


class Part(Record):
    """A part of a record."""

    id: str
    """Its name."""

    text: Annotated[str, Sentence(40)]
    """Text."""


class Everywhere(Record):
    """A record with text at every place where a field can hold it."""

    plain: Annotated[str, Sentence(40)]
    """Alone."""

    perhaps: Annotated[str, Said(40)] | None = None
    """Or nothing."""

    many: tuple[Annotated[str, Sentence(40)], ...] = ()
    """In a list."""

    perhaps_many: tuple[Annotated[str, Prose(40)], ...] | None = None
    """In a list, or nothing."""

    parts: tuple[Part, ...] = ()
    """In parts."""

    name: Line = "a name"
    """No text for readers."""

    kind: Annotated[str, CodeOf("status")] = "active"
    """A code."""


def test_text_is_found_under_every_name_and_at_every_place() -> None:
    record = Everywhere(
        plain="one",
        perhaps="two",
        many=("three", "four"),
        perhaps_many=("five",),
        parts=(Part(id="last", text="six"),),
    )

    assert list(prose_of(record)) == [
        ("plain", "one"),
        ("perhaps", "two"),
        ("many", "three"),
        ("many", "four"),
        ("perhaps_many", "five"),
        ("parts.last.text", "six"),
    ]


@pytest.mark.parametrize(
    "text, says",
    [("a" * 41, "41 characters"), ("two  spaces", "double spaces"), ("", "an empty text")],
    ids=["too long", "two spaces", "empty"],
)
@pytest.mark.parametrize("field", ["plain", "perhaps", "many", "perhaps_many"])
def test_text_is_checked_under_every_name_and_at_every_place(field: str, text: str, says: str) -> None:
    value = (text,) if "many" in field else text

    with pytest.raises(ValidationError, match=says):
        Everywhere.model_validate({"plain": "one", field: value})


def test_marks_are_what_the_annotation_says() -> None:
    fields = Everywhere.model_fields

    assert list(marks_of(fields["perhaps_many"])) == [Prose(40)]
    assert list(marks_of(fields["kind"])) == [CodeOf("status")]
    assert not any(isinstance(mark, Prose) for mark in marks_of(fields["parts"]))


def test_every_model_with_text_has_marks_that_are_found() -> None:
    """A reader of annotations that finds nothing would make every record look empty."""
    models = {*PARTS, *ROOTS.values()}
    marked = [
        f"{model.__name__}.{name}"
        for model in models
        for name, info in model.model_fields.items()
        if any(isinstance(mark, Prose) for mark in marks_of(info))
    ]

    assert len(marked) > 150
    assert {"Contact.warning", "Organisation.not_for", "End.do", "NationalLine.subject"} <= set(marked)


def test_texts_to_translate_are_those_of_the_po_files() -> None:
    """Not one context or text more or less than translators have before them."""
    project = Project(ROOT)
    settings = read_settings(project)
    loaded, _ = check_all(project, settings.as_of, settings.site_name)
    sources = all_sources(project, loaded)

    assert set(sources) == set(DOMAINS)
    for language in LANGUAGES[1:]:
        for domain, texts in sources.items():
            with (ROOT / f"data/translations/{language}/{domain}.po").open("rb") as file:
                entries = [entry for entry in read_po(file) if entry.id]
            in_file = {
                (entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]) for entry in entries
            }
            assert in_file == {text.key for text in texts}, f"{language} {domain}: make words"
