"""The number of distinct values, whichever way it is found."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.tables.distinctness import count_distinct, is_unique

TEXTS = pa.large_string()
COLUMNS = {
    "no cell": pa.array([], TEXTS),
    "no value": pa.array([None, None], pa.int64()),
    "close integers": pa.array([3, 1, 2, 3], pa.int64()),
    "far integers": pa.array([-(2**62), 2**62, 0, 0], pa.int64()),
    "all integers": pa.array([-(2**63), 2**63 - 1, 0], pa.int64()),
    "integers with a gap": pa.array([1, None, 1], pa.int64()),
    "numbers": pa.array([0.5, 0.5, 1.5], pa.float64()),
    "texts of one length": pa.array(["2024-01-05", "2024-01-05", "1999-12-31"], TEXTS),
    "long texts of one length": pa.array(["x" * 40 + "a", "x" * 40 + "b"], TEXTS),
    "texts of any letters": pa.array(
        ["".join(map(chr, range(n, n + 30))) for n in (65, 90)], TEXTS
    ),
    "texts of many lengths": pa.array(["a", "bb", "a", None], TEXTS),
    "many cells": pa.array(range(200_000), pa.int64()),
    "integers far and wide": pa.array(range(-9_000_000, 9_150_000, 61), pa.int64()),
    "a late repetition far and wide": pa.array(
        [*range(-9_000_000, 9_150_000, 61), 9_149_940 - 61 * 7], pa.int64()
    ),
    "a late repetition": pa.array([*range(100_000), 7], pa.int64()),
    "many texts": pa.array([f"{n:06d}" for n in range(100_000)], TEXTS),
}


@pytest.mark.parametrize("cells", COLUMNS.values(), ids=COLUMNS)
def test_as_arrow_counts(cells: pa.Array) -> None:
    expected = pc.count_distinct(cells, mode="only_valid").as_py()
    assert count_distinct(cells) == expected
    assert is_unique(cells) == (0 < len(cells) == expected)


@given(st.lists(st.text(alphabet="abé0", min_size=1, max_size=3) | st.none(), max_size=8))
def test_random_texts(texts: list[str | None]) -> None:
    cells = pa.array(texts, TEXTS)
    assert count_distinct(cells) == len({text for text in texts if text})
    assert is_unique(cells) == (0 < len(texts) == len({*texts} - {None}))


@given(st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-3, 3) | st.none(), max_size=8))
def test_random_integers(numbers: list[int | None]) -> None:
    cells = pa.array(numbers, pa.int64())
    assert count_distinct(cells) == len({*numbers} - {None})


MOMENTS = (
    "2024-01-05 10:00:00", "2024-01-05T10:00:00", "2024-01-05 10:00:01", "2024-01-05 10:00+00",
    "2024-01-05 11:00+01", "2024-01-05 24:00:00", "2024-02-30 10:00:00", "0000-01-01 00:00:00",
    "9999-12-31 23:59:59", "2024-01-05 10:00:60", "2024-01-05 10:00.000", "20240105T100000.000",
    "2024-01-05", "2024-01-06", "2024-1-005", "05.01.2024", "2024-01-05 10:00:00.5",
)  # fmt: skip
"""Most of them as wide as a day, or as a day with its time; some are the same moment."""


@given(st.lists(st.sampled_from(MOMENTS) | st.none(), max_size=4))
def test_dates_are_told_apart_as_texts(texts: list[str | None]) -> None:
    assert count_distinct(pa.array(texts, TEXTS)) == len({*texts} - {None})
