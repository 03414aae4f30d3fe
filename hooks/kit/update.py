#!/usr/bin/env python3
"""Keeps a mirror fresh: fetches what changed, checks everything, and only then shows it.

    python3 update.py SOURCE FOLDER --key KEY.pub [--name "Who runs this mirror"]

SOURCE is the address of another copy, or a folder. In FOLDER stand `current`, which the web server shows, `releases` with the
last two good copies, and `trace.txt`. Needs Python 3.8 or newer and verify.py beside it. Ends with 0: fresh, 1: nothing was
changed, with the reason, 2: fresh but the newest release is old.
"""

import argparse
import datetime
import gzip
import hashlib
import json
import os
import re
import shutil
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import verify  # noqa: E402

CHANGES = "kit/changes.txt.gz"
TRIES, PATIENCE = 3, 60
MOST = 200 * 1024 * 1024
"""Bytes of one file: a source that sends without end is stopped."""


class Missing(Exception):
    """What the source could not give."""


class Source:
    """Another copy, on the web or in a folder."""

    def __init__(self, place):
        self.folder = None if "://" in place else Path(place)
        self.place = place.rstrip("/") + "/"
        self.bytes = 0
        # Never follow to another address: the operator named this one.
        self._open = urllib.request.build_opener(_NoOtherHost).open

    def fetch(self, name):
        """The content of a file. Raises `Missing` after some tries."""
        if self.folder:
            try:
                content = (self.folder / name).read_bytes()
            except OSError:
                raise Missing(name) from None
            self.bytes += len(content)
            return content
        request = urllib.request.Request(self.place + urllib.parse.quote(name), headers={"Accept-Encoding": "gzip", "User-Agent": "copy"})
        for attempt in range(TRIES):
            try:
                with self._open(request, timeout=PATIENCE) as answer:
                    content = answer.read(MOST + 1)
                    self.bytes += len(content)
                    if len(content) > MOST:
                        raise Missing(name)
                    is_packed = answer.headers.get("Content-Encoding") == "gzip"
                return gzip.decompress(content) if is_packed else content
            except urllib.error.HTTPError as error:
                if error.code in (404, 410):
                    raise Missing(name) from None
            except (OSError, EOFError, ValueError):
                pass
            time.sleep(attempt)
        raise Missing(name)


class _NoOtherHost(urllib.request.HTTPRedirectHandler):
    """Follows only to another path of the same host."""

    def redirect_request(self, request, *others):
        if urllib.parse.urlsplit(others[-1]).netloc != urllib.parse.urlsplit(request.full_url).netloc:
            return None
        return super().redirect_request(request, *others)


