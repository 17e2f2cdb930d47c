"""Measures and shares asked for and then judged, questions of all, reasons before a rule."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "tows": (
        ("tow_no", "pilot", "state", "height_m", "wait_min", "began", "wingspan_cm", "fee"),
        (1, "ann", "flown", 600, 4, "09:15", 1500, 20),
        (2, "bo", "aborted", 40, 50, "9:30", 1500, 0),
        (3, "ann", "flown", 800, -9, "10:05", 1800, 25),
        (4, "cy", "flown", 700, 7, "11:00", 1500, 22),
    ),
    "hives": (
        ("tag_no", "queen_code", "organic", "seal", "comb_c", "note", "kg"),
        ("h1", "Q-01", "yes", "s1", 34, '{"a": 1}', 10),
        ("h2", "X-02", "no", None, 36, "{a}", 12),
        ("h3", None, "yes", None, 35, None, 30),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "tows": [
        (
            "share",
            "1",
            [
                "What share of the tows has state aborted? More than 20% is too many.",
                "What share of tows has state aborted? It must not be above a fifth.",
                "Check the share of tows with state aborted. It must not exceed 20%.",
                "Look at the share of tows with state = aborted: it must stay below 25%.",
                "What percentage of tows has the state aborted? Anything above 24% is too high.",
                "What share of tows has state aborted? Up to 24% is fine.",
            ],
        ),
        (
            "held",
            "0",
            [
                "What share of the tows has state aborted? More than 30% is too many.",
                "How large a share of the tows has state flown? Less than half would be too few.",
                "Check the share of tows with state flown. It must be at least 75%.",
                "Do we have at least 3 different pilots in the tows?",
            ],
        ),
        (
            "mean",
            "1",
            [
                "What is the average wait? More than 10 minutes is too much.",
                "How high is the largest wait? Anything over 40 is wrong.",
                "Work out the mean fee. Less than 20 would be too little.",
            ],
        ),
        (
            "units",
            "2 3",
            [
                "Flag tows with a wait of more than 45 minutes or less than -5.",
                "Flag tows with a wait below -5 or above 45 minutes.",
            ],
        ),
        (
            "always",
            "2 3",
            [
                "Is the wait always height_m / 150, give or take 5?",
                "Is wait_min always height_m / 150, give or take 5?",
            ],
        ),
        (
            "range",
            "2",
            [
                "Flag tows with a height other than 500 to 900.",
                "Are there tows with a height_m other than 500 to 900?",
            ],
        ),
        (
            "power",
            "1 2 3 4",
            [
                "fee must equal (height_m / 100)^2.",
                "fee must equal height_m squared.",
                "fee must equal (height_m / 100) * * 2.",
                "fee must equal the square of height_m.",
                "fee must equal height_m cubed.",
            ],
        ),
        (
            "kept",
            "2",
            [
                "Fees are agreed by phone. They must be at least 20.",
                "Fees come straight from the bank and so must never be below 20.",
                "Fees come straight from the bank, so they must never be below 20.",
                "The fee is deducted by the club and therefore must not be below 20.",
            ],
        ),
        (
            "span",
            "3",
            [
                "The wingspan width must be at most 1700.",
                "Every tow needs a wingspan length of at most 1700 cm.",
                "The wingspan width may not exceed 1700.",
            ],
        ),
        (
            "waiting",
            "2",
            [
                "The waiting time must be at most 10 minutes.",
                "Flag tows with a waiting time above 10.",
            ],
        ),
        (
            "clock",
            "2",
            [
                "began must be HH:MM.",
                "began must be written HH:MM on the 24-hour clock.",
                "began has to be HH:MM on the 24-hour clock, with two digits for the hour.",
            ],
        ),
        (
            "terse",
            "",
            [
                "fee at most 3 sample standard deviations from the mean of fee",
            ],
        ),
    ],
    "hives": [
        (
            "json",
            "h2",
            [
                "Can the note of each hive be parsed as JSON?",
                "Is the note of every hive valid JSON?",
            ],
        ),
        (
            "warm",
            "h2",
            [
                "The comb temperature must be at most 35.",
                "Is the comb temperature of each hive at most 35?",
            ],
        ),
        (
            "starts",
            "h2",
            [
                "Flag hives whose queen_code starts with anything but Q or R.",
                "queen_code must never start with something other than Q, R or S.",
            ],
        ),
        (
            "codes",
            "h2",
            [
                "The breeder prints the queen codes. They have to read Q, a dash and two digits.",
                "The breeder prints the queen code. It must be Q, a dash and two digits.",
            ],
        ),
        (
            "either",
            "h3",
            [
                "If organic is yes we need a seal; if it is no there must not be one.",
                "If organic is yes there must be a seal; if it is no there must be none.",
                "Organic wax sells well. If organic is yes there must be a seal.",
            ],
        ),
        (
            "before",
            "h3",
            [
                "Organic hives get visited. If organic is yes, seal must be filled.",
                "Organic honey sells well. If organic is yes, seal must be filled.",
                "Our new extractor broke. If organic is yes, seal must be filled.",
                "The office cannot work at night. If organic is yes, seal must be filled.",
            ],
        ),
    ],
}

DECLINED = [
    ("tows", "fee more than 3 standard deviations from the mean"),
    ("tows", "height_m must be 3 digits on the 24-hour clock."),
    ("tows", "Do we have more than 3 different pilots?"),
    ("tows", "What share of tows has state aborted? Less than 20% is too many."),
    ("tows", "What share of tows has state aborted? More than 20% is fine."),
    ("tows", "What share of tows has state aborted? 20% is too many."),
    ("tows", "What is the average wait? More than 10 minutes is fine."),
    ("tows", "What is the wait? More than 10 minutes is too much."),
    ("tows", "Flag tows with a wait of more than 2 hours or less than -5."),
    ("tows", "fee must equal 10^2."),
    ("tows", "fee must equal height_m^9."),
    ("tows", "The wingspan length must be at most 1700."),
    ("tows", "The height time must be at most 9."),
    ("tows", "Some fees are agreed by phone. They must be at least 20."),
    ("tows", "Tows have fees. They must be at least 20."),
    ("tows", "The fee is zero for guests and so must be at least 20."),
    ("hives", "Merlin hives are different. If organic is yes, seal must be filled."),
    ("hives", "Small hives carry none. If organic is yes, seal must be filled."),
    ("hives", "Small hives need no seal. If organic is yes, seal must be filled."),
    ("hives", "Small hives go unsealed. If organic is yes, seal must be filled."),
    ("hives", "Kilos are weighed wet. If organic is yes, seal must be filled."),
    ("hives", "This is about small hives. If organic is yes, seal must be filled."),
    ("hives", "Take the small hives. If organic is yes, seal must be filled."),
    ("hives", "The kg is noted in autumn. If organic is yes, seal must be filled."),
    ("hives", "The oven temperature must be at most 35."),
]  # fmt: skip

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
