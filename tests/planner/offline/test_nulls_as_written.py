"""The text NULL among dates and numbers: no sentence has to mention that it is none of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "kilns": (
        ("kiln_no", "lit", "cooled", "degrees", "remark", "potter_no"),
        (1, "2026-01-01", "2026-01-03", "900", "NULL", "P1"),
        (2, "2026-01-02", "NULL", "NULL", "slow", "NULL"),
        (3, "2026-01-05", "2026-01-04", "1200", "NULL", "P2"),
        (4, "2026-01-06", "cold", "700", "ok", "P1"),
        (5, "2026-01-06", "2026-01-07", "800", None, "P2"),
        (6, "2026-01-06", "2026-01-09", "800", "ok", "P3"),
    ),
    "potters": (("potter_no", "town"), ("P1", "Höhr"), ("P2", "Bunzlau")),
}

FLAGGED: dict[str, list[Group]] = {
    "kilns": [
        ("dates", "3 4", ["cooled must not be before lit."]),
        ("numbers", "3", ["Flag kilns whose degrees exceed 1000."]),
        ("fine", "3 4", [
            "cooled must not be before lit. Rows without a lit are left out, NULL is fine.",
        ]),
        ("wrong", "2 3 4", ["cooled must not be before lit; NULL is an error."]),
        ("either", "1 3 5", [
            "remark must not be NULL or empty.",
            "remark must be neither empty nor NULL.",
            "Flag kilns whose remark is NULL or missing.",
        ]),
    ],
    "kilns potters": [
        ("but-null", "6", ["Every potter_no other than NULL must be a potter_no in potters."]),
    ],
}  # fmt: skip

DECLINED = [("kilns", "remark must not be empty, or must it be NULL?")]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
