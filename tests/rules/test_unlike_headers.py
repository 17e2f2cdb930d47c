"""The headers of two tables."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

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
        ("ab", "cba", "within", 0),
        ("cba", "ab", "within", 1),
    ],
)
def test_headers_that_differ(mine: str, theirs: str, way: Any, records: int) -> None:
    tables = world(p=[tuple(mine), [1] * len(mine)], q=[tuple(theirs), [1] * len(theirs)])

    assert len(found(UnlikeHeaders(table="p", other="q", way=way), tables).records) == records


def test_a_column_without_a_value_is_reported() -> None:
    rows = [("a", "b", "c"), (1, None, None), (None, None, "x")]

    records = found(EmptyColumns(table="t"), world(t=rows)).records

    assert [record["column"] for record in records] == ["b"]


TYPED: list[tuple[str, list[object], list[object], int]] = [
    ("numbers", [1, 2], [3.5, None], 0),
    ("numbers and texts", [1, 2], ["a", "b"], 1),
    ("a text among numbers makes texts", [1, 2], [1, "n/a"], 1),
    ("numbers among dates make texts", ["2024-01-01", 3], ["x", "y"], 0),
    ("dates written otherwise", ["2024-01-01"], ["1 Feb 2024"], 0),
    ("dates and texts", ["2024-01-01", None], ["soon", "later"], 1),
    ("truth values and texts", ["true", "false"], ["yes", "no"], 1),
    ("no values have no type", [None, None], ["a", "b"], 0),
    ("blanks have no type", [" ", None], [1, 2], 0),
]


@pytest.mark.parametrize("way", ["names", "order", "within", "shared"])
@pytest.mark.parametrize(
    ("mine", "theirs", "records"), [case[1:] for case in TYPED], ids=[case[0] for case in TYPED]
)
def test_types_that_differ(
    mine: list[object], theirs: list[object], records: int, way: Any
) -> None:
    tables = world(
        p=[("k", "x"), *((1, each) for each in mine)],
        q=[("k", "x"), *((2, each) for each in theirs)],
    )
    rule = UnlikeHeaders(table="p", other="q", way=way, types=True)

    assert len(found(rule, tables).records) == records


def test_both_types_are_told() -> None:
    tables = world(**{"it's": [("x", "y"), (1, "a")], "q": [("x",), ("b",)]})
    rule = UnlikeHeaders(table="it's", other="q", types=True)

    assert found(rule, tables).records == [
        {"problem": "only in it's", "column": "y"},
        {"problem": "number in it's, text in q", "column": "x"},
    ]


@pytest.mark.parametrize("fields", [{"way": "shared"}, {"way": "count", "types": True}])
def test_a_rule_compares_something(fields: Any) -> None:
    with pytest.raises(ValidationError):
        UnlikeHeaders(table="p", other="q", **fields)


def test_a_plan_without_types_stays_as_it_was() -> None:
    rule = UnlikeHeaders(table="p", other="q")

    assert rule.model_dump(mode="json").keys() == {"kind", "table", "where", "other", "way"}
