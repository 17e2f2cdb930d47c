"""Columns that a table lost or gained since an earlier run, or that are of another type."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, any_of, call, literal
from backend.codegen.page import Body
from backend.contracts.history import COLUMNS, history_of
from backend.contracts.plan import Grain
from backend.rules import changed_columns_sql
from backend.rules.earlier_runs import RUNS_ARE, Baseline, runs_meant, say_baseline
from backend.rules.language.rows import Facts
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class ChangedColumns(Rule):
    """The table's columns are those of before: none ``appears``, none ``vanishes``.

    With ``types`` their types are as before, too; a column that holds nothing, now or before, has
    none. Their order is free, and names are compared as written. Each difference is one failing
    record.
    """

    kind: Literal["changed_columns"] = "changed_columns"
    appears: bool = True
    vanishes: bool = True
    types: bool = False
    since: Baseline = Baseline()

    def tables(self) -> tuple[str, ...]:
        """The table, and what earlier runs measured of it."""
        return (self.table, history_of(self.table))


def emit(rule: ChangedColumns, facts: Facts) -> Functions:
    """``scope`` has a row for each column, now or before; ``check`` those that differ."""
    refuse_filter(rule)
    scope = body_for(rule)
    past = runs_meant(scope.table(history_of(rule.table)), rule.since, scope)
    now = scope.let("now", call("list", scope.table(rule.table).attribute("columns")))
    told = past.item(past.item(literal("measure")).compare("==", literal("filled")))
    before = scope.let("before", told.item(literal("column")).call("tolist"))
    names = scope.let("names", Code(f"list(dict.fromkeys([*{before.text}, *{now.text}]))"))
    columns = scope.let(
        "columns",
        Code(f'pd.DataFrame({{"column": {names.text} if {before.text} else []}}, dtype="str")'),
    )
    column = columns.item(literal("column"))
    added = [f"{word}={column.call('isin', Code(word)).text}" for word in ("now", "before")]
    if rule.types:
        added += _types(rule, past, column, scope)
    scope.give(Code(f"{columns.text}.assign({', '.join(added)})"))
    return Functions(check=_check(rule), scope=scope, scope_doc="The columns, now and before.")


def _types(rule: ChangedColumns, past: Code, column: Code, body: Body) -> list[str]:
    rows = body.table(history_of(rule.table))
    today = body.let("today", rows.item(rows.item(literal("run")).compare("==", literal(0))))
    found = []
    for word, told in (("type_now", today), ("type_before", past)):
        typed = told.item(told.item(literal("measure")).compare("==", literal("type")))
        types = typed.call("set_index", literal("column")).item(literal("value"))
        found.append(f"{word}={column.call('map', body.let(f'{word}s', types)).text}")
    return found


def _check(rule: ChangedColumns) -> Body:
    body = body_for(rule)
    columns = body.scoped_table("columns", "scope(tables)")
    now, before = (columns.item(literal(word)) for word in ("now", "before"))
    wrong = []
    if rule.appears:
        wrong.append(~before)
    if rule.vanishes:
        wrong.append(~now)
    if rule.types:
        types = [columns.item(literal(word)) for word in ("type_now", "type_before")]
        is_told = types[0].call("notna") & types[1].call("notna")
        wrong.append(is_told & types[0].compare("!=", types[1]))
    body.give(columns.item(any_of(wrong)))
    return body


def say_rule(rule: ChangedColumns) -> str:
    """The requirement in words."""
    past = say_baseline(rule.since)
    parts = [
        text
        for text, is_meant in (
            (f"has no column that it did not have in {past}", rule.appears),
            (f"still has every column that it had in {past}", rule.vanishes),
            (f"has its columns in the types of {past}", rule.types),
        )
        if is_meant
    ]
    return f"{rule.table} {', and '.join(parts)}, in any order. {RUNS_ARE}"


_BEFORE = (
    COLUMNS,
    (0, 0, "2024-03-10", "user_id", "type", "integer", None),
    (0, 0, "2024-03-10", "email", "type", "text", None),
    (1, 1, "2024-03-09", "user_id", "type", "integer", None),
    (1, 1, "2024-03-09", "user_id", "filled", "", 5),
    (1, 1, "2024-03-09", "phone", "type", "text", None),
    (1, 1, "2024-03-09", "phone", "filled", "", 5),
)

KIND = Kind(
    spec=ChangedColumns,
    summary="Columns that a table lost or gained since an earlier run.",
    emit=emit,
    lower=changed_columns_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The columns of users must be unchanged since the last run.",
            {"users": (("user_id", "email"), (1, "a")), "users/history": _BEFORE},
            2,
            "unchanged",
        ),
        Example(
            "The schema of users must not change since the last run.",
            {"users": (("user_id", "email"), (1, "a")), "users/history": _BEFORE},
            2,
            "schema",
        ),
    ),
)
