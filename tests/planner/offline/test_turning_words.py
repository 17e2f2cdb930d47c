"""Words that turn a meaning round: only, older, and the last of two; values that are elsewhere."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "boats": (
        ("boat", "kind", "afloat", "paint", "single_oars", "oars", "built_on", "checked_on", "fee"),
        ("B1", "dinghy", "yes", "red", 1, 2, "2014-05-01", "2024-05-01", 30),
        ("B2", "single", "no", None, 0, 2, "2019-03-01", "2018-03-02", None),
        ("B3", "barge", "yes", None, 2, 4, "2021-07-09", "2023-07-09", 70),
        ("B4", "check", "no", "blue", 1, 1, "2009-01-05", "2022-02-02", 10),
    ),
    "trips": (
        ("trip", "boat", "state", "member_no"),
        ("t1", "B1", "over", "m1"),
        ("t2", "B1", "off", "m2"),
        ("t3", "B3", "over", "m1"),
        ("t4", "B3", "off", "m3"),
    ),
}

FLAGGED = {
    "boats": [
        ("only-fact", "B2", [
            "paint is empty only for barges.",
            "paint is missing only for barges.",
            "paint may be empty only for barges.",
        ]),
        ("only-duty", "", ["fee must be above 20 only for barges."]),
        ("only-said-apart", "", ["fee must be filled, but only for barges."]),
        ("older", "B4", [
            "built_on must not be older than 2010-01-01.",
            "built_on must be no older than 2010-01-01.",
            "Flag boats whose built_on is older than 2010-01-01.",
        ]),
        ("older-than-column", "B2", [
            "built_on must be older than checked_on.",
            "checked_on must be newer than built_on.",
            "checked_on must not be older than built_on.",
        ]),
        ("age-of-numbers", "B4", ["oars must be older than 1."]),
        ("or-none", "B4", ["fee must be at least 20 or empty."]),
        ("any-missing", "B2", [
            "Any boats without a fee?", "Any boats without a fee? None should be.",
        ]),
        ("days-before", "B2", [
            "built_on at least two years before checked_on.",
            "built_on at least two years before checked_on",
        ]),
        ("command", "B2 B3", ["Check that boats have a paint."]),
        ("kind-and-flag", "B2", ["Single boats that are not afloat must have a paint."]),
    ],
}  # fmt: skip

DECLINED = [
    ("boats", "fee must be filled only for barges."),
    ("boats", "paint should be empty only for barges."),
    ("boats", "paint must be red only for barges."),
    ("boats", "Only barges must be afloat."),
    ("boats", "Only barges need to be afloat."),
    ("boats", "afloat should be yes, or no if kind is barge."),
    ("boats", "checked_on must be longer than built_on."),
    ("boats", "fee must be newer than oars."),
    # A command, or the kind "check"?
    ("boats", "Check boats have a paint."),
    ("boats", "The average of singles must be at least 1."),
    ("boats", "Every boat has at least one single_oars and one oars."),
    ("boats", "The paint must not be empty in fewer than 5% of the rows."),
    ("boats", "Boats without both a paint and a fee must be afloat."),
    ("boats", "Barges must have a fee and no paint or a built_on."),
    ("boats", "If paint is empty, fee must be filled and vice versa."),
    ("boats", "Are all checked boats afloat? Only for barges."),
    ("boats", "built_on may be no older than 2010-01-01."),
    ("boats", "We never want a fee above 50, only for barges."),
    ("boats", "paint and fee may only come together on barges."),
    ("boats", "fee must be 10 times oars but at least 20."),
    ("boats", "Each kind has at least one boat unless it has no oars."),
    ("boats", "Barges need neither a paint nor a fee."),
    ("boats", "Boats that are not afloat or without a fee need a paint."),
    ("trips boats", "The boat of a boat must be one of the boats of its trips."),
    ("trips boats", "If all trips of a boat are off, afloat must be no."),
    ("boats", "Boats are not barges or afloat."),
    ("boats", "A kind must not have more than 3 boats and 2 paints."),
    ("boats", "paint missing where afloat?"),
    ("boats", "Paint and fee missing?"),
    ("boats", "May paint be empty? Only for barges."),
    ("boats", "May paint be empty? Not for barges."),
    ("boats", "fee must be at least 20, or empty for barges."),
    ("boats", "fee must be empty or above 20 if afloat."),
    ("boats", "fee: required if kind is barge, forbidden if dinghy"),
    ("boats", "All kinds have the same number of boats."),
    ("trips boats", "At most one of the trips of a barge may be off."),
    ("trips boats", "At most half of the trips of a boat may be over."),
]  # fmt: skip

checked, test_what_is_meant_is_flagged, test_what_may_turn_it_round_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
