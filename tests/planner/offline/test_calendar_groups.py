"""Rules per day, week, month and year, run over the calls of a few crews."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Group, Tables, each

CALLS = (
    ("call", "crew", "station", "minutes", "kind", "called_at"),
    ("c1", 7, "North", 10, "fire", "2026-11-16 08:00"),
    ("c2", 7, "North", 30, "fire", "2026-11-16 08:59"),
    ("c3", 8, "North", 50, "leak", "2026-11-16 09:00"),
    ("c4", 7, "South", 20, "leak", "2026-11-22 23:59"),
    ("c5", 7, "South", 40, "fire", "2026-11-23 00:00"),
    ("c6", 8, "South", 90, "fire", "2026-12-31 12:00"),
    ("c7", 8, "South", 5, "fire", None),
)
TOURS = (
    ("tour", "guide", "guests", "booked_on", "paid_on"),
    ("t1", "ann", 5, "2026-01-30", "2026-02-01"),
    ("t2", "ann", 6, "2026-01-30", "2026-02-03"),
    ("t3", "bob", 7, "2026-01-31", "2026-02-01"),
    ("t4", "bob", 9, "2026-02-02", "2026-02-02"),
)
TIDES = (
    ("reading", "month", "level", "taken"),
    ("r1", 1, 4, "2026-01-30"),
    ("r2", 1, 6, "2025-01-30"),
    ("r3", 2, 8, "2026-02-01"),
)
BIRTHS = (("child", "birth_date"), ("a", "2026-01-30"), ("b", "2026-01-30"))


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Calls on disk."""
    return Tables(tmp_path_factory.mktemp("calls"), {"calls": CALLS})


