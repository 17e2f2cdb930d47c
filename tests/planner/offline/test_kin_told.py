"""Rows that lead to others: kin in the same table, rows of other tables, the last of them."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "keepers": (
        ("badge", "called", "wing", "mentor", "joined", "left", "wage"),
        ("K1", "Ada", "North", None, "2015-01-01", None, 3000),
        ("K2", "Bo", "North", "K1", "2018-02-01", None, 3100),
        ("K3", "Cy", "South", "K1", "2014-05-01", "2024-03-01", 2500),
        ("K4", "Di", "South", "K9", "2020-01-01", None, 2600),
        ("K5", "Ed", "South", "K5", "2021-01-01", None, 2700),
    ),
    "animals": (
        ("tag", "species", "keeper", "arrived", "pen"),
        ("A1", "lion", "K1", "2019-05-01", "P1"),
        ("A2", "lion", "K1", "2019-06-01", "P1"),
        ("A3", "seal", "K2", "2020-01-01", "P2"),
        ("A4", "seal", "K8", "2020-02-01", "P2"),
        ("A5", "crane", "K4", "2019-12-01", "P4"),
    ),
    "pens": (
        ("pen", "label", "species"),
        ("P1", "Lion Hill", "lion"),
        ("P2", "Sea Pool", "penguin"),
        ("P3", "Old Cage", "owl"),
        ("P4", "Lake", "crane"),
    ),
    "meals": (
        ("meal_no", "tag", "served", "grams"),
        (1, "A1", "2024-01-01", 500),
        (2, "A1", "2024-01-03", 700),
        (3, "A3", "2024-01-02", 300),
        (4, "A1", "2024-01-20", 100),
    ),
    "orders": (
        ("order_no", "order_date", "due_date"),
        (1, "2024-03-01", "2024-03-07"),
        (2, "2024-03-02", "2024-03-20"),
        (3, "2024-03-04", "2024-03-06"),
    ),
    "reviews": (
        ("review_id", "tag", "redo_of", "day"),
        ("R1", "A1", None, "2024-01-01"),
        ("R2", "A1", "R1", "2024-02-01"),
        ("R3", "A2", "R1", "2024-03-01"),
        ("R4", "A1", "R2", "2024-01-15"),
        ("R5", "A1", "R7", "2024-05-01"),
    ),
}  # fmt: skip

FLAGGED = {
    "keepers": [
        ("another", "K4 K5", [
            "A mentor has to be another keeper.",
            "The mentor must be another keeper of this list: neither oneself nor a code "
            "that does not exist.",
            "A mentor must be another keeper. Having no mentor is fine.",
            "mentor, if given, must refer to another keeper.",
        ]),
        ("above", "K2", [
            "wage must not be higher than the wage of the mentor.",
            "No keeper may have a higher wage than their mentor.",
            "Flag keepers whose wage is higher than that of their mentor.",
            "The wage must not exceed the mentor's wage.",
            "Nobody may have a higher wage than their mentor; an equal wage is all "
            "right, and mentors who are not in the list are ignored.",
        ]),
        ("in-common", "K3", [
            "Every keeper must be in the same wing as their mentor.",
            "The wing must be that of the mentor.",
            "wing must be the same as the wing of the keeper named in mentor.",
        ]),
        ("undone", "K3", [
            "Flag keepers who have left.",
        ]),
    ],
    "reviews": [
        ("of-the-same", "R3 R5", [
            "redo_of must be the ID of another review of the same tag.",
            "redo_of, when given, is the review_id of another review of the same tag.",
        ]),
        ("earlier", "R3 R4 R5", [
            "redo_of must refer to another review of the same tag with an earlier day.",
            "redo_of, if filled, is the ID of another review of the same tag with an "
            "earlier day. IDs that do not exist count as errors.",
        ]),
        ("beside", "R4", [
            "day must be after the day of the review in redo_of.",
            "day must be after the day of the review named in redo_of. Reviews that we "
            "do not have on file are not judged.",
        ]),
        ("days-on", "R3 R4", [
            "day must be 20 to 40 days after the day of the review in redo_of.",
            "day must be at least 20 and at most 40 days after the day of the review "
            "given in redo_of.",
        ]),
    ],
    "orders": [
        ("range-of-days", "2 3", [
            "The due date lies 5 to 10 days after the order date, both ends included.",
            "due_date must be at least 5 and at most 10 days after order_date.",
            "due_date: at least 5 days and at most 10 days after order_date",
            "Flag orders whose due_date is not 5 to 10 days after the order_date.",
            "order_date must be from 5 to 10 days before due_date.",
        ]),
        ("day-of-row", "2", [
            "Flag orders that were placed on a Saturday or Sunday.",
            "No order may be placed on a Saturday.",
            "Orders must not be placed on a weekend.",
        ]),
    ],
    "meals": [
        ("after-the-one-before", "4", [
            "Flag every meal that comes more than 10 days after the previous one of the same tag.",
            "Sort the meals of each tag by served and flag every meal that comes more "
            "than 10 days after the previous one.",
        ]),
    ],
    "animals keepers": [
        ("orphans", "A4", [
            "Find the animals whose keeper is not in our list of keepers.",
            "Every animal must have a keeper that exists in keepers.",
            "The keeper must be one of the codes in keepers.",
        ]),
        ("day-there", "A5", [
            "arrived must not be before the joined date of the keeper.",
            "Flag animals that arrived before the joined date of their keeper. Keepers "
            "that we do not have on file are not judged.",
        ]),
    ],
    "keepers animals": [
        ("so-many", "K3 K5", [
            "Each keeper looks after at least 1 and at most 5 animals.",
            "Every keeper looks after one or two animals.",
            "Each keeper has 1 to 5 animals.",
        ]),
        ("too-many", "K1", [
            "List the keepers who are keeper for more than one animal.",
            "No keeper may be responsible for more than one animal.",
        ]),
        ("their-rows", "A1 A2", [
            "No keeper has more than one animal; if one does, flag all animals of that keeper.",
        ]),
        ("some-not-counted", "K3 K4 K5", [
            "Every keeper must have at least one animal. Animals with species crane do not count.",
            "Each keeper looks after 1 to 5 animals. Animals of the species crane are not counted.",
        ]),
        ("not-left", "K5", [
            "Every keeper who has not left must have at least one animal.",
            "Keepers who have not yet left the company have at least one animal.",
        ]),
    ],
    "pens animals": [
        ("nobody", "P3", [
            "Name the pens that nobody is in.",
            "List pens that no animal is in.",
            "List the pens in which there is no animal.",
            "Which pens were never used for an animal?",
            "Every pen should have been used at least once.",
            "List idle pens, meaning pens without an animal.",
        ]),
        ("seal-pens", "P1 P3 P4", [
            "List pens without an animal that is marked seal in species.",
        ]),
    ],
    "animals pens": [
        ("called", "A2", [
            "Flag animals whose pen is called 'Lion Hill' with an arrived after 2019-05-15.",
            "If the pen has the label 'Lion Hill', arrived must not be after 2019-05-15.",
        ]),
        ("kept-as", "A3 A4", [
            "Was every animal recorded under the species that the pen has?",
            "The species of an animal is copied from the species of its pen.",
        ]),
    ],
    "animals meals": [
        ("last-one", "A1", [
            "Flag animals where the grams of the latest meal (highest meal_no) is below 200.",
            "The grams of its last meal (by meal_no) must be at least 200.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("keepers", "The mentor must be in the same wing."),
    ("keepers", "wage must be below the wage of the mentor; an equal wage is fine."),
    ("animals keepers", "The keeper must be one of the codes in keepers. A keeper "
     "that we do not have on file is not judged."),
    ("animals pens keepers", "Name the pens that nobody is in."),
    ("animals meals", "Flag animals where the grams of the latest meal (lowest "
     "meal_no) is below 200."),
    ("reviews", "The day of a redo must be before the day of the review."),
    ("orders", "due_date must be 10 to 5 days after order_date."),
    ("orders", "due_date must be more than 5 days after order_date, both ends included."),
    ("animals pens", "Every animal must be in the pen 'A1'."),
    ("keepers animals", "No keeper has more than one animal; if one does, flag all "
     "meals of that keeper."),
]  # fmt: skip


checked, test_rows_that_lead_to_others_are_flagged, test_what_is_at_odds_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
