"""The short ways give what pandas gives: values, dtype, index and name, and the same errors."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.sandbox.worker.shortcuts import (
    FEWEST_ROWS,
    SHAPES,
    shortened_duplicated,
    shortened_match,
    shortened_parse,
    spell_blanks,
)

parse = shortened_parse(pd.to_datetime)
duplicated = shortened_duplicated(pd.DataFrame.duplicated)
TEXTS = type(pd.Series([""]).str)
DATES = {
    "%Y-%m-%d": ["2024-01-05", "2024-02-29", "1000-01-01", "9999-12-31", "2023-12-31"],
    "%Y-%m-%d %H:%M:%S": ["2024-01-05 00:00:00", "2024-02-29 23:59:59", "1000-01-01 01:02:03"],
    "%Y-%m-%dT%H:%M:%S": ["2024-01-05T00:00:00", "2024-12-31T23:59:59"],
}
NO_DATES = [
    "", " ", "2024-13-05", "2023-02-29", "2024-1-5", " 2024-01-05", "2024-01-05 ", "0999-12-31",
    "0001-01-01", "0000-01-01", "-024-01-05", "+024-01-05", "2024-01-05 24:00:00", "x" * 19,
    "2024-01-05 10:00:60", "2024-01-05T10:00+01", "2024-01-05 10:00:0٣", "٢٠٢٤-01-05", "x" * 10,
    "2024-01-05T10:00:00Z", "2024-01-05 10:00:00.5", "2024/01/05", "20240105", "NaT",
]  # fmt: skip


def _long(cells: list[str | None]) -> pd.Series:
    """A column of these cells over and over, with an index and a name of its own."""
    times = FEWEST_ROWS // len(cells) + 1
    column = pd.Series(cells * times, dtype="str", name="when")
    return column.set_axis(pd.RangeIndex(7, 7 + 3 * len(column), 3))


def _outcome(call: Callable[[], object]) -> object:
    try:
        return call()
    except (ValueError, TypeError) as error:
        return type(error), str(error)


def _assert_same(found: object, expected: object) -> None:
    if isinstance(expected, pd.Series):
        assert isinstance(found, pd.Series)
        pd.testing.assert_series_equal(found, expected)
    else:
        assert found == expected


@pytest.mark.parametrize("errors", ["coerce", "raise"])
@pytest.mark.parametrize("form", SHAPES)
@settings(max_examples=40)
@given(data=st.data())
def test_dates_are_read_as_pandas_reads_them(form: str, errors: str, data: st.DataObject) -> None:
    every = [each for dates in DATES.values() for each in dates]
    cells = data.draw(
        st.lists(st.sampled_from([*DATES[form] * 6, *every, *NO_DATES, None]), min_size=1)
    )
    column = _long(cells)

    found = _outcome(lambda: parse(column, format=form, errors=errors))

    _assert_same(found, _outcome(lambda: pd.to_datetime(column, format=form, errors=errors)))


@pytest.mark.parametrize("form", SHAPES)
@pytest.mark.parametrize("odd", [*NO_DATES, None], ids=repr)
def test_one_cell_that_is_no_date_spoils_no_other(form: str, odd: str | None) -> None:
    column = _long([*DATES[form] * 9, odd])

    found = parse(column, format=form, errors="coerce")

    _assert_same(found, pd.to_datetime(column, format=form, errors="coerce"))


def test_a_part_of_a_column_is_read_by_its_own_cells() -> None:
    column = _long([*DATES["%Y-%m-%d %H:%M:%S"], "2024-01-05T00:00:00"])
    spaced = column[column.str.contains(" ")]
    later = spaced.iloc[5:]

    found = parse(later, format="%Y-%m-%d %H:%M:%S")

    _assert_same(found, pd.to_datetime(later, format="%Y-%m-%d %H:%M:%S"))


def test_dates_that_were_read_can_be_written_to() -> None:
    dates = parse(_long(DATES["%Y-%m-%d"]), format="%Y-%m-%d")
    dates.iloc[0] = pd.Timestamp("2020-01-01")
    assert dates.iloc[0] == pd.Timestamp("2020-01-01")


CELLS = {
    "int64": st.integers(0, 3),
    "float64": st.sampled_from([0.0, -0.0, 1.5, None]),
    "Int64": st.sampled_from([0, 1, None]),
    "boolean": st.sampled_from([True, False, None]),
    "bool": st.booleans(),
    "str": st.sampled_from(["", "a", "A", "b", None]),
    "object": st.sampled_from(["a", 1, 1.0, None]),
    "datetime64[us]": st.sampled_from([pd.Timestamp("2024-01-05"), pd.NaT]),
}


@settings(max_examples=150)
@given(data=st.data(), keep=st.sampled_from(["first", "last", False]))
def test_repeated_rows_are_those_of_pandas(data: st.DataObject, keep: str | bool) -> None:
    kinds = data.draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=4))
    some = {
        f"c{place}": pd.Series(
            data.draw(st.lists(CELLS[kind], min_size=8, max_size=8)) * (FEWEST_ROWS // 8),
            dtype=kind,
        )
        for place, kind in enumerate(kinds)
    }
    alone = data.draw(st.booleans())
    frame = pd.DataFrame(some | ({"alone": range(FEWEST_ROWS // 8 * 8)} if alone else {}))
    frame.index = frame.index * 2 + 5

    found = duplicated(frame, keep=keep)

    pd.testing.assert_series_equal(found, frame.duplicated(keep=keep))


def test_repeated_rows_by_a_subset_are_those_of_pandas() -> None:
    frame = pd.DataFrame({"a": [1, 1, 2] * FEWEST_ROWS, "b": ["x", "y", "x"] * FEWEST_ROWS})

    found = duplicated(frame, ["b"])

    pd.testing.assert_series_equal(found, frame.duplicated(["b"]))


PATTERNS = [
    ("a+", {}),
    ("A", {"case": False}),
    (r"\w+", {"na": True}),
    ("(", {}),
    ("b$", {"na": False}),
]


@pytest.mark.parametrize("method", ["fullmatch", "match", "contains"])
@pytest.mark.parametrize(("pattern", "options"), PATTERNS, ids=repr)
@pytest.mark.parametrize(
    "cells", [["a", "aa", "b"], ["a", None, "é\n"], [None], [str(n) for n in range(5000)]], ids=len
)
def test_texts_match_as_pandas_has_it(
    method: str, pattern: str, options: dict[str, bool], cells: list[str | None]
) -> None:
    column = _long(cells)
    original = getattr(TEXTS, method)

    found = _outcome(lambda: shortened_match(original)(column.str, pattern, **options))

    expected = _outcome(lambda: original(column.str, pattern, **options))
    _assert_same(
        found if isinstance(found, pd.Series) else str(found),
        expected if isinstance(expected, pd.Series) else str(expected),
    )


BLANKS = {
    r"[^@\s]+@[^@\s]+": r"[^@\t\n\f\r ]+@[^@\t\n\f\r ]+",
    r"\s*a": r"[\t\n\f\r ]*a",
    r"[]\s]": r"[]\t\n\f\r ]",
    r"[^]\s]\s": r"[^]\t\n\f\r ][\t\n\f\r ]",
    r"[a\]\s]": r"[a\]\t\n\f\r ]",
    r"a\[\s]": r"a\[[\t\n\f\r ]]",
    r"a\\s": r"a\\s",
    r"[a[]\s": None,
    r"[a\S]\s": None,
    r"(?x)\s": None,
    r"(\s": None,
}


@pytest.mark.parametrize(("pattern", "spelled"), BLANKS.items(), ids=repr)
def test_blanks_are_spelled_out_where_that_is_sure(pattern: str, spelled: str | None) -> None:
    assert spell_blanks(pattern) == spelled


MANY = [f"{number}{blank}@" for number in range(400) for blank in ("", " ", "\t", "\n", "a\r")]


@pytest.mark.parametrize("pattern", [p for p in BLANKS if p != r"(\s"] + [r"[^\s]+", r"\s$"])
@pytest.mark.parametrize("odd", ["", "\x0b@", "\x1c@", "\x85@", "\xa0@", "é @", None], ids=repr)
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_blanks_match_as_pandas_has_them(pattern: str, odd: str | None) -> None:
    column = _long([*MANY, odd])

    found = shortened_match(TEXTS.contains)(column.str, pattern)

    pd.testing.assert_series_equal(found, TEXTS.contains(column.str, pattern))
