"""Reads everything under `data/` into records and tells all problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amparo.model.change import Change, Key
from amparo.model.coverage import Coverage
from amparo.model.curriculum import whole
from amparo.model.curriculum.whole import Curriculum
from amparo.model.danger import Dangers
from amparo.model.designation import Designation
from amparo.model.filename import is_record
from amparo.model.incident import IncidentForm, Sample
from amparo.model.lock import FILE as LOCK
from amparo.model.lock import Lock, read_lock
from amparo.model.mechanism import Mechanism
from amparo.model.national_line import LineSources, NationalLines
from amparo.model.organisation import Organisation
from amparo.model.place import Places
from amparo.model.reading import read
from amparo.model.search import Analysis, Letters, Synonyms
from amparo.model.sign import SignBook
from amparo.model.solidarity import whole as together
from amparo.model.solidarity.whole import Solidarity
from amparo.model.term import Terms
from amparo.model.triage import Entry
from amparo.model.vocabulary import SCHEMES, Vocabulary
from amparo.project import Project
from amparo.source import Document, Problems, load


@dataclass
class Loaded:
    """All records that could be read, and the documents they came from, for checks that need a line."""

    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    """Vocabularies by scheme."""

    places: Places | None = None
    """Countries and territories; None when places.yml could not be read."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    """Organisations by id."""

    mechanisms: dict[str, Mechanism] = field(default_factory=dict)
    """Protection mechanisms by id."""

    coverage: dict[str, Coverage] = field(default_factory=dict)
    """Lists of States by id."""

    designations: dict[str, Designation] = field(default_factory=dict)
    """Lists, laws and practices that make help dangerous, by id."""

    lines: dict[str, NationalLines] = field(default_factory=dict)
    """Telephone lines of a country, by its code in lower case."""

    line_sources: LineSources | None = None
    """Lists that many countries' lines were read in; None when line-sources.yml could not be read."""

    signs: SignBook | None = None
    """Drawn signs; None where a project has none, or when signs.yml could not be read."""

    terms: Terms | None = None
    """The field's words in all languages; None where there are none, or glossary.yml could not be read."""

    letters: Letters | None = None
    """Letters that count as others in the search; None when letters.yml could not be read."""

    analyses: dict[str, Analysis] = field(default_factory=dict)
    """How words are compared in the search, by language."""

    synonyms: dict[str, Synonyms] = field(default_factory=dict)
    """Everyday words for the search, by language."""

    curriculum: Curriculum = field(default_factory=Curriculum)
    """The workshop."""

    solidarity: Solidarity = field(default_factory=Solidarity)
    """Solidarity and news."""

    triage: dict[str, Entry] = field(default_factory=dict)
    """Guided questions by need."""

    incident: IncidentForm | None = None
    """What an incident report asks; None when it could not be read."""

    sample: Sample | None = None
    """The filled example of a report; None when it could not be read."""

    changes: dict[str, Change] = field(default_factory=dict)
    """Changes of contacts by id."""

    lock: Lock | None = None
    """The ledger of contacts; None where a project has none."""

    waiting: dict[Key, str] = field(default_factory=dict)
    """What is shown with its old value because nobody has confirmed the new one, and since which day."""

    published: tuple[str, ...] = ()
    """Codes of the languages that readers are promised, from the settings."""

    documents: dict[str, Document] = field(default_factory=dict)
    """Documents by path below the root, also of files whose record has errors."""

    def document_of(self, id: str, folder: str = "organisations") -> Document:
        """The document of a record; `folder` is its folder below data/."""
        return self.documents[f"data/{folder}/{id}.yml"]

    def bodies(self) -> Iterator[tuple[Organisation | Mechanism, Document]]:
        """Everything that can be contacted, with its document."""
        bodies: list[Organisation | Mechanism] = [*self.organisations.values(), *self.mechanisms.values()]
        for body in bodies:
            document = self.documents.get(f"data/{body.folder}/{body.id}.yml")
            if document:
                yield body, document

    def dangers(self) -> Dangers:
        """All designations, asked by body, by country and by address."""
        return Dangers(self.designations.values(), (*self.organisations.values(), *self.mechanisms.values()))


FOLDERS = {
    "organisations": Organisation,
    "mechanisms": Mechanism,
    "coverage": Coverage,
    "designations": Designation,
    "lines": NationalLines,
    "triage": Entry,
}
"""Folders below data/ with one record a file, and what the records are."""


