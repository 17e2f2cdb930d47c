"""Doubles, kinds, the most frequent value, order and counts, in the words of every day."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Rows, Tables, told_tests

TABLES: dict[str, Rows] = {
    "permits": (
        ("permit", "angler", "lake", "day", "weight", "guide", "fee"),
        ("p1", "Una", "Moss", "2024-05-01", 3, "Bo", 10),
        ("p2", "Una", "Moss", "2024-05-03", 5, "Bo", 12),
        ("p3", "Vik", "Fern", "2024-05-02", 5, "Cy", 10),
        ("p4", "Una", "Fern", "2024-05-04", 4, "Cy", 10),
        ("p4", "Wes", "Moss", "2024-05-05", 6, None, 10),
    ),
    "codes": (
        ("code", "town"),
        ("c1", "Ulm"),
        ("c1", "Ulm"),
        ("c2", "Ulm"),
    ),
}  # fmt: skip

FLAGGED = {
    "permits": [
        ("doubles", "p4 p4", [
            "Are there any duplicates in permit?",
            "Does permit contain duplicate values?",
            "Warn me if there are duplicates in permit.",
            "A permit may appear only once in the permits table.",
            "Every permit should be unique across permits.",
            "The same permit can't be used twice.",
            "Show me permits where the permit occurs more than once.",
        ]),
        ("pairs", "p1 p2", [
            "Are there any duplicate combinations of lake and angler?",
            "An angler/lake pair must not be repeated.",
            "Per angler, a lake may only appear once.",
            "The same angler can't be combined with the same lake twice.",
            "Show me permits where the pair of angler and lake occurs more than once.",
        ]),
        ("not-later", "p3", [
            "The permits must be sorted by day in ascending order.",
            "Permits should be listed in the order of their day, oldest first.",
            "Is day sorted from oldest to newest?",
            "The rows should be in chronological order by day.",
            "Each day has to be the same as or later than the one in the row above it.",
            "The day may stay the same or go up from row to row, but it must never go back.",
            "No permit may have a day that is earlier than the previous row's.",
            "The day column must be in non-decreasing order.",
        ]),
        ("not-heavier", "p2 p4", [
            "The permits must be sorted by weight, largest first.",
            "Each weight has to be lower than or equal to the one in the row above.",
            "The weight must be in descending order.",
        ]),
        ("often", "1", [
            "The same angler must not appear more than twice.",
            "Every angler may occur twice at most.",
            "There should never be three or more permits with the same angler.",
            "No more than 2 permits may have the same angler.",
        ]),
        ("one-value", "p1 p2 p4", [
            "Two permits with the same lake can't have different values in fee.",
            "If two permits have the same lake, their fee must also be the same.",
            "same lake -> same fee",
        ]),
    ],
    "codes": [("copies", "c1 c1", [
        "Are there any duplicates in the codes table?",
        "The codes table must not contain duplicates.",
    ])],
}  # fmt: skip

MEANT = [
    ("guide", "at most 2", [
        "guide may have at most two distinct values.",
        "The guide column should not contain more than 2 unique values.",
        "No more than two distinct guide values are allowed.",
        "At most 2 different values may be used for the guide.",
        "Are there more than 2 different guides? There shouldn't be.",
        "Count the different guides. There should be 2 at most.",
        "Warn me if there are more than two different values in guide.",
    ]),
    ("guide", "most frequent guide equals 'Bo'", [
        "most frequent guide = Bo",
        "The value that occurs most often in the guide column should be Bo.",
        "Of all the values in guide, Bo should be the most frequent.",
        "The most frequently occurring guide among the permits must be Bo.",
        "Warn me if the most common guide is anything other than Bo.",
    ]),
    ("rows", "number of permits rows is at least 5", [
        "permits: min. 5 rows",
        "Are there at least five rows in permits?",
        "Are there fewer than 5 permits? That shouldn't happen.",
    ]),
    ("heavy", "where weight equals 5 is at most 2", [
        "Two permits at most can have a weight of 5.",
        "Are there more than 2 permits with a weight of 5? That shouldn't happen.",
    ]),
    ("share", "guide is filled is at least 0.8", ["guide: min. 80% populated"]),
    ("max", "largest weight is at least 6", ["Max. weight: at least 6"]),
    ("mean", "mean of fee is at least 5 and", [
        "Taken over the whole table, the fee must average between 5 and 20.",
        "Is the average fee somewhere between 5 and 20?",
    ]),
]  # fmt: skip

DECLINED = [
    ("permits", "Show me permits where the permit occurs only once."),
    ("permits", "A permit may appear only once in the codes table."),
    ("permits", "Are there no duplicates in permit?"),
    ("permits", "Per angler, a lake must appear once."),
    ("permits", "guide may have at least four distinct values."),
    ("permits", "guide should not contain at most 2 different values."),
    ("permits", "Are there more than 3 different guides?"),
    ("permits", "Are there more than five rows in permits?"),
    ("permits", "The permits must be sorted by weight, oldest first."),
    ("permits", "The permits must be sorted by weight."),
    ("permits", "The permits must not be sorted by day, oldest first."),
    ("permits", "The day may stay the same or go up, but it must never go up."),
    ("permits", "The same angler must not appear at most twice."),
    ("permits", "There should be three or more permits with the same angler."),
    ("permits", "Two permits with the same lake must have different guides."),
    ("permits", "If two permits have the same lake, their guide must not be the same."),
    ("permits", "Of all the values in guide, Bo should not be the most frequent."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "meant"), [(each, meant) for _, meant, told in MEANT for each in told]
)
def test_what_is_said_of_all_rows_is_restated(
    checked: dict[str, Tables], sentence: str, meant: str
) -> None:
    answer = checked["permits"].answer(sentence, "permits")

    assert answer.plan is not None, answer.reason
    assert meant in answer.plan.restatement


checked, test_what_is_meant_is_flagged, test_what_says_otherwise_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
