"""Letters of a case, ages as of a day, parts of texts, last rows, keys that are known, days."""

from __future__ import annotations

from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "lockers": (
        ("locker", "tag", "host", "note", "pass_no", "holder", "hall", "fitted_on", "band_code"),
        ("K1", "C-01", "10.2.30.4", "fax 12-34-5", "1234 5678", "Ann", "east", "2024-05-01", "C1"),
        ("K2", "D-02", "192.168.1.9", "regular", "12345678", "Bea", "east", "2024-06-20", "D2"),
        ("K3", "C-3", "240.9.1.77", "tel 12-34", "12 345678", "Ann", "west", "2024-06-28", "C3"),
        ("K4", "CC-04", "8.8.8.8", "", "", "Ann", "east", "2023-06-30", "c4"),
    ),
    "stays": (
        ("stay", "guest", "starts_on", "ends_on"),
        ("S1", "Ida", "2024-01-01", "2024-01-09"),
        ("S2", "Ida", "2024-01-01", "2024-01-12"),
        ("S3", "Ida", "2024-02-01", ""),
        ("S4", "Max", "2024-01-05", ""),
        ("S5", "Max", "2024-03-05", "2024-03-06"),
    ),
    "feeds": (
        ("load", "feed", "loaded_at"),
        ("L1", "crm", "2024-03-08 06:00:00"),
        ("L2", "web", "2024-03-09 11:30:00"),
        ("L3", "web", "2024-03-09 13:00:00"),
    ),
    "dials": (
        ("entry", "dial", "day"),
        ("E1", "A", "2024-02-01"),
        ("E2", "A", "2024-02-02"),
        ("E3", "A", "2024-02-03"),
        ("E4", "B", "2024-02-01"),
        ("E5", "B", "2024-02-03"),
    ),
    "sent": (
        ("parcel_id", "weight"),
        (1, 5),
        (2, 7),
        (3, 8),
        (4, 9),
    ),
    "received": (
        ("parcel_id", "weight"),
        (1, 5),
        (2, 6),
        (3, 8),
    ),
    "nexts": (("code", "successor"), (1, 2), (2, 4), (3, 1)),
    "codes": (("code", "title"), (1, "one"), (2, "two"), (3, "three")),
}  # fmt: skip

