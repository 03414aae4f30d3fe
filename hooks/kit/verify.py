#!/usr/bin/env python3
"""Checks whether a copy is genuine, whole and how old it is. Needs Python 3.8 or newer and nothing else.

    python3 verify.py FOLDER [KEY.pub ...] [--at-least VERSION] [--today YYYY-MM-DD] [--language es]

Take it from another copy than the one you check. Without a folder it checks the one you stand in, or its own.
Ends with 0: genuine, 1: not genuine or not checkable, 2: genuine but old, 3: genuine, but a Mac or Windows left files in it.
"""

import base64
import datetime
import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

LIST, SIGNATURE, RELEASE = "SHA256SUMS", "SHA256SUMS.minisig", "release.json"
UNTRUSTED = b"untrusted comment: signature of SHA256SUMS\n"
TRUSTED = re.compile(r"v=([1-9][0-9]{0,8}) date=([0-9]{4}-[0-9]{2}-[0-9]{2}) expires=([0-9]{4}-[0-9]{2}-[0-9]{2}) key=([0-9A-F]{16})")
ENTRY = re.compile(r"([0-9a-f]{64})  ((?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*)")
TELLS = re.compile(r"release\.json|([a-z-]+/)?release\.html|kit/changes\.[a-z.]+")
"""Files that show the release phrase themselves: the phrase is made from the list without them."""

STRAY = re.compile(
    r"([A-Za-z0-9_][A-Za-z0-9._-]*/)*(\.DS_Store|[Tt]humbs\.db|[Dd]esktop\.ini|\._[A-Za-z0-9._-]+)"
    r"|System Volume Information/[A-Za-z0-9_-]+(\.dat|\.log)?"
)
"""What a Mac and Windows leave in every folder that they open: not part of a copy, and harmless."""

MARK = b"\x00\x05\x16\x07"
"""How a Mac's own `._` files begin. One with an ending that a browser may show, such as ._index.html, must have it."""

UNSURE = {"no-key", "bad-key", "no-tool", "not-checked", "no-such", "no-folder", "two-places", "empty-folder", "no-permission", "bad-option"}
"""Reasons that say nothing about the copy."""

OWN = {"place", "with-key", "no-such", "no-folder", "two-places", "empty-folder", "no-permission", "bad-option",
       "fetching", "current-folder", "no-links", "not-written", "not-swapped"}
"""What is said about a name that was given by hand: it is shown in its own letters."""

SHOWN = 20
"""Reasons told one by one; a copy with more is wrong as a whole."""

KIT = Path(__file__).resolve().parent


class NotGenuine(Exception):
    """Why the copy cannot be trusted, as (code, detail) pairs."""


# Ed25519 (RFC 8032): only the check of a signature, nothing here is secret.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def _point(data):
    """The point that 32 bytes stand for, as (x, y, z, x·y); None when they stand for none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * ROOT % P
    if v * x * x % P != u or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def _add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * D * one[3] * other[3] % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    out = (0, 1, 1, 0)
    while number:
        if number & 1:
            out = _add(out, point)
        point, number = _add(point, point), number >> 1
    return out


BASE = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def _is_small(point):
    """Whether a point is one of the eight of a small order: such a key would have signed anything."""
    x, y, z, _ = _times(8, point)
    return x % P == 0 and (y - z) % P == 0


def is_signed(key, message, signature):
    """Whether the 64 bytes are the signature of a message by the owner of a public key."""
    a, r, s = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER or _is_small(a) or _is_small(r):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = _times(s, BASE), _add(r, _times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# The files


def exactly(text, length):
    """Base64 in its only right spelling, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if len(data) == length and base64.b64encode(data) == text else None


def key_in(file):
    """The id and the bytes of the public key in a file of minisign, or None."""
    with open(file, "rb") as content:
        lines = content.read(4096).split(b"\n")
    data = exactly(lines[1].rstrip(), 42) if len(lines) > 1 else None
    return None if data is None or data[:2] != b"Ed" else (data[9:1:-1].hex().upper(), data[10:])


