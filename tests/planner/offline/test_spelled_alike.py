"""Values that must be spelled alike wherever they are the same but for case or outer blanks."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "boxes": (
        ("box_id", "sender", "depot", "grade", "weight", "seal"),
        ("B1", "Lund", "Kiel", "a", 3, "red"),
        ("B2", "lund", "Kiel", "b", 4, "red"),
        ("B3", "Moe", "Kiel", "a", 5, "blue"),
        ("B4", "LUND", "Bonn", "b", 6, "blue"),
        ("B5", "Moe ", "Bonn", "a", 7, ""),
        ("B6", "", "Bonn", "a", 8, "green"),
    ),
}

FLAGGED = {
    "boxes": [
        ("case", "B1 B2 B4", [
            "A sender must be spelled with the same capital and small letters everywhere.",
            "Senders must always be written with the same capitals.",
            "No two senders may differ only in case.",
            "Sender names must not differ only in upper and lower case.",
            "The same sender must not be written with different capitals.",
            "Each sender must always use the same capitalisation.",
            "Flag senders that appear in more than one capitalisation.",
            "Flag all rows of senders written in several ways, such as lund and Lund.",
            "Flag boxes whose sender is also written with other capital letters.",
            "Show me boxes of a sender that occurs in several spellings differing only in case.",
            "Are there senders that differ only in case?",
            "Does any sender occur in more than one capitalisation?",
            "A sender must be written with the same capitals everywhere. Flag all boxes of senders "
            "written in several ways, such as Lund and LUND.",
            "Senders must be spelled consistently: no sender may occur in two spellings that "
            "differ only in case.",
        ]),
        ("of-some", "B1 B2", [
            "In Kiel, each sender must be written with the same capitals everywhere.",
        ]),
        ("blanks", "B3 B5", [
            "No two senders may differ only in leading or trailing spaces.",
        ]),
        ("both", "B1 B2 B3 B4 B5", [
            "No two senders may differ only in case or surrounding spaces.",
        ]),
        ("same-way", "B1 B2 B3 B4", [
            "A seal is always coded the same way: flag all rows of seals with more than one grade.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("boxes", "All senders must be written in the same case."),
    ("boxes", "Senders must use the same capitalisation."),
    ("boxes", "The senders must be capitalised consistently."),
    ("boxes", "Flag all rows of senders written in several ways."),
    ("boxes", "Flag all rows of senders written in several ways, such as Lund and Moe."),
    ("boxes", "A sender may be written in several capitalisations."),
    ("boxes", "The weight must be written with the same capitals everywhere."),
    ("boxes", "The sender must differ from the depot only in case."),
    ("boxes", "A depot is always coded the same way: each sender has one grade."),
    ("boxes", "The sender must be written with the same capitals as the depot."),
]

checked, test_values_are_spelled_alike, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
