"""Copies counted, against counting by hand; names of columns against their letters."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.misnamed_columns import MisnamedColumns
from backend.rules.repeated_rows import RepeatedRows
from tests.rules.chance import chance
from tests.rules.words import cell, compare, num
from tests.rules.worlds import found, world

ROWS = st.lists(
    st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from([None, "a"]), st.integers(0, 1)),
    min_size=0, max_size=8,
)  # fmt: skip


@chance(40)
@given(
    ROWS,
    st.sampled_from([(), ("k",), ("k", "s")]),
    st.sampled_from([(), ("s",)]),
    st.sampled_from(["copies", "surplus"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([("<=", 2.0), ("<", 2.0), ("<=", 0.5), ("<", 2 / 3)]),
)
def test_copies_are_counted(
    rows: list[tuple[Any, ...]],
    columns: tuple[str, ...],
    ignored: tuple[str, ...],
    measure: Any,
    is_share: bool,
    is_filtered: bool,
    bound: Any,
) -> None:
    ignored = () if columns else ignored
    rule = RepeatedRows(
        table="t", columns=columns, ignored=ignored, measure=measure, is_share=is_share,
        bounds=(bound,), where=compare(cell("w"), "==", num(1)) if is_filtered else None,
    )  # fmt: skip
    kept = [row for row in rows if row[2] == 1 or not is_filtered]
    places = ["ksw".index(name) for name in columns or "ksw" if name not in ignored]
    keys = [tuple(row[place] for place in places) for row in kept]
    times = Counter(key for key in keys if not columns or None not in key)
    many = sum(n - (measure == "surplus") for n in times.values() if n > 1)

    _, tested, records = found(rule, world(t=[("k", "s", "w"), *rows]))

    assert tested == (1 if kept else 0)
    if kept:
        value = many / len(kept) if is_share else many
        sign, limit = bound
        assert len(records) == int(value > limit if sign == "<=" else value >= limit)


HEADER = ("plant", "Name", "height cm", "LIGHT", "no_2", "_x", "größe")
SNAKE = "[a-z][a-z0-9]*(_[a-z0-9]+)*"


@pytest.mark.parametrize(
    ("way", "pattern", "wrong"),
    [
        ("lower", "", ["Name", "LIGHT"]),
        ("upper", "", ["plant", "Name", "height cm", "no_2", "_x", "größe"]),
        ("pattern", "[^ ]*", ["height cm"]),
        ("pattern", SNAKE, ["Name", "height cm", "LIGHT", "_x", "größe"]),
    ],
    ids=["lower", "upper", "no blanks", "snake"],
)
def test_misnamed_columns_are_reported(way: Any, pattern: str, wrong: list[str]) -> None:
    rule = MisnamedColumns(table="t", way=way, pattern=pattern, says="is so")

    _, tested, records = found(rule, world(t=[HEADER, (1,) * len(HEADER)]))

    assert tested == len(HEADER)
    assert [record["column"] for record in records] == wrong
    assert all(re.fullmatch(pattern, name) is None for name in wrong if pattern)
