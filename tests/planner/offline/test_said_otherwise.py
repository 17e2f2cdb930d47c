"""Bounds, presence, beginnings, dates and keys in other words of every day."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "hires": (
        ("hire", "boat", "seats", "deposit", "total", "out_on", "back_on", "phone"),
        ("H-1", "Ada", 2, 50, 100, "2024-05-01", "2024-05-03", "+49 1"),
        ("H-2", "Bob", 9, 60, 100, "2024-05-04", "2024-05-02", None),
        ("X-3", "Ada", 0, 10, 80, "2023-12-30", "2024-01-02", "5550"),
        ("H-4", "Cleo", 4, 90, 80, "2024-06-01", "2024-06-01", "abc"),
    ),
}

FLAGGED = {
    "hires": [
        ("range", "H-2 X-3", [
            "Allowed range for seats: 1 to 6.",
            "Valid values of seats are 1 to 6.",
            "seats is valid between 1 and 6.",
            "seats is only valid from 1 to 6.",
        ]),
        ("even", "H-4", [
            "Is deposit ever equal to total or even higher?",
            "deposit must not be equal to total or even higher.",
        ]),
        ("again", "H-1 X-3", [
            "Flag hires whose boat occurs more than once.",
            "Flag all hires whose boat appears twice.",
        ]),
        ("day-after", "H-1 H-2 X-3 H-4", ["back_on must be the day after out_on."]),
        ("same-day", "H-2", [
            "out_on must be before back_on or on the same day.",
            "back_on must be after out_on or on the same day.",
        ]),
        ("not-more", "H-4", ["deposit may equal total but not exceed it."]),
        ("pattern", "X-3", ["hire must match /^H-[0-9]$/."]),
        ("lately", "X-3", ["out_on must be within the last 100 days."]),
        ("highest", "H-2", ["The highest allowed seats is 6.", "6 is the maximum for seats."]),
        ("lowest", "X-3", ["The lowest permitted seats is 1.", "The lower limit for seats is 1."]),
        ("half", "H-2 H-4", [
            "Half of total is the maximum for deposit.",
            "The upper limit for deposit is half of total.",
            "deposit must be 50% of total or less.",
        ]),
        ("later", "H-2 H-4", [
            "back_on must be a later date than out_on.",
            "back_on must be later in time than out_on.",
            "out_on must be an earlier date than back_on.",
        ]),
        ("in-order", "H-2", ["out_on and back_on must be in chronological order."]),
        ("earliest", "X-3", ["The earliest allowed out_on is 2024-01-01."]),
        ("there", "H-2", [
            "phone must hold something.", "phone is not nullable.", "phone must contain data.",
        ]),
        ("start", "X-3", [
            "hire always starts \"H-\".", "H- must be at the start of hire.",
            "hire needs to open with H-.",
        ]),
        ("signs", "H-4", ["phone may only contain digits, spaces and plus."]),
        ("scope", "X-3", [
            "Looking only at Ada hires, deposit must be above 20.",
            "deposit must be above 20 (Ada hires only).",
            "With boat Ada, deposit must be above 20.",
            "For boat Ada: deposit must be above 20.",
            "A boat of Ada means that deposit must be above 20.",
            "Flag Ada hires without a deposit above 20.",
        ]),
        ("key", "H-1 X-3", [
            "The same boat must never be given to two hires.",
            "No boat may be assigned to two hires.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    # The smallest of all, or of each row?
    ("hires", "seats has a minimum of 1 and a maximum of 6."),
    ("hires", "hire must be H- plus a number."),
    ("hires", "out_on and back_on must be in order."),
    ("hires", "deposit is the maximum for total."),
    ("hires", "hire must match /H-[0-9]/."),
    ("hires", "Flag hires whose boat and seats occur more than once."),
    ("hires", "deposit is allowed."),
    ("hires", "With deposit, total must be above 20."),
    ("hires", "deposit is allowed to be 0."),
]  # fmt: skip

checked, test_what_is_meant_is_flagged, test_what_leaves_it_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
