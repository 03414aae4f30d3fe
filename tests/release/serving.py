"""A source for mirrors that counts every byte it sends."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Source:
    """A copy on the web."""

    url: str
    """Its address."""

    sent: int = 0
    """Bytes sent so far, heads of answers included."""

    asked: int = 0
    """Requests so far."""


@contextlib.contextmanager
def source(folder: Path) -> Iterator[Source]:
    """Serve a folder as `python -m http.server` does."""
    found = Source("")

    class Handler(SimpleHTTPRequestHandler):
        def setup(self) -> None:
            super().setup()
            write = self.wfile.write

            def counting(data: bytes) -> int:
                found.sent += len(data)
                return write(data)

            self.wfile.write = counting

        def do_GET(self) -> None:
            found.asked += 1
            super().do_GET()

        def log_message(self, *_: object) -> None:
            """Tests count; they read no log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
