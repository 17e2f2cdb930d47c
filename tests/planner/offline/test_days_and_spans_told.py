"""Days, spans, ages, stays and periods, told in further ways."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read


def _rows(*columns: tuple[object, ...]) -> Rows:
    """A table told by its columns, each a header with its cells."""
    return tuple(zip(*columns, strict=True))


TABLES: dict[str, Rows] = {
    "bookings": _rows(
        ("booking_id", 1, 2, 3),
        ("room", "r1", "r1", "r2"),
        ("arrived_on", "2024-01-01", "2024-01-03", "2024-02-01"),
        ("left_on", "2024-01-04", "2024-01-10", "2024-02-02"),
    ),
    "calls": _rows(
        ("call_id", 1, 2, 3, 4, 5, 6),
        ("rider_id", "a", "a", "b", "b", "b", "c"),
        ("came_in", "2024-06-28 08:30", "2024-06-28 12:00", "2024-06-29 19:00",
         "2024-05-03 09:00", "2024-05-03 22:15", "2023-11-02 07:59"),
        ("rung_at", "08:30", "12:00", "19:00", "09:00", "22:15", "07:59"),
        ("weight", 2, 3, 5, 1, 9, 9),
        ("state", "open", "done", "open", "done", "done", "done"),
    ),
    "jobs": _rows(
        ("job_id", 1, 2, 3, 4),
        ("crew", "x", "x", "y", "y"),
        ("starts_at", "08:00", "19:30", "07:59", "12:00"),
        ("shift_on", "2024-03-01", "2024-03-01", "2024-03-04", None),
        ("hours", 4, 8, 9, 1),
    ),
    "kids": _rows(
        ("kid_id", 1, 2, 3),
        ("born_on", "2010-05-05", "2010-05-05", "1999-01-01"),
        ("enrolled_on", "2016-05-04", "2016-05-05", "2020-02-02"),
        ("club", "a", "b", "a"),
    ),
    "lets": _rows(
        ("let_no", "x1", "x2", "x3"),
        ("room", "r1", "r1", "r2"),
        ("start_on", "2024-01-01", "2024-01-10", "2024-02-01"),
        ("end_on", "2024-01-04", "2024-01-17", "2024-02-02"),
        ("rent", 40, 90, 80),
    ),
    "loans": _rows(
        ("loan_id", 1, 2, 3, 4),
        ("desk", "d1", "d1", "d2", "d1"),
        ("lent_on", "2024-01-02", "2024-01-09", "2024-02-28", "2024-01-02"),
        ("fee", 100, 300, 50, 60),
        ("extra", 20, 10, 90, 5),
        ("due", "2024-07-02", "2024-07-09", "2024-08-31", None),
        ("months_long", 6, 3, 6, 1),
    ),
    "meters": _rows(
        ("day", "2024-01-01", "2024-01-02", "2024-01-03", "2024-01-05", "2024-01-06"),
        ("meter", "m", "m", "m", "m", "m"),
        ("level", 10, 25, 30, 12, 40),
        ("taken_on", "2024-01-01", "2024-01-02", "2024-01-03", "2024-01-05", "2024-01-06"),
    ),
    "riders": _rows(
        ("rider_id", "a", "b", "c", "d", "e", "f"),
        ("born_on", "2000-02-10", "2001-05-05", "1950-01-01", "2010-07-02", "2006-07-01",
         "1990-01-01"),
        ("joined_on", "2018-02-10", "2018-06-01", "2024-06-30", "2024-07-02", "2023-12-31",
         "2024-07-05"),
        ("left_on", "2019-03-10", "2018-06-01", "2024-07-30", None, "2024-07-05", "2024-08-05"),
        ("fee", 10, 20, 0, 5, None, 0),
        ("age", 24, 23, 74, 13, 18, 34),
        ("licence", None, "B", "C", None, None, "F"),
        ("paid_on", "2018-02-20", "2018-06-01", "2024-07-03", "2024-09-02", None, "2024-08-01"),
        ("invited_on", "2018-02-01", "2018-05-31", "2024-06-30", "2024-06-02", "2023-12-24",
         "2024-07-09"),
    ),
    "sales": _rows(
        ("sale_id", 1, 2, 3, 4),
        ("desk", "d1", "d1", "d2", "d1"),
        ("sold_on", "2024-01-02", "2024-01-09", "2024-02-28", "2024-01-02"),
        ("fee", 100, 300, 50, 60),
    ),
    "seen": _rows(
        ("day", "2024-01-01", "2024-01-02", "2024-01-05"),
        ("level", 1, 2, 3),
    ),
    "terms": _rows(
        ("term_id", 1, 2, 3),
        ("seat", "s1", "s1", "s2"),
        ("from_day", "2024-01-01", "2024-03-01", "2024-01-01"),
        ("to_day", None, "2024-04-01", None),
    ),
    "votes": _rows(
        ("vote_id", 1, 2, 3, 4),
        ("member", "m1", "m1", "m2", "m1"),
        ("voted_on", "2024-01-02", "2024-01-09", "2024-02-28", "2024-01-02"),
        ("costs", 10, 90, 10, 20),
    ),
}  # fmt: skip

CASES: list[Read] = [
    ("calls", "1", "Calls on weekdays must be done."),
    ("calls", "1", "Flag every rider_id whose newest came_in is before 2024-06-01."),
    ("calls", "1", "Flag it if the age of the newest came_in exceeds 1 day."),
    ("calls", "1", "It must not be more than 1 day since the newest came_in."),
    ("calls", "0", "On 30 June 2024, the latest came_in must not be more than 1 day old."),
    ("calls", "1 2 4 5", "rider_id must be unique within each came_in day."),
    ("calls", "5", "rung_at must be < 22:00."),
    ("calls", "3 5", "rung_at must be at most 18:00."),
    ("calls", "1 2 4", "rung_at must be outside 8:00 to 18:00."),
    ("calls", "0", "The age of the newest came_in must be at most 2 days as of 2024-06-30."),
    ("calls", "1", "The age of the newest came_in must not be more than 1 day as of 2024-07-01."),
    ("calls", "1", "The age of the newest came_in: at most 1 day."),
    ("calls", "1", "The gap since the newest came_in must not be more than 1 day."),
    ("riders", "a b c d f", "age must be within 1 of fee plus 10."),
    ("riders", "b d e", "Flag riders who joined before turning 18."),
    ("riders", "a b d e", "Flag riders who were not older than 18 upon joined_on."),
    ("riders", "b d e", "Flag riders younger than 18 at joined_on."),
    ("riders", "b", "If joined_on and left_on fall on the same day, fee must be 0."),
    ("riders", "b c f", "invited_on must be 7 or more days before joined_on."),
    ("riders", "f", "invited_on must be earlier than or on the day of joined_on."),
    ("riders", "e", "joined_on and left_on must have the same day of the month."),
    ("riders", "c d f", "joined_on must be 30 days old or more."),
    ("riders", "c d f", "joined_on must be before 1 week ago."),
    ("riders", "d f", "joined_on must be before July 1st, 2024."),
    ("riders", "d f", "joined_on must be before the 1st of July 2024."),
    ("riders", "d f", "joined_on must be by 2024-06-30."),
    ("riders", "c d f", "joined_on must be in 2023 or earlier."),
    ("riders", "a c d e f", "joined_on must be in the first day of June 2018."),
    ("riders", "a b d e f", "joined_on must be in the first half of 2024."),
    ("riders", "d f", "joined_on must be in the past or today."),
    ("riders", "a b", "joined_on must be not in the year 2018."),
    ("riders", "c d f", "joined_on must lie from 2018 to 2023."),
    ("riders", "a b e", "joined_on must not be 30 days old or older."),
    ("riders", "f", "joined_on must not be after tomorrow."),
    ("riders", "b d e", "joined_on must not be before the 18th birthday."),
    ("riders", "a b", "left_on must be in the future or today."),
    ("riders", "a c e f", "left_on must fall in the same month as joined_on."),
    ("riders", "c e f", "left_on must not be in the future or today."),
    ("riders", "b c f", "left_on must not lie in the same year as joined_on."),
    ("riders", "b d e", "Nobody may join before they turned 18."),
    ("riders", "b d e", "Nobody may join under the age of 18."),
    ("riders", "b", "paid_on must be 3 or more days after joined_on."),
    ("riders", "b", "paid_on must be following joined_on."),
    ("riders", "d f", "paid_on within 10 days after joined_on"),
    ("riders", "b d e", "Riders must be 18 or older at joined_on."),
    ("meters", "2024-01-06", "Flag rows in which level more than tripled."),
    ("meters", "2024-01-02 2024-01-06", "From row to row, level never more than doubles."),
    (
        "meters",
        "2024-01-02 2024-01-06",
        "level more than doubles from one row to the next is wrong.",
    ),
    ("meters", "2024-01-03 2024-01-05", "level must at least double from one row to the next."),
    ("seen", "2", "day without gaps: every day between the first and the last must have a row."),
    ("seen", "2", "Every day from the first day to the last day must be there."),
    ("seen", "0", "On 2024-01-06 the latest day must be in the last 3 days."),
    ("kids", "3", "enrolled_on must be before the last day of January 2017."),
    ("kids", "1 2", "Flag kids aged from 13 to 15."),
    ("kids", "1", "No kid may be under 6 when enrolled."),
    (
        "bookings",
        "1 2",
        "Bookings of the same room must not be overlapping from arrived_on to left_on.",
    ),
    ("bookings", "1 2", "Bookings' periods must not overlap per room, from arrived_on to left_on."),
    ("bookings", "2", "No booking may exceed 5 days counted from arrived_on to left_on."),
    ("bookings", "1 2", "The period from arrived_on to left_on: no overlaps."),
    ("votes", "1", "A member may vote at most 2 times a month."),
    ("votes", "1 2 4", "Each member may only vote once per month."),
    ("votes", "3", "Flag votes no older than 150 days."),
    ("votes", "1", "The largest vote costs at most 70."),
    ("votes", "1 2 4", "voted_on must be not more than 150 days old."),
    ("lets", "x2", "Lets must last 4 nights at most."),
    ("lets", "x2 x3", "Lets must last from 2 to 5 days."),
    ("lets", "x3", "No stay may be shorter than 2 nights."),
    ("lets", "x3", "Stays must be 2 nights or more."),
    ("lets", "1", "The average duration of lets must be at most 2 nights."),
    ("lets", "1", "The length of stay must be 2 nights on average at most."),
    ("lets", "1", "The longest stay must not be more than 5 nights."),
    ("sales", "1", "Each desk must have at most 1 sale a day."),
    ("sales", "1", "fee must add up to 460 per month."),
    ("sales", "1", "fee must come to at most 200 in each month."),
    ("sales", "1", "monthly total fee > 200"),
    ("sales", "1", "No desk may be sold more than two times in any month."),
    ("loans", "3", "due must be 6 calendar months after lent_on."),
    ("loans", "2 3", "due must follow lent_on by months_long months."),
    ("loans", "2 4", "fee must account for at most 90% of fee plus extra."),
    ("loans", "1 4", "Flag desks with two loans that were lent on the same day."),
    ("loans", "1", "The latest lent_on for every desk must be after 2024-01-31."),
    ("loans", "2 3", "There must be months_long months between lent_on and due."),
    ("jobs", "2 3", "starts_at must be between 8:00 am and 6:00 pm."),
    ("jobs", "3", "starts_at must not be before 8:00 hrs."),
    ("terms", "1", "Only the last term of a seat may have no to_day."),
]

DECLINED = [
    ("sales", "The typical sale must be at most 70."),
    ("sales", "The typical sale must come to at most 70."),
    ("sales", "Every Friday needs a sale."),
    ("sales", "No weekend may pass without a sale."),
    ("sales", "Flag weekends without a sale."),
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    wanted = {names for names, *_ in CASES} | {names for names, _ in DECLINED}
    return folders(tmp_path_factory, TABLES, wanted)


@pytest.mark.parametrize(("names", "flagged", "sentence"), read(CASES))
def test_flagged(checked: dict[str, Tables], names: str, flagged: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged), answer


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert answer.reason, answer
