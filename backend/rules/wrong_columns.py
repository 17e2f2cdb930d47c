"""Columns that a table lacks, or has without being asked for."""

from __future__ import annotations

from typing import Any, Literal

from backend.codegen.code import Code, call, literal, mapping
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import wrong_columns_sql
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Cell, Compare, Constant, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class WrongColumns(Rule):
    """The table's header: it has ``columns``; nothing else; in this order; none of them.

    A missing, surplus, forbidden or displaced column is one failing record. ``fewest`` and
    ``most`` bound the number of columns. Names are compared as written.
    """

    kind: Literal["wrong_columns"] = "wrong_columns"
    way: Literal["has", "exactly", "ordered", "lacks", "count"]
    columns: tuple[str, ...] = ()
    fewest: int | None = None
    most: int | None = None


def emit(rule: WrongColumns, facts: Facts) -> Functions:
    """``scope`` is the header, one row per column; ``check`` gives what is wrong with it."""
    refuse_filter(rule)
    scope = body_for(rule)
    table = scope.table(rule.table)
    header = call("list", table.attribute("columns"))
    scope.give(call("pd.DataFrame", mapping([("column", header)])))
    body = body_for(rule)
    found = body.let("found", call("list", body.table(rule.table).attribute("columns")))
    if rule.way == "count":
        _count(rule, found, body)
    else:
        _compare(rule, found, body)
    return Functions(check=body, scope=scope, scope_doc="The header.")


def _count(rule: WrongColumns, found: Code, body: Body) -> None:
    bounds = [f"{rule.fewest} <= "] if rule.fewest is not None else [""]
    upper = f" <= {rule.most}" if rule.most is not None else ""
    body.lines.append(f"is_right = {bounds[0]}len({found.text}){upper}")
    body.give(Code(f'pd.DataFrame({{"columns": [] if is_right else [len({found.text})]}})'))


_MISSING = ("missing", "[name for name in {wanted} if name not in {found}]")
_SURPLUS = ("not allowed", "[name for name in {found} if name not in {wanted}]")
_DISPLACED = (
    "displaced",
    "[name for name, there in zip([name for name in {wanted} if name in {found}], "
    "[name for name in {found} if name in {wanted}], strict=False) if name != there]",
)
_WRONG = {
    "has": (_MISSING,),
    "lacks": (("not allowed", "[name for name in {found} if name in {wanted}]"),),
    "exactly": (_MISSING, _SURPLUS),
    "ordered": (_MISSING, _SURPLUS, _DISPLACED),
}


def _compare(rule: WrongColumns, found: Code, body: Body) -> None:
    wanted = body.let("wanted", literal(list(rule.columns)))
    problems = {
        label: body.let(label, Code(code.format(wanted=wanted.text, found=found.text)))
        for label, code in _WRONG[rule.way]
    }
    listed = " + ".join(
        f"[({literal(label).text}, name) for name in {local.text}]"
        for label, local in problems.items()
    )
    body.give(Code(f'pd.DataFrame({listed}, columns=["problem", "column"])'))


def say_rule(rule: WrongColumns) -> str:
    """The requirement in words."""
    listed = ", ".join(rule.columns)
    if rule.way == "count":
        return f"{rule.table} has {_say_count(rule)} columns."
    said = {
        "has": f"has the columns {listed} (and perhaps others)",
        "exactly": f"has the columns {listed} and no others, in any order",
        "ordered": f"has the columns {listed} and no others, in this order",
        "lacks": f"has no column {listed}",
    }[rule.way]
    return f"{rule.table} {said}; names are compared as written."


def _say_count(rule: WrongColumns) -> str:
    if rule.fewest == rule.most:
        return str(rule.fewest)
    if rule.most is None:
        return f"at least {rule.fewest}"
    if rule.fewest is None:
        return f"at most {rule.most}"
    return f"from {rule.fewest} to {rule.most}"


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words("_table", "table | file | sheet | dataset | data")
phrase.widen("_columns", "columns | column | fields | field")
phrase.words("_called", "called | named | with the name | with the names")


@phrase("header", "<column>", "<text>", "<bare>", "column (<column>|<text>|<bare>)")
def header(name: Cell | Constant) -> str:
    """A column's name, whether the table has it or not."""
    return name.column if isinstance(name, Cell) else str(name.value)


@phrase("headers", "<header>", "<headers> , <header>", "<headers> [,] and <header>")
def headers(*parts: str | tuple[str, ...]) -> tuple[str, ...]:
    """Several names."""
    found: tuple[str, ...] = ()
    for part in parts:
        found += part if isinstance(part, tuple) else (part,)
    return found


@phrase("whose_columns", "[the|this] _table", "<table>", "<table> _table", "_table <table>")
def whose_columns(*table: str) -> tuple[str, str]:
    """A table by name, or the one at hand."""
    return ("table", table[0] if table else "")


def _rule(way: str, columns: tuple[str, ...] = (), table: str = "", **bounds: object) -> Statement:
    data = {"table": table, "way": way, "columns": columns, **bounds}
    return Statement(rule=WrongColumns.model_validate(data))


@phrase(
    "stmt",
    "<whose_columns> _must (have|contain|include) [the] _columns [_called] [:] <headers>",
    "<whose_columns> _must (have|contain|include) (a|the) _columns _called <headers>",
)
def has(table: tuple[str, str], names: tuple[str, ...]) -> Statement:
    """The table must have the columns a, b and c."""
    return _rule("has", names, table[1])


