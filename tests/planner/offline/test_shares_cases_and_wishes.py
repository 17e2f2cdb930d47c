"""Shares of named values, alternatives told in full, cases that fail, and what is expected."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "parcels": (
        ("parcel", "courier", "state", "kilos", "tag"),
        ("P1", "Nero", "open", 2, "AB-12"),
        ("P2", "Nero", "done", 31, "x@y"),
        ("P3", "Nero", "done", 5, "AB-1"),
        ("P4", "Olga", "gone", "", "AB-77"),
        ("P5", "", "open", 30, ""),
    ),
    "hours": (
        ("day", "staffed"),
        ("2024-03-01", 2),
        ("2024-03-02", 3),
        ("2024-03-04", 3),
    ),
}

FLAGGED = {
    "parcels": [
        ("share-of-two", "1", [
            "Neither Nero nor Olga may make up more than half of the parcels.",
            "Neither Nero nor Olga makes up more than 50% of the rows.",
            "Neither courier Nero nor courier Olga may account for more than 50% of the parcels.",
            "Both Nero and Olga must make up at least 40% of the parcels.",
            "Each of Nero and Olga must make up at least 40% of the parcels.",
            "Nero and Olga must each make up at least 40% of the parcels.",
            "Nero and Olga may each make up at most 50% of the parcels.",
            "Neither Nero nor Olga may make up less than 30% of the parcels.",
        ]),
        ("share-of-one", "1", [
            "Nero's share of the parcels must be at most 50%.",
            "Nero may occur in at most half of the rows.",
            "Nero must not occur in more than half of the rows.",
            "The value Nero may make up at most 60% of all couriers.",
            "The value 'Nero' may make up at most 60% of the courier values.",
            "Courier Nero's share of done parcels must be below 100%.",
        ]),
        ("share-of-three", "1", [
            "None of open, done and gone may make up less than 30% of the parcels.",
            "Neither open, done nor gone may make up less than 30% of the parcels.",
        ]),
        ("share-kept", "0", [
            "Neither Nero nor Olga may make up more than 60% of the parcels.",
            "Neither open, done nor gone may account for more than 40% of the parcels.",
        ]),
        ("share-of-filled", "1", [
            "Neither Nero nor Olga may make up more than 60% of all couriers.",
            "Neither 'Nero' nor 'Olga' may make up more than 60% of the courier values.",
            "'Nero' may make up at most 60% of column courier.",
            "Nero may make up at most 60% of the courier values.",
            "Both 'Nero' and 'Olga' must make up at least 60% of the courier values.",
        ]),
        ("alternatives", "P3", [
            "Each tag has 5 characters, or it contains an @.",
            "Each tag is either two letters, a dash and two digits, or it contains an @.",
            "Each tag is either two letters, a dash and two digits, or contains an @.",
            "A tag must either be 5 characters long, or it must contain an @.",
            "A tag must be 5 characters long, or it must contain an @.",
            "Either a tag is 5 characters long, or it contains an @.",
            "Each tag either has 5 characters, or else it contains an @.",
        ]),
        ("beyond", "P2", [
            "No kilos may be above 30. If one is, flag it.",
            "The kilos must not be above 30; if they are, that is an error.",
            "The kilos are never above 30; the check fails if one is.",
            "The kilos, if there are any, must be at most 30.",
            "Flag parcels whose kilos, if there are any, are above 30.",
        ]),
        ("lacking", "P4", [
            "No parcel may lack kilos; if one does, the check fails.",
            "Every parcel must have kilos; if one does not, the check fails.",
            "Every parcel must have kilos; if one has none, the check fails.",
            "The kilos must be filled; if any are missing, flag them.",
            "The kilos must not be blank. If so, the check fails.",
        ]),
        ("counted", "1", [
            "There must be at least 3 open parcels; if there are not, the check fails.",
            "There must not be more than 1 done parcel; if there are, the check fails.",
            "The average kilos must not exceed 10; if they do, the check fails.",
        ]),
        ("of-some", "P5", [
            "Open parcels must have a courier; if one does not, flag it.",
        ]),
        ("wished", "1", [
            "Expect parcels to have at least 6 rows.",
            "We would expect parcels to contain exactly 6 rows.",
            "We expect at least half of the parcels to be open.",
        ]),
        ("wished-of-cells", "P2", [
            "We expect kilos below 31.",
            "Expect kilos between 0 and 30.",
            "We expect kilos of at most 30.",
            "What we expect: the kilos are at most 30.",
            "It is expected that the kilos are at most 30.",
            "The expected range of kilos is 0 to 30.",
            "We expect no kilos above 30.",
            "We expect the kilos to never exceed 30.",
        ]),
        ("wished-of-some", "P5", [
            "We expect kilos below 30 for open parcels.",
        ]),
    ],
    "hours": [
        ("days", "1", [
            "No day may be missing between the first and the last; if one is, the check fails.",
            "No calendar day may be missing between the first and the last day. If one day is "
            "missing, that is an error.",
            "Every calendar day from the first to the last must be there; if any is missing, the "
            "check fails.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("parcels", "Nero and Olga must make up at least 40% of the parcels."),
    ("parcels", "Neither Nero nor Olga may make up at most 60% of the parcels."),
    ("parcels", "Neither Nero nor open may make up more than 60% of the parcels."),
    ("parcels", "Neither Nero nor Nero may make up more than 60% of the parcels."),
    ("parcels", "Neither open nor done may make up more than 60% of all couriers."),
    ("parcels", "Neither Nero nor Olga together may make up more than 60% of the parcels."),
    ("parcels", "Nero may only occur in 25% of the rows."),
    ("parcels", "Only Nero may make up more than 25% of the parcels."),
    ("parcels", "Nero's share of all states must be at most 50%."),
    ("parcels", "'Nero' may make up at least 60% of the courier values."),
    ("parcels", "'Nero' may make up at most 60% of the parcels."),
    ("parcels", "Nero may make up at most 60% of the states values."),
    ("parcels", "The state is open and the tag has 5 characters, or it contains an @."),
    ("parcels", "The tag has 5 characters, or it contains an @, and it contains a dash."),
    ("parcels", "The courier differs from the state, or it is empty."),
    ("parcels", "The kilos are above 3 if the tag is AB-12, or it is below 20."),
    ("parcels", "The kilos must be filled; if they are, the check fails."),
    ("parcels", "The kilos must be filled; if so, flag it."),
    ("parcels", "The kilos must not be blank; if they are not, the check fails."),
    ("parcels", "No parcel may lack kilos; if one does not, flag it."),
    ("parcels", "There must be at least 3 open parcels; if there are, the check fails."),
    ("parcels", "The average kilos must be at most 10; if it is, the check fails."),
    ("parcels", "Every kilos must be below 30; if any is missing, the check fails."),
    ("parcels", "If the state is open, the kilos must be filled; if it is not, the check fails."),
    ("parcels", "The kilos must be filled; should that happen, it is an error."),
    ("parcels", "Are all kilos filled everywhere? If so, the check fails."),
    ("parcels", "We expect most parcels to be open."),
    ("parcels", "We expect only gone parcels to have no kilos."),
    ("hours", "No day may be missing between the first and the last; if one is not, flag it."),
    ("parcels", "We expect parcels without a courier and a tag."),
    ("parcels", "We expect only a few gone parcels."),
    ("parcels", "We expect kilos from gone parcels only."),
    ("parcels", "We expect no problems with kilos."),
]  # fmt: skip

checked, test_shares_cases_and_wishes_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
