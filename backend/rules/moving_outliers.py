"""Values that lie far from the values of the rows before them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from backend.codegen.code import Code, any_of, call, literal
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import moving_outliers_sql
from backend.rules.filled_rows import filled
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads
from backend.rules.moving_windows import SAID, Side, before, is_far, mean_and_spread, order_reads
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class MovingOutliers(Rule):
    """``column`` lies within ``factor`` spreads of the mean of the ``rows`` rows before it.

    Those are the rows just before this one, without this one itself (the window of
    dbt-expectations' moving standard deviations: n preceding to 1 preceding), within each ``by``,
    in the order of ``order_by`` (else of the file); rows of one place keep the file's order. The
    spread is their sample standard deviation, with n - 1 (NIST/SEMATECH e-Handbook, 1.3.5.6);
    where they are all equal it is 0, and any other value is beyond it. With ``side`` a value may
    only be too high, or only too low.

    Values on the bound are inside. Rows that lack the cell, a group or a place are no rows here,
    and rows with fewer than ``rows`` rows before them are not judged. A cell that is no number
    stands in no window and is flagged itself; so is a row whose place cannot be read.
    """

    kind: Literal["moving_outliers"] = "moving_outliers"
    column: str
    factor: float
    rows: int
    by: tuple[str, ...] = ()
    order_by: str | None = None
    side: Side = "both"

    def own_columns(self) -> tuple[str, ...]:
        """The numbers, their groups and their order."""
        order = (self.order_by,) if self.order_by is not None else ()
        return (self.column, *self.by, *order)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.column,)


class _Series(NamedTuple):
    """The numbers of the rows that count, those in order, and where a cell cannot be read."""

    rows: Rows
    number: Code
    in_order: Code
    strays: list[Code]


def emit(rule: MovingOutliers, facts: Facts) -> Functions:
    """``scope`` keeps the rows with enough rows before them; ``check`` compares with those."""
    scope = body_for(rule)
    series = _series(rule, facts, scope)
    rows = series.rows
    has_all = before(series.in_order, literal(rule.rows), rows.frame).call("notna")
    scope.give(rows.frame.item(any_of([has_all, *series.strays])))
    body = body_for(rule)
    series = _series(rule, facts, body)
    steps = call("range", literal(1), literal(rule.rows + 1))
    mean, spread = mean_and_spread(body, before(series.in_order, steps, series.rows.frame))
    far = is_far(series.number, mean, spread, factor=rule.factor, side=rule.side)
    body.give(series.rows.frame.item(any_of([far, *series.strays])))
    return Functions(check=body, scope=scope)


def _series(rule: MovingOutliers, facts: Facts, body: Body) -> _Series:
    rows = filled(rule, over(body, rule.table, facts), rule.own_columns())
    cell = Cell(table=rule.table, column=rule.column)
    number = _local(body, rule.column, rows.value(cell, Reads.NUMBER))
    strays, in_order = [number.call("isna")], number.call("dropna")
    if rule.order_by is not None:
        place = _local(body, rule.order_by, _place(rule.order_by, rows))
        strays.append(place.call("isna"))
        placed = place.call("dropna").call("sort_values", kind=literal("stable"))
        order = body.let("order", placed.attribute("index"))
        in_order = number.attribute("loc").item(order).call("dropna")
    if rule.by:
        in_order = in_order.call("groupby", rows.groups(rule.by))
    return _Series(rows, number, in_order, strays)


def _local(body: Body, hint: str, value: Code) -> Code:
    """A value under a name, which it may have already."""
    return value if value.text.isidentifier() else body.let(hint, value)


def _place(column: str, rows: Rows) -> Code:
    """What puts the rows in order: dates, numbers or texts."""
    reads = order_reads(rows.fact(rows.table, column))
    return rows.value(Cell(table=rows.table, column=column), reads)


def say_rule(rule: MovingOutliers) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f" within each {' and '.join(rule.by)}" if rule.by else ""
    order = f"in the order of {rule.order_by}" if rule.order_by else "in file order"
    band = SAID[rule.side].format(f"{rule.factor:g}")
    return (
        f"{rule.column} of {rule.table}{where} lies {band} the mean of the {rule.rows} rows before "
        f"it, {order}{within}; flag each row that does not. Rows with fewer rows before them are "
        "not judged."
    )


KIND = Kind(
    spec=MovingOutliers,
    summary="Values that lie far from the values of the rows before them.",
    emit=emit,
    lower=moving_outliers_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "Ordered by day, level must be within 2 sigma of the previous 4 readings.",
            {
                "readings": (
                    ("day", "level"),
                    ("2024-01-03", 12),
                    ("2024-01-01", 10),
                    ("2024-01-02", 11),
                    ("2024-01-04", 11),
                    ("2024-01-06", 12),
                    ("2024-01-05", 19),
                    ("2024-01-07", None),
                )
            },
            (5,),
            "in_order",
        ),
        Example(
            "Within each pump, level must be within 3 standard deviations of the mean of the "
            "previous 3 rows.",
            {
                "readings": (
                    ("pump", "level"),
                    ("a", 1),
                    ("b", 7),
                    ("a", 2),
                    ("b", 7),
                    ("a", 3),
                    ("b", 7),
                    ("a", 5),
                    ("b", 8),
                )
            },
            (7,),
            "per_group",
        ),
    ),
)
