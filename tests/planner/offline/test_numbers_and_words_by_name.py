"""Numbers and words that have a name: powers of two, zodiac signs, emojis."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "clocks": (
        ("clock", "teeth", "cubes", "stack", "star", "wheel_month", "maker", "motto", "dial"),
        ("a", 8, 27, 10, "Leo", "March", "Jean", "tick", "0101"),
        ("b", 12, 9, 12, "Lion", "mar", "José", "tick 🎉", "1100"),
        ("c", 1, 1, 6, "Virgo", "May", "Olaf", "tock!", "1021"),
        ("d", None, None, None, None, None, None, None, None),
    ),
    "hearts": (("heart", "motto"), ("a", "love ❤"), ("b", "plain")),
    "bits": (("bit", "flag"), ("a", "0"), ("b", "1"), ("c", "11")),
    "pins": (("pin_id", "pin"), ("a", "1357"), ("b", "1537"), ("c", "2468")),
    "twins": (("twin_id", "pin"), ("a", "1337"), ("b", "1537")),
}

FLAGGED: dict[str, list[Group]] = {
    "clocks": [
        (
            "two",
            "b",
            [
                "teeth must always be a power of two.",
                "teeth is a power of 2",
                "Flag clocks whose teeth is not a power of two.",
                "Is every teeth value a power of two?",
            ],
        ),
        ("three", "a b", ["teeth must be a power of three."]),
        ("cube", "b", ["cubes must be a perfect cube.", "cubes: cube numbers only"]),
        (
            "stack",
            "b",
            [
                "Every stack is a triangular number.",
                "stack must be a triangular number (1, 3, 6, ...)",
            ],
        ),
        (
            "star",
            "b",
            [
                "star must be one of the twelve zodiac signs",
                "star is one of the twelve signs of the zodiac.",
                "Flag clocks whose star is not a zodiac sign.",
            ],
        ),
        (
            "month",
            "b",
            [
                "wheel_month must be one of the twelve months.",
                "wheel_month is the full name of a month",
            ],
        ),
        (
            "ascii",
            "b",
            [
                "No maker may contain non-ASCII characters.",
                "Are there any non-ASCII characters in maker? None are allowed.",
                "Flag clocks whose maker contains characters outside the ASCII range.",
                "maker consists of plain ASCII characters only.",
            ],
        ),
        (
            "emoji",
            "b",
            [
                "Flag clocks whose motto contains an emoji.",
                "There must be no emoji in motto.",
                "motto: no emojis",
                "Emojis are not allowed in motto.",
            ],
        ),
        (
            "bits",
            "c",
            ["dial may contain only zeros and ones.", "dial is a string of 0 and 1 only."],
        ),
    ],
    "pins": [("up", "b", ["The digits of pin must be in ascending order."])],
}

DECLINED: list[tuple[str, str]] = [
    ("clocks", "star must be one of the eleven zodiac signs."),
    ("clocks", "teeth must be a power of something."),
    ("hearts", "motto must not contain an emoji."),
    ("bits", "flag may contain only zeros and ones."),
    ("twins", "The digits of pin must be in ascending order."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
