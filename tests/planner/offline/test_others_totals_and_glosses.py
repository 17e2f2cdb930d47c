"""What others need not do, totals of no rows, words told in full behind them, and glued names."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "permits": (
        ("permit_id", "kind", "ranger_id", "issued", "returned", "fee", "map_url"),
        ("P1", "day", "R1", "2024-01-01", "2024-01-05", 10, "https://m.example/1"),
        ("P2", "year", "", "2024-01-03", "", 20, "http://m.example/2"),
        ("P3", "day", "R9", "2024-01-04", "2024-01-06", 30, "ftp://m.example/3"),
        ("P4", "group", "R1", "2024-02-01", "", 40.5, "https://m.example/4"),
        ("P5", "day", "", "2024-02-02", "2024-02-03", -5, ""),
        ("P6", "year", "R2", "2024-02-03", "", 60, "https://m.example/6"),
    ),
    "rangers": (("ranger_id", "name"), ("R1", "Ann"), ("R2", "Bo")),
    "orders": (
        ("order_no", "freight", "rebate"),
        ("O1", 5, 10),
        ("O2", 90, 0),
        ("O3", 0, 3),
        ("O4", 1, 7),
    ),
    "orderlines": (
        ("line_no", "order_no", "price", "units"),
        ("L1", "O1", 30, 2),
        ("L2", "O1", 10, 1),
        ("L3", "O2", 20, 4),
        ("L4", "O4", 8, 1),
        ("L5", "O4", 2, 0),
    ),
    "bills": (
        ("bill_no", "order_no", "sum", "sort"),
        ("B1", "O1", 10, "voucher"),
        ("B2", "O2", 4, "card"),
        ("B3", "O4", 3, "voucher"),
        ("B4", "O4", 5, "voucher"),
    ),
    "states": (
        ("state_code", "name", "seat"),
        ("AA", "Aland", 1),
        ("BB", "Bland", 3),
        ("CC", "Cland", 9),
    ),
    "towns": (
        ("town_id", "name", "state_code"),
        (1, "Arne", "AA"),
        (2, "Born", "AA"),
        (3, "Cley", "BB"),
    ),
}  # fmt: skip

FLAGGED = {
    "permits": [
        ("need-not", "P5", [
            "If kind is day, ranger_id must be filled; other permits need not have one.",
            "Day permits must have a ranger_id, others need not.",
            "Day permits must have a ranger_id, but other permits may go without one.",
            "ranger_id must be filled if kind is day; for others it need not be.",
            "Day permits must have a ranger_id; year permits need not.",
            "A day permit needs a ranger_id. Other permits do not have to have one.",
        ]),
        ("in-full", "P2 P4 P6", [
            "Every permit must be back, i.e. have a returned date.",
            "No permit may still be out, i.e. have no returned date.",
            "Every permit must be handed in (have a returned date).",
        ]),
        ("odd", "P3", [
            "A permit with kind day and a fee above 20 is odd: flag it.",
            "A permit with kind day and a fee above 20 is strange.",
            "Our guards count heads, so a permit with kind day and a fee above 20 is odd: flag it.",
            "Our guards count heads, so a day permit with a fee above 20 is wrong: flag it.",
            "Day permits with a fee above 20 are unusual: flag them.",
        ]),
        ("unit", "P4", [
            "fee is in cents: it has to be a whole number.",
            "The fee is in cents and has to be a whole number.",
            "The fee is given in cents, so it must be a whole number.",
            "The fee, in cents, must be a whole number.",
        ]),
        ("bound", "P6", ["fee must be at most the legal ceiling, which is 50."]),
        ("link", "P3", [
            "Every map link starts with http:// or https://.",
            "The link must start with http:// or https://.",
            "The map URL must start with http:// or https://.",
        ]),
        ("scheme", "P1 P2 P4 P6", ["Every map link starts with ftp://."]),
    ],
    "permits rangers": [
        ("need-not", "P3", [
            "Permits of kind day must belong to an existing ranger; other permits need not.",
            "Day permits must belong to an existing ranger; the others need not.",
        ]),
    ],
    "orders orderlines": [
        ("worth", "O2 O3", [
            "freight must be less than the worth of the goods, which is the sum of price * units "
            "over its lines.",
            "freight must be less than the sum of price * units over its order lines.",
        ]),
        ("lines", "O3", ["Every order must have at least one order line."]),
    ],
    "orders bills": [
        ("nil", "O3 O4", [
            "rebate must equal the sum of the voucher bills of the order, or 0 if there are none.",
            "rebate must equal the sum of the voucher bills of the order, 0 if it has none.",
            "rebate must equal the sum of the voucher bills of the order. If there are none, it "
            "must be 0.",
        ]),
    ],
    "orderlines": [
        ("of-owner", "1", ["The prices of one order must not add up to more than 30."]),
        ("by-part", "L5", [
            "The line price must be at least 5.",
            "The order line price must be at least 5.",
        ]),
    ],
    "states towns": [
        ("seat", "CC", [
            "The seat of a state (a town ID) must be the town_id of a town.",
            "The seat (the id of a town) must be the town_id of a town.",
            "The seat must equal the ID of a town.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("permits", "Only day permits may have a ranger_id; other permits need not."),
    ("permits", "Day permits must have a ranger_id; other permits must not."),
    ("permits", "Day permits must have a ranger_id; day permits need not."),
    ("permits", "ranger_id must be filled; other permits need not."),
    ("permits rangers", "Day permits must belong to an existing ranger; other rangers need not."),
    ("permits", "Every permit must be back within a week, i.e. have a returned date."),
    ("permits", "A permit must not be out, i.e. have no returned date."),
    ("permits", "Permits with a fee above 20 are rare."),
    ("permits", "A permit with kind day is odd or even."),
    ("permits", "fee is in cents: it must be at most 5 euros."),
    ("permits", "fee is given in cents and must be at most 5 euros."),
    ("permits", "fee is not in cents: it must be at most 50."),
    ("permits", "If fee is in cents, it must be a whole number."),
    ("permits", "fee must be above the previous value, which is 5."),
    ("permits", "fee must be above the floor, which is not 5."),
    ("permits", "fee must be above twice the floor, which is 5."),
    ("permits", "The ranger link must be filled."),
    ("orders bills", "rebate must equal the sum of its voucher bills, or 1 if there are none."),
    ("orders bills", "rebate must equal the mean of its voucher bills, or 0 if there are none."),
    ("orders bills", "rebate must equal the sum of its voucher bills. If there are none, freight "
     "must be 0."),
    ("orderlines", "The prices of the units of an order must not add up to more than 30."),
    ("states towns", "The seat (a state ID) must be the town_id of a town."),
]  # fmt: skip

checked, test_rules_are_read_behind_their_asides, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
