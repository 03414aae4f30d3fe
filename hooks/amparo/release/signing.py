"""Signs lists in minisign's legacy form: Ed25519 over the file itself, so that openssl and browsers can check
it too."""

from __future__ import annotations

import getpass
from base64 import b64decode
from pathlib import Path

from minisign import Error, SecretKey

from amparo.release.manifest import LIST, SIGNATURE

UNTRUSTED = "signature of SHA256SUMS"
"""The first line of every signature. Our programs accept no other, so that not one sign can be changed."""


def open_key(file: Path, password: str | None = None) -> SecretKey:
    """A secret key, ready to sign. `password` None: ask for it when the key has one. Raises `ValueError` in
    words."""
    try:
        key = SecretKey.from_file(file)
        if key.is_encrypted():
            key.decrypt(getpass.getpass("Password of the key: ") if password is None else password)
        return key
    except OSError as error:
        raise ValueError(f"{file}: {error.strerror}") from None
    except Error as error:
        raise ValueError(f"{file}: {error}") from None


def key_id(key: SecretKey) -> str:
    """The id of a key as minisign prints it."""
    return b64decode(key.get_public_key().to_base64())[9:1:-1].hex().upper()


def sign(folder: Path, key: SecretKey, version: int, day: str, expires: str) -> None:
    """Write the signature beside the list of a folder."""
    (folder / SIGNATURE).write_bytes(signature(key, (folder / LIST).read_bytes(), version, day, expires))


def signature(key: SecretKey, content: bytes, version: int, day: str, expires: str) -> bytes:
    """The signature of a list, with version and dates in the signed line."""
    comment = f"v={version} date={day} expires={expires} key={key_id(key)}"
    return (
        bytes(key.sign(content, prehash=False, untrusted_comment=UNTRUSTED, trusted_comment=comment)) + b"\n"
    )
