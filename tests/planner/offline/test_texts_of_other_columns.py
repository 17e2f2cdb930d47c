"""Texts that other columns make or that hold one of them, and lists in a cell without repeats."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "berths": (
        ("berth", "harbour", "pier", "label", "sheet", "crews", "note"),
        ("b1", "KIE", 4, "KIE-4", "KIE/plan.pdf", "red,blue", "plan.pdf"),
        ("b2", "ROS", 5, "ROS-6", "KIE/map.pdf", "red, red", "map.pdf"),
        ("b3", "ROS", 12, "ROS_12", "ROS/x.pdf", "blue,reds,red", "old.pdf"),
        ("b4", None, 1, "FLE-1", "FLE/x.pdf", None, "x.pdf"),
    ),
    "skippers": (
        ("skipper", "alias", "motto"),
        ("s1", "Finn", "finn sails"),
        ("s2", "Ole", "Hold fast"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "berths": [
        ("joined", "b2 b3", [
            "label is harbour, a dash and pier.",
            "The label must be the harbour and the pier joined by a dash.",
            "label must equal harbour + '-' + pier",
            "Flag berths whose label is not the harbour, a dash and the pier.",
        ]),
        ("starts", "b2", ["Every sheet starts with the harbour."]),
        ("starts-more", "b2", ["sheet must start with the harbour and a slash."]),
        ("ends", "b3", ["Flag berths whose sheet does not end with the note."]),
        ("holds", "b3", ["sheet must contain the note.", "The note must be part of the sheet."]),
        ("never", "b1 b2 b4", ["sheet must not contain the note."]),
        ("once", "b2", [
            "crews holds a comma-separated list without repeats.",
            "No crew may occur twice in crews (separated by commas).",
            "The comma-separated crews must not contain duplicates.",
            "Flag berths whose crews list the same crew twice (crews are separated by commas).",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("berths", "label must contain the berth."),  # never there: it may mean that it is filled
    ("berths", "pier must start with the harbour."),
    ("berths", "crews must be a list without repeats."),
    ("skippers", "motto must not contain the alias."),  # does case count?
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
