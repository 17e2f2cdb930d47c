"""Values, ranges, lengths and measures as owners tell them, over tables of a berth and a choir."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "moorings": (
        ("mooring", "pier", "kind", "paid_on", "low_water", "high_water", "nights", "tilt"),
        ("M1", 4, "buoy", "2023-06-03", 1.5, 3.2, 2, 1),
        ("M2", 7, "jetty", "2023-06-10", 1.2, 1.1, 5, -1),
        ("M3", 4, "anchor", "2023-06-11", 1.1, 3.0, None, 0),
        ("M4", 9, "buoy", "2023-07-01", 2.0, 3.9, 4, 2),
        ("M5", 7, "slip", None, 1.0, 3.1, 9, 1),
    ),
    "singers": (
        ("singer", "choir", "row", "place", "stage_name", "full_name", "rating", "joined_on"),
        ("S1", "north", 1, 1, "Ann", "Anna Berg", 1, "2020-01-05"),
        ("S2", "north", 1, 1, "Bob", "Bo", 3, "2020-02-30"),
        ("S3", "north", 1, 2, "Cy", "Cy", 3, "2020-03-01"),
        ("S4", "south", 1, 2, "Deb", "Debra Holm", 4, "2020-03-02"),
        ("S5", "south", 1, 3, "Eve", "Evelyn", None, "soon"),
        ("S6", "south", 2, 3, "Flo", "Florence", 4, "2020-03-04"),
    ),
}

FLAGGED = {
    "moorings": [
        ("first-days", "M3 M4", [
            "paid_on must be in the first ten days of June 2023.",
            "Flag moorings that were not paid in the first 10 days of June 2023.",
            "Flag moorings paid outside the first ten days of June 2023.",
            "No mooring may be paid later than the first ten days of June 2023.",
        ]),
        ("second-half", "M1 M2 M3 M4", ["paid_on must lie in the second half of June 2023."]),
        ("last-days", "M1 M2 M3", ["paid_on must not be in the last 30 days of June 2023."]),
        ("last-months", "M1 M2 M3", ["paid_on must be in the last six months of 2023."]),
        ("neither", "M1 M4", [
            "paid_on must not lie before 10 June 2023 nor after 30 June 2023.",
            "paid_on must neither lie before 10 June 2023 nor after 30 June 2023.",
            "paid_on must not be before 10 June 2023, nor after 30 June 2023.",
        ]),
        ("not-and-not", "M1 M5", [
            "nights must not be less than 4, and not more than 5.",
            "nights must not be less than 4, but not more than 5.",
            "nights may not fall below 4 nor exceed 5.",
        ]),
        ("nothing-but", "M4", [
            "Nothing but 4 and 7 may be entered in pier.",
            "In pier, nothing but 4 or 7 is allowed.",
            "pier may contain nothing but 4 or 7.",
            "Only 4 and 7 may be chosen in pier.",
            "Anything other than 4 or 7 in pier is wrong.",
            "Any value except 4 and 7 is forbidden in pier.",
            "Only piers 4 and 7 may be given.",
            "Nothing but piers 4 or 7 may be used.",
        ]),
        ("both-out", "M2 M4 M5", [
            "Piers 7 and 9 are closed for painting, so no mooring may be in either of them.",
            "Piers 7 and 9 were sold, so no mooring may be there.",
            "Piers 7 and 9 were pulled down. Therefore moorings must not be in any of them.",
            "Piers 7 and 9 are shut, so they must not occur.",
            "Piers 7 and 9 are shut, so neither may occur.",
        ]),
        ("one-out", "M4", ["Pier 9 is rotten, so no mooring may be in it."]),
        ("kinds-out", "M1 M4 M5", [
            "Kinds buoy and slip are sold out, so no mooring may have either of them.",
        ]),
        ("elided", "M2", [
            "The low water must be below the high one.",
            "Flag moorings whose high water is not above the low one.",
        ]),
        ("signed", "M4", ["tilt must be -1, 0 or +1.", "tilt must be between -1 and +1."]),
        ("portion", "1", ["In at least 9 of 10 moorings, paid_on must be filled."]),
        ("portion-kept", "0", ["In 4 of 5 moorings paid_on must be filled."]),
        ("counted-rows", "1", ["The number of moorings must be even."]),
        ("budget", "1", [
            "We rent 15 nights, so all nights together must not come to more than that.",
        ]),
        ("filled", "1", ["The number of filled nights values must be at least 5."]),
        ("rises", "M4", [
            "Flag moorings where nights is lower than the last known nights before it.",
            "nights must not be lower than the last recorded value before it.",
            "Flag moorings whose nights are lower than the last filled one.",
        ]),
    ],
    "singers": [
        ("lengths", "S2", [
            "stage_name must not be longer than full_name.",
            "stage_name must not have more characters than full_name.",
            "full_name must have at least as many characters as stage_name.",
            "Is any stage_name longer than its full_name?",
        ]),
        ("equal-lengths", "S1 S2 S4 S5 S6", [
            "stage_name and full_name must be equally long.",
            "stage_name and full_name must have the same number of characters.",
            "stage_name must be as long as full_name.",
        ]),
        ("by-so-much", "S2 S3", [
            "stage_name must be at least 3 characters shorter than full_name.",
        ]),
        ("two-measures", "1", [
            "The median of rating must be 3 and its 75th percentile must not be above 3.5.",
            "The mean of rating must be 3 and the upper quartile must be below 4.",
            "rating must have a median of 3 and a 75th percentile of at most 3.5.",
            "Tell me if the median of rating is not 3 or its 75th percentile is above 3.5.",
        ]),
        ("two-measures-kept", "0", [
            "The median of rating is 3 and its 75th percentile is at most 4.",
        ]),
        ("part-that-differs", "1", [
            "The number of different ratings divided by the number of ratings must be 1.",
            "The ratio of distinct rating values to all rating values must be at least 0.8.",
            "The number of distinct rating values over the number of rating values must be 1.",
        ]),
        ("end-against-end", "1", [
            "The largest rating must be at most twice its smallest.",
            "The maximum of rating may not be more than three times the minimum.",
        ]),
        ("each-of-them", "0", [
            "rating must contain every number from 3 to 4.",
            "Every whole number between 3 and 4 must be present in rating.",
            "Each of the numbers 3 and 4 must be given in rating.",
        ]),
        ("dates-alone", "S2 S5", [
            "joined_on must hold nothing but real dates.",
            "Only valid dates may be entered in joined_on.",
        ]),
        ("announced", "S1 S2", [
            "Check for places sold twice: choir, row and place together must be unique.",
            "No place may be handed out twice: choir, row and place together must be unique.",
            "Look for places given out twice. No two singers may share choir, row and place.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("moorings", "paid_on must be in the second half of July 2023."),
    ("moorings", "paid_on must be in the first 31 days of June 2023."),
    ("moorings", "paid_on must be in the first ten days of June."),
    ("moorings", "Piers 7 and 9 are open, so every mooring must be in one of them."),
    ("moorings", "Piers 7 and 9 are shut, so no mooring may be in both of them."),
    ("moorings", "Piers 7 and 9 are shut, so no mooring of the other piers may be in them."),
    ("moorings", "The low water must be below the other one."),
    (
        "moorings",
        "We meet every 15 nights, so the nights of all moorings may not be more than that.",
    ),
    ("moorings", "low_water must be lower than the last known high_water."),
    ("moorings", "nights must be as long as tilt."),
    ("moorings", "No 4 may be entered in pier."),
    ("moorings", "nights must be higher than the most recent nights."),
    ("singers", "The number of different ratings divided by the number of places must be 1."),
    ("singers", "rating must have a maximum of 4 and a minimum of 1."),
    ("singers", "rating must not contain every number from 3 to 4."),
    ("singers", "Check for northern places sold twice: row and place together must be unique."),
    ("singers", "Check for singers sold twice: choir must be north."),
    ("singers", "row must be equally long as place."),
]

checked, test_core_values_are_read, test_near_misses_are_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
