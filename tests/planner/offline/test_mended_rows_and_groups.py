"""Which rows, and within which group: of an order's lines, of the other list's row, of a part."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel_no", "weight", "state"),
        (11, 5.5, "sent"),
        (12, 7.0, "sent"),
        (13, 9.0, "lost"),
        (14, 3.0, "sent"),
    ),
    "depot_parcels": (
        ("parcel_no", "weight", "state"),
        (11, 5.5, "sent"),
        (12, 5.5, "sent"),
        (14, 7.0, "sent"),
        (15, 3.0, "sent"),
    ),
    "booklet_sheets": (
        ("sheet_key", "booklet", "page_no", "colour", "grams"),
        ("K1", "A", 1, "red", 30),
        ("K2", "A", 2, "blue", 30),
        ("K3", "A", 2, "red", 10),
        ("K4", "B", 1, "red", 20),
        ("K5", "B", 2, "blue", 20),
    ),
    "watches": (
        ("watch", "keeper", "turn", "tag", "kind"),
        ("w1", "Ines", "night", "T1", "DAWN"),
        ("w2", "Ines", "day", "T2", "DUSK"),
        ("w3", "Omar", "night", "T3", "DAWN"),
        ("w4", "Omar", "day", "T4", "NOON"),
    ),
    "throws": (
        ("throw", "side", "pips"),
        (1, 3, 4),
        (2, 5, 1),
        (3, 3, 2),
        (4, 6, 3),
    ),
}

FLAGGED = {
    "parcels depot_parcels": [
        ("own-row", "12 13 14", [
            "Every parcel must be in depot_parcels with the same weight.",
            "Each parcel must be found in depot_parcels with the same weight.",
            "Parcels must be in depot_parcels with the same parcel_no and weight.",
        ]),
        ("own-row-of-kind", "12 14", [
            "Every sent parcel must be in depot_parcels with the same weight.",
            "Every parcel must be in depot_parcels with the same weight, unless it is lost.",
        ]),
        ("none-there", "11", ["No parcel may be in depot_parcels with the same weight."]),
        ("there", "13", ["Every parcel must be in depot_parcels."]),
    ],
    "booklet_sheets": [
        ("in-each", "K2 K3", [
            "The page numbers of a booklet never repeat.",
            "The page numbers of a booklet are unique.",
            "A booklet's page numbers are all different.",
            "The page numbers of each booklet must be unique.",
        ]),
        ("colours-in-each", "K1 K3", ["The colours of a booklet never repeat."]),
        ("steps-in-each", "K3", ["The page numbers of a booklet rise by one each time."]),
        ("sums", "1", ["The grams of a booklet add up to at least 50."]),
    ],
    "watches": [
        ("of-the-kind", "w2 w4", ["A watch is a DAWN."]),
        ("consecutive", "w2 w4", ["No two consecutive rows may have the same keeper."]),
    ],
    "throws": [
        ("part-of-column", "2", ["side must be at most 4 times pips."]),
        ("halved", "1", ["pips must be at most half of 6."]),
        ("steps", "2 3 4", ["throw must rise by exactly 2 from row to row."]),
    ],
}  # fmt: skip

DECLINED = [
    (
        "parcels depot_parcels",
        "No lost parcel may have a row in depot_parcels with the same weight.",
    ),
    (
        "parcels depot_parcels",
        "Every parcel must be in depot_parcels. Lost ones must not be there.",
    ),
    ("parcels depot_parcels", "Parcels must be in depot_parcels. Sent ones must not be there."),
    ("booklet_sheets", "The page numbers of a booklet have no gaps."),
    ("booklet_sheets", "A booklet's page numbers run without gaps."),
    ("booklet_sheets", "Page numbers start with 1 in each booklet. Gaps are wrong."),
    ("booklet_sheets", "The colours of a booklet include red."),
    ("booklet_sheets", "The colours of a booklet are one."),
    ("booklet_sheets", "A booklet must not have two colours in a row."),
    ("booklet_sheets", "No booklet has two colours in a row."),
    ("booklet_sheets", "There are no two pages in a row."),
    ("watches", "Every watch needs a keeper and a tag. A night without a tag is fine."),
    ("watches", "Ines must not have two watches in a row."),
    ("watches", "A watch is a DAWN or its turn is day."),
    ("throws", "Half of the throws are above 2."),
    ("throws", "A third of the throws is above 2."),
    ("throws", "No side may come in more than half of the throws."),
    ("throws", "The pips must be at most half of the throws."),
    ("throws", "The pips must be fewer than the throws."),
    ("throws", "pips must rise by 1000."),
    ("throws", "pips must go up by 2000."),
    ("throws", "If side is 3, pips must fall by 1500."),
    ("throws", "pips must rise by two."),
]

checked, test_the_rows_meant_are_judged, test_what_may_be_other_rows_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
