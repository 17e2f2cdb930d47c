"""Rows that are told by those of another table, or by others of the same key, as owners put it."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kayaks": (
        ("kayak_id", "hut_id", "model", "spare_paddles", "wanted_paddles", "price"),
        ("K1", "H1", "Fjord", 4, 2, 30),
        ("K2", "H1", "Fjord", 1, 3, 30),
        ("K3", "H2", "Creek", 2, 2, 45),
        ("K4", "H3", "Surge", 0, 1, 60),
    ),
    "tours": (
        ("tour_id", "kayak_id", "member_id", "started_at", "ended_at", "price", "damage"),
        ("T1", "K1", "M1", "2025-05-01", "2025-05-03", 30, 0),
        ("T2", "K1", "M2", "2025-05-02", "2025-05-04", 30, 12),
        ("T3", "K2", "M1", "2025-05-06", "2025-05-08", 28, 15),
        ("T4", "K3", "M3", "2025-05-06", "2025-05-07", 45, 0),
        ("T5", "K9", "M3", "2025-05-09", "2025-05-12", 45, 4),
    ),
    "members": (
        ("member_id", "full_name", "email", "sponsor_id"),
        ("M1", "Ada", "ada@x.org", ""),
        ("M2", "Bo", "bo@x.org", "M1"),
        ("M3", "Cyd", "cyd@x.org", "M8"),
        ("M4", "Dan", "dan@x.org", "M1"),
    ),
    "barred_members": (
        ("email", "reason"),
        ("bo@x.org", "unpaid"),
        ("zed@x.org", "damage"),
    ),
    "kayaks_old": (
        ("kayak_id", "hut_id", "model", "price"),
        ("K1", "H1", "Fjord", 30),
        ("K2", "H1", "Fiord", 30),
        ("K3", "H2", "Creek", 40),
        ("K4", "H3", "Surge", 60),
    ),
    "crew": (
        ("crew_id", "nick", "manager_id", "hut_no"),
        ("C1", "Eve", "", "H1"),
        ("C2", "Fay", "C1", "H1"),
        ("C3", "Gus", "C1", "H2"),
    ),
}

FLAGGED = {
    "members": [
        ("of-somebody", "M3", [
            "Every sponsor_id must be the member_id of somebody.",
            "Is each sponsor_id the member_id of someone?",
            "A sponsor_id must be somebody's member_id.",
            "sponsor_id has to be the member_id of some member.",
            "Flag members whose sponsor_id is not the member_id of anybody.",
            "Show members whose sponsor_id is nobody's member_id.",
        ]),
    ],
    "tours kayaks": [
        ("of-a-kayak", "T5", [
            "kayak_id in tours must be the kayak_id of a kayak.",
            "Flag tours whose kayak_id is not the kayak_id of any kayak.",
        ]),
        ("charged", "T3", [
            "A tour must charge exactly the price that the kayaks table has for its kayak.",
            "Each tour must charge the price of its kayak.",
            "Flag tours that charge another price than their kayak has.",
        ]),
    ],
    "members barred_members": [
        ("on-a-list", "M2", [
            "No member may have an e-mail address that is on the list of barred members.",
            "Flag members whose email is on the list of barred members.",
            "A member's email must not be on the barred_members list.",
        ]),
    ],
    "members tours": [
        ("in-a-column", "M1", [
            "Flag members whose tours come to more than 14 in damage altogether.",
            "No member may have tours that come to more than 14 in damage in total.",
            "The tours of a member must not come to more than 14 in damage overall.",
            "Show members who have more than 14 in damage over all their tours.",
        ]),
    ],
    "tours": [
        ("in-turn", "T2", [
            "A kayak_id cannot be out twice at once. Flag a tour that starts before the previous "
            "tour of the same kayak_id has ended.",
            "A tour must not start before the previous tour of the same kayak_id is over.",
            "Flag tours that start while another tour of the same kayak_id is still running.",
            "Each tour may only start once the previous tour of the same kayak_id has ended.",
        ]),
        ("at-once", "T1 T2", [
            "No kayak_id may be on two tours at the same time.",
            "A kayak_id can have only one tour at a time.",
        ]),
        ("back", "T5", [
            "A tour must be back within 2 days of started_at.",
            "A tour must be back within 2 days after started_at. Tours that have no ended_at yet "
            "are fine.",
        ]),
    ],
    "kayaks kayaks_old": [
        ("by-key", "K2", [
            "Compare kayaks with kayaks_old by kayak_id and flag kayaks whose model is not "
            "written exactly as in kayaks_old.",
            "Compare kayaks and kayaks_old by kayak_id. Flag kayaks whose model is different.",
            "Match kayaks with kayaks_old by kayak_id and list kayaks with another model.",
        ]),
        ("dearer", "K3", [
            "Compare kayaks with kayaks_old by kayak_id and flag kayaks whose price is higher.",
        ]),
        ("same-there", "K3", [
            "Flag rows of kayaks that do not occur with the same kayak_id and price in kayaks_old.",
            "Every row of kayaks must occur in kayaks_old with the same kayak_id and price.",
            "Flag kayaks for which kayaks_old has no row with the same kayak_id and price.",
        ]),
    ],
    "crew": [
        ("nobody-above", "0", [
            "Exactly one crew row has no manager, that is, nothing in manager_id.",
            "Exactly one person has no boss, that is, an empty manager_id.",
            "There must be exactly one person without a boss, that is, with an empty manager_id.",
        ]),
    ],
    "kayaks": [
        ("amounts", "K2 K4", [
            "Flag kayaks that have fewer spare_paddles than their wanted_paddles.",
        ]),
        ("rows-of-groups", "K3 K4", [
            "A hut needs at least two kayaks. Flag all kayaks of huts (hut_id) with fewer.",
            "Every hut_id needs at least two kayaks. Show all kayaks on a hut_id with fewer.",
            "A hut_id needs at least two kayaks. Flag all kayaks of hut_ids (hut_id) with fewer.",
        ]),
        ("big-groups", "K1 K2", [
            "No hut_id may have more than one kayak. Flag all kayaks of a hut_id with more.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("members", "Every sponsor_id must be the member_id of the member."),
    ("tours", "Flag tours with more than 10 in damage altogether."),
    ("tours", "A tour must start before the previous tour of the same kayak_id has ended."),
    ("tours", "Flag tours that start after the previous tour of the same kayak_id has ended."),
    ("tours", "A kayak_id cannot be out twice at once. Flag a tour that starts before the "
              "previous tour of the same member_id has ended."),
    ("members tours", "The tours of a member must not come to 10 in damage."),
    ("kayaks kayaks_old", "Compare kayaks with kayaks_old by kayak_id and flag kayaks whose "
                          "model is the same."),
    ("kayaks kayaks_old", "Compare kayaks with kayaks_old by kayak_id and flag kayaks of H1 "
                          "whose model differs."),
    ("kayaks kayaks_old", "Compare kayaks with kayaks_old by model and flag kayaks whose model "
                          "differs."),
    ("kayaks kayaks_old", "Compare kayaks with kayaks_old by kayak_id and flag kayaks_old rows "
                          "whose model differs."),
    ("kayaks kayaks_old", "Flag kayaks that do not occur with the same price in kayaks_old."),
    ("kayaks kayaks_old", "Flag kayaks that occur with the same kayak_id but another price in "
                          "kayaks_old."),
    ("kayaks", "A hut needs at least two kayaks. Flag all kayaks of huts (hut_id) with more."),
    ("kayaks", "A hut needs at least two kayaks. Flag all kayaks of a model with fewer."),
    ("kayaks", "price must be filled. price is not part of it."),
    ("crew", "Exactly one crew row has no manager, that is, nothing in nick."),
    ("tours", "A tour must be back within 2 days of started_at. Tours of M1 that have no "
              "ended_at yet are fine."),
]  # fmt: skip

checked, test_rows_told_by_others, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
