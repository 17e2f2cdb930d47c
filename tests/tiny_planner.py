"""A planner of a few fixed phrases, for tests of what happens around planning."""

from __future__ import annotations

import re
from collections.abc import Callable

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, CannotPlan
from backend.contracts.plan import ColumnRead, Plan
from backend.contracts.schema import Schema
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Exists,
    Measure,
    Missing,
    Not,
    Parameter,
    Reads,
    Today,
)
from backend.rules.rule import Rule

SIGNS = {"at least": ">=", "at most": "<="}
Reading = Callable[[str, re.Match[str]], Rule]


def number(text: str) -> Constant | Parameter:
    if text.startswith("{"):
        return Parameter(name=text[1:-1], reads=Reads.NUMBER)
    return Constant(value=float(text), reads=Reads.NUMBER)


def bound(table: str, found: re.Match[str]) -> Rule:
    column, words, limit = found.groups()
    must = Compare(
        left=Cell(table=table, column=column),
        sign=SIGNS[words],
        right=number(limit),
        reads=Reads.NUMBER,
    )
    return BrokenRows(table=table, must=must)


def known(table: str, found: re.Match[str]) -> Rule:
    column, other = found.groups()
    return BrokenRows(table=table, must=Exists(table=other, keys=((column, column),)))


def filled(table: str, found: re.Match[str]) -> Rule:
    return BrokenRows(table=table, must=Not(part=Missing(of=Cell(table=table, column=found[1]))))


def past(table: str, found: re.Match[str]) -> Rule:
    cell = Cell(table=table, column=found[1])
    must = Compare(left=cell, sign="<=", right=Today(), reads=Reads.DATE)
    return BrokenRows(table=table, must=must)


def mean(table: str, found: re.Match[str]) -> Rule:
    column, limit, by = found.groups()
    measure = Aggregate(measure=Measure.MEAN, table=table, of=Cell(table=table, column=column))
    must = Compare(left=measure, sign="<=", right=number(limit), reads=Reads.NUMBER)
    return FailingMetrics(table=table, must=must, by=(by,) if by else ())


PHRASES: dict[str, Reading] = {
    r"(\w+) must be (at least|at most) ([\w{}.-]+)": bound,
    r"(\w+) must exist in (\w+)": known,
    r"(\w+) must be filled": filled,
    r"(\w+) must not be in the future": past,
    r"mean (\w+) must be at most ([\w{}.-]+)(?: per (\w+))?": mean,
}


class TinyPlanner:
    """Reads one of `PHRASES`, with ``also`` in front of it where a test wants another text."""

    name = "tiny@1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def plan(self, check: Check, schema: Schema) -> Plan:
        self.asked.append(check.check_id)
        text = check.calculation_hint.removeprefix("also ")
        if text == "two ways":
            raise AmbiguousCheck(f"{check.check_id}: this reads in two ways.")
        if text == "break":
            raise ZeroDivisionError("the planner broke")
        for phrase, read in PHRASES.items():
            if found := re.fullmatch(phrase, text):
                return self._plan(read(check.target_table[0], found), schema)
        raise CannotPlan(f"{check.check_id}: not understood: {text!r}.")

    def _plan(self, rule: Rule, schema: Schema) -> Plan:
        kind = kind_of(rule)
        reads = [
            ColumnRead(
                table=table,
                column=name,
                type=column.type,
                mostly=column.mostly,
                date_format=column.date_format,
            )
            for table, name in dict.fromkeys(rule.reads())
            if table in schema.tables and (column := schema.tables[table].column(name))
        ]
        missing = [
            pair for pair in rule.reads() if pair not in {(r.table, r.column) for r in reads}
        ]
        if missing:
            raise CannotPlan(f"there is no column {missing[0]}.", code="unknown-column")
        return Plan(
            planner=self.name,
            kind=kind.name,
            rule=rule.model_dump(mode="json"),
            table=rule.table,
            tables=rule.tables(),
            grain=kind.grain(rule),
            restatement=kind.say(rule),
            assumptions=("Empty cells are not flagged.",),
            columns_read=tuple(reads),
            parameters=rule.parameters(),
        )