def key_files(places):
    """The files of public keys among files and folders of them."""
    return [file for place in map(Path, places) for file in (sorted(place.glob("*.pub")) if place.is_dir() else [place])]


def read_keys(places):
    """Public keys by their id, from files of minisign or folders of them."""
    found = {}
    for file in key_files(places):
        key = key_in(file)
        if key is None:
            raise NotGenuine([("bad-key", file.name)])
        found[key[0]] = key[1]
    if not found:
        raise NotGenuine([("no-key", "")])
    return found


def sort_out(places):
    """Which of the given places is the copy, and the files of the keys: as (folder, [files]).

    A folder is the copy, a second one holds keys, a file is a key; whatever else was given is refused, never passed over.
    """
    folder, keys = None, []
    for place in places:
        if os.path.isdir(place):
            if folder is None:
                folder = place
                continue
            _must_be_open(place)
            found = key_files([place])
            if not found:
                raise NotGenuine([("two-places", place)])
            keys += found
        elif not os.path.exists(place):
            raise NotGenuine([("no-such", place)])
        elif not os.path.isfile(place):
            raise NotGenuine([("no-folder", place)])
        else:
            _must_be_open(place)
            if not place.endswith(".pub") and key_in(place) is None:
                raise NotGenuine([("no-folder", place)])
            keys.append(Path(place))
        read_keys(keys) if keys else None
    if folder is None:
        folder = "." if os.path.isfile(LIST) else str(KIT.parent)
    return folder, keys or key_files([KIT / "keys"])


def _must_be_open(place):
    """Raises `NotGenuine` where there is no right to read a file or to enter a folder."""
    if not os.access(place, os.R_OK | (os.X_OK if os.path.isdir(place) else 0)):
        raise NotGenuine([("no-permission", str(place))])


def read_signature(content, listed, keys):
    """The signed line as (version, date, expires, key id), when both signatures hold."""
    lines = content.split(b"\n")
    if len(lines) != 5 or lines[0] + b"\n" != UNTRUSTED or not lines[2].startswith(b"trusted comment: ") or lines[4]:
        raise NotGenuine([("bad-signature-file", "")])
    first, second = exactly(lines[1], 74), exactly(lines[3], 64)
    if first is None or second is None or first[:2] != b"Ed":
        raise NotGenuine([("bad-signature-file", "")])
    key_id, comment = first[9:1:-1].hex().upper(), lines[2][len(b"trusted comment: "):]
    if key_id not in keys:
        raise NotGenuine([("other-key", key_id)])
    if not is_signed(keys[key_id], listed, first[10:]):
        raise NotGenuine([("bad-signature", "")])
    said = TRUSTED.fullmatch(comment.decode("ascii", "replace"))
    if not is_signed(keys[key_id], first[10:] + comment, second) or not said or said[4] != key_id:
        raise NotGenuine([("bad-comment", "")])
    return int(said[1]), said[2], said[3], key_id


def read_list(content):
    """Hashes by path. The list is sorted, and no two names differ only in small and capital letters."""
    text = content.decode("ascii", "replace")
    entries = [ENTRY.fullmatch(line) for line in text.split("\n")[:-1]]
    if not text.endswith("\n") or not all(entries):
        raise NotGenuine([("bad-list", "")])
    names = [entry[2] for entry in entries]
    if names != sorted(set(names)) or len({name.lower() for name in names}) != len(names) or {LIST, SIGNATURE} & set(names):
        raise NotGenuine([("bad-list", "")])
    return {entry[2]: entry[1] for entry in entries}


def files_in(folder):
    """Paths of all files, and of everything that is neither file nor folder, which no copy may hold.

    Raises `OSError` where a folder cannot be entered.
    """
    files, others = [], []
    todo = [""]
    while todo:
        below = todo.pop()
        with os.scandir(os.path.join(folder, below)) as entries:
            for entry in entries:
                path = below + entry.name
                kind = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(kind):
                    todo.append(path + "/")
                else:
                    (files if stat.S_ISREG(kind) else others).append(path)
    return sorted(files), sorted(others)


