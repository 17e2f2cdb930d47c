"""Phrases for in how many rows something is so: in half of the rows, 4 missing values, 20 times."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Function,
    How,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
    number,
)

phrase = Phrases()


@phrase(
    "stmt",
    "<expr> <duty> (in|for) <share_bound> of [all|the] <rows>",
    cost=0.07,
)
def so_in_share(
    subject: Value, told: Predicate, bound: Predicate, rows: RowSet
) -> Statement | None:
    """A must equal B in at least half of the rows."""
    return None if rows.each else statement(about(bound, share(rows, about(told, subject))))


@phrase(
    "stmt",
    "<all_subjects> _must (be _alike|_agree) in <share_bound> of [all|the] <rows>",
    cost=0.07,
)
def alike_in_share(pair: Subjects, bound: Predicate, rows: RowSet) -> Statement | None:
    """A and B must agree in at least half of the rows."""
    if len(pair.items) != 2 or rows.each:
        return None
    return statement(about(bound, share(rows, compare(pair.items[0], "==", pair.items[1]))))


phrase.words("_lacking", "missing | empty | null | blank")


@phrase(
    "stmt",
    "<cell> (_must have|has|have|contains|contain) <count_bound> _lacking (values|cells|entries|value)",
    cost=0.02,
)
def so_many_missing(of: Value, bound: Predicate) -> Statement | None:
    """A wave has at most 4 missing values."""
    return statement(about(bound, count(RowSet(where=Missing(of=of)))))


@phrase(
    "stmt",
    "<cell> (may|can) have <count_bound> _lacking (values|cells|entries|value|cell|entry)",
    cost=0.03,
)
def so_many_may_miss(of: Value, bound: Predicate) -> Statement | None:
    """A wave may have at most 4 missing values."""
    return so_many_missing(of, bound) if allows(bound) else None


@phrase(
    "stmt",
    "<cell> _must_not have <count_bound> _lacking (values|cells|entries|value|cell|entry)",
    cost=0.02,
)
def not_so_many_missing(of: Value, bound: Predicate) -> Statement | None:
    """A wave must not have more than 4 missing values."""
    if getattr(bound, "sign", "") not in (">", ">="):
        return None
    return statement(not_(about(bound, count(RowSet(where=Missing(of=of))))))


@phrase(
    "stmt", "<cell> _must be (filled|given|present|known) for (each|every|all) <cell>", cost=0.1
)
def filled_for_each(of: Value, other: Value) -> Statement | None:
    """The city must be filled for every brewery."""
    return None if of == other else rule(not_(Missing(of=of)), subject=of)


@phrase("stmt", "<valued> _must (occur|appear|be used|be found|be there) <times_bound>", cost=0.03)
def value_times(told: Predicate, bound: Predicate) -> Statement:
    """Value 'x' must occur at least 3 times."""
    return statement(about(bound, count(RowSet(where=told))))


@phrase(
    "stmt", "<valued> (may|can) [only] (occur|appear|be used|be found) <times_bound>", cost=0.03
)
def value_times_may(told: Predicate, bound: Predicate) -> Statement | None:
    """Value 'x' may occur at most 20 times."""
    return value_times(told, bound) if allows(bound) else None


_OCCUR = "(occur|appear|be used|be found)"


@phrase("stmt", f"<valued> (may|can) {_OCCUR} _only_once", cost=0.03)
@phrase("stmt", f"<valued> _must {_OCCUR} (at most|no more than|not more than) once", cost=0.03)
def value_once(told: Predicate) -> Statement:
    """Value 'x' may occur only once."""
    return statement(compare(count(RowSet(where=told)), "<=", number(1)))


@phrase("stmt", f"<valued> _must {_OCCUR} exactly once", cost=0.03)
def value_exactly_once(told: Predicate) -> Statement:
    """Value 'x' must occur exactly once."""
    return statement(compare(count(RowSet(where=told)), "==", number(1)))


@phrase("adj", "either [_valid] <format>", cost=0.02)
def either_version(name: str) -> Predicate | None:
    """Either IPv4 or IPv6: one format of two kinds."""
    return Matches(of=IT, how=How.FORMAT, text=name) if name == "ip" else None


@phrase("adj", "free (of|from) [any] <sign_mark>", cost=0.02)
def free_of(mark: str) -> Predicate:
    """Free of spaces."""
    return not_(Matches(of=IT, how=How.CONTAINS, text=mark))


for _words, _sign in (("shorter|less|fewer", "<"), ("longer|more", ">")):
    phrase("adj", f"({_words}) than <number> letters", cost=0.05)(
        lambda size, sign=_sign: compare(Apply(function=Function.LENGTH, of=IT), sign, size)
    )
