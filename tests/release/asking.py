"""Asks verify.py, verify.sh and check.js the same questions, without a browser, and reads what they say."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.browser.driving import ask_node
from tests.conftest import ROOT

KIT = ROOT / "hooks/kit"
PROGRAMS = {"py": [sys.executable, "-B", "verify.py"], "sh": ["sh", "verify.sh"]}
POWERLESS = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"] if os.getuid() == 0 else []
"""What goes before a command so that root, too, is held by the rights of files."""

_SCRIPT = """
const fs = require("fs"), vm = require("vm");
vm.runInThisContext(fs.readFileSync(process.argv[1], "utf8"));
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));
(async () => {
  const out = { signed: job.signed.map((one) => copyCheck.isSigned(...one.map(bytes))), found: [] };
  out.sums = job.messages.map((one) =>
    [copyCheck.sha256(bytes(one)), Buffer.from(copyCheck.sha512(bytes(one))).toString("hex")]);
  for (const [copy, keys, options] of job.copies) {
    const files = Object.entries(copy).map(([path, text]) => ({ path, read: async () => bytes(text) }));
    out.found.push(await copyCheck.check(files, keys, options));
  }
  console.log(JSON.stringify(out));
})();
"""


@dataclass(frozen=True)
class Said:
    """What a program answered."""

    code: int
    """How it ended."""

    place: str
    """The folder that it named first; empty when it named none."""

    keys: tuple[str, ...]
    """The ids of the keys that it named."""

    codes: tuple[str, ...]
    """Everything else that it said, in order, without details."""

    text: str
    """All of it."""


def ask(name: str, kit: Path, *words: str, cwd: Path | None = None, is_held: bool = False) -> Said:
    """Call a program of a kit that has no table of words, so that it says codes."""
    *program, file = PROGRAMS[name]
    before = POWERLESS if is_held else []
    environment = {**os.environ, "LANG": "en", "CDPATH": "/tmp:/", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*before, *program, str(kit / file), *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=60,
    )
    lines = [line.partition(" ") for line in done.stdout.split("\n") if line]
    place = next((detail for code, _, detail in lines if code == "place"), "")
    keys = tuple(detail.split(" ")[0] for code, _, detail in lines if code == "with-key")
    codes = tuple(code for code, _, _ in lines if code not in ("place", "with-key"))
    return Said(done.returncode, place, keys, codes, done.stdout + done.stderr)


def packed(data: bytes) -> str:
    """Bytes as a program in another language reads them."""
    return base64.b64encode(data).decode()


def by_script(
    signed: list[tuple[bytes, ...]] = (), messages: list[bytes] = (), copies: list[tuple] = ()
) -> dict:
    """What check.js answers: signatures as (key, message, signature), messages to sum, and copies as
    (folder, [texts of keys], options)."""
    job = {
        "signed": [[packed(part) for part in one] for one in signed],
        "messages": [packed(one) for one in messages],
        "copies": [
            [
                {
                    file.relative_to(folder).as_posix(): packed(file.read_bytes())
                    for file in folder.rglob("*")
                    if file.is_file()
                },
                keys,
                options,
            ]
            for folder, keys, options in copies
        ],
    }
    return ask_node(job, "-e", _SCRIPT, ROOT / "hooks/theme/assets/check.js")
