"""The figures of the bench as a person reads them, and as `build/bench.json` keeps them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.browsing import View
from tests.bench.measured import Build


@dataclass(frozen=True)
class Limit:
    """A promise about speed."""

    what: str
    """In words."""

    value: float
    """Measured."""

    most: float
    """Largest value that keeps the promise."""

    @property
    def is_kept(self) -> bool:
        """Whether the promise holds."""
        return self.value <= self.most


@dataclass(frozen=True)
class Figures:
    """Everything that one run measured."""

    ours: Build
    stock: Build
    tenfold: Build
    our_views: dict[str, View]
    stock_views: dict[str, View]
    compared: tuple[int, int]
    """Pages that say the same words in both sites, of how many that were compared."""
    records: tuple[int, int]
    """Organisations in the normal build and in the tenfold one."""
    edit_seconds: float
    check_seconds: float
    printed_seconds: tuple[float, float]
    """All PDFs in all languages: made from nothing, and once more when nothing has changed."""
    printed: int
    """How many PDFs."""

    @property
    def limits(self) -> list[Limit]:
        """The promises. Each number stands here only."""
        return [
            Limit("build, time against stock", self.ours.cost.seconds / self.stock.cost.seconds, 0.35),
            Limit(
                "ten times the records, time a page against normal",
                self.tenfold.ms_a_page / self.ours.ms_a_page,
                1.25,
            ),
            Limit(
                "one edit in the preview, against a full build",
                self.edit_seconds / self.ours.cost.seconds,
                0.25,
            ),
            Limit("check of all data, seconds", self.check_seconds, 3),
            Limit("all PDFs from nothing, seconds", self.printed_seconds[0], 180),
            Limit(
                "all PDFs unchanged, against from nothing",
                self.printed_seconds[1] / self.printed_seconds[0],
                0.75,
            ),
            *(
                Limit(f"first paint at 2G, {language}, seconds", view.first_paint_ms / 1000, 4)
                for language, view in self.our_views.items()
            ),
        ]

    def rows(self) -> list[tuple[str, float, float]]:
        """What is compared with stock: words, ours, stock."""
        rows: list[tuple[str, float, float]] = [
            ("pages in three languages", self.ours.pages, self.stock.pages),
            ("build, seconds", self.ours.cost.seconds, self.stock.cost.seconds),
            ("build, processor seconds", self.ours.cost.processor_seconds, self.stock.cost.processor_seconds),
            ("milliseconds a page", self.ours.ms_a_page, self.stock.ms_a_page),
            ("peak memory, MB", self.ours.cost.memory_mb, self.stock.cost.memory_mb),
            ("site, MB", self.ours.site_bytes / 1e6, self.stock.site_bytes / 1e6),
        ]
        for language, ours in self.our_views.items():
            stock = self.stock_views[language]
            rows += [
                (
                    f"first view {language}, kB gzip",
                    ours.bytes_with_script / 1e3,
                    stock.bytes_with_script / 1e3,
                ),
                (
                    f"first view {language}, kB gzip, no script",
                    ours.bytes_without_script / 1e3,
                    stock.bytes_without_script / 1e3,
                ),
                (
                    f"first paint {language} at 2G, seconds",
                    ours.first_paint_ms / 1e3,
                    stock.first_paint_ms / 1e3,
                ),
            ]
        return rows


BUSY = 1.2
"""Builds use one processor all the time. Much more time on the wall than on the processor means others were
at work."""


def table(figures: Figures) -> str:
    """All figures as text."""
    same, compared = figures.compared
    before, after = figures.records
    lines = [
        f"{'':44}{'ours':>10}{'stock':>10}{'ours/stock':>12}",
        *(
            f"{what:44}{_number(ours):>10}{_number(stock):>10}{ours / stock:>12.3f}"
            for what, ours, stock in figures.rows()
        ),
        "",
        f"Same words on {same} of {compared} compared pages.",
        f"Ten times the records ({before} to {after}): {figures.tenfold.pages} pages, "
        f"{figures.tenfold.cost.seconds:.1f} s, "
        f"{figures.tenfold.ms_a_page:.2f} ms a page, {figures.tenfold.cost.memory_mb:.0f} MB.",
        f"One edit in the preview: {figures.edit_seconds * 1000:.0f} ms. "
        f"Check of all data: {figures.check_seconds:.2f} s.",
        f"{figures.printed} PDFs: {figures.printed_seconds[0]:.1f} s from nothing, "
        f"{figures.printed_seconds[1]:.1f} s when nothing has changed.",
        "",
        f"{'Limits':52}{'measured':>10}{'at most':>10}",
        *(
            f"{limit.what:52}{limit.value:>10.2f}{limit.most:>10.2f}  {'ok' if limit.is_kept else 'too slow'}"
            for limit in figures.limits
        ),
    ]
    builds = (figures.ours, figures.stock, figures.tenfold)
    if any(build.cost.seconds > BUSY * build.cost.processor_seconds for build in builds):
        lines += [
            "",
            "The machine was busy with other work: the seconds are too high. "
            "Run this again when it is quiet.",
        ]
    return "\n".join(lines)


def write(figures: Figures, file: Path) -> None:
    """Keep the figures for machines."""
    kept: dict[str, Any] = {
        "ours": _build(figures.ours),
        "stock": _build(figures.stock),
        "tenfold": _build(figures.tenfold),
        "compared": dict(zip(("same_words", "pages"), figures.compared, strict=True)),
        "landing": {
            "ours": {language: asdict(view) for language, view in figures.our_views.items()},
            "stock": {language: asdict(view) for language, view in figures.stock_views.items()},
        },
        "edit_seconds": figures.edit_seconds,
        "check_seconds": figures.check_seconds,
        "records": dict(zip(("normal", "tenfold"), figures.records, strict=True)),
        "ratios": {what: ours / stock for what, ours, stock in figures.rows()},
        "limits": {
            limit.what: {"measured": limit.value, "most": limit.most, "kept": limit.is_kept}
            for limit in figures.limits
        },
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(_rounded(kept), indent=2, sort_keys=True) + "\n", "utf-8")


def _build(build: Build) -> dict[str, Any]:
    return {
        **asdict(build.cost),
        "pages": build.pages,
        "site_bytes": build.site_bytes,
        "ms_a_page": build.ms_a_page,
    }


def _rounded(value: Any) -> Any:
    """Numbers without digits that mean nothing."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}" if value < 100 else f"{value:.0f}"
