"""Adds our own assets to a built tree and makes its files the same on every machine."""

from __future__ import annotations

import json
import os
from pathlib import Path

from amparo.pages import signs
from amparo.pages.layout import style_name
from amparo.pages.site import Site
from amparo.pages.style import JOINED, read_style, smaller_script
from amparo.project import Project
from amparo.release.kit import copy_text, write_kit


def finish(project: Project, tree: Path, site: Site) -> None:
    """Copy style, script, the neutral page and the programs that check a copy; make all modes the same."""
    assets = tree / "assets"
    assets.mkdir(exist_ok=True)
    for file in project.files("theme/assets"):
        if file.suffix == ".css":
            name = style_name(site.settings.flavour) if file.name == "amparo.css" else file.name
            style = read_style(file)
            text = style.whole if site.settings.flavour.is_for_files else style.text
            if file.name == "amparo.css":
                text += _margins(site)
                if site.sounds:
                    text += read_style(project.find("theme/listening.css")).text
            (assets / name).write_text(text, "utf-8", newline="\n")
        elif file.suffix == ".js":
            (assets / file.name).write_text(smaller_script(file.read_text("utf-8")), "utf-8", newline="\n")
        else:
            copy_text(file, assets / file.name)
    for name, files in JOINED.items():
        scripts = (smaller_script(project.find(f"theme/{file}").read_text("utf-8")) for file in files)
        (assets / name).write_text("".join(scripts), "utf-8", newline="\n")
    _write_signs(project, tree, site)
    write_kit(project, tree, site.renderers)
    normalise(tree)


def _write_signs(project: Project, tree: Path, site: Site) -> None:
    """Put in the signs that pages name as files, and the licences of all drawings: they travel together."""
    found = dict(signs.files(site))
    if found:
        (tree / signs.FOLDER).mkdir(parents=True, exist_ok=True)
        for place, drawing in found.items():
            (tree / place).write_text(drawing, "utf-8", newline="\n")
        for file in project.files("data/signs", "*.txt"):
            copy_text(file, tree / signs.FOLDER / file.name)


def _margins(site: Site) -> str:
    """The day of the facts at the foot of every printed page, in the language of the page."""
    words = {
        code: str(renderer.fill("parts/facts.html", **site.layout.days(code)).striptags())
        for code, renderer in site.renderers.items()
    }
    rules = (
        f":lang({code}){{--facts:{json.dumps(said, ensure_ascii=False)}}}" for code, said in words.items()
    )
    return "".join(rules) + "@page{@bottom-left{content:var(--facts)}}"


def normalise(tree: Path) -> None:
    """Give every file mode 0644 and every folder 0755."""
    for folder, _, files in os.walk(tree):
        Path(folder).chmod(0o755)
        for name in files:
            (Path(folder) / name).chmod(0o644)
