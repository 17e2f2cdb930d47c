"""Hives, their keepers and what they yield: counts, sums and shares of what belongs to them."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "keepers": (
        (
            "keeper_id",
            "name",
            "town",
            "hired_on",
            "left_on",
            "chief_id",
            "limit",
            "email",
            "active",
            "fee_total",
        ),
        (1, "Dr. Ann Lane", "Bonn", "2010-01-01", None, None, 100, "a@x.de", True, 12),
        (2, "Bo", "Kiel", "2012-03-01", "2019-05-01", 1, 40, None, False, 20),
        (3, "Cy", "Bonn", "2015-07-01", None, 1, 60, "c@x.de", True, 0),
        (4, "Di", "Ulm", "2018-02-02", "2022-02-02", 9, 40, "d@x.de", True, 5),
    ),
    "hives": (
        (
            "hive_id",
            "keeper_id",
            "label",
            "kind",
            "maker",
            "town",
            "jar_total",
            "replaced_by",
            "room",
        ),
        (10, 1, "A-1", "big", "Oak", "Bonn", 9, None, 3),
        (11, 1, "A-2", "small", "Oak", "Kiel", 5, 10, None),
        (12, 2, "B-1", "big", "Fir", "Kiel", 4, 15, 4),
        (13, 7, "B-2", "small", "Ash", "Ulm", 0, 11, 3),
        (14, None, "C-1", "big", "Elm", "Bonn", 0, None, None),
    ),
    "harvests": (
        (
            "harvest_id",
            "hive_id",
            "jars",
            "price",
            "fee",
            "state",
            "started_on",
            "ended_on",
            "grade",
        ),
        (100, 10, 4, 5, 10, "open", "2024-02-01", "2024-02-02", "fine"),
        (101, 10, 5, 6, 2, "done", "2024-02-01", "2024-02-07", "poor"),
        (102, 11, 5, 4, 20, "lost", "2024-02-09", "2024-02-08", "fine"),
        (103, 12, 3, 8, 1, "done", "2024-03-01", None, "fine"),
        (104, 19, 9, 2, 4, "open", "2024-03-03", "2024-03-04", "poor"),
    ),
    "stocktake": (
        ("sku", "quantity", "label", "cost"),
        ("a", 5, "pot", 3),
        ("b", 6, "Pan", 4),
        ("c", 7, "lid", 5),
        ("d", 8, "mug", 6),
    ),
    "ledger": (
        ("sku", "quantity", "label", "cost"),
        ("a", 5, "pot", 3),
        ("b", 9, "pan", 4),
        ("c", 2, "lid", 8),
        ("e", 1, "cup", 1),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "hives harvests": [
        (
            "product",
            "10 12",
            [
                "Flag hives with a value (jars * price) above 20.",
                "The value (jars * price) of a hive must be at most 20.",
            ],
        ),
        (
            "does-nothing",
            "13 14",
            ["Flag hives that supply nothing.", "Flag hives that we have never sold."],
        ),
        (
            "for-each-row",
            "10",
            [
                "Every hive must be in at most 1 harvest.",
                "For each hive there should be at most 1 harvest.",
            ],
        ),
        (
            "measured-of",
            "12",
            [
                "jar_total must be the total of all its harvests' jars.",
                "For each hive, all harvests (sum of jars) must add up to its jar_total.",
            ],
        ),
        ("in-column", "12 13 14", ["The harvests of a hive must come to at least 5 in fees."]),
        (
            "rows-of-owner-within",
            "10 11",
            [
                "The harvests of each hive (sum of the fee) must not exceed 11.",
                "The harvests of a hive (sum of the fee) must come to at most 11.",
            ],
        ),
        (
            "comes-not-to-so-much",
            "12 13 14",
            ["Flag hives that do not come to at least 10 in total (sum of fee)."],
        ),
        (
            "rows-must-total",
            "10 11",
            [
                "A hive's harvests must come to at most 10 in total (sum of the fee).",
                "Each hive's harvests must not add up to more than 10 (sum of the fee).",
                "Hives must not have harvests that come to more than 10 in fees altogether.",
                "No hive may have harvests that come to more than 10 in fees altogether.",
            ],
        ),
        (
            "come-to-more-than",
            "10 11",
            ["Flag hives whose harvests come to more in fees than their jar_total."],
        ),
    ],
    "hives": [
        (
            "kin-rows",
            "11 13",
            [
                "If a hive is replaced by another, that one must have a lower jar_total and "
                "must be of the same kind."
            ],
        ),
        (
            "left-out",
            "11 14",
            ["Flag hives where there is no room.", "Every hive must have a room assigned."],
        ),
        ("rows-mean", "12 14", ["Big always means a jar_total above 5."]),
        ("only-may-lack", "11", ["Only big hives may be without a room."]),
        ("are-there-different", "1", ["Are there exactly five different makers?"]),
        ("put-down-for", "10 12 13", ["Flag hives for which a room was assigned."]),
        ("format-of", "10", ["jar_total must be a whole number of at most 5."]),
        (
            "come-from-so-many",
            "1",
            ["All our hives must come from at most three different makers."],
        ),
        (
            "kin-exists-as",
            "12",
            ["If a hive is replaced by another, that other one must exist as a hive_id."],
        ),
    ],
    "stocktake ledger": [
        (
            "as-written-there",
            "b",
            [
                "The label of a stocktake row must be spelled as it is in ledger. Match rows "
                "by sku.",
                "Flag stocktake rows whose label is spelled otherwise in ledger.",
            ],
        ),
        (
            "turns-up",
            "d",
            [
                "Every stocktake row must occur with the same sku in ledger.",
                "No row of stocktake may be missing from ledger with the same sku.",
                "Flag stocktake rows that do not occur in ledger with the same sku.",
            ],
        ),
        ("match-key-of", "2", ["stocktake and ledger must agree on the quantity of each sku."]),
        (
            "same-behind",
            "b c",
            [
                "Is the quantity the same in stocktake and ledger for every sku?",
                "Flag skus for which stocktake has another quantity than ledger.",
                "The quantity in stocktake must be the same as in ledger, per sku.",
            ],
        ),
    ],
    "harvests": [
        ("so-many-per-group", "1", ["Per hive_id: at most 1 harvest."]),
        ("each-deals", "3", ["Each hive_id makes at least 2 harvests."]),
        (
            "before-prior-one",
            "101",
            ["Flag harvests that start before the previous one of the same hive_id has ended."],
        ),
    ],
    "keepers": [
        ("in-it", "1", ["No name may contain 'Lane' in it."]),
        ("do-so-many", "1", ["Do at least 3 keepers live in Bonn?"]),
        ("no-two-may", "1", ["No two keepers may both be in Bonn."]),
        ("share-did", "1", ["More than 80% of the keepers active."]),
        ("kin-rows", "2 4", ["Every chief must exist and be in the same town."]),
        ("asked-count", "1", ["How many keepers are there? There must be at least 5."]),
        (
            "asked-share-of-values",
            "1",
            ["What share of the email is missing? It must be below 20%."],
        ),
    ],
    "hives keepers": [
        ("matches", "10 11 12", ["Flag hives if keeper_id matches a keeper."]),
        ("one-led-to-is-not", "10 11", ["The keeper of a hive must not be a keeper in Bonn."]),
    ],
    "keepers hives": [
        ("not-seen-to-by", "3 4", ["Flag keepers that are not served by any hive."]),
    ],
    "harvests hives": [
        (
            "so-much-of-each",
            "12 13 14",
            ["At least 5 of each hive must be delivered (sum of the jars)."],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("hives harvests", "Flag hives whose harvests come to more than 10 in total."),
    ("hives harvests", "No hive may have harvests that come to more than 10 in total."),
    ("hives harvests", "A hive's harvests must come to at least 5 in total."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
