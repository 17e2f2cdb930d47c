"""How many copies a group holds, what a pair does but once, and numbers that count up."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "stock_items": (
        ("item_id", "depot_id", "tool_id", "shelf"),
        (1, 7, 20, "A"),
        (2, 7, 20, "A"),
        (3, 7, 20, "B"),
        (4, 8, 20, "A"),
        (5, 8, 21, "A"),
    ),
    "ratings": (
        ("rating_id", "member_id", "hike_id", "stars"),
        (1, 1, 5, 3),
        (2, 1, 6, 4),
        (3, 1, 5, 4),
        (4, 2, 5, 1),
    ),
    "tasks": (
        ("task_id", "plan_id", "step_no", "label"),
        (1, 40, 1, "dig"),
        (2, 40, 2, "fill"),
        (3, 41, 1, "dig"),
        (4, 41, 3, "fill"),
        (5, 42, 2, "dig"),
    ),
    "hires": (
        ("hire_id", "bike_id", "rider_id", "hired_from", "hired_to"),
        (1, 3, 1, "2024-03-01", "2024-03-05"),
        (2, 3, 2, "2024-03-04", "2024-03-06"),
        (3, 4, 1, "2024-03-04", "2024-03-06"),
    ),
    "beds": (
        ("bed_id", "plot_id", "label"),
        (1, 1, "rose"),
        (2, 1, "rose"),
        (3, 2, "rose"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "stock_items": [
        ("rows", "1 2 3", ["A depot may hold at most two copies of the same tool; "
        "flag all copies if there are more."]),
        ("denied", "1", ["No depot may have more than 2 copies of a tool."]),
        ("there", "1", ["There may be at most 2 copies of a tool per depot."]),
        ("where", "1 2", ["A tool may be listed only once per depot and shelf. "
        "Flag all copies where depot_id, tool_id and shelf repeat."]),
    ],
    "ratings": [
        ("once", "1 3", [
            "A member may rate a hike only once.",
            "No member may rate the same hike twice.",
            "A member can only rate a hike once.",
            "The same hike must not appear twice for one member.",
        ]),
    ],
    "tasks": [
        ("counted", "3 4 5", [
            "step_no starts at 1 in every plan and has no gaps.",
            "Within a plan step_no runs 1, 2, 3 without gaps.",
            "step_no runs from 1 within each plan_id, no gaps, no repeats.",
            "step_no counts 1, 2, 3 ... within each plan.",
        ]),
    ],
    "hires": [
        ("at once", "1 2", [
            "A bike can be hired out to only one rider at a time.",
            "A bike cannot be on hire to two riders at the same time.",
        ]),
        ("announced", "2", [
            "A wheel cannot be hired out twice at the same time. "
            "Flag a hire that starts before the previous hire of the same bike_id has ended.",
        ]),
        ("later", "2", [
            "For one bike the periods from hired_from to hired_to must not overlap. "
            "Flag the later of two overlapping periods.",
        ]),
    ],
    "beds": [
        ("alike", "1 2", [
            "No two beds of one plot may have the same label.",
            "No plot may have two beds with the same label.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    (
        "stock_items",
        "A depot may hold at most two copies of the same tool; flag the cheapest copy.",
    ),
    ("stock_items", "A depot must hold at least two copies of the same tool if there are fewer."),
    ("ratings", "A member may rate a member only once."),
    ("tasks", "step_no runs 1, 2, 4 within each plan without gaps."),
    ("hires", "A bike has at most one hire at any price."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