@pytest.fixture(scope="module")
def tours(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Tours on disk: with two dates."""
    return Tables(tmp_path_factory.mktemp("tours"), {"tours": TOURS})


FAILING: list[Group] = [
    ("rows a day", "1", [
        "There may be at most 2 calls per day.",
        "No more than 2 calls per day.",
        "No day may have more than 2 calls.",
        "Each day may have at most 2 calls.",
        "On any day there may be at most 2 calls.",
        "Flag days with more than 2 calls.",
        "The daily number of calls must be at most 2.",
        "Calls per day <= 2",
        "At most 2 calls per day of called_at.",
        "Are there days with more than 2 calls?",
    ]),
    ("at least so many", "3", [
        "On every day there must be at least 2 calls.",
        "Each day must have at least 2 calls.",
        "There must be at least 2 calls each day.",
        "Calls per day must be at least 2.",
        "The number of calls per calendar day must be at least 2.",
    ]),
    ("an hour", "1", [
        "There may be at most 1 call per hour.",
        "No hour may have more than one call.",
        "In each hour there may be at most one call.",
        "The hourly number of calls must be at most 1.",
        "At most 1 call per clock hour.",
    ]),
    ("a week, which ends on Sunday", "1", [
        "There may be at most 3 calls per week.",
        "For every calendar week, the number of calls must be at most 3.",
        "The weekly number of calls must not exceed 3.",
        "No week may have more than 3 calls.",
        "Per week of called_at, there may be at most 3 calls.",
    ]),
    ("a measure a month", "1", [
        "The monthly sum of minutes must be at most 140.",
        "The sum of minutes per month must be at most 140.",
        "Per month, the sum of minutes must not exceed 140.",
        "In each month, the sum of minutes must be below 141.",
        "sum of minutes per month of called_at <= 140",
        "Per year and month, the sum of minutes must be at most 140.",
    ]),
    ("an average", "1", [
        "The average minutes per month must be below 40.",
        "average of minutes per month < 40",
        "Each month, the average minutes must be below 40.",
        "The monthly average of minutes must be less than 40.",
        "Within each month, the mean of minutes must be under 40.",
    ]),
    ("a quarter or a year", "1", [
        "There may be at most 5 calls per quarter.",
        "Each quarter may have at most 5 calls.",
        "There may be at most 5 calls a year.",
        "The yearly number of calls must be at most 5.",
        "No calendar year may have more than 5 calls.",
    ]),
    ("a station's month", "2", [
        "Per station and month, the sum of minutes must be at most 80.",
        "Per station per month, the sum of minutes must be at most 80.",
        "For each station and each month, the sum of minutes must be at most 80.",
        "The sum of minutes per station and month must be at most 80.",
        "The monthly sum of minutes per station must be at most 80.",
        "For each station, the monthly sum of minutes must not exceed 80.",
    ]),
    ("a crew's week", "1", [
        "No crew may have more than 2 calls a week.",
        "Each crew may have at most 2 calls per week.",
        "No crew may have more than 2 calls in the same week.",
        "Each crew may have at most 2 calls each week.",
        "There may be at most 2 calls per crew per week.",
    ]),
    ("rows of one kind", "1", [
        "In each month there must be at least one leak call.",
        "Each month must have a leak call.",
        "There must be a leak call every month.",
        "Per month, at least one call must be of kind leak.",
        "For each month, at least 40% of the calls must be of kind leak.",
    ]),
    ("different values", "1", [
        "Each month must have at least 2 different stations.",
        "There must be at least 2 different stations per month.",
        "The number of distinct stations per month must be at least 2.",
        "Per month, the number of distinct stations must be at least 2.",
        "Every month must have at least 2 distinct station values.",
    ]),
    ("the share of each value", "1", [
        "Within each month, no kind may make up more than 70% of the calls.",
        "Per month, no kind may account for more than 70% of the calls.",
        "Each month, every kind may make up at most 70% of the calls.",
        "No kind may make up more than 70% of the calls per month.",
        "In each calendar month, no kind may take more than 70% of the rows.",
    ]),
    ("a row in every day", "42", [
        "There must be a call every day.",
        "Every day must have at least one call.",
        "Each day must have calls.",
        "There must be at least one call per day.",
        "No day may be without calls.",
        "Each day needs a call.",
    ]),
    ("a row in every month", "0", [
        "There must be a call every month.",
        "Each month must have at least one call.",
    ]),
    ("a row in every week", "4", [
        "There must be at least one call each week.",
        "Every week must have a call.",
    ]),
    ("done so often", "1", [
        "No crew may call more than 2 times a week.",
    ]),
    ("twice on one day", "c1 c2", [
        "No crew may have two calls on the same day.",
        "No crew may have more than one call a day.",
        "A crew must not have more than one call each day.",
        "crew must be unique within each day",
        "Per day, each crew must be unique.",
        "Each crew may appear only once per day.",
        "A crew may occur at most once a day.",
        "No crew may appear twice on the same day.",
        "The combination of crew and station must be unique per day.",
    ]),
    ("twice in one week", "c1 c2 c4", [
        "crew must be unique per week",
        "Each crew may only occur once per week.",
        "No crew may appear more than once in the same calendar week.",
        "crew must not be repeated within the same week",
        "Within each week of called_at, crew must be unique.",
    ]),
]  # fmt: skip
DECLINED = [
    "Each weekday must have at least 2 calls.",
    "Every other day must have at least 2 calls.",
    "There must be at least 2 calls per day of the week.",
    "Per hour of the day there must be at most 2 calls.",
    "Every 5 days there must be at least 2 calls.",
    "Per working day there must be at least 2 calls.",
    "Per fiscal year there must be at least 2 calls.",
    "On average there must be at most 2 calls per day.",
    "On most days there must be at least 2 calls.",
    "Not every day needs a call.",
    "No crew may have more than 2 calls within a day.",
    "No crew may have more than 2 calls in one hour.",
    "crew must be unique within a month",
    "The minutes must be at most 100 per day.",
    "The average daily minutes must be below 40.",
    "The number of calls per day must be at least 2, except on Sundays.",
    "Each month, the number of calls must be higher than the month before.",
    "At least one call must be a leak in each month.",
    "There must be calls on the same day.",
    "Each crew must be called exactly once a day.",
    "kind must be leak each month",
    "Flag all calls on days with more than 2 calls.",
    "The average number of calls per day must be at least 2.",
    "No crew may have more than 3 calls per day or 10 per month.",
    "At most 3 calls per 2 days.",
    "The average minutes must be at most 50 per hour.",
    "The highest minutes must be at most 60 minutes per day.",
    "For each week in 2026 there must be at least 1 call.",
]
UNDATED = [
    "At most 2 tours per day.",
    "Per month there must be at least 2 tours.",
    "No guide may have two tours on the same day.",
    "There may be at most 2 tours per hour of booked_on.",
    "At most 2 tours per month of guide.",
]


@pytest.mark.parametrize(("sentence", "flagged"), each(FAILING))
def test_it_flags_what_the_sentence_means(calls: Tables, sentence: str, flagged: str) -> None:
    answer = calls.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_of_the_calendar_is_declined(calls: Tables, sentence: str) -> None:
    answer = calls.answer(sentence)

    assert answer.code in ("not-understood", "ambiguous"), answer.plan


@pytest.mark.parametrize("sentence", UNDATED)
def test_a_date_that_is_not_clear_is_asked_for(tours: Tables, sentence: str) -> None:
    assert tours.answer(sentence, tells_cure=False).code == "not-understood"


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("At most one tour per day of booked_on.", "1"),
        ("At most 2 tours per month of the booked date.", "1"),
        ("The sum of guests per month of paid_on must be at most 26.", "1"),
        ("Each guide may have at most one tour per day of booked_on.", "1"),
    ],
)
def test_a_named_date_tells_the_period(tours: Tables, sentence: str, flagged: str) -> None:
    answer = tours.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")


def test_which_date_tells_the_period_is_put_on_record(calls: Tables) -> None:
    plan = calls.plan("No crew may have more than 2 calls per week.")

    assert plan.assumptions == (
        "The week of a row of calls is that of its called_at.",
        "A week begins on Monday (ISO 8601).",
        "Rows without a crew or called_at belong to no group.",
    )
    assert "Only weeks that have rows are judged." in plan.restatement


def test_a_column_called_as_the_period_is_meant(tmp_path: Path) -> None:
    tides = Tables(tmp_path, {"tides": TIDES})

    assert tides.answer("The sum of level per month must be at most 9.").flagged == "1"
    assert tides.answer("The sum of level per month of taken must be at most 7.").flagged == "1"
    assert tides.answer("The monthly sum of level must be at most 9.").code == "not-understood"


def test_a_column_of_days_called_day_is_meant(tmp_path: Path) -> None:
    rows = (("talk", "hall", "day"), ("t1", 1, "2026-01-30"), ("t2", 1, "2026-01-30"))
    talks = Tables(tmp_path, {"talks": rows})

    assert talks.answer("There may be at most 1 talk per day.").flagged == "1"
    assert talks.answer("No hall may have more than one talk per month.").flagged == "1"


def test_a_date_of_birth_tells_no_day_of_a_row(tmp_path: Path) -> None:
    births = Tables(tmp_path, {"children": BIRTHS})

    assert births.answer("At most one child per day.").code == "not-understood"
    assert births.answer("At most one child per day of birth_date.").flagged == "1"
