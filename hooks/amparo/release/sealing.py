"""Signs a whole release: every copy in it, then the list of everything. Needs only `dist/` and the key, so
that it can be done on a machine that is never online."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from minisign import SecretKey

from amparo.copies.archive import pack, unpacked
from amparo.release.facts import Facts
from amparo.release.manifest import LIST, SIGNATURE, write_list
from amparo.release.packed import add_signatures
from amparo.release.signing import sign, signature


def seal(dist: Path, key: SecretKey, facts: Facts) -> None:
    """Sign all copies that release.json names. A second time replaces the signatures."""
    said = facts["version"], facts["date"], facts["expires"]
    (dist / SIGNATURE).unlink(missing_ok=True)
    for copy in facts["copies"].values():
        place = dist / copy["place"]
        if place.is_dir():
            sign(place, key, *said)
            (place / SIGNATURE).chmod(0o644)
        else:
            _sign_inside(place, key, *said)
    for archive in sorted((dist / "changes").glob("*.zip")):
        _sign_inside(archive, key, *said)
    add_signatures(dist)
    write_list(dist)
    sign(dist, key, *said)
    (dist / SIGNATURE).chmod(0o644)


def _sign_inside(archive: Path, key: SecretKey, version: int, day: str, expires: str) -> None:
    """Put the signature beside the list in a zip: it must travel with the copy."""
    members = unpacked(archive)
    list = next(name for name in members if name.rpartition("/")[2] == LIST)
    members[list.removesuffix(LIST) + SIGNATURE] = signature(key, members[list], version, day, expires)
    pack(archive, members, date.fromisoformat(day))
