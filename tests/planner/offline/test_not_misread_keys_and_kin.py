"""Keys, copies, groups, kin and deeds of which a near reading would flag other rows."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "rota": (
        ("rota_id", "ward", "shift", "nurse", "day", "hours", "on_call"),
        ("R1", "A", "early", "Ann", "2024-01-01", 8, "yes"),
        ("R2", "A", "early", "Ann", "2024-01-01", 4, "no"),
        ("R3", "A", "late", "Bob", "2024-01-01", 8, "no"),
        ("R4", "B", "late", "Cid", "2024-01-02", 8, "yes"),
        ("R5", "B", "late", "", "2024-01-02", 8, "no"),
        ("R6", "B", "night", "Bob", "2024-01-02", 10, ""),
        ("R7", "C", "night", "Eve", "2024-01-03", 12, "yes"),
        ("R8", "", "late", "Bob", "2024-01-04", 8, "no"),
    ),
    "seats": (
        ("seat_id", "hall", "place", "kind", "q1", "q2", "q3"),
        ("S1", "H", 1, "box", 1, 1, 1),
        ("S2", "H", 2, "box", 1, 2, 1),
        ("S3", "K", 1, "bench", 2, 2, 2),
        ("S4", "K", 1, "bench", 1, 2, 3),
    ),
    "stock": (
        ("stock_id", "store", "film", "quantity", "fee", "note", "status"),
        ("K1", "Nord", "Alien", 3, 0, "late", "failed"),
        ("K2", "Nord", "Dune", 6, 5, "", "passed"),
        ("K3", "Sud", "Alien", 1, 0, "x", "passed"),
    ),
    "discs": (
        ("disc_id", "store", "film"),
        ("D1", "Nord", "Alien"), ("D2", "Nord", "Alien"), ("D3", "Sud", "Alien"),
    ),
    "marks": (
        ("mark_id", "grade", "room"),
        ("M1", "A", 1), ("M2", "B", 2), ("M3", "A", 2),
    ),
    "bills": (
        ("bill_no", "billed_on", "amount"),
        ("1", "2022-01-01", 50), ("3", "2022-01-02", 20), ("2", "2022-01-02", 70),
    ),
    "notes": (
        ("note_no", "written_on"),
        ("1", "2022-01-01"), ("3", "2022-01-02"), ("2", "2022-01-03"),
    ),
    "customers": (
        ("customer_id", "name"),
        (1, "Ann"), (2, "Bob"), (3, "Cid"),
    ),
    "orders": (
        ("order_id", "customer_id", "total"),
        (100, 1, 50), (101, 1, 20), (102, 2, 70), (103, 9, 10),
    ),
    "departments": (
        ("department_id", "department_name", "budget"),
        (1, "Sales", 100), (2, "Ops", 200), (3, "Lab", 50),
    ),
    "employees": (
        ("employee_id", "department_id", "name", "manager_id"),
        (31, 1, "Ann", ""), (32, 1, "Bob", 31), (33, 2, "Cid", 31),
    ),
    "invoices": (
        ("invoice_id", "department_id", "budget"),
        (21, 1, 90), (22, 2, 60),
    ),
    "rides": (
        ("ride_id", "rider", "ride_date", "start_time", "end_time"),
        ("T1", "Ann", "2024-01-01", "08:00", "09:00"),
        ("T2", "Bob", "2024-01-02", "08:00", ""),
    ),
    "films": (
        ("film_id", "year", "opened", "title", "sequel_title"),
        ("F1", 1960, "8 May 1960 (UK)", "Dawn", "Dawn II"),
        ("F2", 1971, "March 1972", "Dawn II", ""),
        ("F3", 1985, "1985", "Dusk", "Dusk II"),
    ),
}  # fmt: skip

FLAGGED = {
    "rota": [
        ("unique-key", "R1 R2", ["ward, shift and nurse form a unique key."]),
        ("primary", "R1 R2 R5 R8", ["ward, shift and nurse form a primary key."]),
        ("their-rows", "R3 R6 R8", [
            "Does any nurse have two wards? List all their rows.",
            "Is any nurse assigned to more than one ward? List all their rows.",
        ]),
        ("many", "R3 R6 R8", ["Does any nurse have more than two rows? List all their rows."]),
        ("nurses", "R1 R2", [
            "Flag all rows of a shift to which fewer than two nurses are assigned.",
        ]),
        ("identified", "R1 R2", [
            "Early rows are identified by nurse and day; no pair may repeat.",
        ]),
        ("not-early", "", ["Night rows are identified by ward and nurse; no pair may repeat."]),
        ("small", "R7", ["Each ward must have two rows or more. Flag all rows of smaller wards."]),
    ],
    "seats": [
        ("some", "S3", ["In no bench row may q1, q2 and q3 all be equal."]),
        ("all", "S1 S3", ["In no row may q1, q2 and q3 all be equal."]),
        ("narrowed", "", ["Box seats are identified by hall and place; no pair may repeat."]),
        ("key", "S3 S4", ["hall and place form a key."]),
    ],
    "stock": [
        ("shown", "K3", ["A fee of 0 is only possible with a status of failed."]),
        ("note", "K1", ["A note of late is only possible with status passed."]),
    ],
    "discs": [
        ("rows", "1", ["A store holds at most one copy of the same film."]),
    ],
    "marks": [
        ("value", "M3", ["Grade A is only possible with room 1.", "A grades require room 1."]),
    ],
    "notes": [
        ("rising", "2", ["A later written_on means a higher note_no."]),
    ],
    "customers orders": [
        ("exists", "103", [
            "If an order has a customer, it must be one that exists.",
            "Every order has a customer that is known.",
        ]),
        ("never", "3", ["Flag customers that never ordered anything."]),
    ],
    "departments employees": [
        ("manager", "33", [
            "An employee and their manager must work in the same department.",
            "The manager of an employee must work in the same department.",
        ]),
        ("nobody", "3", ["Flag departments nobody has ever worked in."]),
    ],
    "departments invoices": [
        ("budgets", "2", ["The budget of departments and invoices may differ by at most 10."]),
    ],
    "films": [
        ("title", "F3", ["The sequel title must appear in title."]),
    ],
    "rides": [
        ("two", "T1 T2", ["Does every rider have two rides? List all their rides."]),
        ("times", "T2", ["The two times must be filled."]),
    ],
}  # fmt: skip

DECLINED = [
    ("rota", "ward, shift and nurse form a key."),
    ("rota", "Flag all rows of a nurse to which fewer than 20 hours are assigned."),
    ("rota", "Flag all rows of a nurse for which more than 10 hours are recorded."),
    ("rota", "Flag all rows of a shift for which there are fewer than two on_call."),
    ("rota", "Only early rows may have hours below 5. For all others the hours must be above 7."),
    ("rota", "Only Ann may be in A. For all others the ward is B."),
    ("rota", "The average hours per ward must be at least 9. Flag all rows of smaller wards."),
    ("rota", "Rows with the same nurse and day must be duplicates."),
    ("rota", "Rows with the same nurse and day are exact duplicates."),
    ("seats", "In no row may q1, q2 and q3 be equal."),
    ("stock", "A note is only allowed with status failed."),
    ("stock", "A note needs the status passed."),
    ("stock", "A store holds at most four copies of the same film."),
    ("stock", "In no store may there be more than four copies of the same film."),
    ("marks", "A grade is only possible with room 1."),
    ("bills", "A later billed_on means a higher bill_no."),
    ("bills", "Rows with a later billed_on have a higher bill_no."),
    ("customers orders", "If a customer has an order, it must be a known one."),
    ("customers orders", "Does any customer have more than one order? List all their orders."),
    ("customers orders", "A customer must have at least one order. Flag all their orders."),
    ("departments invoices", "Flag departments nobody has ever worked in."),
    ("departments invoices", "Flag departments where nobody lives."),
    ("departments employees", "Flag departments that never bought anything."),
    ("departments employees", "Flag departments where nothing takes place."),
    ("departments employees", "The budget of departments and employees may differ by at most 10."),
    ("films", "The year of a film has to appear in opened."),
    ("films", "year must be contained in the title."),
    ("rides", "The two rides must be filled."),
    ("rides", "The rider must be Ann. Flag the first ride."),
    ("rota", "Is any ward used with more than one shift? List the first row."),
]  # fmt: skip

checked, test_what_is_meant_is_flagged, test_what_may_be_meant_otherwise_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
