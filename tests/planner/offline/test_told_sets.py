"""A list or range that is told before a rule that closes it is told as the rule itself."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "mugs": (
        ("mug", "glaze", "kiln", "litres", "grade", "nick"),
        ("M1", "moss", "north", 0.25, 1, "two"),
        ("M2", "clay", "south", 0.5, 10, "big"),
        ("M3", "tar", "north", 0.4, 3, "two"),
        ("M4", "moss", "south", None, 12, "low"),
        ("M5", None, "north", 1, 5, None),
    ),
}

FLAGGED = {
    "mugs": [
        ("texts", "M3", [
            "There are two glazes, moss and clay; glaze may hold nothing else.",
            "There are two glazes: moss and clay. Nothing else may stand in glaze.",
            "We use two glazes, moss and clay, so no other glaze may occur.",
            "We only know the glazes moss and clay; any other glaze is wrong.",
            "We use moss and clay only. Flag every other glaze.",
            "The glazes are moss and clay, so glaze must be one of them.",
        ]),
        ("numbers", "M3", [
            "We only sell mugs of 0.25, 0.5 and 1 litres, so no other litres may be sold.",
            "Mugs hold 0.25, 0.5 or 1 litres: litres can have no other value.",
            "Mugs hold 0.25, 0.5 or 1 litres; flag any other value of litres.",
        ]),
        ("range", "M4", [
            "Grades go from 1 to 10. Everything else is an error.",
            "A grade was given between 1 and 10, so any other number is a typing mistake.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("mugs", sentence)
    for sentence in (
        "There are two glazes, moss and clay; kiln may hold nothing else.",
        "There are three glazes, moss and clay; glaze may hold nothing else.",
        "In May there are two glazes, moss and clay; glaze may hold nothing else.",
        "The north kiln has two glazes, moss and clay; no other glaze may occur.",
        "We do not have the glazes moss and clay; no other glaze may occur.",
        "We have two glazes, moss and clay on Mondays; no other glaze may occur.",
        "Walls take moss and clay; no other glaze may occur.",
        "We refuse moss and clay; flag every other glaze.",
        "There are two glazes, moss and clay, plus tar; any other glaze is wrong.",
        "Mondays have two glazes, moss and clay; no other glaze may occur.",
        "The glazes moss and clay are forbidden; no other glaze may occur.",
        "Grades average between 1 and 10; any other number is an error.",
        "Grades usually go from 1 to 10. Everything else is an error.",
        "Ida fires two glazes, moss and clay; no other glaze may occur.",
    )
]

checked, test_the_list_is_the_rule, test_what_is_said_of_some_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
