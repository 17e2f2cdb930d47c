"""Whole rows that are alike, so many of them; values that must all be there: over a tram depot."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

TRIPS = (
    ("trip_no", "line", "driver", "state"),
    ("t1", "A", "kim", "done"),
    ("t1", "A", "kim", "done"),
    ("t2", "A", "lou", "late"),
    ("t3", "B", "kim", "done"),
    ("t4", "B", "lou", "done"),
    ("t5", "B", "kim", "done"),
    ("t5", "B", "kim", "done"),
    ("t5", "B", "kim", "done"),
    ("t6", "C", None, "late"),
    ("t7", "C", None, "late"),
)
"""Of 10 rows 5 equal another one: two and three alike; 3 repeat an earlier row."""


@pytest.fixture(scope="module")
def trips(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Trips on disk."""
    return Tables(tmp_path_factory.mktemp("trips"), {"trips": TRIPS})


FAILING: list[Group] = [
    ("half the rows equal another one", "0", [
        "At most 50% of the rows may be exact duplicates.",
        "At most 5 rows may be full duplicates.",
        "No more than 5 trips may be identical to another trip in all columns.",
        "At most half of the trips may be duplicated in full.",
        "The share of rows that are exact duplicates must be at most 50%.",
        "The number of rows that are exact duplicates must not exceed 5.",
    ]),
    ("more than are allowed", "1", [
        "At most 49% of the rows may be exact duplicates.",
        "Fewer than 50% of the rows may be complete copies of another row.",
        "Fewer than 5 rows may be full duplicates.",
        "No more than 4 rows may be duplicates of another row.",
        "There may be at most 4 rows that are identical to another row.",
        "The share of rows that are exact duplicates must stay below 50%.",
    ]),
    ("all but the first", "0", [
        "At most 3 rows may repeat an earlier row.",
        "At most 30% of the rows may repeat an earlier one.",
        "At most 3 trips may be redundant copies.",
    ]),
    ("too many after the first", "1", [
        "At most 2 rows may repeat an earlier row.",
        "Fewer than 30% of the trips may be surplus copies.",
    ]),
    ("without a column", "1", [
        "Ignoring trip_no, at most 60% of the rows may be duplicates.",
        "At most 6 rows may be duplicates, ignoring trip_no.",
        "Except for trip_no, no more than 60% of the trips may be identical.",
    ]),
    ("among some rows", "0", [
        "At most 2 trips of line A may be exact duplicates.",
        "At most 60% of the trips with line B may be exact duplicates.",
        "At most 2 late trips may be duplicates of another row.",
    ]),
    ("of one column", "1", [
        "The share of rows whose trip_no occurs twice must stay below 50%.",
        "The share of rows whose trip_no occurs more than once must be at most 40%.",
    ]),
    ("every state is there", "0", [
        "Every state in {done, late} must occur.",
        "Each of the states done and late must occur at least 3 times.",
        "All of the lines A, B, C must appear in trips.",
        "The lines A, B and C must all occur.",
        "The state must include all of done, late.",
        "There must be at least 7 done and 3 late trips.",
    ]),
    ("not every one", "1", [
        "Every state in {'done', 'late', 'scrapped'} must occur.",
        "Each of the states done and late must occur at least 4 times.",
        "All of the lines A, B, C, D must appear in trips.",
        "There must be at least 7 done trips and at least 4 late trips.",
    ]),
    ("both in each line", "2", [
        "Each line must have at least one done and one late trip.",
        "Every line must have at least one done trip and at least one late trip.",
        "Per line, there must be at least one done and one late trip.",
        "For each line, the states done and late must both occur.",
        "For each line, every state in {done, late} must occur at least once.",
    ]),
    ("two thirds just so", "0", [
        "At least two thirds of the trips of line A must be done.",
        "At most two thirds of the trips of line A may be done.",
        "At most one third of the trips of line A may be late.",
        "Exactly two thirds of the trips of line A must be done.",
    ]),
]  # fmt: skip
ROWS: list[Group] = [
    ("no copies", "t1 t1 t5 t5 t5", [
        "No row may be an exact copy of another.",
        "Every row must be unique as a whole.",
        "No trip may be identical to another trip in all columns.",
        "The table must not contain duplicate rows.",
        "Rows must not be repeated.",
        "Trips must not be exact duplicates of each other.",
    ]),
    ("no copies but for a column", "t1 t1 t3 t5 t5 t5 t6 t7", [
        "Apart from trip_no, no two rows may be equal.",
        "No row may be a copy of another, ignoring trip_no.",
        "Ignoring trip_no, no row may be a duplicate of another.",
    ]),
]  # fmt: skip
DECLINED = [
    ("There must not be more than 3 duplicate rows.", "ambiguous"),
    ("The number of duplicate rows must be at most 3.", "ambiguous"),
    ("At most 1 row may be an exact duplicate.", "not-understood"),
    ("At least 3 rows may be exact duplicates.", "not-understood"),
    ("At most 100% of the rows may be duplicates.", "not-understood"),
    ("Most rows must not be duplicates.", "not-understood"),
    ("At most 3 rows may be similar to another row.", "not-understood"),
    ("No row may be identical to another row in state.", "not-understood"),
    ("Rows must not be repeated more than twice.", "not-understood"),
    ("At most 5 rows may be duplicates per line.", "not-understood"),
    ("Not every state in {done, late} must occur.", "not-understood"),
    ("The states done or late must occur.", "not-understood"),
    ("Each line must have at least one done or one late trip.", "not-understood"),
    ("Every state in {done, late} should normally occur.", "not-understood"),
    ("Each line must have a few done and late trips.", "not-understood"),
]


@pytest.mark.parametrize(("sentence", "failing"), each(FAILING))
def test_so_many_measures_fail(trips: Tables, sentence: str, failing: str) -> None:
    answer = trips.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)


@pytest.mark.parametrize(("sentence", "flagged"), each(ROWS))
def test_copies_are_flagged(trips: Tables, sentence: str, flagged: str) -> None:
    answer = trips.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "code"), DECLINED, ids=[each[0] for each in DECLINED])
def test_what_is_not_plain_is_declined(trips: Tables, sentence: str, code: str) -> None:
    answer = trips.answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
