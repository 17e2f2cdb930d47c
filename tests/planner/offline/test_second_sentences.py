"""What a second sentence says of the first: whom to flag, what is wrong, what holds as well."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

CROSSINGS = (
    ("crossing", "vessel", "state_of", "fare", "seats", "sold", "left_on", "docked_on", "pilot",
     "swell", "mate", "tide"),
    ("a", "Tern", "sailed", 10, 50, 40, "2024-03-01", "2024-03-02", "kim", -1, "kim", "low"),
    ("b", "Tern", "cancelled", 0, 50, 60, "2024-03-02", "2024-03-01", None, 0, "amy", "high"),
    ("c", "Gull", "sailed", 25, 80, 80, "2024-03-03", None, "lee", 2, "lee", "Low"),
    ("d", "Gull", "delayed", -5, 80, None, "2024-03-04", "2024-03-09", None, -999, None, "ebb"),
    ("e", "Auk", "sailed", None, 30, 5, "2024-03-05", "2024-03-05", "kim", 1, "lee", "low"),
)  # fmt: skip

TAILS = [
    "Flag crossings where that is not so.",
    "Flag all crossings that break this.",
    "Flag those that do not comply.",
    "Report any crossings that fail this test.",
    "This holds for all crossings.",
    "There are no exceptions to this.",
    "Rows that break this rule should be reported.",
    "Flag crossings breaking this.",
    "Flag each of the crossings where it is otherwise.",
    "Tell me which crossings break this rule.",
    "Which crossings do not?",
    "Are there any that do not?",
    "Is that always so?",
    "Report the ones that are wrong.",
    "We want to see all crossings where this is violated.",
    "It is an error otherwise.",
    "That is a hard rule.",
    "Deviations should be listed.",
    "Show me where this goes wrong.",
    "All offending crossings must be listed.",
    "I want a list of the violations.",
    "Let me know about violations.",
    "List the crossings for whom this is not true.",
    "Give me all crossings where it is not.",
    "If that is not so, report the crossings.",
    "Show the crossings concerned.",
    "Violating crossings must be flagged.",
    "Values not above 0 must be flagged.",
    "Anything that is not positive must be reported.",
    "Anything lower is an error.",
    "Zero is wrong too.",
    "Negative values are errors.",
]

OPENINGS = [
    "It goes without saying that fare must be positive.",
    "Of course, fare must be positive.",
    "According to our policy, fare must be positive.",
    "At all times fare must be positive.",
    "Fare must be positive, else flag",
    "Fare must be positive, or else flag it.",
]

READ = [
    ("above", "c", [
        "swell must be at most 1. Anything higher is an error.",
        "swell must be at most 1. Flag higher values.",
        "swell may be at most 1. More than that is wrong.",
        "swell must be at most 1. Values above 1 must be flagged.",
    ]),
    ("outside", "c d", [
        "swell must be between -1 and 1. Values outside this range are errors.",
        "swell must be between -1 and 1. Anything outside must be flagged.",
        "swell must be between -1 and 1. Flag values outside that range.",
    ]),
    ("another", "b c d", [
        "tide must be low. Any other tide is an error.",
        "tide must be low. Other tides are not allowed.",
        "tide is always low. Report crossings with another tide.",
    ]),
    ("without", "b d", [
        "pilot must be filled. Crossings without it should be flagged.",
        "pilot must be filled. List crossings that have none.",
        "Does every crossing name a pilot? Report the ones without.",
    ]),
    ("unlike", "b d e", ["pilot must equal mate, an empty pilot is wrong too. Flag them."]),
    ("differing", "e", [
        "pilot must agree with mate. Report crossings where they differ.",
        "pilot must equal mate. Flag the crossings in which they are different.",
    ]),
    ("repeated", "a b c d", [
        "vessel must be unique. Any repeated value is an error.",
        "vessel must be unique. List all duplicates.",
        "vessel has no repeated values.",
        "vessel contains no duplicate values",
        "No crossing has the same vessel as another one.",
    ]),
    ("two-duties", "d e", [
        "Every crossing must have a fare. Fares below zero are nonsense.",
        "fare must be filled. Negative fares are errors.",
        "fare must be at least 0, and an empty fare is wrong too.",
    ]),
    ("so-is", "d e", [
        "fare must be filled, and so must sold.",
        "fare must be filled. The same goes for sold.",
        "fare must be filled; sold too.",
        "fare and sold both have to be filled.",
    ]),
    ("in-contrast", "b c", [
        "Sailed crossings need a docked_on. Cancelled ones must not have one.",
        "Sailed crossings need a docked_on; cancelled ones must have none.",
        "A crossing that is sailed needs a docked_on, and one that is cancelled must not have one.",
    ]),
    ("elsewhere-optional", "d", [
        "pilot must be filled. For cancelled crossings it is optional.",
        "pilot must be filled. For cancelled crossings it may be empty.",
        "pilot must be filled, cancelled crossings excluded.",
        "pilot must be given unless the crossing is cancelled.",
        "pilot must be given if the crossing is delayed.",
        "state_of delayed: pilot must be filled",
    ]),
    ("others-optional", "c", [
        "Sailed crossings need a docked_on. Cancelled crossings may lack one.",
        "Sailed crossings need a docked_on. For cancelled crossings it is optional.",
    ]),
    ("any-that-do", "b", ["A cancelled crossing cannot have a docked_on. Flag any that do."]),
]  # fmt: skip

DECLINED = [
    # the second sentence does not agree with the first
    "swell must be at most 1. Anything lower is an error.",
    "swell must be at most 1. Flag values below 1.",
    "swell must be between -1 and 1. Anything higher is an error.",
    "tide must be low. Other swell values are errors.",
    "docked_on must not be before left_on. Flag crossings where they differ.",
    "vessel must be filled. Any repeated value is an error.",
    # a rule about some rows is none about all
    "Cancelled crossings must have a pilot. This applies to all crossings.",
    # what is asked for is narrower than the rule
    "swell must be at most 1. Report crossings that break this in March.",
    # nobody is spoken of before
    "Values above 3 must be flagged.",
    "Zero is suspicious too.",
    # optional is what must be there, not what is bounded
    "fare must be above 5. For cancelled crossings it is optional.",
    # mostly, as a rule
    "As a rule, fare must be positive.",
    "Normally fare must be positive.",
]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("ferry") / "ferry", {"crossings": CROSSINGS})


@pytest.mark.parametrize("tail", TAILS)
def test_who_is_asked_for_adds_nothing(ferry: Tables, tail: str) -> None:
    answer = ferry.answer(f"Fare must be positive. {tail}")

    assert (answer.reason, answer.flagged) == ("", "b d")


@pytest.mark.parametrize("sentence", OPENINGS)
def test_what_opens_or_closes_a_rule_adds_nothing(ferry: Tables, sentence: str) -> None:
    answer = ferry.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", "b d")


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_a_second_sentence_is_read_with_the_first(
    ferry: Tables, sentence: str, flagged: str
) -> None:
    answer = ferry.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize("sentence", DECLINED)
def test_a_second_sentence_that_does_not_agree_is_declined(ferry: Tables, sentence: str) -> None:
    assert ferry.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")


def test_rows_that_the_rule_leaves_out_anyway_are_not_left_out_again(ferry: Tables) -> None:
    plain = ferry.plan("Sailed crossings need a docked_on.")
    told = ferry.plan("Sailed crossings need a docked_on. Cancelled crossings may lack one.")

    assert told.rule == plain.rule
