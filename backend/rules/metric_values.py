"""The English of which values a column has: all of a set, nothing but a set."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Missing
from backend.rules.metric_group_values import every_one
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    all_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()
phrase.words("_occur", "occur | appear | be present | be used | exist | be there")


@phrase(
    "stmt",
    "<cell> _must (contain|include|have|take|cover) (all|each|every one) [of] [the|these] [values] <every_value>",
    "<cell> _must (contain|include|cover) [both|the values|at least] <every_value>",
    "(each|every one|all) of [the values] <every_value> _must _occur [at least once] in <cell>",
    "[the|all] <cell> [values] <every_value> _must all _occur [at least once]",
    "all <cell> [values] <every_value> _must _occur [at least once]",
    "distinct values of <cell> _must (contain|include) <every_value>",
    cost=0.05,
)
def contains_all(*parts: object) -> Statement | None:
    """Grade must contain all of A, B and C."""
    of = next(part for part in parts if isinstance(part, Cell))
    wanted = next(part for part in parts if isinstance(part, tuple))
    return statement(every_one(of, _constants(wanted)))


@phrase(
    "stmt",
    "distinct values (of|in) <cell> _must be [exactly] <every_value>",
    "distinct <cell> [values] _must be [exactly] <every_value>",
    "[the] set of [distinct] <cell> [values] _must be [exactly] <every_value>",
    "<cell> _must (contain|have|take) exactly [the values|the distinct values|these values] <every_value>",
    cost=0.05,
)
def exactly_these(of: Cell, wanted: tuple[Constant, ...]) -> Statement:
    """The distinct values of grade must be exactly A, B and C."""
    others = all_of(not_(Missing(of=of)), not_(one_of(of, wanted)))
    none = compare(count(RowSet(table=of.table, where=others)), "==", number(0))
    return statement(all_of(every_one(of, wanted), none))


@phrase(
    "stmt",
    "<cell> _must (have|contain|hold|show) at least (one|1|a single) (value|entry|filled cell)",
    "<cell> _must_not be (entirely|completely|wholly) (empty|missing|blank|null)",
    "not all <cell> [values] (may|can|must|should) be (empty|missing|blank|null)",
    "at least (one|1) <cell> _must be (filled|filled in|given|present|known|set)",
    cost=0.05,
)
def has_value(of: Cell) -> Statement:
    """A column must not be entirely empty."""
    filled = Aggregate(measure=Measure.COUNT, of=of, table=of.table)
    return statement(compare(filled, ">=", number(1)))


def _constants(found: tuple[object, ...]) -> tuple[Constant, ...]:
    return tuple(part for part in found if isinstance(part, Constant))
