"""Names and values that could break out of the code they are put into: none does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Lookup, Parameter, Previous
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps
from tests.rules.words import (
    apply,
    cell,
    compare,
    every,
    exists,
    matches,
    math,
    measure,
    must,
    num,
    one_of,
    text,
)  # fmt: skip
from tests.rules.worlds import World, found, run, source_of, world

HOSTILE = [
    "'", '"', "\\", "\n", '"""', "'''", "{x}", "{0}", "%s", "#", "\t", "é漢", "🎉", "\u202e", "\0",
    "class", "None", "lambda", "check", "pd", "tables", "as_of", "scope", "len", "str", "sorted",
    "known", "order", "metrics", "today", "counted", "runs", "missing", "found", "keys", "holds",
    "rows", "index", "level_0", "column_", "self", "1st", "a b", " ", "__import__('os')",
    '"]; import os; x["', "');print('", "\\'", '\\"', "f\"{x}\"", "unreadable cells", "x" * 200,
]  # fmt: skip
each_name = pytest.mark.parametrize("name", HOSTILE, ids=ascii)
OURS = {
    "coerce", "str", "Int64", "int64", "all", "size", "nunique", "min", "max",
    "sum n", "n", "k", "v",
}  # fmt: skip
"""The texts that programs of the rules below have of their own."""
PAGES = (
    [ast.Expr, ast.Import, ast.FunctionDef],
    [ast.Expr, ast.Import, ast.FunctionDef, ast.FunctionDef],
)


def _world(name: str) -> World:
    """A table, a column and a value of this name; beside them ``n`` (numbers), ``k``, ``v``."""
    value = name if name.strip() else "blank"
    rows = [(name, "n", "k"), (value, 1, 1), ("other", 2, 2), (value, 9, 3), (None, 4, 9)]
    theirs = [("k", "v"), (1, value), (2, "x"), (3, "y")]
    return world(**{name: rows, f"{name} too": theirs})


def _rules(name: str) -> Iterator[tuple[Rule, int | list[int]]]:
    """Rules of all kinds, with what they flag."""
    value = name if name.strip() else "blank"
    too, own = f"{name} too", cell(name, name)
    number, keys = cell("n", name), (("k", "k"),)
    yield must(compare(own, "==", text(value), "text"), name), [1]
    yield must(compare(own, "==", text(value.swapcase()), "text", ignore_case=True), name), [1]
    yield must(one_of(own, value, "z", reads="text"), name), [1]
    yield must(matches(own, "contains", value), name), [1]
    yield must(compare(number, "<=", num(4)), name, where=one_of(own, value, reads="text")), [2]
    yield must(exists(too, ("k", "k"), where=compare(cell("v", too), "!=", text(value), "text")),
               name), [0, 3]  # fmt: skip
    yield must(compare(own, "==", Lookup(table=too, column="v", keys=keys), "text"), name), [1, 2]
    yield must(compare(number, ">", Previous(of=number, by=(name,))), name), []
    yield must(compare(number, "<", measure("max", number, name, by=(name,))), name), [1, 2]
    yield must(compare(measure("count", table=too, keys=keys), ">", num(0)), name), [3]
    yield must(every(compare(math(number, "+", number), "<", num(18)),
                     compare(apply("length", own), ">", num(0))), name), [2]  # fmt: skip
    yield Duplicates(table=name, columns=(name,)), [0, 2]
    yield Duplicates(table=name, columns=(name, "n"), ignore_case=True), []
    yield InconsistentValues(table=name, key=(name,), values=("n",)), [0, 2]
    yield SequenceGaps(table=name, column="n", way="complete", by=(name,), start=1), [0, 1, 2]
    yield FailingMetrics(table=name, must=compare(measure("sum", number, name), "<", num(3)),
                         by=(name,)), 1  # fmt: skip


@each_name
def test_a_program_does_the_right_thing_whatever_things_are_called(name: str) -> None:
    """Its only texts are those that were given: nothing of a user's text becomes code."""
    given = _world(name)
    value = name if name.strip() else "blank"
    texts = OURS | {name, f"{name} too", value, value.lower(), value.swapcase().lower(), "z", ""}

    rules = list(_rules(name))
    for rule, expected in rules if name.isidentifier() else rules[::2]:
        source = source_of(rule, given)
        result = run(source, rule, given.frames)
        flagged = len(result.records) if isinstance(expected, int) else result.rows
        assert flagged == expected, source
        tree = ast.parse(source)
        assert [type(node) for node in tree.body] in PAGES
        assert set(_texts(tree)) <= texts


def _texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a program, but for its docstrings."""
    documented = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.FunctionDef)]
    docstrings = [node.body[0] for node in documented if ast.get_docstring(node) is not None]
    skipped = {inner for doc in docstrings for inner in ast.walk(doc)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.value


def test_columns_that_read_alike_have_locals_of_their_own() -> None:
    names = ["Order Date", "order_date", "order-date", "orderDate"]
    given = world(t=[tuple(names), (1, 2, 3, 4), (1, 2, 3, 3)])
    rising = every(*(compare(cell(a), "<", cell(b)) for a, b in pairwise(names)))

    assert found(must(rising), given).rows == [1]


def test_tables_that_read_alike_have_locals_of_their_own() -> None:
    given = world(**{"Order Items": [("k",), (1,), (2,)], "order_items": [("k",), (1,)]})
    rule = must(exists("order_items", ("k", "k")), "Order Items")

    assert found(rule, given).rows == [1]


@pytest.mark.parametrize("parameter", ["t", "x", "known", "metrics", "limit"])
def test_a_parameter_may_be_called_like_a_table_or_a_column(parameter: str) -> None:
    limit: Any = Parameter(name=parameter, reads="number")  # type: ignore[arg-type]
    given = world(t=[("x",), (1,), (5,)], u=[("x",), (1,)])
    row = must(every(compare(cell("x"), "<=", limit), exists("u", ("x", "x"))))
    total = FailingMetrics(table="t", must=compare(measure("max", cell("x")), "<=", limit))

    assert found(row, given, **{parameter: 3}).rows == [1]
    assert len(found(total, given, **{parameter: 3}).records) == 1
