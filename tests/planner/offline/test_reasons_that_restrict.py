"""Reasons that may tell for whom a rule is, or be a rule themselves, beside those that cannot."""

from __future__ import annotations

from tests.planner.offline.spoken import told_tests

_TABLES = {
    "tickets": (
        ("code", "seat", "fee", "size", "rate", "opened_on"),
        ("t1", "a1", 0, "S", 1, "2019-01-05"),
        ("t2", "a2", 20, "", 0, "2020-02-01"),
        ("t3", "a3", 10, "L", 3, "2021-03-01"),
    ),
    "berths": (
        ("spot", "keeper", "rent", "depth", "let_on"),
        ("b1", "ann", 0, 3, "2018-05-01"),
        ("b2", "", 50, 5, "2020-05-01"),
        ("b3", "joe", 50, 9, "2022-05-01"),
    ),
    "lessons": (
        ("lesson", "teacher", "price", "pupils", "held_on"),
        ("l1", "kim", 30, 4, "2021-09-01"),
        ("l2", "", 25, 12, "2023-09-01"),
        ("l3", "lee", 30, 8, "2024-02-01"),
    ),
}

checked, test_flagged, test_declined = told_tests(
    _TABLES,
    {
        "tickets": [
            (
                "of-nobody",
                "t2",
                [
                    "Machines read the size, so size must be filled.",
                    "We sort by size, so size must be filled.",
                    "Our scanners sort by size, so size must be filled.",
                    "Mistakes cost money, so size must be filled.",
                    "size must be filled because auditors ask for it.",
                    "Without a size nobody gets in, so size must be filled.",
                ],
            ),
            (
                "all-of-them",
                "t1 t3",
                [
                    "Families pay at the door, so every ticket must have a fee of 20.",
                    "The bank charges 20, so fee must be 20.",
                    "We charge 20, so fee must be 20.",
                ],
            ),
            (
                "we-opened",
                "t1",
                [
                    "We opened on 2020-01-01: no opened_on may be earlier than that.",
                    "We started on 2020-01-01, so no opened_on may be earlier than that.",
                ],
            ),
        ],
        "berths": [
            (
                "all-of-them",
                "b1",
                [
                    "The town charges 50, so rent must be 50.",
                    "Skippers pay by the year, so every berth must have a rent of 50.",
                    "The harbour opened on 2019-01-01: no let_on may be earlier than that.",
                ],
            ),
            (
                "of-nobody",
                "b2",
                [
                    "Keepers are called by name, so keeper must be filled.",
                    "Auditors ask for it, so keeper must be filled.",
                ],
            ),
        ],
        "lessons": [
            (
                "of-nobody",
                "l2",
                [
                    "The printer prints it, so teacher must be filled.",
                    "We charge 30, so price must be 30.",
                    "The hall costs 30, so price must be 30.",
                ],
            ),
        ],
    },
    [
        ("tickets", "Families pay at the door, so fee must be 0."),
        ("tickets", "Because families pay at the door, fee must be 0."),
        ("tickets", "fee must be 0 because families pay at the door."),
        ("tickets", "My daughter pays 20, so fee must be 20."),
        ("tickets", "One guest pays 20, so fee must be 20."),
        ("tickets", "Big groups need a guide, so size must be filled."),
        ("tickets", "The north gate opened on 2020-01-01: no opened_on may be earlier than that."),
        ("tickets", "rate must be at least 1 because rates can only rise."),
        ("tickets", "rate must be at least 1 because it must never be 0."),
        ("berths", "Skippers pay by the year, so rent must be 50."),
        ("berths", "My cousin pays 50, so rent must be 50."),
        ("berths", "Foreign yachts need a pilot, so depth must be at least 4."),
        ("berths", "The second pier opened on 2019-01-01: no let_on may be earlier than that."),
        ("berths", "Our pier in Rye opened on 2019-01-01: no let_on may be earlier than that."),
        ("berths", "Two piers opened on 2019-01-01: no let_on may be earlier than that."),
        ("berths", "We closed the old pier on 2021-01-01: no let_on may be later than that."),
        ("lessons", "The web school opened on 2022-01-01: no held_on may be earlier than that."),
        ("berths", "Our lower pier charges 50, so rent must be 50."),
        ("berths", "rent must be at least 50 because rents may only rise."),
        ("berths", "depth must be at least 4 because it never falls."),
        ("lessons", "Beginners start at the piano, so price must be 30."),
        ("lessons", "My boss pays 30, so price must be 30."),
        ("lessons", "Large classes need a hall, so pupils must be at most 10."),
        ("lessons", "The upper school opened on 2022-01-01: no held_on may be earlier than that."),
        ("lessons", "price must be 30 because prices can only be whole."),
    ],
)
