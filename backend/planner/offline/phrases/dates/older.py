"""Phrases for dates that are older or newer than another: earlier or later.

Of numbers the same words say the opposite: who is older has more years. `older_dates` tells which
of the two is meant, by what the columns hold.
"""

from __future__ import annotations

from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import IT, Phrases, compare

phrase = Phrases()

phrase.words("_older_date", "older than | less recent than | any older than")
phrase.words(
    "_newer_date", "younger than | newer than | more recent than | fresher than | any younger than"
)
phrase.words(
    "_no_older_date", "no older than | at least as recent as | at least as new as | not older than"
)
phrase.words(
    "_no_newer_date", "no younger than | no newer than | at least as old as | not younger than"
)

for _words, _sign in (
    ("_older_date", "<"), ("_newer_date", ">"), ("_no_older_date", ">="), ("_no_newer_date", "<="),
):  # fmt: skip

    @phrase("adj", f"{_words} <operand>", cost=0.05)
    def in_the_calendar(right: Value, sign: str = _sign) -> Predicate:
        """A date that is older than another is the earlier one."""
        return compare(IT, sign, right)
