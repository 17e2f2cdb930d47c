"""Duplicates against a row-by-row reading, and the cells that count as equal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Predicate
from tests.rules.chance import chance
from tests.rules.words import cell, compare, num
from tests.rules.worlds import found, world

ROWS = st.lists(
    st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from([None, "a", "b"]), st.integers(0, 1)),
    min_size=1, max_size=8,
)  # fmt: skip
COUNTS: Predicate = compare(cell("w"), "==", num(1))


@chance(25)
@given(
    ROWS,
    st.sampled_from([(), ("k",), ("s",), ("k", "s")]),
    st.sampled_from(["all", "later"]),
    st.booleans(),
    st.sampled_from(["", "empty_counts", "required"]),
)
def test_rows_that_share_a_key_are_flagged(
    rows: list[tuple[Any, ...]], columns: tuple[str, ...], keep: Any, is_filtered: bool, option: str
) -> None:
    options = {option: True} if option and columns else {}
    rule = Duplicates(
        table="t", columns=columns, keep=keep, where=COUNTS if is_filtered else None, **options
    )
    places = ["ksw".index(column) for column in columns] or [0, 1, 2]
    keys = {
        number: tuple(row[place] for place in places)
        for number, row in enumerate(rows)
        if row[2] == 1 or not is_filtered
    }
    whole = {n: key for n, key in keys.items() if None not in key or not columns or options}
    broken = []
    for number, key in whole.items():
        shared = [other for other in whole if whole[other] == key and other != number]
        is_later = any(other < number for other in shared)
        is_gone = "required" in options and None in key
        broken += [number] if is_gone or (is_later if keep == "later" else shared) else []

    assert found(rule, world(t=[("k", "s", "w"), *rows]))[:2] == (broken, len(whole))


@pytest.mark.parametrize(
    ("options", "broken"),
    [
        ({}, [0, 5]),
        ({"ignore_case": True}, [0, 1, 5]),
        ({"trim": True}, [0, 2, 5]),
        ({"ignore_case": True, "trim": True}, [0, 1, 2, 5]),
        ({"ignore_case": True, "trim": True, "keep": "later"}, [1, 2, 5]),
        ({"columns": ("s", "n"), "ignore_case": True}, [0, 1]),
    ],
    ids=str,
)
def test_case_and_blanks_make_a_difference_unless_told(
    options: dict[str, Any], broken: list[int]
) -> None:
    texts = [("s", "n"), ("Ab", 1), ("aB", 1), (" Ab", 1), (None, 1), (None, 1), ("Ab", 2)]
    rule = Duplicates.model_validate({"table": "t", "columns": ("s",), **options})

    assert found(rule, world(t=texts), ["as loaded", "Int64", "str"])[:2] == (broken, 4)


def test_whole_rows_may_differ_in_a_column() -> None:
    rows = world(t=[("id", "s"), (1, "a"), (2, "a"), (3, None), (4, None), (5, "b")])

    assert found(Duplicates(table="t", ignored=("id",)), rows)[:2] == ([0, 1, 2, 3], 5)
    assert found(Duplicates(table="t"), rows)[:2] == ([], 5)


def test_numbers_beyond_2_53_are_no_duplicates_of_each_other() -> None:
    large = world(t=[("k",), (2**53,), (2**53 + 1,), (None,)])

    assert found(Duplicates(table="t", columns=("k",)), large, ["as loaded", "str"]).rows == []


@pytest.mark.parametrize("rows", [[], [(None, None), (None, None)]], ids=["no rows", "no keys"])
def test_without_keys_there_is_nothing_to_test(rows: list[Any]) -> None:
    assert found(Duplicates(table="t", columns=("k",)), world(t=[("k", "s"), *rows]))[:2] == ([], 0)
