"""The questions that pages ask of the records, each in the module named after it."""

from __future__ import annotations

from datetime import date

from amparo.library.acting import Acting
from amparo.library.danger import Danger
from amparo.library.directory import Directory
from amparo.library.due import Due
from amparo.library.fit import Fit
from amparo.library.gaps import Gaps
from amparo.library.happened import Happened
from amparo.library.helpers import WITHOUT_INTERNET, Helpers
from amparo.library.line import FOR_EVERYBODY, Line
from amparo.library.national import National
from amparo.library.official import Official
from amparo.library.on_paper import OnPaper
from amparo.library.order import Order
from amparo.library.reach import Reach
from amparo.library.records import Body, Records
from amparo.library.trust import Trust
from amparo.model.loading import Loaded

__all__ = ["FOR_EVERYBODY", "WITHOUT_INTERNET", "Body", "Library", "Line"]


class Library(Records):
    """All records, and every question about them: `library.directory.offering("shelter")`. Each question may
    ask only those before it; a test holds this order."""

    def __init__(self, loaded: Loaded, as_of: date) -> None:
        """`as_of` is the day all ages are counted from: of the newest reviewed change, never today."""
        super().__init__(loaded, as_of)
        self.directory = Directory(self)
        """Who is there."""

        self.trust = Trust(self)
        """How old is it, and can it be trusted."""

        self.danger = Danger(self.directory, loaded.dangers())
        """Is it dangerous to contact them from here."""

        self.national = National(loaded.lines, loaded.line_sources)
        """Which telephone lines a country has for everybody."""

        self.official = Official(self)
        """Which official ways are open."""

        self.order = Order(self, self.directory, self.trust)
        """Who comes first in a list."""

        self.reach = Reach(self.trust)
        """Which contact stands beside a name."""
        self.fit = Fit(self, self.directory, self.trust, self.danger, self.order, self.reach)
        """Who fits a situation in a country."""

        self.helpers = Helpers(self, self.directory, self.trust, self.danger, self.official)
        """Who answers here, in an emergency."""

        self.on_paper = OnPaper(self.directory, self.trust, self.danger, self.order)
        """Who may stand on a printed list, and with which contact."""

        self.gaps = Gaps(self, self.danger, self.national, self.fit)
        """Where we know nobody."""
        self.due = Due(self, self.trust, self.danger, self.national, self.reach, self.fit, self.helpers)
        """Which contacts are due to be confirmed."""
        self.acting = Acting(self, self.directory)
        """Which actions run, and who takes them."""
        self.happened = Happened(self)
        """What happened, and what lies ahead."""
