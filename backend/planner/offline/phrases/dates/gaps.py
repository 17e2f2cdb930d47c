"""Phrases for rows that follow each other in time: how far apart they are, and that none is missing."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.units import UNITS
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Elapsed,
    Predicate,
    Previous,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_groups import CalendarKey
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()
Gap = tuple[str, str, str, Any]
"""``gap`` with a table, the column that tells when, and what narrows its rows."""
phrase.words(
    "_gap_word", "gap | gaps | time | distance | interval | intervals | pause | break | delay | time gap | "
    "time difference | elapsed time | spacing",
)  # fmt: skip
phrase.words(
    "_following",
    "consecutive | two consecutive | any two consecutive | successive | two successive | adjacent | "
    "neighbouring | subsequent | two adjacent",
)
phrase.words("_lies", "be | lie | be spaced | come")


# How far apart --------------------------------------------------------------------------------


@phrase("gap", "_gap_word between _following <cell> [values|timestamps|dates|times]")
@phrase("gap", "_gap_word (from|between) one <cell> (to|and) the next")
def gap_of_cell(of: Value) -> Gap | None:
    """The gap between consecutive timestamps."""
    return ("gap", of.table, of.column, None) if isinstance(of, Cell) else None


@phrase(
    "gap",
    "_gap_word between _following <noun>",
    "_gap_word (from|between) one <noun> (to|and) the next",
)
@phrase("gap", "_gap_word between [a|an|each|every] <noun> and the (next|previous) [one|<noun>]")
def gap_of_rows(rows: RowSet, *_: object) -> Gap | None:
    """The gap between consecutive readings: by the one column that tells when."""
    return None if rows.each else ("gap", rows.table, WHEN, rows.where)


@phrase("span_duty", "_must_not exceed <amount>", "(may|can) not exceed <amount>")
def not_beyond(most: Value) -> Predicate:
    """Must not exceed one hour."""
    return compare(IT, "<=", most)


@phrase("span_duty", "<duty>")
def span_duty(told: Predicate) -> Predicate:
    """Must be at most one hour."""
    return told


def _is_timed(told: Predicate) -> bool:
    """Whether it only bounds a span: each number of it has a unit of time."""
    numbers = [part for part in walk(told) if isinstance(part, Constant)]
    bounds = [part for part in walk(told) if isinstance(part, Compare)]
    are_bounds = all(part.left == IT and part.right in numbers for part in bounds)
    are_times = all(n.unit in UNITS and UNITS[n.unit].kind == "time" for n in numbers)
    return bool(numbers) and are_bounds and are_times


def _apart(found: Gap, told: Predicate, by: tuple[Any, ...] = ()) -> Statement | None:
    """The later of two rows is flagged."""
    _, table, column, where = found
    names = tuple(key.column for key in by if isinstance(key, Cell))
    if not _is_timed(told) or len(names) < len(by) or column in names:
        return None
    when = Cell(table=table, column=column)
    span = Elapsed(unit="days", start=Previous(of=when, by=names, order_by=column), end=when)
    return rule(about(told, span), table, where)


@phrase(
    "stmt",
    "<gap> <span_duty>",
    "<gap> <by_group> <span_duty>",
    "<by_group> [,] <gap> <span_duty>",
    "<gap> <span_duty> <by_group>",
    "<gap> (of|for) <each_group> <span_duty>",
    cost=0.03,
)
def gap_bounded(*parts: Any) -> Statement | None:
    """Per sensor, the gap between consecutive readings must not exceed 1 hour."""
    found = next(part for part in parts if isinstance(part, tuple) and part[:1] == ("gap",))
    by = next((p for p in parts if isinstance(p, tuple) and p[:1] != ("gap",)), ())
    told = next(part for part in parts if not isinstance(part, tuple))
    return _apart(found, told, by)


for _head, _sign in (("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<")):

    @phrase("far_apart", f"{_head} <amount> (apart|from each other|away from each other)")
    def far_apart(size: Value, sign: str = _sign) -> Predicate:
        """At most one hour apart."""
        return compare(IT, sign, size)

    @phrase(
        "no_gap",
        f"no (gap|gaps|break|breaks|pause|pauses|holes|hole) [of] {_head} <amount>",
    )
    def no_gap_of(size: Value, sign: str = _sign) -> Predicate:
        """No gaps longer than one hour."""
        return not_(compare(IT, sign, size))


@phrase("pairs", "_following <cell> [values|timestamps|dates|times]", "_following <noun>")
def pairs(of: Any) -> Gap | None:
    """Consecutive readings."""
    return gap_of_cell(of) if isinstance(of, Cell) else gap_of_rows(of)


@phrase("stmt", "<pairs> _must _lies <far_apart>", "<pairs> <by_group> _must _lies <far_apart>")
@phrase("stmt", "<by_group> [,] <pairs> _must _lies <far_apart>")
@phrase("stmt", "<pairs> _must _lies <far_apart> <by_group>")
def pairs_apart(*parts: Any) -> Statement | None:
    """For each sensor, consecutive readings must be at most one hour apart."""
    return gap_bounded(*parts)


@phrase(
    "stmt",
    "<pairs> _must_not _lies <far_apart>",
    "<by_group> [,] <pairs> _must_not _lies <far_apart>",
)
@phrase("stmt", "no <pairs> _may _lies <far_apart>", "no <pairs> <by_group> _may _lies <far_apart>")
@phrase("stmt", "<by_group> [,] no <pairs> _may _lies <far_apart>")
@phrase("stmt", "<pairs> _must_not _lies <far_apart> <by_group>")
@phrase("stmt", "no <pairs> _may _lies <far_apart> <by_group>")
def pairs_not_apart(*parts: Any) -> Statement | None:
    """No two consecutive readings of a sensor may be more than one hour apart."""
    return gap_bounded(*(not_(p) if not isinstance(p, tuple) else p for p in parts))


@phrase(
    "stmt",
    "<cell> _must (have|show|contain) <no_gap>",
    "<cell> _must (have|show|contain) <no_gap> <by_group>",
)
@phrase("stmt", "<by_group> [,] <cell> _must (have|show|contain) <no_gap>")
@phrase(
    "stmt",
    "there (must|should|may) be <no_gap> (in|between) <cell>",
    "there (must|should|may) be <no_gap> <between_two>",
)
@phrase("stmt", "there (must|should|may) be <no_gap> (in|between) <cell> <by_group>")
@phrase("stmt", "<by_group> [,] there (must|should|may) be <no_gap> (in|between) <cell>")
def without_gaps_of(*parts: Any) -> Statement | None:
    """taken_at must have no gaps longer than one hour within each sensor."""
    cells = [part for part in parts if isinstance(part, Cell)]
    gaps = [("gap", cell.table, cell.column, None) for cell in cells]
    return gap_bounded(*gaps, *(part for part in parts if not isinstance(part, Cell)))


@phrase("counted_gap", "number of <unit> between _following <cell> [values|dates|timestamps]")
@phrase("counted_gap", "number of <unit> between _following <noun>")
def counted_gap(unit: str, of: Any) -> tuple[str, Gap, str] | None:
    """The number of days between consecutive orders."""
    found = pairs(of)
    return None if found is None else ("counted", found, unit)


@phrase("stmt", "<counted_gap> <span_duty>", "<by_group> [,] <counted_gap> <span_duty>", cost=0.03)
@phrase("stmt", "<counted_gap> <span_duty> <by_group>", cost=0.03)
def counted_gap_bounded(*parts: Any) -> Statement | None:
    """The number of days between consecutive orders must not exceed 3."""
    found = next(part for part in parts if isinstance(part, tuple) and part[:1] == ("counted",))
    by = next((p for p in parts if isinstance(p, tuple) and p[:1] != ("counted",)), ())
    told = next(part for part in parts if not isinstance(part, tuple))

    def measured(part: Term) -> Term | None:
        is_bare = isinstance(part, Constant) and not part.unit
        return part.model_copy(update={"unit": found[2]}) if is_bare else None

    return _apart(found[1], rewrite(told, measured), by)


# None missing ---------------------------------------------------------------------------------

phrase.words(
    "_from_to",
    "first and [the] last | its first and [its] last | their first and [their] last | earliest and "
    "[the] latest | start and [the] end | first date and last date | beginning and [the] end",
)


@phrase("whole_span", "between _from_to <cell>", "from the first to the last <cell>")
def whole_span(of: Value) -> tuple[str, Cell] | None:
    """Between the first and the last order date."""
    return ("span", of) if isinstance(of, Cell) else None


@phrase(
    "whole_span",
    "between _from_to <noun>",
    "from the first to the last <noun>",
    "between _from_to [day|date|one|month|week]",
)
def span_of_rows(*rows: RowSet) -> tuple[str, Cell] | None:
    """Between the first and the last order: by the one column that tells when."""
    if any(each.where is not None or each.each for each in rows):
        return None
    return ("span", Cell(table=rows[0].table if rows else "", column=WHEN))


@phrase("_some_rows", "[a|an|at least one|at least 1|some|any] <noun>")
def some_rows(rows: RowSet) -> bool | None:
    """At least one order, of any sort."""
    return True if rows.where is None else None


_MAY = "(may|must|should|can)"
_THERE = "_must [all] be (present|covered|there|represented|listed|included|recorded|filled)"
_HAS = "_must (have|contain|include|show|see) _some_rows"
_ROWS = "there (must|should|has to) be _some_rows (on|for|in|at) (each|every) <date_unit>"


@phrase(
    "stmt",
    *(
        pattern
        for told in (
            f"no <date_unit> <whole_span> {_MAY} (be _absent|be without _some_rows|lack _some_rows)",
            f"no <date_unit> {_MAY} be _absent <whole_span>",
            f"(each|every) <date_unit> <whole_span> {_THERE}",
            f"all <date_unit> <whole_span> {_THERE}",
            f"(each|every) <date_unit> <whole_span> {_HAS}",
            f"{_ROWS} <whole_span>",
            "there (must|should|may|can) be no (missing|absent|skipped) <date_unit> <whole_span>",
        )
        for pattern in (told, f"<by_group> [,] {told}", f"{told} <by_group>")
    ),
    "<each_group> _must have _some_rows (on|for|in|at) (each|every) <date_unit> <whole_span>",
    cost=0.04,
)
def none_missing(*parts: Any) -> Statement | None:
    """Every month between the first and the last order must have orders."""
    _, cell = next(p for p in parts if isinstance(p, tuple) and p[:1] == ("span",))
    unit = next(part for part in parts if isinstance(part, str))
    by = next((p for p in parts if isinstance(p, tuple) and p[:1] != ("span",)), ())
    names = [key.column for key in by if isinstance(key, Cell)]
    if len(names) < len(by) or any(isinstance(key, CalendarKey) for key in by):
        return None
    told = {"table": cell.table, "column": cell.column, "unit": unit, "by": tuple(names)}
    return Statement(rule=MissingDates.model_validate(told))
