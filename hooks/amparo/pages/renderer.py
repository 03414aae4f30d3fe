"""Templates: the only place that knows Jinja."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from amparo.pages.fallback import Fallback
from amparo.pages.isolation import SAMPLE, isolated
from amparo.signs import Drawing
from amparo.text import messages
from amparo.text.catalogue import Message
from amparo.text.language import SOURCE_LANGUAGE, direction
from amparo.text.voice import Foreign, Voice

_INDENT = re.compile(r"\n\s+")


def _one_sms(needed: Iterable[object], more: Iterable[object] = ()) -> str | None:
    """`messages.one_sms` of what a template says: words without markup."""
    return messages.one_sms(*([str(escape(line).striptags()) for line in lines] for lines in (needed, more)))


class _Compiled(BytecodeCache):
    """Compiled templates, kept for the other languages and for the next build of a preview."""

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same source."""
        self._code.setdefault(bucket.key, {})
        bucket.code = self._code[bucket.key].get(bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = {bucket.checksum: bucket.code}


_COMPILED = _Compiled()


class Renderer:
    """Fills templates in one language. Everything that is not markup already is escaped."""

    def __init__(
        self, templates: Path, voice: Voice, signs: Mapping[str, Drawing] = MappingProxyType({})
    ) -> None:
        """`templates` is the folder of templates, `signs` what is drawn for each sign."""
        self.voice, self._templates = voice, templates
        self._said: dict[str, Markup] = {}
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
            cache_size=-1,
            finalize=self._finalize,
        )
        self.environment.globals.update(
            _=self._ui, n_=self._counted, quotes=voice.quotes, direction_of=direction
        )
        self.environment.globals["one_sms"] = _one_sms
        self.environment.globals.update(drawing=signs.get, is_mirrored=voice.direction == "rtl")
        self.environment.globals["is_tall"] = voice.about.script.is_tall and voice.direction == "ltr"
        self._foreign = self.environment.get_template("parts/foreign.html")
        sample = Foreign("text", SOURCE_LANGUAGE, direction(SOURCE_LANGUAGE))
        self._isolated = str(self.fill("parts/isolated.html", run=SAMPLE)).strip()
        self._fallback = Fallback(str(self.foreign(sample)), sample.text)

    def fill(self, template: str, **answers: Any) -> Markup:
        """A template filled with prepared answers, without the spaces that indent it."""
        return Markup(_INDENT.sub("\n", self.environment.get_template(template).render(answers)))

    def title(self, template: str, answers: Mapping[str, Any]) -> str:
        """The title that a page's template gives, as plain words."""
        return " ".join(self._part("title", template, answers).striptags().split())

    def content(self, template: str, answers: Mapping[str, Any]) -> Markup:
        """The content that a page's template gives, without the document around it."""
        return Markup(self._fallback.blocks(self._directed(str(self._part("content", template, answers)))))

    def printed(self, template: str, **answers: Any) -> str:
        """A template filled for programs that lay out paper."""
        return self._fallback.rows(self._directed(str(self.fill(template, **answers))))

    def _directed(self, markup: str) -> str:
        """Markup in which numbers keep their direction."""
        return isolated(markup, self._isolated) if self.voice.direction == "rtl" else markup

    def _part(self, part: str, template: str, answers: Mapping[str, Any]) -> Markup:
        layout = self.environment.get_template(f"layouts/{part}.html")
        return self.fill(f"{template}.html", **{**answers, "layout": layout})

    @staticmethod
    def own(markup: str) -> Markup:
        """Markup that was made from our own finished pages: a template prints it as it is."""
        return Markup(markup)

    def sign(self, name: str, above: str | None = None) -> str:
        """A sign as it is drawn inside a page, or as the file below `above`."""
        macros: Any = self.environment.get_template("parts/sign.html").module
        return str(macros.sign(name) if above is None else macros.sign_file(name, above))

    def raw(self, name: str) -> str:
        """A file that lies among the templates, as it is."""
        return (self._templates / name).read_text("utf-8")

    def lines(self, template: str) -> dict[str, str]:
        """A template that holds a code and its sentence a line, as plain text by code."""
        pairs = (line.partition(" ") for line in self.fill(template).split("\n") if line)
        return {str(code): str(sentence.striptags()) for code, _, sentence in pairs}

    def foreign(self, said: Foreign) -> Markup:
        """Text in another language, marked as such."""
        return Markup(self._foreign.render(said=said).strip())

    def _finalize(self, value: Any) -> Any:
        """What a template prints: None is a mistake, foreign text is marked."""
        if isinstance(value, Foreign):
            return self.foreign(value)
        if value is None:
            raise ValueError("a template printed None: ask `if` first")
        return value

    def _ui(self, message: str, **words: Any) -> Markup:
        """A sentence of a template in this language, with its placeholders filled."""
        if message not in self._said:
            said = self.voice.translate(None, message)
            self._said[message] = self.foreign(said) if isinstance(said, Foreign) else escape(said)
        text = self._said[message]
        return text % {key: self._escaped(word) for key, word in words.items()} if words else text

    def _counted(self, one: str, many: str, number: int, **words: Any) -> Markup:
        """A sentence about a number of things; `%(n)s` is the number."""
        said = self.voice.counted(one, many, number)
        text = self.foreign(said) if isinstance(said, Foreign) else escape(said)
        return text % {
            "n": self.voice.number(number),
            **{key: self._escaped(word) for key, word in words.items()},
        }

    def _escaped(self, word: Any) -> Markup:
        return self.foreign(word) if isinstance(word, Foreign) else escape(word)


def words_of_templates(templates: Path) -> Iterator[Message]:
    """Every sentence of the templates, for translators."""
    for file in sorted(templates.rglob("*.html")):
        name = file.relative_to(templates).as_posix()
        for text, plural in calls_in(file.read_text("utf-8")):
            yield Message(None, text, plural, file=f"hooks/templates/{name}")


_STRING = r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*"""
_CALL = re.compile(rf"(?<![\w.])(?:_\({_STRING}(?=[,)])|n_\({_STRING},{_STRING},)")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def calls_in(template: str) -> Iterator[tuple[str, str | None]]:
    """The texts of `_("…")` and `n_("…", "…")` in a template. Jinja's own parser finds the same, as a test
    holds, in twenty times the time: every `make check` asks."""
    for call in _CALL.finditer(_COMMENT.sub("", template)):
        single, one, many = (part and literal_eval(part) for part in call.groups())
        yield (single, None) if single is not None else (one, many)
