"""Other wordings of what is read: a marker of "missing", and signed changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Group, Tables, each

WARDS = (
    ("ward", "nurse", "beds", "note"),
    ("A", "Ada", 3, "NULL"),
    ("B", "Bea", 4, "ok"),
    ("C", "NULL", 12, ""),
    ("D", "Dan", 11, "ok"),
)
READ: list[Group] = [
    (
        "marker",
        "A C",
        [
            "note must be filled. The text NULL (or blank) in note means there is none.",
            "note must be filled. The text 'NULL' or an empty field in note means missing.",
            "note must be filled. 'NULL' (or no value) means unknown.",
        ],
    ),
    (
        "signed change",  # plus one, plus eight, minus one
        "D",
        [
            "Flag rows where beds changed by less than 1 or by more than 8 from row to row "
            "(new minus old).",
            "Flag rows where beds changed by less than 1 or by more than 8 from row to row "
            "(signed).",
            "Flag rows where beds changed by less than 1 or by more than 8 from row to row "
            "(later minus earlier). The first row has no predecessor.",
        ],
    ),
]


@pytest.fixture(scope="module")
def wards(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("wards") / "w", {"wards": WARDS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_is_the_same_rule(wards: Tables, sentence: str, flagged: str) -> None:
    answer = wards.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


SPELLINGS = {
    "parcels": (("id", "state", "weight"), ("a", "sent", 0), ("b", "SENT", 0), ("c", "Sent", 1))
}


@pytest.mark.parametrize(
    ("sentence", "flagged", "code"),
    [
        ("weight must be positive for every sent parcel", "a", ""),
        ("weight must be positive for every SENT parcel", "b", ""),
        ("Sent parcels must have a positive weight", "", "ambiguous"),
    ],
)
def test_a_word_that_the_data_spells_in_several_ways(
    sentence: str, flagged: str, code: str, tmp_path: Path
) -> None:
    told = Tables(tmp_path, SPELLINGS).answer(sentence)
    assert (told.flagged, told.code) == (flagged, code), told.reason
