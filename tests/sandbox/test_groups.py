"""Groups of whole numbers are those of pandas: their keys, their order, what is told of each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.core import algorithms
from pandas.core.groupby import ops

from backend.contracts.program import OutcomeStatus
from backend.sandbox.worker import groups
from backend.sandbox.worker.whole_numbers import AT_ONCE, FEWEST_ROWS
from tests.sandbox.conftest import levels, make_job, open_level, write_table

compress = ops.compress_group_index  # type: ignore[attr-defined]
KEYS = st.one_of(st.integers(-3, 12), st.integers(0, 3), st.sampled_from([-(2**63), 0, 2**63 - 1]))


def _long(keys: list[int]) -> np.ndarray:
    return np.array(keys * (FEWEST_ROWS // len(keys) + 1), dtype=np.int64)


def _assert_same(found: tuple[np.ndarray, ...], expected: tuple[np.ndarray, ...]) -> None:
    for one, other in zip(found, expected, strict=True):
        assert one.dtype == other.dtype
        np.testing.assert_array_equal(one, other)


@settings(max_examples=60)
@given(keys=st.lists(KEYS, min_size=1, max_size=9), sort=st.booleans(), sentinel=st.booleans())
def test_keys_of_one_column_are_numbered_as_by_pandas(
    keys: list[int], sort: bool, sentinel: bool
) -> None:
    cells = _long(keys)

    found = groups.shortened_factorize(algorithms.factorize)(
        cells, sort=sort, use_na_sentinel=sentinel
    )

    _assert_same(found, algorithms.factorize(cells, sort=sort, use_na_sentinel=sentinel))


@settings(max_examples=60)
@given(keys=st.lists(st.integers(-1, 12), min_size=1, max_size=9), sort=st.booleans())
def test_keys_of_several_columns_are_numbered_as_by_pandas(keys: list[int], sort: bool) -> None:
    cells = _long(keys)

    found = groups.shortened_compress(compress)(cells, sort=sort)

    _assert_same(found, compress(cells, sort=sort))


def test_keys_of_a_long_column_are_numbered_as_by_pandas() -> None:
    cells = np.random.default_rng(3).integers(0, 50_000, 2 * AT_ONCE + 5)

    found = groups.shortened_factorize(algorithms.factorize)(cells, sort=True)

    _assert_same(found, algorithms.factorize(cells, sort=True))
    _assert_same(groups.shortened_compress(compress)(cells), compress(cells))


TOLD = (
    "o.groupby('user_id')['total'].sum()",
    "o.groupby('user_id', sort=False)['total'].mean()",
    "o['total'].groupby([o['user_id']]).sum(min_count=1)",
    "o.groupby(['user_id', 'kind']).size()",
    "o.groupby(['user_id', 'kind'], dropna=False).size()",
    "o.groupby(['user_id', 'kind'], as_index=False)['total'].max()",
    "o.groupby(['day', 'user_id'])['kind'].nunique()",
    "o.groupby(['user_id', 'maybe']).size()",
    "o.groupby(['maybe', 'kind'], sort=False).ngroup()",
    "o.groupby('user_id')['total'].transform('size')",
    "o.groupby(['user_id', 'day'])['kind'].first()",
    "o.groupby(['user_id', 'day']).cumcount()",
    "o.pivot_table(index='user_id', columns='kind', values='total', aggfunc='sum')",
    "o.drop_duplicates(['user_id', 'kind'])",
    "o['user_id'].value_counts()",
    "o.merge(o.drop_duplicates('user_id'), on='user_id')['total_y']",
)
SOURCE = (
    "import pandas as pd\ndef check(tables):\n    o = tables['orders']\n    return {}.to_csv()\n"
)


@pytest.fixture(scope="module")
def orders() -> pd.DataFrame:
    chance = np.random.default_rng(2)
    rows = FEWEST_ROWS + 1_000
    kinds = np.array(["view", "click", "search", None], dtype=object)
    return pd.DataFrame(
        {
            "user_id": chance.integers(0, 300, rows),
            "kind": pd.Series(chance.choice(kinds, rows), dtype="str"),
            "day": chance.integers(10, 20, rows),
            "maybe": pd.array(chance.choice([1, 2, None], rows), dtype="Int64"),
            "total": chance.random(rows),
        }
    )


@pytest.mark.parametrize("level", levels("full", "none"))
def test_programs_are_told_what_pandas_tells(
    level: str, orders: pd.DataFrame, tmp_path: Path
) -> None:
    files = {"orders": write_table(tmp_path, "orders", orders)}
    with open_level(level, files) as sandbox:
        for told in TOLD:
            source = SOURCE.format(told)
            outcome = sandbox.run(make_job(source, any_result=True))

            expected: dict[str, object] = {}
            exec(source, expected)
            assert outcome.status is OutcomeStatus.OK, outcome.error
            assert outcome.value == expected["check"]({"orders": orders}), told  # type: ignore[operator]
