"""Who a mechanism is: its official names, who runs it, what it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amparo.model.mechanism import Mechanism
from amparo.text.language import direction
from amparo.text.voice import Foreign, Said, Voice

if TYPE_CHECKING:
    from amparo.pages.context import Context


@dataclass(frozen=True)
class IdentityView:
    """Who a mechanism is, for those who must cite it."""

    names: list[Said]
    """Official names: the page's own language first, the others marked."""

    body: Said | None
    """Who runs it; None: not known."""

    instruments: list[Said]
    """Treaties, resolutions and laws that it stands on."""

    established: str | None
    """Since when; None: not known."""

    level: Said
    """How near it is."""


def view(context: Context, m: Mechanism) -> IdentityView:
    """What the record says of the body itself."""
    library, voice = context.library, context.voice
    here = f"mechanisms/{m.id}#"
    ordered = sorted(m.names.items(), key=lambda item: (item[0] != voice.language, item[0] != "en"))
    return IdentityView(
        names=[_marked(voice, text, language) for language, text in ordered],
        body=voice.translate(here + "body", m.body),
        instruments=[voice.translate(here + "instruments.title", i.title) for i in m.instruments],
        established=voice.when(m.established),
        level=voice.term("level", library.term("level", m.level)),
    )


def _marked(voice: Voice, text: str, language: str) -> Said:
    """A name in a language."""
    if language == voice.language:
        return text
    return Foreign(text, language, direction(language), missing=False)
