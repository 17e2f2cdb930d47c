"""Phrases for one column or measure in two tables, and how far they may be apart there.

For the same id, the weight in one table and in the other may differ by at most 1: the key is told
beside it, or is that of both tables.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import allowance, apart
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.measures_of_both import both_of
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_groups import Keys
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()
Tables = tuple[str, str, str]
Apart = tuple[str, Constant]

phrase.words(
    "_be_alike_told", "be equal | agree | match | be the same | be identical | coincide | tally"
)
phrase.words("_be_unlike", "differ | deviate | be different | disagree")
phrase("two_tables", "in <table> and that (in|of) <table>", "in both <table> and <table>")(
    lambda left, right: ("tables", left, right) if left != right else None
)

# How far apart ----------------------------------------------------------------------------------


@phrase("apart_told", "(may|can) <apart_verb>")
def may_be_apart(told: Apart) -> Apart | None:
    """May differ by at most 1; may differ by more than 1 is no bound."""
    return told if told[0] in ("<=", "<") else None


@phrase("apart_told", "_must <apart_verb>", cost=0.02)
def must_be_apart(told: Apart) -> Apart:
    """Must differ by at most 1."""
    return told


_OPPOSITE = {">": "<=", ">=": "<"}


@phrase("apart_told", "_must_not <apart_verb>", "never <apart_verb>")
def must_not_be_apart(told: Apart) -> Apart | None:
    """May not differ by more than 1."""
    return (_OPPOSITE[told[0]], told[1]) if told[0] in _OPPOSITE else None


for _between, _sign in (
    (
        "(may|can) (differ|deviate) <two_tables> by (at most|no more than|not more than|up to) <amount>",
        "<=",
    ),
    ("_must_not (differ|deviate) <two_tables> by more than <amount>", "<="),
):

    @phrase("apart_between", _between)
    def between_both(
        tables: Tables, amount: Constant, sign: str = _sign
    ) -> tuple[Tables, Apart] | None:
        """May differ between sent and received by at most 1."""
        return None if amount.unit == "percent" else (tables, (sign, amount))


# Of a column ------------------------------------------------------------------------------------


def _cells(of: Value, tables: Tables) -> tuple[Cell, Cell] | None:
    _, left, right = tables
    if not isinstance(of, Cell) or of.table not in ("", left, right):
        return None
    mine, theirs = (of.model_copy(update={"table": table}) for table in (left, right))
    return mine, theirs


def _of_both(of: Value, tables: Tables, must: Any) -> Statement | None:
    cells = _cells(of, tables)
    return None if cells is None else rule(must(*cells), tables[1], subject=cells[0])


@phrase("stmt", "[both] <column> <two_tables> <apart_told>", cost=0.04)
def column_apart(of: Value, tables: Tables, told: Apart) -> Statement | None:
    """The weight in sent and received may differ by at most 1."""
    return _of_both(of, tables, lambda one, other: compare(apart(one, other), *told))


@phrase("stmt", "<column> <apart_told> <two_tables>", cost=0.04)
def column_apart_there(of: Value, told: Apart, tables: Tables) -> Statement | None:
    """The weight may differ by at most 1 between sent and received."""
    return column_apart(of, tables, told)


@phrase("stmt", "<column> <apart_between>", cost=0.04)
def column_between(of: Value, told: tuple[Tables, Apart]) -> Statement | None:
    """The weight may differ between sent and received by at most 1."""
    return column_apart(of, *told)


@phrase("stmt", "<column> <two_tables> _must _be_alike_told", cost=0.06)
@phrase("stmt", "<column> <two_tables> _must_not _be_unlike", cost=0.06)
def column_alike(of: Value, tables: Tables) -> Statement | None:
    """The weight in sent and in received must be equal."""
    return _of_both(of, tables, lambda one, other: compare(one, "==", other))


# Of a measure -----------------------------------------------------------------------------------


@phrase("stmt", "<metric> <two_tables> <apart_told>", cost=0.05)
@phrase("stmt", "<metric> <two_tables> <apart_told> <by_group>", cost=0.05)
def measure_apart(metric: Value, tables: Tables, told: Apart, by: Keys = ()) -> Statement | None:
    """The total weight in sent and received may differ by at most 1 per town."""

    def must(mine: Value, theirs: Value) -> Predicate:
        return compare(apart(mine, theirs), *told)

    return both_of(metric, tables[1], tables[2], must, by)


@phrase("stmt", "<by_group> [,] <metric> <two_tables> <apart_told>", cost=0.05)
def measure_apart_by(by: Keys, metric: Value, tables: Tables, told: Apart) -> Statement | None:
    """Per town, the total weight in sent and received may differ by at most 1."""
    return measure_apart(metric, tables, told, by)


@phrase("stmt", "<metric> <apart_told> <two_tables>", cost=0.05)
@phrase("stmt", "<metric> <apart_told> <two_tables> <by_group>", cost=0.05)
def measure_apart_there(
    metric: Value, told: Apart, tables: Tables, by: Keys = ()
) -> Statement | None:
    """The total weight may differ by at most 1 between sent and received."""
    return measure_apart(metric, tables, told, by)


@phrase("stmt", "<metric> <apart_between>", cost=0.05)
@phrase("stmt", "<metric> <apart_between> <by_group>", cost=0.05)
def measure_between(metric: Value, told: tuple[Tables, Apart], by: Keys = ()) -> Statement | None:
    """The total weight may differ between sent and received by at most 1."""
    return measure_apart(metric, *told, by)


_FURTHER = "(deviate|differ|be apart|stray) from (that|the one) (in|of) <table> by"
for _pattern in (
    f"(may|can) {_FURTHER} (at most|no more than|not more than|up to) <distance>",
    f"_must_not {_FURTHER} more than <distance>",
):

    @phrase("stmt", f"<metric> (in|of) <table> {_pattern}", cost=0.05)
    def measure_off(metric: Value, left: str, right: str, size: Any) -> Statement | None:
        """The average weight in sent may deviate from that in received by no more than 2%."""

        def must(mine: Value, theirs: Value) -> Predicate:
            return compare(apart(mine, theirs), "<=", allowance(theirs, size))

        return both_of(metric, left, right, must)