def hash_of(file):
    """SHA-256 of a file."""
    digest = hashlib.sha256()
    with open(file, "rb") as content:
        for part in iter(lambda: content.read(1 << 20), b""):
            digest.update(part)
    return digest.hexdigest()


def phrase(listed):
    """Six made-up words and 24 digits from the list without the files that show them."""
    kept = "".join(line + "\n" for line in listed.decode("ascii").split("\n")[:-1] if not TELLS.fullmatch(line[66:]))
    digest = hashlib.sha256(kept.encode("ascii")).hexdigest()
    words = []
    for start in range(0, 24, 4):
        n = int(digest[start:start + 4], 16)
        words.append("".join(("bdfghjklmnprstvz"[n >> 12], "aiou"[n >> 10 & 3], "bdfghjklmnprstvz"[n >> 6 & 15],
                              "aiou"[n >> 4 & 3], "bdfghjklmnprstvz"[n & 15])))
    digits = ["%04d" % (int(digest[start:start + 4], 16) % 10000) for start in range(24, 48, 4)]
    return " ".join(words), " ".join(digits)


def strays(folder, names):
    """Those of some files that a Mac or Windows left, as (code, path)."""
    found = []
    for name in names:
        last = name.rpartition("/")[2]
        if not STRAY.fullmatch(name):
            continue
        if last.startswith("._") and "." in last[2:]:
            with open(os.path.join(folder, name), "rb") as content:
                if content.read(4) != MARK:
                    continue
        found.append(("by-mac" if last.startswith(".") else "by-windows", name))
    return sorted(found)


def check(folder, keys, at_least=0):
    """What the signed line says, and the release phrase, when everything in a folder is as it was signed.

    Raises `NotGenuine` with the reasons. Files that a Mac or Windows left are no reason: `look` tells them too.
    """
    return look(folder, keys, at_least)[:2]


def look(folder, keys, at_least=0):
    """As `check`, with the files that a Mac or Windows left as a third."""
    if not os.listdir(folder):
        raise NotGenuine([("empty-folder", folder)])
    for name, reason in ((LIST, "no-list"), (SIGNATURE, "no-signature")):
        path = os.path.join(folder, name)
        if not os.path.isfile(path) or os.path.islink(path):
            raise NotGenuine([(reason, "")])
    with open(os.path.join(folder, LIST), "rb") as file:
        listed = file.read()
    with open(os.path.join(folder, SIGNATURE), "rb") as file:
        said = read_signature(file.read(), listed, keys)
    hashes = read_list(listed)
    files, others = files_in(folder)
    there = set(files) - {LIST, SIGNATURE}
    left = strays(folder, there - set(hashes))
    there -= {name for _, name in left}
    for name in sorted(there):
        _must_be_open(os.path.join(folder, name))
    reasons = [("not-a-file", name) for name in others]
    reasons += [("unlisted", name) for name in sorted(there - set(hashes))]
    reasons += [("missing", name) for name in sorted(set(hashes) - there)]
    reasons += [("changed", name) for name in sorted(there & set(hashes)) if hash_of(os.path.join(folder, name)) != hashes[name]]
    if not reasons:
        reasons += _disagreements(folder, said)
    if said[0] < at_least:
        reasons.append(("too-old", str(said[0])))
    if reasons:
        raise NotGenuine(reasons)
    return said, phrase(listed), left


def _disagreements(folder, said):
    """release.json is read by people and programs: it must say what was signed."""
    try:
        with open(os.path.join(folder, RELEASE), "rb") as file:
            release = json.loads(file.read().decode("utf-8"))
        same = (release["version"], release["date"], release["expires"]) == said[:3]
    except (OSError, ValueError, KeyError, TypeError):
        same = False
    return [] if same else [("release-differs", RELEASE)]


