"""One of some marks within a form: what follows is shared, unless a comma parts it."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

BUOYS = (
    ("buoy", "mooring"),
    ("a", "NW1234"),
    ("b", "SE1234"),
    ("c", "NW"),
    ("d", "NE1234"),
    ("e", "NW12"),
    ("f", "1234"),
)
CASES: list[Group] = [
    ("what follows is shared", "c d e f", [
        "Every mooring is NW or SE followed by four digits.",
        "mooring must be NW or SE, followed by four digits.",
        "mooring is NW or SE and then four digits",
        "Each mooring consists of NW or SE and four digits.",
        "Flag moorings that are not 'NW' or 'SE' followed by four digits.",
    ]),
    ("a class before is none of the marks", "b c d e", [
        "mooring must be four digits or NW followed by four digits.",
    ]),
    ("nothing follows", "a b d e f", ["mooring must be NW or SE."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("buoys"), {"buoys": BUOYS})


@pytest.mark.parametrize(("sentence", "flagged"), each(CASES))
def test_the_rows_that_are_meant(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)

    assert (answer.flagged, answer.reason) == (flagged, "")
