"""Changed bounds over whole numbers: excused where no whole number tells, and nowhere else."""

from __future__ import annotations

import ast

import pytest

from backend.proof.changed_place import Place, find_place
from backend.proof.mutants import Variant
from backend.proof.steps_between import is_alike_in_steps
from backend.proof.whole_numbers import is_alike_of_whole_numbers

PAGE = """
def check(tables):
    t = tables["t"]
    a = pd.to_numeric(t["a"], errors="coerce")
    b = pd.to_numeric(t["b"], errors="coerce")
    x = pd.to_numeric(t["x"], errors="coerce")
    return t[~({test})]
"""
WHOLE = frozenset({"a", "b"})


def _excuse(test: str, was: str, now: str) -> str:
    return is_alike_of_whole_numbers(_place(test, was, now))


def _place(test: str, was: str, now: str) -> Place:
    source = PAGE.format(test=test)
    tree = ast.parse(source)
    node = next(
        n for n in ast.walk(tree)
        if isinstance(n, ast.expr) and ast.unparse(n) == was and n.lineno == 7
    )  # fmt: skip
    span = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
    variant = Variant(fault="x", function="check", line=7, span=span, was=was, now=now, source="")
    place = find_place(variant, tree, WHOLE, WHOLE)
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("test", "was", "now"),
    [
        ("a <= 3.5", "3.5", "3.6"),
        ("a <= 3.5", "a <= 3.5", "a < 3.5"),
        ("((a - 3).abs() - 0.5).round(6) <= 0", "0.5", "0.6"),
        ("(a - b).abs().round(6) <= 0.5", "0.5", "0.4"),
        ("a + b >= 1.5", "1.5", "1.4"),
    ],
)
def test_no_whole_number_tells(test: str, was: str, now: str) -> None:
    assert "no whole number lies between" in _excuse(test, was, now)


@pytest.mark.parametrize(
    ("test", "was", "now"),
    [
        ("a <= 3", "a <= 3", "a < 3"),
        ("a <= 3.5", "3.5", "4.5"),
        ("x <= 3.5", "3.5", "3.6"),
        ("a - x <= 0.5", "0.5", "0.6"),
        ("a <= b", "a <= b", "a >= b"),
        ("((a - 3).abs() - 0.5).round(6) <= 0", "0", "1"),
        ("a / b <= 0.5", "0.5", "0.6"),
        ("a * 0.5 <= 0.7", "0.7", "0.8"),
        ("a <= 20000.5", "20000.5", "20000.6"),
        ("a <= 3.5", "a <= 3.5", "b <= 3.5"),
        ("(a - 3).abs() <= 0.5", "(a - 3).abs()", "(b - 3).abs()"),
    ],
)
def test_some_number_may_tell(test: str, was: str, now: str) -> None:
    assert _excuse(test, was, now) == ""


@pytest.mark.parametrize(
    ("test", "was", "now", "is_alike"),
    [
        ("(a - b * 13.25).abs().round(6) <= 2.0", "2.0", "2.1", True),
        ("(a - b * 13.25).abs().round(6) <= 2.0", "2.0", "1.9", False),
        ("(a - b * 13.25).abs().round(6) <= 2.0", "2.0", "2.25", False),
        ("(a - b * 13.25).abs().round(6) <= 2.1", "(a - b * 13.25).abs().round(6) <= 2.1",
         "(a - b * 13.25).abs().round(6) < 2.1", True),
        ("(a - b * 13.25).abs().round(6) <= 2.0", "(a - b * 13.25).abs().round(6) <= 2.0",
         "(a - b * 13.25).abs().round(6) < 2.0", False),
        ("(a - b * 13.25).abs().round(6) <= 2.0", "13.25", "13.26", False),
        ("(a - x * 13.25).abs().round(6) <= 2.0", "2.0", "2.1", False),
        ("(a - b / 4.0).abs().round(6) <= 2.0", "2.0", "2.1", False),
        ("(a - b * 0.1).round(6).abs() <= 0.3", "0.3", "0.35", True),
        ("(a - b * 0.1).abs() <= 0.3", "0.3", "0.35", False),
        ("((a * 0.0000003).round(6) * 100).round(6) <= 0.0001", "0.0001", "0.00011", False),
    ],
)  # fmt: skip
def test_what_goes_in_steps(test: str, was: str, now: str, is_alike: bool) -> None:
    assert bool(is_alike_in_steps(_place(test, was, now))) is is_alike
