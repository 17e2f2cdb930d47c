"""How long things last, the ends and the middle of a column, and duties that go on."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each_of

TENTS = (
    ("tent_id", "camper", "arrival", "departure", "price", "wishes"),
    ("t1", "Ann", "2024-06-01", "2024-06-04", 30, "shade"),
    ("t2", "Bob", "2024-06-01", "2024-06-11", 95, "a"),
    ("t3", "Cid", "2024-06-05", "2024-06-06", 12, "near the water"),
    ("t4", "Dee", "2024-06-07", None, 40, None),
)
"""Stays of 3, 10 and 1 nights; 4 2/3 on average, 3 in the middle."""
CAMPERS = (
    ("camper_id", "name", "birth_date", "fee"),
    (1, "Ann", "1950-07-02", 100),
    (2, "Bob", "2006-07-01", 300),
    (3, "Cornelius", "1990-01-01", 200),
)
"""Over 2024-07-01: 73, just 18, and 34 years old."""
ROWS = (
    ("row_id", "pitch", "day", "state", "note", "rate"),
    ("r1", "P1", "2024-06-01", "kept", "x", 5),
    ("r2", "P1", "2024-06-01", "called off", "y", -1),
    ("r3", "P2", "2024-06-01", "kept", None, 700),
    ("r4", "P2", "2024-06-01", "kept", "z", 20),
    ("r5", None, "2024-06-02", "kept", None, 20),
)
LOGS = (
    ("log_id", "nights", "arrival", "departure"),
    ("l1", 2, "2024-06-01", "2024-06-03"),
    ("l2", 3, "2024-06-01", "2024-06-09"),
)
LOCKS = (("lock_id", "label"), (1, "x"), (2, "y"), (3, "z"))
TABLES = {"locks": LOCKS, "tents": TENTS, "campers": CAMPERS, "rows_of_pitches": ROWS, "logs": LOGS}
FLAGGED: dict[str, list[Group]] = {
    "tents": [
        ("each stay", "t2", [
            "Stays last at most 7 nights.",
            "No stay may last longer than 7 nights.",
            "A stay must not exceed 7 nights.",
            "Every stay must be at most 9 nights.",
            "Stays must be between 1 and 8 nights.",
        ]),
        ("a bound below", "t3", ["A stay must last at least 2 nights."]),
        ("on average too long", "1", [
            "On average a stay should last at most 4 nights.",
            "A stay should last at most 4 nights on average.",
            "The average stay must not exceed 4 nights.",
            "The longest stay must be at most 9 nights.",
            "The shortest stay must be at least 2 nights.",
            "The median stay must be at least 4 nights.",
        ]),
        ("on average just so", "0", [
            "On average, stays must last at most 5 nights.",
            "The median stay must be at most 3 nights.",
            "The longest stay is at most 10 nights.",
        ]),
        ("ends of prices", "1", [
            "The cheapest tent must cost at least 13.",
            "The most expensive tent must cost at most 90.",
            "The most expensive tent must not cost more than 94.",
            "On average, tents must cost at most 40.",
            "The median tent costs at most 34.",
        ]),
        ("ends of prices that keep", "0", [
            "The cheapest tent must cost at least 12.",
            "The dearest tent must cost at most 95.",
            "The median tent costs at most 35.",
        ]),
        ("lengths of texts", "1", [
            "The longest wishes must have at most 13 characters.",
            "The shortest wishes must have at least 2 characters.",
        ]),
        ("lengths of texts that keep", "0", [
            "The longest wishes have at most 14 characters.",
            "The shortest wishes must have at least 1 character.",
        ]),
    ],
    "campers": [
        ("ages that break", "1", [
            "The oldest camper must be at most 72 years old.",
            "The oldest camper must not be older than 72 years.",
            "The youngest camper must be at least 19 years old.",
            "The youngest camper must not be younger than 19.",
            "The longest name must have at most 8 characters.",
            "On average, a camper is at least 201.",
        ]),
        ("ages that keep", "0", [
            "The oldest camper must be at most 73 years old.",
            "The youngest camper must be at least 18 years old.",
            "The longest name has at most 9 characters.",
            "On average a camper is at least 200.",
        ]),
    ],
    "rows_of_pitches": [
        ("both must be filled", "r3 r5", [
            "The pitch must not be empty and neither must the note.",
            "The pitch must not be empty, nor may the note.",
            "Neither the pitch nor the note may be empty.",
        ]),
        ("nor may it", "r2 r3", [
            "The rate must not be negative, nor may it exceed 500.",
            "The rate must not be negative and nor may it be above 500.",
        ]),
        ("unless one of them is called off", "r3 r4", [
            "No two rows may have the same pitch and day unless one of them is called off.",
            "Two rows must not share pitch and day unless one of them is called off.",
            "pitch and day must be unique together, unless one of them is called off.",
        ]),
        ("one of two", "r2", [
            "The state must be one of the two: kept, lost.",
            "state must be one of these two values: kept, lost",
        ]),
    ],
    "logs": [("an owner's noun", "l2", ["Stays last at most 2 nights."])],
}  # fmt: skip
DECLINED = [
    ("the middle or the mean", "tents", "ambiguous", "The typical tent costs at most 30."),
    (
        "a count that is another", "rows_of_pitches", "",
        "The state must be one of the three: kept, lost.",
    ),
    (
        "both of them", "rows_of_pitches", "",
        "No two rows may have the same pitch and day unless both of them are called off.",
    ),
    ("not at most", "tents", "", "Stays must not last at most 4 nights."),
    ("of each or of all", "tents", "", "The total stay must be at most 20 nights."),
    ("one of some", "tents", "", "The second cheapest tent must cost at least 10."),
    ("no dates", "campers", "", "Stays last at most 2 nights."),
    ("no price", "campers", "", "The cheapest camper must be tall."),
    ("the first of another column", "tents", "", "The cheapest tent must have a departure."),
    ("keys have no mean", "locks", "", "On average, a lock is at least 5."),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("camp"), TABLES)


@pytest.mark.parametrize(("names", "sentence", "flagged"), each_of(FLAGGED))
def test_the_rows_that_are_meant(tables: Tables, names: str, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence, *names.split())

    assert (answer.flagged, answer.reason) == (flagged, "")


@pytest.mark.parametrize(
    ("names", "word", "sentence"), [case[1:] for case in DECLINED], ids=[c[0] for c in DECLINED]
)
def test_what_may_mean_something_else_is_declined(
    tables: Tables, names: str, word: str, sentence: str
) -> None:
    answer = tables.answer(sentence, names)

    assert answer.code and word in f"{answer.code} {answer.reason}", answer
