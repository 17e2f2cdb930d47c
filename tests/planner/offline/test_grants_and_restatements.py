"""Second sentences that allow, restate or leave out: proven, widening the rule, or declined."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "walks": (
        (
            "walk",
            "guide",
            "badge",
            "left_on",
            "back_on",
            "km",
            "grade",
            "fare",
            "tip",
            "total",
            "region",
            "phone",
            "mail",
            "numStops",
        ),
        (
            "W1",
            "G1",
            "AB-1",
            "2026-01-02",
            "2026-01-03",
            100,
            "A",
            20,
            5,
            25,
            "north",
            123,
            "a@b",
            3,
        ),
        ("W2", "G1", "AB-1", "2026-01-04", "2026-01-03", 150, "B", 30, 6, 36, "south", "", "", 0),
        ("W3", "G2", "CD-2", "2026-01-06", "", 150, "C", 12, 4, 17, "east", 555, "", 2),
        ("W4", "G2", "ab-1", "2026-01-07", "2026-01-09", "", "A", -4, 8, 4, "north", "", "d@b", -1),
        ("W5", "G3", "", "2026-01-08", "2026-01-11", 140, "b", 9.5, 2, 11.5, "west", 777, "e", 1),
    ),
    "guides": (
        ("guide", "home"),
        ("G1", "Bern"),
        ("G2", "Chur"),
    ),
    "stops": (
        ("stop", "walk", "place", "town", "crates"),
        ("S1", "W1", 1, "Bonn", 3),
        ("S2", "W1", 2, "Trier", 4),
        ("S3", "W2", 1, "Bonn", 9),
        ("S4", "W2", 3, "Mainz", 8),
        ("S5", "W3", 1, "Ulm", 2),
    ),
}

FLAGGED = {
    "walks": [
        ("stays", "W5", [
            "km must not fall from one row to the next, but it may stay level.",
            "km never goes down from one row to the next; it can remain unchanged.",
            "km must not fall from one row to the next. Standing still is fine.",
            "km must not fall from one row to the next. It need not rise.",
            "km must be higher than in the row before; it may stay the same.",
            "km must rise from row to row; repeats are fine.",
            "km must not fall from one row to the next (rows are in date order, skip blanks).",
            "km must not fall from one row to the next (the list is in time order).",
        ]),
        ("grouped", "W2", [
            "For each guide, flag rows where fare is higher than in the row before of that guide.",
        ]),
        ("occur", "0", [
            "'A' and 'C' must each occur in grade; other grades may occur as well.",
            "'A' and 'C' must each occur in grade. There may be others too.",
            "'A' and 'C' must each occur in grade, in any order.",
        ]),
        ("any-case", "W3", [
            "grade must be 'A' or 'B' when upper and lower case are ignored.",
            "grade must be one of 'a' or 'b', with upper and lower case ignored.",
            "grade must be 'A' or 'B' even if case is disregarded.",
        ]),
        ("any-case-unique", "W1 W2 W4", [
            "No two walks may have the same badge once upper and lower case are ignored.",
            "badge must be unique even when we ignore case.",
        ]),
        ("unique", "W1 W2", [
            "badge must be unique. A walk need not have one.",
            "badge must be unique. Walks without one are all right.",
            "badge must be unique. Some walks have none, which is fine.",
            "badge must be unique, but not every walk has one.",
            "badge must be unique within each guide. Different guides may have the same badge.",
            "badge must be unique within a guide; it may occur again in another guide.",
        ]),
        ("agree", "W3 W4", [
            "Each guide must always have the same badge. A guide may occur more than once.",
            "Each guide must always have the same badge. Different guides may have the same badge.",
            "All walks of a guide must have the same badge; flag all walks of a guide that have a "
            "badge where the badges differ.",
            "A guide must always have the same badge; flag all walks of a guide where the badge "
            "varies.",
        ]),
        ("one-of", "W2", [
            "Are there walks without any phone or mail? There must be at least one of the two.",
            "Each walk must have a phone or a mail; one of the two is enough.",
            "Each walk must have a phone or a mail. Having both is fine.",
            "phone or mail must be filled. At least one of them is required.",
        ]),
        ("sum", "W3", [
            "total must equal fare plus tip. km is not part of it.",
            "total must equal fare plus tip; km is not included.",
            "total must be the sum of fare and tip, not counting km.",
        ]),
        ("below", "W4", [
            "The number of stops (numStops) must not be negative.",
            "Flag walks whose number of stops (numStops) is below 0.",
            "numStops must not be negative; it may be zero.",
        ]),
        ("whole", "W5", [
            "fare must be a whole number, it may be negative.",
            "fare must be a whole number; negative values are allowed.",
        ]),
        ("limit", "W2", [
            "The purse holds 25 euros, so fare must not be more than that.",
            "A coach has room for 25, so no fare may be above that.",
        ]),
        ("besides", "W5", [
            "phone may be empty, but badge must be filled.",
            "badge must be filled; mail need not be.",
        ]),
        ("save-some", "W2", ["mail may be empty, but if grade is 'B' mail must be filled."]),
        ("not-back", "W2", [
            "back_on must be after left_on. Walks that have no back_on yet are fine.",
        ]),
    ],
    "walks guides": [
        ("known", "W5", [
            "Every guide in walks must be listed in guides. An empty one is all right.",
            "Every guide in walks must be listed in guides. It need not be filled.",
        ]),
    ],
    "stops": [
        ("runs", "S3 S4", [
            "In each walk place runs 1, 2, 3, ... without gaps. Flag all stops of a walk where it "
            "does not.",
        ]),
        ("room", "1", [
            "The van has room for 20 crates, so all the crates together must not come to more than "
            "that.",
            "The van holds 20 crates. All the crates together must not exceed that.",
        ]),
    ],
    "walks stops": [
        ("has", "W4 W5", [
            "Every walk must have at least one stop in Bonn or Ulm; it may have others too.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("walks", "grade must be 'A' or 'B'; other values may occur as well."),
    ("walks", "grade must be 'A' or 'B'; it may stay the same."),
    ("walks", "'A' and 'C' must each occur in grade. Nothing else is allowed."),
    ("walks", "km must be at least 5 higher than in the row before; it may stay the same."),
    ("walks", "km must rise from row to row, in any order."),
    ("walks", "fare must be between 5 and 90 (rows are in time order)."),
    ("walks", "badge must be unique. It may occur more than once."),
    ("walks", "badge must be unique; the same badge may occur in other regions."),
    ("walks", "badge must be unique. Different guides may have the same badge."),
    ("walks", "Each walk must have a phone or a mail. There must be at least one of the three."),
    ("walks", "Exactly one of phone and mail must be filled. Both is fine too."),
    ("walks", "phone and mail must be filled. One of them is enough."),
    ("walks", "total must equal fare plus tip; tip is not part of it."),
    ("walks", "fare must be at most 90; km is not part of it."),
    ("walks", "fare must be a whole number; it may have decimals."),
    ("walks", "fare must be between 5 and 90; it may be zero."),
    ("walks", "badge must be filled. A walk need not have one."),
    ("walks", "badge must be filled. Not every walk has one."),
    ("walks", "badge must be unique. Several walks may share one."),
    ("walks", "badge must be filled; badge need not be."),
    ("walks", "We keep 60% of the fare, so tip must not be more than that."),
    ("walks", "km was 5 to 9, so fare must not be above that."),
    ("walks", "All walks of a guide must have the same badge; flag all walks of a region where the "
              "badges differ."),
    ("walks", "The number of grades (grade) must not be negative."),
    ("walks stops", "Every walk must have a stop. A walk need not have one."),
    ("walks stops", "Every walk must have a stop. An empty one is all right."),
]  # fmt: skip

checked, test_what_is_granted_is_read, test_what_is_at_odds_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
