"""Shows record pages to an editor the moment they are asked for: no change waits for a thousand pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from amparo.feeds.writing import feed_at
from amparo.pages.site import Site
from amparo.paper.pieces import piece_at
from amparo.search.writing import search_at

StartResponse = Callable[[str, list[tuple[str, str]]], object]
"""What a server gives an application to begin its answer with."""

Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
"""A web application (PEP 3333)."""


class Preview:
    """A web application around another: record pages and searches come from the newest good site, everything
    else from inside."""

    def __init__(self, inside: Application, newest: Callable[[], Site]) -> None:
        """`newest` gives the site of the last build that had no errors."""
        self._inside, self._newest = inside, newest

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request. A page that fails to print shows as 500 by the server around it; the preview
        goes on."""
        # A server hands paths over as Latin-1, whatever they are (PEP 3333).
        path = unquote(environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")).lstrip("/")
        site = self._newest()
        found, feed = site.at(path), feed_at(site, path)
        script = search_at(site, path) or piece_at(site, path)
        if script:
            kind, body = "text/javascript", script.encode("utf-8")
        elif found:
            kind, body = "text/html", site.page(*found).encode("utf-8")
        elif feed:
            kind, body = feed[0], feed[1].encode("utf-8")
        else:
            return self._inside(environ, start_response)
        start_response(
            "200 OK",
            [
                ("Content-Type", f"{kind}; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
            ],
        )
        return [body]
