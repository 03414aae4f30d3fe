"""The figures of the bench as a person reads them, and as `build/bench.json` keeps them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.browsing import View
from tests.bench.measured import Build, Cost


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


@dataclass
class Figures:
    """Everything that one run measured. What could not be measured is None, with the reason in `missing`."""

    ours: Build
    before: Build | None = None
    """The site of the commit before."""
    stock: Build | None = None
    hugo: tuple[Cost, int] | None = None
    """What Hugo's build cost, and its pages."""
    tenfold: Build | None = None
    again_seconds: float | None = None
    """A second build, after one record has changed."""
    our_views: dict[str, View] = field(default_factory=dict)
    stock_views: dict[str, View] = field(default_factory=dict)
    compared: tuple[int, int] | None = None
    """Pages that say the same words in both sites, of how many that were compared."""
    records: tuple[int, int] | None = None
    """Organisations in the normal build and in the tenfold one."""
    edit_seconds: float | None = None
    check_seconds: float | None = None
    """A check of all data that knows nothing from an earlier one."""
    checked_seconds: float | None = None
    """One that does, after one record has changed."""
    printed_seconds: tuple[float, float] | None = None
    """All PDFs in all languages: made from nothing, and once more when nothing has changed."""
    printed: int = 0
    """How many PDFs."""
    missing: dict[str, str] = field(default_factory=dict)
    """What could not be measured, and why."""

    @property
    def limits(self) -> list[Limit]:
        """The promises, as far as they were measured. Each number stands here only."""
        ours = self.ours
        found = [Limit("build, milliseconds a page", ours.ms_a_page, 1.6)]
        found.append(Limit("build, peak memory of all processes, MB", ours.cost.memory_mb, 500))
        if self.stock:
            found.append(
                Limit("build, time against stock", ours.cost.seconds / self.stock.cost.seconds, 0.025)
            )
        if self.before:
            found.append(
                Limit(
                    "build, time a page against the commit before",
                    ours.ms_a_page / self.before.ms_a_page,
                    1.1,
                )
            )
        if self.again_seconds is not None:
            value = self.again_seconds / ours.cost.seconds
            found.append(Limit("second build after one changed record, against a full one", value, 0.15))
        if self.tenfold:
            value = self.tenfold.ms_a_page / ours.ms_a_page
            found.append(Limit("ten times the records, time a page against normal", value, 1.0))
        if self.edit_seconds is not None:
            value = self.edit_seconds / ours.cost.seconds
            found.append(Limit("one edit in the preview, against a full build", value, 0.25))
        if self.check_seconds is not None:
            found.append(Limit("check of all data, seconds", self.check_seconds, 3))
        if self.printed_seconds:
            first, second = self.printed_seconds
            found.append(Limit("all PDFs from nothing, seconds", first, 180))
            found.append(Limit("all PDFs unchanged, against from nothing", second / first, 0.75))
        for language, view in self.our_views.items():
            found.append(Limit(f"first paint at 2G, {language}, seconds", view.first_paint_ms / 1000, 4))
        return found

    def rows(self) -> list[tuple[str, float, float | None, float | None]]:
        """What is compared: words, ours, that of the commit before, stock."""
        rows = [
            (
                what,
                of(self.ours),
                of(self.before) if self.before else None,
                of(self.stock) if self.stock else None,
            )
            for what, of in COMPARED.items()
        ]
        for language, ours in self.our_views.items():
            stock = self.stock_views.get(language)
            for what, name, unit in SEEN:
                other = getattr(stock, name) / unit if stock else None
                rows.append((what.format(language), getattr(ours, name) / unit, None, other))
        return rows


COMPARED = {
    "pages": lambda build: build.pages,
    "build, seconds": lambda build: build.cost.seconds,
    "build, processor seconds": lambda build: build.cost.processor_seconds,
    "milliseconds a page": lambda build: build.ms_a_page,
    "peak memory of all processes, MB": lambda build: build.cost.memory_mb,
    "site, MB": lambda build: build.site_bytes / 1e6,
}
"""What a row says of each build."""