FLAGGED = {
    "lockers": [
        ("one-hall", "K1 K3 K4", [
            "The same holder must not occur with different halls.",
        ]),
        ("capital", "K3 K4", [
            "A tag is a capital letter, a dash and two digits.",
        ]),
        ("capital-c", "K2 K3 K4", [
            "A tag is a capital C, a dash and two digits.",
            "tag: capital C, dash, two digits",
            "Each tag must be an upper-case C followed by a dash and two digits.",
            "A tag is the letter C, a dash and two digits.",
            "Flag lockers whose tag is not a capital letter C, a dash and two digits.",
            "Every tag is a big C, a dash, then two digits.",
        ]),
        ("begins-c", "K2", [
            "A tag starts with a capital C.",
            "Does every tag start with a capital letter C?",
            "The first character of a tag must be a capital C.",
            "The tag must contain a capital C.",
        ]),
        ("small", "K4", ["A band_code must not contain a small c."]),
        ("case-choice", "K4", ["Each band_code begins with a capital letter C or D."]),
        ("same-pair", "K1 K4", [
            "The same holder and hall together may occur only once.",
            "The same holder and hall may occur together only once.",
            "The same holder with the same hall must not turn up twice.",
            "No holder and hall may occur together more than once.",
            "Flag the same holder and hall occurring more than once.",
            "Is there the same combination of holder and hall twice?",
        ]),
        ("first-number", "K3", [
            "The first number of a host must not be above 223.",
            "The first octet of a host must be between 1 and 223.",
            "Flag lockers whose host starts with a number above 223.",
            "The number before the first dot of the host must be at most 223.",
            "Is the first number of every host at most 223?",
            "The first part of a host must not be above 223.",
        ]),
        ("between-numbers", "K3 K4", [
            "The first number of a host must be below 224 and above 9.",
            "The first number of a host must be above 9 and below 224.",
        ]),
        ("each-number", "K3", [
            "Each number of a host must be at most 200.",
            "All four numbers of a host must be between 0 and 200.",
            "No number in a host may be above 200.",
        ]),
        ("held-form", "K1", [
            "Flag notes with a ferry number in them (two digits, dash, two digits, dash, a digit).",
            "No note may contain a ferry number (two digits, dash, two digits, dash, a digit).",
            "Flag notes that contain two digits, a dash, two digits, a dash and a digit.",
        ]),
        ("held-words", "K1 K3", [
            "Flag notes with a phone word (fax or tel) in them.",
            "No note may contain a phone word (fax or tel).",
        ]),
        ("in-groups", "K3", [
            "A pass_no has 8 digits: all in one piece or in two groups of four with a space "
            "between the groups.",
            "pass_no must be 8 digits, either together or in groups of four separated by a space.",
        ]),
        ("as-of", "K4", [
            "fitted_on must not be older than 300 days as of 1 July 2024.",
            "As of 1 July 2024, no fitted_on may be older than 300 days.",
            "Flag lockers whose fitted_on is older than 300 days as of 2024-07-01.",
            "fitted_on must lie within the last 300 days, counted from 1 July 2024.",
        ]),
        ("turned-name", "", ["The code of a band must be filled."]),
    ],
    "feeds": [
        ("newest-fresh", "0", [
            "The newest loaded_at must not be older than 7 days as of 10 March 2024.",
            "On 10 March 2024 the latest loaded_at must be at most 2 days old.",
            "Is the latest load at most 24 hours old at noon on 10 March 2024?",
        ]),
        ("newest-old", "1", [
            "The latest loaded_at must be at most 22 hours old at noon on 10 March 2024.",
            "At noon on 10 March 2024 the latest loaded_at must not be older than 22 hours.",
        ]),
        ("loads-old", "L1 L2", ["Flag loads older than 24 hours at noon on 10 March 2024."]),
        ("before-noon", "L2 L3", ["loaded_at must be before 11:00 on 9 March 2024."]),
    ],
    "stays": [
        ("same-start", "S1 S2", [
            "A guest must not have two stays that start on the same day.",
            "No guest may have two stays starting on the same day.",
            "Two stays of a guest must not begin on the same day.",
            "Stays of a guest must start on different days.",
            "Is there a guest with two stays that start on the same day?",
        ]),
        ("last-open", "S4", [
            "Only the last stay of a guest may be open-ended, i.e. have no ends_on.",
            "Only the last stay of a guest may have no ends_on.",
            "Every stay of a guest but the last must have an ends_on.",
            "All stays of a guest except the last one must have an ends_on.",
            "ends_on must be filled in all but the last row of each guest.",
            "A stay without ends_on must be the last of its guest.",
            "If ends_on is empty, the stay must be the last one of its guest.",
            "Flag stays without ends_on that are not the last of their guest.",
        ]),
    ],
    "dials": [
        ("every-day", "1", [
            "Each dial must have a row for every day from 2024-02-01 to 2024-02-03.",
            "For each dial there must be a row for every day between 2024-02-01 and 2024-02-03.",
            "No dial may miss a day from 2024-02-01 to 2024-02-03.",
            "Does any dial miss a day between 2024-02-01 and 2024-02-03?",
        ]),
        ("all-rows", "E4 E5", [
            "Each dial must have a row for every day from 2024-02-01 to 2024-02-03. Flag all rows "
            "of a dial that misses a day.",
        ]),
    ],
    "sent received": [
        ("unknown", "4", [
            "No parcel_id in sent may be unknown to received.",
            "No parcel_id of sent may be missing from received.",
            "A parcel_id in sent must not be unknown to received.",
            "received must know every parcel_id in sent.",
            "Is any parcel_id in sent unknown to received?",
        ]),
        ("other-weight", "2", [
            "Flag sent rows whose weight is different in received.",
            "Compare the weights that are in both tables. Flag sent rows whose weight is different "
            "in received.",
        ]),
    ],
    "sent": [
        ("sizes", "2 4", [
            "The only sizes are 5 and 8 weight.",
            "The sizes used are 5 and 8 weight (table sent).",
        ]),
        ("so-much-more", "", ["parcel_id must be one higher than the parcel_id in the row above."]),
    ],
    "nexts codes": [
        ("as-a-code", "2", [
            "Each successor must exist as a code in codes.",
            "Flag successors that do not exist as a code in codes.",
            "No successor may be missing as a code in codes.",
            "The successor must be a code of codes.",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("lockers", "A tag is a capital c, a dash and two digits."),
    ("lockers", "The tag starts with two capital letters DE."),
    ("lockers", "The same holder or hall may occur only once."),
    ("lockers", "The same holder and hall must occur at least twice."),
    ("lockers", "No holder and hall may occur twice."),
    ("lockers", "The first number of a host must be 1."),
    ("lockers", "The first number of a host must be larger than the last one."),
    ("lockers", "The fifth number of a host must not be above 223."),
    ("lockers", "Some number of a host must be above 100."),
    ("lockers", "A note must not contain something like 12-34-5."),
    ("lockers", "pass_no: 8 digits, in one piece or in three groups of four separated by a space."),
    ("lockers", "pass_no: 8 digits, in one piece and in two groups of four separated by a space."),
    ("lockers", "holder must be filled as of 1 July 2024."),
    ("lockers", "On 1 July 2024 no fitted_on may be older than 7 days."),
    ("feeds", "The latest loaded_at must be at most 24 hours old on 10 March 2024."),
    ("stays", "A guest must have two stays that start on the same day."),
    ("stays", "A guest must not have three stays that start on the same day."),
    ("stays", "Two stays must not start on the same day."),
    ("stays", "A guest must not have two stays that start on the same day as they end."),
    ("stays", "All stays of a guest except the last two must have an ends_on."),
    ("stays", "Not only the last stay of a guest may have no ends_on."),
    ("stays", "A stay must be the last of its guest."),
    ("stays", "Only the last stay of a guest may be open-ended, i.e. have an ends_on."),
    ("dials", "Each dial must have a row for some day from 2024-02-01 to 2024-02-03."),
    ("dials", "Each dial must have no row for every day from 2024-02-01 to 2024-02-03."),
    ("dials", "Each dial must have exactly one row for every day from 2024-02-01 to 2024-02-03."),
    ("dials", "Each dial must have a row for every day from 2024-02-03 to 2024-02-01."),
    ("feeds", "Each feed must have a row for every day from 2024-03-08 to 2024-03-09."),
    ("sent received", "A parcel_id in sent may be unknown to received."),
    ("sent received", "received must not know every parcel_id in sent."),
    ("sent received", "Compare the weights of parcels that are in both tables."),
    ("nexts codes", "Each successor must exist as a code in nexts."),
]  # fmt: skip

checked, test_constructs_are_read, test_what_is_not_clear_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)
