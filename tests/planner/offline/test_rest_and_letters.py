"""What is not asked of the rest, values that may not stand, how many letters a text has."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "looms": (
        ("loom", "yarn", "speed", "weaver", "shade", "spare", "top", "low", "sold"),
        ("L1", "silk", 9, "Ida", "red", "yes", 3, 2, "4"),
        ("L2", "silk", 4, "Odd", "blue", "no", 2, 2, "n/a"),
        ("L3", "wool", 9, "Sven", "grey", "often", 1, 2, "7"),
        ("L4", "wool", 2, "Ida", "reddish", None, 4, 3, None),
    ),
    "labels": (
        ("label", "name", "code"),
        ("b1", "amber", "ab-1"),
        ("b2", "sun", "ab"),
        ("b3", "crimson", "abc"),
    ),
}  # fmt: skip

FLAGGED = {
    "looms": [
        ("rest", "L1", [
            "speed may be at most 5 where the yarn is silk. Other yarns are not limited.",
            "If yarn is silk, speed must be at most 5; other yarns may have any speed.",
            "If yarn is silk, speed must be at most 5. For the others anything goes.",
            "If yarn is silk, speed must be at most 5; the rest is free.",
        ]),
        ("not-there", "L2 L3", [
            "Neither Odd nor Sven may be entered as weaver.",
            "Odd and Sven must not be listed as weaver.",
            "Odd and Sven are not valid weavers.",
        ]),
        ("text", "L2", [
            "Flag looms whose sold is text instead of a number.",
            "Flag looms whose sold is not a number but a word.",
        ]),
        ("says", "L3", [
            "Flag looms whose spare says anything but yes or no.",
            "spare must say yes or no.",
        ]),
        ("higher", "L2 L3", ["top must be a higher number than low."]),
        ("come-in", "L2", ["Silk looms come in red only."]),
    ],
    "labels": [
        ("five", "b2 b3", [
            "name must have exactly five letters.",
            "A name has between 4 and 5 letters.",
            "Every name on a label must have 4 to 5 letters.",
        ]),
        ("most", "b3", ["name must have at most 6 letters."]),
    ],
}  # fmt: skip

DECLINED = [
    ("looms", "speed must be at most 5. Other yarns are not limited."),
    ("looms", "If yarn is silk, speed must be at most 5. Other shades are not limited."),
    ("labels", "code must have three letters."),
]  # fmt: skip


checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
