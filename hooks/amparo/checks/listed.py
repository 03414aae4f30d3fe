"""Nobody who stands on a list is shown without its warning: every record is compared with every list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from amparo.model.danger import Dangers
from amparo.model.designation import Designation
from amparo.model.host import Hosts
from amparo.model.loading import Loaded
from amparo.model.mechanism import Mechanism
from amparo.model.organisation import Organisation
from amparo.model.prose import prose_of
from amparo.source import Path, Problem
from amparo.text.fold import holds, is_acronym, sounds

Body = Organisation | Mechanism


def check(loaded: Loaded, as_of: date) -> Iterator[Problem]:
    """Names (as they sound, in any script), hosts, parents, partners and texts: a match is linked in the
    list, or dismissed with a reason."""
    dangers = loaded.dangers()
    lists = [_List(designation) for designation in loaded.designations.values()]
    dismissed = {
        (one.designation.id, record.record, alike): False
        for one in lists
        for record in one.designation.not_meant
        for alike in record.alike
    }
    index = _Index(lists)
    for body, document in loaded.bodies():
        face = _Face(body)
        for one in index.near(face):
            id = one.designation.id
            if body.id in one.designation.by_record or one.reaches(body, dangers):
                continue
            for path, what, alike in one.matches(face, dangers):
                if (id, body.id, alike) in dismissed:
                    dismissed[id, body.id, alike] = True
                    continue
                yield document.problem(
                    path,
                    f"{what}: see data/designations/{id}.yml",
                    f"- record: {body.id} under `names` there, or under `not_meant` with the reason and "
                    f"`alike: [{alike}]`",
                )
                break
    yield from _unused(loaded, dismissed)


class _Index:
    """Which lists could name a body at all: most share no word, host or partner with it."""

    def __init__(self, lists: list[_List]) -> None:
        self.lists = lists
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for n, one in enumerate(lists):
            for word in (*one.words, *one.acronyms, *one.records):
                self._by_word[word].add(n)
        self._named = [(name, n) for n, one in enumerate(lists) for name in one.printed]
        self._hosts = Hosts(host for one in lists for host in one.hosts.hosts)

    def near(self, face: _Face) -> list[_List]:
        """The lists to compare a body with, in their order."""
        found = {
            n
            for word in (*face.words, *face.acronyms, *face.body.partners)
            for n in self._by_word.get(word, ())
        }
        said = "\n".join(text for _, text in face.texts)
        found |= {n for name, n in self._named if name in said}
        if any(self._hosts.found_in(host) for _, host in face.hosts):
            return self.lists
        return [self.lists[n] for n in sorted(found)]


def _unused(loaded: Loaded, dismissed: dict[tuple[str, str, str], bool]) -> Iterator[Problem]:
    """Likenesses that were dismissed and are none: a leave that would hide a later one."""
    known = {*loaded.organisations, *loaded.mechanisms}
    for (id, record, alike), is_used in dismissed.items():
        if not is_used and record in known:
            designation = loaded.designations[id]
            n = [one.record for one in designation.not_meant].index(record)
            yield loaded.document_of(id, "designations").problem(
                ("not_meant", n),
                f"`{record}` does not look like `{alike}`",
                "delete it under `alike`, or the entry where it was the only one",
            )


class _Face:
    """What a record shows of itself: names as they sound, acronyms, hosts."""

    def __init__(self, body: Body) -> None:
        self.body = body
        names: list[tuple[Path, str]] = [(("names", language), name) for language, name in body.names.items()]
        if isinstance(body, Organisation):
            names += [(("acronym",), body.acronym)] if body.acronym else []
            names += [(("former_names", n, "name"), one.name) for n, one in enumerate(body.former_names)]
        names += [(("parents", n), name) for n, name in enumerate(body.parents)]
        heard = [(path, name, sounds(name)) for path, name in names]
        self.names = [(path, name, words, frozenset(words)) for path, name, words in heard]
        self.words = {word for _, _, words in heard for word in words}
        self.acronyms = {word for _, name, _, _ in self.names for word in re.findall(r"[\w-]+", name)}
        self.texts = list(prose_of(body))
        self.hosts = [(("hosts", n), host) for n, host in enumerate(body.hosts)]


class _List:
    """One designation, ready to be compared."""

    def __init__(self, designation: Designation) -> None:
        self.designation = designation
        named = [body for body in designation.names if not body.is_reached]
        # A body that is only reached lends the list its listed parent's names, not its own.
        printed = {name for body in designation.names for name in body.printed}
        printed |= {body.through_name for body in designation.names if body.through_name}
        self.acronyms = {name for name in printed if is_acronym(name)}
        self.printed = sorted(printed - self.acronyms)
        names = {sounds(name): name for name in self.printed}
        self.names = [(heard, name, frozenset(heard)) for heard, name in names.items()]
        self.words = {word for heard in names for word in heard}
        self.hosts = Hosts((*designation.hosts, *(host for body in designation.names for host in body.hosts)))
        self.records = {body.record for body in named if body.record}

    def reaches(self, body: Body, dangers: Dangers) -> bool:
        """Whether the warning reaches it anyway, because it is a part of a named body."""
        return any(parent in self.designation.by_record for parent in dangers.parents(body.id))

    def matches(self, face: _Face, dangers: Dangers) -> Iterator[tuple[Path, str, str]]:
        """Where a record looks as if the list named it, how, and what of the list it is."""
        for path, name, heard, words in face.names if not self.words.isdisjoint(face.words) else ():
            for listed, printed, its_words in self.names:
                if (its_words <= words and holds(heard, listed)) or (
                    len(heard) > 1 and words <= its_words and holds(listed, heard)
                ):
                    yield path, f"`{name}` sounds like `{printed}`, which is listed", printed
        for path, name, _, _ in face.names if not self.acronyms.isdisjoint(face.acronyms) else ():
            for acronym in sorted(self.acronyms & set(re.findall(r"[\w-]+", name))):
                yield path, f"`{name}` is listed", acronym
        for field, text in face.texts:
            found = next((one for one in self.printed if one in text), None)
            if found and not self.designation.names_everybody:
                yield (field.split(".")[0],), f"its text names `{found}`, which is listed", found
        for path, host in face.hosts:
            listed_host = self.hosts.found_in(host)
            if listed_host:
                yield path, f"the host `{host}` belongs to `{listed_host}`, which is listed", listed_host
        # A rule of the country touches the partner and everybody else alike.
        for n, partner in enumerate(() if self.designation.names_everybody else face.body.partners):
            if partner in self.records:
                yield ("partners", n), f"its partner `{partner}` is listed", partner
