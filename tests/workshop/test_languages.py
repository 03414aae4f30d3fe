"""In Arabic the core session, its handouts and the half-day agenda are whole; in Spanish everything is."""

from __future__ import annotations

from pathlib import Path

from tests.site.document import parse
from tests.workshop import curriculum

CORE = "international-protection-mechanisms"


def untranslated(page: Path) -> list[str]:
    """Texts of a page that are still English."""
    return [part.text for part in parse(page.read_text("utf-8")).all(".untranslated")]


def test_core_session_its_handouts_and_the_half_day_are_whole_in_arabic(site: Path) -> None:
    home = site / "ar/workshop"
    agenda = curriculum.records("agendas")["half-day"]
    sessions = {slot["session"] for slot in agenda["days"][0]["items"] if "session" in slot}
    handouts = {h for id in sessions for h in curriculum.session(id).get("handouts", [])} | set(
        agenda["hand_out_anyway"]
    )
    pages = [home / f"sessions/{id}.html" for id in sessions] + [
        home / f"handouts/{h}.html" for h in handouts
    ]
    pages += (
        [home / f"print/{h}.html" for h in handouts]
        + sorted(home.glob("print/agenda-half-day-*.html"))
        + sorted(home.glob("print/helpers-*.html"))
    )
    pages += [home / f"print/session-{CORE}-{who}.html" for who in ("facilitator", "participants", "cut")]
    pages += [
        home / name
        for name in (
            "index.html",
            "sessions/index.html",
            "handouts/index.html",
            "agendas/index.html",
            "agendas/half-day.html",
            "print/index.html",
            "plans/index.html",
            f"take/{CORE}.html",
        )
    ]

    assert (
        len(pages) > 60 and {page.name: untranslated(page)[:3] for page in pages if untranslated(page)} == {}
    )


def test_every_sheet_is_whole_in_spanish(site: Path) -> None:
    pages = sorted((site / "es/workshop").rglob("*.html"))

    assert (
        len(pages) > 300 and {page.name: untranslated(page)[:3] for page in pages if untranslated(page)} == {}
    )
