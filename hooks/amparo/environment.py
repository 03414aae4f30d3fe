"""What the environment asks for: the only module that reads its variables. HACKING.md says what each is
for."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def flavour() -> str | None:
    """For whom the copy is made, one of `extra.amparo.flavours`; None: the first of them."""
    return os.environ.get("AMPARO_FLAVOUR")


def language() -> str | None:
    """The only language to build beside the source language; None: all."""
    return os.environ.get("AMPARO_LANGUAGE")


def paper() -> str | None:
    """`no` to make no PDFs and documents. EDITIONS is the older name of PAPER."""
    return os.environ.get("PAPER") or os.environ.get("EDITIONS")


def audio() -> str | None:
    """`yes` for a machine's voice on pages that can be heard, `no` for no sound at all; None: recordings of
    people alone."""
    return os.environ.get("AUDIO")


def keeps() -> bool:
    """Whether a check may pass over files that were right the last time. `AMPARO_KEPT=no`: it may not."""
    return os.environ.get("AMPARO_KEPT") != "no"


def fonts() -> Path | None:
    """The only folder in which fonts are looked for; None: where systems keep them."""
    own = os.environ.get("AMPARO_FONTS")
    return Path(own) if own else None


def windows() -> Path:
    """Folder of the system on Windows."""
    return Path(os.environ.get("WINDIR", "C:/Windows"))


def for_copy(flavour: str, language: str | None) -> dict[str, str]:
    """The environment in which one copy of a release is built."""
    variables = {
        **os.environ,
        "AMPARO_FLAVOUR": flavour,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "AMPARO_KEPT": "no",
    }
    if language:
        # A copy of one language must go through a messenger: what is printed has a zip of its own.
        variables |= {"AMPARO_LANGUAGE": language, "PAPER": "no"}
    return variables


def let_output_pass() -> None:
    """Let no letter end a command: a file or a window of Windows that takes no Arabic gets its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
