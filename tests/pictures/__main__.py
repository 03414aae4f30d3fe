"""Takes the pictures of the README from a finished site: `python -m tests.pictures`, about five seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.pictures import png

HERE = Path(__file__).resolve().parent

SHOWN = "emergency/countries/gt.html"
"""The page in both pictures: a country with telephone lines of its own, and with bodies near."""

DOTS = 66
"""Dots an inch of the printed front: letters can be read, and the file stays small."""


def take(site: Path, folder: Path) -> list[Path]:
    """Take both pictures of a finished site and put them into a folder. Returns their files."""
    with tempfile.TemporaryDirectory(prefix="amparo-pictures-") as temporary:
        phone, paper = Path(temporary, "phone.png"), Path(temporary, "front.pdf")
        job = {"page": (site / SHOWN).as_uri(), "phone": str(phone), "paper": str(paper)}
        subprocess.run(["node", str(HERE / "take.mjs")], input=json.dumps(job), text=True, check=True)
        # One page in greys, as most printers print it.
        front = ["pdftoppm", "-png", "-gray", "-r", str(DOTS), "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*front, str(paper), str(paper.with_suffix(""))], check=True)
        taken = [phone, paper.with_suffix(".png")]
        for picture in taken:
            (folder / picture.name).write_bytes(png.without_properties(picture.read_bytes()))
    return [folder / picture.name for picture in taken]


def main() -> int:
    """Take them of the site that AMPARO_SITE names, or of `site/`."""
    site = Path(os.environ.get("AMPARO_SITE", ROOT / "site")).resolve()
    if not (site / SHOWN).is_file():
        print("There is no finished site: run `make site` first.")
        return 1
    for picture in take(site, HERE):
        print(f"tests/pictures/{picture.name}: {picture.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
