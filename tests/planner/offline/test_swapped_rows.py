"""Two columns that rise together: whoever has more of one may not have less of the other."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "flats": (
        ("flat_no", "street", "area", "rent", "built_on", "owner"),
        (1, "Elm", 50, 500, "1990-01-01", "Ann"),
        (2, "Elm", 70, 450, "1985-01-01", "Bo"),
        (3, "Elm", 90, 900, "1995-01-01", "Cy"),
        (4, "Oak", 95, 800, "2001-01-01", "Di"),
        (5, "Oak", 60, None, "2003-01-01", "Ed"),
        (6, "Oak", 40, 300, "1999-01-01", "Flo"),
    ),
    "sheds": (("shed_no", "street", "area", "rent"), (1, "Elm", 5, 50), (2, "Oak", 6, 40)),
}

FLAGGED: dict[str, list[Group]] = {
    "flats": [
        (
            "within",
            "2",
            [
                "Within a street, no flat with a larger area may have a lower rent.",
                "Flag flats whose rent is lower than that of another flat on the same street "
                "with a smaller area.",
                "Flag flats with a larger area but a lower rent than another flat of the same "
                "street.",
                "A flat with a larger area must never have a lower rent than another flat of the "
                "same street. Empty rents do not count.",
                "Of two flats of the same street, the one with the larger area must not have the "
                "lower rent.",
                "No flat may have a larger area and a lower rent than another flat with the same "
                "street.",
                "Is there a flat with a larger area but a lower rent than another flat from the "
                "same street?",
                "If two flats have the same street, the one with the larger area must not have "
                "the lower rent.",
                "Within a street a larger area must never go with a lower rent.",
                "Does any flat with a larger area have a lower rent than another flat of the same "
                "street?",
            ],
        ),
        ("anywhere", "2 4", ["Nobody with a larger area may have a lower rent than anybody else."]),
        (
            "both of them",
            "1 2",
            [
                "Within a street, no flat with a larger area may have a lower rent. Flag both.",
                "Within a street, no flat with a larger area may have a lower rent. Flag both "
                "flats of such a pair.",
            ],
        ),
        ("the other", "1 5", ["Within a street, flag flats with a later built_on and a smaller "
                              "area than another flat."]),
        ("in one", "", ["In Oak, no flat with a larger area may have a lower rent."]),
    ],
}  # fmt: skip

DECLINED = [
    ("flats sheds", "No flat may have a larger area and a lower rent than another shed."),
    ("flats", "No flat may have a larger area and a lower rent than another flat on Oak."),
    (
        "flats",
        "No flat may have a larger area and a lower rent than another flat where street is Oak.",
    ),
    ("flats", "No flat may have a larger area or a lower rent than another flat."),
    ("flats", "No flat may have a larger area and a higher rent than another flat."),
    ("flats", "No flat with a larger area may have a lower owner."),
    ("flats", "Flag flats whose rent is lower than that of another flat."),
    ("flats", "Flag flats with a larger area and a lower rent than one with a larger area."),
    ("flats", "A larger area must not go with a higher rent."),
    ("flats", "No flat with a larger area may have a lower area."),
    ("flats", "No flat with a larger area may have a lower rent by more than 20."),
    (
        "flats",
        "Within a street, no flat with a larger area may have a lower rent. Flag the later one.",
    ),
    (
        "flats",
        "Within a street, no flat with a larger area may have a lower rent. Flag the whole street.",
    ),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
