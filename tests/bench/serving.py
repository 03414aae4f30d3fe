"""Serves a site on this machine as a web server would: packed with gzip, and counting what it sends."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = ("text/", "application/json", "application/javascript", "image/svg")
"""Kinds of file that web servers pack."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that has seen enough hangs up: nothing to tell."""


class Served:
    """A site that is being served, while a `with` block lasts."""

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.requests = self.bytes = 0
        served = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                kind, body = _body(served.site, self.path.partition("?")[0])
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Length", str(len(body or b"")))
                if body is not None:
                    served.requests += 1
                    served.bytes += len(body)
                    self.send_header("Content-Type", kind)
                    if kind.startswith(PACKED):
                        self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = _Server(("127.0.0.1", 0), Handler)

    def __enter__(self) -> Served:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def url(self, address: str) -> str:
        """The address of a page while it is served."""
        return f"http://127.0.0.1:{self._server.server_port}/{address}"


@lru_cache(maxsize=64)
def _body(site: Path, path: str) -> tuple[str, bytes | None]:
    """A file as it goes over the line: kind and bytes, or None for no file."""
    file = (site / path.lstrip("/")).resolve()
    if not file.is_file() or not file.is_relative_to(site):
        return "", None
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    body = file.read_bytes()
    return kind, gzip.compress(body, 9, mtime=0) if kind.startswith(PACKED) else body
