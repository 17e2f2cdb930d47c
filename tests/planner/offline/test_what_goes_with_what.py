"""What a thing always goes with, told by what it does; which rows are seen."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "duels": (
        ("duel_id", "club", "season", "ground", "coach", "town", "teller", "kick"),
        (1, "Reds", 2020, "Park", "Ann", "Bonn", "wire", "10:00"),
        (2, "Reds", 2020, "Park", "Bo", "Bonn", "post", "10:00"),
        (3, "Reds", 2021, "Park", "Bo", "Bonn", "wire", None),
        (4, "Blues", 2020, "Lake", "Cy", "Kiel", "wire", "11:00"),
        (5, "Blues", 2021, "Hill", "Cy", "Kiel", "wire", "12:00"),
        (6, "Blues", 2021, "Hill", "Cy", "Ulm", "post", "12:00"),
    ),
    "prices": (("sku", "price", "label"), (1, 5, "tea"), (2, 7, "cup"), (3, 9, "jug")),
    "prices_old": (("sku", "price", "label"), (1, 5, "tea"), (2, 8, "cup"), (3, 9, "mug")),
}

FLAGGED: dict[str, list[Group]] = {
    "duels": [
        (
            "ground",
            "4 5 6",
            [
                "Every club plays on only one ground.",
                "No club may play on two grounds.",
                "club -> ground",
                "There must not be two rows with the same club but different grounds.",
                "Do duels of the same club ever have different grounds?",
            ],
        ),
        (
            "season",
            "1 2",
            [
                "A club has only one coach in a season. Flag all rows of clubs with more.",
                "Within a season a club has exactly one coach.",
                "Every club is led by one coach per season.",
            ],
        ),
        ("its", "4 5 6", ["A club's town is always the same."]),
        ("pair", "4 5 6", ["Each club belongs to a single ground and town."]),
        (
            "told",
            "4 5 6",
            [
                "The tellers have to agree on the town of a club; flag all rows of a club "
                "for which different towns are given.",
                "Each club has one town; clubs with different towns have to be flagged.",
                "Each club has one town. If there are several, flag all rows of that club.",
            ],
        ),
    ],
    "prices prices_old": [
        (
            "same key",
            "2",
            [
                "Flag rows of prices whose price is not the price for the same sku in prices_old.",
                "In prices, price must be the price that prices_old has for the same sku.",
            ],
        ),
    ],
}

DECLINED = [
    ("duels", "Each club must have at least two season."),
    ("duels", "No club may play on ice."),
    (
        "prices prices_old",
        "In prices, price must be the price that prices_old has for another sku.",
    ),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
