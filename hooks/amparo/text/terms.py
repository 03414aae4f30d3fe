"""The list of terms as translators' programs read it: one CSV file a language."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from amparo.model.term import Term

HEAD = ("source", "target", "note", "forbidden")
"""Columns: Weblate and most programs read the first two, OmegaT the first three."""


def write_terms(folder: Path, language: str, terms: Iterable[Term]) -> None:
    """Write the terms of a language as `terms-fr.csv`: the English, our word, its use, what to avoid."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"terms-{language}.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        for term in terms:
            note = " ".join(filter(None, (term.note, term.forms.get(language))))
            avoid = "; ".join(one.word for one in term.avoid if one.language == language)
            rows.writerow((term.said["en"], term.said.get(language, ""), note, avoid))
