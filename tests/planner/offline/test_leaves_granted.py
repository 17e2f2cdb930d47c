"""A second sentence that grants what a rule never forbids leaves the rule as it is."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "loans": (
        ("loan_id", "branch", "kind", "shelf", "fee", "stamp", "lent_on", "back_on", "signed"),
        ("L1", "Mill", "book", 110, 2.5, "AB12", "2026-01-03", "2026-01-09", "yes"),
        ("L2", "Mill", "film", 210, 4, "ABC1", "2026-01-04", "2026-01-02", "no"),
        ("L3", "Quay", "book", 390, 9, "", "2026-01-05", "", "no"),
        ("L4", "Quay", "film", 150, 1, "AB12", "2026-01-06", "2026-02-09", "yes"),
        ("L5", "Dale", "book", 120, 30, "XY99", "2026-01-07", "2026-01-08", "no"),
    ),
    "gauge": (
        ("step", "level", "drops", "height"),
        ("G1", 10, 0, 5),
        ("G2", 12, 2, 6),
        ("G3", 12, 3, 5),
        ("G4", 11, 9, 7),
    ),
}

_SHELF = "In branch Mill the shelf must be from 100 to 199."

FLAGGED = {
    "loans": [
        ("others", "L2", [
            f"{_SHELF} Other branches number as they please.",
            f"{_SHELF} Other branches may put things where they like.",
            f"{_SHELF} The other branches have their own numbers.",
            f"{_SHELF} All other branches are free to choose.",
            f"{_SHELF} We do not care about other branches.",
            f"{_SHELF} Leave the other branches alone.",
            f"{_SHELF} In other branches it may be higher.",
            f"{_SHELF} The shelf elsewhere is not checked.",
            f"{_SHELF} The Quay may go further.",
            f"{_SHELF} Only Mill is looked at.",
            f"{_SHELF} Other branches were built with wooden racks.",
            "In branch Mill the shelf must be from 100 to 199, but other branches may differ.",
            "In branch Mill the shelf must be from 100 to 199 (other branches may differ).",
        ]),
        ("measured", "0", [
            "The average fee in branch Mill must be at most 5. Other branches do not count.",
        ]),
        ("single", "1", ["The average fee must be at most 5. Single loans may be dearer."]),
        ("unsigned", "L4", [
            "Signed loans must have a fee of at least 2. Unsigned ones may be cheaper.",
            "Signed loans must have a fee of at least 2. Loans that are not signed can cost less.",
            "Signed loans must have a fee of at least 2. The rest may cost what it likes.",
        ]),
        ("lacking", "L2 L5", [
            "Every stamp must start with AB1. Loans without a stamp may go out.",
            "Every stamp must start with AB1. A loan with no stamp can be handed out as it is.",
            "Every stamp must start with AB1. Loans that never had one are left out.",
            "Every stamp must start with AB1. Loans without a stamp were booked by phone.",
            "Every stamp must start with AB1; many loans have no stamp.",
            "Every stamp must start with AB1; loans made by telephone have none.",
        ]),
        ("copies", "L1 L4", [
            "Each stamp must be unique. Loans without a stamp are no copies of each other.",
            "Each stamp must be unique. Two loans without a stamp are not the same.",
            "Each stamp must be unique. Flag the first one as well.",
            "Each stamp must be unique. Two loans may have the same shelf.",
            "Each stamp must be unique. Most loans have no stamp.",
        ]),
        ("facts", "L2", [
            "back_on cannot be before lent_on; things still out have no back_on.",
            "back_on cannot be before lent_on. An unreturned loan has no back_on.",
            "back_on cannot be before lent_on. No back_on means that it is still out.",
            "back_on cannot be before lent_on. back_on stays empty until then.",
            "back_on cannot be before lent_on. If back_on is empty, the reader still has it.",
            "back_on cannot be before lent_on. While somebody reads it, back_on is empty.",
        ]),
        ("sides", "L4", [
            "fee must be at least 2. Higher fees are welcome.",
            "fee must be at least 2. High values do not matter.",
            "fee must be at least 2. There is no upper limit.",
            "fee must be at least 2. The shelf is another matter.",
            "fee must be at least 2. Shelf and stamp are not checked.",
            "fee must be at least 2; we look at the shelf separately.",
            "fee must be at least 2. That is all.",
            "fee must be at least 2. It can be as high as you like.",
            "fee must be at least 2. There is no maximum.",
        ]),
        ("deviations", "L5", [
            "fee may not lie more than 1 standard deviation above its mean. Low fees are fine.",
        ]),
    ],
    "gauge": [
        ("strict", "G3 G4", [
            "level must be larger than in the row before; the same number twice is wrong too.",
            "level must be larger than in the row before. Standing still is an error as well.",
            "level must never be lower than in the row above; the same level again is wrong too.",
            "level must rise from row to row. By how much does not matter.",
            "level must rise from row to row. It may start anywhere.",
            "level must rise from row to row. There is nothing above the first row.",
            "level must rise from row to row. The first row cannot be compared.",
        ]),
        ("loose", "G4", [
            "level must never be lower than in the row above; standing still is fine.",
        ]),
        ("numbers", "G4", [
            "drops must be between 0 and 5; 6 and 7 do not exist.",
            "drops must be between 0 and 5, so 6 is wrong.",
            "drops must be between 0 and 5; a 6 is an error.",
            "drops must be between 0 and 5: 0 and 5 themselves are fine.",
        ]),
        ("kinds", "", [
            "drops has to be a whole number; 2.5 or a word is an error.",
            "height has to be a whole number; a letter or 1.5 would be wrong.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("loans", f"{_SHELF} Other branches may go up to 250."),
    ("loans", f"{_SHELF} Other branches must not."),
    ("loans", f"{_SHELF} Other kinds number as they please."),
    ("loans", f"{_SHELF} Mill may number as it likes."),
    ("loans", f"{_SHELF} Only Quay is looked at."),
    ("loans", f"{_SHELF} Signed loans may go further."),
    ("loans", "shelf must be from 100 to 199. Other branches number as they please."),
    ("loans", "At least 20% of the loans must be of branch Mill. Other branches do not count."),
    ("loans", "Every loan must have a stamp. Loans without a stamp may go out."),
    ("loans", "fee must be at least 2. Loans without a stamp may go out."),
    ("loans", "Every stamp must start with AB1. Loans without a stamp may not go out."),
    ("loans", "Every stamp must start with AB1. Loans without a stamp may only go out at night."),
    ("loans", "Every stamp must start with AB1. Loans without a stamp may be fakes."),
    ("loans", "Every stamp must start with AB1. Loans without a stamp were refused."),
    ("loans", "Every stamp must be filled. Some loans have none."),
    ("loans", "back_on cannot be before lent_on; only things still out have no back_on."),
    ("loans", "back_on cannot be before lent_on; things still out must have no back_on."),
    ("loans", "back_on cannot be before lent_on. An empty back_on means a mistake."),
    ("loans", "back_on must be filled; things still out have no back_on."),
    ("loans", "fee must be at least 2. Low values do not matter."),
    ("loans", "fee must be between 2 and 5. Higher fees are welcome."),
    ("loans", "fee must be at least 2. High shelves do not matter."),
    ("loans", "fee must be at most 5. There is no upper limit."),
    ("loans", "fee must be at least 2. There is no minimum."),
    ("loans", "fee must equal shelf minus 100. Loans may have a stamp of their own."),
    ("loans", "Each stamp must be unique. Two loans may have the same stamp."),
    ("loans", "fee must be at least 2. The fee is another matter."),
    ("loans", "The sum of the fees must be at most 5. Single loans may be dearer."),
    ("gauge", "level must be at least 5. By how much does not matter."),
    ("gauge", "level must be at least 5. There is nothing above the first row."),
    ("gauge", "level must not be 5; the same number twice in a row is wrong too."),
    ("gauge", "level must go up by 1 from row to row. By how much does not matter."),
    ("gauge", "drops must be between 0 and 5; 5 and 6 do not exist."),
]

checked, test_what_grants_leaves_the_rule, test_what_may_change_it_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
