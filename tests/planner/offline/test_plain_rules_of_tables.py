"""Plain rules over two tables: whose clause, whose value, whose rows, and which key."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "trips": (
        ("trip_id", "driver_id", "status", "left_on", "back_on", "weight", "stop_count", "closed"),
        (10, 1, "open", "2024-02-01", None, 30, 2, False),
        (11, 1, "done", "2024-02-05", "2024-02-07", 30, 1, True),
        (12, 2, "late", "2024-02-09", "2024-02-08", 20, 1, True),
        (13, 4, "done", None, "2024-03-02", 90, 0, True),
    ),
    "stops": (
        ("stop_id", "trip_id", "line_no", "goods", "weight", "status", "signed"),
        (100, 10, 1, "sand", 10, "open", True),
        (101, 10, 2, "salt", 20, "done", False),
        (102, 11, 1, "sand", 30, "done", True),
        (103, 12, 3, "salt", 25, "lost", False),
    ),
    "drivers": (
        ("driver_id", "name", "town", "grade", "trip_count"),
        (1, "Ann", "Bonn", "done", 2),
        (2, "Bo", "Kiel", "first", 1),
        (3, "Cy", "Bonn", "late", 1),
        (4, "Di", "Ulm", "first", 0),
    ),
    "fees": (
        ("fee_id", "trip_id", "driver_id", "state", "amount"),
        (500, 10, 1, "paid", 7),
        (501, 12, 2, "open", 8),
        (502, 13, 4, "open", 9),
    ),
    "shifts": (
        ("shift_id", "trip_id", "shut", "state"),
        (1, 10, True, "open"),
        (2, 12, False, "shut"),
        (3, 13, True, "shut"),
    ),
    "claims": (
        ("claim_id", "trip_id", "state", "raised_on"),
        (900, 10, "open", "2024-03-01"),
        (901, 12, "paid", "2024-03-02"),
        (902, 13, "open", "2024-03-03"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "stops trips": [
        ("far", "102", ["Flag stops of trips that are not open and not late."]),
        ("late", "103", ["Flag stops of trips that are late."]),
        ("lost", "103", ["Flag stops of a trip that are lost."]),
        ("sum", "12 13", ["The weights of the stops must add up to the weight of the trip."]),
        (
            "shown",
            "12 13",
            ["weight must equal the sum of weight of the stops of the trip. Flag the trips."],
        ),
        ("part", "13", ["Every trip must have a stop. Flag the trip."]),
    ],
    "claims trips": [
        ("when", "900 901", ["Claims of trips with a weight below 50 must be raised on a Sunday."]),
    ],
    "fees trips": [
        ("own", "501", ["Fees of late trips must be paid."]),
        ("done", "502", ["Fees of trips that are done must be paid."]),
    ],
    "shifts trips": [
        ("flag", "3", ["Shifts where shut is true must be of open trips."]),
        ("state", "2 3", ["Shifts where state is shut must be of open trips."]),
    ],
    "trips": [
        ("gaps", "10 12 13", ["left_on must not be after back_on. Empty cells are violations."]),
        ("one", "10 12", ["left_on must not be after back_on. A missing back_on is an error."]),
        ("day", "10", ["back_on must be in 2024. Missing dates are an error."]),
    ],
    "stops": [
        ("text", "101 103", ["Every stop must have goods that contain 'and'."]),
        ("key", "", ["line_no must be unique within each trip_id."]),
    ],
    "drivers trips": [
        ("there", "3", ["Every driver with a trip_count above 0 must have a trip."]),
    ],
}

DECLINED = [
    ("stops trips", "Flag stops of trips that are signed."),
    ("stops trips", "Stops of trips that are lost must be signed."),
    (
        "stops trips",
        "The weights of the stops must add up to the weight of the trip. Flag the stops.",
    ),
    ("stops trips", "Every stop must belong to a trip. Flag the trips."),
    ("stops drivers", "Every stop must belong to a driver."),
    ("stops drivers", "No driver may have more than 2 open stops."),
    ("fees claims trips drivers", "Fees of drivers in Bonn must be open."),
    ("fees claims drivers", "Fees of drivers in Bonn must be open."),
    ("trips", "left_on must not be after back_on. Missing dates are an error."),
    ("trips", "The distinct statuses must not change since the last run."),
    ("stops", "Every trip must contain sand."),
    ("stops", "No trip may contain both sand and salt."),
    ("drivers trips", "If trip_count is above 0, there must be a trip."),
    ("drivers trips", "Drivers in Bonn must have all trips open."),
    ("trips drivers", "Drivers in Bonn must have every trip late."),
    ("fees trips", "closed must be true if a fee exists."),
    ("fees trips", "If left_on is filled, a fee must exist."),
    ("fees trips", "Where left_on is empty, no fee may exist."),
    ("claims trips", "Claims must not be on weekends."),
    ("stops trips", "If the trip is open, at least one stop must be signed."),
    ("stops trips", "When closed is true, at least one stop must be signed."),
    ("shifts trips", "There must be at least one shut shift for each open trip."),
    ("shifts trips", "Shut shifts must be of late trips."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
