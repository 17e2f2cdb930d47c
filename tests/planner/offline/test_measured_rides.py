"""Rides and what is measured over them: distances, shares, spreads, sums and how many."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "rides": (
        (
            "ride_id",
            "bike",
            "station",
            "day",
            "km",
            "minutes",
            "fare",
            "discount",
            "tip",
            "method",
            "code",
            "rating",
        ),
        (1, "b1", "Quay", "2024-01-01", 4, 20, 10, 2, 1.5, "card", "AB-1", 5),
        (2, "b1", "Quay", "2024-01-02", 6, 30, 12, 12, 0, "cash", "CD-22", 4),
        (3, "b2", "Mill", "2024-01-05", 10, 55, 20, 5, 2.25, "card", "E", 3),
        (4, "b2", "Quay", "2024-01-09", 3, 10, 8, 0, None, "card", "FF-1", 2),
        (5, "b3", "Mill", "2024-02-01", 50, 200, 90, 9, 1, "voucher", None, 1),
    ),
    "staff": (
        ("staff_id", "name", "dept", "hours", "pay", "started_on", "senior", "min_pay", "max_pay"),
        (1, "Ann", "desk", 40, 30, "2020-01-01", True, 20, 35),
        (2, "Bo", "desk", 30, 25, "2021-01-01", False, 20, 24),
        (3, "Cy", "shop", 20, 20, "2021-01-01", False, 21, 30),
        (4, "Di", "shop", 44, 50, "2022-01-01", True, 40, 60),
    ),
    "tours": (
        ("tour_id", "guide", "seats", "sold", "price"),
        (7, "Ann", 10, 8, 5),
        (8, "Bo", 12, 12, 6),
        (9, "Cy", 8, 9, 7),
    ),
    "sales": (
        ("sale_id", "tour_id", "guide", "count", "paid"),
        (70, 7, "Ann", 3, 15),
        (71, 7, "Ann", 5, 20),
        (72, 8, "Bo", 12, 72),
        (73, 9, "Bo", 9, 60),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "rides": [
        ("taken-together", "1", ["Each station has 20 km or fewer in the median."]),
        ("hundredths", "1", ["The percentage of rides without a code must not be above 10."]),
        ("distances", "3 5", ["km and fare must lie under 10 apart."]),
        ("of-so-many", "1", ["tip may be empty in at most 1 of 10 rides."]),
        ("portion-bound", "1", ["At most 1 ride out of every 5 may be in Mill."]),
        ("fences", "5", ["km must be at most 1.5 iqrs outside the quartiles."]),
        ("asked-and-wanted", "1", ["Does the fare of all rides total at least 200? It must."]),
        ("trends", "2 3 5", ["Ordered by day, fare always decreases or stays the same."]),
        ("told-measures", "1", ["The average tip must be at least 2, unknown tips left out."]),
        (
            "both-ends-of",
            "1",
            [
                "The lowest and highest fare of all rides may only differ by at most 50.",
                "The lowest and highest fare lie at most 50 apart.",
                "There may be at most 50 between the lowest and highest fare.",
                "There must not be more than 50 between the smallest and largest fare.",
            ],
        ),
        ("came-by-value", "2", ["Flag rides via cash."]),
        (
            "we-have",
            "1",
            [
                "We have at least 6 rides.",
                "Count up the rides; it must be at least 6.",
                "Is the number of rides at least 6? This must be.",
            ],
        ),
        (
            "may-span",
            "1",
            ["Ratings may span at most 3.", "rating must be within 3 of one another."],
        ),
        (
            "bounded-in-sum",
            "1",
            [
                "In total, km must be at most 70.",
                "All rides together may only have at most 70 km.",
                "All the rides taken together must not have more than 70 km.",
            ],
        ),
        ("typical-takes", "1", ["The mean ride has at least 20 km."]),
        (
            "may-be",
            "1",
            [
                "rides may have at most 10 columns.",
                "At most 10 columns are allowed in rides.",
                "There must be at most 10 columns in rides.",
                "There must not be more than 10 columns in rides.",
                "The number of columns in rides must not be above 10.",
            ],
        ),
        ("capped-in-sum", "1", ["fare must not exceed 100 in total."]),
        ("numbers", "5", ["minutes must be at most 1 hundred."]),
        (
            "ordinary-orders",
            "2",
            ["Each bike may appear once at most.", "Each bike must be limited to at most 1 ride."],
        ),
        (
            "filled-in-share",
            "1",
            [
                "tip must be there in at least 90%.",
                "tip must be filled in at least nine tenths of the rides.",
            ],
        ),
        ("we-have-different", "1", ["We sell at least 4 different bikes."]),
        (
            "made-up-shortly",
            "1",
            [
                "Cash rides may make up at most 10%.",
                "The share of cash rides at most 10%.",
                "What is the share of cash rides? At most 10%.",
            ],
        ),
        ("must-differ-by", "1", ["bike must be at least 80% distinct."]),
        ("many-precisely", "1", ["No station may have exactly 2 rides."]),
        ("none-measured", "1", ["No station with a total km above 20."]),
        (
            "portions",
            "1",
            ["The share of card rides reaches 80%.", "Is the share of card rides at least 80%?"],
        ),
        ("so-many-to", "1", ["There must be around 3 rides: 2 to 4."]),
        ("told-measures", "1", ["The heaviest fare must be at most 50."]),
        ("quantile-of", "1", ["fare upper quartile must be below 15."]),
        (
            "metric-bad",
            "1",
            [
                "Fail if the average fare is above 20.",
                "The overall average fare must be at most 20.",
                "The average fare must be at most 20, over the whole table.",
            ],
        ),
        ("portion-must", "1", ["90% of rides or more must have a code."]),
        ("distances", "3 5", ["discount must be at most 10 below fare."]),
        ("exceeds-by-at-most", "5", ["minutes must exceed fare by at most 40."]),
        ("distances", "5", ["km must differ from fare by 10 at most."]),
        ("no-group-whose", "3", ["Flag bikes whose km is above 9 in total."]),
        ("leeway", "5", ["fare must equal km times 2 (leeway of 2)."]),
        ("row-alarm", "5", ["Alert me if any ride has a fare above 50."]),
        ("value-exactly-once", "1", ["The method 'card' must occur exactly once."]),
        ("end-of-rows", "4", ["The lowest fare permitted for rides is 10."]),
        (
            "in-none-many",
            "1",
            [
                "In no station are there more than 2 rides.",
                "station must be used by at most 2 rides.",
                "Each station may be used by at most 2 rides.",
                "Each station must not be used by more than 2 rides.",
            ],
        ),
        ("kinds-may-be", "1", ["At most 2 different methods may be in use."]),
        ("may-differ", "1", ["At most half of the bikes may be distinct."]),
        (
            "so-many-in",
            "2",
            [
                "There must be at most 1 digit in each code.",
                "There must not be more than 1 digit in any code.",
            ],
        ),
        ("so-many-once", "1", ["At least 60% of bikes must occur only once."]),
        ("asked-metric-not", "1", ["Is the sum of km above 50? This must not be."]),
        ("of-the-filled", "1", ["The sum of recorded tips must be at least 5."]),
        ("with-the-most", "1", ["The method that most rides have must be cash."]),
        ("unique-in-so-many", "1", ["In at least 90% of rides, code must be unique."]),
        ("level-or-one-way", "4", ["By day, fare must either rise or stay the same."]),
        (
            "distances-both-ways",
            "1 4",
            [
                "km must differ from fare by 50% at most of fare.",
                "km must differ from fare by 50% of fare at most.",
            ],
        ),
        ("absolute-score", "5", ["km must have an absolute z-score of at most 1.5."]),
        ("from-both-sides", "1", ["There must be more than 2 and fewer than 5 rides."]),
        ("level-or-one-way", "4", ["ordered by day, km either rises or stays the same."]),
        ("told-measures", "1", ["The sum of km must be something between 10 and 50."]),
        ("distances", "3 5", ["Flag rides where km and fare are more than 9 apart."]),
        ("pair-correlated", "1", ["fare and discount must be correlated at 0.9 or more."]),
        ("portions", "1", ["At most one twentieth of the rides may have no code."]),
        ("so-many-do", "1", ["At each station, at least two rides have method card."]),
        ("longest-not", "1", ["The longest code must not have more than 4 characters."]),
        ("all-of-it", "1", ["The minutes of all rides together must be at most 300."]),
        (
            "standard-scores",
            "5",
            [
                "km must be 1 standard deviation or less from the mean.",
                "km must lie within 1 standard deviation of the mean (sample standard deviation).",
            ],
        ),
        ("many-alone", "1", ["Each station must have 3 rides, not more and not fewer."]),
        ("fences", "5", ["km must not be 3 or more iqrs above or below the quartiles."]),
        ("mean-per-row", "1", ["The average number of minutes for a ride must be at most 60."]),
        ("may-share", "1", ["At most 50% of the rides may share a station with another ride."]),
        ("ends-must-not", "1", ["The smallest and the largest km must not be more than 40 apart."]),
        (
            "rows-without-scores",
            "5",
            ["Rides must not have a fare whose absolute z-score is above 1.5."],
        ),
        ("several-values", "0", ["method must take at least two values."]),
    ],
    "tours sales": [
        ("parent-told", "7", ["The tour's number of sales is at most 1."]),
        ("has-not-so-many", "1", ["sales must never have less different guides than tours has."]),
        (
            "such-rows-there",
            "1",
            [
                "sales must have as many different guides as there are tours.",
                "sales must have as many different guides as there are tours.",
            ],
        ),
        (
            "different-number",
            "1",
            ["How many different guides sales has must equal how many different guides tours has."],
        ),
    ],
    "staff": [
        ("show-the-same", "1 2 3 4", ["min_pay and max_pay must bear the same number."]),
        ("averages-of-groups", "1", ["People in the desk must on average work at most 30 hours."]),
        ("both-share", "2", ["Both senior values must appear in at least 60% of the staff."]),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("tours sales", "sales must not have more different guides than tours."),
    ("tours sales", "sales must have as many different guides as tours."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
