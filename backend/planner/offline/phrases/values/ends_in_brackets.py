"""Phrases for bounds that each tell whether they belong to it: 0 (allowed) to 1 (not allowed).

Another empty cell may be left out while one that is only blank is wrong.
"""

from __future__ import annotations

from typing import cast

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, not_

phrase = Phrases()

# Ends, each with its own remark ---------------------------------------------------------------------

phrase.words(
    "_end_is_in",
    "inclusive | included | incl | incl . | allowed | permitted | counts | counted | is allowed | is included | ok | fine | "
    "still allowed | itself allowed | itself included",
)
phrase.words(
    "_end_is_out",
    "exclusive | excluded | excl | excl . | not included | not allowed | not permitted | not counted | is not allowed | is "
    "not included | no longer allowed | itself not | itself excluded | not itself | not ok",
)

for _low, _above in (("_end_is_in", ">="), ("_end_is_out", ">")):
    for _high, _below in (("_end_is_in", "<="), ("_end_is_out", "<")):

        @phrase(
            "adj",
            rf"between <bound> \( {_low} \) and <bound> \( {_high} \)",
            rf"from <bound> \( {_low} \) [up] to <bound> \( {_high} \)",
            rf"between <bound> [,] {_low} [,] and <bound> [,] {_high}",
            rf"from <bound> [,] {_low} [,] [up] to <bound> [,] {_high}",
            cost=0.02,
        )
        def between_ends(
            low: Value, high: Value, signs: tuple[str, str] = (_above, _below)
        ) -> Predicate | None:
            """Between 0 (allowed) and 1 (not allowed)."""
            known = [each.value for each in (low, high) if isinstance(each, Constant)]
            numbers = [value for value in known if not isinstance(value, str)]
            if low == high or numbers != sorted(numbers):
                return None
            return all_of(compare(IT, signs[0], low), compare(IT, signs[1], high))


# Left out, but not blank ----------------------------------------------------------------------------

phrase.words(
    "_may_be_left_out",
    "(may|can) be (left out|empty|missing|blank|omitted|left empty|left blank|absent) | is optional | need not be (given|filled|"
    "filled in|there) | (may|can) be left out",
)
phrase.words(
    "_counts_as_wrong",
    "is an error | is wrong | is a mistake | is a fault | is not allowed | is not acceptable | is invalid | is not valid | must "
    "not occur | must not be there | is not ok | is not fine",
)


@phrase(
    "stmt",
    "<cell> _may_be_left_out [,] (but|though|yet) (one|a <cell>|any|a value) that <verb> _counts_as_wrong",
    "<cell> _may_be_left_out [,] (but|though|yet) (one|a <cell>|any|a value) (which|that) <vp> _counts_as_wrong",
    cost=0.03,
)
def left_out_but_no_such(of: Value, *told: object) -> Statement | None:
    """A middle name may be left out, but one that consists only of spaces is an error."""
    again = [each for each in told[:-1] if isinstance(each, Cell)]
    if not isinstance(of, Cell) or any(each.column != of.column for each in again):
        return None
    wrong = cast("Predicate", told[-1])
    return None if isinstance(wrong, Missing) else rule(not_(about(wrong, of)), subject=of)


@phrase("stmt", "<cell> _may_be_left_out [,] (but|though|yet) [it] <must_not_do>", cost=0.05)
def left_out_but_not(of: Value, told: Predicate) -> Statement | None:
    """A middle name may be left out, but must not consist only of spaces."""
    is_plain = isinstance(told, Not) and not isinstance(told.part, Missing)
    return rule(about(told, of), subject=of) if is_plain and isinstance(of, Cell) else None


# Marked with a text ---------------------------------------------------------------------------------


@phrase(
    "rel",
    "(titled|labelled|labeled|tagged|headed|addressed as) [as] <text> in [its|their|the] <cell>",
    cost=0.02,
)
def marked_with(found: Constant, of: Value) -> Predicate:
    """Guests titled 'Dr.' in Name."""
    return Matches(of=of, how=How.CONTAINS, text=str(found.value))


@phrase("rel", "(called|named) <text> in [its|their|the] <cell>", cost=0.02)
def called_by_title(found: Constant, of: Value) -> Predicate | None:
    """Guests called 'Dr.' in Name: a title with its full stop, which is no name by itself."""
    return marked_with(found, of) if str(found.value).endswith(".") else None


# Comes on or after ----------------------------------------------------------------------------------

for _words, _sign in (("on or after|on or later than|no earlier than|not earlier than", ">="),
                      ("on or before|on or earlier than|no later than|not later than", "<=")):  # fmt: skip

    @phrase("verb", f"(come|comes|happen|happens|occur|occurs) ({_words}) <operand>", cost=0.05)
    def comes(bound: Value, sign: str = _sign) -> Predicate:
        """Comes on or after the order."""
        return compare(IT, sign, bound)
