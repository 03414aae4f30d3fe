"""A machine's voice: espeak-ng speaks, opusenc makes the sound small. The same bytes each time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

from amparo.listening.transcript import Line, Run, digit_by_digit

PROGRAMS = {"espeak-ng": "espeak-ng", "opusenc": "opus-tools"}
"""The programs, and the packages of Debian that bring them."""

VOICES = {"en": "en-us", "es": "es-419", "fr": "fr-fr", "pt": "pt-br", "ru": "ru"}
"""Voices by language. None for Arabic: without vowel marks it would say other words."""

SPEEDS = (160, 175)
"""Words a minute: slower than its usual 175, because who listens may be afraid; that only for long pages."""

PAUSE = 350
"""Milliseconds between two lines."""

RATES = range(16, 5, -1)
"""Kilobits a second, the best first. 6 is the least that Opus can."""

OPUS = ("--quiet", "--speech", "--framesize", "60", "--comp", "5", "--serial", "1", "--discard-comments")
"""How a sound is made small: long frames save an eighth. The number of the stream is a random one, if nobody
says it."""

LEAST_SAVED = 1.1
"""So much larger than its rate tells a file is allowed to look beforehand: pauses cost little."""

MOST = 120_000
"""Bytes of the sound of one page."""


def missing() -> list[str]:
    """The packages that this machine lacks."""
    return [package for program, package in PROGRAMS.items() if shutil.which(program) is None]


def versions() -> str:
    """What the programs call themselves: another one may speak otherwise."""
    asked = (("espeak-ng", "--version"), ("opusenc", "--version"))
    return "".join(subprocess.run(one, capture_output=True, text=True, check=True).stdout for one in asked)


def spoken(lines: tuple[Line, ...], language: str, fill: Callable[..., Any]) -> str:
    """The lines as SSML, which `fill` writes: other languages in their own voices, where there is one."""
    told = [[(_said(run), _other(run.language, language)) for run in line] for line in lines]
    return str(fill("heard/ssml.html", told=told, pause=PAUSE))


def _other(language: str, main: str) -> str | None:
    """The voice of words in another language than the rest; None for the usual one."""
    return None if language.partition("-")[0] == main else VOICES.get(language.partition("-")[0])


def _said(run: Run) -> str:
    return digit_by_digit(run.text) if run.is_number else run.text


def sound(ssml: str, language: str) -> bytes | None:
    """The sound of a text, slow and at the best rate whose file is small enough; None where none is."""
    with tempfile.TemporaryDirectory() as folder:
        for speed in SPEEDS:
            speech = Path(folder) / f"{speed}.wav"
            said = ("-m", "-v", VOICES[language], "-s", str(speed), "-w", str(speech), "--stdin")
            subprocess.run(("espeak-ng", *said), input=ssml.encode(), check=True, capture_output=True)
            if found := _small(speech):
                return found
    return None


def _small(speech: Path) -> bytes | None:
    """Speech as Opus, of at most `MOST` bytes."""
    with wave.open(str(speech)) as opened:
        seconds = opened.getnframes() / opened.getframerate()
    small = speech.with_suffix(".ogg")
    for rate in RATES:
        # Every try takes a second: the first one is that which should fit.
        if rate * 125 * seconds > MOST * LEAST_SAVED and rate != RATES[-1]:
            continue
        given = (*OPUS, "--bitrate", str(rate), str(speech), str(small))
        subprocess.run(("opusenc", *given), check=True, capture_output=True)
        if small.stat().st_size <= MOST:
            return small.read_bytes()
    return None