def hash_of(content):
    """SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def entries(listed):
    """Hashes by path, of a list that was checked or is ours."""
    return {line[66:]: line[:64] for line in listed.decode("ascii", "replace").split("\n") if line}


class Mirror:
    """The folder that is kept fresh."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.current = self.folder / "current"
        self.stage = self.folder / "new"

    def read(self, name):
        """A file of the copy that stands here; None where there is none."""
        try:
            return (self.current / name).read_bytes()
        except OSError:
            return None

    def clear(self):
        """Remove what a stop in the middle left behind."""
        shutil.rmtree(self.stage, ignore_errors=True)
        self.stage.mkdir(parents=True)

    def write(self, name, content):
        """Put a file into the new copy."""
        file = self.stage / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def keep(self, name, wanted):
        """Take a file over from the copy that stands here, if it is whole. True when it was."""
        old = self.current / name
        try:
            if verify.hash_of(old) != wanted:
                return False
        except OSError:
            return False
        target = self.stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old, target)
        return True

    def swap(self, version, listed):
        """Show the new copy in one step; keep the last one; remove older ones."""
        releases = self.folder / "releases"
        releases.mkdir(exist_ok=True)
        last = self.current.resolve().name if self.current.is_symlink() else None
        name = "%d-%s" % (version, hash_of(listed)[:8])
        target = releases / name
        shutil.rmtree(target, ignore_errors=True)
        for path, folders, files in os.walk(self.stage):
            os.chmod(path, 0o755)
            for file in files:
                os.chmod(os.path.join(path, file), 0o644)
        os.sync() if hasattr(os, "sync") else None
        self.stage.rename(target)
        link = self.folder / "current.new"
        link.unlink() if link.is_symlink() else None
        link.symlink_to(Path("releases") / name)
        os.replace(link, self.current)
        for other in releases.iterdir():
            if other.name not in (name, last):
                shutil.rmtree(other, ignore_errors=True)

    def trace(self, source, said, name):
        """Say for others what stands here since when; nothing in it comes from a reader."""
        lines = ["version: %d" % said[0], "date: %s" % said[1], "expires: %s" % said[2],
                 "fetched: %s" % datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"), "from: %s" % source]
        lines += ["kept by: %s" % re.sub(r"[^\x20-\x7e]", "", name)[:100]] if name else []
        part = self.folder / "trace.new"
        part.write_text("\n".join(lines) + "\n", "ascii", "replace")
        os.replace(part, self.folder / "trace.txt")


SIGNS = {"\\\\": "\\", "\\n": "\n", "\\t": "\t"}


def cut(old, start, end, text):
    """The new file from the old one: bytes kept at the start, bytes kept at the end, what stands between."""
    between = re.sub(r"\\[\\nt]", lambda found: SIGNS[found[0]], text).encode("utf-8")
    return old[:start] + between + (old[len(old) - end:] if end else b"")


def by_changes(source, mirror, signature, keys):
    """The new list from the few bytes that changed, or None when the source has none for the copy that stands here.

    Nothing of it is believed: the list that comes out must be the signed one.
    """
    old = mirror.read(verify.LIST)
    if old is None:
        return None
    try:
        packed = source.fetch(CHANGES)
        lines = gzip.decompress(packed).decode("utf-8").split("\n")
        if lines[0] != "from " + hash_of(old):
            return None
        hashes = entries(old)
        for line in lines[1:-1]:
            mark, rest = line[0], line[2:]
            if mark == "-":
                hashes.pop(rest, None)
                continue
            if mark == "~":
                head, text = rest.split("\t", 1)
                start, end, name = head.split(" ")
                content = cut(mirror.read(_safe(name)) or b"", int(start), int(end), text)
            else:
                name, content = rest, source.fetch(_safe(rest))
            hashes[name] = hash_of(content)
            mirror.write(name, content)
        hashes[CHANGES] = hash_of(packed)
        mirror.write(CHANGES, packed)
        listed = "".join("%s  %s\n" % (hashes[name], name) for name in sorted(hashes)).encode("ascii")
        verify.read_signature(signature, listed, keys)
        return listed
    except (Missing, verify.NotGenuine, OSError, EOFError, ValueError, KeyError, IndexError):
        mirror.clear()
        return None


def _safe(name):
    """A name that stays inside of the copy."""
    if not verify.ENTRY.fullmatch("0" * 64 + "  " + name):
        raise ValueError(name)
    return name


def update(source, mirror, keys):
    """Bring the mirror up to date. Gives what the signed line says, or raises with the reason."""
    signature = source.fetch(verify.SIGNATURE)
    here = mirror.read(verify.SIGNATURE)
    listed_here = mirror.read(verify.LIST)
    known = verify.read_signature(here, listed_here, keys)[0] if here and listed_here else 0
    if here == signature:
        return verify.check(str(mirror.current), keys)[0], False
    # The signed line alone is enough to see an old release: nothing more is fetched then.
    offered = version_of(signature)
    if offered is not None and offered <= known:
        raise verify.NotGenuine([("downgrade", str(offered))])
    mirror.clear()
    listed = by_changes(source, mirror, signature, keys) or source.fetch(verify.LIST)
    said = verify.read_signature(signature, listed, keys)
    if said[0] <= known:
        raise verify.NotGenuine([("downgrade", str(said[0]))])
    for name, wanted in verify.read_list(listed).items():
        there = mirror.stage / name
        if there.is_file() and verify.hash_of(there) == wanted or mirror.keep(name, wanted):
            continue
        content = source.fetch(name)
        if hash_of(content) != wanted:
            raise Missing(name)
        mirror.write(name, content)
    mirror.write(verify.LIST, listed)
    mirror.write(verify.SIGNATURE, signature)
    verify.check(str(mirror.stage), keys, known)
    mirror.swap(said[0], listed)
    return said, True


def version_of(signature):
    """The version in a signed line, not checked yet."""
    found = re.search(rb"^trusted comment: v=([1-9][0-9]{0,8}) ", signature, re.M)
    return int(found[1]) if found else None


def next_key(mirror, keys):
    """The key that the copy standing here, which was checked, names as the next one."""
    try:
        data = verify.exactly((json.loads(mirror.read(verify.RELEASE) or b"{}").get("next_key") or "").encode(), 42)
    except ValueError:
        data = None
    return dict(keys, **{data[9:1:-1].hex().upper(): data[10:]}) if data else keys


def main():
    """Update one mirror and say the result in words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--key", action="append", required=True, metavar="KEY.pub")
    parser.add_argument("--name", default="")
    parser.add_argument("--today", default=os.environ.get("TODAY") or datetime.date.today().isoformat())
    parser.add_argument("--language", default=verify.language_of_the_machine())
    given = parser.parse_args()
    words = verify.words(given.language)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")

    def say(code, detail=""):
        print(words.get(code, code) + (" " + detail if detail else ""), flush=True)

    source, mirror = Source(given.source), Mirror(given.folder)
    mirror.folder.mkdir(parents=True, exist_ok=True)
    say("fetching", source.place)
    try:
        said, is_new = update(source, mirror, next_key(mirror, verify.read_keys(given.key)))
    except Missing as missing:
        say("incomplete", str(missing))
        return 1
    except verify.NotGenuine as wrong:
        reasons = wrong.args[0]
        if reasons[0][0] != "downgrade":
            say("not-genuine")
        for code, detail in reasons[:verify.SHOWN]:
            say(code, detail)
        return 1
    finally:
        shutil.rmtree(mirror.stage, ignore_errors=True)
        say("bytes", str(source.bytes))
    mirror.trace(source.place, said, given.name)
    say("updated" if is_new else "same", str(said[0]))
    if given.today > said[2]:
        say("expired")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
