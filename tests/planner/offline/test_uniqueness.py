"""Rules about keys, copies and values that must go together, run over a small theatre."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

SEATS = (
    ("seat", "hall", "row_no", "seat_no", "holder", "code", "state"),
    ("s1", "A", 1, 1, "ann", "X1", "sold"),
    ("s2", "A", 1, 2, "Ann", "x1", "free"),
    ("s3", "A", 1, 2, "bob", "X2", "sold"),
    ("s4", "B", 1, 1, "bob", " X2 ", "sold"),
    ("s5", "B", 2, 1, None, None, "free"),
    ("s6", "B", 2, 1, None, "X9", "free"),
)
COPIES = (
    ("label", "city", "zip", "seen"),
    ("c1", "Rome", 100, 1),
    ("c1", "Rome", 100, 1),
    ("c1", "Rome", 100, 2),
    ("c2", "Oslo", 200, 3),
    ("c3", "Oslo", 200, 3),
)


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Seats and copies on disk."""
    return Tables(tmp_path_factory.mktemp("theatre"), {"seats": SEATS, "copies": COPIES})


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("seat must be unique", ""),
        ("The holder must be unique.", "s3 s4"),
        ("holder must not occur more than once", "s3 s4"),
        ("No holder may appear twice.", "s3 s4"),
        ("No two seats may have the same holder.", "s3 s4"),
        ("No two seats may share a holder.", "s3 s4"),
        ("Two seats must not have the same holder.", "s3 s4"),
        ("Are there any duplicate holders?", "s3 s4"),
        ("Flag rows whose holder occurs more than once.", "s3 s4"),
        ("holder must be unique, ignoring case", "s1 s2 s3 s4"),
        ("No two seats may share a holder, ignoring case.", "s1 s2 s3 s4"),
        ("code must be unique, ignoring case.", "s1 s2"),
        ("code must be unique, ignoring surrounding blanks", "s3 s4"),
        ("code must be unique, ignoring case and surrounding blanks.", "s1 s2 s3 s4"),
        ("The code must be unique regardless of case and spaces.", "s1 s2 s3 s4"),
        ("holder must be unique among sold seats", "s3 s4"),
        ("holder must be unique for sold seats", "s3 s4"),
        ("Among free seats, holder must be unique.", ""),
        ("seat_no must be unique within each hall", "s2 s3 s4 s5 s6"),
        ("Within each hall, seat_no must be unique.", "s2 s3 s4 s5 s6"),
        ("The combination of hall, row_no and seat_no must be unique.", "s2 s3 s5 s6"),
        ("hall, row_no and seat_no together must be unique", "s2 s3 s5 s6"),
        ("The combination (hall, row_no, seat_no) must be unique.", "s2 s3 s5 s6"),
        ("Per hall and row_no, seat_no must be unique.", "s2 s3 s5 s6"),
        ("seat_no must be unique per hall and row_no", "s2 s3 s5 s6"),
        ("The pair of hall and holder must not repeat.", ""),
        ("A holder must not appear twice in the same hall.", ""),
        ("Each holder may appear only once per row_no.", "s3 s4"),
        ("seat is the primary key", ""),
        ("holder is the primary key", "s3 s4 s5 s6"),
        ("The primary key is hall, row_no and seat_no.", "s2 s3 s5 s6"),
        ("code must be unique and not empty", "s5"),
        ("holder must be unique; flag all but the first", "s4"),
    ],
)
def test_keys(theatre: Tables, sentence: str, flagged: str) -> None:
    answer = theatre.answer(sentence, "seats")

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("There must be no fully duplicated rows.", "c1 c1"),
        ("No two rows may be identical.", "c1 c1"),
        ("Flag duplicate rows.", "c1 c1"),
        ("Flag every row that is identical in all columns to another row.", "c1 c1"),
        ("No two rows may be identical apart from seen.", "c1 c1 c1"),
        ("No two rows may be the same except for seen.", "c1 c1 c1"),
        ("Flag duplicate rows, ignoring the column label.", "c1 c1 c2 c3"),
        ("Flag rows that are duplicates of another row, ignoring the label column.", "c1 c1 c2 c3"),
        ("There must be no duplicate rows, ignoring label and seen.", "c1 c1 c1 c2 c3"),
        ("Each zip must have exactly one city.", ""),
        ("No city may belong to two zips.", ""),
        ("Each city must lie in only one zip.", ""),
        ("Each zip must have only one label.", "c2 c3"),
        ("zip and seen must determine label.", "c2 c3"),
        ("label must depend only on zip.", "c2 c3"),
        ("label determines seen", "c1 c1 c1"),
        ("Rows with the same zip must have the same label.", "c2 c3"),
    ],
)
def test_copies(theatre: Tables, sentence: str, flagged: str) -> None:
    answer = theatre.answer(sentence, "copies")

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(
    "sentence",
    [
        "hall and seat_no must be unique",  # each of them, or together
        "Not every holder must be unique.",
        "Most holders must be unique.",
        "The holder should usually be unique.",
        "Only sold seats must have a unique holder.",
        "At most 5% of the holders may be duplicated.",  # copies, or values that have copies
        "No two rows may be identical, ignoring case.",
        "Each holder may have only one code per hall.",
    ],
)
def test_what_is_not_clear_is_declined(theatre: Tables, sentence: str) -> None:
    assert theatre.answer(sentence, "seats", tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
