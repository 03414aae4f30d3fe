#!/usr/bin/env python3
"""Keeps a mirror fresh: fetches what changed, checks everything, and only then shows it.

    python3 update.py SOURCE FOLDER --key KEY.pub [--name "Who runs this mirror"]

SOURCE is the address of another copy, or a folder. In FOLDER stand `current`, which the web server shows, `releases` with the
last two good copies, and `trace.txt`; `left` keeps what an update that stopped had fetched. Needs Python 3.8 or newer and
verify.py and rezip.py beside it. Ends with 0: fresh, 1: nothing was changed, with the reason, 2: fresh but the newest release is old.
"""

import argparse
import contextlib
import datetime
import errno
import hashlib
import http.client
import json
import os
import re
import shlex
import shutil
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where no link can be shown either
    fcntl = None

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import rezip  # noqa: E402
import verify  # noqa: E402

CHANGES = "kit/changes.txt.gz"
TRIES, PATIENCE = 3, 60
MOST = 200 * 1024 * 1024
"""Bytes of one file: a source that sends without end is stopped."""


PACKED = b"\x1f\x8b"
"""How every .gz file begins."""

NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What disks answer that cannot hold links."""


class Missing(Exception):
    """What the source could not give."""


class Stopped(Exception):
    """Why nothing was changed, as a code and a detail."""


def unpacked(content):
    """What gzip packed, or None when it is something else or swells beyond all measure."""
    machine = zlib.decompressobj(31)
    try:
        found = machine.decompress(content, MOST + 1)
    except zlib.error:
        return None
    return found if machine.eof and len(found) <= MOST else None


class Source:
    """Another copy, on the web or in a folder."""

    def __init__(self, place):
        self.folder = None if "://" in place else Path(place)
        self.place = place.rstrip("/") + "/"
        self.bytes = 0
        # Never follow to another address: the operator named this one.
        self._open = urllib.request.build_opener(_NoOtherHost).open

    def fetch(self, name, wanted=None):
        """The content of a file, with the hash that it must have where that is known.

        Raises `Missing` after some tries, and `Stopped` for a file that came changed.
        """
        forms = [form for form in self._forms(name) if form is not None]
        # A server may call a .gz file packed on the way, and it is not: what was sent counts then.
        right = [form for form in forms if wanted is None or hash_of(form) == wanted]
        if name.endswith(".gz"):
            right.sort(key=lambda form: not form.startswith(PACKED))
        if not right:
            raise Stopped("altered", name) if forms else Missing(name)
        return right[0]

    def _forms(self, name):
        """What may have been meant: taken out of the packing that the server told, and as it was sent."""
        if self.folder:
            try:
                content = (self.folder / name).read_bytes()
            except OSError:
                raise Missing(name) from None
            self.bytes += len(content)
            return [content]
        request = urllib.request.Request(self.place + urllib.parse.quote(name), headers={"Accept-Encoding": "gzip", "User-Agent": "copy"})
        for attempt in range(TRIES):
            try:
                with self._open(request, timeout=PATIENCE) as answer:
                    content = answer.read(MOST + 1)
                    self.bytes += len(content)
                    if len(content) > MOST:
                        raise Missing(name)
                    is_whole = len(content) >= int(answer.headers.get("Content-Length") or 0)
                    is_packed = (answer.headers.get("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
                if is_whole:
                    return [unpacked(content), content] if is_packed else [content]
            except urllib.error.HTTPError as error:
                if error.code in (404, 410):
                    raise Missing(name) from None
            except (OSError, EOFError, ValueError, http.client.HTTPException):
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
        self.left = self.folder / "left"
        self._lock = None
        self.is_ours = False

    def open(self):
        """Make the folder ready. Raises `Stopped` when somebody else updates it, or nothing could be shown in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if fcntl:
            # update.sh takes the same lock; the system opens it when a program ends, however it ends.
            self._lock = (self.folder / "update.lock").open("w")
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Stopped("busy", "") from None
        self.is_ours = True
        if os.path.lexists(self.current) and not self.current.is_symlink():
            here = str(self.current)
            raise Stopped("current-folder", "mv %s %s" % (shlex.quote(here), shlex.quote(here + ".old")))
        link = self.folder / "link.test"
        try:
            link.unlink() if os.path.lexists(link) else None
            link.symlink_to("releases")
            link.unlink()
        except (OSError, NotImplementedError) as error:
            if getattr(error, "errno", None) in NO_LINKS or not isinstance(error, OSError):
                raise Stopped("no-links", cause_of(error)) from None
            raise

    def read(self, name):
        """A file of the copy that stands here; None where there is none."""
        try:
            return (self.current / name).read_bytes()
        except OSError:
            return None

    def collect(self):
        """Keep what a stop in the middle left behind, for the next time. Gives how many files wait now."""
        for path, _, files in os.walk(self.stage):
            for file in files:
                target = self.left / Path(path).relative_to(self.stage) / file
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(os.path.join(path, file), target)
        shutil.rmtree(self.stage, ignore_errors=True)
        return sum(len(files) for _, _, files in os.walk(self.left))

    def forget(self):
        """Remove everything that was not shown."""
        for folder in (self.stage, self.left):
            shutil.rmtree(folder, ignore_errors=True)

    def clear(self):
        """Begin a new copy."""
        shutil.rmtree(self.stage, ignore_errors=True)
        self.stage.mkdir(parents=True)

    def resume(self, name, wanted):
        """Take over a file that an update which stopped had fetched. True when it was whole."""
        old, target = self.left / name, self.stage / name
        if old.is_symlink() or not old.is_file() or verify.hash_of(old) != wanted:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(old, target)
        return True

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

    def rebuild(self, name, wanted, recipe):
        """Make a packed file anew from the older one. What is not what was signed is fetched whole later."""
        target = self.stage / name
        with contextlib.suppress(*rezip.FAILURES):
            rezip.rebuild(self.current, self.stage, name, recipe)
        if target.is_file() and verify.hash_of(target) != wanted:
            target.unlink()

    def double(self, name, other):
        """Take the content of another file that is the same. True when that could be done."""
        if other is None:
            return False
        target = self.stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.stage / other, target)
        return True

    def swap(self, version, listed):
        """Show the new copy in one step; keep the last one; remove older ones."""
        releases = self.folder / "releases"
        releases.mkdir(exist_ok=True)
        last = self.current.resolve().name if self.current.is_symlink() else None
        name = "%d-%s" % (version, hash_of(listed)[:8])
        # What is shown now is never removed first.
        name += "-again" if name == last else ""
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
        try:
            link.symlink_to(Path("releases") / name)
            if (link / verify.LIST).read_bytes() != listed:
                raise Stopped("not-swapped", str(link))
            os.replace(link, self.current)
        except OSError as error:
            raise Stopped("not-swapped", cause_of(error)) from None
        if self.read(verify.LIST) != listed:
            raise Stopped("not-swapped", str(self.current))
        for other in releases.iterdir():
            if other.name not in (name, last):
                shutil.rmtree(other, ignore_errors=True)

    def trace(self, source, said, name):
        """Say for others what stands here since when; nothing in it comes from a reader."""
        lines = ["version: %d" % said[0], "date: %s" % said[1], "expires: %s" % said[2],
                 "fetched: %s" % datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"), "from: %s" % source]
        lines += ["kept by: %s" % re.sub(r"[^\x20-\x7e]", "", name)[:100]] if name else []
        part = self.folder / "trace.new"
        part.write_bytes(("\n".join(lines) + "\n").encode("ascii", "replace"))
        os.replace(part, self.folder / "trace.txt")


def cause_of(error):
    """What the system says, in one line."""
    return (getattr(error, "strerror", None) or str(error)) + (": %s" % error.filename if getattr(error, "filename", None) else "")


def by_changes(source, mirror, signature, keys):
    """The new list from the few bytes that changed, or None when the source has none for the copy that stands here.

    Nothing of it is believed: the list that comes out must be the signed one.
    """
    old = mirror.read(verify.LIST)
    if old is None:
        return None
    try:
        packed = source.fetch(CHANGES)
        lines = (unpacked(packed) or b"").decode("utf-8").split("\n")
        if lines[0] != "from " + hash_of(old):
            return None
        hashes = entries(old)
        for line in lines[1:-1]:
            mark, rest = line[0], line[2:]
            if mark == "-":
                hashes.pop(rest, None)
                continue
            if mark == "z":
                head, text = rest.split("\t", 1)
                wanted, name = head.split(" ")
                hashes[_safe(name)] = wanted
                mirror.rebuild(name, wanted, rezip.unescaped(text))
                continue
            if mark == "~":
                head, text = rest.split("\t", 1)
                start, end, name = head.split(" ")
                content = rezip.cut(mirror.read(_safe(name)) or b"", int(start), int(end), text)
            elif mark == "=":
                name, text = rest.split("\t", 1)
                content = rezip.joined(mirror.read(_safe(name)) or b"", text.split(" "))
            elif mark == "c":
                name, other = rest.split("\t", 1)
                content = (mirror.stage / _safe(other)).read_bytes()
            else:
                # What an update that stopped had fetched may be from another release: the signature tells.
                waiting = mirror.left / _safe(rest)
                name, content = rest, waiting.read_bytes() if waiting.is_file() else source.fetch(rest)
            hashes[name] = hash_of(content)
            mirror.write(name, content)
        hashes[CHANGES] = hash_of(packed)
        mirror.write(CHANGES, packed)
        listed = "".join("%s  %s\n" % (hashes[name], name) for name in sorted(hashes)).encode("ascii")
        verify.read_signature(signature, listed, keys)
        return listed
    except (Missing, Stopped, verify.NotGenuine, EOFError, ValueError, KeyError, IndexError, FileNotFoundError):
        mirror.clear()
        return None


def _safe(name):
    """A name that stays inside of the copy."""
    if not verify.ENTRY.fullmatch("0" * 64 + "  " + name):
        raise ValueError(name)
    return name


def update(source, mirror, keys, say):
    """Bring the mirror up to date. Gives what the signed line says and the phrase of what stands there now, and whether it is new."""
    waiting = mirror.collect()
    signature = source.fetch(verify.SIGNATURE)
    here = mirror.read(verify.SIGNATURE)
    listed_here = mirror.read(verify.LIST)
    known = verify.read_signature(here, listed_here, keys)[0] if here and listed_here else 0
    if here == signature:
        return verify.check(str(mirror.current), keys), False
    # The signed line alone is enough to see an old release: nothing more is fetched then.
    offered = version_of(signature)
    if offered is not None and offered <= known:
        raise verify.NotGenuine([("downgrade", str(offered))])
    mirror.clear()
    listed = by_changes(source, mirror, signature, keys) or source.fetch(verify.LIST)
    said = verify.read_signature(signature, listed, keys)
    if said[0] <= known:
        raise verify.NotGenuine([("downgrade", str(said[0]))])
    taken, stands = 0, {}
    for name, wanted in verify.read_list(listed).items():
        there = mirror.stage / name
        if there.is_file() and verify.hash_of(there) == wanted or mirror.keep(name, wanted) or mirror.double(name, stands.get(wanted)):
            stands.setdefault(wanted, name)
            continue
        stands[wanted] = name
        if waiting and mirror.resume(name, wanted):
            taken += 1
            continue
        mirror.write(name, source.fetch(name, wanted))
    if taken:
        say("resumed", str(taken))
    mirror.write(verify.LIST, listed)
    mirror.write(verify.SIGNATURE, signature)
    verify.check(str(mirror.stage), keys, known)
    mirror.swap(said[0], listed)
    # What the web server shows now, not what was meant to stand there.
    return verify.check(str(mirror.current), keys), True


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


class Parser(argparse.ArgumentParser):
    """Ends with 1 for wrong arguments: 2 would say that the mirror is fresh."""

    def error(self, message):
        """Say what is wrong."""
        self.print_usage(sys.stderr)
        self.exit(1, message + "\n")


def arguments():
    """What was asked for."""
    parser = Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--key", action="append", required=True, metavar="KEY.pub")
    parser.add_argument("--name", default="")
    parser.add_argument("--today", default=os.environ.get("TODAY") or datetime.date.today().isoformat())
    parser.add_argument("--language", default=verify.language_of_the_machine())
    return parser.parse_args()


def attempt(source, mirror, given, say):
    """Update one mirror; gives (what stands there, whether it is new), or None after saying why not."""
    keeps = False
    try:
        for place in [*given.key, *([] if source.folder is None else [given.source])]:
            if not os.path.exists(place):
                raise Stopped("no-such", place)
        keys = verify.read_keys(given.key)
        mirror.open()
        keeps = True
        found = update(source, mirror, next_key(mirror, keys), say)
        keeps = False
        return found
    except Missing as missing:
        say("incomplete", str(missing))
    except Stopped as stopped:
        say(*stopped.args)
    except verify.NotGenuine as wrong:
        keeps = False
        reasons = wrong.args[0]
        if reasons[0][0] == "downgrade":
            say(*reasons[0])
        else:
            verify.refuse(say, reasons)
    except OSError as error:
        # On a full disk nothing is kept: the room is needed by others.
        keeps = False
        say("not-written", cause_of(error))
    finally:
        if mirror.is_ours:
            mirror.collect() if keeps else mirror.forget()
    return None


def main():
    """Update one mirror and say the result in words."""
    given = arguments()
    say = verify.speaker(given.language)
    source, mirror = Source(given.source), Mirror(given.folder)
    say("fetching", source.place)
    found = attempt(source, mirror, given, say)
    say("bytes", str(source.bytes))
    if found is None:
        return 1
    (said, (named, digits)), is_new = found
    try:
        mirror.trace(source.place, said, given.name)
    except OSError as error:
        say("not-written", cause_of(error))
    say("updated" if is_new else "same", str(said[0]))
    for code, detail in (("place", str(mirror.current.resolve())), ("date", said[1]), ("phrase", named), ("digits", digits)):
        say(code, detail)
    if given.today > said[2]:
        say("expired")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
