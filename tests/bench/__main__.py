"""Measures speed and size against the commit before and the stock stack in one run: `python -m tests.bench`,
some ten minutes. It runs to its end: what could not be measured is said at the end, with the reason."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import before, browsing, hugo, search, stock, tenfold
from tests.bench.editing import edit_in_preview
from tests.bench.measured import build, build_again, changed_record, run
from tests.bench.report import Figures, table, write
from tests.conftest import ROOT, copy_project

RUNS = 2
"""How often our own builds are done; the faster one counts. The stock one takes minutes and is done once."""

FILE = ROOT / "build" / "bench.json"
"""Where the figures are kept."""


class Run:
    """One run of the bench."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self.missing: dict[str, str] = {}

    def tell(self, what: str) -> None:
        """Say what is being done."""
        print(f"[{time.monotonic() - self._start:4.0f} s] {what} …", flush=True)

    def part(self, what: str, measure: Callable[[], Any]) -> Any:
        """What a part measured; None, with the reason kept, where it failed: the others go on."""
        self.tell(what)
        try:
            return measure()
        except (Exception, SystemExit) as error:
            self.missing[what] = f"{type(error).__name__}: {error}".strip()[-600:]
            return None


def main() -> None:
    """Measure everything in a temporary folder, tell it, and keep it in `build/bench.json`."""
    this = Run()
    with tempfile.TemporaryDirectory(prefix="amparo-bench-") as folder:
        ours, theirs = copy_project(Path(folder, "ours")), Path(folder, "stock")
        this.tell(f"Building our site, {RUNS} times")
        figures = Figures(build(ours, RUNS), missing=this.missing)
        figures.again_seconds = this.part("Building it again after a change", lambda: build_again(ours))
        _before(this, figures, Path(folder, "before"))
        _stock(this, figures, ours, theirs)
        figures.hugo = _hugo(this, theirs, Path(folder, "hugo"))
        _editing(this, figures, ours)
        printing = this.part(
            "Making all PDFs and documents from nothing, then once more", lambda: _paper(ours)
        )
        figures.printed_seconds, figures.printed = printing or (None, 0)
        figures.our_views = (
            this.part("Opening our emergency landing at 2G", lambda: browsing.views(ours / "site")) or {}
        )
        found = _seen(this, figures, ours, theirs)
        _tenfold(this, figures, ours, Path(folder, "many"))
    write(figures, FILE)
    if found:
        search.write(found, FILE)
    this.tell("Done")
    print(f"\n{table(figures)}\n")
    print(search.table(found) + "\n" if found else "")
    slow = [limit.what for limit in figures.limits if not limit.is_kept]
    print(f"Not kept: {'; '.join(slow)}." if slow else "Every limit that was measured is kept.")
    print("Written to build/bench.json.")


def _before(this: Run, figures: Figures, folder: Path) -> None:
    """The commit before, built as often as ours."""
    commit = before.commit_before()
    if commit is None:
        this.missing["the commit before"] = "Git knows none here"
        return
    figures.before = this.part(
        f"Building the commit before, {commit[:8]}, {RUNS} times",
        lambda: build(before.write_project(commit, folder), RUNS),
    )


def _stock(this: Run, figures: Figures, ours: Path, theirs: Path) -> None:
    """The same pages with the stock stack."""
    this.part("Writing our pages as Markdown for others", lambda: stock.write_project(ours / "site", theirs))
    figures.stock = this.part(
        "Building them with MkDocs, Material, static-i18n and search (minutes)", lambda: build(theirs, 1)
    )
    figures.compared = figures.stock and this.part(
        "Comparing the words of both sites", lambda: stock.same_words(ours / "site", theirs / "site")
    )


def _hugo(this: Run, theirs: Path, folder: Path) -> Any:
    """The same words with Hugo."""
    if hugo.is_here():
        return this.part("Building the same words with Hugo", lambda: hugo.build(theirs, folder))
    this.missing["Hugo"] = "hugo not here (Debian: apt-get install hugo)"
    return None


def _editing(this: Run, figures: Figures, ours: Path) -> None:
    """What an editor waits for."""

    def check(**more: str) -> float:
        return run(ours, "amparo", "check", **more).seconds

    def check_again() -> float:
        check()
        with changed_record(ours):
            return check()

    figures.check_seconds = this.part("Checking all data", lambda: check(AMPARO_KEPT="no"))
    figures.checked_seconds = this.part("Checking after one changed record", check_again)
    figures.edit_seconds = this.part("Editing one record in the preview", lambda: edit_in_preview(ours))


def _paper(ours: Path) -> tuple[tuple[float, ...], int]:
    """All PDFs and documents, twice, and how many PDFs there are."""
    seconds = tuple(run(ours, "amparo", "paper", PAPER="yes").seconds for _ in range(2))
    return seconds, len(list((ours / "site").rglob("workshop/print/*/*.pdf")))


def _seen(this: Run, figures: Figures, ours: Path, theirs: Path) -> Any:
    """What visitors of both sites wait for, and what the searches find."""
    if not figures.stock:
        return None
    figures.stock_views = (
        this.part("Opening the stock one (a minute)", lambda: browsing.views(theirs / "site")) or {}
    )
    return this.part(
        "Searching both, and the same pages with Pagefind",
        lambda: search.compare(ours / "site", theirs / "site"),
    )


def _tenfold(this: Run, figures: Figures, ours: Path, many: Path) -> None:
    """Ten times the records, in a fresh copy: an edit makes translations stale."""

    def measure() -> Any:
        copy_project(many)
        after = tenfold.multiply(many)
        return after, build(many, 1)

    after, figures.tenfold = this.part(f"Building {tenfold.TIMES} times the records", measure) or (0, None)
    figures.records = (len(list((ours / "data/organisations").glob("*.yml"))), after)


if __name__ == "__main__":
    main()
