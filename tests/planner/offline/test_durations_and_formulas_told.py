"""How long rows last without the column's name, formulas in brackets behind a noun, loose numbers.

Beside them what may mean 0 or nothing at all, and the sums of one owner or of all.
"""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "songs": (
        ("song_no", "concert", "playtime_sec", "fee", "copies"),
        (1, "C1", 45, 10, 3),
        (2, "C1", 200, 20, 5),
        (3, "C2", 700, 30, 2),
        (4, "C2", 4000, 70, 9),
    ),
    "tours": (
        ("tour", "guide", "budget"),
        ("T1", "Dunn", 40),
        ("T2", "Barr", 90),
    ),
    "bills": (
        ("bill_no", "tour", "amount"),
        (1, "T1", 30),
        (2, "T1", 20),
        (3, "T2", 70),
    ),
    "calls": (
        ("call_no", "delay_min", "talk_min"),
        (1, 5, 12),
        (2, 70, 3),
    ),
    "hires": (
        ("hire_no", "taken_on", "back_on", "hours"),
        (1, "2024-05-01", "2024-05-02", 20),
        (2, "2024-05-03", "2024-05-09", 140),
    ),
    "fines": (
        ("fine_no", "amount"),
        (1, 450),
        (2, 2000),
    ),
    "goods": (
        ("good_no", "qty_in_stock", "price", "cost"),
        (1, 4, 12, 10),
        (2, 9, 30, 11),
    ),
}

FLAGGED = {
    "songs": [
        ("short", "1", [
            "Flag songs shorter than one minute.",
            "Flag songs under 1 minute.",
            "Songs last at least 60 seconds.",
            "Every song must last no less than a minute.",
            "No song lasts less than 1 minute.",
            "Songs must be at least 1 minute long.",
        ]),
        ("long", "4", [
            "No song may be longer than an hour.",
            "Songs must not last more than 1 hour.",
            "List songs lasting more than 60 minutes.",
            "Are there songs over one hour?",
        ]),
        ("within", "1 4", [
            "Every song must last between 1 and 20 minutes.",
            "A song lasts between 60 and 1200 seconds.",
        ]),
        ("of-long-ones", "3", ["Songs longer than 10 minutes must have at least 3 copies."]),
        ("worth", "3 4", [
            "The value of a song (fee * copies) must be neither 60 nor above 600.",
        ]),
        ("over", "4", [
            "Flag songs whose worth (fee * copies) exceeds 600.",
            "The full worth (fee times copies) must not exceed 600.",
            "Every song's worth (fee x copies) is at most 600.",
        ]),
        ("mean", "1", ["The average worth (fee * copies) must be below 100."]),
        ("near", "0", [
            "The sum of fee must be about 130 (within 0.5).",
            "The sum of fee should be roughly 130.2, to within 1.",
        ]),
        ("not-near", "1", ["The sum of fee must be around 128, within 1."]),
        ("near-rows", "1 2 3", ["Every fee is about 71, within 2."]),
    ],
    "tours bills": [
        ("sums", "T1", [
            "The sum of the bills of a tour must not exceed its budget.",
            "The total of all bills of each tour must be at most the budget.",
        ]),
    ],
    "fines": [
        ("over", "2", ["Flag fines over 1,000.", "No fine may be over 1000."]),
        ("under", "1", ["Are there fines under 500?", "Fines must not be under 500."]),
    ],
    "goods": [
        ("margin", "1", [
            "The margin of a good (price - cost) must be at least 10.",
            "The mark-up (price minus cost) is 10 or more.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("songs", "Flag songs shorter than 60."),
    ("songs", "The sum of fee must be about 130."),
    ("songs", "The fee (fee * copies) must be below 100."),
    ("songs", "The playtime (fee * copies) must be below 100."),
    ("songs", "The copies of a song (fee - copies) must be at least 1."),
    ("calls", "No call may be longer than an hour."),
    ("hires", "No hire may be longer than 2 days."),
    ("tours bills", "The total bills must be at least 1000."),
    ("tours bills", "The sum of all bills must be at least 1000."),
    ("fines", "Flag fines over 30."),
    ("goods", "Flag goods with no stock."),
    ("goods", "Flag goods without stock."),
]

checked, test_they_are_flagged, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
