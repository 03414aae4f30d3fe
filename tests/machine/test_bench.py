"""The bench measures what it says, and runs to its end whatever fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import before, hugo, stock
from tests.bench.__main__ import Run
from tests.bench.measured import Build, Cost, Failed, run_words
from tests.bench.report import Figures, table
from tests.conftest import LANGUAGES

TWO = """
import os, time
held = bytearray(b"x" * 40_000_000)
child = os.fork()
if not child:
    more = bytearray(b"y" * 40_000_000)
    time.sleep(1)
    os._exit(0)
os.waitpid(child, 0)
"""
"""Two processes that share 40 MB; the second has 40 MB more."""


def test_memory_is_that_of_all_processes_with_what_they_share_once(tmp_path: Path) -> None:
    cost = run_words(tmp_path, [sys.executable, "-c", TWO], {})

    assert 80 < cost.memory_mb < 115 and cost.seconds >= 1


def test_a_command_that_fails_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such thing"):
        run_words(tmp_path, [sys.executable, "-c", "raise SystemExit('no such thing')"], {})


def figures(missing: dict[str, str], before: float | None = None) -> Figures:
    """Those of a site of 1,000 pages in two seconds."""

    def build(seconds: float) -> Build:
        return Build(Cost(seconds, seconds, 400.0), 1000, 1_000_000)

    return Figures(build(2.0), build(before) if before else None, missing=missing)


def test_parts_that_fail_are_named_with_their_reason_and_the_others_go_on() -> None:
    this = Run()

    assert this.part("Going there", lambda: 1 / 0) is None
    assert this.part("Leaving", lambda: sys.exit("the door is shut")) is None
    assert this.part("Staying", lambda: 7) == 7
    said = table(figures(this.missing))
    assert "Not measured: Going there: ZeroDivisionError" in said and "the door is shut" in said


def test_limits_say_which_promise_is_kept() -> None:
    said = table(figures({}, before=1.0))
    lines = [line for line in said.split("\n") if "a page" in line and "  " in line.strip()]

    assert [line.split()[-1] for line in lines if "1.600" in line or "1.100" in line] == ["KEPT", "KEPT"]
    assert "NOT KEPT" in said and "2.000     1.600" in said and "2.000     1.100" in said
    assert "400.000   500.000  ok" in said


def test_commit_before_is_the_last_one_that_differs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def git(*words: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        return subprocess.run(
            ["git", *who, *words], cwd=tmp_path, capture_output=True, text=True
        ).stdout.strip()

    monkeypatch.setattr(before, "ROOT", tmp_path)
    assert before.commit_before() is None
    git("init", "-q")
    for name in ("data", "docs", "hooks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("one", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("one", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "one")
    first = git("rev-parse", "HEAD")
    (tmp_path / "data/a.txt").write_text("two", "utf-8")
    changed = before.commit_before()
    git("commit", "-qam", "two")

    assert changed == first and before.commit_before() == first
    project = before.write_project(first, tmp_path / "before")
    assert (project / "data/a.txt").read_text("utf-8") == "one"


@pytest.mark.skipif(not hugo.is_here(), reason="hugo is not here: the bench says so too")
def test_hugo_builds_every_page_in_every_language(tmp_path: Path) -> None:
    pages = [("index", "Start"), ("one/index", "List"), ("one/two", "Page")]
    for code in LANGUAGES:
        suffix = ".md" if code == LANGUAGES[0] else f".{code}.md"
        for name, words in pages:
            file = tmp_path / "stock/docs" / f"{name}{suffix}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"# {words} {code}\n", "utf-8")

    cost, count = hugo.build(tmp_path / "stock", tmp_path / "hugo")

    built = {(language, address) for language, address, _ in stock.pages_of(tmp_path / "hugo/public")}
    assert count == len(built) == len(pages) * len(LANGUAGES) and cost.seconds > 0
    said = (tmp_path / "hugo/public/ar/one/two.html").read_text("utf-8")
    assert "<h1" in said and "Page ar" in said
