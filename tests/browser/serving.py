"""A web server on this machine, as an operator would set one up, that remembers what it was asked."""

from __future__ import annotations

import contextlib
import gzip
import html
import mimetypes
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
REPORTS = "/reported"


@dataclass
class Served:
    """A folder on the web."""

    url: str
    """Its address, with a slash at the end."""

    missing: list[str] = field(default_factory=list)
    """Paths that were asked for and are not there."""

    reports: list[str] = field(default_factory=list)
    """What browsers reported as violations of the pages' own policy, scripts on or off."""


@contextlib.contextmanager
def serve(folder: Path, below: str = "/") -> Iterator[Served]:
    """Serve a folder with gzip, at the root or below a path such as `/some/where/`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = unquote(urlsplit(self.path).path)
            file = folder / (asked.removeprefix(below) or "index.html")
            is_there = asked.startswith(below) and file.is_file()
            if not is_there:
                served.missing.append(asked)
                file = folder / "404.html"
            self.answer(200 if is_there else 404, file)

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            served.reports.append(text)
            self.answer(204, None)

        def answer(self, status: int, file: Path | None) -> None:
            body = file.read_bytes() if file and file.is_file() else b""
            self.send_response(status)
            if file:
                self.send_header(
                    "Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                )
                self.send_header("Content-Encoding", "gzip")
                # The page's own policy once more, only to be told: browsers report it with scripts off too.
                if policy := POLICY.search(body.decode("utf-8", "replace")):
                    rules = html.unescape(policy[1])
                    self.send_header("Content-Security-Policy-Report-Only", f"{rules}; report-uri {REPORTS}")
                body = gzip.compress(body, mtime=0)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests read the lists, not the log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Served(f"http://127.0.0.1:{server.server_port}{below}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
