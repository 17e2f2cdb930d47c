"""Questions, reasons and commands that sound like a rule, and are none, or another one."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "drivers": (
        ("driver_id", "name", "ward", "status", "score", "mark", "fee", "month", "level"),
        ("D1", "Ann", "North", "active", 5, 6, 10.5, 1, "senior"),
        ("D2", "Bob", "South", "inactive", 3, 4, 25, 5, "junior"),
        ("D3", "Cid", "North", "active", 1, 2, "", 12, "junior"),
        ("D4", "Dan", "East", "suspended", 2, 7, 32, 6, "senior"),
        ("D5", "Eve", "West", "active", 4, 1, 18, 2, ""),
    ),
    "orders": (
        ("order_id", "driver_id", "status", "amount", "discount", "ordered_on", "paid", "note"),
        ("O1", "D1", "open", 100, 0, "2024-01-02", "yes", "a  b"),
        ("O2", "D2", "cancelled", 200, 0, "2024-05-02", "no", "late"),
        ("O3", "D1", "shipped", 50, 10, "2024-06-02", "yes", ""),
        ("O4", "D3", "shipped", 75, "", "2023-12-02", "no", "ok"),
        ("O5", "D5", "open", -5, 2, "2024-02-02", "yes", ""),
    ),
}

FLAGGED = {
    "drivers": [
        ("quality", "D4", [
            "Seniors should be calm: for level senior a fee above 30 is suspicious and has to be "
            "flagged.",
        ]),
        ("vague", "D4", ["Bargains have to be fair: no driver may have a fee above 30."]),
        ("whole", "1", [
            "Our clients use the full scale: the lowest mark must be 1 and the highest 6.",
        ]),
        ("at-least", "1", ["Are there at least 5 wards?"]),
        ("at-most", "0", ["Is the average fee at most 30?"]),
        ("stations", "0", ["There should be drivers from at least 3 wards."]),
        ("reason", "D3", ["Our customers complained, so the score must be at least 2."]),
        ("seniors", "D4", ["Senior drivers work abroad. Their fee must be at most 30."]),
    ],
    "orders": [
        ("anywhere", "O5", ["Is the amount negative anywhere?"]),
        ("listed", "O2", ["Does the status only contain open and shipped?"]),
        ("days", "O1 O3", ["Every driver has one ordered_on.", "Every driver has one order date."]),
        ("its", "O5", [
            "An open order waits for a truck. Its amount must be positive.",
            "Open orders wait for a truck. Their amount must be positive.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    # a duty of its own before the rule
    ("drivers", "The full scale must be used: mark must be at most 6."),
    ("drivers", "The full scale has to be used: every score must be at most 6."),
    ("drivers", "The full scale must be used. Every score must be at most 6."),
    ("drivers", "All grades should appear: no score may exceed 6."),
    ("drivers", "Seniors should be paid: for level senior a fee above 30 has to be flagged."),
    ("drivers", "Gaps are to be closed: every score must be at most 6."),
    ("drivers", "Numbering has to be continuous: every driver id must be unique."),
    ("drivers", "Numbering should be continuous: every driver id must be unique."),
    ("drivers", "The numbering should be continuous: the driver id must be unique."),
    ("drivers", "Everybody has to be graded: no score may exceed 6."),
    # the whole scale, of which one end or the bounds alone are told
    ("drivers", "Our clients use the full scale: mark must be between 1 and 6."),
    ("drivers", "Our clients use the full scale: the highest mark must be 6."),
    ("drivers", "The full range must be used: there must be at most 6 rows."),
    ("drivers", "The full range of values must be used: at least 3 marks must be above 2."),
    # asked as a wish, or as a fault
    ("drivers", "Are there fewer than 5 wards?"),
    ("drivers", "Are there more than 5 wards?"),
    ("drivers", "Are there 5 wards?"),
    ("drivers", "Check whether there are fewer than 5 wards."),
    ("drivers", "Is the highest fee below 30?"),
    ("drivers", "Is the lowest fee above 0?"),
    ("drivers", "Is the average fee below 20?"),
    ("orders", "Is the amount filled anywhere?"),
    ("orders", "Does the note only have blanks?"),
    ("orders", "Does the discount only contain zeros?"),
    ("drivers", "Will the fee be above 5?"),
    ("drivers", "Can the fee be filled?"),
    # some of them are told of
    ("drivers", "Drivers abroad are young, so the score must be at least 2."),
    ("drivers", "Our users abroad complain, so the score must be at least 2."),
    ("drivers", "Our clients who travel complain, so the score must be at least 2."),
    ("drivers", "We pay every driver abroad, so the fee must be at least 20."),
    ("drivers", "Senior drivers teach juniors. They must have a fee."),
    ("drivers", "Senior drivers get a car. It must have a fee."),
    # months may be how old they are
    ("drivers", "There must be drivers of at least 3 months."),
    # rows, and not the day that is called like them
    ("orders", "All drivers have at most one order."),
    ("orders", "Every driver has one order."),
]

checked, test_what_is_asked_is_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