@phrase(
    "stmt",
    "[the] _columns [_called] <headers> _must (exist|be present|be there)",
    "there (must|should) be [a|the] _columns [_called] <headers>",
)
def exists(names: tuple[str, ...]) -> Statement:
    """Column a must exist."""
    return _rule("has", names)


@phrase(
    "stmt",
    "[the] _columns _called <headers> _must (exist|be present|be there) in <whose_columns>",
    "[the] _columns <headers> _must (exist|be present|be there) in <whose_columns>",
    "there (must|should) be [a|the] _columns [_called] <headers> in <whose_columns>",
)
def exists_in(names: tuple[str, ...], table: tuple[str, str]) -> Statement:
    """Column a must exist in orders."""
    return _rule("has", names, table[1])


@phrase(
    "stmt",
    "<whose_columns> _must_not (have|contain|include) (a|the|any) _columns [_called] <headers>",
    "<whose_columns> _must have no _columns [_called] <headers>",
)
def lacks(table: tuple[str, str], names: tuple[str, ...]) -> Statement:
    """The table must not have a column called ssn."""
    return _rule("lacks", names, table[1])


@phrase(
    "stmt",
    "there (must|should|may) (not be|be no) [a|any] _columns [_called] <headers>",
    "[the] _columns [_called] <headers> _must_not exist",
)
def is_absent(names: tuple[str, ...]) -> Statement:
    """There must be no column called ssn."""
    return _rule("lacks", names)


@phrase(
    "stmt",
    "[the] _columns (of|in) <whose_columns> _must be exactly [:] <headers>",
    "<whose_columns> _must (have|contain) exactly [the|these] _columns [:] <headers>",
    "<whose_columns> _must (have|contain) only [the|these] _columns [:] <headers>",
)
def exactly(*parts: tuple[str, ...]) -> Statement:
    """The columns of orders must be exactly a, b and c."""
    table = next(part for part in parts if part[0] == "table" and len(part) == 2)
    names = next(part for part in parts if part is not table)
    return _rule("exactly", names, table[1])


@phrase("stmt", "[the] _columns _must be exactly [:] <headers>")
def exactly_these(names: tuple[str, ...]) -> Statement:
    """The columns must be exactly a, b and c."""
    return _rule("exactly", names)


phrase.words(
    "_in_order", "in this order | in exactly this order | in that order | in the given order"
)


@phrase(
    "stmt",
    "[the] _columns _must be [exactly] [:] <headers> [,] _in_order",
    "[the] _columns _must be _in_order : <headers>",
)
def ordered(names: tuple[str, ...]) -> Statement:
    """The columns must be a, b and c in this order."""
    return _rule("ordered", names)


@phrase(
    "stmt",
    "<whose_columns> _must (have|contain) [exactly] [the|these] _columns [:] <headers> [,] _in_order",
    "[the] _columns (of|in) <whose_columns> _must be [exactly] [:] <headers> [,] _in_order",
)
def ordered_in(*parts: tuple[str, ...]) -> Statement:
    """The columns of orders must be a, b and c in this order."""
    table = next(part for part in parts if part[0] == "table" and len(part) == 2)
    names = next(part for part in parts if part is not table)
    return _rule("ordered", names, table[1])


@phrase("stmt", "<whose_columns> _must (have|contain) <count_bound> _columns")
@phrase("stmt", "<whose_columns> (has|have|contains) <count_bound> _columns")
@phrase("stmt", "[the] number of _columns (in|of) <whose_columns> _must be <count_bound>")
def counted(*parts: Any) -> Statement | None:
    """The table must have exactly 7 columns."""
    table = next(part for part in parts if isinstance(part, tuple))
    bound = next(part for part in parts if not isinstance(part, tuple))
    return _counted(bound, str(table[1]))


@phrase(
    "stmt",
    "there (must|should) be <count_bound> _columns",
    "[the] number of _columns _must be <count_bound>",
)
def counted_here(bound: Predicate) -> Statement | None:
    """There must be 7 columns."""
    return _counted(bound, "")


@phrase("stmt", "<whose_columns> _must (have|contain) <number> _columns", cost=0.05)
def counted_exactly(table: tuple[str, str], number: Constant) -> Statement | None:
    """The table must have 7 columns."""
    return _rule("count", (), table[1], fewest=number.value, most=number.value)


def _counted(bound: Predicate, table: str) -> Statement | None:
    fewest: int | None = None
    most: int | None = None
    for part in walk(bound):
        if not isinstance(part, Compare):
            continue
        if not isinstance(part.right, Constant) or not isinstance(part.right.value, int):
            return None
        value, sign = part.right.value, part.sign
        fewest = {">=": value, ">": value + 1, "==": value}.get(sign, fewest)
        most = {"<=": value, "<": value - 1, "==": value}.get(sign, most)
    return _rule("count", (), table, fewest=fewest, most=most)


KIND = Kind(
    phrases=phrase,
    spec=WrongColumns,
    summary="Columns that a table lacks, or has without being asked for.",
    emit=emit,
    lower=wrong_columns_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "The table must have the columns user_id, email and phone.",
            {"users": (("user_id", "email"), (1, "a"))},
            1,
            "has",
        ),
        Example(
            "The columns must be email, user_id in this order.",
            {"users": (("user_id", "email"), (1, "a"))},
            2,
            "ordered",
        ),
    ),
)
