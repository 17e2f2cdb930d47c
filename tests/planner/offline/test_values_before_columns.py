"""Values before a column or beside one another, measures said by a word, days that may be equal."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "plants": (
        ("plant", "kind", "pot_code", "height_cm", "price", "tags", "sown_on", "picked_on",
         "latin"),
        (1, "fern", "F-01", 40, 5, 3, "2024-03-01", "2024-03-01", "Pteris alba"),
        (2, "palm", "P-02", 180, -1, 4, "2024-03-02", "2024-03-01", "Phoenix minor"),
        (3, "cactus", "F-03", 10, 7, 5, "2024-03-03", "2024-04-01", "Opuntia"),
        (4, "fern", "X-04", 90, 0, 6, "2024-03-04", None, "alba minor"),
        (5, "palm", "P-01", 60, 2.5, 3, "2024-03-05", "2024-06-01", None),
    ),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "plants": [
        ("of a value", "2", ["Palm prices must be positive.", "A palm price must be positive."]),
        ("text of a value", "4", ["Fern pot_codes must start with F."]),
        ("values", "2 4", ["Ferns and palms must have a price above 0."]),
        ("three", "2 4", ["Ferns, palms and cactuses must have a price above 0."]),
        ("tall", "1 3", ["Plants must be at least 50 cm tall."]),
        ("tall palms", "5", ["Palms must be at least 100 cm tall."]),
        (
            "same day", "2",
            ["picked_on must not be before sown_on; picking it on the day it is sown is fine.",
             "picked_on must not be before sown_on. Picking on that day is allowed."],
        ),
        ("repeats", "1 5", ["tags without repeats"]),
        ("bound and trait", "2 5", ["price >= 0 and a whole number"]),
        ("both", "", ["sown_on and picked_on: real dates"]),
    ],
}  # fmt: skip

DECLINED = [
    # Of which rows the height is asked is not told by what else is asked.
    ("plants", "Tall plants must cost at least 5."),
    # The first allows no equal days, so that the second contradicts it.
    ("plants", "picked_on must be later than sown_on; picking it on the same day is fine."),
    ("plants", "Each latin word must start with a capital letter."),
    ("plants", "Ferns and plants must have a price above 0."),
]  # fmt: skip

checked, test_what_is_told_is_flagged, test_what_is_not_certain_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
