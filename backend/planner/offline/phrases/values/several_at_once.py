"""Phrases for rows by several columns at once: with A, B and C all equal to -2, with x or y of 0."""

from __future__ import annotations

from backend.planner.offline.keys import is_key
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Subjects, about_all, compare

phrase = Phrases()

phrase.words("_equal_so", "equal to | set to | of | at | = | being")
phrase.words("_all_of_those", "all | both | all three | all four | each")


@phrase("feature", "<and_cells> _all_of_those _equal_so <number>", cost=0.02)
@phrase("feature", "[either] <or_cells> _equal_so <number>", cost=0.25)
@phrase("feature", "<some_subjects> _equal_so <number>", cost=0.02)
def all_equal(found: Subjects, wanted: Constant) -> Predicate:
    """A, B and C all equal to -2; x or y of 0, but for "a rebate or a price of 0"."""
    return about_all(compare(IT, "==", wanted), found)


@phrase("feature", "<and_cells> _all_of_those <adj>", cost=0.1)
@phrase("feature", "[either] <or_cells> <adj>", cost=0.25)
def all_so(found: Subjects, told: Predicate) -> Predicate:
    """A and B both above 10; x, y or z below 0."""
    return about_all(told, found)


@phrase("rel", "of [a|an] <cell> [of] <adj>", cost=0.1)
def of_such_a_value(of: Value, told: Predicate) -> Predicate | None:
    """Wines of quality 7 or higher; the key of another row is not measured."""
    is_measured = isinstance(of, Cell) and not is_key(of.column)
    return about_all(told, Subjects(items=(of,))) if is_measured else None


@phrase("rel", "of <adj> <cell>", cost=0.1)
def of_so_many(told: Predicate, of: Value) -> Predicate | None:
    """Diamonds of more than 5 carat."""
    is_amount = isinstance(told, Compare) and told.sign not in ("==", "!=")
    return of_such_a_value(of, told) if is_amount else None


# More in one than in the other --------------------------------------------------------------------

phrase.words(
    "_put_into",
    "paid | pay | pays | spent | earned | sold | bought | scored | got | had | have | has | received | lost | used | used up | "
    "delivered | ordered | billed | charged | owed | consumed | produced | shipped | won | charge | charges",
)
phrase.words(
    "_than_put",
    "than [(they|it|he|she) (were|was|had|have|has)] [was|were|is|are|has been|had been] [_put_into] [for]",
)
for _words, _sign in (("more|a higher amount", ">"), ("less|fewer|a lower amount", "<")):

    @phrase(
        "rel",
        f"(that|who|which) [was|were|has|have|had] _put_into ({_words}) (in|under|at|on|as) <cell> _than_put (in|under|at|on|as) <cell>",
        cost=0.02,
    )
    def more_in_one(one: Value, other: Value, sign: str = _sign) -> Predicate | None:
        """Clients that paid more in paid_may than was billed in billed_april."""
        are_cells = isinstance(one, Cell) and isinstance(other, Cell) and one != other
        return compare(one, sign, other) if are_cells else None
