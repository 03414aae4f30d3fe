"""Adds our own assets to a built tree and makes its files the same on every machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from amparo.pages.style import read_style, smaller_script


def finish(root: Path, tree: Path) -> None:
    """Copy style, script and the neutral page; give every file mode 0644 and every folder 0755."""
    assets = tree / "assets"
    assets.mkdir(exist_ok=True)
    for file in sorted((root / "hooks/theme/assets").iterdir()):
        if file.suffix == ".css":
            (assets / file.name).write_text(read_style(file).text, "utf-8")
        elif file.suffix == ".js":
            (assets / file.name).write_text(smaller_script(file.read_text("utf-8")), "utf-8")
        else:
            shutil.copyfile(file, assets / file.name)
    for folder, _, files in os.walk(tree):
        os.chmod(folder, 0o755)
        for name in files:
            os.chmod(os.path.join(folder, name), 0o644)
