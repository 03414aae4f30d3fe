"""What tests of the built site share: every page, read once."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import once
from tests.site.rules import Seen, look

NEUTRAL = "assets/1-10.html"
"""The page that hides this site is no page of it."""

ALONE = "workshop/take/"
"""Files to carry away lead nowhere and have no menu: tests/workshop looks at them."""

POCKET = "pocket-"
"""Pocket editions have rules of their own: tests/pocket."""


@pytest.fixture(scope="session")
def pages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """All pages by address, looked at once a test run whichever of its processes asks."""
    folder = once(tmp_path_factory, "seen", lambda folder: keep(look_at_all(site), folder))
    return pickle.loads((folder / "pages").read_bytes())


def keep(pages: dict[str, Seen], folder: Path) -> None:
    """Write down what was seen, for the other processes of this test run."""
    folder.mkdir()
    (folder / "pages").write_bytes(pickle.dumps(pages))


def look_at_all(site: Path) -> dict[str, Seen]:
    """Every page of the site, by address."""
    addresses = sorted(
        file.relative_to(site).as_posix() for file in site.rglob("*.html") if ALONE not in file.as_posix()
    )
    addresses = [address for address in addresses if address != NEUTRAL and not address.startswith(POCKET)]
    with ProcessPoolExecutor() as pool:
        return {page.address: page for page in pool.map(partial(look, site), addresses, chunksize=50)}
