"""A small signed copy, and everything that somebody could do to it."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from amparo.release.manifest import LIST, SIGNATURE, write_list
from amparo.release.signing import open_key, sign

DAY, EXPIRES, LATER = "2026-11-21", "2027-05-20", "2027-05-21"
PAGES = (
    "index.html",
    "release.html",
    "safety.html",
    "emergency/index.html",
    "emergency/first-hour.html",
    "about/copies.html",
    "about/facts.html",
    "assets/1-10.html",
    "assets/page.js",
    "assets/amparo.css",
    "kit/words.tsv",
)


def small_copy(site: Path, folder: Path, key: Path, version: int = 2, expires: str = EXPIRES) -> Path:
    """A dozen real files with facts, list and signature."""
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, folder / name)
    facts = (
        f'{{\n  "version": {version},\n  "date": "{DAY}",\n  "expires": "{expires}",\n'
        '  "previous": null\n}\n'
    )
    (folder / "release.json").write_text(facts, "utf-8")
    seal(folder, key, version, expires)
    return folder


def made_up_copy(
    folder: Path, key: Path, version: int = 2, expires: str = EXPIRES, pages: dict[str, str] | None = None
) -> Path:
    """A few invented files with facts, list and signature: no build is needed."""
    texts = {"index.html": "<p>Start</p>\n", "emergency/index.html": f"<p>Release {version}</p>\n"}
    facts = f'{{\n  "version": {version},\n  "date": "{DAY}",\n  "expires": "{expires}",\n  "x": 0\n}}\n'
    for name, text in {**texts, **(pages or {}), "release.json": facts}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    seal(folder, key, version, expires)
    return folder


def seal(folder: Path, key: Path, version: int = 2, expires: str = EXPIRES) -> None:
    """List and sign a folder as it is."""
    write_list(folder)
    sign(folder, open_key(key, ""), version, DAY, expires)


@dataclass(frozen=True)
class Attack:
    """What an attacker has: other releases with real signatures, and a key of her own."""

    older: Path
    """The release before, whole and signed with the right key."""

    stranger: Path
    """Her own secret key."""


def _some(copy: Path, chance: random.Random) -> Path:
    """A file that the list holds."""
    return copy / chance.choice(sorted((*PAGES, "release.json")))


def _flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def flip(copy, chance, attack):
    _flip(_some(copy, chance), chance)


def truncate(copy, chance, attack):
    file = _some(copy, chance)
    os.truncate(file, chance.randrange(file.stat().st_size))


def append(copy, chance, attack):
    with _some(copy, chance).open("ab") as file:
        file.write(chance.choice((b"\n", b" ", b"\0", b"<script src=x.js></script>")))


def delete(copy, chance, attack):
    _some(copy, chance).unlink()


def plant(copy, chance, attack):
    folder = chance.choice(("", "emergency/", "new/", "assets/", "kit/keys/"))
    name = chance.choice(
        (
            "a.html",
            "index.htm",
            ".htaccess",
            "robots.txt",
            "-n",
            "a b.html",
            "ü.html",
            "a\nb",
            "SHA256SUMS.txt",
            "x.html\n./index.html",
        )
    )
    (copy / folder).mkdir(parents=True, exist_ok=True)
    target = copy / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("Call +1 555 0100", "utf-8")


def case_twin(copy, chance, attack):
    file = _some(copy, chance)
    shutil.copyfile(file, file.with_name(file.name.upper()))


def swap(copy, chance, attack):
    one, other = chance.sample(sorted(PAGES), 2)
    (copy / one).rename(copy / "between")
    (copy / other).rename(copy / one)
    (copy / "between").rename(copy / other)


def symlink(copy, chance, attack):
    one, other = chance.sample(sorted(PAGES), 2)
    (copy / one).unlink()
    (copy / one).symlink_to(os.path.relpath(copy / other, (copy / one).parent))


def folder_for_file(copy, chance, attack):
    file = _some(copy, chance)
    file.unlink()
    file.mkdir()
    (file / "index.html").write_text("Call +1 555 0100", "utf-8")


def pipe_for_file(copy, chance, attack):
    file = _some(copy, chance)
    file.unlink()
    os.mkfifo(file)


def old_page(copy, chance, attack):
    shutil.copyfile(attack.older / "release.json", copy / "release.json")


def rollback(copy, chance, attack):
    shutil.rmtree(copy)
    shutil.copytree(attack.older, copy)


def old_list(copy, chance, attack):
    for name in chance.choice(((LIST,), (SIGNATURE,), (LIST, SIGNATURE))):
        shutil.copyfile(attack.older / name, copy / name)


def spoil_list(copy, chance, attack):
    chance.choice(
        (
            lambda: _flip(copy / LIST, chance),
            lambda: os.truncate(copy / LIST, chance.randrange((copy / LIST).stat().st_size)),
            lambda: (copy / LIST).write_bytes((copy / LIST).read_bytes().replace(b"\n", b"\r\n")),
            lambda: (copy / LIST).unlink(),
        )
    )()


def drop_a_line(copy, chance, attack):
    lines = (copy / LIST).read_text().splitlines(True)
    name = lines.pop(chance.randrange(len(lines))).split()[1]
    (copy / LIST).write_text("".join(lines))
    (copy / name).unlink()


def hash_again(copy, chance, attack):
    chance.choice((flip, plant_page, delete))(copy, chance, attack)
    write_list(copy)


def plant_page(copy, chance, attack):
    (copy / "emergency/call.html").write_text("Call +1 555 0100", "utf-8")


def spoil_signature(copy, chance, attack):
    chance.choice(
        (
            lambda: _flip(copy / SIGNATURE, chance),
            lambda: (copy / SIGNATURE).unlink(),
            lambda: os.truncate(copy / SIGNATURE, chance.randrange((copy / SIGNATURE).stat().st_size)),
            lambda: (copy / SIGNATURE).write_bytes(
                (copy / SIGNATURE).read_bytes() + chance.choice((b"\n", b" ", b"x\n"))
            ),
        )
    )()


def edit_comment(copy, chance, attack):
    old, new = chance.choice(
        (
            ("v=2", "v=3"),
            ("v=2", "v=02"),
            (EXPIRES, "2099-05-20"),
            (DAY, "2027-01-01"),
            ("key=", "key= "),
            ("v=2 ", "v=2  "),
        )
    )
    text = (copy / SIGNATURE).read_text()
    (copy / SIGNATURE).write_text(text.replace(old, new))


def another_key(copy, chance, attack):
    chance.choice((flip, plant_page, delete, append))(copy, chance, attack)
    seal(copy, attack.stranger)


def mixed_signature(copy, chance, attack):
    """The first signature of one release with the signed line of another."""
    ours, theirs = ((place / SIGNATURE).read_text().split("\n") for place in (copy, attack.older))
    (copy / SIGNATURE).write_text("\n".join([*ours[:2], *theirs[2:]]))


Mutation = Callable[[Path, random.Random, Attack], None]
MUTATIONS: tuple[Mutation, ...] = (
    flip,
    truncate,
    append,
    delete,
    plant,
    case_twin,
    swap,
    symlink,
    folder_for_file,
    pipe_for_file,
    old_page,
    rollback,
    old_list,
    spoil_list,
    drop_a_line,
    hash_again,
    spoil_signature,
    edit_comment,
    another_key,
    mixed_signature,
)
"""Every kind of tampering: what an attacker can do without the secret key."""
