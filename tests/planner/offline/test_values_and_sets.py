"""Several columns of a row, values that must occur, and rows that are only where they belong."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "doses": (
        ("ward", "dose1", "dose2", "dose3", "net_cost", "gross_cost"),
        ("W1", 2, 3, 4, 10, 12),
        ("W2", 0, 0, 0, 7, 7),
        ("W3", -1, 5, 9, "", 4),
        ("W4", 6, 7, "", -2, ""),
    ),
    "plants": (
        ("plant_id", "kind", "plot", "size", "gardener"),
        ("P1", "fern", "north", 10, "Ida"),
        ("P2", "fern", "north", 30, "Ida"),
        ("P3", "moss", "south", 30, "Max"),
        ("P4", "moss", "north", 20, "Max"),
        ("P5", "palm", "south", 20, "Eva"),
    ),
    "clocks": (
        ("entry", "witness", "train", "seen_time", "platform"),
        ("E1", "Ann", "T1", "08:10", 1),
        ("E2", "Bob", "T1", "08:12", 1),
        ("E3", "Ann", "T2", "09:00", 2),
        ("E4", "Bob", "T2", "", 3),
        ("E5", "Ann", "T2", "09:00", 2),
    ),
    "books": (
        ("line", "paid", "booked"),
        ("L1", 5, 5.5),
        ("L2", "", 0.5),
        ("L3", "", 9),
        ("L4", 3, ""),
        ("L5", "", ""),
    ),
    "codes": (("door", "pin"), ("D1", "1234"), ("D2", "9812"), ("D3", "5555")),
}

FLAGGED = {
    "doses": [
        ("each", "W3", [
            "dose1, dose2 and dose3 must each be 0 or more.",
            "dose1 to dose3 must not be negative.",
            "Doses cannot be negative: dose1, dose2 and dose3 must each be at least 0.",
            "None of the three doses may be below 0.",
            "Every dose (dose1, dose2, dose3) must be at least 0.",
            "Flag wards where any of dose1, dose2 and dose3 is negative.",
            "Flag wards where any dose is below 0.",
        ]),
        ("filled", "W4", ["All three dose columns must be filled."]),
        ("zero", "W2", ["No ward may have all three doses at 0."]),
        ("none-above", "W2", ["Flag wards where no dose is above 1."]),
        ("two", "W2 W3", ["At least two of the three doses must be between 1 and 8."]),
        ("two-empty", "", ["Flag wards with at least two of dose1, dose2 and dose3 empty."]),
        ("neither", "W4", ["Neither cost may be negative."]),
        ("both", "W3 W4", ["net_cost and gross_cost: both or none."]),
        ("with", "W3", ["No gross_cost without a net_cost."]),
        ("unlike", "W2", ["No ward has the same amount for net_cost and gross_cost."]),
    ],
    "plants": [
        ("place", "P4", [
            "Moss plants are found in the plot south only.",
            "Moss plants live only in the plot south.",
        ]),
        ("only-there", "P3", ["Only palms may be kept in the plot south."]),
        ("never", "P4", ["No moss plant may be found in the plot north."]),
        ("value", "P1", ["A fern always has a size of 30."]),
        ("occur", "0", [
            "Each of the kinds fern, moss and palm must occur at least once among the plants.",
            "Every kind (fern, moss, palm) must be used by at least one plant.",
        ]),
        ("occur-not", "1", ["Each of the sizes 10, 20 and 40 has to occur at least once in size."]),
        ("alike", "1", ["The size must be the same in all rows."]),
        ("varied", "0", ["The size must not have the same value in every row."]),
        ("more-often", "2", ["palm has to come up more often than any other kind."]),
        ("per-plot", "1", ["At least three different sizes per plot."]),
        ("both", "2", ["Every gardener has both plots."]),
        ("no-mixing", "P3 P4", ["No gardener may mix plots."]),
        ("cases", "P1 P4", [
            "Kind and size go together: kind fern means size 30, kind moss means size 30.",
            "kind fern means size 30, kind moss means size 30.",
        ]),
        ("only-with", "P4", ["kind moss only with plot south."]),
        ("lists", "P5", ["Kinds are fern and moss only."]),
        ("other", "P1 P2 P4", ["For every kind but palm, plot must be south."]),
        ("group", "1", ["Each plot must have at least one moss and one fern."]),
        ("within", "", ["No two plants of one plot are alike in kind and size."]),
    ],
    "clocks": [
        ("agree", "E1 E2", [
            "All witnesses must give the same seen_time for a train.",
            "All witnesses must agree on the seen_time of a train.",
            "Witnesses must not disagree about the seen_time of a train.",
            "No two witnesses may report different seen_time for the same train.",
            "A train has at most one seen_time, whatever the witness.",
            "All witnesses must give the same seen_time for a train; blank times do not count.",
        ]),
        ("once", "E3 E5", [
            "Each witness reports each train at most once.",
            "No witness may report the same train twice.",
        ]),
        ("several", "E1 E2 E3 E4 E5", [
            "The same train always means the same seen_time and platform.",
            "train determines seen_time and platform.",
        ]),
    ],
    "books": [
        ("zero", "L3 L4", [
            "paid and booked may differ by at most 1. An empty amount counts as 0.",
        ]),
        ("twice", "L2 L4 L5", [
            "Twice paid plus booked must be above 6; empty cells count as 0.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("doses", "dose1 to dose2 must not be negative."),
    ("doses", "dose3 to dose1 must be filled."),
    ("doses", "Both doses must be at least 0."),
    ("doses", "The two doses must be at least 0."),
    ("doses", "Not each of dose1, dose2 and dose3 must be above 0."),
    ("doses", "At least two of the four doses must be above 3."),
    ("doses", "gross_cost only without net_cost."),
    ("doses", "Skip wards without a dose."),
    ("plants", "Moss plants are not only in the plot south."),
    ("plants", "Moss plants are in the plot south only if their size is 20."),
    ("plants", "Not only palms may be kept in the plot south."),
    ("plants", "None of the sizes 10, 20 and 30 must occur exactly once in size."),
    ("plants", "The size may be the same in all rows."),
    ("plants", "palm must not come up more often than any other kind."),
    ("plants", "Every plot has both kinds."),
    ("plants", "kind fern may be size 30, kind moss may be size 20."),
    ("plants", "kind moss not only with plot south."),
    ("plants", "A gardener may mix plots."),
    ("plants", "Kinds are not fern and moss only."),
    ("clocks", "All witnesses must give a seen_time for a train."),
    ("clocks", "Most witnesses must give the same seen_time for a train."),
    ("clocks", "No two witnesses may give the same seen_time for the same train."),
    ("clocks", "Each witness reports each train at least once."),
    ("clocks", "A train has one seen_time per witness, whatever the witness."),
    ("codes", "pin contains both a 1 and a 2."),
]

checked, test_values_and_sets_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
