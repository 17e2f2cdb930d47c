from __future__ import annotations

import pytest

from backend.proof.equivalents import explain
from backend.proof.mutants import Variant, mutants

PAGE = """\
import pandas as pd


def scope(tables):
    t = tables["t"]
    return t[{scope}]


def check(tables):
    t = scope(tables)
    {line}
"""
FILLED = 't["a"].notna()'


def faults(line: str, scope: str = FILLED) -> dict[str, str]:
    """What each mutant of a line of ``check`` makes of it."""
    return {v.fault: v.now for v in mutants(PAGE.format(scope=scope, line=line), ("check",))}


@pytest.mark.parametrize(
    ("line", "fault", "now"),
    [
        ('return t[t["a"] < 3]', "<= for <", "t['a'] <= 3"),
        ('return t[t["a"] >= 3]', "> for >=", "t['a'] > 3"),
        ('return t[t["a"] == 3]', "!= for ==", "t['a'] != 3"),
        ('return t[t["a"] < 3]', "2 for 3", "2"),
        ('return t[t["a"] < 0.05]', "0.06 for 0.05", "0.06"),
        ('return t[t["a"] < 3]', "filter dropped", "t"),
        ('return t[~(t["a"] < 3)]', "negation dropped", "t['a'] < 3"),
        ('return t[t["a"].notna() & (t["b"] < 3)]', "null test dropped", "t['b'] < 3"),
        (
            'return t[(t["a"] < 3) & (t["b"] < 4)]',
            "| for &",
            "(t['a'] < 3) | (t['b'] < 4)",
        ),
        ('return t[t["a"].duplicated(keep=False)]', "keep='first' for False", None),
        ('return t[t["a"].between(1, 2)]', "bounds neither for both", None),
        ('return t[t["a"].isin([1, 2])]', "1 left out of the set", "[2]"),
        ('return t[t["a"].isin(t["b"].dropna())]', "dropna dropped", "t['b']"),
        ('return t[t["a"].str.strip() == ""]', "strip dropped", "t['a']"),
        ('return t[t["a"] == "x"]', "'x?' for 'x'", "'x?'"),
        ('return t[t["a"].shift() < t["b"]]', "shift by -1", "t['a'].shift(-1)"),
        ('return t[t["a"] < t["b"].max()]', "min for max", "t['b'].min()"),
        ('return t[t["a"] < t["b"].sum()]', "mean for sum", "t['b'].mean()"),
        ('return t[t.groupby(["a", "b"])["c"].transform("max") > 1]', "group key dropped", None),
        ('return t[t["a"] < t["b"]]', "column 'b' for 'a'", "t['b']"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_fault_is_made(line: str, fault: str, now: str | None) -> None:
    made = faults(line)

    assert fault in made
    assert now is None or made[fault] == now


def test_mutants_are_other_sources_each_once() -> None:
    source = PAGE.format(scope=FILLED, line='return t[~(t["a"] < 3)]')

    made = [variant.source for variant in mutants(source)]

    assert len(set(made)) == len(made) > 5
    assert all(compile(each, "mutant", "exec") for each in made)


def test_helpers_beside_check_and_scope_are_left_alone() -> None:
    source = (
        'def is_even(n):\n    return n % 2 == 0\n\n\ndef check(tables):\n    return tables["t"]\n'
    )

    assert mutants(source) == ()
    assert mutants(source, ()) != ()


def variant(line: str, fault: str, scope: str = FILLED) -> tuple[Variant, str]:
    source = PAGE.format(scope=scope, line=line)
    return next(v for v in mutants(source, ("check",)) if v.fault == fault), source


@pytest.mark.parametrize(
    ("line", "fault", "is_explained"),
    [
        ('return t[t["a"].notna() & ~t["a"].between(1, 2)]', "null test dropped", True),
        ('return t[t["b"].notna() & ~t["b"].between(1, 2)]', "null test dropped", False),
        ('return t[t["b"].notna() & (t["b"] < 2)]', "null test dropped", True),
        ('return t[t["b"].notna() & (t["b"] != 2)]', "null test dropped", False),
        ('return t[t["b"].notna() & ((t["b"] < 2) | (t["c"] < 2))]', "null test dropped", False),
        ('return t[t["c"].isin(t["a"].dropna())]', "dropna dropped", True),
        ('return t[t["c"].isin(t["b"].dropna())]', "dropna dropped", False),
        ('return t[t["b"].dropna().value_counts() > 1]', "dropna dropped", True),
        ('return t[t["a"] < 3]', "<= for <", False),
    ],
    ids=str,
)
def test_only_what_has_an_argument_is_no_fault(line: str, fault: str, is_explained: bool) -> None:
    made, source = variant(line, fault)

    assert bool(explain(made, source)) is is_explained


NOT_WHOLE = 't["d"].notna() & ~t["d"].astype("str").str.fullmatch(r"[+-]?[0-9]+(\\.0+)?")'

NO_NUMBER = (
    't["d"].notna() & ~t["d"].astype("str").str.fullmatch('
    'r"[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?")'
)


@pytest.mark.parametrize(
    ("whole", "line", "is_explained"),
    [
        ("d", f'return t[({NOT_WHOLE}) | (t["b"] < 2)]', True),
        ("", f'return t[({NOT_WHOLE}) | (t["b"] < 2)]', False),
        ("b", f'return t[({NOT_WHOLE}) | (t["b"] < 2)]', False),
        ("d", f'return t[({NOT_WHOLE.replace("]+", "]{2}")}) | (t["b"] < 2)]', False),
        ("d", f'return t[({NO_NUMBER}) | (t["b"] < 2)]', True),
        ("d", f'return t[({NOT_WHOLE}) & (t["b"] < 2)]', False),
    ],
    ids=["whole", "no number", "another column", "another pattern", "any number", "both"],
)
def test_a_column_of_whole_numbers_spells_no_other(
    whole: str, line: str, is_explained: bool
) -> None:
    source = PAGE.format(scope="t", line=line)
    kept = "t['b'] < 2"
    made = next(
        each
        for each in mutants(source, ("check",))
        if each.fault == "condition dropped" and each.now == kept
    )

    assert bool(explain(made, source, frozenset(), frozenset({whole}))) is is_explained
