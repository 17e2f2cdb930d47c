"""What is claimed of measures, groups, shares and fixed values, in every frame: over a marina."""

from __future__ import annotations

import pytest

from tests.planner.offline.marina_tables import BOATS
from tests.planner.offline.spoken import Group, Tables, each


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Boats on disk."""
    return Tables(tmp_path_factory.mktemp("boats"), {"boats": BOATS})


FAILING: list[Group] = [
    ("the average fee is 133.3: not above 150", "1", [
        "Alert us when the average fee falls below 150.",
        "Let me know if the mean fee drops under 150.",
        "Taken over all boats, the fee averages 150 or more.",
        "If the average fee sinks below 150, raise an alarm.",
        "Does the average fee stay at or above 150?",
        "Does the average fee fall below 150? That would be wrong.",
        "On average a boat pays at least 150 fee.",
    ]),
    ("the average fee is 133.3: below 150", "0", [
        "Alert us when the average fee rises above 150.",
        "Does the average fee stay at or below 150?",
        "The fee averages 150 or less.",
        "Boats pay 150 fee on average at most.",
    ]),
    ("the fees are 800 in all", "1", [
        "All fees together come to more than 800.",
        "The fees of all boats may total at most 799.",
        "Complain when the fees add up to 800 or less.",
        "The grand total of the fees is above 800.",
        "The fee is above 800 when added up.",
    ]),
    ("the fee in the table", "1", [
        "Is the largest fee in the table at most 250?",
        "The top fee is never over 250.",
        "Check that the highest fee stays at or below 250.",
    ]),
    ("pier South has an average of 66.7", "1", [
        "Tell me which piers have an average fee below 100.",
        "No pier has an average fee under 100.",
        "Which piers charge less than 100 as an average fee?",
        "Average fee per pier: 100 at least",
        "In no pier may the average fee fall below 100.",
        "Warn us if the average fee of any pier falls below 100.",
        "Are there piers with less than 100 fee on average?",
        "Flag piers whose fees come to less than 300.",
        "Per pier, the fees together come to at least 300.",
        "Every pier brings in a total fee of 300 or more.",
        "Does the total fee of every pier stay at 300 or above?",
        "Added up per pier, the fee must reach 300.",
    ]),
    ("three boats at each pier", "2", [
        "Every pier has four boats or more.",
        "A pier never holds more than 2 boats.",
        "Name every pier with over two boats in it.",
        "Alert us when a pier has fewer than 4 boats.",
        "2 boats per pier is the limit.",
        "More than 2 boats at one pier is too many.",
        "At most two boats come from every pier.",
        "Let me know when a pier doesn't have at least 4 boats.",
        "Every pier is used by four boats or more.",
        "A pier has 1 to 2 boats.",
    ]),
    ("three boats at each pier is fine", "0", [
        "Are there at least 3 boats in each pier?",
        "There are three boats or more for every pier.",
        "A pier has 1 to 3 boats.",
        "No pier has more than three boats.",
    ]),
    ("three berths at North, two at South", "1", [
        "A pier uses two different berths at the most.",
        "No pier is spread over more than two berths.",
        "Flag piers used in more than 2 different berths.",
    ]),
    ("four boats of six are moored", "1", [
        "Three in four boats or more are moored.",
        "share of moored boats >= 70%",
        "Raise an alarm if fewer than 70 percent of the boats are moored.",
        "Does the share of moored boats stay at or below 60 percent?",
        "Moored boats make up 70% or more of all boats.",
        "Warn us if under 70 percent of boats have moored as the state.",
        "state moored: at least 70% of boats",
        "moored boats <= 60% of all boats",
        "One boat in two at most is moored.",
        "Of all boats, at most 60% are moored.",
        "19 of every 20 boats or more are moored.",
        "Moored boats must not exceed 60% of all boats.",
        "Three fifths of the boats at most are moored.",
    ]),
    ("four boats of six", "0", [
        "Three in five boats or more are moored.",
        "share of moored boats <= 70%",
        "The share of moored boats never falls below 60%.",
        "Do fewer than half of the boats have the state moored? That would be wrong.",
        "The hull code is filled in for 80% of boats or more.",
        "A hull code is missing for a fifth of the boats at most.",
    ]),
    ("all are moored nowhere", "2", [
        "In no pier are more than 50% of boats moored.",
        "Per pier, moored boats are limited to 50 percent.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "failing"), each(FAILING))
def test_measures_fail(boats: Tables, sentence: str, failing: str) -> None:
    """So many groups fail, or the one measure."""
    answer = boats.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)


FIXED: list[Group] = [
    ("North has two wardens", "b1 b2 b3", [
        "A pier always goes with one and the same warden.",
        "Boats on one pier share one warden.",
        "Does every pier hold a single warden only?",
        "No pier may mix wardens.",
        "Show boats of any pier that is entered under more than one warden.",
        "Flag boats whose pier comes with several different wardens.",
        "Does the warden stay the same for every pier?",
        "Within a pier the warden never varies.",
        "The warden of a pier is always the same.",
        "One warden per pier, no more.",
        "Do boats with the same pier always have the same warden?",
        "Show piers that have boats with different wardens.",
        "Everyone in a pier is under one warden.",
        "Is the warden identical for all boats of a pier?",
        "Boats at the same pier share a warden.",
        "Flag piers used under two or more wardens.",
    ]),
    ("each warden has one pier", "", [
        "Each warden comes from a single pier.",
        "Boats under the same warden are all at one pier.",
        "A warden never mixes piers.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "flagged"), each(FIXED))
def test_fixed_values(boats: Tables, sentence: str, flagged: str) -> None:
    """All rows of a key with several values are flagged."""
    answer = boats.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


DECLINED: list[Group] = [
    ("which answer is wanted", "not-understood", [
        "Does the average fee exceed 150?",
        "Is the average fee above 150?",
    ]),
    ("of some or of all", "not-understood", [
        "Alert us when every pier has fewer than 4 boats.",
        "Alert us unless at least 90% of the boats are moored.",
        "A fifth of the boats have no hull code.",
        "Most boats are moored.",
        "Nearly all boats at a pier have one warden.",
        "Boats with the same pier must have different wardens.",
        "A pier has two wardens.",
        "Boats at the same pier don't share a warden.",
        "Each warden loses at most one boat.",
        "A pier has at least one boat per rig.",
    ]),
    ("how, not by which group", "not-understood", [
        "At least 80% of the boats are moored by warden.",
        "At least 80% of the boats must be moored by warden.",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code"), each(DECLINED))
def test_declined(boats: Tables, sentence: str, code: str) -> None:
    """What is not plain is not guessed."""
    answer = boats.answer(sentence)

    assert (answer.flagged, answer.code) == ("", code)
