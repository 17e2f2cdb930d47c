"""A reason or motto before a rule said in full is set aside; what may narrow the rule is not."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "berths": (
        ("place", "berth", "pier", "season", "skipper", "crew", "bunks", "fee", "paid_on", "email"),
        ("P1", 1, "east", "2023-05-01", "Moss", 2, 4, 80, "2023-05-02", "moss@sea.org"),
        ("P2", 1, "east", "2023-05-01", "Wren", 5, 4, 0, "2021-02-01", None),
        ("P3", 2, "west", "2023-06-01", None, 1, 2, 120, None, "wren@sea.org"),
        ("P4", 3, "west", "2022-06-01", "Moss", 1, 9, 3500, "2023-07-01", "moss@sea.org"),
    ),
}

FLAGGED = {
    "berths": [
        ("impossible", "P2", [
            "Nobody can sleep in two bunks at once: crew must be at most bunks.",
            "Without an email we cannot reach anybody: email is mandatory.",
            "You cannot moor for nothing: fee must be above 0.",
            "Nothing is free: fee must be more than 0.",
        ]),
        ("impossible-twice", "P1 P2", [
            "Two skippers cannot lie on one spot, so berth and season together must be unique.",
            "A berth can only be let once a season: berth and season together are unique.",
        ]),
        ("nobody", "P3", [
            "No skipper can stand at two wheels at once: skipper must not be empty.",
            "Nobody may sail anonymously. The skipper has to be given.",
        ]),
        ("of-all", "P2", [
            "Every bunk needs somebody to sleep in it: crew must be at most bunks.",
            "Our bunks are narrow: crew must never be greater than bunks.",
        ]),
        ("of-the-rows", "P4", ["A berth is no hotel: its bunks must be at most 6."]),
        ("day", "P2", [
            "The harbour opened in 2022, so paid_on cannot be before 1 January 2022.",
            "The harbour opened in January 2022, so paid_on should not be before 2022-01-01.",
            "The harbour opened on 1 May 2022, so paid_on must not be before 2022-05-01.",
            "The books were opened on 1 May 2022: nothing may be paid before that day (paid_on).",
            "The harbour opened on 1 May 2022: no paid_on may be earlier than that.",
        ]),
        ("heading", "P4", [
            "The bunks have to fit in a berth: at most 6.",
            "Our bunks are narrow: at most 6.",
        ]),
        ("signs", "P1 P3 P4", ["The email is printed on a card: at most 11 characters."]),
        ("behind", "P2", [
            "crew must be at most bunks, since bunks cannot be stretched.",
            "email is required. Without it the password cannot be reset.",
            "paid_on must not be before 2022-01-01; that would be a clock error.",
        ]),
        ("number", "P4", [
            "The law allows 6 bunks at most, so bunks must not exceed 6.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("berths", sentence)
    for sentence in (
        # whom the rule is for
        "Guests moor for free: fee must be 0.",
        "Berths on the mole are short: bunks must be at most 2.",
        "Our berths are free in winter: fee must be 0.",
        "No skipper can moor in winter: fee must be 0.",
        "Our East berths cannot be heated: bunks must be at most 4.",
        "Nobody can heat trawlers: bunks must be at most 4.",
        "A berth can only be let in Rome: fee must be above 0.",
        "Some berths are free: fee must be at most 100.",
        "Bunks are small under the deck: at most 6.",
        # leniency, exceptions, definitions and units
        "An email may be forgotten: email must be unique.",
        "A fee is mostly paid: paid_on must be filled.",
        "A fee is in cents: fee must be at most 100.",
        "A fee means a deposit: fee must be at most 100.",
        "Bunks are counted twice: bunks must be at most 6.",
        "The email may be missing: at most 12 characters.",
        "The email of members is short: at most 12 characters.",
        "crew must be at most bunks; that would be fine for yachts.",
        "email must be filled. We cannot write to a yacht.",
        # a second duty, or another number
        "The email has to be unique: at most 12 characters.",
        "The email is always filled: at most 12 characters.",
        "crew must be at most 6, since bunks cannot be above 6.",
        "No berth may be let twice: fee must be above 0.",
        "The fee can only rise: at most 5000.",
        "The fee has to be sorted: at most 5000.",
        "A berth can only be let once: fee must be above 0.",
        "fee must be above 0; no fee would be an error.",
        "fee must be above 0, since fees cannot be whole.",
        "fee must be above 0. Without it nobody can moor.",
        "A skipper sails from one pier, so skipper must be filled.",
        "Every berth has 5 bunks: crew must be at most 4.",
        "The harbour opened in 2021, so paid_on cannot be before 1 January 2022.",
        "The law allows 5 bunks at most, so bunks must not exceed 6.",
        "No berth is let twice, so skipper must be filled.",
    )
]

checked, test_the_rule_is_told_by_itself, test_what_may_change_the_rule_is_not_set_aside = (
    told_tests(TABLES, FLAGGED, DECLINED)
)
