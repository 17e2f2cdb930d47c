"""Rows at a told place of the file: which place, and what must hold there."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

BOOK = (
    ("entry_id", "kind", "amount", "noted_on", "clerk"),
    (1, "opening", 100, "2024-01-01", "Ann"),
    (2, "move", -20, "2024-01-02", None),
    (3, "move", 35, "2024-01-03", "Bo"),
    (4, "closing", 115, "2024-01-03", "Ann"),
)
PLACES: dict[int, list[str]] = {
    1: [
        "The first row must have kind opening.",
        "kind in row 1 must be opening.",
        "In the first row, kind must be opening.",
        "The first row of the file must have kind opening.",
        "Row 1 must have kind opening.",
        "Does the first row have kind opening?",
        "Is the kind in row 1 opening?",
        "Flag the first row unless kind is opening.",
        "Row 1: kind = opening",
        "The first row's kind must be opening.",
        "The top row of book must have kind opening.",
        "kind must be opening in the first row.",
        "The first row must have opening in kind.",
        "The first record in the data has to have kind opening.",
    ],
    3: ["The third row must have kind opening.", "Row number 3 of book must have kind opening."],
    -1: [
        "The last row must have kind opening.",
        "The kind in the last row of the file must be opening.",
        "In the last row, kind must be opening.",
        "The bottom row must have kind opening.",
    ],
    -2: [
        "The second to last row must have kind opening.",
        "The 2nd last row must have kind opening.",
    ],
}  # fmt: skip
FAILING: list[Group] = [
    ("kept", "0", [
        "The first row must have entry_id 1.",
        "The first row must have kind opening and amount above 50.",
        "The last row must have kind closing and amount 115.",
        "The amount in the second row must be below 0.",
        "The third row must not have kind closing.",
        "The last row's clerk must not be empty.",
        "The second row must have an empty clerk.",
        "Row 4 must have noted_on after 2024-01-02.",
        "For move book rows, the first row must have entry_id 2.",
    ]),
    ("broken", "1", [
        "The first row must have entry_id 2.",
        "The last row must have kind opening.",
        "Row 5 must have an amount above 0.",
        "The fifth to last row must have kind opening.",
        "The second row must have clerk Ann.",
        "The second row must not have clerk Ann.",
        "The amount in row 2 must be at least 0.",
    ]),
]  # fmt: skip
DECLINED = [
    # The first entry by date, or in the file; the line of a file may be its header.
    "The first entry must have entry_id 1.",
    "The first line must have entry_id 1.",
    "Line 1 must have entry_id 1.",
    "The first entry_id must be 1.",
    "The last amount must be 115.",
    "Row 0 must have entry_id 1.",
    "Row -1 must have entry_id 1.",
    "Row 1.5 must have entry_id 1.",
    "The first two rows must have kind opening.",
    "Every third row must have kind move.",
    "The middle row must have kind move.",
    "The first row must have the smallest amount.",
    "The last row must have an amount above the average amount.",
    "The last row must have an amount above that of the row before.",
    "The amount in the last row must be the sum of the other rows.",
    "The first row must contain the column names.",
    "The first row must be unique.",
    "Row 1 and row 2 must have kind opening.",
    "The last row must be a total row.",
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("book"), {"book": BOOK})


@pytest.mark.parametrize(
    ("place", "sentence"),
    [pytest.param(n, each, id=each) for n, told in PLACES.items() for each in told],
)
def test_which_place_is_meant(book: Tables, place: int, sentence: str) -> None:
    plan = book.plan(sentence)

    assert (plan.kind, plan.rule["place"]) == ("broken_places", place)
    assert "kind equals 'opening'" in plan.restatement


@pytest.mark.parametrize(("sentence", "failing"), each(FAILING))
def test_what_holds_there(book: Tables, sentence: str, failing: str) -> None:
    answer = book.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)
    assert answer.plan is not None
    assert answer.plan.kind == "broken_places"


@pytest.mark.parametrize("sentence", DECLINED)
def test_no_other_place_is_read(book: Tables, sentence: str) -> None:
    answer = book.answer(sentence)

    assert answer.code != "", answer.plan and answer.plan.restatement


def test_the_last_row_of_each_group_is_another_rule(book: Tables) -> None:
    assert book.plan("The last row of each clerk must have kind closing.").kind == "broken_rows"
