"""Several duties under one head, several columns as one subject, questions that are denied."""

from __future__ import annotations

import pytest

from backend.planner.offline.denied import denies
from backend.planner.offline.tokens import tokenize
from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "berths": (
        ("berth", "length", "depth", "fee", "kind", "let_on", "state", "mail", "phone"),
        ("B1", 12, 3, 80, "steg", "2024-05-01", "Let", "a@x.org", None),
        ("B2", 0, 3, 95, "box", None, "Let", None, None),
        ("B3", 9, -1, 120, "box", None, "Free", "c@x.org", "555"),
        ("B4", 14, 9, 0, "steg", "2024-06-02", "Free", None, "556"),
    ),
}

FLAGGED = {
    "berths": [
        ("gaps", "B2 B3 B4", [
            "length must be above 0, depth at least 0 and fee above 10.",
            "length should be positive, depth not negative, and fee at least 10.",
            "The length must be above 0; the depth at least 0; the fee above 10.",
        ]),
        ("two-gaps", "B2 B3", ["length must be above 0, depth at least 0."]),
        ("all-of-a-case", "B2", [
            "If a berth is let, let_on must be filled and length must be above 0.",
            "If the state is Let, then let_on must be filled, length must be above 0 and fee must "
            "be above 10.",
            "For let berths: let_on must be filled, length must be above 0 and depth must be above "
            "0.",
            "When a berth is let, let_on must be filled and length above 0.",
        ]),
        ("or-both", "B2", [
            "mail or phone (or both) must be filled.",
            "Either mail or phone, or both, must be filled.",
            "mail or phone or both of them must be filled.",
        ]),
        ("like", "B2 B3", [
            "length, like depth, must be at least 1.",
            "length must be at least 1, as must depth.",
            "length, as well as depth, must not be below 1.",
        ]),
        ("both-of-them", "B2 B3", [
            "depth must not exceed length, and both must be positive.",
            "depth must not exceed length. Both of them must be positive.",
        ]),
        ("denied", "B3", [
            "Is there any berth with a depth below 0? None of this may happen.",
            "Does any berth have a depth below 0? There must not be.",
            "Is depth ever below 0? We don't want that.",
            "Which berths have a depth below 0? There should be no such berth.",
            "Is the depth of a berth below 0? That should be impossible.",
        ]),
        ("why", "B2", [
            "Idle berths annoy the town, so every berth must have a length above 0.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    # Of the one or of the other as well?
    ("berths", "let_on must be filled and length must be above 0 if state is Let."),
    # A condition that is the rule.
    ("berths", "If let, let_on must be filled."),
    ("berths", "If mail, mail must be filled."),
    ("berths", "length must be above 0 and both must be filled."),
    ("berths", "Is every depth above 0? It must not be."),
    # Every berth, or the idle ones?
    ("berths", "Idle berths annoy the town, so length must be above 0."),
]  # fmt: skip

checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)


@pytest.mark.parametrize("sentence", [
    "There must not be.", "None of them may be.", "It must never happen!", "That is not allowed.",
    "This would be an error.", "We can't have that.", "No one should.", "That should be avoided.",
    "Of course not.",
])  # fmt: skip
def test_it_only_denies(sentence: str) -> None:
    assert denies(tokenize(sentence))


@pytest.mark.parametrize("sentence", [
    "There must be one.", "This is not wrong.", "It must not be empty.", "None of them matter.",
    "That is fine.", "They must.", "It is not an error.", "There must not be gaps.", "",
])  # fmt: skip
def test_it_says_something_else(sentence: str) -> None:
    assert not denies(tokenize(sentence))
