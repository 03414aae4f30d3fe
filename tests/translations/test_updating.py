"""`make words` loses no translation, puts none beside the wrong text, and touches no file that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from amparo.pages.renderer import words_of_templates
from amparo.project import Project
from amparo.text.catalogue import Message
from amparo.text.po.entry import Entry
from amparo.text.po.reading import Broken, read
from amparo.text.updating import update
from tests.conftest import PROJECT, command, copy_project

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n'
FORMS = "nplurals=3; plural=(n==1 ? 0 : n%1000000==0 && n!=0 ? 1 : 2);"


def file_of(root: Path, *entries: str, forms: str = "nplurals=2; plural=(n != 1);") -> Path:
    """A Spanish file with these entries."""
    file = Project(root).translations("es", "pages")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join((HEAD + f'"Plural-Forms: {forms}\\n"\n', *entries)), "utf-8")
    return file


def entry(text: str, said: str, context: str | None = "pages/a", above: str = "") -> str:
    """An entry of a file."""
    return (
        f'{above}msgctxt "{context}"\nmsgid "{text}"\nmsgstr "{said}"\n'
        if context
        else f'msgid "{text}"\nmsgstr "{said}"\n'
    )


def updated(root: Path, *texts: str, context: str | None = "pages/a") -> dict[str, Entry]:
    """The entries by their source text, after these are all texts that there are."""
    update(Project(root), "es", "pages", [Message(context, text) for text in texts])
    once = Project(root).translations("es", "pages").read_bytes()
    update(Project(root), "es", "pages", [Message(context, text) for text in texts])
    assert Project(root).translations("es", "pages").read_bytes() == once, "the second time nothing changes"
    return {entry.source.text: entry for entry in read(once, "x.po").entries}


# A page that changes

OLD = {
    "Write down the name of the office, the date and the hour.": "Apunte el nombre de la oficina, la fecha y la hora.",  # noqa: E501
    "Ask a lawyer before you sign anything.": "Pregunte a una abogada antes de firmar nada.",
    "Tell two people where you are going.": "Diga a dos personas adónde va.",
    "Tell two people when you come back.": "Diga a dos personas cuándo vuelve.",
    "Keep a copy of every paper in another house.": "Guarde copia de cada papel en otra casa.",
    "This sentence goes away.": "Esta frase se va.",
}
CHANGED = {
    "Write down the name of the office, the day and the hour.": "Write down the name of the office, the date and the hour.",  # noqa: E501
    "Ask a lawyer before you sign any paper.": "Ask a lawyer before you sign anything.",
    "Tell two people where you are going today.": "Tell two people where you are going.",
    "Tell two friends when you come back.": "Tell two people when you come back.",
}
KEPT = "Keep a copy of every paper in another house."
NEW = "A quite different line about water and bread stands here."


def test_sentences_of_a_page_that_changed_slightly_keep_their_own_translations(tmp_path: Path) -> None:
    file_of(tmp_path, *(entry(text, said) for text, said in OLD.items()))

    found = updated(tmp_path, *CHANGED, KEPT, NEW)

    assert {new: (found[new].strings[0], found[new].before.text, found[new].is_stale) for new in CHANGED} == {
        new: (OLD[old], old, True) for new, old in CHANGED.items()
    }
    assert found[KEPT].strings == (OLD[KEPT],) and not found[KEPT].is_stale
    assert not found[NEW].is_translated
    gone = found["This sentence goes away."]
    assert gone.is_obsolete and gone.strings == ("Esta frase se va.",)


def test_every_translation_is_kept_whatever_happens_to_a_page(tmp_path: Path) -> None:
    file_of(tmp_path, *(entry(text, said) for text, said in OLD.items()))

    updated(tmp_path, NEW)
    found = updated(tmp_path, *OLD)

    assert {text: found[text].strings[0] for text in OLD} == OLD and not any(
        one.is_stale for one in found.values()
    )


def test_words_of_templates_are_paired_only_when_they_are_very_like(tmp_path: Path) -> None:
    file_of(
        tmp_path,
        entry("See all countries of the list", "Ver todos los países", None),
        entry("See all", "Ver todo", None),
    )

    found = updated(tmp_path, "See all countries on the list", "See now", context=None)

    assert found["See all countries on the list"].strings == ("Ver todos los países",)
    assert found["See all countries on the list"].is_stale and not found["See now"].is_translated


def test_field_with_one_text_keeps_its_translation_however_much_it_changes(tmp_path: Path) -> None:
    file_of(tmp_path, entry("Old words.", "Viejas.", "organisations/a#summary"))

    found = updated(tmp_path, "Quite another line about what it gives.", context="organisations/a#summary")

    (one,) = found.values()
    assert one.is_stale and one.strings == ("Viejas.",) and one.before and one.before.text == "Old words."


def test_second_change_keeps_the_text_that_the_translation_was_made_from(tmp_path: Path) -> None:
    file_of(tmp_path, entry("Wait one day for the answer.", "Espere."))

    updated(tmp_path, "Wait one day for an answer.")
    found = updated(tmp_path, "Wait one day for any answer.")["Wait one day for any answer."]

    assert found.before and found.before.text == "Wait one day for the answer."


def test_comments_and_flags_of_translators_stay_with_their_texts(tmp_path: Path) -> None:
    file_of(
        tmp_path,
        entry("One.", "Uno.", above="# Not the number.\n#, no-wrap\n"),
        '#~ msgid "Two."\n#~ msgstr "Dos."\n',
    )

    found = updated(tmp_path, "One.")

    assert found["One."].notes == ("Not the number.",) and found["One."].flags == {"no-wrap"}
    assert found["Two."].is_obsolete and found["Two."].strings == ("Dos.",)


# Plurals


def test_file_keeps_its_own_rule_of_plurals_and_its_forms(tmp_path: Path) -> None:
    plural = (
        'msgid "one day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "día"\nmsgstr[1] "de días"\nmsgstr[2] "días"\n'
    )
    file = file_of(tmp_path, plural, forms=FORMS)

    update(
        Project(tmp_path),
        "es",
        "pages",
        [Message(None, "one day", "%(n)s days"), Message(None, "one hour", "%(n)s hours")],
    )

    text = file.read_text("utf-8")
    found = {one.source.text: one.strings for one in read(file.read_bytes(), "x.po").entries}
    assert f'"Plural-Forms: {FORMS}\\n"' in text
    assert found == {"one day": ("día", "de días", "días"), "one hour": ("", "", "")}


def test_plural_whose_many_changes_is_stale(tmp_path: Path) -> None:
    plural = 'msgid "one day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "un día"\nmsgstr[1] "%(n)s días"\n'
    file = file_of(tmp_path, plural)

    update(Project(tmp_path), "es", "pages", [Message(None, "one day", "%(n)s whole days")])

    (found,) = read(file.read_bytes(), "x.po").entries
    assert found.is_stale and found.strings == ("un día", "%(n)s días")
    assert found.before and found.before.plural == "%(n)s days"


# Whose files they are


def test_no_name_of_a_translator_stays(tmp_path: Path) -> None:
    file = file_of(tmp_path, entry("One.", "Uno."))
    named = file.read_text("utf-8").replace(
        '"Language:', '"Last-Translator: A <a@example.org>\\n"\n"X-Generator: B\\n"\n"Language:'
    )
    file.write_text("# A, 2026.\n" + named, "utf-8")

    updated(tmp_path, "One.")

    text = file.read_text("utf-8")
    assert "a@example.org" not in text and "X-Generator" not in text and "2026" not in text


BROKEN = {
    "a second entry": lambda text: (
        text + '\n\nmsgctxt "x"\nmsgid "y"\nmsgstr "1"\n\nmsgctxt "x"\nmsgid "y"\nmsgstr "2"\n'
    ),
    "another encoding": lambda text: text.replace("UTF-8", "ISO-8859-1", 1),
    "an encoding that was never filled in": lambda text: text.replace("UTF-8", "CHARSET", 1),
    "a rule that is no C": lambda text: text.replace("(n != 1)", "n is 1", 1),
    "a text without its end": lambda text: text + '\nmsgid "x\nmsgstr "y"\n',
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    return copy_project(tmp_path_factory.mktemp("words") / "project")


@pytest.mark.parametrize("what", BROKEN)
def test_broken_file_stops_the_command_and_every_file_stays_as_it_was(what: str, project: Path) -> None:
    file = project / "data/translations/es/ui.po"
    good = file.read_bytes()
    file.write_bytes(BROKEN[what](good.decode()).encode())
    before = {one: one.read_bytes() for one in (project / "data/translations").rglob("*.po")}
    try:
        done = command(project, "amparo", "words")
        after = {one: one.read_bytes() for one in before}
    finally:
        file.write_bytes(good)

    assert done.returncode == 1 and "data/translations/es/ui.po:" in done.stdout and not done.stderr
    assert after == before


def test_one_broken_file_is_refused_by_itself(tmp_path: Path) -> None:
    file = file_of(tmp_path, entry("One.", "Uno."), entry("One.", "Una."))
    before = file.read_bytes()

    with pytest.raises(Broken, match="a second time"):
        update(Project(tmp_path), "es", "pages", [Message("pages/a", "One.")])

    assert file.read_bytes() == before


def test_words_of_templates_are_those_that_jinja_finds() -> None:
    folder, jinja = PROJECT.find("templates"), Environment(trim_blocks=True, lstrip_blocks=True)
    found = []
    for file in sorted(folder.rglob("*.html")):
        for _, function, said in extract_from_ast(jinja.parse(file.read_text("utf-8")), ("_", "n_")):
            texts = said if isinstance(said, tuple) else (said,)
            place = f"hooks/templates/{file.relative_to(folder).as_posix()}"
            found.append((texts[0], texts[1] if function == "n_" else None, place))

    ours = [(one.text, one.plural, one.file) for one in words_of_templates(folder)]

    assert sorted(ours, key=str) == sorted(found, key=str)
