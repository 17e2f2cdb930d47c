"""Cells of another type than most of their column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Self

from pydantic import model_validator

from backend.codegen.code import Code, all_of, literal
from backend.contracts.plan import Grain
from backend.rules import mixed_types_sql
from backend.rules.language.cell_types import type_of
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope

Type = Literal["number", "date", "truth value", "text"]
TYPES: tuple[Type, ...] = ("number", "date", "truth value", "text")
"""In this order the first counts as usual where several are equally frequent."""


class MixedTypes(Rule):
    """The cells of each column are of one type: number, date, truth value or text.

    The type is told by how a cell is written: ``12.5``, a day with a year of four digits (with a
    time or without), ``true`` or ``false``, anything else. Each row is flagged where a cell is of
    another type than most of its column; of types that are equally frequent the one that comes
    first here is the usual one. With ``apart`` only these types must not meet: ``text`` is then
    whatever is none of the others, and without it other cells are not looked at. Empty and blank
    cells have no type.
    """

    kind: Literal["mixed_types"] = "mixed_types"
    columns: tuple[str, ...]
    apart: tuple[Type, ...] = ()

    def own_columns(self) -> tuple[str, ...]:
        """The columns of one type each."""
        return self.columns

    def names_its_columns(self) -> bool:
        """Whether its program touches no column but those of `reads`."""
        return True

    @property
    def types(self) -> tuple[Type, ...]:
        """Those that must not meet, in the order of `TYPES`."""
        return tuple(each for each in TYPES if each in (self.apart or TYPES))

    @model_validator(mode="after")
    def _tells_types_apart(self) -> Self:
        if not self.columns or len(self.types) < 2:
            raise ValueError("name a column, and two types that must not meet in it (or none)")
        return self


def emit(rule: MixedTypes, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have a value; ``check`` gives those of unusual types."""
    scope, body = body_for(rule), body_for(rule)
    rows = over(scope, rule.table, facts)
    kept = [] if rule.where is None else [holds(rule.where, rows)]
    scope.give(rows.frame.item(all_of([*kept, _any_column(rule, rows, _has_value)])))
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    is_unusual = _one_column if len(rule.columns) == 1 else _several_columns
    body.give(rows.frame.item(is_unusual(rule, rows)))
    return Functions(check=body, scope=scope)


def _any_column(rule: MixedTypes, rows: Rows, test: Callable[[Code], Code]) -> Code:
    if len(rule.columns) == 1:
        return test(rows.column(rule.columns[0]))
    return rows.body.let("told", _of_each(rule, rows, test)).call("any", axis=literal(1))


def _of_each(rule: MixedTypes, rows: Rows, told: Callable[[Code], Code]) -> Code:
    """A frame of what is told of each column, under the column's own name."""
    names = literal(list(rule.columns)).text
    each = told(rows.frame.item(Code("name"))).text
    return Code(f"pd.DataFrame({{name: {each} for name in {names}}})")


def _has_value(cells: Code) -> Code:
    text = cells.call("astype", literal("str")).call("str.strip")
    return cells.call("notna") & text.compare("!=", literal(""))


def _one_column(rule: MixedTypes, rows: Rows) -> Code:
    [name] = rule.columns
    types = rows.body.let(f"{name} type", _types(rule, rows.column(name), rows))
    types = rows.body.let(f"named {name} type", _as_named(rule, types))
    usual = rows.body.let(f"usual {name} type", _usual(rule, types))
    return types.call("notna") & types.compare("!=", usual)


def _several_columns(rule: MixedTypes, rows: Rows) -> Code:
    types = rows.body.let("types", _of_each(rule, rows, lambda cells: _types(rule, cells, rows)))
    types = rows.body.let("named types", _as_named(rule, types))
    usual = _usual(rule, types.item(Code("name"))).text
    usual_types = rows.body.let(
        "usual types", Code(f"pd.Series({{name: {usual} for name in {types.text}}})")
    )
    return (types.call("notna") & types.call("ne", usual_types)).call("any", axis=literal(1))


def _types(rule: MixedTypes, cells: Code, rows: Rows) -> Code:
    test = rows.body.use(type_of).text
    return cells.call(
        "map", Code(f"{{cell: {test}(cell) for cell in {cells.text}.dropna().unique()}}")
    )


def _as_named(rule: MixedTypes, types: Code) -> Code:
    """The types that must not meet; text, or nothing, for any other."""
    if rule.types == TYPES:
        return types
    is_named = types.call("isin", literal([each for each in rule.types if each != "text"]))
    if "text" not in rule.types:
        return types.call("where", is_named)
    return types.call("where", is_named | types.call("isna"), literal("text"))


def _usual(rule: MixedTypes, types: Code) -> Code:
    counts = types.call("value_counts")
    return counts.call("reindex", literal(list(rule.types)), fill_value=literal(0)).call("idxmax")


NAMED: dict[Type, str] = {
    "number": "numbers", "date": "dates", "truth value": "truth values", "text": "texts",
}  # fmt: skip
OTHERS = {True: "texts are all that is none of the others", False: "other values do not count"}
"""What becomes of values of no type that is named, by whether texts are."""


def say_rule(rule: MixedTypes) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    *most, last = [NAMED[each] for each in rule.types]
    others = "" if rule.types == TYPES else f" ({OTHERS['text' in rule.types]})"
    each = "each of " if rule.columns[1:] else ""
    return (
        f"{each}{', '.join(rule.columns)} of {rule.table}{where} holds values of one type, as they "
        f"are written: {', '.join(most)} or {last}{others}; flag each row whose type is not the "
        "most frequent, or of equally frequent ones the first named."
    )


KIND = Kind(
    spec=MixedTypes,
    summary="Cells of another type than most of their column.",
    emit=emit,
    lower=mixed_types_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "All values of amount must have the same type.",
            {"bills": (("amount",), (12,), (7.5,), ("n/a",), (None,), ("2024-03-01",), (-3,))},
            (2, 4),
            "one_type",
        ),
        Example(
            "due must not hold both dates and text.",
            {"bills": (("due",), ("2024-03-01",), ("soon",), ("5 Mar 2024",), (None,), ("7",))},
            (1, 4),
            "dates_and_text",
        ),
    ),
)