SEEN = (
    ("first view {}, kB gzip", "bytes_with_script", 1e3),
    ("first view {}, kB gzip, no script", "bytes_without_script", 1e3),
    ("first paint {} at 2G, seconds", "first_paint_ms", 1e3),
)
"""Rows about what a visitor waits for: words, figure of a view, unit."""

BUSY = 1.2
"""The stock build uses one processor all the time. Much more time on the wall than on the processor means
others were at work."""


def table(figures: Figures) -> str:
    """All figures as text."""
    lines = [
        f"{'':40}{'ours':>9}{'before':>9}{'stock':>9}{'ours/before':>13}{'ours/stock':>12}",
        *(
            f"{what:40}{_number(ours):>9}{_number(before):>9}{_number(stock):>9}"
            f"{_ratio(ours, before):>13}{_ratio(ours, stock):>12}"
            for what, ours, before, stock in figures.rows()
        ),
        "",
        *_sentences(figures),
        *(f"Not measured: {what}: {why}" for what, why in figures.missing.items()),
        "",
        f"{'Limits':60}{'measured':>10}{'at most':>10}",
        *(
            f"{limit.what:60}{limit.value:>10.3f}{limit.most:>10.3f}  {'ok' if limit.is_kept else 'NOT KEPT'}"
            for limit in figures.limits
        ),
    ]
    alone = figures.stock.cost if figures.stock else figures.ours.cost
    if alone.seconds > BUSY * alone.processor_seconds:
        lines += [
            "",
            "The machine was busy with other work: the seconds are too high. Ratios count, or run this again "
            "when it is quiet.",
        ]
    return "\n".join(lines)


def _sentences(figures: Figures) -> list[str]:
    """What stands in no column."""
    said = []
    if figures.hugo:
        cost, pages = figures.hugo
        said.append(
            f"Hugo with a bare template: {pages} pages of the same words, {cost.seconds:.1f} s, "
            f"{1000 * cost.seconds / pages:.2f} ms a page, {cost.memory_mb:.0f} MB."
        )
    if figures.compared:
        same, compared = figures.compared
        said.append(f"Same words as stock on {same} of {compared} compared pages.")
    if figures.again_seconds is not None:
        said.append(f"A second build after one changed record: {figures.again_seconds:.1f} s.")
    if figures.tenfold and figures.records:
        many = figures.tenfold
        before, after = figures.records
        said.append(
            f"Ten times the records ({before} to {after}): {many.pages} pages, {many.cost.seconds:.1f} s, "
            f"{many.ms_a_page:.2f} ms a page, {many.cost.memory_mb:.0f} MB."
        )
    if figures.edit_seconds is not None:
        said.append(f"One edit in the preview: {figures.edit_seconds * 1000:.0f} ms.")
    if figures.check_seconds is not None:
        said.append(f"Check of all data: {figures.check_seconds:.2f} s from nothing.")
    if figures.checked_seconds is not None:
        said.append(f"Check after one changed record: {figures.checked_seconds:.2f} s.")
    if figures.printed_seconds:
        first, second = figures.printed_seconds
        said.append(
            f"{figures.printed} PDFs: {first:.1f} s from nothing, {second:.1f} s when nothing has changed."
        )
    return said


def write(figures: Figures, file: Path) -> None:
    """Keep the figures for machines."""
    kept: dict[str, Any] = asdict(figures) | {
        "ratios": {
            what: {"before": before and ours / before, "stock": stock and ours / stock}
            for what, ours, before, stock in figures.rows()
        },
        "limits": {
            limit.what: {"measured": limit.value, "most": limit.most, "kept": limit.is_kept}
            for limit in figures.limits
        },
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(_rounded(kept), indent=2, sort_keys=True) + "\n", "utf-8")


def _rounded(value: Any) -> Any:
    """Numbers without digits that mean nothing."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _ratio(ours: float, other: float | None) -> str:
    return f"{ours / other:.3f}" if other else "-"
