"""What the rows of a row come to, what was never done with it, and what leads to which row."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "keepers": (
        ("keeper_id", "name", "town", "reports_to", "fee"),
        ("K1", "Ada", "Bern", "", 90),
        ("K2", "Bo", "Lund", "K1", 70),
        ("K3", "Cy", "Lund", "K1", 80),
    ),
    "halls": (
        ("hall_id", "keeper_id", "budget"),
        ("H1", "K2", 100),
        ("H2", "K3", 400),
        ("H3", "K1", 50),
    ),
    "exhibits": (
        ("exhibit_id", "hall_id", "licence", "worth"),
        ("E1", "H1", 1, 60),
        ("E2", "H1", 0, 80),
        ("E3", "H2", 1, 30),
        ("E4", "H2", 0, 20),
    ),
    "viewings": (
        ("viewing_id", "exhibit_id", "guests", "ticket"),
        ("V1", "E1", 3, 10),
        ("V2", "E1", 5, 10),
        ("V3", "E2", 2, 40),
        ("V4", "E3", 1, 5),
    ),
    "boat_loans": (
        ("loan_id", "boat", "loan_date", "return_date", "taken_at", "left_at"),
        ("L1", "Ark", "2026-05-01", "2026-05-03", "Pier", "Cove"),
        ("L2", "Ark", "2026-05-03", "2026-05-06", "Cove", "Pier"),
        ("L3", "Ark", "2026-05-05", "2026-05-08", "Dock", "Cove"),
        ("L4", "Bee", "2026-05-02", "2026-05-09", "Pier", "Pier"),
    ),
    "shelf": (("sku", "pieces"), ("S1", 4), ("S2", 7), ("S3", 9)),
    "ledger": (("sku", "pieces"), ("S1", 4), ("S2", 8), ("S3", 6)),
    "badges": (
        ("badge_id", "keeper_id", "issued", "returned"),
        ("B1", "K1", "2026-01-05", "2026-01-09"),
        ("B2", "NULL", "2026-01-06", "NULL"),
        ("B3", "K9", "2026-01-08", "2026-01-07"),
    ),
}

FLAGGED = {
    "halls exhibits": [
        ("sums", "H1", [
            "No hall may be insured for more than 120 altogether (sum of worth).",
            "No hall may hold more than 120 in total (sum of worth over its exhibits).",
            "Flag halls holding more than 120 altogether (sum of worth).",
            "Flag halls whose exhibits come to more than 120 in total (sum of worth).",
            "A hall's exhibits must not exceed 120 in total (sum of worth).",
            "A hall may hold at most 120 (sum of worth).",
            "No hall may hold more than 120 (sum of worth). Flag the halls above that.",
            "No hall may be worth more than 120, counted as the sum of worth over its exhibits.",
        ]),
        ("budget", "H1", ["Flag halls worth more than their budget (sum of worth)."]),
        ("none", "H3", [
            "Flag halls that have never been used, i.e. have no exhibit.",
            "Flag halls that have never been used (no exhibits).",
            "Are there halls nobody uses?",
            "Flag halls of which there is no piece in exhibits.",
        ]),
    ],
    "exhibits": [
        ("group-sums", "1", ["The worth figures of a hall_id must not add up to more than 120."]),
        ("group-rows", "E1 E2", [
            "The worth of each hall_id must come to at most 120. Otherwise flag all rows of the "
            "hall_id in exhibits.",
        ]),
        ("kinds", "1", ["Do our exhibits come from exactly 3 different halls?"]),
    ],
    "exhibits viewings": [
        ("never", "E4", [
            "Flag exhibits that have never been visited.",
            "Has any exhibit never been visited?",
            "Every exhibit must have been visited at least once.",
        ]),
        ("licence", "E2", [
            "Flag exhibits without a licence (licence is 0) who nevertheless appear in viewings.",
            "Exhibits without a licence (licence is 0) must not appear in viewings.",
        ]),
        ("product", "E1 E2", [
            "Flag exhibits that bring in more than 60 (sum of guests * ticket over the viewings).",
        ]),
    ],
    "halls keepers": [
        ("led-to", "H3", [
            "Every hall's keeper must have the town Lund.",
            "Flag halls whose keeper lives in Bern.",
            "No hall may have a keeper who lives in Bern.",
            "The keeper of a hall must be someone whose town is Lund.",
            "Halls must be looked after by keepers whose town is Lund.",
        ]),
    ],
    "keepers halls": [("of-a-hall", "K1", ["The keeper of a hall must live in Lund."])],
    "keepers": [
        ("top", "0", [
            "Is there exactly one keeper who reports to nobody?",
            "Only one keeper may report to nobody.",
            "Are there at least 2 keepers whose town is Lund?",
        ]),
        ("bern", "K1", ["Flag keepers who report to nobody."]),
    ],
    "boat_loans": [
        ("in-turn", "L3", [
            "A boat cannot be lent out before its previous loan was returned; the day of the "
            "return itself is fine. Flag the later loan.",
            "A boat must not be lent out again before it was returned.",
            "The loan_date of a boat must not be before the return_date of its previous loan.",
        ]),
        ("chain", "L3", [
            "In order of loan_date, the taken_at of each loan of a boat must be the left_at of "
            "its previous loan.",
        ]),
        ("overlap", "L2 L3", ["Loans of the same boat must not overlap."]),
    ],
    "shelf ledger": [
        ("same", "S2 S3", [
            "For each sku the pieces in shelf must be the same as in ledger.",
            "Does every sku have the same pieces in shelf as in ledger?",
            "The pieces of a sku must be the same in shelf and ledger.",
            "Flag skus whose pieces in shelf differ from that in ledger.",
            "No sku may have other pieces in shelf than in ledger.",
        ]),
        ("more", "S3", [
            "For each sku the pieces in shelf must not be higher than in ledger.",
            "No sku may have more pieces in shelf than in ledger.",
        ]),
    ],
    "badges": [
        ("order", "B3", [
            "returned must not be before issued. Badges whose returned is NULL are left out.",
            "Unless it is NULL, returned must be on or after issued.",
        ]),
        ("null", "B2", ["returned must not be NULL.", "Flag badges whose returned is NULL."]),
    ],
    "badges keepers": [
        ("null-key", "B3", ["keeper_id must exist in keepers. NULL is allowed."]),
    ],
}  # fmt: skip

DECLINED = [
    ("halls exhibits", "A hall may hold at least 120 (sum of worth)."),
    ("halls exhibits", "No hall may hold more than 120 (sum of worth). Flag the halls below that."),
    ("halls exhibits", "No hall may hold more than 120 (sum of guests)."),
    ("halls exhibits", "Flag halls that have never held more than 120 (sum of worth)."),
    ("exhibits halls", "Flag exhibits that have never been used."),
    ("exhibits viewings", "Flag exhibits without a licence (worth is 0) that appear in viewings."),
    ("exhibits", "Flag exhibits that have never been visited."),
    ("halls keepers", "The keeper of a hall must live there."),
    ("keepers", "Are there more than 2 keepers whose town is Lund?"),
    ("keepers", "Are there fewer than 2 keepers whose town is Lund?"),
    ("keepers", "A keeper may report to nobody."),
    ("boat_loans", "A boat must be lent out before its previous loan was returned."),
    ("boat_loans", "A boat must not be lent out before its loan_date."),
    ("boat_loans", "By boat, the taken_at of each loan must be the left_at of its previous loan."),
    ("shelf ledger", "For each sku the pieces in shelf must not be the same as in ledger."),
    ("shelf ledger", "For each sku the pieces in shelf must be the same as the sku in ledger."),
    ("shelf ledger", "Flag skus whose pieces in shelf differ from the sku in ledger."),
    ("shelf ledger", "Some skus must have the same pieces in shelf as in ledger."),
    ("badges keepers", "keeper_id must exist in keepers. NULL is an error."),
]

checked, test_rows_of_other_tables_are_told, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
