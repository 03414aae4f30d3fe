"""What tests of the guided questions share: all their pages, read once a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import LANGUAGES
from tests.triage.walking import Stop, read_all


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the site."""
    return request.param


@pytest.fixture(scope="session")
def stops(site: Path, language: str) -> dict[str, Stop]:
    """All pages of the questions in a language."""
    return read_all(site, language)
