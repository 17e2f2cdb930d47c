"""A program's page: names that never clash, headings that never end early, the same bytes."""

from __future__ import annotations

import ast
import builtins
import keyword
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.codegen.code import Code, literal, name
from backend.codegen.page import Body, Page, identifier
from tests.rules.chance import chance

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("header", "local"),
    [
        ("Order Date", "order_date"),
        ("orderDate", "order_date"),
        ("ORDER-ID", "order_id"),
        ("2024", "column_2024"),
        ("漢字", "column"),
        ("a'b\"c\n", "a_b_c"),
        ("__class__", "class"),
        ("", "column"),
    ],
)
def test_a_header_has_a_readable_local_name(header: str, local: str) -> None:
    assert identifier(header) == local


@chance(100)
@given(st.lists(st.text(max_size=6) | st.sampled_from(["pd", "tables", "x", "X", "limit"])))
def test_locals_never_clash(headers: list[str]) -> None:
    body = Body(parameters=frozenset({"limit"}))
    chosen = [
        body.let(header, Code(f"tables[{literal(place).text}]")).text
        for place, header in enumerate(headers)
    ]

    assert len(set(chosen)) == len(chosen)
    assert not set(chosen) & {"pd", "tables", "scope", "check", "limit", *keyword.kwlist}
    assert all(each.isidentifier() for each in chosen)


@pytest.mark.parametrize("called", ["len", "range", "set", "sorted", "min", "max", "str", "list"])
def test_a_builtin_that_programs_call_is_no_local(called: str) -> None:
    assert hasattr(builtins, called)
    assert Body().let(called, name("x")).text == f"{called}_"


def test_one_expression_is_bound_once() -> None:
    body = Body()
    first, again = body.table("t"), body.table("t")
    body.give(first)

    assert first == again
    assert body.lines == ['t = tables["t"]', "return t"]


def test_a_local_that_nothing_reads_is_not_written() -> None:
    body = Body()
    orders = body.table("orders")
    paid = body.let("paid", orders.item(literal("paid")))
    body.let("known", paid.call("dropna"))
    body.give(orders.item(paid))

    assert body.needed_lines() == [
        'orders = tables["orders"]',
        'paid = orders["paid"]',
        "return orders[paid]",
    ]


def test_a_scoped_table_leaves_the_whole_one_to_be_had() -> None:
    body = Body()
    scoped = body.scoped_table("users", "scope(tables)")

    assert body.table("users") == scoped
    assert body.whole_table("users").text == "all_users"
    assert body.lines == ["users = scope(tables)", 'all_users = tables["users"]']
    assert Body().whole_table("users").text == "users"


HEADINGS = st.text(max_size=40) | st.sampled_from(
    ['"""', "'''", "\\", '\\"""', '"', "a\n\nimport os", "\0", "\u2028x", "\ud800", "{x}", "#", ""]
)


@chance(100)
@given(HEADINGS, HEADINGS)
def test_a_heading_is_nothing_but_a_docstring(title: str, restatement: str) -> None:
    body = Body()
    body.give(body.table("t"))
    page = ast.parse(Page(title=title, restatement=restatement, check=body).render()).body

    kinds = [type(statement) for statement in page]
    assert kinds == [ast.Expr, ast.Import, ast.FunctionDef]


@chance(50)
@given(HEADINGS, HEADINGS)
def test_a_draft_is_the_same_program(title: str, restatement: str) -> None:
    body = Body()
    body.give(body.table("t"))
    page = Page(title=title, restatement=restatement, check=body)

    drafted, rendered = (ast.parse(text).body[1:] for text in (page.draft(), page.render()))
    assert list(map(ast.dump, drafted)) == list(map(ast.dump, rendered))


def test_a_page_reads_from_top_to_bottom() -> None:
    scope, check = Body(), Body(parameters=frozenset({"as_of"}))
    scope.give(scope.table("t"))
    check.give(check.scoped_table("t", "scope(tables, as_of=as_of)"))
    page = Page(
        title="CHK-1 · A name",
        restatement="It is so.",
        check=check,
        scope=scope,
        parameters=("as_of",),
    )

    assert (
        page.render()
        == '''"""CHK-1 · A name
It is so.
"""

import pandas as pd


def scope(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    """The rows that the rule judges."""
    t = tables["t"]
    return t


def check(tables: dict[str, pd.DataFrame], *, as_of) -> pd.DataFrame:
    t = scope(tables, as_of=as_of)
    return t
'''
    )


@pytest.mark.slow
def test_the_same_plan_gives_the_same_bytes_in_every_process() -> None:
    command = (
        "from tests.rules.examples import EXAMPLES, compiled\n"
        "print([(compiled(name).program.sha256) for name in [*EXAMPLES][::4]])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", command],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1
    assert "sha256:" in printed.pop()
