"""Hosts are asked outside of a build alone, and what they answer is kept with day and reason."""

from __future__ import annotations

import ast
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from amparo.confirming import links
from amparo.model.asked import FILE, RESULTS, Asked, read_asked, written
from amparo.model.loading import load_all
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Problems
from tests.conftest import LANGUAGES, PROJECT, ROOT
from tests.first_contact import raw

NETWORK = {"socket", "http", "urllib.request", "ftplib", "smtplib", "ssl", "asyncio"}


class Host(BaseHTTPRequestHandler):
    """Answers with the code that its path names; `/away` leads to another host, `/round` to itself."""

    def do_GET(self) -> None:
        """One answer."""
        place = self.path.strip("/")
        self.server.asked.append(self.headers["User-Agent"])  # type: ignore[attr-defined]
        self.send_response(int(place) if place.isdigit() else 302 if place != "there" else 200)
        if place == "away":
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/there")
        elif place == "round":
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """A host on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()
    assert all("amparo" not in (name or "").lower() for name in server.asked)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("there", ("answers", "HTTP 200")),
        ("round", ("answers", "HTTP 200")),
        ("away", ("moved", "leads to localhost")),
        ("403", ("refused", "HTTP 403")),
        ("429", ("refused", "HTTP 429")),
        ("404", ("gone", "HTTP 404")),
        ("410", ("gone", "HTTP 410")),
        ("500", ("broken", "HTTP 500")),
    ],
)
def test_answer_of_a_host_has_a_result_and_a_reason(host: str, place: str, answer: tuple[str, str]) -> None:
    assert links.ask(f"{host}/{place}") == answer


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://host-that-is-not-there.invalid/", "the host is not found"),
        ("http://127.0.0.1:1/", "the host takes no connection"),
    ],
)
def test_host_that_is_not_there_is_unreachable(address: str, reason: str) -> None:
    assert links.ask(address) == ("unreachable", reason)


def test_answers_are_kept_with_their_day_and_read_back(host: str) -> None:
    found = links.ask_all([f"{host}/404", f"{host}/there"], "2026-11-20", pause=0)

    assert read_asked(written(found)) == (sorted(found), [])
    assert {(one.result, one.date) for one in found} == {("gone", "2026-11-20"), ("answers", "2026-11-20")}


def test_command_keeps_the_answers_and_asks_only_again_what_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a project with three addresses, and hosts that are played."""
    asked: list[str] = []

    def answer(address: str) -> tuple[str, str]:
        asked.append(address)
        return ("gone", "HTTP 404") if "old" in address else ("answers", "HTTP 200")

    wanted = ["https://example.org/new", "https://example.org/old"]
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(links, "addresses", lambda _: wanted)
    monkeypatch.setattr(links, "ask", answer)
    monkeypatch.setattr(links, "PAUSE", 0)
    loaded, problems = load_all(PROJECT, found := Problems()), found
    loaded.published = LANGUAGES
    monkeypatch.setattr(links, "check_all", lambda *_: (loaded, problems))

    settings = read_settings(PROJECT)
    monkeypatch.setattr(links, "read_settings", lambda _: settings)
    project = Project(tmp_path)
    codes = [links.links(project, None, False) for _ in range(2)]

    assert asked == [*wanted, "https://example.org/old"] and codes == [1, 1]
    assert [one.result for one in read_asked((tmp_path / FILE).read_text("utf-8"))[0]] == ["answers", "gone"]
    assert "gone: https://example.org/old (HTTP 404)" in capsys.readouterr().out


def test_nothing_is_asked_that_it_is_an_offence_to_keep() -> None:
    loaded = load_all(PROJECT, Problems())
    found = links.addresses(loaded)

    assert len(found) > 1000 and raw.forbidden_hosts()
    assert [one for one in found if any(host in one for host in raw.forbidden_hosts())] == []
    assert [one for one in found if ".onion" in one or not one.startswith("http")] == []


def test_no_other_module_of_the_program_can_ask_anybody() -> None:
    users = set()
    for file in sorted((ROOT / "hooks").glob("*.py")) + sorted((ROOT / "hooks/amparo").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name == one or name.startswith(f"{one}.") for name in names for one in NETWORK):
                users.add(file.name)

    assert users == {"links.py"}


def test_every_result_has_words_on_the_status_page() -> None:
    template = (ROOT / "hooks/templates/about/status.html").read_text("utf-8")

    assert [one for one in RESULTS[:-1] if f'code == "{one}"' not in template] == []


def test_line_that_is_none_is_told() -> None:
    rows, wrong = read_asked("address,result,reason,date\na,gone,HTTP 404,2026\nb\n")

    assert rows == [Asked("a", "gone", "HTTP 404", "2026")] and [one.line for one in wrong] == [2, 3]
