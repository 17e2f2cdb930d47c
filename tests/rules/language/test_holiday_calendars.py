"""Public holidays: by the library, by the rules that programs carry, and by the law."""

from __future__ import annotations

import datetime as dt

import pytest

from backend.rules.language.holiday_calendars import (
    FIRST,
    LAST,
    calendar_name,
    easter_sunday,
    holiday_dates,
    holiday_rules,
    known_years,
    listed_holidays,
    nth_weekday,
)

CALENDARS = [
    "AT", "AU-NSW", "BE", "BR", "CA", "CA-ON", "CH-ZH", "CN", "DE", "DE-BY", "DE-SN", "DK", "ES",
    "FR", "GB", "GB-ENG", "GB-NIR", "GB-SCT", "GR", "IE", "IT", "JP", "MX", "NL", "NO", "NZ", "PL",
    "PT", "SE", "US", "US-CA", "US-TX", "ZA",
]  # fmt: skip


@pytest.mark.parametrize("code", CALENDARS)
def test_the_rules_of_a_program_tell_exactly_the_days_that_the_library_lists(code: str) -> None:
    years = known_years(code)
    assert years is not None
    told = holiday_dates([*years], *holiday_rules(code, *years))

    assert tuple(told) == listed_holidays(code, *years)
    assert {day.year for day in told} == set(range(years.first, years.last + 1))


def test_the_days_of_germany_are_told_without_a_list() -> None:
    told = holiday_rules("DE", FIRST, LAST)

    assert told.fixed == ["01-01", "05-01", "10-03", "12-25", "12-26"]
    assert told.from_easter == [-2, 1, 39, 50]
    assert (told.weekdays, told.others, told.never) == ([], ["2017-10-31"], [])


@pytest.mark.parametrize(
    ("code", "day", "is_one"),
    [
        ("DE", "2025-10-03", True),  # Einigungsvertrag, article 2
        ("DE", "2017-10-31", True),  # 500 years of the Reformation: once in all of Germany
        ("DE", "2018-10-31", False),
        ("DE-SN", "2018-10-31", True),
        ("DE", "2025-12-24", False),
        ("US", "2020-06-19", False),  # Juneteenth, Pub. L. 117-17
        ("US", "2021-06-19", True),
        ("US", "2021-06-18", True),  # in lieu, 5 U.S.C. 6103 (b)
        ("US", "2025-11-27", True),  # the fourth Thursday of November
        ("US", "2025-11-28", False),
        ("GB-ENG", "2020-05-04", False),  # moved to VE Day
        ("GB-ENG", "2020-05-08", True),
        ("GB-ENG", "2022-09-19", True),  # the funeral of Queen Elizabeth
        ("GB-ENG", "2025-08-25", True),
        ("GB-SCT", "2025-08-25", False),
        ("GB-SCT", "2025-01-02", True),
        ("FR", "2025-07-14", True),
    ],
)
def test_days_by_the_law(code: str, day: str, is_one: bool) -> None:
    assert (dt.date.fromisoformat(day) in listed_holidays(code, FIRST, LAST)) is is_one


@pytest.mark.parametrize("code", ["IN", "TR", "EG", "ID", "XX", "DE-XX", "", "USA"])
def test_estimates_and_what_is_no_calendar_are_not_known(code: str) -> None:
    assert known_years(code) is None


@pytest.mark.parametrize(
    "day",
    ["1818-03-22", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
     "2025-04-20", "2038-04-25"],
)  # fmt: skip
def test_easter_sunday(day: str) -> None:
    assert easter_sunday(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ((2025, 1, 1, 3), "2025-01-20"),
        ((2025, 5, 1, -1), "2025-05-26"),
        ((2023, 5, 1, -1), "2023-05-29"),
        ((2025, 9, 1, 1), "2025-09-01"),
        ((2024, 9, 7, 1), "2024-09-01"),
    ],
)
def test_nth_weekday(told: tuple[int, int, int, int], day: str) -> None:
    assert nth_weekday(*told).isoformat() == day


@pytest.mark.parametrize(
    ("code", "name"),
    [("DE", "Germany"), ("GB-ENG", "England"), ("US", "United States"), ("DE-BY", "Bayern")],
)
def test_a_calendar_is_called_by_its_place(code: str, name: str) -> None:
    assert calendar_name(code) == name
