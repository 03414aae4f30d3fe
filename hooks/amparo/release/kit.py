"""The programs that travel with every copy: they check it, keep a mirror fresh and set up its server."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path
from types import ModuleType

from amparo.pages.renderer import Renderer
from amparo.project import Project

FOLDER = "kit"
"""Folder of the programs in every copy, and its name in the project."""

PLACES = {"style-src": "@STYLE@", "script-src": "@SCRIPT@"}
"""Where the files for servers name what some pages carry inside."""

SOUNDS = "media-src 'self'"
"""What the policy of a page with a player adds."""

MEDIA = "@MEDIA@"
"""Where they allow sounds, in copies that have some."""

_POLICY = re.compile(rb'Content-Security-Policy" content="([^"]*)"')
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


def write_kit(project: Project, tree: Path, renderers: Mapping[str, Renderer]) -> None:
    """Put the programs, their words in every language, the files for servers and the public keys into a
    tree."""
    kit = tree / FOLDER
    shutil.rmtree(kit, ignore_errors=True)
    shutil.copytree(
        project.find(FOLDER), kit, ignore=shutil.ignore_patterns("__pycache__"), copy_function=copy_text
    )
    allowed, sounds = hashes_in(tree), has_sounds(tree)
    for file in (kit / "servers").iterdir():
        text = file.read_text("utf-8")
        for directive, place in PLACES.items():
            text = text.replace(f" {place}", "".join(f" {one}" for one in allowed[directive]))
        text = text.replace(f" {MEDIA}", f" {SOUNDS};" if sounds else "")
        file.write_text(text, "utf-8", newline="\n")
    (kit / "words.tsv").write_text(words(renderers), "utf-8", newline="\n")
    (kit / "keys").mkdir()
    for key in project.public_keys():
        copy_text(key, kit / "keys" / key.name)


def copy_text(source: Path | str, target: Path | str) -> None:
    """Copy a text with the line ends of every release, whatever an editor made of them: sh reads no other."""
    Path(target).write_bytes(Path(source).read_bytes().replace(b"\r\n", b"\n"))


def hashes_in(tree: Path) -> dict[str, list[str]]:
    """The styles and scripts that pages carry inside, by directive, as their own policies allow them."""
    found: dict[str, set[str]] = {directive: set() for directive in PLACES}
    for file in tree.rglob("*.html"):
        with file.open("rb") as page:
            policy = _POLICY.search(page.read(2000))
        for rule in unescape(policy[1].decode()).split(";") if policy else ():
            directive = rule.split()[0]
            if directive in found:
                found[directive].update(_HASH.findall(rule))
    return {directive: sorted(hashes) for directive, hashes in found.items()}


def has_sounds(tree: Path) -> bool:
    """Whether a page of a copy can be heard."""
    for file in tree.rglob("*.html"):
        with file.open("rb") as page:
            policy = _POLICY.search(page.read(2000))
        if policy and SOUNDS in unescape(policy[1].decode()):
            return True
    return False


def words(renderers: Mapping[str, Renderer]) -> str:
    """What the programs say: a table with a column a language."""
    columns = {language: renderer.lines("kit/words.html") for language, renderer in renderers.items()}
    rows = [["code", *columns]]
    for code in next(iter(columns.values())):
        rows.append([code, *(column[code] for column in columns.values())])
    return "".join("\t".join(row) + "\n" for row in rows)


def checker(project: Project) -> ModuleType:
    """The program that checks copies, so that the release is made and checked by the same rules."""
    return _program(project.find(f"{FOLDER}/verify.py"))


@cache
def _program(file: Path) -> ModuleType:
    """A program as a module."""
    spec = importlib.util.spec_from_file_location("verify", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{FOLDER}/verify.py cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
