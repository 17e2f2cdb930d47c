"""The English of how much a measure may be: at least 5, between 5% and 10%."""

from __future__ import annotations

from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import IT, Phrases, all_of, compare, number

phrase = Phrases()
COMPARISONS = (
    ("_ge", ">="),
    ("_le", "<="),
    ("_gt", ">"),
    ("_lt", "<"),
    ("exactly", "=="),
    ("_eq", "=="),
)

for _head, _sign in COMPARISONS:

    @phrase("count_bound", f"{_head} <number>")
    def count_bound(total: Constant, sign: str = _sign) -> Predicate:
        """At least 5."""
        return compare(IT, sign, total)

    @phrase("share_bound", f"{_head} <percent>")
    def share_bound(part: float, sign: str = _sign) -> Predicate:
        """At least 90%."""
        return compare(IT, sign, number(part))


phrase("share_bound", "not _le <percent>")(lambda part: compare(IT, ">", number(part)))


@phrase("count_bound", "between <number> and <number>", "from <number> to <number>")
def count_between(low: Constant, high: Constant) -> Predicate:
    """Between 5 and 10."""
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


@phrase("count_bound", "<number> or more")
def count_or_more(low: Constant) -> Predicate:
    """5 or more."""
    return compare(IT, ">=", low)


@phrase("count_bound", "<number> or (fewer|less)")
def count_or_fewer(high: Constant) -> Predicate:
    """5 or fewer."""
    return compare(IT, "<=", high)


@phrase("share_bound", "between <percent> and <percent>", "from <percent> to <percent>")
def share_between(low: float, high: float) -> Predicate:
    """Between 5% and 10%."""
    return all_of(compare(IT, ">=", number(low)), compare(IT, "<=", number(high)))


def allows(bound: Predicate) -> bool:
    """Whether "may" makes sense with this bound: a lower bound permits nothing."""
    return getattr(bound, "sign", "") in ("<", "<=")


def demands(bound: Predicate) -> bool:
    """Whether "must not" is plain with this bound: "at most 5% must not be" is not."""
    return getattr(bound, "sign", "") in (">=", "==")
