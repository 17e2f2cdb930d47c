"""Groups and orders: what goes with a measure is kept, and nothing is held against itself."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "calls": (
        ("call_id", "crew", "yard", "began_on", "ended_on", "cost", "weight_kg", "state", "note"),
        ("C1", "Ash", "Ulm", "2024-03-01", "2024-03-04", 100, 2.5, "open", "first"),
        ("C2", "Ash", "Ulm", "2024-03-20", "2024-03-22", 300, 7.5, "shut", ""),
        ("C3", "Ash", "Ulm", "2024-03-10", "2024-03-12", 500, 1.5, "void", ""),
        ("C4", "Elm", "Bonn", "2024-03-02", "2024-03-08", 40, 3.5, "shut", "last"),
        ("C5", "Elm", "Bonn", "2024-03-05", "2024-03-06", 60, 2.5, "void", ""),
        ("C6", "Elm", "Ulm", "2024-03-09", "2024-03-09", 20, 4.5, "open", ""),
    ),
    "staff": (
        ("emp_id", "team", "unit", "role", "manager_id", "salary", "mail"),
        ("E1", "A", "Sales", "manager", "", 90, "a@x.no"),
        ("E2", "A", "Sales", "clerk", "E1", 50, ""),
        ("E3", "A", "Sales", "clerk", "E1", 40, "c@x.no"),
        ("E4", "B", "Stock", "manager", "", 30, ""),
        ("E5", "B", "Stock", "clerk", "E4", 50, ""),
        ("E6", "B", "Stock", "clerk", "E1", 60, "f@x.no"),
    ),
    "slips": (("slip_no", "pages"), (7, 1), (8, 2), (6, 9)),
    "orders": (
        ("order_id", "buyer", "colour", "ordered_at", "total"),
        ("O1", "Ann", "red", "2024-05-01 10:00", 5),
        ("O2", "Ann", "red", "2024-05-01 12:00", 7),
        ("O3", "Ann", "red", "2024-05-01 10:04", 9),
        ("O4", "Bob", "blue", "2024-05-01 10:05", 9),
    ),
}

FLAGGED = {
    "calls": [
        ("of-some", "1", [  # a crew: with void calls, and with all of them, there would be none
            "Per crew, for open calls, the average cost must be at least 50.",
            "For each crew, for open calls the average cost must be at least 50.",
        ]),
        ("about", "1", [  # 900 of Ash, 120 of Elm: either is within 100 of its own total alone
            "In each crew, plus or minus 100, the sum of cost must be 1000.",
            "In each crew, the sum of cost must be 1000, plus or minus 100.",
        ]),
        ("in-time", "C5", [  # in the file, C3 comes behind C2
            "began_on must be after ended_on of the previous call of the same crew.",
            "In every row, began_on must be after ended_on of the previous call of the same crew.",
            "Flag rows whose began_on is not after ended_on of the previous call of the same crew.",
            "The began_on of a call must not be before ended_on of the previous call of the crew.",
        ]),
        ("so-late", "C5 C6", [
            "Each call must have a began_on at least 5 days after the previous call of the crew.",
        ]),
        ("of-the-file", "C3 C5", [
            "began_on must be after ended_on of the previous row of the same crew.",
        ]),
        ("all-of-the-group", "C4", [  # C2 is above what all calls of Ulm cost on average
            "Shut calls must have a cost above the average of their yard.",
            "If the state is shut, cost must be above the average cost of the same yard.",
        ]),
        ("those-left", "C3", [
            "Leaving out open calls, cost must be at most 1.2 times the average of its yard.",
        ]),
        ("many", "0", ["The total number of different yards must be at most 2."]),
        ("few", "1", ["The total number of different yards must be at least 3."]),
        ("quoted", "C1", ["Calls with the note 'first' must have a cost of at most 50."]),
    ],
    "staff": [
        ("managers", "E4", [
            "Managers must earn more than the average of their unit.",
            "Managers must earn more than the average salary of their unit.",
        ]),
        ("kin", "E5 E6", ["All clerks of a team must have the same manager."]),
        ("a-row", "E2 E4 E5", ["mail must be filled in every row with a team."]),
        ("a-group", "0", ["Each team must have at least one mail."]),
    ],
    "slips": [
        ("own-number", "6", [
            "The slip number must not be lower than in the previous row.",
            "The number of the slip must not be lower than in the previous row.",
        ]),
    ],
    "orders": [
        ("minutes", "O3", [
            "Flag orders with ordered_at within 5 minutes of the previous order of the same buyer.",
        ]),
        ("rows", "1", ["Each buyer and colour must have at least two orders."]),
    ],
}  # fmt: skip

DECLINED = [
    ("calls", "Ignoring void calls, the average cost must be below 150 per crew."),
    ("calls", "Per crew, leaving out void calls, the average cost must be below 150."),
    ("calls", "At the same yard, leaving out void calls, there may be at most 2 different crews."),
    ("calls", "At least 90% of the time, leaving out void calls, the cost must be above 50."),
    ("calls", "The cost must not be below 50 in a row."),
    ("calls", "No more than 30 percent of calls may be open in a row."),
    ("calls", "Flag calls where the state is open in a row."),
    ("calls", "The first call must have a cost of 50."),
    ("calls", "The last call must be shut."),
    ("calls", "The average total cost per crew must be below 500."),
    ("calls", "The maximum total cost per crew is 400."),
    ("calls", "The sum of the total cost must be below 5000."),
    ("calls", "The total cost per crew must be at most half of the total cost."),
    ("calls", "The number of calls per crew must be at most half of the number of calls."),
    ("calls", "Each crew's average cost must be below twice the overall average cost."),
    ("calls", "The average cost of each crew must be at most the average cost plus 20."),
    ("calls", "Each crew's average cost must be within 10% of the average cost."),
    ("calls", "Each crew's total cost must be at most half of the yard's total cost."),
    ("calls", "The average cost per kg must be below 20."),
    ("calls", "The number of calls per kg must be below 5."),
    ("calls", "The cost must be between 0.5 and 2 times the median cost."),
    ("calls", "Per crew, there must be at least 3 different crews."),
    ("calls", "At least half of the calls must be open, give or take 1."),
    ("calls", "Except for void calls, the cost must not be more than twice the median cost."),
    ("calls", "For shut calls, the cost must be at most half the average of their yard."),
    ("calls", "The highest cost belongs to the Ulm yard."),
    ("slips", "The number of slips must not fall from one row to the next."),
    ("slips", "The number of slips must be higher than the pages."),
    ("staff", "Flag units without a mail."),
    ("staff", "Flag teams that have no manager."),
    ("staff", "A team may have only one manager."),
    ("staff", "No team may have more than one manager."),
    ("orders", "Every colour appears in at least one order."),
    ("orders", "No buyer may have 0 orders."),
    ("orders", "Each buyer and colour must have at least one order."),
]

checked, test_groups_and_orders_are_read_as_meant, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
