"""Rules over several tables: over a table in between, per owner, beside the row, and by its kin."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "loans": (
        ("loan_id", "member_id", "stock_id", "fee", "loan_date", "state", "note"),
        (101, 1, 1, 5, "2026-03-01", "open", "new"),
        (102, 1, 2, 2, "2026-03-05", "held", None),
        (103, 2, 3, 9, "2026-03-07", "held", "late"),
        (104, 3, 4, 9, "2026-03-02", "open", None),
    ),
    "stock": (
        ("stock_id", "tool_id", "shelf"),
        (1, 2, "A"), (2, 2, "B"), (3, 1, "C"), (4, 4, "D"),
    ),
    "tools": (
        ("tool_id", "tool_name", "daily_fee", "least_level", "made_in"),
        (1, "saw", 8, 1, "Spain"), (2, "drill", 3, 2, "Italy"),
        (3, "rake", 1, 1, "Italy"), (4, "lathe", 9, 4, "Spain"),
    ),
    "members": (
        ("member_id", "member_name", "level", "fee_limit", "town", "helper_id"),
        (1, "Ada", 1, 6, "Bonn", None), (2, "Ben", 2, 20, "Bonn", 1), (3, "Cyd", 3, 9, "Kiel", 2),
    ),
    "visits": (
        ("visit_id", "member_id", "visit_day"),
        (51, 1, "2026-03-03"), (52, 1, "2026-03-09"), (53, 2, "2026-03-04"), (54, 3, "2026-03-02"),
    ),
    "teams": (
        ("team_id", "team_name", "manager_id"),
        (10, "North", 1), (20, "South", 2), (30, "West", None),
    ),
    "workers": (
        ("worker_id", "worker_name", "team_id", "manager_id", "grade"),
        (1, "Eve", 10, None, "G1"), (2, "Fay", 10, 1, "G2"), (3, "Gil", 20, 2, "G2"),
        (4, "Hal", 20, 2, "G3"), (5, "Ida", 30, 1, "G3"),
    ),
}  # fmt: skip

FLAGGED = {
    "loans stock tools": [
        ("in-between", "102", [
            "fee must be at least the daily_fee of the tool.",
            "The fee of a loan must be at least the daily_fee of the tool.",
            "No loan may have a fee below the daily_fee of the tool that was lent.",
        ]),
        ("such-tools", "103 104", [
            "Flag loans of tools made_in Spain.",
            "No loan may be of a tool with made_in Spain.",
        ]),
    ],
    "loans members": [
        ("per-owner", "1", [
            "The total fee of a member must not exceed its fee_limit.",
            "A member's total fee must be at most the fee_limit.",
            "For every member the total fee must be at most the fee_limit.",
            "Flag members whose total fee exceeds their fee_limit.",
            "We cannot lend what we lack: the total fee of a member must not exceed its fee_limit.",
        ]),
        ("average", "2 3", [
            "The average fee of a member must be below 9.",
            "Flag members with an average fee of at least 9.",
            "No member may have an average fee of at least 9.",
        ]),
        ("such-owners", "101 102 103", ["Flag loans of members in Bonn."]),
        ("their-limit", "104", [
            "Flag loans of members whose fee_limit is at most the fee and whose town is Kiel.",
        ]),
        ("is-for", "104", [
            "fee must be below the fee_limit of the member it is for.",
            "fee must be below the fee_limit of the member it belongs to.",
        ]),
    ],
    "loans visits": [
        ("first", "101", [
            "No loan may be dated before the first visit of the same member.",
            "loan_date must not be before the earliest visit_day of the same member.",
            "Flag loans dated before the first visit of the member.",
        ]),
        ("last", "103", ["loan_date must not be after the last visit of the same member."]),
    ],
    "loans": [
        ("written", "102", [
            "Loans with state held need a reason in note.",
            "Loans with state held need an explanation in note. NULL is no explanation.",
            "Flag loans with state held without a remark in note.",
            "Loans with state held must be explained in note.",
        ]),
        ("listed", "103 104", [
            "Are there loans with a fee above 8? They have to be listed.",
            "Are there loans with a fee above 8? Such loans need to be reported.",
            "Is there any loan with a fee above 8? I want to see them.",
        ]),
    ],
    "members": [
        ("itself", "", [
            "A helper_id must itself be a member_id of the list; a member may have no helper_id.",
            "helper_id must be a member_id of the member list. Some members have no helper_id.",
        ]),
        ("mixed", "1 2", [
            "Flag all members of a town in which not everybody has the same level.",
            "Flag members of towns where the level differs.",
            "List members in towns where not all members have the same level.",
        ]),
    ],
    "teams workers": [
        ("in-that", "20", [
            "The manager of a team must work in that team.",
            "Every team's manager must work in that team. Teams without a manager_id are left out.",
            "Flag teams whose manager works in another team.",
            "Flag teams whose manager does not work in that team.",
        ]),
        ("by-its-key", "", ["Every manager_id of teams must exist in workers."]),
    ],
    "workers": [
        ("elsewhere", "3 4 5", [
            "Flag workers whose manager works in another team_id.",
            "Flag workers whose manager is in a different team_id.",
            "The manager of a worker must work in the same team_id.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("members loans", "The average level of a member must be at least 2."),
    ("teams workers", "The manager of a team must be one of its workers."),
    ("loans", "Is every fee above 8? They have to be listed."),
    ("loans", "Every loan must have a note. They must be listed."),
    ("loans", "Only loans with state held need a reason in note."),
    ("loans visits", "fee must be at least the first visit of the same member."),
    ("members", "Flag members of a town in which everybody has the same level."),
    ("members", "Flag members of towns where not all members have a level."),
    ("members", "helper_id must be filled; a member may have no helper_id."),
    ("loans members", "The total fee lent to a member must be at most 9, or so."),
]

checked, test_rows_of_other_tables_are_compared, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
