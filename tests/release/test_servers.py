"""The files for servers do what they say: strict headers, no list of visits, every page whole in both
browsers."""

from __future__ import annotations

import contextlib
import gzip
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driving import drive
from tests.browser.pages import TOUR
from tests.release.conftest import Releases
from tests.release.serving import source

SERVERS = ("nginx", "apache2", "caddy")
POLICY = re.compile(r'Content-Security-Policy" content="([^"]*)"')
WANTED = {
    "content-security-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
}


@pytest.fixture(scope="module")
def place(releases: Releases) -> Iterator[Path]:
    """A folder that a server's own user may enter, with the site in it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(releases.new / "sites/public", Path(folder, "site"))
        Path(folder, "site/kit/packed.txt.gz").write_bytes(gzip.compress(b"x" * 5000))
        yield Path(folder)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def arranged(name: str, site: Path, work: Path, port: int) -> list[str]:
    """The file for a server with the marked lines set, in the frame that each server wants; gives the
    command."""
    # Started by root, servers become somebody else.
    user = "www-data" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    files = {"nginx": "nginx.conf", "apache2": "apache.conf", "caddy": "Caddyfile"}
    text = (
        (site / "kit/servers" / files[name])
        .read_text("utf-8")
        .replace("/srv/mirror/current", str(site))
        .replace("/srv/mirror", str(work))
    )
    file = work / "server.conf"
    if name == "nginx":
        text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        temp = "".join(
            f"{kind}_temp_path {work}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        file.write_text(
            f"user {user};\npid {work}/pid;\nerror_log /dev/null;\nevents {{}}\nhttp {{\n"
            f"include /etc/nginx/mime.types;\n{temp}{text}}}\n"
        )
        return ["/usr/sbin/nginx", "-g", "daemon off;", "-c", str(file)]
    if name == "apache2":
        modules = "".join(
            f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so\n"
            for m in ("mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter")
        )
        file.write_text(
            f"ServerRoot {work}\nPidFile {work}/pid\nListen 127.0.0.1:{port}\nServerName localhost\n"
            f"User {user}\nGroup {user}\n{modules}"
            f"TypesConfig /etc/mime.types\n{text}"
        )
        return ["/usr/sbin/apache2", "-X", "-f", str(file)]
    file.write_text(
        "{\nadmin off\nauto_https off\n}\n" + text.replace(":80 {", f"http://127.0.0.1:{port} {{", 1)
    )
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


@contextlib.contextmanager
def served(name: str, site: Path, work: Path) -> Iterator[str]:
    """The site behind a real server."""
    port = free_port()
    running = subprocess.Popen(
        arranged(name, site, work, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)},
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert running.poll() is None, running.stdout.read()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(20)


def answer(url: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    """Status and headers."""
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, method=method, headers={"Accept-Encoding": "gzip"})
        ) as found:
            return found.status, {key.lower(): value for key, value in found.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, {key.lower(): value for key, value in error.headers.items()}


@pytest.mark.parametrize("name", SERVERS)
def test_server_sends_the_headers_and_keeps_no_list_of_visits(name: str, place: Path) -> None:
    work = _room(place / name)
    with served(name, place / "site", work) as url:
        start = answer(url)
        critical = answer(url + "emergency/index.html")
        missing = answer(url + "emergency/no/such/page.html")
        posted = answer(url + "index.html", "DELETE")
        script = answer(url + "assets/page.js")
        bare = urllib.request.urlopen(url + "emergency")
        changes = answer(url + "kit/packed.txt.gz")

    assert (start[0], missing[0], script[0]) == (200, 404, 200) and posted[0] in (403, 405)
    assert start[1].keys() >= WANTED and missing[1].keys() >= WANTED
    # A folder without its slash leads to the one with it: links of the page would lead elsewhere.
    assert bare.url == url + "emergency/" and b"<main" in bare.read()
    assert changes[0] == 200 and "content-encoding" not in changes[1]
    assert "no-transform" in start[1]["cache-control"]
    assert "javascript" in script[1]["content-type"] and start[1].get("content-encoding") == "gzip"
    assert (
        "sha256-" in critical[1]["content-security-policy"] and "camera=()" in start[1]["permissions-policy"]
    )
    assert [file for file in work.rglob("*") if file.is_file() and b"no/such/page" in file.read_bytes()] == []


def test_policy_of_the_servers_allows_what_every_page_allows_and_forbids_frames(releases: Releases) -> None:
    site = releases.new / "sites/public"
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    policies = {found[1] for page in pages if (found := POLICY.search(page))}
    wanted = {}
    for policy in policies:
        for directive, *sources in map(str.split, policy.replace("&#39;", "'").split("; ")):
            wanted.setdefault(directive, set()).update(sources)

    assert len(pages) > 2_000 and len(policies) > 5

    for file in ("nginx.conf", "apache.conf", "Caddyfile", "headers.txt"):
        text = (site / "kit/servers" / file).read_text("utf-8")
        given = {
            directive: set(sources)
            for directive, *sources in map(str.split, re.search(r"default-src[^\"\n]*", text)[0].split("; "))
        }
        assert given == wanted | {"frame-ancestors": {"'none'"}}, file


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_tour_behind_real_servers_and_from_files_breaks_no_rule(browser: str, place: Path) -> None:
    """With the servers' own policy on top of that of the pages; python's server shows the site in a
    folder."""
    site, below = place / "site", _room(place / f"below-{browser}")
    (below / "some").symlink_to(site)
    with contextlib.ExitStack() as stack:
        places = [
            stack.enter_context(served(name, site, _room(place / f"{name}-{browser}")))
            for name in ("nginx", "apache2")
        ]
        places.append(stack.enter_context(source(below)).url + "/some/")
        places.append(site.as_uri() + "/")
        tours = [{"base": place, "pages": [place + page for page in TOUR.values()]} for place in places]
        problems = drive("tour.mjs", name=browser, script=True, tours=tours)

    assert problems == []


def _room(folder: Path) -> Path:
    """A new folder for a server."""
    folder.mkdir()
    folder.chmod(0o755)
    return folder
