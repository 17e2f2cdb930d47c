"""Only so many rows of a kind for each owner, what all of them come to, and what is no column."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "leases": (
        ("lease_id", "tenant_id", "insured", "phase", "total"),
        ("l1", 1, "yes", "signed", 60),
        ("l2", 1, "yes", "signed", 70),
        ("l3", 2, "no", "lapsed", 20),
        ("l4", 3, "yes", "lapsed", 10),
        ("l5", 3, "no", "signed", 30),
    ),
    "tenants": (
        ("tenant_id", "nickname", "rent_cap"),
        (1, "Ann", 100),
        (2, "Bo", 90),
        (3, "Cy", 35),
        (4, "Di", 5),
    ),
    "divers": (
        ("diver_id", "rank", "pay", "boss_id", "radio"),
        (1, "chief", 900, None, "r1"),
        (2, "mate", 950, 1, "r1"),
        (3, "cook", 300, 2, "r1"),
        (4, "mate", 960, 2, "r2"),
        (5, "mate", 100, 2, "r2"),
    ),
    "gauges": (
        ("noted_on", "height", "depth"),
        ("2024-01-05", 3, 9),
        ("2024-01-06", 4, 8),
        ("2024-01-07", 2, 8),
    ),
    "calls": (
        ("call_id", "line_id", "taken_on", "cost"),
        ("c1", 1, "2024-01-05", 3),
        ("c2", 1, "2024-01-05", 4),
        ("c3", 2, "2024-02-07", 2),
    ),
    "lines": (("line_id", "cost_cap"), (1, 6), (2, 9)),
}

FLAGGED: dict[str, list[Group]] = {
    "leases": [
        (
            "only one of a kind",
            "1",
            [
                "Each tenant may have only one insured lease.",
                "A tenant can have just one insured lease.",
                "Tenants may only have one insured lease.",
                "Only one insured lease per tenant is allowed.",
                "Per tenant there may be only one insured lease.",
                "A tenant must not have two insured leases.",
                "Flag tenants with more than one insured lease.",
                "No tenant may have several insured leases.",
                "Each tenant may have only one signed lease.",
            ],
        ),
        (
            "one and no other",
            "2",
            [
                "Each tenant has only one insured lease.",
                "A tenant must have only one insured lease.",
                "Each tenant must have exactly one insured lease.",
            ],
        ),
        (
            "none of a kind",
            "1",
            [
                "Tenants without a insured lease are wrong.",
                "Tenants with no insured lease are not allowed.",
                "Any tenant without a signed lease is an error.",
            ],
        ),
        (
            "unique of a kind",
            "l1 l2",
            [
                "Insured leases must be unique per tenant.",
                "Signed leases are unique within each tenant.",
                "Leases that are signed must be unique per tenant.",
            ],
        ),
        ("one value", "l4 l5", ["Each tenant may have only one phase."]),
        (
            "values",
            "l3 l4",
            [
                "The distinct values of phase must be 'signed', 'open' or 'void'.",
                "All distinct values of phase must be signed or open.",
                "The different phases must be signed or open.",
                "Each distinct phase must start with 's'.",
            ],
        ),
        ("numbers of values", "1", ["The distinct values of phase must be at least 3."]),
        ("each different value", "l3 l4", ["Every distinct value of total must be above 25."]),
        ("part", "1", ["At least 80% of leases that are signed or lapsed must be insured."]),
        (
            "bounded part",
            "1",
            ["At most 20% of leases with a total above 15 may have a total above 65."],
        ),
        ("of one", "1", ["The total of all leases of a tenant must not exceed 100."]),
    ],
    "leases tenants": [
        (
            "of all together",
            "1 3",
            [
                "The total of all leases of a tenant must not exceed rent_cap.",
                "The total of all leases of a tenant must not exceed its rent_cap.",
                "The sum of total of all leases of a tenant must not exceed rent_cap.",
            ],
        ),
        (
            "of each",
            "",
            [
                "The total of each lease of a tenant must not exceed rent_cap.",
                "The total of a lease must not exceed the rent_cap of its tenant.",
            ],
        ),
        ("only one", "1", ["Each tenant may have only one insured lease."]),
    ],
    "divers": [
        (
            "of one value",
            "1",
            [
                "No more than 2 people may share a radio.",
                "At most two people share the same radio.",
                "Fewer than 3 divers may share a radio.",
            ],
        ),
        ("of all", "1", ["At most 2 rows may share their radio with another row."]),
        ("some of one value", "0", ["At most 2 mates may share a radio."]),
        ("their own", "2 4", ["pay must be at most the pay of their boss."]),
    ],
    "gauges": [
        ("each day", "2024-01-07", ["height must rise every day.", "Each day, height must rise."]),
        ("any row", "2024-01-06", ["depth must never fall from row to row."]),
    ],
    "calls": [
        ("rows", "c3", ["cost must rise with every row.", "cost must rise from row to row."])
    ],
}

DECLINED = [
    ("leases", "A tenant must have one insured lease."),
    ("leases", "Every tenant has one insured lease."),
    ("leases", "Each tenant must have only one phase lease."),
    ("leases", "Of the signed leases, at least 80% must be lapsed."),
    ("leases", "At most 5% of signed leases may be lapsed."),
    ("leases", "Of the leases with phase signed, at least 50% must be lapsed."),
    ("leases", "At least half of the lapsed leases must be lapsed."),
    ("leases", "At most 5% of leases with a total above 50 may have a total below 20."),
    ("leases", "The distinct values of total must be between 10 and 60."),
    ("leases", "The different totals must be positive."),
    ("leases", "The distinct values of phase must be filled."),
    ("leases", "leases must not shrink."),
    ("leases", "The leases must grow."),
    ("calls lines", "The cost of all calls of a line must not exceed cost_cap."),
    ("calls lines", "cost_cap must be at least the cost of all calls of the line."),
    ("leases tenants", "The total of all leases must not exceed rent_cap."),
    ("divers", "Nobody may earn more than the chief."),
    ("divers", "pay must not exceed the chief's pay."),
    ("divers", "No more than 2 people may share their radio."),
    ("calls", "cost must rise every day."),
    ("calls", "cost must rise every month."),
    ("calls", "Each week, cost must grow."),
    ("gauges", "height must not fall every day."),
    ("gauges", "height must rise every month."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
