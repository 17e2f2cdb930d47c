"""Columns of one type, tables of one schema, and what a schema declares of a column."""

from __future__ import annotations

import pytest

from backend.planner.offline.declared_columns import AS_VALUES
from tests.planner.offline.spoken import Group, Tables, told_tests

TABLES = {
    "bills": (
        ("bill", "amount", "due", "paid", "note", "line"),
        ("b1", 12, "2024-03-01", "true", "late", 1), ("b2", 7.5, "soon", "true", "A12", 2),
        ("b3", "n/a", "5 Mar 2024", "false", "x", 3), ("b4", None, None, None, "y", 4),
        ("b5", "2024-03-01", "7", "true", "B7", 5), ("b6", -3, "2024-03-09", "yes", "z", 6),
    ),
    "dues": (("due", "amount", "type"), ("d1", 12, 1), ("d2", "n/a", 2)),
    "sent": (("code", "amount", "day"), ("a", 12, "2024-01-01"), ("b", "n/a", "2024-01-02")),
    "received": (("day", "code", "amount", "by"), ("1 Feb 2024", "a", 3.5, "x")),
}  # fmt: skip
ONE_TYPE = [
    "All values of amount must have the same type.",
    "amount must be of one type",
    "amount must hold only one type of values",
    "amount must hold values of a single data type",
    "All values in amount must be of one and the same type.",
    "amount should have a consistent data type",
    "amount must not have mixed types",
    "amount must not mix data types",
    "amount must not contain values of more than one type",
    "amount must be consistently typed",
    "amount: one type only",
    "No mixed types in amount.",
    "There must be no mixed data types in amount.",
    "Mixed types in amount are not allowed.",
    "Flag mixed types in amount.",
    "Flag amount values of another type than the rest.",
    "Is amount of one type?",
    "Do all values of amount have the same type?",
    "amount of bills holds values of one type, as they are written: numbers, dates, truth values "
    "or texts; flag each row whose type is not the most frequent, or of equally frequent ones the "
    "first named.",
]
BOTH = "sent received"
FLAGGED: dict[str, list[Group]] = {
    "bills": [
        ("one-type", "b3 b5", ONE_TYPE),
        (
            "numbers-and-text", "b3 b5",
            [
                "amount must not mix numbers and text",
                "amount must not hold both numbers and text.",
                "amount must not contain a mix of numbers and text",
                "amount should never mix numbers with strings.",
                "No mixing of numbers and text in amount.",
                "Does amount mix numbers and text?",
                "amount must hold either numbers or text, but not both",
            ],
        ),
        (
            "dates-and-text", "b2 b5",
            [
                "due must not hold both dates and text",
                "due must not mix dates and text",
                "A mixture of dates and text in due is not allowed.",
            ],
        ),
        ("numbers-and-dates", "b5", ["amount must not mix numbers and dates."]),
        ("truth-values", "b6", ["paid must not mix booleans and text", "paid must be of one type"]),
        (
            "any-column", "b2 b3 b5 b6",
            [
                "no mixed types in any column",
                "No column may have mixed types.",
                "Every column must hold values of one type.",
                "Each column must have a consistent type.",
            ],
        ),
        (
            "several", "b2 b3 b5",
            [
                "amount and due must each be of one type.",
                "amount and due must not have mixed types.",
            ],
        ),
        ("but-one", "b2 b5 b6", ["Every column except amount must be of one type."]),
        (
            "of-some", "b2",
            [
                "Where note is late or A12, due must not mix dates and text.",
                "For bills with note late or A12: due must be of one type.",
            ],
        ),
        (
            "filled", "b4",
            [
                "amount must be declared not null",
                "amount must be declared as NOT NULL.",
                "amount must have a not null constraint",
                "amount is not nullable",
                "amount must be specified as required",
                "amount must not be declared nullable",
                "Is amount declared not null?",
            ],
        ),
        (
            "key", "",
            [
                "bill must be declared not null and unique",
                "bill must be declared unique and not null.",
                "bill must be defined as the primary key",
                "bill: NOT NULL, UNIQUE",
                "bill not null unique",
                "There must be a primary key constraint on bill.",
                "bill must have a not null and a unique constraint",
            ],
        ),
        ("paid-key", "b1 b2 b4 b5", ["paid must be declared not null and unique"]),
        ("paid-unique", "b1 b2 b5", ["paid must be declared unique"]),
    ],
    BOTH: [
        (
            "schema", "2",
            [
                "The schema of sent must equal the schema of received.",
                "The schema of sent must match that of received",
                "sent and received must have the same column names and types.",
                "sent must have the same schema as received",
                "sent and received must have the same schema, in any order",
                "The schemas of sent and received must be identical.",
                "sent and received must have the same columns of the same types.",
                "The column names and data types of sent and received must match.",
                "sent's schema must equal received's schema",
                "Same schema in sent and received.",
                "Does sent have the same schema as received?",
                "The structure of sent must be the same as that of received.",
            ],
        ),
        (
            "in-order", "5",
            [
                "sent and received must have the same schema, in the same order.",
                "The schema of sent must equal the schema of received, including the column order",
                "sent and received must have the same columns of the same types in the same order",
            ],
        ),
        (
            "as-there", "1",
            [
                "The columns of sent must have the same types as in received.",
                "Each column of sent must have the same type as in received",
                "The data types of sent must match those of received.",
                "The columns that sent and received share must have the same types.",
                "Flag columns whose type differs between sent and received.",
                "No column may have different types in sent and received.",
                "Every column of sent is one of received and of the same type there; names are "
                "compared as written, and types as the values show them: number, date, truth "
                "value, else text; a column without values has none.",
            ],
        ),
        ("within", "0", ["Every column of sent must exist in received."]),
        ("names", "1", ["sent must have the same columns as received."]),
    ],
    "received sent": [
        ("not-within", "1", ["Every column of received must exist in sent."]),
        ("types-within", "2", ["The columns of received must have the same types as in sent."]),
    ],
}  # fmt: skip
DECLINED = [
    ("dues", "All values of amount must have the same type."),
    ("dues", "amount must be of one type"),
    ("bills", "note must not mix numbers and text"),
    ("bills", "note must not hold both numbers and text"),
    ("bills", "amount and due must have the same type"),
    ("bills", "amount and due must be of one type"),
    ("bills", "Every column must have the same type."),
    ("bills", "All columns must be of the same type."),
    ("bills", "amount must have the same type as due"),
    ("bills", "amount must have mixed types"),
    ("bills", "amount may have mixed types"),
    ("bills", "amount must be of one type within each paid"),
    ("bills", "amount must not hold numbers and text"),
    ("bills", "amount must not mix letters and digits"),
    ("bills", "At most 5% of amount values may be of another type."),
    ("bills", "amount must mostly be of one type"),
    ("bills", "All bills must have the same type."),
    ("bills", "bills must be of one type."),
    ("bills", "amount and due must be declared unique"),
    ("bills", "amount must be declared as a foreign key to sent"),
    ("bills", "The schema of bills must equal the schema of sent."),
    (BOTH, "sent and received must not have the same schema."),
    (BOTH, "sent and received must have a similar schema."),
    (BOTH, "sent and received must have the same types."),
    (BOTH, "The schema of sent must equal the schema of sent."),
    (BOTH, "sent must have another schema than received."),
]
checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)
FORBIDS_NOTHING = [
    "amount may be null",
    "amount may be empty.",
    "amount can be blank",
    "amount must be nullable",
    "amount is nullable",
    "amount is an optional field",
    "amount must be declared nullable",
    "Nulls are allowed in amount.",
    "amount need not be filled",
    "amount does not have to be filled.",
    "amount is not required",
    "amount: may be null",
]


@pytest.mark.parametrize("sentence", FORBIDS_NOTHING)
def test_what_forbids_nothing_is_said_to_be_no_rule(
    checked: dict[str, Tables], sentence: str
) -> None:
    answer = checked["bills"].answer(sentence, "bills")

    assert answer.code == "not-understood"
    assert "amount may be empty forbids nothing" in answer.reason


@pytest.mark.parametrize(
    "sentence", ["bill must be declared not null", "bill must have a primary key constraint"]
)
def test_that_a_file_declares_nothing_is_put_on_record(
    checked: dict[str, Tables], sentence: str
) -> None:
    plan = checked["bills"].plan(sentence, "bills")

    assert AS_VALUES in plan.assumptions
