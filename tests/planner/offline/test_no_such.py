"""Rows that may not be there at all, though a column is called by the same word."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

BUOYS = (
    ("mark", "buoy_no", "lit", "colour", "depth"),
    ("a", 1, "yes", "red", 3),
    ("b", None, "yes", "green", 12),
    ("c", 3, "no", None, 12),
    ("d", 4, "no", "red", None),
)
CASES: list[Group] = [
    ("two conditions", "b", [
        "No buoy may exist where lit is yes and depth is above 5.",
        "No buoys may exist where lit is yes and depth is above 5.",
        "No buoy must be there where depth is above 5 and lit is yes.",
    ]),
    ("a relative clause", "c", [
        "No buoy may exist that has no colour.",
        "No buoy may exist without a colour.",
        "No buoys exist whose colour is missing.",
    ]),
    ("a column that must be empty", "c d", ["No buoy_no may exist where lit is no."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("buoys"), {"buoys": BUOYS})


@pytest.mark.parametrize(("sentence", "flagged"), each(CASES))
def test_the_rows_that_are_meant(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")
