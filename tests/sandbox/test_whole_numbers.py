"""The short ways over whole numbers give what pandas gives: values, dtype, index and name."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.contracts.program import OutcomeStatus
from backend.sandbox.worker.whole_numbers import (
    AT_ONCE,
    FEWEST_ROWS,
    may_repeat,
    shortened_isin,
    shortened_look_up,
    shortened_repeats,
)
from tests.sandbox.conftest import levels, make_job, open_level, write_table

repeats = shortened_repeats(pd.Series.duplicated)
isin = shortened_isin(pd.Series.isin)
look_up = shortened_look_up(pd.Index.get_indexer)
LOWEST, HIGHEST = -(2**63), 2**63 - 1
KEYS = {
    "close": [5, 6, 7, 9, 5, 12],
    "below zero": [-3, -1, 0, 2, -3],
    "far apart": [LOWEST, -1, 0, 1, HIGHEST, HIGHEST],
    "the lowest of all": [LOWEST, LOWEST + 1, LOWEST + 1, LOWEST + 4],
    "the highest of all": [HIGHEST, HIGHEST - 1, HIGHEST - 1],
    "one": [8],
}
KINDS = ("int64", "Int64", "Int64, one missing", "int32", "float64", "object")


def _long(keys: list[int], kind: str) -> pd.Series:
    """Keys over and over, one of them alone, with an index and a name of its own."""
    cells: list[object] = keys * (FEWEST_ROWS // len(keys) + 1)
    cells.append(3 if kind != "Int64, one missing" else None)
    name = kind.partition(",")[0]
    array = np.array(cells, dtype="int64").astype("int32") if name == "int32" else cells
    column = pd.Series(array, dtype=name, name="key")
    return column.set_axis(pd.RangeIndex(7, 7 + 3 * len(column), 3))


@pytest.mark.parametrize("keep", ["first", "last", False])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_repeated_keys_are_those_of_pandas(keys: list[int], kind: str, keep: str | bool) -> None:
    column = _long(keys, kind)
    column.attrs["of"] = "orders"

    found = repeats(column, keep=keep)

    pd.testing.assert_series_equal(found, column.duplicated(keep=keep))
    assert found.attrs == {"of": "orders"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("known_kind", KINDS)
def test_known_keys_are_those_of_pandas(kind: str, known_kind: str) -> None:
    for keys, known in product(KEYS.values(), repeat=2):
        column, values = _long(keys, kind), _long(known, known_kind).iloc[: len(known)]

        found = isin(column, values)

        pd.testing.assert_series_equal(found, column.isin(values))


@pytest.mark.parametrize("values", [[], [5, 6], {5}, pd.Index([5]), pd.Series([], dtype="int64")])
def test_known_keys_that_are_no_column_are_left_to_pandas(values: object) -> None:
    column = _long(KEYS["close"], "int64")
    pd.testing.assert_series_equal(isin(column, values), column.isin(values))


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("options", [{}, {"method": None}, {"limit": None, "tolerance": None}])
def test_keys_are_looked_up_as_pandas_does(keys: list[int], options: dict[str, None]) -> None:
    target = pd.Index(_long(keys, "int64"))
    for known in KEYS.values():
        index = pd.Index(dict.fromkeys(known), dtype="int64")

        found = look_up(index, target, **options)

        expected = index.get_indexer(target)
        assert found.dtype == expected.dtype
        assert found.tolist() == expected.tolist()


def test_a_key_that_is_known_twice_is_refused_as_by_pandas() -> None:
    target = pd.Index(_long(KEYS["close"], "int64"))
    with pytest.raises(pd.errors.InvalidIndexError, match="uniquely valued"):
        look_up(pd.Index([5, 5, 6]), target)


@pytest.mark.parametrize("rows", [AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE + 5])
def test_long_columns_are_as_pandas_has_them(rows: int) -> None:
    chance = np.random.default_rng(rows)
    column = pd.Series(chance.integers(-rows, rows, rows), name="key")
    known = pd.Series(chance.permutation(rows + 9))

    pd.testing.assert_series_equal(isin(column, known), column.isin(known))
    pd.testing.assert_series_equal(repeats(column), column.duplicated())
    expected = pd.Index(known).get_indexer(pd.Index(column))
    np.testing.assert_array_equal(look_up(pd.Index(known), pd.Index(column)), expected)


ROWS = st.lists(st.tuples(st.integers(-2, 2), st.sampled_from([LOWEST, 0, 1, HIGHEST])), max_size=9)


@settings(max_examples=100)
@given(rows=ROWS, width=st.integers(1, 2))
def test_a_row_that_repeats_is_among_those_that_may(
    rows: list[tuple[int, int]], width: int
) -> None:
    cells = np.array(rows, dtype=np.int64).reshape(-1, 2)[:, :width]

    found = may_repeat(list(cells.T))

    expected = np.flatnonzero(pd.DataFrame(cells).duplicated(keep=False))
    assert set(expected) <= set(found)
    assert found.tolist() == sorted(set(found))


@pytest.mark.parametrize("level", levels("full", "none"))
def test_programs_flag_what_pandas_flags(level: str, tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    orders = pd.DataFrame({"user_id": chance.integers(0, 900, 5_000), "at": range(5_000)})
    users = pd.DataFrame({"user_id": range(40, 940), "age": chance.integers(0, 99, 900)})
    source = (
        "def check(tables):\n"
        "    orders, users = tables['orders'], tables['users']\n"
        "    age = users.set_index('user_id')['age']\n"
        "    ages = age.reindex(orders['user_id']).set_axis(orders.index)\n"
        "    known = orders['user_id'].isin(users['user_id'])\n"
        "    return orders[~known | (ages > 90) | ~orders['user_id'].duplicated()]\n"
    )
    files = {
        name: write_table(tmp_path, name, frame)
        for name, frame in (("orders", orders), ("users", users))
    }

    with open_level(level, files) as sandbox:
        outcome = sandbox.run(make_job(source, "orders", "users"))

    expected: dict[str, object] = {}
    exec(source, expected)
    flagged = expected["check"]({"orders": orders, "users": users})  # type: ignore[operator]
    assert outcome.status is OutcomeStatus.OK, outcome.error
    assert list(outcome.rows) == list(flagged.index)
