"""Phrases for a value that doubles, trebles or halves from one row to the next."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.order.order import framed
from backend.planner.offline.phrases.order.told_before import _grouped, rows_come
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Arithmetic, Cell, Predicate, Previous, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare, not_, number

phrase = Phrases()


class Times(NamedTuple):
    """How many times the value before a value is: twice, or half."""

    factor: float
    is_up: bool


_FACTORS = (
    ("double", "doubles", "doubled", 2.0, True),
    ("treble", "trebles", "trebled", 3.0, True),
    ("triple", "triples", "tripled", 3.0, True),
    ("quadruple", "quadruples", "quadrupled", 4.0, True),
    ("halve", "halves", "halved", 0.5, False),
)
for _now, _does, _did, _factor, _is_up in _FACTORS:
    phrase("times_over", _now)(lambda told=(_factor, _is_up): Times(*told))
    phrase("times_over_told", f"({_does}|{_did}|has {_did}|have {_did})")(
        lambda told=(_factor, _is_up): Times(*told)
    )


def _times_the_last(of: Cell, sign: str, times: Times) -> Predicate:
    factor = int(times.factor) if times.factor == int(times.factor) else times.factor
    return compare(of, sign, Arithmetic(sign="*", left=number(factor), right=Previous(of=of)))


class Grown(NamedTuple):
    """A column with what it may come to, before it is told against which row."""

    of: Cell
    told: Predicate


def _grown(of: Value, times: Times, *, is_most: bool) -> Grown | None:
    if not isinstance(of, Cell):
        return None
    sign = "<=" if times.is_up == is_most else ">="
    return Grown(of, _times_the_last(of, sign, times))


@phrase(
    "grown",
    "<cell> (may|can|must|should) [only] (at most|at the most|no more than|not more than) <times_over>",
    "<cell> (may|can|must|should) [only] <times_over> (at most|at the most)",
    "<cell> _must_not [ever] (more than|over) <times_over>",
    "<cell> (may|can|must|should) never (more than|over) <times_over>",
    "<cell> _must_not [ever] <times_over> or more than <times_over>",
)
def at_most(of: Value, *times: Times) -> Grown | None:
    """Visitors may at most double."""
    return _grown(of, times[0], is_most=True) if len(set(times)) == len(times) == 1 else None


@phrase("grown", "<cell> (must|should|has to) at least <times_over>")
def at_least(of: Value, times: Times) -> Grown | None:
    """Visitors must at least double."""
    return _grown(of, times, is_most=False)


@phrase("grown", "<cell> (never|_do not) [ever] (more than|over) <times_over_told>")
@phrase("grown", "<cell> (never|_do not) [ever] (more than|over) <times_over>")
def never_more(of: Value, times: Times) -> Grown | None:
    """Visitors never more than double."""
    return _grown(of, times, is_most=True)


def _told(found: Grown, frames: tuple[Any, ...] = ()) -> Statement | None:
    told = rule(found.told, subject=found.of)
    return framed(told, frames[0]) if frames else told


@phrase("stmt", "<grown> (<rowref>|<steps>|<frame>)", cost=0.05)
@phrase("stmt", "(<rowref>|<steps>|<frame>) [,] <grown>", cost=0.05)
def from_row_to_row(*parts: Any) -> Statement | None:
    """From one day to the next, visitors may at most double."""
    found = next(part for part in parts if isinstance(part, Grown))
    frames = tuple(part for part in parts if isinstance(part, tuple) and part is not found)
    return _told(found, frames)


@phrase(
    "clause",
    "<cell> (more than|over) <times_over_told> (<rowref>|<steps>)",
    "<cell> [has|have] [been] (more than|over) <times_over_told> (<rowref>|<steps>)",
    cost=0.05,
)
def clause_more(of: Value, times: Times, _: object) -> Predicate | None:
    """Visitors more than doubled from the day before."""
    found = _grown(of, times, is_most=True)
    return None if found is None else not_(found.told)


@phrase(
    "rel",
    "(in which|where|when|on which|for which) <cell> [has|have] (more than|over) <times_over_told> [<rowref>|<steps>]",
    cost=0.05,
)
def rows_more(of: Value, times: Times, *_: object) -> Predicate | None:
    """Days on which visitors more than doubled."""
    found = _grown(of, times, is_most=True)
    return None if found is None else not_(found.told)


# So long after the one before, for each owner ---------------------------------------------------

phrase.words(
    "_comes_then", "come | follow | be taken | be made | be | lie | fall | begin | happen | be sent"
)


@phrase(
    "stmt",
    "(a|an|each|every|one|any|the same) <cell> 's <noun> _must _comes_then <so_much_later>",
    "_each <noun> (of|for|by|from) (a|an|each|any|one|the same) <cell> _must _comes_then <so_much_later>",
    cost=0.05,
)
def each_comes_later(*parts: Any) -> Statement | None:
    """Each invoice of a customer must come at least a day after the previous one."""
    rows, told = _owner_and_rows(parts)
    return None if told is None else rows_come(rows, told)


@phrase(
    "stmt",
    "(a|an|each|every|one|any|the same) <cell> 's <noun> _must_not _comes_then <so_much_later>",
    "no <noun> (of|for|by|from) (a|an|each|any|one|the same) <cell> (may|must|should|can) _comes_then <so_much_later>",
    cost=0.05,
)
def none_comes_later(*parts: Any) -> Statement | None:
    """A customer's invoice may not come less than a day after the previous one."""
    rows, told = _owner_and_rows(parts)
    return None if told is None else rows_come(rows, not_(told))


def _owner_and_rows(parts: tuple[Any, ...]) -> tuple[RowSet, Predicate | None]:
    rows = next(part for part in parts if isinstance(part, RowSet))
    by = next(part for part in parts if isinstance(part, Cell))
    return rows, _grouped(parts[-1], by)
