"""Asks hosts whether the addresses of our records are still there. The only module that asks anybody; no
build does."""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from urllib.parse import urlsplit

from amparo.checks import check_all
from amparo.model.asked import FILE, RESULTS, Asked, read_asked, written
from amparo.model.citation import Citation
from amparo.model.loading import Loaded
from amparo.project import Project
from amparo.settings import read_settings
from amparo.source import Stop

PAUSE = 1.0
"""Seconds between two questions to one host."""

PATIENCE = 20.0
"""Seconds after which a host counts as unreachable."""

AT_ONCE = 8
"""Hosts that are asked at the same time."""

KEPT_DAYS = 30
"""Days for which a good answer is not asked for again."""

WHO = "Mozilla/5.0 (compatible; link check)"
"""How we call ourselves: a machine, and nothing about the site."""

REFUSED = (401, 402, 403, 405, 406, 407, 418, 421, 425, 426, 428, 429, 451, 503, 999)
"""Codes of hosts that do not answer machines, or not now: it says nothing about the page."""

GONE = (404, 410)
"""Codes of pages that are not there any more."""


def addresses(loaded: Loaded) -> list[str]:
    """Every web address of the records that may be opened: of contacts and of sources, each once."""
    found: set[str] = set()
    for body, _ in loaded.bodies():
        found.update(contact.value for contact in body.contacts if contact.kind in ("web", "web-form"))
    for sources in _sources(loaded):
        found.update(source.url for source in sources if source.url and source.link)
    dangers = loaded.dangers()
    return sorted(one for one in found if not dangers.forbids(one) and ".onion" not in one)


def _sources(loaded: Loaded) -> Iterator[Iterable[Citation]]:
    for body, _ in loaded.bodies():
        yield body.sources
    records = (loaded.lines, loaded.coverage, loaded.designations)
    for folder in (*records, loaded.solidarity.news, loaded.solidarity.actions):
        yield from (record.sources for record in folder.values())
    if loaded.line_sources:
        yield loaded.line_sources.sources


def ask(address: str, patience: float = PATIENCE) -> tuple[str, str]:
    """One of `RESULTS` for an address, and why."""
    try:
        request = urllib.request.Request(address, headers={"User-Agent": WHO, "Accept": "text/html,*/*"})
        with urllib.request.urlopen(request, timeout=patience) as answer:
            answer.read(1)
            return _answered(address, answer.geturl())
    except urllib.error.HTTPError as error:
        error.close()
        kind = "refused" if error.code in REFUSED else "gone" if error.code in GONE else "broken"
        return kind, f"HTTP {error.code}"
    except urllib.error.URLError as error:
        return "unreachable", _why(error.reason)
    except (OSError, ValueError, http.client.HTTPException) as error:
        return "unreachable", _why(error)


def _answered(asked: str, came: str) -> tuple[str, str]:
    """An address that leads to another host may be in other hands."""
    first, last = (_host(one) for one in (asked, came))
    if first != last and not last.endswith(f".{first}") and not first.endswith(f".{last}"):
        return "moved", f"leads to {last}"
    return "answers", "HTTP 200"


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").lower().removeprefix("www.")


def _why(reason: object) -> str:
    """A failure in a few words that are the same everywhere."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "its certificate is not valid"
    if isinstance(reason, ssl.SSLError):
        return "no safe connection"
    if isinstance(reason, TimeoutError):
        return f"no answer in {PATIENCE:.0f} seconds"
    if isinstance(reason, ConnectionRefusedError):
        return "the host takes no connection"
    name = type(reason).__name__
    return "the host is not found" if name == "gaierror" else f"no connection ({name})"


def ask_all(wanted: Iterable[str], day: str, pause: float = PAUSE) -> list[Asked]:
    """Ask for every address: many hosts at once, one after the other at each."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in wanted:
        by_host[_host(address)].append(address)

    def one_host(mine: list[str]) -> list[Asked]:
        found = []
        for n, address in enumerate(mine):
            time.sleep(pause if n else 0)
            found.append(Asked(address, *ask(address), day))
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [one for found in pool.map(one_host, by_host.values()) for one in found]


def links(project: Project, only: str | None, is_all: bool) -> int:
    """Ask for the addresses that were not asked lately, keep the answers, print what to look at. 1 when an
    address is gone."""
    settings = read_settings(project)
    loaded, problems = check_all(project, settings.as_of, settings.site_name)
    if problems.errors:
        raise Stop(problems)
    file, today = project.find(FILE), date.today()
    known = {one.address: one for one in read_asked(file.read_text("utf-8-sig"))[0]} if file.exists() else {}
    every = addresses(loaded)
    kept = {address: known[address] for address in every if address in known}
    wanted = [
        address
        for address in every
        if (not only or only in _host(address)) and (is_all or _is_due(kept.get(address), today))
    ]
    print(
        f"{len(wanted)} of {len(every)} addresses are asked. Every host sees from where: think before you do."
    )
    dangers = loaded.dangers()
    new = [
        one._replace(reason="leads to a host that may not be named") if dangers.forbids(one.reason) else one
        for one in ask_all(wanted, today.isoformat())
    ]
    kept |= {one.address: one for one in new}
    file.write_bytes(written(kept.values()).encode())
    _tell(new)
    counts = Counter(one.result for one in kept.values())
    print(", ".join(f"{result}: {counts[result]}" for result in RESULTS), f"(all, in {FILE})")
    return int(any(one.result == "gone" for one in new))


def _is_due(known: Asked | None, today: date) -> bool:
    """Whether an address was never asked, or long ago, or did not answer."""
    if known is None or known.result != "answers":
        return True
    return (today - date.fromisoformat(known.date)).days > KEPT_DAYS


def _tell(found: Iterable[Asked]) -> None:
    for result in RESULTS[1:]:
        for one in found:
            if one.result == result:
                print(f"{result}: {one.address} ({one.reason})")
