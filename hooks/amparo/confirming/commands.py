"""The commands `calls`, which prints whom to ring, and `confirm`, which takes the answers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from amparo.checks import check_all
from amparo.confirming import sheet
from amparo.confirming.answers import read_file, typed
from amparo.confirming.judging import Targets, judge, targets
from amparo.confirming.writing import Refused, with_answer
from amparo.library import Library
from amparo.model.answer import Answer
from amparo.model.loading import FOLDERS, Loaded
from amparo.model.reached import OUT_OF_USE
from amparo.model.reading import read
from amparo.pages.renderer import Renderer
from amparo.project import Project
from amparo.settings import Settings, read_settings
from amparo.source import Problems, Stop, load
from amparo.text.catalogue import read_translations
from amparo.text.voice import Voice


def calls(project: Project, language: str | None) -> int:
    """Print the call sheets, or that of a language, and write them below build/calls/ to print and to fill
    in. 1 when nobody answers in the language."""
    settings = read_settings(project)
    loaded, problems = check_all(project, settings.as_of, settings.site_name)
    if problems.errors:
        raise Stop(problems)
    renderers = _renderers(project, settings)
    voices = {code: renderer.voice for code, renderer in renderers.items()}
    found = sheet.sheets(Library(loaded, settings.as_of), voices, language)
    if not found:
        print(f"We know no contact that answers in `{language}`.")
        return 1
    source = next(iter(renderers.values()))
    files = []
    for one in found:
        renderer = renderers.get(one.language, source)
        print(sheet.plain(one, renderer))
        files.append((f"{one.language or 'not-known'}.html", sheet.printable(one, renderer)))
    files.append(("answers.csv", sheet.blank(found)))
    home = project.build("calls")
    home.mkdir(parents=True, exist_ok=True)
    for name, text in files:
        (home / name).write_bytes(text.encode())
        print(f"Written: {project.name_of(home / name)}")
    print("Fill in answers.csv, then: python -m amparo confirm build/calls/answers.csv")
    return 0


def _renderers(project: Project, settings: Settings) -> dict[str, Renderer]:
    """Whoever says the words in each language that somebody translates into."""
    codes = list(dict.fromkeys([settings.languages[0][0], *settings.translated]))
    templates = project.find("templates")
    return {
        code: Renderer(templates, Voice(code, read_translations(project, code) if n else None))
        for n, code in enumerate(codes)
    }


def confirm(project: Project, given: str, fields: dict[str, str | None]) -> int:
    """Write answers into the records: those of a file, or one from the command line. 1, and nothing is
    written, when any of them has a mistake."""
    settings, problems = read_settings(project), Problems()
    loaded, found = check_all(project, settings.as_of, settings.site_name)
    if found.errors:
        raise Stop(found)
    if given.endswith((".csv", ".yml", ".yaml")):
        answers, document = read_file(Path(given), loaded, problems)
    else:
        said = {key: value for key, value in fields.items() if value}
        answers, document = typed({"contact": given, **said}, loaded, problems)
    known = targets(loaded)
    if answers and document:
        problems.extend(judge(answers, document, known, settings.as_of))
    if problems.errors or answers is None:
        print(*problems.all, sep="\n")
        print("Nothing was written.")
        return 1
    return _write(project, loaded, answers.answers, known)


def _write(project: Project, loaded: Loaded, answers: Iterable[Answer], known: Targets) -> int:
    """Change the files; put all back when a record could not be read any more."""
    before: dict[Path, bytes] = {}
    for mark, answer in _from_below(answers, known):
        target = known[mark]
        file = project.find(target.document.file)
        before.setdefault(file, file.read_bytes())
        try:
            file.write_bytes(with_answer(file.read_bytes().decode(), target, answer).encode())
        except Refused as refused:
            _put_back(before)
            print(refused, "Nothing was written.", sep="\n")
            return 1
    problems = _read_again(project, before, loaded)
    if problems.errors:
        _put_back(before)
        print(*problems.errors, "Nothing was written.", sep="\n")
        return 1
    for answer in answers:
        print(f"{answer.contact}: {answer.result}, {answer.date}")
        if answer.result in OUT_OF_USE:
            print("    It stands on its own page alone now. Look for the new value on the body's own page.")
    print(*(f"Written: {project.name_of(file)}" for file in sorted(before)), sep="\n")
    print("Run `make check`, and look at `git diff`.")
    return 0


def _read_again(project: Project, files: Iterable[Path], loaded: Loaded) -> Problems:
    """What is wrong with the files as they are now."""
    problems = Problems()
    codes = {scheme: vocabulary.by_code for scheme, vocabulary in loaded.vocabularies.items()}
    for file in files:
        document = load(file, project.name_of(file), problems)
        if document:
            model: Any = FOLDERS[file.parent.name]
            read(model, document, problems, codes)
    return problems


def _from_below(answers: Iterable[Answer], known: Targets) -> list[tuple[str, Answer]]:
    """Every contact with its answer, the last of a file first: then the places above it stay right."""
    pairs = [(mark, answer) for answer in answers for mark in answer.marks]
    return sorted(pairs, key=lambda pair: (known[pair[0]].document.file, known[pair[0]].path), reverse=True)


def _put_back(before: dict[Path, bytes]) -> None:
    for file, text in before.items():
        file.write_bytes(text)
