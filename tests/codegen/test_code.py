"""Expressions: parentheses where they are needed, and values that come back as they were."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import Any

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.codegen.code import (
    COMPARISONS,
    Code,
    all_of,
    any_of,
    call,
    listed,
    literal,
    mapping,
    name,
    pattern,
)  # fmt: skip
from tests.rules.chance import chance

VALUES = {"a": 6, "b": 3, "c": -2, "d": 5}
Tree = tuple[Code, Any]
"""An expression, and what it is worth."""
SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
    ">=": operator.ge, ">": operator.gt, "+": operator.add, "-": operator.sub,
    "*": operator.mul, "/": operator.truediv, "&": operator.and_, "|": operator.or_,
}  # fmt: skip


def _combine(left: Tree, sign: str, right: Tree) -> Tree:
    worth = SIGNS[sign](left[1], right[1])
    if sign in COMPARISONS:
        return left[0].compare(sign, right[0]), worth
    if sign in "&|":
        return (left[0] & right[0] if sign == "&" else left[0] | right[0]), worth
    return left[0].combine(sign, right[0]), worth


def _denied(tree: Tree) -> Tree:
    return ~tree[0], ~int(tree[1])


def _measured(tree: Tree) -> Tree:
    return tree[0].call("conjugate"), tree[1]


LEAVES: st.SearchStrategy[Tree] = st.one_of(
    st.sampled_from([(name(each), worth) for each, worth in VALUES.items()]),
    st.integers(-9, 9).map(lambda worth: (literal(worth), worth)),
)
NUMBERS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(_combine, inner, st.sampled_from(["+", "-", "*"]), inner),
        st.builds(_combine, inner, st.just("/"), st.just((literal(2), 2))),
        inner.map(_measured),
    ),
    max_leaves=6,
)
MASKS = st.recursive(
    st.builds(_combine, NUMBERS, st.sampled_from(COMPARISONS), NUMBERS),
    lambda inner: st.one_of(
        st.builds(_combine, inner, st.sampled_from(["&", "|", "==", "<"]), inner),
        inner.map(_denied),
    ),
    max_leaves=8,
)


@chance(150)
@given(NUMBERS | MASKS)
def test_an_expression_is_worth_what_it_was_built_to_be(tree: Tree) -> None:
    code, worth = tree

    assert eval(code.text, {}, dict(VALUES)) == worth
    laid_out = black.format_str(f"x = {code.text}\n", mode=black.Mode(line_length=20))
    scope = dict(VALUES)
    exec(laid_out, {}, scope)
    assert scope["x"] == worth


A, B, C = name("a"), name("b"), name("c")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (A & B & C, "a & b & c"),
        (A & (B & C), "a & b & c"),
        (A & B | C, "(a & b) | c"),
        (A & (B | C), "a & (b | c)"),
        (~(A & B), "~(a & b)"),
        (~~(A & B), "a & b"),
        (~~A.combine("-", B).call("abs").call("isin", listed([C])), "(a - b).abs().isin([c])"),
        (A.compare("<", B) & C, "(a < b) & c"),
        (A.combine("-", B).combine("-", C), "a - b - c"),
        (A.combine("-", B.combine("-", C)), "a - (b - c)"),
        (A.combine("*", B.combine("+", C)), "a * (b + c)"),
        (A.call("notna"), "a.notna()"),
        (~A.call("notna"), "a.isna()"),
        (~~A.call("isna"), "a.isna()"),
        (~A.item(literal("x")).call("notna") & B, 'a["x"].isna() & b'),
        (literal(-1).combine("-", literal(-2)), "-1 - -2"),
        (literal(5).attribute("real"), "(5).real"),
        (A.pick(B, literal("x")), 'a[b, "x"]'),
        (mapping([("x", A)]), '{"x": a}'),
        (call("pd.Series", A, index=B), "pd.Series(a, index=b)"),
        (all_of([A, B | C]), "a & (b | c)"),
        (any_of([A, B & C]), "a | (b & c)"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_parentheses_stand_where_they_help(code: Code, text: str) -> None:
    assert code.text == text


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
)


@chance(120)
@given(SCALARS | st.lists(SCALARS, max_size=4))
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    text = literal(value).text
    laid_out = black.format_str(f"x = {text}\n", mode=black.Mode(line_length=20))
    scope: dict[str, Any] = {}
    exec(laid_out, {"__builtins__": {"float": float}}, scope)

    assert scope["x"] == value
    assert text.isprintable()


def test_a_number_that_is_none_comes_back() -> None:
    assert math.isnan(eval(literal(math.nan).text))


@pytest.mark.parametrize(
    "text",
    ['"', "'", "\"'", "\\", '\\"', "\\'", '"""', "'''", "\n", "\r\n", "\0", "\u2028", "\ud800",
     "{x}", "%s", "é漢🎉", "\\n", "\\N{BULLET}", "a\\", "\t", "#", "\x0c", "\\x41", "\ufeff"],
    ids=ascii,
)  # fmt: skip
def test_texts_with_signs_of_their_own_come_back(text: str) -> None:
    for value in (text, f"x{text}y", text * 3):
        assert ast.literal_eval(literal(value).text) == value
        assert ast.literal_eval(pattern(value).text) == value
        assert ast.literal_eval(mapping([(value, literal(value))]).text) == {value: value}


@pytest.mark.parametrize(
    "value", [object(), {"a": 1}, b"x", 1j, {1}], ids=lambda v: type(v).__name__
)
def test_other_values_have_no_literal(value: object) -> None:
    with pytest.raises(TypeError):
        literal(value)


@pytest.mark.parametrize("text", ["", "a b", "a.b", "class", "1a", "a;b", "a)"])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        name(text)


@pytest.mark.parametrize("path", ["", "a b", "a()", "__class__", "a.__class__", "a;b", "A"])
def test_what_is_no_attribute_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is no attribute"):
        A.call(path)
    if path not in ("__class__", "a.__class__", "A"):
        with pytest.raises(ValueError, match="is no function"):
            call(path)


def test_what_is_no_comparison_is_refused() -> None:
    with pytest.raises(ValueError, match="is no comparison"):
        A.compare("in", B)
