"""Words that are near a header, ages of no person, and remarks beside values, read no further."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "orders": (
        ("order_id", "gender", "age", "amount", "statoin"),
        ("o1", "F", 30, 10, "a"),
        ("o2", "M", 14, 50, None),
        ("o3", "F", 60, 99, "b"),
    ),
    "wards": (
        ("ward_id", "estate", "asymptomatic", "border", "strain", "bprice", "state"),
        ("w1", "Aa", 1, 3, "x", 5, "on"),
        ("w2", None, 0, 4, None, -1, None),
        ("w3", "Ac", 1, 5, "z", 7, "off"),
    ),
    "boats": (
        ("boat", "kind", "crew", "sort", "severe", "code", "symptom"),
        ("b1", "tug", 3, "rye", "yes", "E", "fever"),
        ("b2", "ferry", 12, "Type 3", "no", "P", "rash"),
        ("b3", "tanker", 20, "wheat", "yes", "X", "sore throat"),
        ("b4", "yawl", 2, "rye", "no", "E", "cough"),
    ),
    "houses": (
        ("house_id", "country", "latitude", "price"),
        ("h1", "NO", 60, 1),
        ("h2", "SE", 5, 20),
    ),
    "parcels": (
        ("parcel_id", "status", "price", "weight", "paid", "sent_on"),
        (1, "lost", 4, None, "yes", "2024-01-01"),
        (2, "lost", 0, 2, "no", None),
        (3, "sent", 5, 4, "yes", "2024-01-02"),
    ),
    "patients": (
        ("patient_id", "sex", "age", "smoker", "ward"),
        ("p1", "F", 34, 0, "North"),
        ("p2", "M", 12, 1, "North"),
        ("p3", "F", 71, 0, "South"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "orders": [
        ("of persons", "o2", ["Anyone with gender M must not be under 15."]),
        ("of the column", "o2", ["Flag orders with an age under 15."]),
        ("turned letters", "o2", ["The station must not be empty."]),
    ],
    "wards": [("in front", "w2", ["The price must be positive."])],
    "boats": [
        ("new value", "b4", ["The kind must be tug, ferry, tanker or house barge."]),
        ("no article", "b4", ["The symptom must be fever, rash or a sore throat."]),
        ("glossed", "b3", ["The code must be E for employed or P for pensioned."]),
        ("gives", "b3 b4", ["The kind tells the use and must be tug or ferry."]),
    ],
    "houses": [
        ("so", "h2", ["All houses must lie in Norway, so the latitude must be from 57 to 72."]),
    ],
    "parcels": [
        ("back", "1", ["Lost parcels never arrive, so they must not have a sent_on."]),
        ("it", "1", ["The price must be 0 or above 4. It must be below 10."]),
    ],
    "patients": [
        ("by age", "p2", ["Patients must not be under 15.", "Smokers must be over 15."]),
        ("one", "p2", ["No smoker under 18."]),
    ],
}

DECLINED = [
    ("orders", "Orders under 15 must have an amount above 60."),
    ("orders", "Flag orders over 50."),
    ("orders", "No order under 15."),
    ("wards", "The order must be at least 4."),
    ("wards", "The train must be filled."),
    ("wards", "Symptomatic must be 0."),
    ("wards", "The station must not be empty."),
    ("boats", "The kind must be tug, ferry or tanker by default."),
    ("boats", "The kind must be tug, ferry or tanker today."),
    ("boats", "The kind must be tug, ferry or tanker because others sink."),
    ("boats", "The kind must be tug, ferry or nearly tanker."),
    ("boats", "The kind must be tug, ferry or something similar."),
    ("boats", "The sort must be 3 or rye."),
    ("boats", "Severity must be 1 (mild), 2 or 3 (severe)."),
    ("boats", "The code is E for externals."),
    ("boats", "The code must be E (temporarily)."),
    ("boats", "The crew shows no gaps and must be above 3."),
    ("boats", "The crew shows increasing order and must be above 3."),
    ("boats", "Half of crew are below 10."),
    ("boats", "Two thirds of crew are below 10."),
    ("boats", "'N/A' is not a real sort: the code must be one letter."),
    ("boats", "The code is one letter, such as E or 'EX'."),
    ("parcels", "Half of the lost parcels were stolen. Their price must be 0."),
    ("parcels", "Lost parcels are unpaid. Their price must be 0."),
    ("parcels", "Lost parcels are refunded within two weeks. Their price must be 0."),
    ("parcels", "Sent parcels have a weight. It must be above 3."),
    ("houses", "All houses are in Norway. The price must be above 3."),
    ("houses", "All houses must lie in Norway. The latitude must be from 57 to 72."),
]

checked, test_they_are_read_as_meant, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
