"""Names of records for other programs: the same in every copy and release, and no address of any copy."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from amparo.library import Body

SPACE = uuid5(NAMESPACE_URL, "https://schema.org/NGO#defenders")
"""What all of them are made from; it says nothing of the site, because plain copies bear them too."""


def uuid_of(*parts: str) -> str:
    """The UUID of a thing, made from the ids of our records."""
    return str(uuid5(SPACE, "/".join(parts)))


def name_of(body: Body) -> str:
    """The name of a body as linked data has it."""
    return f"urn:uuid:{uuid_of(body.folder, body.id)}"
