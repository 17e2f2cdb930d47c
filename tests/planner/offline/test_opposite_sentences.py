"""Two sentences that ask for opposite things: one may be the exception from the other."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables

BUOYS = (
    ("buoy", "lit", "colour", "depth"),
    ("a", "yes", "red", 3),
    ("b", "no", "green", None),
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("buoys"), {"buoys": BUOYS})


@pytest.mark.parametrize(
    "sentence",
    [
        "Green buoys never have a depth. depth must be filled.",
        "Every buoy must have a depth. Green buoys must have no depth.",
        "depth must be filled. Where lit is no, depth must be empty.",
        "depth must be empty. depth must be filled.",
    ],
)
def test_neither_is_put_above_the_other(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence)

    assert answer.code
    assert "opposite" in answer.reason


def test_what_is_asked_of_other_rows_is_no_opposite(tables: Tables) -> None:
    answer = tables.answer("If lit is no then depth must be empty. colour must be filled.")

    assert (answer.flagged, answer.reason) == ("", "")
