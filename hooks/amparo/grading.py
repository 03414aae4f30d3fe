"""Prints how hard each kind of text is to read, and refuses that one becomes harder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from amparo.model.grade import AIM, Grades
from amparo.model.reading import read
from amparo.project import Project
from amparo.source import Problems, Stop, load
from amparo.text.catalogue import Message
from amparo.text.grade import grade

FILE = "data/grades.yml"
"""Where the grades are kept that were reached."""

HEAD = """# The school grade of each kind of English text, as `make grades` measured it last. Aim: 6.0.
# It may fall, never rise: a new long name moves it a little (0.2 is forgiven), a hard text more.
grades:
"""

A_HAIR = 0.2
"""How far a kind may rise before it is refused: the name of a new body must not stop an editor."""

FEWEST = 5
"""Texts that make a kind: the grade of fewer says nothing."""

TOLD = 3
"""Texts that are named for each kind that became harder."""


class Measured(NamedTuple):
    """A kind of text as it is now."""

    kind: str
    """Its name."""

    grade: float
    """Its grade, with one digit."""

    texts: tuple[str, ...]
    """Its texts."""

    @property
    def hardest(self) -> list[str]:
        """The texts to begin with: long and hard ones first."""
        return sorted(self.texts, key=lambda text: grade([text]) * len(text) ** 0.5, reverse=True)[:TOLD]


def measured(sources: Mapping[str, Sequence[Message]]) -> list[Measured]:
    """Every kind of text, the hardest first."""
    kinds: dict[str, list[str]] = {}
    for domain, messages in sources.items():
        for message in messages:
            kinds.setdefault(_kind(domain, message.context or ""), []).append(message.text)
    found = [
        Measured(kind, round(grade(texts), 1), tuple(texts))
        for kind, texts in kinds.items()
        if len(texts) >= FEWEST
    ]
    return sorted(found, key=lambda one: (-one.grade, one.kind))


def _kind(domain: str, context: str) -> str:
    """The kind of a text: what record and which field, a hand-written page, or the domain alone."""
    file, _, path = context.partition("#")
    if domain == "pages" or not path:
        return file if domain == "pages" and file else domain
    if domain == "vocabulary":
        return file
    folder = "/".join(file.split("/")[:-1]) or domain
    return f"{folder}/{path.split('.')[-1]}"


def kept(project: Project) -> dict[str, float]:
    """The grades that were reached, by kind; none where a project keeps none. Raises `Stop` when the file
    cannot be read."""
    file, problems = project.find(FILE), Problems()
    if not file.exists():
        return {}
    document = load(file, FILE, problems)
    book = read(Grades, document, problems, {}) if document else None
    if book is None or problems.errors:
        raise Stop(problems)
    return {one.kind: float(one.most) for one in book.grades}


def risen(found: Sequence[Measured], known: Mapping[str, float]) -> Iterator[tuple[Measured, float]]:
    """Kinds that became harder than they were, or that are new and above the aim, with what they may be."""
    for one in found:
        most = known.get(one.kind, AIM)
        if one.grade > most + A_HAIR + 0.01:
            yield one, most


def report(project: Project, sources: Mapping[str, Sequence[Message]]) -> int:
    """Print every kind, keep lower grades, name what became harder. 1 when something did."""
    found, known = measured(sources), kept(project)
    for one in found:
        mark = "!" if one.grade > AIM else " "
        was = f"  (was {known[one.kind]:.1f})" if one.kind in known and known[one.kind] != one.grade else ""
        print(f"{one.grade:5.1f}{mark} {len(one.texts):5d} {one.kind}{was}")
    harder = list(risen(found, known))
    for one, most in harder:
        print(f"HARDER: {one.kind} is at grade {one.grade:.1f} and may be at {most:.1f}. Begin with:")
        for text in one.hardest:
            print(f"    {grade([text]):.1f}  {text}")
    lower = {one.kind: min(one.grade, known.get(one.kind, max(AIM, one.grade))) for one in found}
    project.find(FILE).write_text(
        HEAD + "".join(f"  - {{kind: {kind}, most: '{lower[kind]:.1f}'}}\n" for kind in sorted(lower)),
        "utf-8",
        newline="\n",
    )
    return 1 if harder else 0
