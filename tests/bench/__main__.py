"""Measures speed and size against the stock stack in one run: `python -m tests.bench`, about five minutes."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.bench import browsing, search, stock, tenfold
from tests.bench.editing import edit_in_preview
from tests.bench.measured import build, run
from tests.bench.report import Figures, table, write
from tests.conftest import ROOT, copy_project

RUNS = 2
"""How often our own build is done; the faster one counts. The stock one takes minutes and is done once."""


def main() -> None:
    """Measure everything in a temporary folder, tell it, and keep it in `build/bench.json`."""
    start = time.monotonic()

    def tell(what: str) -> None:
        print(f"[{time.monotonic() - start:4.0f} s] {what} …", flush=True)

    with tempfile.TemporaryDirectory(prefix="amparo-bench-") as folder:
        ours, theirs = copy_project(Path(folder, "ours")), Path(folder, "stock")
        records = len(list((ours / "data" / "organisations").glob("*.yml")))
        tell(f"Building our site, {RUNS} times")
        our_build = build(ours, RUNS)
        tell(f"Writing its {our_build.pages} pages as Markdown for the stock stack")
        stock.write_project(ours / "site", theirs)
        tell("Building them with MkDocs, Material, static-i18n and search (two minutes)")
        stock_build = build(theirs, 1)
        tell("Comparing the words of both sites")
        compared = stock.same_words(ours / "site", theirs / "site")
        tell("Opening our emergency landing at 2G and counting its bytes")
        our_views = browsing.views(ours / "site")
        tell("Opening the stock one (a minute)")
        stock_views = browsing.views(theirs / "site")
        tell("Searching both, and the same pages with Pagefind (two minutes)")
        found = search.compare(ours / "site", theirs / "site")
        tell("Checking all data")
        check_seconds = run(ours, "amparo", "check").seconds
        tell("Editing one record in the preview")
        edit_seconds = edit_in_preview(ours)
        tell("Making all PDFs and documents from nothing, then once more")
        printed = tuple(run(ours, "amparo", "editions", EDITIONS="yes").seconds for _ in range(2))
        # A fresh copy: the edit has made one translation stale.
        many = copy_project(Path(folder, "many"))
        tell(f"Building {tenfold.TIMES} times the records (a minute or more)")
        after = tenfold.multiply(many)
        figures = Figures(
            our_build,
            stock_build,
            build(many, 1),
            our_views,
            stock_views,
            compared,
            (records, after),
            edit_seconds,
            check_seconds,
            printed,
            len(list((ours / "site/workshop/print").glob("*/*.pdf"))),
        )
    write(figures, ROOT / "build" / "bench.json")
    search.write(found, ROOT / "build" / "bench.json")
    tell("Done")
    print(f"\n{table(figures)}\n\n{search.table(found)}\n\nWritten to build/bench.json.")
    slow = [limit.what for limit in figures.limits if not limit.is_kept]
    print(f"Too slow: {'; '.join(slow)}." if slow else "Every limit is kept.")


if __name__ == "__main__":
    main()
