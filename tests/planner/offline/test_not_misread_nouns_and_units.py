"""Words that fire in every sentence, where they tell something else: nouns, units, adjectives."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "sales": (
        ("sale_id", "buyer", "town", "state", "price", "rebate", "km", "returned", "sold", "void"),
        ("L1", "Lund", "Kiel", "open", 10.5, 0.1, 3.2, 0, 5, 0),
        ("L2", "Moe", "Bonn", "shipped", 20.25, 0.25, 4.1, 6, 5, 1),
        ("L3", "Kim", "Kiel", "closed", 30.5, 0.5, 1.5, 2, 3, 0),
        ("L4", "Kim", "Ulm", "open", 8.75, 0.05, 60.5, 0, 2, 1),
    ),
    "vans": (
        ("van_id", "maker", "weight", "door_height", "fuel_cost", "doors", "boss", "driver"),
        ("V1", "Ford", 5000, 2.1, 10.5, 4, "", "Ann"),
        ("V2", "Ford", 7000, 2.5, 20.5, 2, "V1", "Ben"),
        ("V3", "Audi", 3000, 1.8, 30.5, 4, "V1", "Cat"),
    ),
    "rides": (
        ("ride_id", "tip", "score_value", "score_count", "city"),
        ("R1", 4.5, 4.5, 10, "Kiel"),
        ("R2", 6.25, 3.5, 2, "Bonn"),
        ("R3", 8.5, 2.25, 200, "Ulm"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "sales": [
        ("or-in", "L1 L2 L3", ["Flag sales in Kiel or in Bonn."]),
        ("ranges", "L3", ["The price must be between 5 and 12 or between 20 and 25."]),
        ("number", "L2", ["The number returned must not exceed the number sold."]),
        ("unit", "L4", ["km is given in kilometres and must be below 50."]),
        ("scale", "L3", ["rebate must be at most 0.3; it is stored as a fraction."]),
        ("minus", "L2", ["Sold - returned must be at least 0."]),
        ("every", "L4", ["Is every price above 10? If not, flag it."]),
    ],
    "vans": [
        ("heavy", "V2", ["Vans must not be heavier than 5000.", "Flag vans heavier than 5000."]),
        ("doors", "V1", ["4-door vans must not be heavier than 4000."]),
    ],
    "rides": [
        ("wish", "R1", ["The auditors want every tip to be above 5."]),
        ("value", "R3", ["The score must be at least 3."]),
        ("count", "R2", [
            "Rides must have at least 5 scores.",
            "The number of scores must be at least 5.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("sales", "Flag sales in Kiel with state open or in Bonn."),
    ("sales", "Sales of Lund in Kiel or of Moe must be open."),
    ("sales", "The price sold must be at least 3."),
    ("sales", "The number void must be below 5."),
    ("sales", "rebate must be below 20; rebate is in percent."),
    ("sales", "rebate is given in percent and must be below 30."),
    ("sales", "rebate is given as a fraction and must be below 30."),
    ("sales", "km is given in meters and must not exceed 1000."),
    ("sales", "Are all prices above 10? Then flag them."),
    ("vans", "Vans must not be taller than 2."),
    ("vans", "Vans cheaper than 15 must be Ford."),
    ("vans", "4-door vans must be at most 5000."),
    ("vans", "Every row must have a boss, except Ann."),
    ("rides", "The tip must be at most 20 percent."),
    ("rides", "Nobody wants the tip to be above 5."),
    ("rides", "Few expect the rides to be in Kiel."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
