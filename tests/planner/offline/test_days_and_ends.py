"""Dates as owners write them, days that are told by name, and bounds with both their ends."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Answer, Group, Rows, Tables, told_tests

TABLES: dict[str, Rows] = {
    "hikes": (
        ("hike", "walked_on", "length", "grade"),
        ("h1", "2024-03-01", 3, "easy"),
        ("h2", "2024-03-04", 12, "hard"),
        ("h3", "2024-03-15", 30, "easy"),
        ("h4", "2024-03-17", 18, None),
    ),
    "parcels": (
        ("parcel", "packed_on", "sent_on"),
        ("p1", "2024-05-02", "2024-05-03"),
        ("p2", "2024-05-03", "2024-05-02"),
        ("p3", "2024-05-06", "2024-05-13"),
        ("p4", "2024-05-06", None),
    ),
    "singers": (
        ("singer", "birth_date", "joined_on"),
        ("Ann", "1980-02-03", "2001-01-01"),
        ("Bo", "1890-02-03", "2001-01-01"),
        ("Cy", "2020-02-03", "2022-01-01"),
    ),
    "builds": (
        ("build", "version", "stamped"),
        ("v", "15.03.2024", "15.03.2024"),
        ("w", "2.0.1", "16.03.2024"),
        ("x", "next", "31.02.2024"),
        ("y", "2.0.2", "18.03.2024"),
    ),
}

FLAGGED: dict[str, list[Group]] = {
    "hikes": [
        (
            "before the fourth",
            "h1",
            [
                "walked_on must be on or after 2024/03/04.",
                "walked_on must be on or after 2024/3/4.",
                "walked_on must be after 1-Mar-2024",
                "walked_on must be after 01-Mar-2024.",
                "walked_on must be after 1/March/2024.",
                "walked_on must be after 20240301.",
                "Flag hikes with walked_on before 2024/03/04.",
                "No hike may be walked before 2024.03.04.",
                "Is any hike walked before 4-Mar-2024?",
            ],
        ),
        (
            "behind the middle",
            "h4",
            [
                "walked_on must not be after 15/03/2024.",
                "walked_on must be on or before 15.03.2024.",
                "walked_on must be at most 15.3.2024",
                "walked_on must be before 2024/03/17",
                "walked_on must be between 20240301 and 20240315.",
                "walked_on must be between 2024/03/01 and 15.03.2024.",
            ],
        ),
        (
            "no Sunday",
            "h4",
            [
                "The weekday of walked_on must not be Sunday.",
                "The day of the week of walked_on must not be Sunday.",
                "The weekday of walked_on must be Monday, Tuesday or Friday.",
                "The weekday of walked_on must be Monday to Friday.",
                "The weekday of walked_on must be a working day.",
                "The weekday of walked_on is never a Sunday",
                "No weekday of walked_on may be Sunday.",
                "Flag hikes where the weekday of walked_on is Sunday.",
            ],
        ),
        (
            "neither end",
            "h1 h3",
            [
                "length must not be below 5 and above 20.",
                "length may not be under 5 and over 20.",
                "No length may be below 5 and above 20.",
                "Flag hikes whose length is below 5 and above 20.",
                "length must not be below 5 or above 20.",
                "length must neither be below 5 nor above 20.",
            ],
        ),
        (
            "neither end of some",
            "h1 h3",
            ["If grade is easy, length must not be below 5 and above 20."],
        ),
        ("one of both ends", "h2 h4", ["length must be below 5 or above 20."]),
        ("not between", "h2 h4", ["length must not be above 5 and below 20."]),
        (
            "cells of the column",
            "h4",
            [
                "The grade column must be filled.",
                "The grade column must not have missing values.",
                "In every row, the grade column must be present.",
                "grade must be present.",
            ],
        ),
        (
            "a column that is not there",
            "1",
            [
                "The guide column must be present.",
                "The guide column must not be missing.",
                "The guide column must exist.",
            ],
        ),
        ("columns of the table", "0", ["The table must have the columns hike and grade."]),
        (
            "working days by one date",
            "8",
            ["Every working day must have a hike.", "Flag working days without a hike."],
        ),
        ("real dates", "", ["walked_on must be a valid date.", "walked_on must be an ISO date."]),
    ],
    "parcels": [
        (
            "after the deed",
            "p2 p3",
            [
                "Every parcel must be sent within 2 days of being packed.",
                "Parcels must be sent within 2 days of having been packed.",
                "Every parcel must be sent within two days of packing.",
                "Flag parcels not sent within 2 days of being packed.",
                "sent_on must be within 2 days of being packed.",
            ],
        ),
        (
            "on either side of a date",
            "p3",
            ["sent_on must be within 2 days of packed_on."],
        ),
        ("working days of a date", "5", ["No working day may be missing from sent_on."]),
    ],
    "singers": [
        (
            "today",
            "Bo Cy",
            [
                "Every singer must be between 18 and 100 years old by birth_date.",
                "Every singer must be between 18 and 100 years old according to birth_date.",
                "Every singer must be between 18 and 100 years old.",
            ],
        ),
        ("too old today", "Bo", ["No singer may be over 100 years old by birth_date."]),
        ("then", "Cy", ["Every singer must be at least 18 years old by joined_on."]),
    ],
    "builds": [
        (
            "a text as it is written",
            "w x y",
            ["version must be 15.03.2024.", "version must start with 15.03.2024."],
        ),
        ("a layout", "x", ["stamped must be written like 15.03.2024."]),
    ],
}

DECLINED = [
    ("hikes", "walked_on must be after 03/04/2024."),
    ("hikes", "walked_on must be after 3.4.2024."),
    ("hikes", "walked_on must be after 31/02/2024."),
    ("hikes", "walked_on must be after 20241301."),
    ("hikes", "length must be above 2024/03/01."),
    ("hikes", "The weekday of walked_on must be at most 5."),
    ("hikes", "The weekday of walked_on must be after 2024-01-01."),
    ("hikes", "The weekday of walked_on must be filled."),
    ("hikes", "length must be at least 20 or at most 45."),
    ("hikes", "length must be above 20 or below 45."),
    ("hikes", "The average length must be above 20 or below 45."),
    ("hikes", "length must differ from 5 or differ from 6."),
    ("hikes", "If length is at most 20, length must be below 45."),
    ("hikes", "If length is at least 10 then length must be at most 40 or at least 20."),
    ("hikes", "walked_on must be after 2024-03-01 or before 2024-04-01."),
    ("hikes", "The grade column must be present."),
    ("hikes", "The grade column must not be missing."),
    ("hikes", "The grade and length columns must be present."),
    ("hikes", "The grade column is missing."),
    ("hikes", "Flag if the grade column is missing."),
    ("hikes", "Every Monday must have a hike."),
    ("hikes", "There must be a hike on every Monday."),
    ("hikes", "Flag Mondays without a hike."),
    ("hikes", "Is there any Monday without a hike?"),
    ("parcels", "Every Monday must have a parcel."),
    ("parcels", "Flag working days without a parcel."),
    ("parcels", "packed_on must be at least 2 days after packed_on."),
    ("singers", "Every singer must be at least 18 years old at birth_date."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


@pytest.mark.parametrize(
    ("table", "sentence", "told"),
    [
        ("hikes", "walked_on must be after 03/04/2024.", "2024-03-04 or 2024-04-03"),
        ("hikes", "length must be at least 20 or at most 45.", "join the two by 'and'"),
        ("hikes", "The grade column must be present.", "'The table must have the column grade'"),
        ("hikes", "Every Monday must have a hike.", "No week may be missing from walked_on"),
        ("parcels", "Every working day must have a parcel.", "packed_on or sent_on"),
    ],
)
def test_declined_with_what_to_write(
    checked: dict[str, Tables], table: str, sentence: str, told: str
) -> None:
    answer: Answer = checked[table].answer(sentence, table)

    assert told in answer.reason
