"""Sequences: row by row, complete within groups, and between the ends."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.rules.sequence_gaps import SequenceGaps
from tests.rules.chance import chance
from tests.rules.words import cell, compare, text
from tests.rules.worlds import World, found, run, source_of, world

NUMBERS = st.sampled_from([None, 1, 1, 2, 3, 4])
ROWS = st.lists(st.tuples(NUMBERS, st.sampled_from([None, "a", "b"])), max_size=8)


def _rule(way: str, by: bool = False, start: int | None = None, **more: Any) -> SequenceGaps:
    return SequenceGaps.model_validate(
        {
            "table": "t",
            "column": "n",
            "way": way,
            "by": ("g",) if by else (),
            "start": start,
            **more,
        }
    )


def _runs(rows: list[tuple[Any, ...]], by: bool) -> dict[Any, list[int]]:
    """The places of each group's rows, in file order."""
    runs: dict[Any, list[int]] = {}
    for place, (number, group) in enumerate(rows):
        if number is not None and (group is not None or not by):
            runs.setdefault(group if by else "", []).append(place)
    return runs


@chance(25)
@given(ROWS, st.booleans(), st.sampled_from([None, 1, 2]))
def test_each_row_follows_the_one_before(
    rows: list[tuple[Any, ...]], by: bool, start: int | None
) -> None:
    broken = []
    for places in _runs(rows, by).values():
        for before, place in zip([None, *places], places, strict=False):
            wanted = start if before is None else rows[before][0] + 1
            broken += [place] if wanted is not None and rows[place][0] != wanted else []
    tested = sum(map(len, _runs(rows, by).values()))

    result = found(_rule("in-order", by, start), world(t=[("n", "g"), *rows]))
    assert result[:2] == (sorted(broken), tested)


@chance(25)
@given(ROWS, st.booleans(), st.sampled_from([None, 1, 2]))
def test_a_group_has_each_number_once(
    rows: list[tuple[Any, ...]], by: bool, start: int | None
) -> None:
    broken = []
    for places in _runs(rows, by).values():
        numbers = sorted(rows[place][0] for place in places)
        first = numbers[0] if start is None else start
        broken += places if numbers != list(range(first, first + len(numbers))) else []

    result = found(_rule("complete", by, start), world(t=[("n", "g"), *rows]))
    assert result.rows == sorted(broken)


@chance(25)
@given(st.lists(st.sampled_from([None, -1, 3, 5, 6]), max_size=6))
def test_each_missing_number_is_a_record(numbers: list[int | None]) -> None:
    there = {number for number in numbers if number is not None}
    wanted = set(range(min(there), max(there) + 1)) if there else set()

    result = found(_rule("between"), world(t=[("n",), *zip(numbers)]))
    assert [each["missing n"] for each in result.records] == sorted(wanted - there)
    assert result.tested == len([number for number in numbers if number is not None])


def test_the_last_row_before_counts_only_among_the_rows_that_count() -> None:
    rows = world(t=[("n", "g"), (1, "a"), (7, "b"), (2, "a"), (4, "a")])
    only_a = compare(cell("g"), "==", text("a"), "text")

    assert found(_rule("in-order", start=1, where=only_a), rows)[:2] == ([3], 3)
    assert found(_rule("complete", start=1, where=only_a), rows)[:2] == ([0, 2, 3], 3)
    assert [r["missing n"] for r in found(_rule("between", where=only_a), rows).records] == [3]


BAD = [(1,), (2,), ("x",), (3,), ("4.5",), (4,), (5,), (6,)]


@pytest.mark.parametrize(
    ("way", "broken"),
    [("in-order", [2, 4]), ("complete", list(range(8)))],
    ids=lambda way: str(way),
)
def test_a_cell_that_is_no_whole_number_breaks_the_sequence(way: str, broken: list[int]) -> None:
    """What follows such a cell is not flagged for it: whether it does cannot be told."""
    assert found(_rule(way), world(t=[("n",), *BAD])).rows == broken


def test_a_cell_that_is_no_whole_number_is_a_record() -> None:
    result = found(_rule("between"), world(t=[("n",), *BAD, (9,)]))

    assert [row for row in result.records if row["no whole number"]] == [
        {"missing n": None, "no whole number": "x"},
        {"missing n": None, "no whole number": "4.5"},
    ]
    assert [row["missing n"] for row in result.records if not row["no whole number"]] == [7, 8]


def test_halves_do_not_complete_a_run() -> None:
    assert found(_rule("complete", start=1), world(t=[("n",), (1.0,), (1.5,), (3.0,)])).rows == [
        0,
        1,
        2,
    ]


def test_large_numbers_are_counted_exactly() -> None:
    large = 2**53
    rows = world(t=[("n",), (large,), (large + 1,), (large + 2,), (large + 2,)])

    assert found(_rule("in-order"), rows, ["as loaded", "Int64", "str"]).rows == [3]


@pytest.mark.parametrize("way", ["in-order", "complete", "between"])
@pytest.mark.parametrize("rows", [[], [(None,), (None,)]], ids=["no rows", "no numbers"])
def test_without_numbers_there_is_nothing_to_test(way: str, rows: list[Any]) -> None:
    blank = world(t=[("n",), *rows])

    assert found(_rule(way), blank)[:2] == ([], 0)


def test_a_column_that_became_text_is_still_read_as_numbers() -> None:
    given: World = world(t=[("n",), (1,), (2,), (4,)])
    rule = _rule("in-order")
    tables = {"t": given.frames["t"].astype("str").replace("4", "four")}

    assert run(source_of(rule, given), rule, tables).rows == [2]


def test_what_follows_a_bad_cell_is_not_flagged_for_it_with_a_start_either() -> None:
    assert found(_rule("in-order", start=1), world(t=[("n",), *BAD])).rows == [2, 4]


def test_a_bad_cell_among_integers_is_no_silent_gap() -> None:
    """The program was compiled for integers and lists nothing but numbers: it refuses."""
    given: World = world(t=[("n",), (1,), (2,), (4,)])
    tables = {"t": given.frames["t"].astype("str").replace("4", "four")}

    with pytest.raises(ValueError, match="four"):
        run(source_of(_rule("between"), given), _rule("between"), tables)
