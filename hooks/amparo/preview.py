"""Shows record pages to an editor the moment they are asked for, so that a change is seen without printing a
thousand pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from amparo.pages.site import Site
from amparo.search.writing import search_at

Application = Callable[[dict[str, Any], Callable], Iterable[bytes]]
"""A web application (PEP 3333)."""


class Preview:
    """A web application around another: record pages and searches come from the newest good site, everything
    else from inside."""

    def __init__(self, inside: Application, newest: Callable[[], Site]) -> None:
        """`newest` gives the site of the last build that had no errors."""
        self._inside, self._newest = inside, newest

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        """Answer one request. A page that fails to print shows as 500 by the server around it; the preview
        goes on."""
        # A server hands paths over as Latin-1, whatever they are (PEP 3333).
        path = unquote(environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")).lstrip("/")
        site = self._newest()
        found, script = site.at(path), search_at(site, path)
        if found is None and script is None:
            return self._inside(environ, start_response)
        kind, body = (
            ("text/javascript", script.encode("utf-8"))
            if script
            else ("text/html", site.page(*found).encode("utf-8"))
        )
        start_response(
            "200 OK",
            [
                ("Content-Type", f"{kind}; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
            ],
        )
        return [body]
