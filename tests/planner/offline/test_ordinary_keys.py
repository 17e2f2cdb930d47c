"""Keys that lead elsewhere, rows that are wrong, and reasons, as they are ordinarily told."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "rentals": (
        ("rental", "vin", "fee", "paid", "driver_mail"),
        ("R1", "V-1", 30, 30, "a@x.org"),
        ("R2", "V-2", 45, 40, "b@x.org"),
        ("R3", "V-9", 50, 50, None),
        ("R4", "V-1", 20, 21, "a@x.org"),
    ),
    "fleet": (
        ("vin", "daily_fee", "kind"),
        ("V-1", 30, "table"),
        ("V-2", 40, "van"),
    ),
    "cars": (
        ("vin", "daily_fee", "kind", "seats"),
        ("V-1", 30, "table", 4),
        ("V-2", 40, "van", 0),
        ("V-3", 60, "van", 7),
        ("V-3", 65, "bus", 0),
    ),
}  # fmt: skip

FLAGGED = {
    "rentals cars": [
        ("unknown", "R3", [
            "Every vin in rentals must exist in cars.",
            "Are there rentals for a vin that we do not have in cars?",
            "Only vins that appear in cars may be used in rentals.",
            "The vin in rentals is a foreign key to the vin in cars.",
        ]),
    ],
    "rentals fleet": [
        ("fee", "R2 R4", [
            "fee must equal the daily_fee of the same vin in fleet.",
            "fee in rentals must equal the daily_fee of that vin in fleet.",
            "Flag rentals whose fee differs from the daily_fee of the same vin in fleet.",
            "fee must equal the daily_fee in fleet for the same vin.",
        ]),
    ],
    "cars rentals": [
        ("unused", "V-3 V-3", [
            "Every car must have at least one rental.",
            "Flag cars that have no rentals.",
            "Every vin in cars must appear at least once in rentals.",
        ]),
    ],
    "rentals": [
        ("wrong-if", "R2 R4", [
            "A rental is wrong if its fee differs from paid.",
            "Any rental is wrong if fee is not equal to paid.",
        ]),
        ("reason", "R3", [
            "To prevent abuse, driver_mail must be filled.",
            "driver_mail must be filled to avoid returned letters.",
            "Most of our business is done by post, so driver_mail must be filled.",
            "Everyone gets the same, so driver_mail must be filled.",
        ]),
    ],
    "cars": [
        ("the-table", "V-3 V-3", ["A vin may appear only once in the cars table."]),
        ("held", "1", ["Not more than 1 row may have 0 in the seats column."]),
        ("of-kind", "V-1", ["Any kind of table is wrong."]),
    ],
}  # fmt: skip

DECLINED = [
    ("rentals fleet", "fee must equal the daily_fee of the same kind in fleet."),
    ("rentals", "To reduce costs by 10%, fee must be below 50."),
    ("cars", "To avoid duplicates, seats must be above 0."),
    ("cars", "Vans are the same, so seats must be above 0."),
]  # fmt: skip


checked, test_what_is_ordinarily_told_is_flagged, test_what_may_mean_more_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
