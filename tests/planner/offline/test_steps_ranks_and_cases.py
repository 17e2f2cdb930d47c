"""Steps of time, ranks that run on, anniversaries, and cases of an exact number."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tides": (
        ("tide_no", "seen_at", "level"),
        (1, "2024-05-01 00:00", 3),
        (2, "2024-05-01 01:00", 4),
        (3, "2024-05-01 03:00", 4),
        (4, "2024-05-01 02:30", 2),
        (5, "2024-05-01 06:00", 5),
    ),
    "diary": (
        ("fed_on", "grams", "mood"),
        ("2024-02-01", 30, "good"),
        ("2024-02-02", 40, "bad"),
        ("2024-02-05", 35, "good"),
        ("2024-02-06", 35, "good"),
    ),
    "tills": (
        ("no", "register", "sold_on"),
        (1, "A", "2024-02-01"),
        (2, "B", "2024-02-02"),
        (3, "A", "2024-02-04"),
    ),
    "divers": (
        ("diver_no", "rank", "bib", "name"),
        (1, 2, 1, "Ann"),
        (2, 1, 2, "Bo"),
        (3, 4, 3, "Cy"),
        (4, None, 5, "Di"),
    ),
    "leases": (
        ("lease_no", "begun", "ended", "kind", "code", "country", "postcode"),
        (1, "2019-03-01", "2024-03-01", "flat", "AB123", "DE", "12345"),
        (2, "2019-03-01", "2024-03-02", "shop", "AB12", "AT", "1010"),
        (3, "2019-03-01", "2024-04-01", "shop", "AB123", "AT", "10101"),
        (4, "2019-03-01", "2023-03-01", "flat", "AB12", "CH", "8001"),
        (5, "2019-03-01", None, "yard", "A", "FR", "1"),
        (6, "2019-03-01", "2024-03-01", "flat", "AB123", "DE", "1234"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "tides": [
        (
            "back",
            "4",
            [
                "Going down the file, seen_at never jumps back to an earlier time than that of the "
                "row before; equal times are fine.",
                "seen_at never goes back to an earlier time than the row before.",
                "seen_at must not jump back to an earlier moment than in the row above.",
                "Reading down the table, seen_at never falls back to an earlier time than the one "
                "before; the same time twice is fine.",
            ],
        ),
        (
            "level",
            "4",
            [
                "level never drops to a lower value than in the row before; equal values are fine.",
                "level must never fall back to a smaller number than that of the row before.",
            ],
        ),
        ("up", "2 5", ["level never climbs to a higher value than that of the row before."]),
        (
            "hours",
            "2",
            [
                "There is a reading for every single hour from the first seen_at to the last.",
                "There must be a row for each hour from the earliest seen_at to the latest.",
                "Every hour from the first seen_at to the last one has a row.",
                "From the first seen_at to the last, every hour must have a row.",
                "From the first seen_at to the last, no hour may be missing.",
                "The log needs a reading for every hour between its first and its last seen_at.",
                "There must be a row for every hour between the first seen_at and the last.",
            ],
        ),
    ],
    "diary": [
        (
            "days",
            "2",
            [
                "The log must have an entry for each calendar day between its first and its last "
                "date.",
                "The list must have a row for each day between its first and its last fed_on.",
                "Our register must contain an entry for every day from its first to its last day.",
                "The file needs a row for every day.",
            ],
        ),
    ],
    "divers": [
        (
            "ranks",
            "1 2 3",
            [
                "Put in order, the ranks are 1, 2, 3 and so forth, with none missing and none "
                "given twice. Divers without a rank are left out.",
                "rank is 1, 2, 3 and so forth, with none missing and none given twice.",
                "The ranks run 1, 2, 3 and so on, with none missing and none used twice.",
                "Sorted, the ranks are 1, 2, 3 and so on with no gaps.",
                "rank must be 1, 2, 3 and so on, no number skipped and none repeated.",
                "When put in order, the ranks must be 1, 2, 3 and so on.",
            ],
        ),
    ],
    "leases": [
        (
            "five-years",
            "2 3 4",
            [
                "ended falls on the same day and month as begun, exactly five years later.",
                "ended must fall on the same day and month as begun, five years later.",
                "ended is on the same month and day as begun, but five years on.",
            ],
        ),
        (
            "same-day",
            "2 3",
            [
                "ended must have the same day and month as begun.",
                "ended and begun share the same day and month.",
            ],
        ),
        (
            "earlier",
            "2 3 4",
            ["begun falls on the same day and month as ended, exactly five years earlier."],
        ),
        ("german", "6", ["German postcodes have exactly five digits."]),
        ("shown", "6", ["German postcodes (country DE) must have five digits."]),
        (
            "cases",
            "3 6",
            [
                "German postcodes have exactly five digits, Austrian and Swiss ones exactly four.",
                "German postcodes (country DE) have exactly five digits, Austrian (AT) and Swiss "
                "(CH) ones exactly four. Other countries are not checked.",
                "postcode has five digits where country is DE and four where country is AT or CH.",
                "postcode has exactly five digits where country is DE and exactly four where "
                "country is AT or CH. Other countries are not checked.",
                "German postcodes have five digits, Austrian ones four.",
            ],
        ),
        (
            "code",
            "3 4",
            [
                "code has exactly five characters for flat leases and exactly four for shop "
                "leases.",
                "code has five characters where kind is flat, and exactly four where kind is shop.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    # ties that are no ties, and steps that are not compared with the row before
    ("tides", "seen_at never jumps back to an earlier time than that of the row before; equal "
     "times are wrong."),
    ("tides", "level never drops to a lower value than seen_at."),
    ("tides", "seen_at may jump back to an earlier time than that of the row before."),
    ("tides", "There is a reading for every second hour from the first seen_at to the last."),
    ("diary", "The log must have two entries for each day."),
    ("diary", "The log must have no entry for any day between the first and the last fed_on."),
    # a register is a column here
    ("tills", "The register must have an entry for each day between its first and its last sale."),
    # neither sorted nor without gaps
    ("divers", "Put in order, the ranks are 1, 3, 4 and so forth."),
    ("divers", "Put in order, the ranks are 1, 2, 3."),
    ("divers", "rank must be 1, 2, 3 and so on."),
    ("divers", "Sorted by bib, the ranks are 1, 2, 3 and so on."),
    ("leases", "The list must have a row for each day."),
    ("leases", "ended falls on the same day and month as begun, at least five years later."),
    ("leases", "German postcodes must be above 10000, Austrian ones exactly 2000."),
    ("leases", "German countries must be filled."),
    ("leases", "ended falls on the same day and month as ended."),
    ("leases", "ended falls on the same day and month as begun, exactly five months later."),
    # another country in brackets, a bound and an exact number, columns that choose nothing
    ("leases", "German postcodes (country AT) have exactly five digits."),
    ("leases", "code has at least five characters for flat leases and exactly four for shop "
     "leases."),
    ("leases", "postcode has exactly five digits where country is DE and exactly four where "
     "country is AT. Other kinds are not checked."),
    ("leases", "postcode has five digits where country is DE, four otherwise. Other countries are "
     "not checked."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
