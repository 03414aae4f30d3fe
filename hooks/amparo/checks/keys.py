"""Keys in the project are public ones. A secret key that was pushed once is lost for ever."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator

from amparo.project import Project
from amparo.source import Problem

SECRET = re.compile(
    rb"(?:encrypted|minisign) secret"
    + rb" key|BEGIN [A-Z ]*PRIVATE"
    + rb" KEY|\bRW(?:RTY0|QAAE)Iy[A-Za-z0-9+/]{150}"
)
"""What secret keys of minisign and of others begin with."""

HINTS = (b"secret", b"PRIVATE", b"RWRTY0", b"RWQAAE")
"""What stands in each of them, quick to look for."""

REMOVE = "remove the file and its history, and use a new key: this one is no longer secret"


def check(project: Project) -> Iterator[Problem]:
    """No file holds a secret key, and `data/keys` holds only public keys of minisign."""
    for file in project.written():
        content = file.read_bytes()
        found = SECRET.search(content) if any(sign in content for sign in HINTS) else None
        name = project.name_of(file)
        if found:
            yield Problem(name, content.count(b"\n", 0, found.start()) + 1, 1, "", "a secret key", REMOVE)
        elif project.is_key(file) and file.name != "README.md" and not _is_public_key(file.name, content):
            yield Problem(
                name,
                1,
                1,
                "",
                "this is not a public key of minisign",
                "a file of two lines as minisign writes it, its name ending in .pub",
            )


def _is_public_key(name: str, content: bytes) -> bool:
    """Whether a file is what `minisign -G` writes beside a secret key."""
    lines = content.split(b"\n")
    if not name.endswith(".pub") or len(lines) < 2 or not lines[0].startswith(b"untrusted comment: "):
        return False
    try:
        data = b64decode(lines[1].strip(), validate=True)
    except ValueError:
        return False
    return len(data) == 42 and data[:2] == b"Ed"
