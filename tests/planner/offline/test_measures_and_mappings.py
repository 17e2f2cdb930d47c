"""Measures, counts of kinds, values that follow from other values, units and initials."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "assays": (
        ("assay", "metal", "given in", "purity", "lot", "TA", "SO", "pulp_l", "room_c", "curr"),
        (1, "silver", "grams", 92, "A", 5.5, 31, 200, 20.5, "EUR"),
        (2, "gold", "ounces", 75, "B", 6.1, 5, 210, -3.0, "USD"),
        (3, "DO", "tons", 99, "A", 4.9, 30, 190, -12.5, "EUR"),
        (4, "iron", None, 60, "B", 5.1, 33, None, 22.0, "CHF"),
        (5, "silver", "ounces", 80, "A", 5.6, 40, 205, -30.0, "EUR"),
        (6, "iron", "tons", 81, "B", 5.7, 41, 206, 11.0, "EUR"),
    ),
    "tastings": (
        ("tasting", "band", "band_no", "held", "mnth", "quarter", "half", "wday", "wday_iso"),
        (1, "low", 1, "2024-01-07", 1, 1, 1, 0, 7),
        (2, "mid", 2, "2024-05-20", 5, 2, 1, 1, 1),
        (3, "high", 3, "2024-08-31", 8, 3, 2, 6, 6),
        (4, "low", 2, "2024-12-25", 12, 1, 2, 4, 3),
        (5, "mid", 2, "2023-11-05", 11, 4, 1, 7, 7),
    ),
    "bills": (
        ("bill", "net", "vat", "gross", "km", "miles"),
        (1, 100, 19, 119, 10, 6.2),
        (2, 50, 9.5, 59.6, 20, 12.43),
        (3, 20, 3.8, 23.9, 5, 3.1),
        (4, 10, 1.9, 12.9, 8, 4.9),
    ),
    "lockers": (
        ("locker", "aisle", "phone", "fee", "level", "hall", "debt", "barred"),
        (1, 1, "06", 5.5, 12, "A", -4, "Y"),
        (2, 2, None, 6.5, 25, "B", 3, "N"),
        (3, 3, "07", 7.5, 99, "A", -9, "N"),
        (4, 3, None, 8.5, 14, "B", 0, "Y"),
        (5, 1, "09", 9.5, 19, "A", 7, "N"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "assays": [
        (
            "initials",
            "2",
            [
                "The titratable acidity of an assay must be lower than its sugar output.",
                "sulphur oxide must be above the titratable acidity.",
            ],
        ),
        ("short", "3", ["The pulp must be at least 195 litres.", "Assay pulp must be above 195."]),
        (
            "median",
            "0",
            [
                "The median assay pulp must lie between 200 and 210 litres.",
                "The mean pulp of all assays lies between 200 and 210.",
            ],
        ),
        (
            "given-in",
            "5",
            [
                "Silver must be given in grams and gold in ounces.",
                "Silver is weighed in grams, gold in ounces and DO in tons.",
            ],
        ),
        (
            "given-in-none",
            "5 6",
            [
                "Silver is quoted in grams, DO in tons and gold in ounces; iron has no given in.",
                "Silver must be in grams, gold in ounces, while iron has no given in at all.",
            ],
        ),
        (
            "below-zero",
            "5",
            [
                "room_c must be at least -20 degrees.",
                "room_c must not fall below minus 20 °C.",
                "room_c must lie between -20 °C and 25 °C.",
            ],
        ),
        (
            "kinds",
            "1",
            [
                "No more than two different currencies may be in use.",
                "More than two different currencies must not be in use.",
                "At least four different currencies must be in use.",
            ],
        ),
        ("kinds-kept", "0", ["At most three different currencies are in use."]),
        (
            "apart",
            "1",
            [
                "The mean purity has to be lower on rows with lot A than on rows with lot B.",
                "The average purity must be higher where lot is B than where lot is A.",
                "In lot B the mean purity must be higher than in lot A.",
            ],
        ),
        ("apart-kept", "0", ["The median purity is higher in lot A than in lot B."]),
        (
            "correlated",
            "1",
            [
                "purity and TA need a Pearson correlation of 0.5 or higher.",
                "There has to be a rank correlation of at least 0.9 between purity and TA.",
                "Between purity and TA there must be a correlation above 0.5.",
            ],
        ),
        ("uncorrelated", "0", ["purity and TA must have a correlation of 0.9 or less."]),
    ],
    "tastings": [
        (
            "mapped",
            "4",
            [
                "band_no is just band as a number: low stands for 1, mid for 2 and high for 3.",
                "band_no is derived from band: low gives 1, mid 2, high 3.",
                "band_no is nothing but band turned into points: low = 1, mid = 2 and high = 3.",
                "band_no comes from band: low counts as 1, mid as 2 and high as 3.",
                "band_no: low stands for 1, mid for 2 and high for 3.",
            ],
        ),
        (
            "months",
            "4",
            [
                "The quarter follows from the month: January, February and March are quarter 1, "
                "April to June 2, July to September 3 and October to December 4.",
                "quarter depends on the month of held: January to March is 1, April to June is 2, "
                "July to September is 3 and October to December is 4.",
                "quarter must be 1 for January to March, 2 for April to June, 3 for July to "
                "September and 4 for October to December, depending on held.",
                "Depending on mnth, quarter must be 1 for January to March and 4 for October to "
                "December.",
            ],
        ),
        (
            "months-over-new-year",
            "2 4",
            ["half follows from the month of held: November to January 1, and May to August 2."],
        ),
        (
            "coded",
            "5",
            [
                "half is coded 2 if held falls in 2023 and 1 if it falls before 2023.",
                "half is set to 2 when held is in 2023.",
            ],
        ),
        ("coded-else", "1 2", ["half is coded 1 if held is in 2023 and 2 otherwise."]),
        (
            "weekday",
            "4 5",
            [
                "wday is counted from 0 for Sunday to 6 for Saturday and has to agree with the "
                "date in held.",
                "wday must match held, with 0 for Sunday and 6 for Saturday.",
                "wday must fit held (0 = Sunday, 1 = Monday).",
                "wday must be the weekday number of held, 0 being Sunday.",
                "wday runs from 0 for Sunday to 6 for Saturday and must fit held.",
            ],
        ),
        (
            "weekday-iso",
            "",
            [
                "wday_iso must be the day of the week of held, counting from 1 for Monday to 7 for "
                "Sunday.",
                "wday_iso must agree with held (Monday = 1, Sunday = 7).",
            ],
        ),
        ("weekday-else", "1 2 3 4 5", ["wday_iso must agree with held (Saturday is 0)."]),
    ],
    "bills": [
        (
            "within",
            "4",
            [
                "gross must tally with net + vat, give or take 0.1.",
                "gross has to come out at net + vat to within 0.1.",
                "gross must be close to net + vat (within 0.1).",
                "gross must correspond to net + vat within a margin of 0.1.",
                "gross must equal net + vat except for rounding differences of up to 0.1.",
                "gross must equal net + vat; allow 0.1 for rounding.",
                "gross and net + vat must agree to within 0.1.",
                "gross and net + vat must not differ by more than 0.1.",
                "gross may not be off net + vat by more than 0.1.",
            ],
        ),
        ("exact", "2 3 4", ["gross must tally with net + vat."]),
        (
            "not-above",
            "4",
            [
                "gross must not exceed net + vat by more than 0.2.",
                "gross may exceed net + vat by at most 0.2.",
                "gross must not be above net * 1.19 by more than 0.2.",
            ],
        ),
        (
            "not-below",
            "4",
            [
                "miles must not fall short of km * 0.621 by more than 0.02.",
                "miles may be below km * 0.621 by up to 0.02.",
            ],
        ),
    ],
    "lockers": [
        (
            "on-file",
            "1",
            [
                "Do we have a phone for at least 80% of the lockers?",
                "Have we recorded a phone for 90% or more of the lockers?",
            ],
        ),
        ("on-file-kept", "0", ["Do we have a phone on file for at least 60% of the lockers?"]),
        ("on-file-each", "2 4", ["Do we know the phone of every locker?"]),
        ("on-file-some", "4", ["We must have a phone for each locker with level 14."]),
        (
            "although",
            "3",
            [
                "Does any locker have a negative debt although its barred is N?",
                "No locker may have a negative debt even though its barred is N.",
            ],
        ),
        (
            "exactly",
            "1",
            [
                "The aisles that occur in aisle must be exactly 1, 2, 3 and 4, each of them at "
                "least once.",
                "The values that occur in aisle must be exactly 1 and 2.",
                "The halls that are used are exactly A, B and C, and each of them must occur.",
                "The aisles that occur must be exactly 1, 3 and 5.",
            ],
        ),
        ("exactly-kept", "0", ["The values found in aisle must be exactly 1, 2 and 3."]),
        (
            "ranges",
            "5",
            [
                "level must be 11 to 18, 21 to 28 or 99.",
                "Levels are 11 to 18, 21 to 28 and 91 to 99. Anything else is wrong.",
                "level must lie in one of the ranges 11 to 18, 21 to 28 and 99 to 100.",
                "level must be from 11 to 14, from 20 to 30 or from 90 to 99.",
            ],
        ),
        ("two-ranges", "3 5", ["level must be 11 to 18 and 21 to 28."]),
        ("not-in-ranges", "1 2 4", ["level must not lie in 11 to 18 and 21 to 28."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    # Words that choose rows, or several of them, have no initials.
    ("assays", "The second order must be filled."),
    ("assays", "The titratable acidities must be positive."),
    ("assays", "Other types must be filled."),
    # A list of "or", values of one column only, or a unit that no value is.
    ("assays", "Silver is sold in grams or gold in ounces."),
    ("assays", "Silver is listed in iron and gold in ounces."),
    ("assays", "Silver is weighed in grams, gold in carats and iron in pots."),
    ("assays", "room_c must be above -4 °F."),
    ("assays", "purity and TA need a correlation of 12."),
    ("assays", "purity, SO and TA need a correlation of 0.5."),
    ("assays", "purity and TA need a correlation of 0.5."),
    # Values or months that are told twice; a column that has no month.
    ("tastings", "band_no is band as a number: low stands for 1, low for 2 and high for 3."),
    ("tastings", "band_no is half as a number: low stands for 1, mid for 2 and high for 3."),
    (
        "tastings",
        "The quarter follows from the month of held: January to March 1, March to June 2.",
    ),
    ("tastings", "The quarter follows from band_no: January to March 1, April to June 2."),
    ("tastings", "half is coded 1 if it is below 90 and 2 if it is above 90."),
    # Whether Sunday is 0 or 7 is not told; two days that do not go together.
    ("tastings", "wday must match held (1 = Monday)."),
    ("tastings", "wday must match held (0 = Sunday, 1 = Tuesday)."),
    ("tastings", "wday must match held (0 = Monday, 7 = Sunday)."),
    ("tastings", "wday must be between 0 for Sunday and 6 for Saturday."),
    # Near what, and how near, must both be told.
    ("bills", "gross must be near net + vat."),
    ("bills", "gross must be close to net."),
    ("bills", "gross must exceed net + vat by more or less 0.1."),
    # A share that asks for nothing; bounds that no number keeps.
    ("lockers", "Do we have a phone for at most 10% of the lockers?"),
    ("lockers", "level must be at least 20, at most 10 and above 5."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
