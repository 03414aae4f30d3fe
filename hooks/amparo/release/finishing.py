"""Adds our own assets to a built tree and makes its files the same on every machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from amparo.pages.layout import style_name
from amparo.pages.renderer import Renderer
from amparo.pages.style import read_style, smaller_script
from amparo.release.kit import write_kit
from amparo.settings import Settings
from amparo.text.catalogue import read_translations
from amparo.text.voice import Voice


def finish(root: Path, tree: Path, settings: Settings) -> None:
    """Copy style, script, the neutral page and the programs that check a copy; make all modes the same."""
    assets = tree / "assets"
    assets.mkdir(exist_ok=True)
    for file in sorted((root / "hooks/theme/assets").iterdir()):
        if file.suffix == ".css":
            name = style_name(settings.flavour) if file.name == "amparo.css" else file.name
            (assets / name).write_text(read_style(file).text, "utf-8")
        elif file.suffix == ".js":
            (assets / file.name).write_text(smaller_script(file.read_text("utf-8")), "utf-8")
        else:
            shutil.copyfile(file, assets / file.name)
    write_kit(
        root,
        tree,
        {
            code: Renderer(root / "hooks/templates", Voice(code, read_translations(root, code)))
            for code, _ in settings.languages
        },
    )
    normalise(tree)


def normalise(tree: Path) -> None:
    """Give every file mode 0644 and every folder 0755."""
    for folder, _, files in os.walk(tree):
        Path(folder).chmod(0o755)
        for name in files:
            (Path(folder) / name).chmod(0o644)