def load_all(project: Project, problems: Problems) -> Loaded:
    """Read the data of a project. Whatever is wrong is in `problems`; what could be read is returned."""
    loaded = Loaded()
    for file in project.files("data/vocabulary", "*.yml"):
        vocabulary = _record(Vocabulary, file, project, loaded, problems, {})
        if vocabulary:
            loaded.vocabularies[file.stem] = vocabulary
            _same_name(file, vocabulary.scheme, "scheme", loaded, project, problems)
    for scheme in SCHEMES:
        if scheme not in loaded.vocabularies and not project.find(f"data/vocabulary/{scheme}.yml").exists():
            missing = Document(f"data/vocabulary/{scheme}.yml")
            problems.add(missing.problem((), "the file is missing", f"a vocabulary with `scheme: {scheme}`"))
    codes: dict[str, Any] = {scheme: v.by_code for scheme, v in loaded.vocabularies.items()}
    loaded.places = _record(Places, project.find("data/places.yml"), project, loaded, problems, codes)
    shared = project.find("data/line-sources.yml")
    if shared.exists() or project.files("data/lines", "*.yml"):
        loaded.line_sources = _record(LineSources, shared, project, loaded, problems, codes)
    drawn, said = project.find("data/signs.yml"), project.find("data/glossary.yml")
    if drawn.exists():
        loaded.signs = _record(SignBook, drawn, project, loaded, problems, codes)
    if said.exists():
        loaded.terms = _record(Terms, said, project, loaded, problems, codes)
    _load_search(project, loaded, problems, codes)
    loaded.incident = _record(
        IncidentForm, project.find("data/incident/fields.yml"), project, loaded, problems, codes
    )
    loaded.sample = _record(
        Sample, project.find("data/incident/sample.yml"), project, loaded, problems, codes
    )
    _load_folders(project, loaded, problems, codes)
    _load_optional(project, loaded, problems, codes)
    ledger = project.find(LOCK)
    loaded.lock = read_lock(ledger.read_bytes().decode("utf-8", "replace")) if ledger.is_file() else None
    return loaded


def _load_folders(project: Project, loaded: Loaded, problems: Problems, codes: dict[str, Any]) -> None:
    """Read the folders with one record a file."""
    for folder, model in FOLDERS.items():
        files = project.records(folder)
        if files is None:
            home = Document(f"data/{folder}")
            problems.add(home.problem((), "the folder is missing", "put it back from git"))
            continue
        for file in files:
            if not is_record(file, project.name_of(file), problems):
                continue
            record = _record(model, file, project, loaded, problems, codes)
            if record:
                getattr(loaded, folder)[file.stem] = record
                _same_name(file, record.id, "id", loaded, project, problems)


def _load_search(project: Project, loaded: Loaded, problems: Problems, codes: dict[str, Any]) -> None:
    """Read what the search knows about words."""
    letters = project.find("data/search/letters.yml")
    loaded.letters = _record(Letters, letters, project, loaded, problems, codes)
    for folder, model, found in (
        ("search", Analysis, loaded.analyses),
        ("vocabulary/synonyms", Synonyms, loaded.synonyms),
    ):
        for file in project.records(folder, "*.yml") or ():
            record = None if file == letters else _record(model, file, project, loaded, problems, codes)
            if record:
                found[file.stem] = record
                _same_name(file, record.language, "language", loaded, project, problems)


def _load_optional(project: Project, loaded: Loaded, problems: Problems, codes: dict[str, Any]) -> None:
    """Read solidarity, news, changes and `data/curriculum/`. A project without a folder has none of it."""
    homes: list[tuple[str, Any, object]] = [
        (folder, model, loaded.solidarity) for folder, model in together.FOLDERS.items()
    ]
    homes.append(("changes", Change, loaded))
    homes += [(f"curriculum/{folder}", model, loaded.curriculum) for folder, model in whole.FOLDERS.items()]
    for folder, model, home in homes:
        for file in project.records(folder) or ():
            if not is_record(file, project.name_of(file), problems):
                continue
            record = _record(model, file, project, loaded, problems, codes)
            if record:
                getattr(home, folder.rpartition("/")[2])[file.stem] = record
                _same_name(file, record.id, "id", loaded, project, problems)
    if project.records("curriculum") is None:
        return
    for name, model in whole.FILES.items():
        file = project.find(f"data/curriculum/{name}.yml")
        setattr(loaded.curriculum, name, _record(model, file, project, loaded, problems, codes))


def _record(
    model: Any, file: Path, project: Project, loaded: Loaded, problems: Problems, codes: dict[str, Any]
) -> Any:
    """One file as a record, or None with the reasons told."""
    if not file.exists():
        gone = Document(project.name_of(file))
        problems.add(gone.problem((), "the file is missing", "put it back from git"))
        return None
    document = load(file, project.name_of(file), problems)
    if document is None:
        return None
    loaded.documents[document.file] = document
    return read(model, document, problems, codes)


def _same_name(
    file: Path, name: str, field_name: str, loaded: Loaded, project: Project, problems: Problems
) -> None:
    """A record's name and its file's name are the same."""
    if name != file.stem:
        document = loaded.documents[project.name_of(file)]
        problems.add(
            document.problem((field_name,), f"`{name}` in the file {file.name}", f"{field_name}: {file.stem}")
        )
