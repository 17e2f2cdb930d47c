"""Phrases for a part of the rows told before what they must be, and for rows let off that number.

On two thirds of the days or more the level must be above 8; the level is known in all but one row.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.portions import Portion
from backend.rules.language.terms import Constant, Missing, Predicate, Value
from backend.rules.metric_phrases import count, share, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, both, compare

phrase = Phrases()


@phrase("stmt", "(in|on|for|at|with|among) <portion> [,] <expr> <duty>", cost=0.07)
def so_in_portion(found: Portion, subject: Value, told: Predicate) -> Statement | None:
    """On two thirds of the days or more, the level must be above 8."""
    bound, rows = found.bound, found.rows
    return None if rows.each else statement(about(bound, share(rows, about(told, subject))))


# The share of the rows, terse -------------------------------------------------------------------


@phrase("stmt", "(share|proportion|part|fraction) of <rows> <rel> : <share_bound>", cost=0.1)
@phrase("stmt", "(share|proportion|part|fraction) of <noun> <rel> : <adj>", cost=0.12)
def share_told(rows: RowSet, holds: Predicate, bound: Predicate) -> Statement | None:
    """Share of days with state ok: at least 0.6."""
    is_plain = rows.where is None and not rows.each
    return statement(about(bound, share(rows, holds))) if is_plain else None


# All but so many --------------------------------------------------------------------------------

phrase.words(
    "_is_there_portions",
    "known | filled | filled in | given | present | recorded | there | available | set | complete",
)
phrase.words(
    "_in_all_but",
    "(in|for|on|at) all (but|except|save) | everywhere (but|except) in | in all rows (but|except) | apart from | except for | except in",
)


def _lacking(of: Value, most: Constant, rows: RowSet, sign: str = "<=") -> Statement:
    gap: Predicate = Missing.model_validate({"of": of})
    lacking = rows.model_copy(update={"where": both(rows.where, gap)})
    return statement(compare(count(lacking), sign, most))


@phrase("stmt", "<cell> (_be|_must be) _is_there_portions _in_all_but <number> <noun>", cost=0.05)
def there_in_all_but(of: Value, most: Constant, rows: RowSet) -> Statement | None:
    """The level is known in all but one row: at most one may lack it."""
    return _lacking(of, most, rows) if _is_count(most) and not rows.each else None


@phrase(
    "stmt",
    "<cell> (may|can) [only] be _gone_portions [only] (in|for|on|at) <number> <noun> [only|at most]",
    cost=0.05,
)
def gone_in_some(*parts: Any) -> Statement | None:
    """The level may only be missing in one row."""
    of, most, rows = parts
    return there_in_all_but(of, most, rows)


@phrase(
    "stmt",
    "(only|just|at most|no more than) <number> <noun> (may|can) (lack|miss|be without|go without) [a|an|its|their|any] <cell>",
    cost=0.03,
)
def only_some_lack(most: Constant, rows: RowSet, of: Value) -> Statement | None:
    """Only one row may lack a level."""
    return there_in_all_but(of, most, rows)


phrase.words("_gone_portions", "missing | empty | blank | unknown | absent | left empty | left out")


def _is_count(told: Constant) -> bool:
    return isinstance(told.value, int) and told.value >= 0
