"""Phrases for a correlation that two columns have between them: they need one of 0.5 or higher."""

from __future__ import annotations

from backend.rules.language.terms import Compare, Predicate
from backend.rules.phrasing import IT, Phrases, Statement, Subjects, compare, number
from backend.rules.weak_correlations import bounded, correlated

phrase = Phrases()

phrase.words(
    "_having_between_them",
    "_must (have|show|reach|keep|display) | need | needs | have | show | _must be related by",
)


@phrase(
    "stmt",
    "<and_cells> _having_between_them <method> [of] <adj>",
    "(between|for) <and_cells> [,] there (must be|should be|has to be) <method> [of] <adj>",
    "there (must be|should be|has to be) <method> [of] <adj> between <and_cells>",
    "<and_cells> : [a] <method> [of|:] <adj>",
    cost=0.02,
)
def pair_has(*parts: object) -> Statement | None:
    """Living area and sale price need a Pearson correlation of 0.5 or higher."""
    pair = next(part for part in parts if isinstance(part, Subjects))
    method = next(part for part in parts if isinstance(part, str))
    told = next(part for part in parts if not isinstance(part, Subjects | str))
    if len(pair.items) != 2 or pair.mode != "all":
        return None
    if isinstance(told, Compare) and told.sign == "==":
        return None  # a correlation of 0.5 is rather one of at least so much
    found = correlated(method, *pair.items)
    return None if found is None else bounded(found, told)  # type: ignore[arg-type]


for _word, _sign in (("positive", ">"), ("negative", "<")):

    @phrase("stmt", f"<and_cells> _having_between_them [a] {_word} <method>", cost=0.02)
    def pair_signed(pair: Subjects, method: str, sign: str = _sign) -> Statement | None:
        """Age and mileage must have a positive correlation."""
        return pair_has(pair, method, compare(IT, sign, number(0)))


@phrase(
    "stmt",
    r"<and_cells> _must (correlate|be correlated) [strongly|well] \( [r|pearson|pearson 's r] [of|is] <adj> \)",
    cost=0.02,
)
@phrase("stmt", "<and_cells> _must be correlated (by|with|at) <adj>", cost=0.02)
@phrase("stmt", "<and_cells> _must correlate (by|with|at) <adj>", cost=0.02)
def pair_correlated(pair: Subjects, told: Predicate) -> Statement | None:
    """Living area and sale price must be correlated by at least 0.5."""
    return pair_has(pair, "pearson", told)
