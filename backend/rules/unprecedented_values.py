"""Numbers that are lower or higher than any of their column in earlier runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from backend.codegen.code import Code, any_of, literal
from backend.codegen.page import Body
from backend.contracts.history import COLUMNS, history_of
from backend.contracts.plan import Grain
from backend.rules import unprecedented_values_sql
from backend.rules.earlier_runs import (
    RUNS_ARE,
    Baseline,
    kept_values,
    of_column,
    say_baseline,
)
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Cell, Reads
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope, refuse_filter


class UnprecedentedValues(Rule):
    """``column`` is no ``lower`` than its least, no ``higher`` than its greatest number of before.

    Of several runs, it is the least and the greatest number that any of them had. A number that
    was there before is inside. Each row whose number is beyond is flagged, and so is one whose
    cell is no number. A run keeps the ends of a column whose filled cells are all numbers; where
    one that is meant did not, nothing is judged.
    """

    kind: Literal["unprecedented_values"] = "unprecedented_values"
    column: str
    lower: bool = True
    higher: bool = True
    since: Baseline = Baseline()

    def own_columns(self) -> tuple[str, ...]:
        """The numbers."""
        return (self.column,)

    def number_columns(self) -> tuple[str, ...]:
        """Columns that must hold numbers."""
        return (self.column,)

    def tables(self) -> tuple[str, ...]:
        """The table, and what earlier runs measured of it."""
        return (self.table, history_of(self.table))

    @property
    def ends(self) -> tuple[str, ...]:
        """The measures of earlier runs that it is held against."""
        return ("min",) * self.lower + ("max",) * self.higher


def emit(rule: UnprecedentedValues, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have a value; ``check`` gives those beyond the ends."""
    refuse_filter(rule)
    scope = body_for(rule)
    table = scope.table(rule.table)
    is_filled = table.item(literal(rule.column)).call("notna")
    past = of_column(rule.table, rule.column, rule.since, scope)
    is_told = Code(f"({kept_values(past, rule.since, rule.ends[0]).text})")
    scope.give(table.item(is_filled & is_told))
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    past = of_column(rule.table, rule.column, rule.since, body)
    number = rows.value(Cell(table=rule.table, column=rule.column), Reads.NUMBER)
    told = _of_one_run(past, body) if rule.since.runs == 1 else _of_several(past)
    beyond = [
        number.compare(sign, body.let(label, told(end)))
        for end, (label, sign) in _ENDS.items()
        if end in rule.ends
    ]
    body.give(rows.frame.item(any_of([*beyond, number.call("isna")])))
    return Functions(
        check=body, scope=scope, scope_doc="The rows with a value, where the runs told its ends."
    )


_ENDS = {"min": ("lowest", "<"), "max": ("highest", ">")}
_Told = Callable[[str], Code]


def _of_one_run(past: Code, body: Body) -> _Told:
    by_measure = past.call("set_index", literal("measure")).item(literal("number"))
    ends = body.let("ends", by_measure)
    return lambda end: ends.call("get", literal(end))


def _of_several(past: Code) -> _Told:
    def told(end: str) -> Code:
        is_end = past.item(literal("measure")).compare("==", literal(end))
        return past.attribute("loc").pick(is_end, literal("number")).call(end)

    return told


def say_rule(rule: UnprecedentedValues) -> str:
    """The requirement in words."""
    ends = {
        (True, True): "lies between the lowest and the highest number",
        (True, False): "is at least the lowest number",
        (False, True): "is at most the highest number",
    }[rule.lower, rule.higher]
    return (
        f"{rule.column} of {rule.table} {ends} that it had in {say_baseline(rule.since)}; flag "
        f"each row that does not. {RUNS_ARE}"
    )


def _ends(*runs: tuple[float, float]) -> tuple[tuple[object, ...], ...]:
    """A history of runs, the last one first: the least and the greatest price of each."""
    rows = [
        (number, number, f"2024-03-{10 - number:02d}", "price", measure, "", told)
        for number, ends in enumerate(runs, start=1)
        for measure, told in zip(("min", "max"), ends, strict=True)
    ]
    return (COLUMNS, *rows)


KIND = Kind(
    spec=UnprecedentedValues,
    summary="Numbers that are lower or higher than any of their column in earlier runs.",
    emit=emit,
    lower=unprecedented_values_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "price must stay within the minimum and maximum of the last run.",
            {
                "orders": (("order_id", "price"), (1, 4), (2, 5), (3, 90), (4, 91), (5, None)),
                "orders/history": _ends((5, 90), (1, 500)),
            },
            (0, 3),
            "last_run",
        ),
        Example(
            "No price may be higher than any in the last 2 runs.",
            {
                "orders": (("order_id", "price"), (1, 4), (2, 501), (3, 91)),
                "orders/history": _ends((5, 90), (1, 500)),
            },
            (1,),
            "highest_of_runs",
        ),
    ),
)
