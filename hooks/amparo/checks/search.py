"""What the search knows about words can work: words are folded, rules are reached, things exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amparo.model.loading import Loaded
from amparo.model.search import Analysis, Rule
from amparo.source import Document, Path, Problem
from amparo.text.analysis import Analyser

RECORDS = ("organisations", "mechanisms")
"""Fields of synonyms that name records."""


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Letters, analyses and synonyms of all languages."""
    if loaded.letters is None:
        return
    document = loaded.documents["data/search/letters.yml"]
    for letter in loaded.letters.letters:
        if len(letter) != 1 or letter.isascii():
            yield document.problem(
                ("letters", letter),
                f"`{letter}` is not one letter with a form of its own",
                "one letter beside a to z",
            )
    for language in loaded.published:
        for file in (f"data/search/{language}.yml", f"data/vocabulary/synonyms/{language}.yml"):
            if file not in loaded.documents:
                yield Document(file).problem((), "the file is missing", f"a file with `language: {language}`")
    for language, analysis in loaded.analyses.items():
        document = loaded.documents[f"data/search/{language}.yml"]
        analyser = Analyser(loaded.letters.letters, analysis)
        yield from _words(analysis, analyser, document)
        for field, steps in (("beginnings", analysis.beginnings), ("endings", analysis.endings)):
            for n, rules in enumerate(steps):
                yield from _rules(field, n, rules, analyser, document)
        if language in loaded.synonyms:
            yield from _synonyms(loaded, language, analyser)


def _words(analysis: Analysis, analyser: Analyser, document: Document) -> Iterator[Problem]:
    """Words are folded, and each counts as one thing only."""
    owner = dict.fromkeys(analysis.ignored, "ignored")
    for n, word in enumerate(analysis.ignored):
        yield from _folded(("ignored", n), word, analyser, document)
    for n, words in enumerate(analysis.same):
        for m, word in enumerate(words):
            yield from _folded(("same", n, m), word, analyser, document)
            if word in owner:
                yield document.problem(
                    ("same", n, m), f"`{word}` stands also in `{owner[word]}`", "keep one of the two"
                )
            owner[word] = f"same[{n}]"


def _folded(path: Path, word: str, analyser: Analyser, document: Document) -> Iterator[Problem]:
    folded = analyser.words(word)
    if folded != [word]:
        yield document.problem(path, f"`{word}` is not a folded word", " ".join(folded) or "delete it")


def _rules(
    field: str, step: int, rules: tuple[Rule, ...], analyser: Analyser, document: Document
) -> Iterator[Problem]:
    """The letters of a rule are folded, and no rule before it takes all its words."""
    for n, rule in enumerate(rules):
        here = (field, step, n, "cut")
        yield from _folded(here, rule.cut, analyser, document)
        for earlier in rules[:n]:
            fits = rule.cut.endswith(earlier.cut) if field == "endings" else rule.cut.startswith(earlier.cut)
            if fits and len(rule.cut) - len(earlier.cut) + rule.left >= earlier.left:
                yield document.problem(
                    here,
                    f"`{rule.cut}` is never reached: `{earlier.cut}` comes first",
                    "the longer letters first",
                )
                break


def _synonyms(loaded: Loaded, language: str, analyser: Analyser) -> Iterator[Problem]:
    """Synonyms belong to records that exist and say something."""
    document = loaded.documents[f"data/vocabulary/synonyms/{language}.yml"]
    synonyms = loaded.synonyms[language]
    for field in type(synonyms).model_fields:
        things = getattr(synonyms, field)
        for name, words in things.items() if isinstance(things, dict) else ():
            if field in RECORDS and f"data/{field}/{name}.yml" not in loaded.documents:
                yield document.problem(
                    (field, name), f"there is no record data/{field}/{name}.yml", "the id of a record"
                )
            for n, word in enumerate(words):
                # A phrase of ignored words is still found as a whole.
                if len(analyser.words(word)) < 2 and not analyser.tokens(word):
                    yield document.problem(
                        (field, name, n), f"`{word}` is a word that is ignored", "a word that says more"
                    )
