"""The commands of `python -m amparo`, and what can be said to each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from amparo.project import HERE


def arguments(about: str | None = None) -> argparse.ArgumentParser:
    """All commands; `about` is what their help begins with."""
    # Said before or after the command; only what was said counts.
    configured = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    configured.add_argument(
        "-f", "--config-file", type=Path, help="another file with settings than mkdocs.yml, as for mkdocs"
    )
    parser = argparse.ArgumentParser(prog="python -m amparo", description=about, parents=[configured])
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, parents=[configured])

    checking = command("check", "check the data, the translations and the pages")
    checking.add_argument(
        "--changed", action="store_true", help="say also what has changed since the last commit, and for whom"
    )
    opening = command("new", "start a record")
    opening.add_argument("kind", choices=["organisation"])
    opening.add_argument("id", help="its name in small letters and hyphens; it never changes")
    entering = command("enter", "enter changes of contacts that are confirmed into the ledger")
    entering.add_argument("--first", action="store_true", help="begin the ledger of a project that has none")
    command("words", "bring the PO files up to date")
    command("grades", "print how hard each kind of text is to read, and refuse that one becomes harder")
    command("language", "start a language").add_argument("code", help="its code, such as fa")
    command("fields", "write the reference of fields and the schemas")
    printing = command("paper", "make the PDFs and documents beside a finished site once more")
    printing.add_argument(
        "only",
        nargs="?",
        help="the beginnings of the names to make, such as agenda-half-day,helpers; or a plan of one's own, "
        "such as plan.yml: its PDF and its document are put beside it",
    )
    comparing = command("designations", "print which of our bodies are in an official list")
    comparing.add_argument("--file", type=Path, required=True, help="the list: CSV, TXT, XML, HTML or JSON")
    comparing.add_argument("--list", help="the designation that this list belongs to, such as ru-undesirable")
    command("gaps", "print for which situation and country we know nobody, in order of need")
    for add in (_add_confirming, _add_reading, _add_releasing):
        add(command)
    return parser


ANSWER = ("value", "method", "result", "date", "by")
"""What is said of one call on the command line."""


def fields_of(given: argparse.Namespace) -> dict[str, str | None]:
    """What was said of one call."""
    return {name: getattr(given, name) for name in ANSWER}


def _add_confirming(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What can be said to the commands for people who ring."""
    asking = command("links", "ask hosts whether the addresses of the records are still there")
    asking.add_argument("--host", help="only hosts with this in their name")
    asking.add_argument("--all", action="store_true", help="also those that answered in the last thirty days")
    ringing = command("calls", "print whom to ring, what to say and what never to say")
    ringing.add_argument("--language", help="only those who answer in a language, such as es")
    noting = command("confirm", "write what came of calls into the records")
    noting.add_argument("what", help="a filled sheet (.csv, .yml), or one contact, such as cpj/phone-1")
    noting.add_argument("--value", help="of one contact: the value that was tried")
    noting.add_argument("--method", help="called or wrote")
    noting.add_argument("--result", help="confirmed, no-answer, somebody-else or out-of-service")
    noting.add_argument("--date", help="the day, such as 2027-05-14")
    noting.add_argument("--by", help="a role, never a name: editor, speaker or partner")


def _add_reading(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What can be said to the command for whoever records a page."""
    reading = command("heard", "print what is read aloud of a page, for whoever records it, and its mark")
    reading.add_argument("language", help="a code, such as es")
    reading.add_argument("page", help="its address without ending, such as emergency/first-hour")


def _add_releasing(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What can be said to the commands around a release."""
    making = command("release", "make dist/, unsigned")
    making.add_argument("--previous", type=Path, help="the dist of the release before: its changes are told")
    making.add_argument(
        "--only", action="append", default=[], help="one of the copies, for trying out; may be repeated"
    )
    signing = command("sign", "sign dist/")
    signing.add_argument(
        "--key", type=Path, required=True, help="a secret key of minisign, outside of this project"
    )
    signing.add_argument("--passwordless", action="store_true", help="the key has no password: for tests")
    checking = command("verify", "check dist/ as its receivers do")
    checking.add_argument(
        "--key", action="append", default=[], help="a public key; without one those in data/keys"
    )
    comparing = command("contacts", "print every contact that differs between two releases, and why")
    comparing.add_argument("previous", type=Path, help="the dist of the release before")
    for one in (making, signing, checking, comparing):
        one.add_argument("--dist", type=Path, default=HERE.dist(), help="another place than dist/")
