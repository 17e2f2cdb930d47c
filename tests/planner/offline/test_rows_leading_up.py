"""Rows that lead to others of their table, or to those of another: how many, to whom, and where."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "monks": (
        ("monk_no", "called", "rank", "house", "reports_to", "cell_no"),
        (1, "Anselm", "Abbot", "North", None, 11),
        (2, "Bruno", "Prior", "North", 1, 12),
        (3, "Cuno", "Brother", "South", 1, 13),
        (4, "Dodo", "Brother", "South", 2, 14),
        (5, "Egbert", "Brother", "North", 4, None),
        (6, "Folko", "House Staff", "South", 3, 15),
        (7, "Gero", "Prior", "South", None, 16),
        (8, "Hugo", "Brother", "North", 2, None),
        (9, "Immo", "Brother", "North", 2, 17),
    ),
    "abbeys": (
        ("abbey_id", "name", "seat"),
        (10, "Fulda", 100),
        (20, "Cluny", 201),
        (30, "Melk", 999),
        (40, "Metten", None),
    ),
    "chapels": (
        ("chapel_id", "abbey_id", "label", "warden_id"),
        (100, 10, "East", 1),
        (101, 10, "West", 2),
        (200, 20, "Crypt", 3),
        (201, 30, "Lady", 1),
    ),
    "wardens": (
        ("warden_id", "grade", "town"),
        (1, "Senior", "Rome"),
        (2, "Junior", "Rome"),
        (3, "Senior", "Bari"),
    ),
    "agents": (
        ("agent_no", "role"),
        (1, "Field Agent"),
        (2, "Field Agent"),
        (3, "Clerk"),
    ),
    "clients": (
        ("client_no", "field_agent_no"),
        (10, 1),
        (11, 1),
        (12, 3),
        (13, 3),
        (14, 2),
    ),
    "bells": (
        ("bell_no", "chapel_id", "maker_id", "weight"),
        (1, 100, 7, 300),
        (2, 101, 8, 100),
        (3, 200, 9, 90),
    ),
    "makers": (
        ("maker_id", "title"),
        (7, "Old Foundry"),
        (8, "Grassmayr Works"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "monks": [
        ("too-many", "2", [
            "Nobody may have more than 2 direct reports.",
            "No monk has more than 2 reports. Flag the superiors who do.",
            "Flag monks to whom more than 2 monks report.",
            "Superiors may have at most 2 subordinates.",
        ]),
        ("none", "4", [
            "A Brother whose cell_no is 14 must not have any subordinates.",
        ]),
        ("some", "7", ["Every Prior must have at least one monk who reports to them."]),
        ("such-one", "6 9", [
            "Monks whose cell_no is above 14 must report to a monk whose rank is Abbot.",
        ]),
        ("of-whom", "2 3", ["Flag monks who report to somebody whose rank is Abbot."]),
        ("value-of-many", "6", ["House Staff must report to the Prior."]),
        ("only-one-has-none", "7", [
            "reports_to must be a monk_no of this table; only the Abbot has none.",
            "reports_to must be filled; only the Abbot has no reports_to.",
        ]),
    ],
    "abbeys chapels": [
        ("its-own", "20 30", [
            "seat must be the chapel_id of a chapel in that very abbey.",
            "The seat of an abbey must be the chapel_id of a chapel of the same abbey; an abbey "
            "without a seat is skipped.",
        ]),
    ],
    "chapels wardens": [
        ("seen-to", "101", [
            "Chapels may only be looked after by wardens whose grade is Senior. Flag the chapels "
            "where that is not so.",
        ]),
    ],
    "agents clients": [
        ("value-not-key", "1", [
            "Field agents may have at most one client.",
            "Field agents have at most one client each.",
        ]),
    ],
    "bells makers": [
        ("unknown", "3", ["Flag bells delivered by a maker who is not in the makers table."]),
        ("called", "2", [
            "Bells of the maker Grassmayr Works must have a weight of at least 200.",
            "Bells whose maker starts with 'Grass' must have a weight of at least 200.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("monks", "The number of reports_to must be at most 2 reports."),
    ("monks", "Superiors must have at least 2 subordinates."),
    ("bells makers", "Bells whose maker_id starts with 'Grass' must have a weight of 200."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
