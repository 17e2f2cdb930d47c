"""What nobody wants, in frames of every day; what becomes of it; words that add nothing."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "kites": (
        ("kite", "span", "tail", "price", "colour", "sold_on"),
        ("K1", 120, 3, 40, "red", "2024-05-01"),
        ("K2", 0, 3, 35, "blue", None),
        ("K3", -5, 2, 60, None, "2024-05-03"),
        ("K44", 90, 9, 0, "red", "2024-06-01"),
    ),
}

FLAGGED = {
    "kites": [
        ("values", "K2 K3", [
            "We never want to see a span of 0 or below.",
            "We don't accept a span of 0 or less.",
            "Alert on any span of 0 or below.",
            "A span of 0 or below makes no sense.",
            "Spans below 1 cannot occur.",
            "Positive span required.",
            "The span cannot be zero, let alone negative.",
            "span may only contain values greater than 0.",
            "span > 0 everywhere",
            "The span must be above 0, without exception.",
            "Verify: span is above 0",
            "What kites have a span of 0 or less?",
            "Find me kites with a span of 0 or less, please.",
            "span shall be above 0, otherwise flag the kite.",
            "Whenever span is below 1, the kite is wrong.",
            "Kites with a span below 1 need to be corrected, so flag them.",
        ]),
        ("rows", "K3", [
            "We do not want kites without a colour.",
            "Warn me about kites without a colour.",
            "We reject kites that have no colour.",
        ]),
        ("whole-text", "K44", ["Kites whose kite is not 2 characters long must be flagged."]),
    ],
}  # fmt: skip

DECLINED = [
    ("kites", "We never want kites."),
    ("kites", "The average of span must be above 0 everywhere."),
    ("kites", "What is the average span?"),
    ("kites", "TODO: span must be above 0"),
    ("kites", "span shall be above 0, otherwise flag the red kite."),
]  # fmt: skip

checked, test_what_is_unwanted_is_flagged, test_what_says_more_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
