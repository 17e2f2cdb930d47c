"""Remarks on empty cells and on rows that are left out, wherever they stand and however told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Tables, each

BOATS = (
    ("boat", "berth", "length_m", "beam_m", "radio", "launched", "retired", "depth_read", "fuel"),
    ("b1", "A1", 9.5, 3.1, "DK7QX", "2019-04-01", None, 4.5, "diesel"),
    ("b2", "A2", -4, 3, None, "2020-05-02", "2019-01-01", -999, "petrol"),
    ("b3", None, 7, None, "TOOLONG", None, "2021-01-01", 6, "?"),
    ("b4", "A4", None, 2, "AB", "2021-03-03", "2022-02-02", 90, "n/a"),
    ("b5", "A2", 8, -1, "DK8QY", "2018-01-01", None, None, "diesel"),
    ("b6", None, None, -2, None, "2017-07-07", "2018-08-08", 5, None),
)

_RADIO = "radio must be 5 characters long"
_SIZES = "length_m and beam_m must be positive"
_DATES = "Flag boats whose retired is before launched"

READ = [
    ("fine", "b3 b4", [
        f"{_RADIO}; an empty one is fine.",
        f"{_RADIO}. Empty is no error.",
        f"{_RADIO}. Blank means unknown and is allowed.",
        f"{_RADIO}; a blank one just means nobody asked and is fine.",
        f"{_RADIO}; an empty one is fine, such a boat simply has no radio.",
        f"{_RADIO}, blanks left out",
        f"{_RADIO} (blanks aside).",
        f"Blanks aside, {_RADIO}.",
        f"Leaving blanks aside, {_RADIO}.",
        "Every radio, blanks left out, must be 5 characters long.",
        "Does every radio, blanks aside, have 5 characters?",
        f"{_RADIO}. Boats without a radio are skipped.",
        f"{_RADIO}. Boats with no radio are fine.",
        f"{_RADIO}; whoever has no radio yet is fine.",
        f"{_RADIO}. No radio at all is okay.",
        f"{_RADIO}. Having no radio is fine.",
        f"{_RADIO}. The radio is optional.",
        f"{_RADIO}. A boat need not have a radio.",
        f"{_RADIO}. Of course a boat may have no radio.",
        f"{_RADIO}; if the radio is blank it is not an error.",
        f"{_RADIO}. If a boat has no radio, skip it.",
        f"{_RADIO}. Without a radio there is nothing to check.",
        f"{_RADIO}. Where nothing is entered, nothing is flagged.",
        f"{_RADIO}. Some boats have no radio, which is fine.",
        f"{_RADIO}. We have some boats without a radio; leave them out.",
        f"{_RADIO}. Boats that have left the radio blank are ignored.",
        f"{_RADIO}. A missing radio is not a mistake.",
        f"{_RADIO}. We do not care about blanks.",
        f"{_RADIO}, empty ok",
    ]),
    ("wrong", "b2 b3 b4 b6", [
        f"{_RADIO}, blank is wrong too",
        f"{_RADIO}; an empty radio is just as wrong.",
        f"{_RADIO}. A boat without a radio is wrong too.",
        f"{_RADIO}. Empty ones must be flagged as well.",
        f"{_RADIO}. An empty cell counts as an error.",
        f"{_RADIO}. Please also flag boats without a radio.",
        f"{_RADIO}, and none may be empty.",
        f"{_RADIO}. A blank breaks the rule as well.",
        f"{_RADIO}. A missing radio is not okay.",
    ]),
    ("each-cell-for-itself", "b2 b5 b6", [
        f"{_SIZES}; an empty figure is fine.",
        f"{_SIZES}. An empty length_m or beam_m is fine.",
        f"{_SIZES}; blanks do not count.",
    ]),
    ("whole-rows-spared", "b2 b5", [
        f"{_SIZES}. Boats without a length_m are skipped.",
        f"{_SIZES}; if one of the two is blank, leave the boat alone.",
        f"{_SIZES}. If any of the two is missing, ignore the boat.",
        f"{_SIZES}. Boats with no length_m or with no beam_m are not checked.",
        f"{_SIZES}. Skip boats for which the length_m is not known.",
        f"{_SIZES}; where the length_m is empty there is nothing to check.",
    ]),
    ("both-are-wrong", "b2 b3 b4 b5 b6", [
        f"{_SIZES}; an empty figure is just as wrong.",
        f"{_SIZES}, blank is wrong too",
    ]),
    ("not-done-yet", "b2", [
        f"{_DATES}. Boats not retired yet are fine.",
        f"{_DATES}. Boats not launched yet are left out.",
        f"{_DATES}; if either is blank, nothing is flagged.",
    ]),
    ("one-of-two-is-wrong", "b2 b3", [
        f"{_DATES}. An empty launched is wrong, an empty retired is not.",
        f"{_DATES}. An empty retired is fine, an empty launched is not.",
    ]),
    ("by-another-column", "b4", [
        f"{_RADIO}. Boats without a berth are left out.",
        f"{_RADIO}; a boat with no berth is another matter.",
        f"{_RADIO}. Leave boats without a berth alone.",
        f"Boats lacking a berth are exempt: {_RADIO}.",
    ]),
    ("marks", "b4", [
        "depth_read must lie between 0 and 30; -999 stands for missing and is to be ignored.",
        "depth_read must lie between 0 and 30. Cells with -999 count as missing.",
        "depth_read must lie between 0 and 30 (-999 means not measured, skip those).",
        "depth_read must lie between 0 and 30. -999 means that the depth is not known yet.",
        "Leaving -999 aside, depth_read must lie between 0 and 30.",
    ]),
    ("marked-texts", "b4", [
        "fuel must be diesel or petrol; a question mark means that nobody asked.",
        "fuel must be diesel or petrol; '?' is to be treated like an empty cell.",
        "fuel must be diesel or petrol. Entries with ? are the same as empty ones.",
    ]),
    ("marked-twice", "", [
        "fuel must be diesel or petrol; ? and n/a are to be read as blank.",
        "fuel must be diesel or petrol; both '?' and 'n/a' mean missing.",
    ]),
    ("filled-anyway", "b2 b6", [
        "radio must be filled; n/a is the same as empty.",
    ]),
]  # fmt: skip

MEASURED = [
    ("values", "1", [
        "The mean of beam_m, blanks left out, has to lie between 5 and 6.",
        "The mean of beam_m (empty ones left out) must be above 5.",
    ]),
    ("shares", "1", [
        "At least 60% of the boats must have a radio of 5 characters, blanks not counted.",
    ]),
    ("distinct", "0", [
        "Leaving the ? and n/a aside, there must be exactly 2 different fuels.",
    ]),
    ("rows", "1", [
        "There must be at least 5 boats, boats without a radio left out.",
    ]),
]  # fmt: skip

DECLINED = [
    f"{_RADIO}; blanks are fine except for diesel boats.",
    f"{_RADIO}; blanks are fine only in 2023.",
    f"{_RADIO}, not only blanks are wrong.",
    f"{_RADIO}; only blanks are fine.",
    f"{_RADIO}. Not every blank is fine.",
    f"{_RADIO}. Not all blanks are wrong.",
    f"{_RADIO}. Some blanks are fine.",
    f"{_RADIO}. No empty one is fine.",
    f"{_RADIO}. Blanks are hardly fine.",
    f"{_RADIO}. An empty one is not left out.",
    f"{_RADIO}. Boats without a valid radio are skipped.",
    f"{_RADIO}. Boats without a radio before 2020 are skipped.",
    f"{_RADIO}. Blanks are fine as long as fuel is diesel.",
    f"{_RADIO}. An empty radio is fine if the berth is empty, too.",
    f"{_RADIO}. A boat without a skipper is fine.",
    f"{_RADIO}. A boat without an anchor is wrong too.",
    f"{_RADIO}; if any of the three is blank, nothing is flagged.",
    f"{_RADIO}. Blank means zero and is fine.",
    f"{_RADIO}. An empty one is fine, all others must be A1.",
    f"{_SIZES}. Boats without a length_m or a beam_m are skipped.",
    f"{_SIZES}. If one of the two is blank, that is wrong.",
    "radio must be filled. An empty one is fine.",
    "radio must be filled. Boats without a radio are skipped.",
    "radio or berth must be filled; an empty berth is fine.",
    "radio must be unique within berth. A blank is wrong.",
    "There must be at least 3 boats, blanks left out.",
    "length_m must go up by 1 from row to row; gaps are fine.",
    "fuel must be diesel or petrol; '?' means missing and is wrong.",
    "fuel must be diesel or petrol, diesel left aside.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("boats")
    return Tables(folder, {"boats": BOATS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_empty_cells_count_as_told(tables: Tables, sentence: str, flagged: str) -> None:
    answer = tables.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "failing"), each(MEASURED))
def test_measures_leave_out_what_is_told(tables: Tables, sentence: str, failing: str) -> None:
    answer = tables.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_is_not_certain_is_declined(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence)

    assert answer.code in ("not-understood", "ambiguous", "too-long"), answer.plan
