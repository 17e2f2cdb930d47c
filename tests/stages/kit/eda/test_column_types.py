"""Columns are typed by all of their values; what stands for "unknown" is counted apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from backend.stages.kit.eda.column_types import TypedColumn, column_examples, typed_column


def typed(cells: Any, **told: Any) -> TypedColumn:
    return typed_column("column", pd.Series(cells), told)


PROSE = [f"The customer wrote letter number {at} to the office" for at in range(40)]
TYPES: dict[str, tuple[Any, dict[str, str], str]] = {
    "integers": ([1, 2, 3], {}, "numeric"),
    "nullable integers": (pd.array([1, None, 3], dtype="Int64"), {}, "numeric"),
    "numbers": ([1.5, None], {}, "numeric"),
    "numbers as text": (["1.5", "2"], {}, "numeric"),
    "numbers with placeholders": (["1.5", "?", "n/a"], {}, "numeric"),
    "codes with leading zeros": (["007", "012"], {}, "categorical"),
    "words": (["a", "b", "a"], {}, "categorical"),
    "truth": ([True, False, True], {}, "categorical"),
    "truth as text": (["1", "0"], {"type": "boolean"}, "categorical"),
    "dates by format": (["31/12/2024"], {"type": "date", "date_format": "%d/%m/%Y"}, "datetime"),
    "dates of ISO 8601": (["2024-12-31", None], {}, "datetime"),
    "moments": (pd.date_range("2024-01-01", periods=3, tz="UTC"), {}, "datetime"),
    "no date of the calendar": (["2024-13-45", "2024-01-01"], {}, "categorical"),
    "prose": (PROSE, {}, "text"),
    "prose that repeats": (PROSE[:2] * 40, {}, "categorical"),
    "names of two words": ([f"Given Family{at}" for at in range(40)], {}, "categorical"),
    "addresses": ([f"a{at}@b.org" for at in range(40)], {}, "categorical"),
    "lists": ([[1, 2], [3]], {}, "categorical"),
    "nothing": ([None, None], {}, "categorical"),
    "nothing of numbers": ([np.nan, np.nan], {}, "numeric"),
}


@pytest.mark.parametrize(("cells", "told", "expected"), TYPES.values(), ids=TYPES)
def test_a_column_has_the_type_of_its_values(
    cells: Any, told: dict[str, str], expected: str
) -> None:
    assert typed(cells, **told).dtype == expected


def test_placeholders_are_values_that_are_unknown() -> None:
    column = typed(["a", "?", "?", " N/A ", "", None, "unknown"])

    assert column.placeholders == {"?": 2, "": 1, " N/A ": 1}
    assert (column.n_missing, column.n_unknown, column.unique) == (1, 5, 5)
    assert column.values.dropna().to_list() == ["a", "unknown"]


def test_infinite_numbers_are_counted_and_then_missing() -> None:
    column = typed([1.0, np.inf, -np.inf, None])

    assert (column.n_infinite, column.n_missing, column.n_unknown) == (2, 1, 3)
    assert column.values.dropna().to_list() == [1.0]


def test_a_mixture_tells_what_it_mostly_is_and_what_else() -> None:
    column = typed(["1", "2", "3", "four"])

    assert column.dtype == "categorical"
    assert column.mixed == {"mostly": "numeric", "pct": 75.0, "exceptions": ["four"]}


def test_moments_of_other_zones_are_told_in_utc() -> None:
    column = typed(["2024-01-01T00:00:00+02:00", "2024-01-01T00:00:00Z"])

    assert [str(moment) for moment in column.values] == [
        "2023-12-31 22:00:00",
        "2024-01-01 00:00:00",
    ]


FORMATS = {
    "email": ["a@b.org", "c@d.ch"],
    "url": ["https://a.org/b", "http://c.org"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000"],
    "list": ["[1, 2]", "[]"],
    None: ["a@b", "plain"],
}


@pytest.mark.parametrize(("name", "cells"), FORMATS.items(), ids=map(str, FORMATS))
def test_a_format_is_told(name: str | None, cells: list[str]) -> None:
    assert typed(cells).format == name


def test_examples_are_the_first_different_cells() -> None:
    assert column_examples(typed(["b", "a", "b", None, "?", "c"])) == ["b", "a", "c"]
    assert column_examples(typed([3.0, 2.5, 3.0])) == ["3", "2.5"]
