"""The headers of two tables."""

from __future__ import annotations

from typing import Any

import pytest

from backend.rules.empty_columns import EmptyColumns
from backend.rules.unlike_headers import UnlikeHeaders
from tests.rules.worlds import found, world


@pytest.mark.parametrize(
    ("mine", "theirs", "way", "records"),
    [
        ("ab", "ab", "names", 0),
        ("ab", "ba", "names", 0),
        ("ab", "ba", "order", 2),
        ("ab", "abc", "names", 1),
        ("ab", "ac", "names", 2),
        ("ab", "cd", "count", 0),
        ("ab", "c", "count", 1),
        ("ab", "aB", "names", 2),
    ],
)
def test_headers_that_differ(mine: str, theirs: str, way: Any, records: int) -> None:
    tables = world(p=[tuple(mine), [1] * len(mine)], q=[tuple(theirs), [1] * len(theirs)])

    assert len(found(UnlikeHeaders(table="p", other="q", way=way), tables).records) == records


def test_a_column_without_a_value_is_reported() -> None:
    rows = [("a", "b", "c"), (1, None, None), (None, None, "x")]

    records = found(EmptyColumns(table="t"), world(t=rows)).records

    assert [record["column"] for record in records] == ["b"]
