"""Words that say once more what a rule says anyway, and words that only look like it."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Group, Tables, each

LIFTS = (
    ("lift", "maker", "load_kg", "trips", "checked_by", "note"),
    ("l1", "Otto", 400, 12, "Ann", "ok"),
    ("l2", "Kone", 630, 14, "Ben", "ok 2"),
    ("l3", "Otto", 1000, 13, "Ann", "new rope"),
    ("l4", "Mitsu", 5000, 15, "", "ok"),
    ("l5", "", 480, 90, "Ann", "4 doors"),
)

READ: list[Group] = [
    ("in-its-column", "l2 l5", [
        "no digits in note",
        "note: no digits in the text",
        "Flag every lift with a digit in its note, in the whole table.",
    ]),
    ("both-ways", "l2 l3 l4 l5", [
        "trips may not differ from 12 by more than 0.5, up or down",
        "trips may not differ from 12 by more than 0.5, on either side.",
        "In either direction, trips may not differ from 12 by more than 0.5.",
    ]),
    ("one-row", "l2 l4 l5", [
        "load_kg and trips cannot both be above 13 in the same row",
        "load_kg and trips must not both be above 13 in one and the same row.",
    ]),
    ("no-longer-empty", "l1 l2 l3 l5", [
        "The lifts must have no checked_by yet.",
    ]),
    ("the-file", "l4", [
        "In the lift list load_kg must be at most 1000.",
        "load_kg must be at most 1000 in the whole file",
    ]),
]  # fmt: skip

FAILING = [
    ("The 90th percentile of trips, worked out with linear interpolation, must be at most 20", "1"),
    ("The median of trips must be at most 20, linearly interpolated.", "0"),
    ("There must be exactly three different makers in maker, no more and no fewer.", "0"),
    ("Over all lifts there must be exactly 3 different makers.", "0"),
    ("The number of different makers must be exactly 2 (neither more nor less).", "1"),
]

DECLINED = [
    "maker must not occur twice in the same row",
    "maker must be unique in one row",
    "load_kg must be at most 1000, with linear interpolation",
    "load_kg must be at least 400, no more and no fewer",
    "load_kg must be at most 1000, on either side",
    "There must be exactly three different makers in note.",
    "no digits only in note",
    "load_kg must be at most 1000, but not in the whole file",
    "trips must be at most 20 in the other file",
    "load_kg must be at most 1000 in maker",
    "no digits in the maker, the text or note",
]


@pytest.fixture(scope="module")
def lifts(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("lifts") / "w", {"lifts": LIFTS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_it_is_passed_over_where_the_rule_says_it_anyway(
    lifts: Tables, sentence: str, flagged: str
) -> None:
    answer = lifts.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "failing"), FAILING, ids=[case[0] for case in FAILING])
def test_it_is_passed_over_in_a_rule_about_all_rows(
    lifts: Tables, sentence: str, failing: str
) -> None:
    answer = lifts.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)


@pytest.mark.parametrize("sentence", DECLINED)
def test_it_is_not_passed_over_where_it_may_say_more(lifts: Tables, sentence: str) -> None:
    assert lifts.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
