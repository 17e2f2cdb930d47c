"""Phrases that say once more what a rule means for all others: for everybody else the age is whole."""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Constant, Missing, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, any_of, not_, one_of

phrase = Phrases()

phrase.words(
    "_for_all_the_rest",
    "(for|with|in|of) (everybody|everyone|anybody|anyone|everything|anything|all|any) else | (for|with|in|of) [all] [the] "
    "(others|rest) | otherwise | in all other cases | in any other case",
)


@phrase("hint", "<hint> _stop _for_all_the_rest [,] <cell> _must be <adj> [.]", cost=0.05)
@phrase("hint", "<hint> _stop _for_all_the_rest [,] <cell> (is|are) [always] <adj> [.]", cost=0.05)
def so_for_the_rest(told: Statement, of: Value, duty: Predicate) -> Statement | None:
    """Only babies may have a fractional age. For everybody else the age is a whole number."""
    found = told.rule
    if not isinstance(found, BrokenRows) or told.also or told.remarks:
        return None
    is_same = found.where is not None and about(duty, of) == not_(found.where)
    return told if is_same else None


# Empty, or another value than these ---------------------------------------------------------------


@phrase(
    "adj",
    "(empty|blank|missing|null) [,] or _something_but (<or_list>|<and_list>)",
    "_something_but (<or_list>|<and_list>) [,] or (empty|blank|missing|null)",
    cost=-0.4,
)
def empty_or_other(options: tuple[Constant, ...]) -> Predicate:
    """Blank or anything other than A, B or C."""
    return any_of(Missing(of=IT), not_(one_of(IT, options)))
