"""How far words reach: too, for the last, to which exception, each item, of any, of what unit."""

from __future__ import annotations

from tests.planner.offline.spoken import told_tests

_KENNELS = (
    ("slot", "breed", "yard", "bowl", "vet", "length_cm", "depth_m", "tare_kg", "net_kg", "fee"),
    ("k1", "setter", "east", "S", "555", 40, 2, 3, 4, 0),
    ("k2", "beagle", "west", "M", "556", 60, 3, 5, 4, 20),
    ("k3", "setter", "west", "XL", "", 90, 1, 9, 4, 30),
)
_MOORINGS = (
    ("berth", "sort", "state", "tags", "notes", "height", "weight", "width_m", "beam_m"),
    ("b1", "yacht", "free", "art;sea", "quiet", 3, 4, 2, 1),
    ("b2", "barge", "taken", "sea", "", 5, 6, 3, 2),
    ("b3", "yacht", "taken", "party;wind", "loud", 7, 8, 4, 5),
)
_RECIPES = (
    ("dish", "course", "diet", "herbs", "price_eur", "cost_usd", "salt_g", "oil_ml", "fat_g"),
    ("d1", "main", "vegan", "basil,mint", 12, 5, 1, 2, 3),
    ("d2", "soup", "meat", "mint", 4, 2, 3, 4, 5),
    ("d3", "main", "meat", "dill,peppermint", 9, 4, 5, 6, 7),
)
_GUESTS = (
    ("guest_no", "name", "address", "skills", "room"),
    (1, "Doe, John", "Elm Street 5, Bern", "cook|drive", 4),
    (2, "Roe, Ann", "Oak Road 3, Basel", "cook", 5),
    (3, "Poe, Jim", "Low Street 9, Chur", "sing|overcook", 6),
)
_BILLS = (
    ("bill", "guest", "visits", "total", "room"),
    ("x1", "ann", 2, 10, 7),
    ("x2", "bob", 0, 20, 8),
    ("x3", "cyd", 1, 30, 7),
)
_VISITS = (
    ("visit", "bill", "day", "nights"),
    ("v1", "x1", "2024-01-01", 2),
    ("v2", "x1", "2024-01-02", 0),
    ("v3", "x3", "2024-01-02", 1),
)
_VANS = (("van", "max_kg", "length_m"), ("V1", 100, 5), ("V2", 200, 6))
_TRIPS = (
    (
        "trip",
        "van",
        "load_g",
        "price_eur",
        "tip_usd",
        "planned_min",
        "actual_h",
        "start_km",
        "end_km",
    ),
    ("t1", "V1", 90, 5, 2, 5, 1, 10, 20),
    ("t2", "V2", 300, 1, 2, 3, 4, 30, 20),
)
_TABLES = {
    "vans": _VANS,
    "trips": _TRIPS,
    "kennels": _KENNELS,
    "moorings": _MOORINGS,
    "recipes": _RECIPES,
    "guests": _GUESTS,
    "bills": _BILLS,
    "visits": _VISITS,
}