# Words


def words(language):
    """What each code says, in the reader's language, from the table beside this program; without it the codes themselves."""
    try:
        if language == "codes":
            return {}
        rows = [line.split("\t") for line in (KIT / "words.tsv").read_text("utf-8").split("\n") if line]
    except OSError:
        return {}
    column = rows[0].index(language) if language in rows[0] else 1
    return {row[0]: row[column] for row in rows[1:]}


def language_of_the_machine():
    """The two letters in LC_ALL, LC_MESSAGES or LANG."""
    found = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return found[:2]


class Options:
    """What was asked for besides the places."""

    def __init__(self, given):
        """Raises `NotGenuine` for what is no option, or has no right value."""
        self.places, self.at_least, self.help = [], 0, False
        self.language, self.today = language_of_the_machine(), os.environ.get("TODAY") or datetime.date.today().isoformat()
        given = list(given)
        while given:
            word = given.pop(0)
            name, mark, value = word.partition("=")
            if word in ("-h", "--help"):
                self.help = True
            elif name in ("--at-least", "--today", "--language"):
                if not mark and not given:
                    raise NotGenuine([("bad-option", word)])
                self._set(name, value if mark else given.pop(0))
            elif word.startswith("-"):
                raise NotGenuine([("bad-option", word)])
            else:
                self.places.append(word)
        self._set("--today", self.today)

    def _set(self, name, value):
        if name == "--language":
            self.language = value
        elif not re.fullmatch("[0-9]{1,9}" if name == "--at-least" else "[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise NotGenuine([("bad-option", name + " " + value)])
        elif name == "--at-least":
            self.at_least = int(value)
        else:
            self.today = value


def speaker(language):
    """A function that says a code and a detail in a language."""
    said_in_words = words(language)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

    def say(code, detail=""):
        # A name in a copy may hold anything, also signs that steer a terminal.
        detail = re.sub(r"[\x00-\x1f\x7f]" if code in OWN else r"[^ -~]", "?", detail)
        print(said_in_words.get(code, code) + (" " + detail if detail else ""), flush=True)

    return say


def refuse(say, reasons):
    """Say why there is no answer, or a bad one. Gives the exit code."""
    say("not-checked" if reasons[0][0] in UNSURE else "not-genuine")
    _say_some(say, reasons)
    return 1


def _say_some(say, lines):
    for code, detail in lines[:SHOWN]:
        say(code, detail)
    if len(lines) > SHOWN:
        say("more", str(len(lines) - SHOWN))


def main(given=None):
    """Check one folder and say the result in words."""
    say = speaker(language_of_the_machine())
    try:
        options = Options(sys.argv[1:] if given is None else given)
        say = speaker(options.language)
        if options.help:
            print(__doc__)
            return 0
        folder, files = sort_out(options.places)
        _must_be_open(folder)
        say("place", os.path.realpath(folder))
        for file in files:
            key = key_in(file)
            say("with-key" if key else "bad-key", (key[0] + " " if key else "") + file.name)
        said, (named, digits), left = look(folder, read_keys(files), options.at_least)
    except PermissionError as error:
        return refuse(say, [("no-permission", str(error.filename))])
    except OSError as error:
        return refuse(say, [("not-checked", str(error))])
    except NotGenuine as wrong:
        return refuse(say, wrong.args[0])
    is_old = options.today > said[2]
    say("expired" if is_old else "genuine-but" if left else "genuine")
    for code, detail in (("version", str(said[0])), ("date", said[1]), ("expires", said[2]), ("key", said[3]),
                         ("phrase", named), ("digits", digits)):
        say(code, detail)
    _say_some(say, left)
    if options.today < said[1]:
        say("clock", options.today)
    if Path(folder).resolve() == KIT.parent:
        say("own-tool")
    return 2 if is_old else 3 if left else 0


if __name__ == "__main__":
    sys.exit(main())
