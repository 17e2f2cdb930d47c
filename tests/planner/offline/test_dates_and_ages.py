"""Rules about dates: before and after, spans, the calendar, the clock, ages."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

# The day of the run is 2024-07-01, a Monday. 2024-03-04 is a Monday, 2024-03-10 a Sunday,
# 2023-12-31 a Sunday, 2024-02-29 a Thursday, 2024-06-30 a Sunday.
TRIPS = (
    ("trip", "booked_on", "left_on", "ended_at", "begun_at", "born_on"),
    ("a", "2024-03-01", "2024-03-04", "2024-03-04 09:00:00", "2024-03-04 08:30:00", "1980-05-02"),
    ("b", "2024-02-29", "2024-02-29", "2024-03-02 23:00:00", "2024-02-29 18:00:00", "2006-07-01"),
    ("c", "2023-12-31", "2024-01-31", "2024-01-31 10:00:00", "2024-01-31 07:59:00", "2006-07-02"),
    ("d", "2024-03-10", "2024-03-09", None, "2024-03-09 00:00:00", None),
    ("e", "2024-06-30", None, "2024-07-02 12:00:00", "2024-07-01 20:15:00", "1950-01-01"),
)

READ = [
    ("order", "d", [
        "left_on must not be before booked_on",
        "left_on must be on or after booked_on",
        "booked_on must be no later than left_on",
        "Flag trips where left_on is earlier than booked_on",
        "booked_on <= left_on",
    ]),
    ("strict-order", "b d", ["left_on must be after booked_on", "booked_on must precede left_on"]),
    ("at-most-after", "c", [
        "left_on must be at most 3 days after booked_on",
        "left_on must be no more than 3 days after booked_on",
        "left_on must not be more than 3 days after booked_on",
        "there must be at most 3 days between booked_on and left_on",
        "left_on minus booked_on must be at most 3 days",
        "the number of days between booked_on and left_on must be at most 3",
    ]),
    ("within-after", "c d", ["left_on must be within 3 days after booked_on"]),
    ("within-of", "c", [
        "left_on must be within 3 days of booked_on",
        "booked_on and left_on must not be more than 3 days apart",
    ]),
    ("at-least-after", "b d", ["left_on must be at least 1 day after booked_on"]),
    ("at-least-before", "b d", [
        "booked_on must be at least 1 day before left_on",
        "booked_on must be at least one day earlier than left_on",
    ]),
    ("at-most-before", "c", [
        "booked_on must be at most 3 days before left_on",
        "booked_on must not be more than 3 days before left_on",
    ]),
    ("exactly-after", "b c d", [
        "left_on must be exactly 3 days after booked_on",
        "left_on must be 3 days after booked_on",
    ]),
    ("hours", "a", [
        "ended_at must be at least 1 hour after begun_at",
        "the time from begun_at to ended_at must be at least 60 minutes",
    ]),
    ("same-month", "c", [
        "booked_on and left_on must be in the same month",
        "left_on must be in the same month as booked_on",
    ]),
    ("same-day", "a c d", ["left_on must be on the same day as booked_on"]),
    ("year", "c", [
        "booked_on must be in 2024",
        "booked_on must fall in the year 2024",
        "the year of booked_on must be 2024",
        "booked_on must not be before 2024",
        "booked_on must be after 2023",
        "booked_on must be 2024 or later",
        "no booked_on before January 2024",
    ]),
    ("quarter", "c e", [
        "booked_on must be in the first quarter of 2024",
        "booked_on must be in Q1 2024",
        "booked_on must be between January and March 2024",
        "booked_on must be between 2024-01-01 and 2024-03-31",
    ]),
    ("month", "b c e", ["booked_on must be in March 2024", "booked_on must be in March"]),
    ("weekend", "c d e", [
        "booked_on must be on a weekday",
        "booked_on must not fall on a weekend",
        "booked_on must be a working day",
        "booked_on must be between Monday and Friday",
    ]),
    ("sunday", "c d e", [
        "booked_on must not be a Sunday",
        "trips must not be booked on a Sunday",
    ]),
    ("days-of-week", "c d e", ["booked_on must be on a Monday, Thursday or Friday"]),
    ("month-end", "a d", ["booked_on must be the last day of the month"]),
    ("month-start", "b c d e", ["booked_on must be the first day of a month"]),
    ("future", "e", [
        "begun_at must not be after yesterday",
        "begun_at must be before today",
        "begun_at must be in the past",
    ]),
    ("today-is-fine", "", [
        "begun_at must not be in the future",
        "begun_at must be today or earlier",
    ]),
    ("recent", "a b c d", [
        "booked_on must be within the last 30 days",
        "booked_on must not be more than 30 days ago",
        "booked_on must be at most 30 days old",
        "booked_on must not be older than 30 days",
    ]),
    ("long-ago", "c", [
        "booked_on must be at most 6 months ago",
        "booked_on must not be older than 6 months",
    ]),
    ("clock", "b c d e", [
        "begun_at must be between 08:00 and 17:30",
        "begun_at must be at or after 8 am and before 17:31",
    ]),
    ("late", "e", ["begun_at must be before 20:00", "begun_at must not be after 8 pm"]),
    ("age", "c", [
        "born_on must be at least 18 years ago",
        "age must be at least 18",
        "everybody must be 18 or older",
        "nobody may be younger than 18",
        "the age must be at least 18 years",
    ]),
    ("age-then", "b c", [
        "age at left_on must be at least 18",
        "born_on must be at least 18 years before left_on",
    ]),
    ("old", "e", ["no one may be older than 70", "everybody must be at most 70 years old"]),
    ("real-date", "", ["booked_on must be a valid date"]),
]  # fmt: skip

DECLINED = [
    ("booked_on must be recent", "recent"),
    ("booked_on must be before 20:00", "time of day"),
    ("booked_on must be during business hours", "business"),
    ("left_on must be within a few days of booked_on", "few"),
    ("booked_on must not be a holiday", "holiday"),
    ("left_on must be 1 month and 3 days after booked_on", "left_on"),
    ("born_on must be above 18", "order"),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("trips") / "w", {"trips": TRIPS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_flags_what_the_sentence_means(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence, as_of="2024-07-01")
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "word"), DECLINED, ids=[case[0] for case in DECLINED])
def test_it_declines_what_it_cannot_test(tables: Tables, sentence: str, word: str) -> None:
    answer = tables.answer(sentence)
    assert answer.code in ("not-understood", "ambiguous")
    assert word in answer.reason
