"""Dates: by day and by time, in the formats that files have, against today and each other."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.errors import PlanError
from backend.rules.language.terms import Elapsed, Parameter, Predicate, Reads, Shifted, Today
from tests.rules.words import apply, cell, compare, day, every, measure, must, no, num, one_of
from tests.rules.worlds import found, source_of, world

D, E = cell("d"), cell("e")
NEW_YEAR = day("2024-01-01")


def is_before(left: Any, right: Any, reads: str = "date") -> Predicate:
    return compare(left, "<", right, reads)


@pytest.mark.parametrize(
    "spelled",
    [
        ("2023-12-31", "2024-01-01", "2024-02-29"),
        ("31.12.2023", "01.01.2024", "29.02.2024"),
        ("12/31/2023", "1/1/2024", "2/29/2024"),
        ("Dec 31, 2023", "Jan 1, 2024", "Feb 29, 2024"),
        ("2023-12-31 23:59", "2024-01-01 00:00", "2024-02-29 12:00"),
        ("12/31/2023 11:59 PM", "1/1/2024 12:00 AM", "2/29/2024 1:00 PM"),
        ("2023-12-31T23:59:59.5", "2024-01-01T00:00:00", "2024-02-29"),
        ("2023-12-31T23:59:59Z", "2024-01-01T01:00:00+01:00", "2024-02-29T00:00:00-05:00"),
    ],
    ids=lambda cells: cells[0],
)
def test_dates_are_read_in_the_format_of_their_column(spelled: tuple[str, ...]) -> None:
    """Days of times with an offset are days in UTC: only so do all rows share a calendar."""
    dates = world(t=[("d",), *zip(spelled), (None,)])

    assert found(must(is_before(D, NEW_YEAR)), dates)[:2] == ([1, 2], 3)
    assert found(must(compare(D, "!=", NEW_YEAR, "date")), dates).rows == [1]


@pytest.mark.parametrize("reads", ["date", "time"])
def test_a_cell_that_is_no_date_is_flagged_where_it_is_judged(reads: str) -> None:
    cells = ["2024-01-01", "2023-01-01", "2024-02-30", "soon", None, "2024-01-05", "2022-03-01"]
    dates = world(t=[("d", "e"), *zip(cells, cells, strict=True)])

    for sign, broken in [("<", [0, 2, 3, 5]), ("!=", [0, 2, 3]), ("==", [1, 2, 3, 5, 6])]:
        rule = must(compare(D, sign, NEW_YEAR, reads))
        assert found(rule, dates)[:2] == (broken, 6)
    only_new_year = must(no(compare(E, "==", E, "text")), where=compare(D, "!=", NEW_YEAR, reads))
    assert found(only_new_year, dates)[:2] == ([1, 5, 6], 3)


def test_by_day_the_time_does_not_count() -> None:
    times = world(t=[("d", "e"), ("2024-01-01 18:00", "2024-01-01 09:00"),
                     ("2024-01-02 00:00", "2024-01-01 23:59")])  # fmt: skip

    assert found(must(compare(D, "<=", E, "date")), times).rows == [1]
    assert found(must(compare(D, "<=", E, "time")), times).rows == [0, 1]
    assert found(must(compare(D, "<=", NEW_YEAR, "date")), times).rows == [1]
    assert found(must(compare(D, "<=", NEW_YEAR, "time")), times).rows == [0, 1]


def test_a_date_is_among_some_days() -> None:
    dates = world(t=[("d",), ("2024-01-01 10:00",), ("2024-05-01 00:00",), ("2024-05-02 00:00",)])
    holidays = one_of(D, "2024-01-01", "2024-05-01", reads="date")

    assert found(must(holidays), dates).rows == [2]
    assert found(must(no(holidays)), dates).rows == [0, 1]


def test_a_date_lies_between_two_days_or_two_columns() -> None:
    rows = [("d", "a", "b"), ("2024-01-05", "2024-01-01", "2024-01-09"),
            ("2024-01-05", "2024-01-06", "2024-01-09"), ("2024-01-05", "2024-01-01", None),
            ("2024-01-05", "2024-01-06", None)]  # fmt: skip
    low, high = compare(D, ">=", cell("a"), "date"), compare(D, "<=", cell("b"), "date")
    fixed = every(compare(D, ">", day("2024-01-04"), "date"), is_before(D, day("2024-01-05")))

    assert found(must(every(low, high)), world(t=rows)).rows == [1, 3]
    assert found(must(fixed), world(t=rows)).rows == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("today", "as_of", "broken"),
    [
        (Today(), "2024-03-01", [2]),
        (Today(), "2024-03-01T15:30:00", [2]),
        (Today(shift_days=1), "2024-03-01", []),
        (Today(shift_days=-1), "2024-03-01", [1, 2]),
    ],
    ids=["today", "a time of today", "tomorrow", "yesterday"],
)
def test_today_is_the_day_of_the_run(today: Today, as_of: str, broken: list[int]) -> None:
    dates = world(t=[("d",), ("2024-02-29 23:59",), ("2024-03-01 08:00",), ("2024-03-02 00:00",)])

    assert found(must(compare(D, "<=", today, "date")), dates, as_of=as_of).rows == broken


def test_today_may_lie_between_two_columns() -> None:
    spans = world(t=[("d", "e"), ("2024-01-01", "2024-12-31"), ("2024-04-01", "2024-12-31")])
    rule = must(every(compare(Today(), ">=", D, "date"), compare(Today(), "<=", E, "date")))

    assert found(rule, spans, as_of="2024-03-01").rows == [1]


@pytest.mark.parametrize(
    ("unit", "start", "end", "passed"),
    [
        ("days", "2024-02-28", "2024-03-01", 2),
        ("days", "2024-02-28 23:59", "2024-02-29 00:01", 1),
        ("days", "2024-03-01", "2024-02-28", -2),
        ("hours", "2024-02-28 23:30", "2024-02-29 01:00", 1.5),
        ("years", "2000-02-29", "2018-02-28", 17),
        ("years", "2000-02-29", "2018-03-01", 18),
        ("years", "2000-06-15", "2018-06-15", 18),
    ],
)
def test_time_that_passed(unit: Any, start: str, end: str, passed: float) -> None:
    times = world(t=[("d", "e"), (start, end), (start, None), (None, end)])
    span = Elapsed(unit=unit, start=D, end=E)

    assert found(must(compare(span, "==", num(passed))), times)[:2] == ([], 1)
    assert found(must(compare(span, "!=", num(passed))), times)[:2] == ([0], 1)


def test_age_is_told_on_the_day_of_the_run() -> None:
    births = world(
        t=[("d",), ("2006-03-01",), ("2006-03-02",), (None,), ("born",), ("1990-01-01",)]
    )
    for end in (Today(), day("2024-03-01")):
        age = Elapsed(unit="years", start=D, end=end)
        given = {"as_of": "2024-03-01"} if isinstance(end, Today) else {}
        assert found(must(compare(age, ">=", num(18))), births, **given)[:2] == ([1, 3], 4)


def test_days_since_a_fixed_day() -> None:
    dates = world(t=[("d",), ("2024-01-11",), ("2024-01-12",), ("2023-12-01",)])
    since = Elapsed(unit="days", start=NEW_YEAR, end=D)

    assert found(must(compare(since, "<=", num(10))), dates).rows == [1]


@pytest.mark.parametrize(
    ("amount", "unit", "reads", "broken"),
    [
        (14, "days", "date", [2]),
        (14, "days", "time", [1, 2]),
        (2, "weeks", "time", [1, 2]),
        (336, "hours", "date", [2]),
        (1, "months", "date", []),
        (-1, "years", "date", [0, 1, 2]),
    ],
)
def test_a_date_is_moved_along_the_calendar(
    amount: int, unit: Any, reads: str, broken: list[int]
) -> None:
    times = world(
        t=[("d", "e"), ("2024-01-15 09:00", "2024-01-01 10:00"),
           ("2024-01-15 11:00", "2024-01-01 10:00"), ("2024-01-16 00:00", "2024-01-01 23:00")]
    )  # fmt: skip
    rule = must(compare(D, "<=", Shifted(of=E, amount=amount, unit=unit), reads))

    assert found(rule, times).rows == broken


def test_by_day_a_moved_date_has_no_time_either() -> None:
    times = world(t=[("d", "e"), ("2024-01-02 00:00", "2024-01-01 10:00")])

    for unit, amount in (("days", 1), ("hours", 24)):
        rule = must(compare(D, ">=", Shifted(of=E, amount=amount, unit=unit), "date"))
        assert found(rule, times).rows == []


def test_a_month_has_the_days_it_has() -> None:
    dates = world(t=[("d", "e"), ("2024-02-29", "2024-01-31"), ("2024-03-01", "2024-01-31")])

    rule = must(compare(D, "<=", Shifted(of=E, amount=1, unit="months"), "date"))
    assert found(rule, dates).rows == [1]


@pytest.mark.parametrize(
    ("function", "value"),
    [("year", 2024), ("month", 2), ("day", 29), ("weekday", 4), ("hour", 13)],
)
def test_parts_of_a_date(function: str, value: int) -> None:
    times = world(t=[("d",), ("2024-02-29 13:05",), ("2023-01-01 00:00",), (None,)])

    rule = must(compare(apply(function, D), "==", num(value)))
    assert found(rule, times)[:2] == ([1], 2)


def test_a_measure_of_dates_by_day() -> None:
    times = world(
        t=[("d", "e"), ("2024-01-01 18:00", "2024-01-02"), ("2024-01-02 07:00", "2024-01-01")]
    )
    latest = measure("max", D)

    assert found(must(compare(E, ">=", latest, "date")), times).rows == [1]
    assert found(must(compare(latest, "<=", E, "time")), times).rows == [0, 1]


@pytest.mark.parametrize("reads", ["date", "time"])
def test_a_day_may_be_a_parameter(reads: str) -> None:
    dates = world(t=[("d",), ("2024-01-01",), ("2024-01-02",)])
    limit = Parameter(name="limit", reads=Reads(reads))

    assert found(must(compare(D, "<=", limit, reads)), dates, limit="2024-01-01").rows == [1]
    moved = Shifted(of=limit, amount=1, unit="days")
    assert found(must(compare(D, "<=", moved, reads)), dates, limit="2024-01-01").rows == []


def test_dates_beyond_three_centuries_are_dates() -> None:
    dates = world(t=[("d",), ("9999-12-31",), ("1000-01-01",), ("2024-01-01",)])

    assert found(must(is_before(D, NEW_YEAR)), dates)[:2] == ([0, 2], 3)


def test_a_column_without_dates_has_no_order_in_time() -> None:
    with pytest.raises(PlanError) as error:
        source_of(must(is_before(D, NEW_YEAR)), world(t=[("d",), ("red",)]))

    assert error.value.code == "not-a-date-column"


@pytest.mark.parametrize(
    "stray", ["today", "now", " 2024-01-05", "2024-01-05 ", "24-01-05", "٢٠٢٤-01-05"]
)
def test_what_does_not_look_like_the_dates_of_its_column_is_no_date(stray: str) -> None:
    """Pandas reads some of these, and two of them by the clock of the machine."""
    dates = world(t=[("d",), ("2024-01-05",), ("2024-01-06",), (stray,)])

    assert found(must(compare(D, ">=", day("1990-01-01"), "date")), dates)[:2] == ([2], 3)
