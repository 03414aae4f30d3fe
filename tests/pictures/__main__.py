"""Takes the pictures of the README from a finished site: `python -m tests.pictures`, about five seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.pictures.png import without_properties

HERE = Path(__file__).resolve().parent

SHOWN = "emergency/countries/gt.html"
"""The page in both pictures: a country with telephone lines of its own, and with bodies near."""

DOTS = 66
"""Dots an inch of the printed front: letters can be read, and the file stays small."""


def main() -> int:
    """Take both pictures of the site that AMPARO_SITE names, or of `site/`."""
    page = Path(os.environ.get("AMPARO_SITE", ROOT / "site")).resolve() / SHOWN
    if not page.is_file():
        print("There is no finished site: run `make site` first.")
        return 1
    with tempfile.TemporaryDirectory(prefix="amparo-pictures-") as folder:
        phone, paper = Path(folder, "phone.png"), Path(folder, "front.pdf")
        job = {"page": page.as_uri(), "phone": str(phone), "paper": str(paper)}
        subprocess.run(["node", str(HERE / "take.mjs")], input=json.dumps(job), text=True, check=True)
        # One page in greys, as most printers print it.
        front = ["pdftoppm", "-png", "-gray", "-r", str(DOTS), "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*front, str(paper), str(paper.with_suffix(""))], check=True)
        for picture in (phone, paper.with_suffix(".png")):
            (HERE / picture.name).write_bytes(without_properties(picture.read_bytes()))
            print(f"tests/pictures/{picture.name}: {(HERE / picture.name).stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
