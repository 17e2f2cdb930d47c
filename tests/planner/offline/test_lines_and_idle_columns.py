"""Lines that come to a sum, owners that did something, and columns out of use."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

_TABLES: dict[str, Rows] = {
    "meals": (
        ("meal_id", "guest_id", "served_on", "legacy_code"),
        ("M1", "4", "2024-01-02", ""),
        ("M2", "4", "", "X"),
        ("M3", "5", "2024-01-05", ""),
    ),
    "meal_items": (
        ("item_id", "meal_id", "price", "portions"),
        ("1", "M1", "10", "2"),
        ("2", "M1", "20", "1"),
        ("3", "M2", "9", "1"),
        ("4", "M3", "60", "2"),
    ),
    "guests": (("guest_id", "name"), ("4", "Ada"), ("5", "Bo"), ("6", "Cy")),
}
_SUMS: list[Group] = [
    (
        "at-least",
        "M2",
        [
            "The items of a meal, each price * portions, must add up to at least 20.",
            "The items of a meal, each price * portions, must add up to at least 20. "
            "Flag meals that stay below.",
            "The items of a meal (price * portions) must come to at least 20.",
        ],
    ),
    ("at-most", "M3", ["The items of a meal, each price * portions, must add up to at most 100."]),
]
_IDLE: list[Group] = [
    (
        "idle",
        "M2",
        [
            "legacy_code is not used and must be empty.",
            "legacy_code is no longer used, so it must stay empty.",
        ],
    ),
]
_GUESTS: list[Group] = [
    (
        "something",
        "6",
        ["Every guest must have ordered something.", "All guests must have booked anything."],
    ),
    ("offenders", "4 5", ["Flag guests that have ordered something."]),
]
_DECLINED = [
    # it is out of use, and yet it must be there
    ("meals", "legacy_code is not used and must be filled."),
    # what is below breaks no upper bound
    (
        "meals meal_items",
        "The items of a meal, each price * portions, must add up to at most 100. "
        "Flag meals that stay below.",
    ),
    # a meal is none of the meal items, and these are not looked at
    ("meals meal_items", "Every meal must have a served_on."),
]

checked, test_flagged, test_declined = told_tests(
    _TABLES,
    {"meals meal_items": _SUMS, "meals": _IDLE, "guests meals": _GUESTS},
    _DECLINED,
)
