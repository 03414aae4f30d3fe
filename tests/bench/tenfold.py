"""Ten times the records: every organisation nine times more, with new ids, new names and all translations."""

from __future__ import annotations

import re
from pathlib import Path

from amparo.entering import begin
from amparo.project import Project
from tests.conftest import LANGUAGES

TIMES = 10
"""How often each organisation stands there in the end."""


def multiply(project: Path) -> int:
    """Write the copies into a copy of the project. Returns how many organisations it has then."""
    folder = project / "data" / "organisations"
    for file in sorted(folder.glob("*.yml")):
        text = file.read_text("utf-8")
        for number in range(2, TIMES + 1):
            (folder / f"{file.stem}-{number}.yml").write_text(_renamed(text, number), "utf-8")
    for language in LANGUAGES[1:]:
        words = project / "data" / "translations" / language / "organisations.po"
        if words.exists():
            words.write_text(_with_copies(words.read_text("utf-8")), "utf-8")
    begin(Project(project))
    return len(list(folder.glob("*.yml")))


def _renamed(record: str, number: int) -> str:
    """A record under another id, with a number behind each of its names."""
    head, names, rest = re.split(r"^(names:\n(?:  .*\n)+)", record, maxsplit=1, flags=re.MULTILINE)
    head = re.sub(r"^(id: .*)$", rf"\1-{number}", head, flags=re.MULTILINE)
    # The number goes inside the quotation marks where a name has them.
    names = re.sub(r"^(  \S+: )(['\"]?)(.*)\2$", rf"\1\2\3 {number}\2", names, flags=re.MULTILINE)
    return head + names + rest


def _with_copies(words: str) -> str:
    """A PO file with every entry of an organisation once more for each copy."""
    entries = words.rstrip("\n").split("\n\n")
    copies = [
        re.sub(r'^(msgctxt "organisations/[^#"]+)', rf"\1-{number}", entry, flags=re.MULTILINE)
        for number in range(2, TIMES + 1)
        for entry in entries[1:]
    ]
    return "\n\n".join(entries + copies) + "\n"
