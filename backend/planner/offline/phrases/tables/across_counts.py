"""Phrases for how many rows of another table a row has: consists of twelve lines, six to nine customers.

Every bound is one of the ``so_many_rows``, so that it stands wherever a number of rows may.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.features import count_of
from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.rules.language.terms import Aggregate, Cell, Constant, Missing, Predicate, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, all_of, any_of, not_

phrase = Phrases()

# From so many to so many ------------------------------------------------------------------------

phrase.words(
    "_least_rows",
    "at least | no fewer than | no less than | not fewer than | not less than | a minimum of | minimum | min",
)
phrase.words(
    "_most_rows",
    "at most | no more than | not more than | a maximum of | maximum | max | up to | never more than",
)
phrase.words("_and_or_but", "and | but | , | , but | , and | , though")


def _ranged(low: Constant, high: Constant, rows: RowSet) -> Predicate | None:
    ends = (low.value, high.value)
    if rows.each or not all(isinstance(end, int) for end in ends) or not ends[0] < ends[1]:  # type: ignore[operator]
        return None
    least, most = count_of(rows, ">=", low), count_of(rows, "<=", high)
    return None if least is None or most is None else all_of(least, most)


@phrase(
    "so_many_rows",
    "_least_rows <number> [<noun>] _and_or_but _most_rows <number> <rows>",
    "(between|from) <number> (and|to) <number> <rows>",
    "<number> (to|-|–|until) <number> <rows>",
    cost=0.02,
)
def ranged(low: Constant, *parts: object) -> Predicate | None:
    """At least six and at most nine customers."""
    *more, high, rows = parts
    named = [part for part in more if isinstance(part, RowSet)]
    if not isinstance(high, Constant) or not isinstance(rows, RowSet):
        return None
    if any(each.table != rows.table or each.where is not None for each in named):
        return None
    return _ranged(low, high, rows)


@phrase("so_many_rows", "<number> or <number> <rows>", cost=0.02)
def one_or_other(low: Constant, high: Constant, rows: RowSet) -> Predicate | None:
    """One or two tutors."""
    if rows.each or not isinstance(low.value, int) or not isinstance(high.value, int):
        return None
    told = [count_of(rows, "==", each) for each in (low, high)]
    known = [each for each in told if each is not None]
    return any_of(*known) if len(known) == 2 else None


# What rows do with them -------------------------------------------------------------------------

phrase.words(
    "_made_of",
    "consist of | consists of | consisted of | is made up of | are made up of | be made up of | is composed of | "
    "are composed of | be composed of | comprise | comprises | be made of | is made of | is split into | be split "
    "into | are split into | break down into | breaks down into",
)
phrase.words(
    "_sees_to",
    "look after | looks after | care for | cares for | serve | serves | manage | manages | supervise | supervises | "
    "be responsible for | is responsible for | are responsible for | handle | handles | deal with | deals with | "
    "be in charge of | is in charge of | are in charge of | occupy | occupies | host | hosts | accommodate | "
    "accommodates | house | houses | cover | covers | employ | employs | admit | admits | treat | treats",
)


@phrase("rowvp", "_made_of <so_many_rows>", "_sees_to <so_many_rows>", cost=0.05)
def made_of(told: Predicate) -> Predicate:
    """Consists of at least twelve lines."""
    return told


@phrase("rowvp", "_be <cell> (for|of|to) <so_many_rows>", cost=0.05)
@phrase("rowvp", "be <cell> (for|of|to) <so_many_rows>", cost=0.05)
def be_so_for(key: Value, told: Predicate) -> Predicate | None:
    """Are support rep for more than twenty customers: by the key of that name."""
    if not isinstance(key, Cell) or not all(
        part.keys == OWN_KEY for part in walk(told) if isinstance(part, Aggregate)
    ):
        return None
    by_key = {"keys": (("", key.column),)}
    fresh = rewrite(
        told, lambda part: part.model_copy(update=by_key) if isinstance(part, Aggregate) else None
    )
    return fresh if fresh != told else None


# Which rows are to be seen ----------------------------------------------------------------------


@phrase(
    "offenders",
    "[_all_the] <noun> _of_group (that|the|this|such a|such an|the same|those|these|such) <noun>",
    cost=0.02,
)
def of_such_owner(rows: RowSet, owner: RowSet) -> Modifier | None:
    """All albums of that artist."""
    is_plain = rows.where is None and owner.where is None and not owner.each
    is_clear = bool(rows.table) and bool(owner.table) and rows.table != owner.table
    return (
        remark("flag-children", texts=(rows.table, owner.table)) if is_plain and is_clear else None
    )


# Which of them count ----------------------------------------------------------------------------

phrase.words(
    "_not_counted",
    "(do|does) (not|no longer) count | no longer (count|counts) | (is|are) (not|no longer) (counted|included|counted "
    "in) | (is|are) left out of the (count|sum|total)",
)


@phrase("remark", "[but] <rows> _not_counted", cost=0.02)
def some_not_counted(rows: RowSet) -> Modifier | None:
    """Pupils who have left do not count."""
    if not rows.table or rows.where is None or rows.each:
        return None
    return remark("children-left-out", condition=rows.where, texts=(rows.table,))


@phrase("rel", "with [a|an|some|any] (date|value|entry|text|day) in <cell>", cost=0.05)
def with_entry(of: Value) -> Predicate:
    """With a date in "Left on"."""
    return not_(Missing.model_validate({"of": of}))
