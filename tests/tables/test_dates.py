"""Dates and their one format."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from backend.tables.dates import DateReading, read_dates


def read(*texts: str) -> DateReading | None:
    return read_dates(pa.array(texts, pa.large_string()), np.ones(len(texts), dtype=np.int64))


ONE_FORMAT = [
    pytest.param("%Y-%m-%d", ["2024-01-31", "1999-12-01"], id="Y-m-d"),
    pytest.param("%Y-%m-%d", ["2024-1-31", "9999-12-31"], id="Y-m-d without zeros"),
    pytest.param("%Y/%m/%d", ["2024/01/31", "1999/12/01"], id="Y/m/d"),
    pytest.param("%Y.%m.%d", ["2024.01.31"], id="Y.m.d"),
    pytest.param("%d.%m.%Y", ["01.02.2024", "02.03.2024"], id="d.m.Y"),
    pytest.param("%d/%m/%Y", ["01/02/2024", "31/12/2024"], id="d/m/Y"),
    pytest.param("%m/%d/%Y", ["01/02/2024", "12/31/2024"], id="m/d/Y"),
    pytest.param("%m/%d/%Y", ["1/2/2024", "1/31/2024"], id="m/d/Y without zeros"),
    pytest.param("%m-%d-%Y", ["01-02-2024", "12-31-2024"], id="m-d-Y"),
    pytest.param("%d-%m-%Y", ["01-02-2024", "31-12-2024"], id="d-m-Y"),
    pytest.param("%b %d, %Y", ["Jan 5, 2024", "MAY 31, 2024"], id="b d, Y"),
    pytest.param("%B %d, %Y", ["January 5, 2024", "May 31, 2024"], id="B d, Y"),
    pytest.param("%d %b %Y", ["5 Jan 2024", "31 may 2024"], id="d b Y"),
    pytest.param("%d %B %Y", ["5 May 2024", "30 June 2024"], id="d B Y"),
    pytest.param("%d-%b-%Y", ["05-JAN-2024", "29-FEB-2024"], id="d-b-Y"),
    pytest.param("%Y-%m-%d %H:%M", ["2024-01-31 09:05", "2024-01-31 9:05"], id="minutes"),
    pytest.param("%Y/%m/%d %H:%M:%S", ["2024/01/31 23:59:59"], id="seconds"),
    pytest.param("%d.%m.%Y %H:%M:%S.%f", ["31.01.2024 10:00:00.5"], id="fractions"),
    pytest.param("%m/%d/%Y %I:%M %p", ["1/31/2024 1:30 PM", "1/31/2024 12:00 am"], id="AM and PM"),
    pytest.param("ISO8601", ["2024-01-31T10:00:00"], id="T"),
    pytest.param("ISO8601", ["2024-01-31T10:00:00Z", "2024-01-31 10:00+01:00"], id="offsets"),
    pytest.param("ISO8601", ["2024-01-31", "2024-01-31 10:00:00"], id="dates and date-times"),
    pytest.param("ISO8601", ["2024-01-31 10:00:00", "2024-01-31 10:00:00.123"], id="ISO fractions"),
    pytest.param("ISO8601", ["2024-01-31T10:00:00.123456789", "2024-01-31"], id="nanoseconds"),
]


@pytest.mark.parametrize(("name", "texts"), ONE_FORMAT)
def test_all_are_read_in_one_format(name: str, texts: list[str]) -> None:
    assert read(*texts) == DateReading(name, len(texts), False)


@pytest.mark.parametrize(("name", "texts"), ONE_FORMAT)
def test_pandas_reads_them_in_that_format(name: str, texts: list[str]) -> None:
    assert pd.to_datetime(pd.Series(texts), format=name, utc=True).notna().all()


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "1900-02-29", "2024-04-31", "1977-05-55", "2024-13-01", "2024-00-10"),
        *("2024-01-00", "32/01/2024", "31/11/2024", "30-Feb-2024", "Foo 5, 2024", "0999-01-01"),
        *("24-01-05", "01/02/24", "2024-01", "2024", "20240105", "2024-01-05 ", " 2024-01-05"),
        *("2024-01/05", "2024-01-05 24:00", "2024-01-05 10:60", "2024-01-05T10", "10:30:00"),
        *(
            "2024-01-05t10:00:00z",
            "01/02/2024 13:00 PM",
            "2024-01-05T10:00:00+25:00",
            "192.168.2024.1",
            "2024-01-05x",
            "",
        ),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["2000-02-29", "2024-02-29", "29.02.2024", "29 Feb 2024"])
def test_leap_days(text: str) -> None:
    assert read(text) is not None


@pytest.mark.parametrize(
    ("texts", "name", "cells"),
    [
        pytest.param(["1977-05-04", "1977-05-55"], "%Y-%m-%d", 1, id="impossible day"),
        pytest.param(["01/02/2024", "13/02/2024", "02/13/2024", "14/02/2024"], "%d/%m/%Y", 3,
                     id="two orders"),
        pytest.param(["2024-01-31", "31.01.2024", "30.01.2024"], "%d.%m.%Y", 2, id="two formats"),
        pytest.param(["2024-01-31T10:00Z", "2024-01-31T10:00", "2024-01-31"], "ISO8601", 2,
                     id="with and without offset"),
        pytest.param(["9999-12-31", "2024-01-31T10:00:00.123456789", "2024-01-31"], "%Y-%m-%d", 2,
                     id="nanoseconds and a far year"),
        pytest.param(["n/a", "2024-01-31", "soon"], "%Y-%m-%d", 1, id="words"),
    ],
)  # fmt: skip
def test_the_format_of_most(texts: list[str], name: str, cells: int) -> None:
    found = read(*texts)
    assert found is not None
    assert (found.format, found.cells) == (name, cells)


@pytest.mark.parametrize(
    ("texts", "name", "undecided"),
    [
        pytest.param(["01/02/2024", "3/4/2024"], "%m/%d/%Y", True, id="slashes"),
        pytest.param(["01-02-2024"], "%m-%d-%Y", True, id="hyphens"),
        pytest.param(["01/02/2024 10:00", "03/04/2024 11:00"], "%m/%d/%Y %H:%M", True, id="times"),
        pytest.param(["01/13/2024", "13/01/2024"], "%m/%d/%Y", True, id="one of each"),
        pytest.param(["01/02/2024", "03/13/2024"], "%m/%d/%Y", False, id="month first"),
        pytest.param(["01/02/2024", "13/03/2024"], "%d/%m/%Y", False, id="day first"),
        pytest.param(["01.02.2024"], "%d.%m.%Y", False, id="points put the day first"),
        pytest.param(["2024-01-02"], "%Y-%m-%d", False, id="year first"),
    ],
)
def test_day_or_month_first(texts: list[str], name: str, undecided: bool) -> None:
    found = read(*texts)
    assert found is not None
    assert (found.format, found.day_or_month_first) == (name, undecided)


def test_cells_are_weighed() -> None:
    texts = pa.array(["2024-01-31", "31.01.2024"], pa.large_string())
    assert read_dates(texts, np.array([2, 5])) == DateReading("%d.%m.%Y", 5, False)
