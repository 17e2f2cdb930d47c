"""Rules over several tables of which a near reading would flag other rows, or not all of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "guardians": (
        ("guardian_id", "name", "phone", "city"),
        ("G1", "Gil", "123", "Kiel"), ("G2", "Han", "", "Bonn"), ("G4", "Jo", "789", "Kiel"),
    ),
    "pupils": (
        ("pupil_id", "class", "guardian_id", "trip"),
        ("P1", "5A", "G1", "yes"), ("P2", "5A", "G2", "no"), ("P3", "5B", "", "yes"),
        ("P4", "5B", "G7", "yes"), ("P5", "6A", "G1", "no"), ("P6", "6A", "", "no"),
    ),
    "people": (
        ("person_id", "country"),
        ("A", "US"), ("B", "DE"),
    ),
    "accounts": (
        ("iban", "owner_id", "currency", "status"),
        ("I1", "A", "USD", "active"), ("I2", "B", "USD", "active"), ("I3", "", "USD", "closed"),
    ),
    "balances": (
        ("balance_no", "iban", "amount"),
        (1, "I1", 5), (2, "I3", 7), (3, "I9", 9),
    ),
    "vehicles": (
        ("plate", "depot", "kind", "driver_id"),
        ("AA", "North", "van", "D1"), ("BB", "North", "truck", "D2"), ("CC", "West", "bike", "D1"),
    ),
    "depots": (
        ("depot", "city", "open"),
        ("North", "Kiel", "yes"), ("West", "Ulm", "yes"), ("East", "Gera", "no"),
    ),
    "drivers": (
        ("driver_id", "supervisor_id", "licence"),
        ("D1", "D2", "C"), ("D2", "", "B"), ("D3", "D9", "C"),
    ),
    "trips": (
        ("trip_id", "plate", "driver_id"),
        ("R1", "AA", "D1"), ("R2", "BB", "D1"), ("R3", "CC", "D3"),
    ),
    "orders": (
        ("order_id", "status", "total", "shipped_date"),
        (1, "open", 50, "2024-01-05"), (2, "closed", 20, ""), (3, "open", 10, ""),
    ),
    "order_lines": (
        ("line_id", "order_id", "line_total", "shipped"),
        (11, 1, 30, "no"), (12, 1, 20, "no"), (13, 2, 20, "yes"), (14, 3, 10, "yes"),
    ),
    "teams": (
        ("team", "league", "captain_id"),
        ("Red", "first", "M1"), ("Blue", "second", "M3"), ("Gold", "first", ""),
    ),
    "members": (
        ("member_id", "team", "fee", "paid", "sponsor_id"),
        ("M1", "Red", 100, 0, ""), ("M2", "Red", 50, 50, "M1"), ("M3", "Blue", 80, "", "M7"),
    ),
    "visits": (
        ("visit_id", "ward", "charge"),
        ("V1", "A", 50), ("V2", "B", 30),
    ),
    "payments": (
        ("payment_id", "visit_id", "paid_amount"),
        ("Y1", "V1", 50), ("Y2", "V2", 20), ("Y3", "V2", 10),
    ),
    "staff": (
        ("staff_id", "name", "store", "role"),
        ("S1", "Ann", "Kiel", "manager"), ("S2", "Bob", "Kiel", "cashier"),
        ("S3", "Cid", "Bonn", "cashier"),
    ),
    "chiefs": (
        ("chief_id", "site", "age"),
        ("C1", "Nord", 50), ("C2", "Nord", 25), ("C3", "Sud", 40),
    ),
    "sites": (
        ("site", "manager_id", "open"),
        ("Nord", "C1", "yes"), ("Sud", "C1", "no"),
    ),
    "jobs": (
        ("job_id", "site"),
        ("J1", "Nord"), ("J2", "Nord"),
    ),
    "stores": (
        ("store", "manager", "opened"),
        ("Kiel", "S1", "2020-01-01"), ("Bonn", "S3", "2021-01-01"), ("Jena", "", "2024-01-01"),
    ),
    "old_members": (
        ("member_id", "fee", "team"),
        ("M1", 90, "Red"), ("M2", 60, "Red"), ("M4", 70, "Blue"),
    ),
    "sales": (
        ("sale_id", "item", "price"),
        ("T1", "A1", 10), ("T2", "B2", 11), ("T3", "A1", 9),
    ),
    "price_list": (
        ("entry", "item", "price"),
        ("Q1", "A1", 10), ("Q2", "B2", 12), ("Q3", "B2", 11), ("Q4", "A1", 9),
    ),
}  # fmt: skip

FLAGGED = {
    "pupils guardians": [
        ("lacking", "P3 P4 P6", [
            "Every pupil must have a guardian.",
            "Flag pupils without a guardian.",
            "Flag pupils who have no guardian.",
            "Which pupils have no guardian?",
            "Every pupil needs a guardian.",
            "No pupil may be without a guardian.",
        ]),
        ("such", "P2 P3 P4 P6", [
            "Every pupil must have a guardian with a phone.",
            "Every pupil needs a guardian from Kiel.",
        ]),
        ("with one", "P3 P4", [
            "Only pupils with a guardian may have a trip of yes.",
            "Pupils without a guardian must have a trip of no.",
            "If a pupil has no guardian, the trip must be no.",
        ]),
        ("share", "1", ["At most 40% of the pupils may be without a guardian."]),
        ("count", "1", ["At most two pupils may have no guardian."]),
        ("one of each", "P3 P4 P6", ["Every pupil must have exactly one guardian."]),
        ("unknown", "P4", [
            "Flag pupils with an unknown guardian.",
            "No pupil may have a guardian that does not exist.",
            "Flag pupils of guardians that do not exist.",
            "If a pupil has a guardian, it must be one that exists.",
            "Every guardian_id must exist in guardians. Pupils without a guardian are fine.",
        ]),
        ("not such", "P2", ["Flag pupils whose guardian has no phone."]),
        ("childless", "G4", ["Flag guardians without pupils."]),
    ],
    "accounts people": [
        ("by the key", "I2 I3", ["Accounts in USD must have an owner from the US."]),
    ],
    "accounts balances": [
        ("nothing else", "2 3", ["Balances must only contain active accounts."]),
    ],
    "depots vehicles": [
        ("each depot", "West", [
            "Every open depot needs a van or a truck.", "Every open depot needs a van.",
        ]),
    ],
    "trips vehicles": [
        ("its driver", "R2 R3", ["The driver of a trip must be the driver of the vehicle."]),
    ],
    "orders order_lines": [
        ("own shipped", "11 12", ["Every line of an open order must be shipped."]),
    ],
    "chiefs sites": [("there", "Sud", ["Every site must have a chief with an age above 45."])],
    "sites chiefs jobs": [
        ("of two others", "Sud", ["Sites with chiefs must have at least one job."]),
    ],
    "staff stores": [
        ("each store", "Bonn Jena", ["Every store must have a manager."]),
    ],
    "members old_members": [
        ("no lower", "M2", [
            "No fee may be lower than the fee of the same member in old_members.",
            "The fee must be at least the fee of the same member in old_members.",
        ]),
    ],
    "drivers": [
        ("led to", "D1", ["The supervisor must hold licence C."]),
        ("there", "D3", ["Supervisors must exist in drivers."]),
    ],
    "members": [
        ("there", "M3", ["A member's sponsor must exist."]),
    ],
}  # fmt: skip

DECLINED = [
    ("accounts balances", "Only active accounts may appear in balances."),
    ("trips vehicles drivers", "The driver of a trip must be the driver of the vehicle."),
    ("teams members", "Every team in the first league needs a fee of 100."),
    ("teams members", "First league teams need a fee of 100."),
    ("teams members", "Flag teams without members who have paid."),
    ("teams members", "Every captain must have paid the fee."),
    ("members", "At least 2 members must have paid."),
    ("members", "Every sponsor must exist."),
    ("visits payments", "Flag visits where the paid_amount differs from charge."),
    ("orders order_lines", "Lines must be shipped."),
    ("orders order_lines", "At least half of the lines of each order must be shipped."),
    ("orders order_lines", "Every line of a closed order must have been shipped."),
    ("orders order_lines", "The total of a line must be above 15."),
    ("staff", "Managers without staff must be flagged."),
    ("chiefs sites", "Nobody may manage more than one site."),
    ("chiefs sites", "Flag chiefs who manage more than one site."),
    ("chiefs sites", "Every site must be managed by a chief with an age above 45."),
    ("staff stores", "Nobody may manage more than one store."),
    ("drivers", "Supervisors must hold licence C."),
    ("sales price_list", "Flag sales without a valid price."),
]

checked, test_the_right_side_is_flagged, test_what_may_be_of_another_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
