"""What is lacking of two, what a gloss leaves out, and words before lists that say too much."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "listings": (
        ("listing_id", "name", "host_name", "area", "latitude", "price"),
        ("l1", "Loft", "Ann", "Harlem", 40.7, 100),
        ("l2", None, "Bo", "Soho", 40.95, 1200),
        ("l3", "Nest", None, "Soho", 40.8, 50),
        ("l4", None, None, "Harlem", 41, 2000),
    ),
    "states": (
        ("row_no", "state", "size", "pop"),
        (1, "GA", "big", 10),
        (2, "AL", "small", 20),
        (3, "SD", "big", 30),
        (4, "NH", "old", 40),
    ),
    "crews": (
        ("crew_id", "men", "women", "gender", "fee"),
        ("c1", 10, 20, "F", 5),
        ("c2", 10, 200, "M", 5),
        ("c3", 1, 20, "F", 50),
    ),
    "houses": (
        ("house_id", "population", "households", "rooms"),
        ("h1", 100, 5, 40),
        ("h2", 40, 20, 80),
        ("h4", 500, 10, 20),
    ),
    "sales": (
        ("sale_id", "buyer", "product", "shop"),
        ("a", "Al", "p", "x"),
        ("b", "Al", "p", "y"),
        ("c", "Bo", "q", "y"),
        ("d", "Bo", "r", "y"),
    ),
    "dogs": (
        ("dog_id", "sex", "owner", "weight", "chip"),
        ("d1", "F", "Ann", 5, "c1"),
        ("d2", "M", "Bob", 30, None),
        ("d3", "F", "Cy", 20, None),
    ),
    "people": (
        ("person_id", "sex", "home_owner", "age"),
        ("p1", "F", 1, 30),
        ("p2", "M", 0, 10),
        ("p3", "F", 1, 50),
    ),
    "daily": (
        ("row_no", "day", "visits"),
        (1, "2024-01-01", 10),
        (2, "2024-01-02", 20),
        (3, "2024-01-03", 5),
        (4, "2024-01-05", 5),
    ),
    "hourly": (
        ("row_no", "day", "hour"),
        (1, "2024-01-01", 1),
        (2, "2024-01-01", 2),
        (3, "2024-01-02", 1),
        (4, "2024-01-03", 5),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "listings": [
        ("neither", "l4", [
            "Flag listings without a name and without a host_name.",
            "Flag listings with neither a name nor a host_name.",
            "Flag listings without any name or host_name.",
            "Flag listings without a name or host_name at all.",
        ]),
        ("either", "l2 l3 l4", [
            "Flag listings lacking either a name or a host_name.",
            "Flag listings where name is empty or host_name is empty.",
        ]),
        ("of both", "l2 l4", ["Flag listings without a name or with a price above 1000."]),
        ("glossed", "l2 l4", [
            "Flag listings far too dear, i.e. price above 1000.",
            "Flag cheap listings, that is price above 1000.",
            "Flag listings of luxury, i.e. price above 1000.",
        ]),
    ],
    "states": [("kinds", "1", ["In southern states (GA, AL) the pop must be above 15."])],
    "houses": [
        ("per", "h1 h4", [
            "Flag houses with more than 10 people per household (population / households)."
        ]),
    ],
    "sales": [
        ("twice", "a b", [
            "Nobody buys the same product twice: flag rows with the same buyer and product."
        ]),
    ],
    "dogs": [("traits", "d3", ["Female dogs must be lighter than 10."])],
    "people": [("letters", "p1", ["Women must have an age above 40."])],
    "daily hourly": [("days", "4", ["Each row of daily must have a row in hourly."])],
}  # fmt: skip

DECLINED = [
    ("listings", "Flag listings without a name or host_name."),
    ("listings", "Flag listings without a name or a host_name."),
    ("listings", "Flag listings without a name, a host_name or a price."),
    ("listings", "No listing may be without a name or host_name."),
    ("listings", "A listing without a name or host_name must have a price of 0."),
    ("listings", "Flag listings in Paris far too dear, i.e. price above 1000."),
    ("listings", "Flag listings in Paris, i.e. price above 1000."),
    ("listings", "Flag listings of Berlin too dear, i.e. price above 1000."),
    ("listings", "Flag listings of Berlin, i.e. price above 1000."),
    ("listings", "Flag listings in paris, i.e. price above 1000."),
    ("listings", "Flag Parisian listings, that is price above 1000."),
    ("states", "In big states (GA, AL) the pop must be above 15."),
    ("crews", "Flag women with a fee below 10."),
    ("houses", "No house may have more than 10 people per household (households / population)."),
    ("houses", "Flag houses with over 1000 people per km (population / households)."),
    ("dogs", "Women must have a chip."),
    ("dogs", "Flag female owners without a chip."),
    ("dogs", "No female owner may be empty."),
    ("people", "Homeowners must be over 40."),
    ("people", "Flag home owners below 40."),
    ("sales", "Nobody buys the same product twice: flag rows with the same shop."),
    ("sales", "No buyer buys the same product twice: flag rows with the same buyer."),
]

checked, test_they_are_read_as_meant, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
