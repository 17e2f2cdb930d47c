"""Two tables reconciled, against matching by hand; whatever dtype a column arrives in."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.differing_rows import DifferingRows
from tests.rules.chance import chance
from tests.rules.worlds import Rows, found, world

SIDE = st.dictionaries(
    st.sampled_from([1, 2, 3, 4]), st.sampled_from([None, 1, 2, 2.5]), min_size=1, max_size=4
)
WHOLE = st.lists(
    st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from("xy")), min_size=1, max_size=5
)


def _rule(**fields: Any) -> DifferingRows:
    return DifferingRows.model_validate(
        {"table": "a", "other": "b", "keys": ("id",), "columns": ("v",), **fields}
    )


@chance(20)
@given(SIDE, SIDE, st.booleans())
def test_differences_are_reported(mine: Any, theirs: Any, missing: bool) -> None:
    tables = world(a=[("id", "v"), *mine.items()], b=[("id", "v"), *theirs.items()])
    both = [key for key in mine if key in theirs]
    wrong = [key for key in both if mine[key] != theirs[key]]
    wrong += [*(set(mine) ^ set(theirs))] if missing else []

    _, tested, records = found(_rule(missing=missing), tables)

    assert sorted(int(float(record["id"])) for record in records) == sorted(wrong)
    assert tested == len({*mine, *theirs} if missing else both)


@chance(15)
@given(
    *[
        st.lists(
            st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from("xy")), min_size=1, max_size=5
        )
    ]
    * 2
)
def test_whole_rows_occur_equally_often(mine: Any, theirs: Any) -> None:
    tables = world(a=[("p", "q"), *mine], b=[("p", "q"), *theirs])
    counts = Counter(mine), Counter(theirs)
    wrong = [row for row in {*mine, *theirs} if counts[0][row] != counts[1][row]]

    assert len(found(_rule(keys=(), columns=("p", "q")), tables).records) == len(wrong)


CASES: dict[str, tuple[Rows, Rows, dict[str, Any], int]] = {
    "within tolerance": ([(1, 10)], [(1, 10.5)], {"tolerance": 0.5}, 0),
    "beyond tolerance": ([(1, 10)], [(1, 10.6)], {"tolerance": 0.5}, 1),
    "2 is 2.0": ([(1, 2), (2, 3)], [(1, 2.0), (2, 3.0)], {}, 0),
    "text keys": ([("k", 1)], [("k", 2)], {}, 1),
    "an empty cell differs": ([(1, None), (2, 1)], [(1, 5), (2, 1)], {}, 1),
    "two empty cells agree": ([(1, None), (2, 1)], [(1, None), (2, 1)], {}, 0),
    "a word differs from a number": ([(1, "n/a"), (2, 1)], [(1, 5), (2, 1)], {}, 1),
    "large whole numbers": ([(1, 2**50)], [(1, 2**50 + 1)], {}, 1),
}


@pytest.mark.parametrize(("mine", "theirs", "fields", "number"), CASES.values(), ids=CASES)
def test_cells_that_agree_or_not(mine: Rows, theirs: Rows, fields: Any, number: int) -> None:
    tables = world(a=[("id", "v"), *mine], b=[("id", "v"), *theirs])

    assert len(found(_rule(**fields), tables).records) == number


def test_whole_rows_of_days_and_of_times_are_one_at_midnight() -> None:
    tables = world(
        a=[("d",), ("2024-01-01",), ("2024-01-02",), (None,)],
        b=[("d",), ("2024-01-01T00:00",), ("2024-01-02T10:00",), (None,)],
    )

    _, tested, records = found(_rule(keys=(), columns=("d",)), tables)

    assert (tested, len(records)) == (4, 2)
