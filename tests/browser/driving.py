"""Runs a small browser script beside this file: a job in as JSON, what was seen out as JSON."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def drive(file: str, /, **job: Any) -> Any:
    """What the script saw. A script that breaks fails the test with its own words."""
    done = subprocess.run(
        ["node", str(HERE / file)], input=json.dumps(job), capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
