"""Duties of single rows, put by conditions, cases, questions and bounds in other words."""

from __future__ import annotations

from tests.planner.offline.boatyard_tables import TABLES as BOATYARD
from tests.planner.offline.spoken import Group, told_tests

FLAGGED: dict[str, list[Group]] = {
    "hires": [
        ("none", "", ["Started_on must be actual calendar dates"]),
        (
            "1",
            "1",
            [
                "How many hires are lost? It must not be more than 0.",
                "Count the hires that are lost. There should be none.",
                "note empty in at most 1 rows.",
                "5 hires",
                "How many hires are lost? At most 0 should be.",
                "Per clerk: the total price must be below 500.",
                "status takes 3 distinct values: open, done and lost.",
                "Nobody but lost hires may have hours above 5.",
                "We expect the average price to be at most 100.",
                "The average price must be lower among card than among cash.",
                "note nulls at most 20%",
            ],
        ),
        ("1-3-4", "1 3 4", ["discount must be positive numbers."]),
        ("1-3-5-6", "1 3 5 6", ["price must equal - discount plus deposit."]),
        (
            "1-4",
            "1 4",
            [
                "booked_on can be no more than 2 days earlier than started_on.",
            ],
        ),
        (
            "2",
            "2",
            [
                "Lost hires must have a note. Open hires must have one.",
                "note must have a value whenever payment has one.",
                "note must be filled if payment is.",
            ],
        ),
        ("2-3", "2 3", ["hours must be at most 10, but not 3."]),
        ("2-3-6", "2 3 6", ["started_on must be after being booked_on."]),
        ("2-4-6", "2 4 6", ["hours: 5 to price"]),
        ("2-5", "2 5", ["Every hire record in the file needs a note."]),
        (
            "3",
            "3",
            [
                "When hires are lost, report the hire.",
                "price is 500 maximum",
                "Hires above a price of 100 must be paid.",
                "For lost hires, payment cash only.",
                "discount: no negative values",
                "deposit is wrong whenever it exceeds 100.",
                "A lost one must have a deposit above 200.",
                "max price 500",
                "Flag any hire when it is lost and unpaid.",
                "Lost hires are charged a price above 800.",
                "hours must not exceed 24 or be negative.",
            ],
        ),
        (
            "3-4",
            "3 4",
            [
                "hours must be min 1, max 24.",
                "Does any price exceed 500 or drop below 10?",
                "hours: 1..24",
            ],
        ),
        ("3-4-6", "3 4 6", ["started_on must be on the date before ended_on."]),
        ("3-5", "3 5", ["status must be: open or done"]),
        (
            "3-6",
            "3 6",
            [
                "ended_on is only allowed when status is done.",
                "ended_on is filled if status is done and vice versa.",
            ],
        ),
        (
            "4",
            "4",
            [
                "price must be positive (or empty).",
                "price must be above 50 unless status is open, in which case it must be above 40.",
                "If status is done, payment card only.",
                "price must be above 0, too.",
                "Lost hires must have a clerk. The rest must have one too",
                "price must be above 0, please.",
                "price + deposit must make at least 60.",
                "in payment cash or card, deposit must be above 10.",
                "hours: no zeros",
                "The year from booked_on must equal the year from started_on.",
                "deposit must be recorded as a positive whole number.",
                "Done hires must have a clerk. Flag done hires without one.",
            ],
        ),
        ("4-5", "4 5", ["Hires whose price - deposit < 50 must be open."]),
        (
            "4-5-6",
            "4 5 6",
            [
                "Is deposit always below price?",
                "price must be above deposit unless both are missing.",
                "Check whether price is always above deposit.",
                "price must be more than both deposit and discount.",
                "Are price and deposit 2 different values?",
                "price, deposit: one of them must be above 100.",
                "Is the price of every hire above deposit?",
            ],
        ),
        (
            "4-6",
            "4 6",
            [
                "ended_on (unless empty) must be after started_on.",
                "price must be above deposit, except those that are void.",
            ],
        ),
        (
            "5",
            "5",
            [
                "Without ended_on, status must be open.",
                "price exceeds 100, is below 50, or equals 700.",
                "status must come from the list open, done, lost.",
                "status must be open, done or lost, anything else is wrong.",
                "price is either above 100 or below 50.",
            ],
        ),
        (
            "6",
            "6",
            [
                "Discount must be 0 for done hires, at most 5 if the price is below 50.",
                "paid is true if status is done and only if it is.",
                "If a hire is open, it must not be paid.",
                "If status is open, nothing may stand in ended_on.",
                "Hires that are still open must have no ended_on.",
                "Yesterday we saw some open hires that were paid. Flag such hires.",
            ],
        ),
    ],
}

DECLINED: list[tuple[str, str]] = [
    ("hires", "There must not be a value in discount."),
    ("hires", "booked_on may be at most 3 days before started_on."),
    ("hires", "note: no blanks"),
    ("hires", "paid is true only if ended_on is filled"),
    ("hires", "price and deposit together must come to at least 60."),
]

checked, test_flagged, test_declined = told_tests(BOATYARD, FLAGGED, DECLINED)
