"""Runs a small script of node: a job in as JSON, what was seen out as JSON."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def ask_node(job: Any, *arguments: str | Path, timeout: float = 280) -> Any:
    """What a script said of a job, within seconds; `arguments` are those of node. A script that breaks fails
    the test with its own words."""
    # Through a file: node reads a long job in a pipe only while nobody else asks the processor.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        json.dump(job, file)
        file.seek(0)
        done = subprocess.run(
            ["node", *map(str, arguments)], stdin=file, capture_output=True, text=True, timeout=timeout
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def drive(file: str, /, **job: Any) -> Any:
    """What a browser script beside this file saw."""
    return ask_node(job, HERE / file)
