"""Phrases for halves and beginnings of a year."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.calendar import Period, months_of
from backend.rules.language.terms import Constant
from backend.rules.phrasing import Phrases

phrase = Phrases()


for _half, _words in ((1, "first|1st"), (2, "second|2nd|last")):

    @phrase("month_period", f"({_words}) half of [the] [year] <number>")
    def half_period(year: Constant, half: int = _half) -> Period | None:
        """The second half of 2017."""
        return months_of(year, 6 * half - 5, 6 * half)


@phrase("month_period", "first <number> months of [the] [year] <number>")
def first_months(count: Constant, year: Constant) -> Period | None:
    """The first four months of 2018."""
    months = count.value
    return months_of(year, 1, months) if isinstance(months, int) and 1 <= months <= 12 else None
