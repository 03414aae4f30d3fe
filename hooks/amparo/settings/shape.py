"""What there is to decide: the settings of a build, and the flavours of its copies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True)
class Flavour:
    """For whom a copy is made. The pages say the same in every flavour; only their frame differs."""

    code: str = "public"
    """Its name in `mkdocs.yml` and in AMPARO_FLAVOUR."""

    is_for_files: bool = False
    """True for copies that are opened without a server: the exit stays in the copy also without script,
    because going online is a trace; the style is one file for all pages, because no round trip is saved by
    carrying it inside."""

    has_canonical: bool = False
    """True where pages name their address on the public site."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Plain names by language that stand for the site's name. Where there are some, tabs and histories say
    nothing else."""

    @property
    def is_neutral(self) -> bool:
        """True where nothing outside the text may tell what the site is about."""
        return bool(self.names)


@dataclass(frozen=True)
class Settings:
    """Settings of one build."""

    as_of: date
    """The day all ages are counted from: date of the newest reviewed change of the data."""

    site_name: str
    """Name in the header and in titles."""

    exit_url: str
    """A neutral public page that "Leave this page" opens."""

    languages: tuple[tuple[str, str], ...]
    """Published languages as (code, own name); the first one is the source language, at the root of the
    site."""

    reviewed: frozenset[str]
    """Languages whose words a native speaker has reviewed; the others say on every page that they are
    drafts."""

    flavour: Flavour = Flavour()
    """For whom this copy is made."""

    flavours: tuple[Flavour, ...] = (Flavour(),)
    """For whom copies can be made; the first is the usual one."""

    waiting: tuple[tuple[str, str], ...] = ()
    """Languages that are being translated: each is built only when AMPARO_LANGUAGE names it."""

    asked: str | None = None
    """The only language to build beside the source language; None: all."""

    previewed: str | None = None
    """A waiting language that is built nevertheless, to be looked at."""

    least: Mapping[str, int] = field(default_factory=dict)
    """By domain of texts: how many of a hundred must be translated before a language is published."""

    freshness: str = "warn"
    """`warn` or `strict`: whether an overdue emergency contact stops a build."""

    alone: str | None = None
    """The only language of this copy; None: it holds all."""

    version: int = 1
    """Number of the release. It only grows: a smaller one than before is an old copy."""

    address: str = ""
    """Address of the public site, for `canonical`; empty: it has none yet."""

    operator: str = ""
    """Who runs the copy that is being built, in their own words; empty: not said."""

    mirrors: tuple[str, ...] = ()
    """Addresses of known copies."""

    site_dir: str = "site"
    """Folder of the finished site, as MkDocs was told; it counts from the file with settings."""

    @property
    def published(self) -> tuple[str, ...]:
        """Codes of the languages that readers are promised; what is only previewed is not among them."""
        return tuple(code for code, _ in self.languages if code != self.previewed)

    @property
    def translated(self) -> tuple[str, ...]:
        """Codes of all languages that somebody translates into, published or not."""
        codes = [code for code, _ in (*self.languages[1:], *self.waiting)]
        return tuple(dict.fromkeys(codes))

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The languages that a reader of this copy can choose."""
        return tuple(pair for pair in self.languages if self.alone in (None, pair[0]))

    @property
    def file_name(self) -> str:
        """The name in the names of files: small letters and digits of any script, single hyphens."""
        return plain_name(self.site_name)

    def for_copy(self, flavour: str, alone: str | None) -> Settings:
        """The same settings for a copy in another flavour; only copies for files have one language alone."""
        chosen = next(one for one in self.flavours if one.code == flavour)
        return replace(self, flavour=chosen, alone=alone if chosen.is_for_files else None)

    def name(self, language: str) -> str:
        """What the site is called in this copy."""
        return self.flavour.names.get(language, self.site_name)


def plain_name(name: str) -> str:
    """A name as a file can bear it everywhere: `Casa Azul` becomes `casa-azul`."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-") or "site"
