"""What closing sentences ask to see, and words of amounts, are not read against what they say."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "leases": (
        ("lease", "tenant", "starts", "ends", "fee", "stage", "kind", "owner"),
        ("L-1", "t1", "2021-01-01", "2021-05-01", 100, 1, "flat", "Ann"),
        ("L-2", "t1", "2021-06-01", "2022-05-01", 200, 2, "shop", "Bob"),
        ("L-2021", "t2", "2020-06-01", "2022-05-01", 10, 3, "flat", "Ann"),
        ("L-4", "t9", "2020-06-01", "2021-07-01", "", 3, "shop", "Cid"),
    ),
    "tenants": (
        ("tenant_id", "name", "country"),
        ("t1", "Mia", "DE"),
        ("t2", "Lou", "FR"),
        ("t3", "Kim", "DE"),
    ),
    "staff": (
        ("emp_id", "name", "manager_id", "salary", "unit"),
        (1, "Ann", "", 100, "A"),
        (2, "Bob", 1, 120, "A"),
        (3, "Cid", 1, 90, "B"),
        (4, "Dan", 2, 80, "B"),
    ),
    "laps": (
        ("lap_id", "time", "driver"),
        ("a", 61, "Ann"),
        ("b", 70, "Ann"),
        ("c", 65, "Bob"),
    ),
}

FLAGGED = {
    "leases": [
        ("denied", "L-1 L-2", [
            "The fee must not be above 50. Flag leases that do.",
            "The fee must not be above 50. Blanks are fine. Flag leases where it is.",
            "No lease may have a fee above 50. Flag leases that have.",
            "No lease may have a fee above 50. Flag leases that do not comply.",
        ]),
        ("not-so", "L-2021", [
            "The fee must be above 50. Flag leases that are not.",
            "The fee must be above 50. Flag leases where this is not the case.",
        ]),
        ("verbs", "L-2", [
            "The fee must be at most 150. Flag leases that cost more.",
            "The fee must be at most 150. Are there any that cost more?",
        ]),
        ("year-of-ends", "L-4", ["Leases ending in 2021 must have a fee."]),
        ("ends-of-codes", "L-4", ["Leases ending with 4 must have a fee."]),
        ("under-a-price", "L-2021", ["Flag leases with a fee under 100."]),
        ("by-value", "L-4", ["Leases that come under the owner Cid must have a fee."]),
        ("whole-group", "L-1 L-2", [
            "A tenant always has the same owner. If they differ, flag the whole tenant."
        ]),
        ("whole-numbers", "L-1 L-2 L-2021", ["Flag whole fees."]),
    ],
    "leases tenants": [
        ("none-there", "L-4", [
            "Every tenant of a lease must be listed in tenants. Flag leases with no match.",
        ]),
    ],
    "laps": [("time", "a", ["The lap time must be above 62."])],
}  # fmt: skip

DECLINED = [
    # what is as it must be
    ("leases", "The fee must be above 50. Flag leases where this is the case."),
    ("leases", "The fee must be above 50. Flag leases where it is so."),
    ("leases", "The fee must be above 50. Flag leases for which he does."),
    ("leases", "The fee must be above 50. Flag leases that have."),
    ("leases", "The fee must be above 50. Blanks do not count. Flag leases that do."),
    ("leases", "The fee must be above 50, flag leases that are."),
    ("leases", "The fee must be above 50 and flag leases that are."),
    ("leases", "Leases whose kind is not flat must have a fee above 50. Flag leases that do."),
    ("leases", "Every lease must have an owner. Flag leases that have."),
    ("leases", "No lease may have a fee above 50. Flag leases that do not."),
    ("leases", "A fee above 150 is an error. Flag leases where this is not the case."),
    # another column, other rows
    ("leases", "The stage must be at most 2. Flag leases that cost more."),
    ("leases", "The stage must be at most 2. Are there any that weigh more?"),
    ("leases", "The fee must be at most 150. Flag leases that last more than that."),
    ("leases", "Kind must be flat or shop. Flag owners with other values."),
    ("leases tenants", "Each tenant must have a lease. Flag the leases with no counterpart."),
    ("staff", "An employee must earn less than their manager. Flag the managers who do not."),
    ("staff", "The salary must be above 85. Flag the managers who do not comply."),
    ("staff", "A manager must have a salary above 100. Flag the managers who do not."),
    (
        "staff",
        "An employee's salary must be below the manager's salary. Skip staff whose unit is not in "
        "the list.",
    ),
    # below a number, or that number
    ("leases", "Flag leases under the fee 100."),
    ("leases", "Flag leases that come under the fee 100."),
    # a whole group, or a whole number
    ("leases", "If fee is 10, flag the whole tenant."),
    # without both, or without one
    ("leases", "Starts must be before ends. Skip leases without any of them."),
    ("leases", "Starts must be before ends. Leases without either are skipped."),
]

checked, test_closings_and_amounts_are_read_as_said, test_what_is_not_clear_is_declined = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
