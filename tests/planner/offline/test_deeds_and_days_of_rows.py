"""What was done to rows, by whom and from which day on; and last sentences that say it again."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

_TABLES: dict[str, Rows] = {
    "pallets": (
        ("pallet", "site_id", "pallet_date", "sent_on", "haul_via", "toll", "tags"),
        ("P1", "7", "2021-03-01", "2021-03-05", "1", "10", "dry,cold"),
        ("P2", "7", "2022-05-02", "", "2", "80", "dry"),
        ("P3", "8", "2023-06-01", "2023-06-29", "1", "90", "wet"),
        ("P4", "9", "2023-07-01", "2023-07-15", "2", "-5", "cold,odd"),
    ),
    "haulers": (
        ("hauler_id", "name"),
        ("1", "Northline Freight"),
        ("2", "Ostrom"),
        ("3", "Vela"),
    ),
    "sites": (
        ("site_id", "opened_on", "town", "open"),
        ("7", "2020-01-01", "Aalen", "1"),
        ("8", "2023-06-10", "Bonn", "0"),
        ("9", "2019-05-05", "Celle", "1"),
    ),
}
_PALLETS: list[Group] = [
    (
        "done",
        "P2",
        [
            "Every pallet must have been sent.",
            "All pallets must be sent.",
        ],
    ),
    ("done-scope", "P4", ["Pallets that have been sent must have a toll of at least 0."]),
    (
        "from-then-on",
        "P3 P4",
        [
            "Flag pallets from June 2023 onwards.",
            "Flag pallets from 2023-06-01 on.",
            "Flag pallets from before 2021 or after 2022.",
        ],
    ),
    (
        "years",
        "P3 P4",
        ["pallet_date must be in 2020, 2021 or 2022.", "pallet_date falls in 2021 or 2022."],
    ),
    ("days", "P1", ["sent_on is exactly 14, 21 or 28 days after pallet_date."]),
    (
        "bounds",
        "P3 P4",
        [
            "The toll is never negative and at most 80.",
            "The toll must be between 0 and 80. Flag pallets with less or more.",
            "The toll must be between 0 and 80. Flag pallets that have less or more than that.",
        ],
    ),
    (
        "below",
        "P1 P4",
        ["The toll must be at least 50. Flag pallets that stay below."],
    ),
    (
        "explained",
        "P1 P4",
        [
            "sent_on must be at least 15 days after pallet_date. "
            "An empty sent_on means it still waits.",
            "An empty sent_on means it still waits. "
            "sent_on must be at least 15 days after pallet_date.",
            "sent_on must be at least 15 days after pallet_date "
            "(an empty sent_on means it still waits).",
        ],
    ),
    ("list", "P4", ["tags is a comma-separated list in which only dry, cold and wet may occur."]),
    ("amount-in", "P2 P3", ["Pallets may cost at most 50 in toll."]),
]
_WITH_HAULERS: list[Group] = [
    (
        "by-whom",
        "P3",
        [
            "Pallets of Northline Freight may cost at most 50 in toll.",
            "Pallets sent with Northline Freight must have a toll of at most 50.",
            "Pallets that go out with Northline Freight may cost at most 50 in toll.",
        ],
    ),
]
_HAULERS: list[Group] = [("without", "3", ["Is there a hauler without pallets?"])]
_SITES: list[Group] = [
    (
        "own-date",
        "8 9",
        [
            "Sites must have no pallet from 2023-06-01 on.",
            "Sites must have no pallet made on or after 2023-06-01.",
        ],
    ),
    ("wanted-value", "7 9", ["Every site must be closed (open = 0)."]),
]
_WITH_SITES: list[Group] = [
    (
        "whose-deed",
        "P3",
        ["pallet_date must be on or after the opened_on of the site that ordered the pallet."],
    ),
]
_DECLINED = [
    # which date would be the one of the row?
    ("pallets haulers", "Flag pallets sent with Northline Freight on a Saturday."),
    # a bound, or a wider one of the same side
    ("pallets", "The toll must not be negative and at most 80."),
    # what is empty is asked for, or counts as something
    ("pallets", "sent_on must be filled. An empty sent_on means it still waits."),
    ("pallets", "sent_on is at least 15 days after pallet_date. An empty sent_on means today."),
    # the last sentence does not speak of that bound
    ("pallets", "The toll must be at least 50. Flag pallets with less or more."),
    (
        "haulers pallets",
        "A hauler has one to two pallets. Flag haulers with none or with more than one.",
    ),
    # a number led to by no deed of the other table's rows
    ("pallets sites", "Pallets sent with Vela must have a toll of at most 50."),
]

checked, test_flagged, test_declined = told_tests(
    _TABLES,
    {
        "pallets": _PALLETS,
        "pallets haulers": _WITH_HAULERS,
        "haulers pallets": _HAULERS,
        "sites pallets": _SITES[:1],
        "sites": _SITES[1:],
        "pallets sites": _WITH_SITES,
    },
    _DECLINED,
)