checked, test_flagged, test_declined = told_tests(
    _TABLES,
    {
        "kennels": [
            (
                "wrong-too",
                "k1 k3",
                [
                    "Every fee must be at least 5; setters are wrong, too.",
                    "Every fee must be at least 5; kennels of breed setter are wrong as well.",
                ],
            ),
            (
                "a-bound-too",
                "k1 k3",
                [
                    "Every fee must be at least 5; kennels with fees above 25 are to be shown too.",
                    "Every fee must be at least 5; kennels without a vet are to be reported, too.",
                    "Every fee must be at least 5; kennels without a vet are to be listed as well.",
                ],
            ),
            (
                "for-in-front",
                "k3",
                [
                    "For kennels in the east or west yard, bowl must be S, M, or L.",
                    "bowl must be S, M, or L.",
                    "If the breed is setter, bowl must be S, M, or L.",
                    "bowl must be S, M, or L if the breed is setter.",
                ],
            ),
            (
                "one-exception",
                "k1",
                [
                    "fee must be above 0 unless the breed is beagle or the yard is west.",
                    "fee must be above 0 except where the breed is beagle.",
                    "Except for beagles, fee must be above 0.",
                ],
            ),
            (
                "every-one",
                "k3",
                [
                    "Do we have a vet for every kennel?",
                    "Is the vet of any kennel missing?",
                    "Does any kennel lack a vet?",
                ],
            ),
            (
                "of-one-unit",
                "k3",
                [
                    "tare and net together must be at most 10.",
                    "length_cm + tare_kg must be at most 70.",
                    "length_cm plus tare_kg must be at most 70.",
                    "The sum of tare and net must be at most 9.",
                ],
            ),
            (
                "as-one-condition",
                "k3",
                [
                    "fee must be at most 20 if the breed is setter and the yard is west.",
                ],
            ),
            ("any-and-each", "k2 k3", ["Any fee must be 0.", "Each of the fees must be 0."]),
            (
                "as-two-duties",
                "k1",
                [
                    "If the yard is east, fee must be 20 and bowl must be S.",
                    "If the yard is east, fee is 20 and bowl is S.",
                ],
            ),
        ],
        "moorings": [
            (
                "whole-text",
                "b1 b3",
                [
                    "tags must match [a-z]+",
                ],
            ),
            (
                "the-text",
                "b2 b3",
                [
                    "tags must contain 'art;'",
                    "notes must not contain lou, and tags must contain 'art;'.",
                ],
            ),
            (
                "each-part",
                "b3",
                [
                    "Each part of tags, split by ';', must be art or sea.",
                ],
            ),
            (
                "added-in-words",
                "b3",
                [
                    "height plus weight must be at most 11.",
                    "The sum of height and weight must be at most 11.",
                    "height must be below weight - 1, or weight must be at most 6.",
                    "width_m and beam_m together must be at most 5.",
                ],
            ),
        ],
        "recipes": [
            ("quoted", "d2 d3", ["herbs must contain 'basil'."]),
            ("like-units", "d3", ["salt and fat together must be at most 9."]),
            ("bare-numbers", "d1", ["price_eur - cost_usd must be at most 6."]),
            ("known-value", "d1", ["If the course is main or starter, the fat must be above 5."]),
        ],
        "trips": [
            (
                "of-one-unit",
                "t2",
                [
                    "end must be above start.",
                    "price_eur must be above tip_usd.",
                    "planned_min must be at least actual_h.",
                ],
            ),
        ],
        "guests": [
            ("no-lists", "2", ["address must contain Street.", "The address contains Street."]),
            ("whole-cells", "1 3", ["skills must be 'cook'.", "skills is always 'cook'."]),
            ("a-name", "2 3", ["name must be 'Doe, John'."]),
        ],
        "bills": [
            (
                "the-cell",
                "x2 x3",
                [
                    "Every bill must have two visits.",
                    "visits must be 2.",
                ],
            ),
            ("a-room", "x1 x3", ["room must be 8.", "Every guest must have the room 8."]),
            (
                "the-column",
                "x2",
                [
                    "The visits of a bill must be at least 1.",
                    "visits must be at least 1.",
                ],
            ),
        ],
        "bills visits": [
            (
                "counted",
                "x2",
                [
                    "Every bill must have at least 1 visit.",
                    "The number of visits of a bill must be at least 1.",
                ],
            ),
        ],
    },
    [
        ("kennels", "Every fee must be at least 5; setters are to be reported, too."),
        ("kennels", "Every fee must be at least 5; west kennels are to be flagged as well."),
        ("kennels", "Every fee must be at least 5; kennels of breed setter must be listed, too."),
        ("kennels", "Every fee must be at least 5; also, setters are to be reported."),
        ("kennels", "bowl must be S, M, or XL for setters."),
        ("kennels", "bowl must be S, M, or XL in west kennels."),
        ("kennels", "fee must be 0, 20, or 30 for setters."),
        ("kennels", "fee must be above 0 unless breed is setter, except when the yard is west."),
        ("kennels", "fee must be above 0 unless the breed is setter unless the yard is west."),
        ("kennels", "Do we have a vet for any kennel?"),
        ("kennels", "Do we know the vet of any kennel?"),
        ("kennels", "Length and tare together must be at most 70."),
        ("kennels", "The total of length and tare must be at most 70."),
        ("kennels", "Length plus depth must be at most 70."),
        ("kennels", "The length must be at least the depth."),
        ("kennels", "fee must be 0 if the yard is east, and bowl must be S."),
        ("kennels", "fee is 0 if the yard is east, and bowl is S."),
        ("kennels", "Any of the bowls must be S."),
        ("kennels", "If fee is above 5, tare_kg must be below it."),
        ("moorings", "If height is 5, weight must be above that."),
        ("bills", "Every guest must have a bill."),
        ("bills", "Guests with two rooms must have a total above 5."),
        ("bills", "No guest may have more than two rooms."),
        ("bills", "Every guest must have two visits."),
        ("bills", "Every total must have a bill."),
        ("kennels", "fee must be 0 if the yard is east and bowl S."),
        ("moorings", "Every berth must have a tag; yachts are to be reported, too."),
        ("moorings", "Each tag in tags must be art or sea."),
        ("moorings", "tags must contain art."),
        ("moorings", "tags must not contain art."),
        ("moorings", "Height and weight together must be at most 11."),
        ("moorings", "Do we have notes for any berth?"),
        ("recipes", "Every herb in herbs must be basil or mint."),
        ("recipes", "herbs must include mint."),
        ("recipes", "herbs must be mint or dill."),
        ("recipes", "Each herb must be unique."),
        ("recipes", "Every dish must have the herb mint."),
        ("moorings", "Sea berths must be taken."),
        ("moorings", "If tags contain art, state must be free."),
        ("trips", "The price must be above the tip."),
        ("trips", "price plus tip must be above 4."),
        ("trips", "planned must be at least actual."),
        ("trips vans", "The load must not exceed the van's max_kg."),
        ("guests", "skills must contain cook."),
        ("guests", "Every guest must have the skill cook."),
        ("guests", "Each skill must be unique."),
        ("guests", "Every skill of the skills must be cook or drive."),
        ("recipes", "Salt and oil together must be at most 9."),
        ("recipes", "price minus cost must be above 2."),
        ("recipes", "Every fat must be above 0; vegan dishes are to be reported, too."),
        ("recipes", "diet must be vegan, meat, or none for main dishes."),
        ("bills visits", "The visits of a bill must be at least 1."),
        ("bills visits", "visits of a bill must be at least 1."),
    ],
)
