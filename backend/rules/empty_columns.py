"""Columns without a single value."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, literal
from backend.contracts.plan import Grain
from backend.rules import empty_columns_sql
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class EmptyColumns(Rule):
    """Every column has a filled cell; each one that has none is one failing record.

    A table without rows has nothing to test.
    """

    kind: Literal["empty_columns"] = "empty_columns"


def emit(rule: EmptyColumns, facts: Facts) -> Functions:
    """``scope`` tells of each column whether it has a value; ``check`` gives those without."""
    scope, body = body_for(rule), body_for(rule)
    rows = over(scope, rule.table, facts)
    frame = rows.frame
    if rule.where is not None:
        frame = scope.let("counted", frame.item(holds(rule.where, rows)))
    filled = scope.let("filled", frame.call("notna").call("any"))
    named = filled.call("rename_axis", literal("column")).call(
        "reset_index", name=literal("has a value")
    )
    columns = scope.let("columns", named)
    scope.give(Code(f"{columns.text} if len({frame.text}) else {columns.text}.iloc[:0]"))
    columns = body.scoped_table("columns", "scope(tables)")
    body.give(columns.item(~columns.item(literal("has a value"))))
    return Functions(check=body, scope=scope, scope_doc="Whether each column has a value.")


def say_rule(rule: EmptyColumns) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    return f"Every column of {rule.table}{where} has at least one value; report each that has none."


phrase = Phrases()
phrase.words("_wholly", "entirely | completely | wholly | totally | fully | altogether | all")
phrase.words("_no_value", "empty | missing | null | blank")


@phrase(
    "stmt",
    "no column (may|must|should|can) be _wholly _no_value",
    "no column (of|in) <table> (may|must|should|can) be _wholly _no_value",
    "(each|every) column _must have at least (one|1) (value|filled cell|entry)",
    "(each|every) column (of|in) <table> _must have at least (one|1) (value|filled cell|entry)",
    "there (must|should|may) be no _wholly _no_value columns",
    "there (must|should|may) be no _wholly _no_value columns in <table>",
    "no _wholly _no_value columns",
)
def none_empty(*table: str) -> Statement:
    """No column may be entirely empty."""
    return Statement(rule=EmptyColumns(table=table[0] if table else ""))


KIND = Kind(
    phrases=phrase,
    spec=EmptyColumns,
    summary="Columns without a single value: one record a column.",
    emit=emit,
    lower=empty_columns_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "No column may be entirely empty.",
            {"users": (("user_id", "email", "fax"), (1, "a@b.org", None), (2, None, None))},
            1,
            "without_value",
        ),
    ),
)
