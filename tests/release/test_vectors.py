"""The programs' own cryptography answers like the published standards, at their edges too, and never takes a
signature that openssl, minisign or the library `cryptography` refuse."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from amparo.release.manifest import LIST, SIGNATURE
from tests.release.asking import KIT, PROGRAMS, ask, by_script
from tests.release.conftest import Keys
from tests.release.copies import made_up_copy

ORDER = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
RFC_8032 = {
    "empty message": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0"
        "595bbe24655141438e7a100b",
    ),
    "one byte": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eae"
        "b4302aeeb00d291612bb0c00",
    ),
    "two bytes": (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9"
        "716ed28dc027beceea1ec40a",
    ),
}
"""Section 7.1: key, message, signature."""

SMALL = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
)
"""The eight points whose order divides eight: as keys they can be made to sign anything."""

BEYOND = tuple((P + n).to_bytes(32, "little").hex() for n in range(19)) + tuple(
    (P + n | 1 << 255).to_bytes(32, "little").hex() for n in (0, 1, 18)
)
"""Second spellings of the points 0 to 18."""

NO_X = tuple((y | 1 << 255).to_bytes(32, "little").hex() for y in (1, P - 1))
"""A sign where there is nothing to sign: x is 0."""

TOOLS = "sh awk sed od tr dd cp mv cat head tail cut sort find "
TOOLS += "xargs sha256sum grep mktemp rm wc base64 date dirname minisign"
"""What verify.sh needs without openssl."""

SECRET = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"an invented key").digest())
KEY = SECRET.public_key().public_bytes_raw()
Signed = tuple[bytes, bytes, bytes]


def with_number(signature: bytes, number: int) -> bytes:
    """A signature with another second half."""
    return signature[:32] + number.to_bytes(32, "little")


def half(signature: bytes) -> int:
    """The number in the second half."""
    return int.from_bytes(signature[32:], "little")


def anything(verify: ModuleType, key: str, message: bytes) -> Signed:
    """A signature that holds by the bare equation when the key is a small point and the hash suits: R is a
    multiple of the base."""
    point = verify._times(7, verify.BASE)
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    r = (y | (x & 1) << 255).to_bytes(32, "little")
    return bytes.fromhex(key), message, r + (7).to_bytes(32, "little")


def cases(verify: ModuleType) -> dict[str, tuple[Signed, bool]]:
    """Every case with its right answer."""
    found: dict[str, tuple[Signed, bool]] = {}
    for name, parts in RFC_8032.items():
        key, message, signature = map(bytes.fromhex, parts)
        found[f"RFC 8032: {name}"] = ((key, message, signature), True)
        found[f"RFC 8032: {name}, another message"] = ((key, message + b"\0", signature), False)
    for length in (0, 1, 31, 32, 47, 48, 63, 64, 65, 111, 112, 127, 128, 129, 1023, 1 << 20):
        message = bytes(n % 251 for n in range(length))
        found[f"{length} bytes"] = ((KEY, message, SECRET.sign(message)), True)
    message, signature = b"one message", SECRET.sign(b"one message")
    for name, number in {
        "S and the order": half(signature) + ORDER,
        "S and twice the order": half(signature) + 2 * ORDER,
        "S and eight times the order": half(signature) + 8 * ORDER,
        "S with its topmost bit": half(signature) | 1 << 255,
        "S with bit 254": half(signature) | 1 << 254,
        "S with bit 253": half(signature) | 1 << 253,
        "S is 0": 0,
        "S is the order": ORDER,
        "S is the order less one": ORDER - 1,
        "S is all ones": 2**256 - 1,
        "S turned round": ORDER - half(signature),
    }.items():
        found[name] = ((KEY, message, with_number(signature, number)), False)
    for bit in range(0, 512, 7):
        flipped = bytes(byte ^ (1 << bit % 8 if n == bit // 8 else 0) for n, byte in enumerate(signature))
        found[f"bit {bit} of the signature"] = ((KEY, message, flipped), False)
    for bit in range(0, 256, 7):
        flipped = bytes(byte ^ (1 << bit % 8 if n == bit // 8 else 0) for n, byte in enumerate(KEY))
        found[f"bit {bit} of the key"] = ((flipped, message, signature), False)
    found["halves swapped"] = ((KEY, message, signature[32:] + signature[:32]), False)
    for name, points in {"small": SMALL, "beyond": BEYOND, "no x": NO_X}.items():
        for point in points:
            raw = bytes.fromhex(point)
            found[f"{name} key {point}"] = ((raw, message, signature), False)
            found[f"{name} R {point}"] = ((KEY, message, raw + signature[32:]), False)
            found[f"{name} key and R {point}"] = ((raw, message, raw + bytes(32)), False)
            # One in eight messages suits a point of order eight.
            for n in range(16 if name == "small" else 1):
                forged = anything(verify, point, b"forged %d" % n)
                found[f"{name} key {point}, forged {n}"] = (forged, False)
    for y in (2, 7, 8, 11, 12, 13, P - 2):
        found[f"y = {y} is no point"] = ((y.to_bytes(32, "little"), message, signature), False)
    return found


@pytest.fixture(scope="module")
def table(verify: ModuleType) -> dict[str, tuple[Signed, bool]]:
    """The cases."""
    return cases(verify)


def differing(table: dict[str, tuple[Signed, bool]], answers: list[bool]) -> list[str]:
    """Names of the cases with another answer than the right one."""
    return [name for (name, (_, right)), got in zip(table.items(), answers, strict=True) if got != right]


def test_verify_py_answers_every_case(table: dict, verify: ModuleType) -> None:
    assert (
        len(table) > 300 and differing(table, [verify.is_signed(*case) for case, _ in table.values()]) == []
    )


def test_check_js_answers_every_case(table: dict) -> None:
    assert differing(table, by_script(signed=[case for case, _ in table.values()])["signed"]) == []


def test_whatever_ours_take_cryptography_takes_too(table: dict) -> None:
    """The other way round it takes more: keys of a small order, which openssl leaves to its callers."""

    def takes(key: bytes, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    wrong = differing(table, [takes(*case) for case, _ in table.values()])

    assert all("small" in name or "beyond" in name or "no x" in name for name in wrong)
    assert any("forged" in name for name in wrong), "no forged signature that the equation alone would take"


def test_sums_are_those_of_hashlib_at_every_length_around_the_blocks() -> None:
    messages = [bytes(n % 253 for n in range(length)) for length in (*range(300), 4095, 65536, 1 << 20)]
    messages += [b"abc", b"a" * 1000]

    sums = by_script(messages=messages)["sums"]

    assert sums == [[hashlib.sha256(one).hexdigest(), hashlib.sha512(one).hexdigest()] for one in messages]
    assert sums[-2][0] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sums[-2][1].startswith("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a")


# Whole copies, as an attacker would hand them over: the same cases through the doors of all programs


def _write(copy: Path, key_id: bytes, first: bytes, comment: str, second: bytes) -> None:
    lines = [b"Ed" + key_id + first, second]
    texts = [base64.b64encode(line).decode() for line in lines]
    (copy / SIGNATURE).write_text(
        f"untrusted comment: signature of SHA256SUMS\n{texts[0]}\ntrusted comment: {comment}\n{texts[1]}\n"
    )


def _forge(copy: Path, keys: Keys, verify: ModuleType, how: str, folder: Path) -> Path:
    """Change the signature file in one way; gives the key with which it is to be checked."""
    lines = (copy / SIGNATURE).read_text().split("\n")
    first, second = base64.b64decode(lines[1]), base64.b64decode(lines[3])
    comment, key = lines[2].removeprefix("trusted comment: "), keys.public
    key_id, first = first[2:10], first[10:]
    if how == "S and the order":
        first = with_number(first, half(first) + ORDER)
    elif how == "S and the order in the second":
        second = with_number(second, half(second) + ORDER)
    elif how == "short":
        first = first[:-1]
    elif how == "long":
        second += b"\0"
    elif how == "no point":
        first = (2).to_bytes(32, "little") + first[32:]
    else:
        small = bytes.fromhex(SMALL[int(how)])
        key = folder / "small.pub"
        key.write_text(f"untrusted comment: x\n{base64.b64encode(b'Ed' + key_id + small).decode()}\n")
        first = anything(verify, SMALL[int(how)], b"")[2]
        second = first
    _write(copy, key_id, first, comment, second)
    return key


HOW = {
    "S and the order": "bad-signature",
    "S and the order in the second": "bad-comment",
    "short": "bad-signature-file",
    "long": "bad-signature-file",
    "no point": "bad-signature",
    **{str(n): "bad-signature" for n in range(len(SMALL))},
}


@pytest.mark.parametrize("how", HOW)
def test_copy_with_a_forged_signature_is_refused_by_all_and_by_minisign(
    how: str, keys: Keys, verify: ModuleType, tmp_path: Path
) -> None:
    copy = made_up_copy(tmp_path / "copy", keys.secret)
    key = _forge(copy, keys, verify, how, tmp_path)

    said = {name: ask(name, KIT, str(copy), str(key), "--today", "2026-12-01") for name in PROGRAMS}
    html = by_script(copies=[(copy, [key.read_text()], {"today": "2026-12-01"})])["found"][0]
    mini = subprocess.run(["minisign", "-Vqm", copy / LIST, "-p", key], capture_output=True)

    assert {name: (one.code, one.codes[1:]) for name, one in said.items()} == dict.fromkeys(
        PROGRAMS, (1, (HOW[how],))
    )
    assert html["reasons"][0][0] == HOW[how] and mini.returncode != 0


def test_verify_sh_gives_the_same_answers_with_minisign_alone(
    keys: Keys, verify: ModuleType, tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in TOOLS.split():
        (tools / name).symlink_to(shutil.which(name))
    for how in ("", *HOW):
        copy = made_up_copy(tmp_path / f"copy {how}", keys.secret)
        key = _forge(copy, keys, verify, how, tmp_path) if how else keys.public
        done = subprocess.run(
            ["sh", str(KIT / "verify.sh"), str(copy), str(key), "--today", "2026-12-01"],
            env={"PATH": str(tools), "LANG": "en"},
            capture_output=True,
            text=True,
        )
        said = done.stdout.split("\n")
        if how:
            # minisign checks both at once: it does not tell which of the two was wrong.
            assert done.returncode == 1 and said[3] in (HOW[how], "bad-signature"), (how, done.stdout)
        else:
            assert done.returncode == 0, done.stdout + done.stderr
