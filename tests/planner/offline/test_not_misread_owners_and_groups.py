"""Groups, owners and what goes with what, of which a near reading would flag other rows."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "squads": (
        ("row_id", "player", "club", "town", "season", "coach", "fee", "comment"),
        (1, "Ann", "Ajax", "Kiel", 2020, "Moe", 100, "good"),
        (2, "Ann", "Ajax", "Kiel", 2021, "Moe", 120, "good"),
        (3, "Bob", "Ajax", "Bonn", 2020, "Lee", 90, "fair"),
        (4, "Bob", "Rovers", "Bonn", 2021, "Lee", 80, ""),
        (5, "Cid", "Rovers", "Kiel", 2021, "", 80, "poor"),
    ),
    "products": (
        ("product_id", "title", "price"),
        (501, "Pen", 20), (502, "Cap", 10), (503, "Pen", 12),
    ),
    "staff": (
        ("employee_id", "email", "city", "department_id", "boss_id"),
        (1, "z@x.com", "Kiel", 1, ""), (2, "b@x.com", "Bonn", 1, 1),
        (3, "x@x.com", "Kiel", 2, 1), (4, "b@x.com", "Ulm", 2, 3),
    ),
    "departments": (
        ("department_id", "department_name", "head_id"),
        (1, "Sales", 2), (2, "Ops", 3), (3, "Lab", 3),
    ),
    "guests": (
        ("guest_id", "email"),
        (1, "b@x.com"), (2, "c@x.com"),
    ),
    "castings": (
        ("casting_id", "casting", "troupe", "role", "season"),
        (1, "Ann", "North", "lead", 1), (2, "Ann", "North", "lead", 2),
        (3, "Bob", "North", "extra", 1), (4, "Bob", "South", "lead", 2),
    ),
    "customers": (("customer_id", "name"), (1, "Ann"), (2, "Bob"), (3, "Cid")),
    "orders": (("order_id", "customer_id", "total"), (10, 1, 50), (11, 1, 70)),
    "payments": (("payment_id", "customer_id", "amount"), (90, 1, 50), (91, 3, 20)),
    "flights": (
        ("report_id", "flight", "gate"),
        (1, "F1", "A1"), (2, "F1", "A1"), (3, "F2", "A1"), (4, "F2", "A2"),
    ),
    "artists": (("artist_id", "artist_name"), (1, "Abe"), (2, "Bea"), (3, "Cleo")),
    "albums": (("album_id", "artist_id"), (11, 1), (12, 1), (13, 2)),
    "tracks": (
        ("track_id", "album_id", "seconds", "track_no"),
        (21, 11, 100, 1), (22, 11, 200, 2), (23, 12, 150, 1), (24, 13, 50, 2),
    ),
}  # fmt: skip

FLAGGED = {
    "squads": [
        ("one", "3 4", [
            "A coach always works for the same club.", "Each coach works for one club.",
        ]),
        ("in-each", "", ["No player may play for more than one club in the same season."]),
        ("constant", "1 2 3 4", [
            "A coach's fee is constant.", "The fee of a coach is always the same.",
        ]),
    ],
    "products": [
        ("constant", "501 503", ["A title's price is constant."]),
        ("overall", "1", ["The price must be constant."]),
    ],
    "staff": [
        ("another", "2 4", ["No employee may have the same email as another employee."]),
        ("boss", "3", ["Flag employees living in the same city as their boss."]),
    ],
    "guests staff": [
        ("any", "1", ["No guest has the same email as an employee."]),
    ],
    "castings": [
        ("rows", "1", ["Each troupe must have at least two rows with role lead."]),
    ],
    "customers payments": [("paid", "2", ["Flag customers that never paid any payment."])],
    "flights": [
        ("or-more", "1", [
            "Each flight must have two different gates or more.",
            "Each flight must have at least two gates.",
            "Does each flight have at least two gates?",
        ]),
    ],
    "tracks": [
        ("start", "1", ["The track_no of each album starts at 1."]),
    ],
    "artists albums tracks": [
        ("several", "2 3", ["Each artist must have at least 2 tracks."]),
        ("most", "1", ["Flag artists with more than 2 tracks."]),
        ("none", "3", ["Every artist must have at least one track."]),
        ("sum", "1", ["The total seconds of the tracks of each artist must be at most 400."]),
        ("least", "2 3", ["The total seconds of the tracks of each artist must be at least 60."]),
    ],
}  # fmt: skip

DECLINED = [
    ("squads", "Each player plays for the same club in each season."),
    ("squads", "The coach must live in the same town."),
    ("squads", "Each coach of a club works in the same town."),
    ("squads", "Flag squads with one coach."),
    ("squads", "Are any two rows alike?"),
    ("squads", "Are any rows equal?"),
    ("squads", "Each club must have at least three comments."),
    ("staff", "No employee has the same email as an employee."),
    ("staff", "Flag employees with one boss."),
    ("staff departments", "Flag employees that do not manage a department."),
    ("staff departments", "Flag employees that do not run a department."),
    ("castings", "Each troupe has exactly one lead."),
    ("castings", "Each troupe must have at least two extras."),
    ("customers orders", "Flag customers that never paid an order."),
    ("customers orders", "Flag customers who do not pay any order."),
    ("artists tracks", "Each artist must have at least 2 tracks."),
    ("tracks", "The seconds per album start at 100."),
]

checked, test_what_is_meant_is_flagged, test_what_may_be_meant_otherwise_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
