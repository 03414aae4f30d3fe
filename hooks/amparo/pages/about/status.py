"""What the status page says: how old the facts are, and how much is translated."""

from __future__ import annotations

from collections import Counter
from typing import Any, Mapping

from amparo.pages.context import Context
from amparo.pages.kind import Kind
from amparo.pages.parts import contact

Counts = Mapping[str, Mapping[str, tuple[int, int]]]
"""By language and domain: (translated, all)."""


def view(context: Context) -> dict[str, Any]:
    """The answers for `about/status.html`."""
    library, voice = context.library, context.voice
    ages = Counter(
        library.trust.freshness(o.sources_by_id[c.source].date)
        for o in library.directory.listed
        for c in o.contacts
    )
    due = sorted(
        library.helpers.lines,
        key=lambda line: -library.trust.age(line.body.sources_by_id[line.contact.source].date),
    )
    return {
        "organisations": len(library.organisations),
        "listed": len(library.directory.listed),
        "contacts": sum(len(o.contacts) for o in library.organisations.values()),
        "withheld": sum(len(o.withheld) for o in library.organisations.values()),
        "statuses": [
            (voice.term("status", t), n)
            for t in library.vocabulary("status").terms
            if (n := sum(o.status == t.code for o in library.organisations.values()))
        ],
        "confidences": [
            (voice.term("confidence", t), n)
            for t in library.vocabulary("confidence").terms
            if (n := sum(o.confidence == t.code for o in library.organisations.values()))
        ],
        "ages": [
            (voice.term("freshness", t), voice.term("freshness", t, "plain"), ages[t.code])
            for t in library.vocabulary("freshness").in_order
        ],
        "due": [
            (
                contact.name(voice, line.body),
                context.body_url(line.body),
                line.contact.value,
                voice.when(line.body.sources_by_id[line.contact.source].date),
            )
            for line in due
        ],
        "languages": [
            (
                voice.language_name(language),
                [(domain, done, total) for domain, (done, total) in domains.items()],
            )
            for language, domains in context.site.translated.items()
        ],
    }


KIND = Kind("status", "about/status", view, "status.html")
