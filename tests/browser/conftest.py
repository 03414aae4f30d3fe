"""What browser tests share: the built site on the web, at the root of a server and below a folder of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .serving import Served, serve


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    """The site at the root of a server."""
    with serve(site) as found:
        yield found


@pytest.fixture(scope="session")
def served_below(site: Path) -> Iterator[Served]:
    """The site in a sub-folder of a server."""
    with serve(site, "/some/where/") as found:
        yield found
