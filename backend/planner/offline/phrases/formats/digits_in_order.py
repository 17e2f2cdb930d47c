"""Phrases for digits of one number that stand in order, and for formats that only a column may hold."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.forms_checked import own_digit
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.sorted_signs import SORTED
from backend.rules.language.terms import Constant, How, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

# Digits in order ----------------------------------------------------------------------------------

for _words, _way in (
    ("ascending|increasing|rising", "ascending"),
    ("descending|decreasing|falling", "descending"),
):

    @phrase(
        "stmt", f"<digits_of> (must|should|have to|need to) [all] be in ({_words}) order", cost=-0.6
    )
    @phrase("stmt", f"<digits_of> (are|stand|must stand|come) in ({_words}) order", cost=-0.6)
    def digits_ordered(found: tuple[Value, int], way: str = _way) -> Statement | None:
        """The digits of a code must be in ascending order."""
        of, count = found
        told = about(_form(How.FORMAT, SORTED + way), of)
        return None if count else rule(told, subject=of)


# Check digits of a column among the rows ----------------------------------------------------------


@phrase(
    "stmt",
    "_flag [_each] <noun> (where|whose) <cell> _check_digit (is|are) (_wrong_check|not _right_check)",
    cost=-0.5,
)
def rows_with_wrong_digit(found: RowSet, of: Value) -> Statement | None:
    """Flag copies whose ISSN check digit is wrong: of the column, and not of their number."""
    return flag(found.that(about(not_(own_digit()), of)))


# Numbers of so many digits within bounds ----------------------------------------------------------


@phrase(
    "adj",
    "[a] <number> (digit|digits) [whole] (number|code|integer) (between|from) <number> (and|to|through) <number>",
    cost=-0.3,
)
def number_so_long(count: Constant, low: Constant, high: Constant) -> Predicate | None:
    """A three-digit number between 100 and 599: the bounds tell how many digits it has."""
    told: list[Any] = [count.value, low.value, high.value]
    if not all(isinstance(each, int) for each in told) or not 0 < told[1] < told[2]:
        return None
    if {len(str(told[1])), len(str(told[2]))} != {told[0]}:
        return None
    whole = _form(How.FORMAT, "whole_number")
    return all_of(whole, compare(IT, ">=", low), compare(IT, "<=", high))
