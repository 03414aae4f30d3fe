"""Shows record pages to an editor the moment they are asked for: no change waits for a thousand pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from amparo.feeds.writing import feed_at
from amparo.pages.emergency.incident.words import words_at
from amparo.pages.site import Site
from amparo.paper.pieces import piece_at
from amparo.search.writing import search_at

StartResponse = Callable[[str, list[tuple[str, str]]], object]
"""What a server gives an application to begin its answer with."""

Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
"""A web application (PEP 3333)."""


SCRIPT = "preview.js"
"""The script that asks the server for something newer; no page of the site itself has it."""

_POLICY = re.compile(r"default-src 'none'(?=[^\"]*\")")
_OF_MKDOCS = "var livereload = function"
"""How the script begins that MkDocs writes into each page."""


def renewing(page: str, mark: str) -> str:
    """A page that comes again when it was built anew: `mark` is the element that loads our script. That of
    MkDocs stands inside the page, which the page's own policy forbids; the preview's lets ours ask this
    server."""
    start = page.find(_OF_MKDOCS)
    if start >= 0:
        end = page.index("/script>", start) + len("/script>")
        page = page[: page.rindex("<", 0, start)] + page[end:]
    allowed = "default-src 'none'; connect-src 'self'"
    if "script-src 'self'" not in page:
        allowed += "; script-src 'self'"
    page = _POLICY.sub(allowed, page, count=1)
    end = page.rfind("</body")
    return page[:end] + mark + page[end:] if end >= 0 else page


def made_at(site: Site, path: str) -> str | None:
    """The script that a language has and that is made of its words; None for all other paths."""
    return search_at(site, path) or words_at(site, path) or piece_at(site, path)


class Preview:
    """A web application around another: record pages and searches come from the newest good site, everything
    else from inside."""

    def __init__(self, inside: Application, newest: Callable[[], Site], script: str, mark: str) -> None:
        """`newest` gives the site of the last build that had no errors, `script` is that of `SCRIPT`,
        `mark` the element that loads it."""
        self._inside, self._newest, self._script, self._mark = inside, newest, script, mark

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request. A page that fails to print shows as 500 by the server around it; the preview
        goes on."""
        # A server hands paths over as Latin-1, whatever they are (PEP 3333).
        path = unquote(environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")).lstrip("/")
        site = self._newest()
        found, feed = site.at(path), feed_at(site, path)
        script = self._script if path == SCRIPT else made_at(site, path)
        if script:
            kind, body = "text/javascript", script.encode("utf-8")
        elif found:
            kind, body = "text/html", renewing(site.page(*found), self._mark).encode("utf-8")
        elif feed:
            kind, body = feed[0], feed[1].encode("utf-8")
        else:
            return self._from_inside(environ, start_response)
        start_response(
            "200 OK",
            [
                ("Content-Type", f"{kind}; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
            ],
        )
        return [body]

    def _from_inside(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """What MkDocs answers; its pages with our way to come again."""
        said: list[tuple[str, list[tuple[str, str]]]] = []
        answer = self._inside(environ, lambda status, headers: said.append((status, headers)))
        status, headers = said[0]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = renewing(b"".join(answer).decode("utf-8"), self._mark).encode("utf-8")
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(body))))
            answer = [body]
        start_response(status, headers)
        return answer
