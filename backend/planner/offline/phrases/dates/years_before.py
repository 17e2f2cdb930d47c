"""Phrases for years beside the year of a deed: restored in a year before it was built.

Only columns of years are meant; of dates, the same year may well be before as well.
"""

from __future__ import annotations

from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, compare

phrase = Phrases()


def _is_year(of: Value) -> bool:
    return isinstance(of, Cell) and "year" in stems_of(of.column)


@phrase("operand", "year [in which|when|that] (it|they|he|she) (was|were|is|are) <cell>", cost=0.05)
@phrase("operand", "year [in which|when|that] <noun> (was|were|is|are) <cell>", cost=0.1)
def year_of_deed(*parts: Value | RowSet) -> Value | None:
    """The year it was built."""
    of = parts[-1]
    return of if isinstance(of, Cell) and _is_year(of) else None


for _words, _sign in (("before|prior to|earlier than|preceding", "<"), ("after|later than", ">")):

    @phrase("adj", f"in (any|some) year ({_words}) <operand>", cost=0.05)
    def in_another_year(of: Value, sign: str = _sign) -> Predicate | None:
        """In some year after it was built."""
        return compare(IT, sign, of) if _is_year(of) else None


@phrase("adj", "in a year (before|prior to|earlier than|preceding) <operand>", cost=0.05)
def in_a_year_before(of: Value) -> Predicate | None:
    """In a year before it was built; "in a year after" may tell how long after."""
    return compare(IT, "<", of) if _is_year(of) else None
