"""Rules over several tables: counted over two steps, done by owners, told of the last row."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "halls": (
        ("hall_id", "name", "town", "budget", "cap"),
        (1, "Aula", "Bonn", 100, 50),
        (2, "Burg", "Kiel", 300, 20),
        (3, "Dom", "Ulm", 80, 90),
        (4, "Eck", "Ulm", 80, 90),
    ),
    "concerts": (
        ("concert_id", "hall_id", "held_on", "planned_on", "sale_days"),
        (10, 1, "2024-02-01", "2024-01-20", 5),
        (11, 1, "2024-03-05", "2024-03-09", 3),
        (12, 2, "2024-02-09", "2024-02-01", 9),
        (13, 3, "2023-12-30", "2023-12-01", 9),
    ),
    "tickets": (
        ("ticket_id", "concert_id", "booth_id", "sold_on", "fare", "seats"),
        (500, 10, "W", "2024-01-22", 5, 2),
        (501, 10, "W", "2024-01-30", 5, 3),
        (502, 11, "X", "2024-03-10", 7, 4),
        (503, 12, "X", "2024-02-03", 9, 2),
        (504, 12, "W", "2024-01-15", 9, 1),
    ),
    "wages": (
        ("wage_id", "hall_id", "pay"),
        (1, 1, 60),
        (2, 1, 50),
        (3, 2, 90),
    ),
    "visits": (
        ("visit_id", "hall_id", "seen_on"),
        (70, 1, "2024-01-05"),
        (71, 1, "2024-03-05"),
        (72, 2, "2024-02-09"),
        (73, 3, "2023-12-30"),
    ),
    "players": (
        ("player_no", "mail", "town", "coach_no", "mark"),
        (1, "a@x.de", "Bonn", None, 7),
        (2, "b@x.de", "Kiel", 1, 9),
        (3, "c@x.de", "Bonn", 3, 4),
        (4, "d@x.de", "Ulm", 9, 4),
    ),
    "coaches": (("coach_no", "name"), (3, "Cy"), (9, "Kim")),
    "ushers": (
        ("usher_no", "mail", "town"),
        (90, "b@x.de", "Ulm"),
        (91, "z@x.de", "Trier"),
    ),
    "scores": (
        ("score_no", "choir", "part", "key", "state"),
        (1, "S1", "alto", "C", "NULL"),
        (2, "S1", "bass", "D", "lent"),
        (3, "S2", "alto", "D", "NULL"),
        (4, "S3", "alto", "E", "lent"),
        (5, "S3", "bass", "C", "lent"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "halls concerts tickets": [
        ("counted-over-two", "2 3 4", ["Flag halls with fewer than 3 tickets."]),
        (
            "added-over-two",
            "1 2",
            [
                "The total of a hall (fare * seats over all its tickets) must not exceed its cap.",
                "The sum of fare * seats over all concerts of a hall must not exceed its cap.",
            ],
        ),
    ],
    "halls visits": [
        ("last", "3", ["Flag halls whose last visit was before 2024-01-01."]),
        ("none-since", "2 3 4", ["Which halls have no visit since 2024-03-01?"]),
        ("denied", "4", ["Do we have halls that do not receive any visit?"]),
    ],
    "concerts tickets": [
        ("by-one", "10 11", ["List concerts that were sold by exactly one booth_id."]),
        (
            "each-of-both",
            "10 11 13",
            ["Each concert must be in tickets for both booth_id W and X."],
        ),
        (
            "days-of-a-column",
            "501 504",
            ["A ticket must be sold within sale_days days of planned_on."],
        ),
        (
            "days-in-brackets",
            "504",
            ["Flag tickets sold before their concert (sold_on vs. planned_on)."],
        ),
        ("grouped", "10 12", ["The number of tickets per concert must be at most 1."]),
    ],
    "halls wages": [
        (
            "together",
            "1",
            [
                "Flag halls where the pays together are more than 90% of the budget.",
                "The pay of a hall together must not exceed its budget.",
            ],
        ),
    ],
    "players": [
        ("empty-or", "4", ["coach_no must be empty or an existing player_no."]),
        ("own", "3", ["coach_no is never the own player_no."]),
        ("another", "3 4", ["coach_no must be empty or the player_no of another player."]),
    ],
    "players coaches": [
        (
            "filled-and-known",
            "1 2",
            [
                "coach_no must exist in coaches and must not be empty.",
                "coach_no must not be empty and must exist in coaches.",
            ],
        ),
    ],
    "players ushers": [
        ("as-any", "2", ["No player has the same mail as an usher."]),
    ],
    "scores": [
        ("not-null", "3", ["Scores of part alto in S2 must have a state (not NULL)."]),
        (
            "pairs",
            "3 4",
            ["Only three pairs of part and key are allowed: alto-C, bass-D and bass-C."],
        ),
        ("verb", "1", ["Each choir covers at least 2 scores."]),
    ],
}

DECLINED = [
    ("concerts tickets halls", "Flag tickets with more than 2 halls."),
    ("players", "coach_no must be empty or not an existing player_no."),
    ("scores", "Only two pairs of part and key are allowed: alto-C, bass-D and bass-C."),
    ("concerts tickets", "Flag tickets sold before their concert (planned_on vs. sold_on)."),
    ("concerts tickets", "Flag tickets sold by exactly one booth_id."),
    ("players", "The last letter of mail gives the town and must be e."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
