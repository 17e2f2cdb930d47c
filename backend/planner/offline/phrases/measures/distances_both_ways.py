"""Phrases for distances told twice or both ways: by 10 percent of it, above or below it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import allowance, apart, apart_from
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, compare

phrase = Phrases()

# A share of what it is compared with ---------------------------------------------------------------

for _words, _sign in (
    ("at most|no more than|not more than|up to|a maximum of|maximally", "<="), ("less than|under", "<"),
    ("more than|over", ">"), ("at least|no less than", ">="),
):  # fmt: skip
    phrase("verb", f"_differ_from <factor> by ({_words}) <percent> of <factor>", cost=-0.1)(
        lambda of, share, base, sign=_sign: share_apart(of, share, base, sign)
    )
for _words, _sign in (("at most|or less|at the most", "<="), ("at least|or more", ">=")):
    phrase("verb", f"_differ_from <factor> by <percent> ({_words}) of <factor>", cost=-0.1)(
        lambda of, share, base, sign=_sign: share_apart(of, share, base, sign)
    )
    phrase("verb", f"_differ_from <factor> by <percent> of <factor> ({_words})", cost=-0.1)(
        lambda of, share, base, sign=_sign: share_apart(of, share, base, sign)
    )


def share_apart(of: Value, share: float, base: Value, sign: str = "<=") -> Predicate:
    """Differs from it by at most 10 percent of it."""
    return (
        apart_from(of, sign, share)
        if base == of
        else compare(apart(IT, of), sign, allowance(base, share))
    )


@phrase(
    "stmt",
    "<cell> (may|can) [only] (differ|deviate|diverge) from <factor> by [at most|no more than|not more than|up to|a maximum of] "
    "<percent> of <factor>",
    "<cell> (may|can) [only] (differ|deviate|diverge) from <factor> by <percent> of <factor> (at most|at the most|or less)",
    "<cell> (may|can) be (off|off from|away from|out from) <factor> by (at most|no more than|up to) <percent> of <factor>",
    cost=0.05,
)
def may_differ_by_share(of: Value, other: Value, share: float, base: Value) -> Statement | None:
    """It may differ from the other by at most 10 percent of the other."""
    if base not in (of, other) or of == other:
        return None
    return rule(about(share_apart(other, share, base), of), subject=of)


# Above or below -----------------------------------------------------------------------------------

phrase.words(
    "_up_or_down",
    "above or below | below or above | over or under | under or over | more or less than | less or more than | higher or "
    "lower than | lower or higher than | larger or smaller than | smaller or larger than | greater or smaller than | "
    "longer or shorter than | too high or too low against | either side of | on either side of",
)

for _head, _sign in (("_le", "<="), ("_lt", "<"), ("_ge", ">="), ("_gt", ">")):

    @phrase("adj", f"{_head} <distance> _up_or_down <factor>", cost=-0.2)
    def above_or_below(distance: Any, of: Value, sign: str = _sign) -> Predicate:
        """At most 10 percent above or below it."""
        return apart_from(of, sign, distance)


@phrase(
    "must_do", "(may|can) [only] be [at most|up to] <distance> _up_or_down <factor>", cost=-0.15
)
def may_be_off(distance: Any, of: Value) -> Predicate:
    """May be up to 10 % more or less than it."""
    return apart_from(of, "<=", distance)
