"""What tests of the built site share: every page, read once."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.site.rules import Seen, look

NEUTRAL = "assets/1-10.html"
"""The page that hides this site is no page of it."""

ALONE = "workshop/take/"
"""Files to carry away lead nowhere and have no menu: tests/workshop looks at them."""

POCKET = "pocket-"
"""Pocket editions have rules of their own: tests/pocket."""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Seen]:
    """All pages by address."""
    addresses = sorted(
        file.relative_to(site).as_posix() for file in site.rglob("*.html") if ALONE not in file.as_posix()
    )
    addresses = [address for address in addresses if address != NEUTRAL and not address.startswith(POCKET)]
    with ProcessPoolExecutor() as pool:
        return {page.address: page for page in pool.map(partial(look, site), addresses, chunksize=50)}
