"""Nouns that name a thing and no column, and further cases whose signs are not said."""

from __future__ import annotations

from tests.planner.offline.spoken import Group, Rows, told_tests

TABLES: dict[str, Rows] = {
    "permits": (
        ("label", "land", "sort", "pin", "suffix"),
        ("a", "Germany", "guest", "1234", "7x"),
        ("b", "Austria", "staff", "12ab", "x7"),
        ("c", "Austria", "staff", "123456", "99"),
        ("d", "Germany", "guest", "12345", "x9"),
        ("e", "Austria", "staff", "abcdef", "1a"),
    ),
    "crates": (
        ("label", "size", "tier", "country", "state"),
        ("a", "S", "gold", "DE", "CA"),
        ("b", "XL", "silver", "AT", "NY"),
        ("c", "M", "silver", "CH", "TX"),
    ),
    "diners": (
        ("label", "state", "seats", "zip"),
        ("a", "IN", 20, "46201"),
        ("b", "CA", 50, "90001"),
        ("c", "DE", 10, "19701"),
        ("d", "CO", 10, "80001"),
    ),
    "lodges": (
        ("label", "country", "seats"),
        ("a", "IN", 20),
        ("b", "CA", 50),
        ("c", "DE", 10),
    ),
    "hosts": (("host_id", "land"), (1, "Germany"), (2, "Austria"), (3, "Austria")),
    "stays": (("stay_no", "host_id", "price"), (1, 1, 1.5), (2, 2, 3.5), (3, 3, 4.5)),
    "inmates": (
        ("label", "block", "battery", "grade"),
        ("a", "A", "Li", "A+"),
        ("b", "A", "Ni", "A"),
        ("c", "B", "Li", "B-"),
    ),
    "shelves": (("label", "deck"), (1, "A"), (2, "C"), (3, "B")),
    "yachts": (
        ("label", "cap_l", "dist_m", "rev_eur", "ttl", "clr", "cnt"),
        ("a", 100, 5, 100, 10, "red", 3),
        ("b", 120, 6, -200, 20, "blue", 4),
        ("c", None, 7, 300, 30, "red", 5),
    ),
    "goods": (
        ("item_no", "ean", "bic", "plate"),
        (1, "4006381333931", "DEUTDEFF", "M-AB 1"),
        (2, "4006381333932", "DEUTDEFF", None),
    ),
    "vans": (
        ("van_no", "ean", "bic", "licence"),
        (1, "4006381333931", "DEUTDEFF", "B"),
        (2, "4006381333932", "DEUTDEFF", "C"),
    ),
    "pts": (("pt_id", "name"), (1, "Ann"), (2, None)),
}  # fmt: skip

FLAGGED: dict[str, list[Group]] = {
    "permits": [
        (
            "same-signs",
            "b d e",
            ["German pins have four digits, Austrian ones exactly six."],
        ),
        (
            "other-signs",
            "b c d",
            ["Guest permits have a pin of four digits and staff permits exactly six letters."],
        ),
        (
            "characters",
            "b d",
            ["Guest permits have a pin of four digits and staff permits exactly six characters."],
        ),
        (
            "counted",
            "b d",
            ["Guest permits have a pin of four characters and staff permits exactly six."],
        ),
        ("places", "b d", ["The suffix starts with a digit."]),
    ],
    "crates": [
        ("states", "", ["The state is one of CA, NY and TX."]),
        ("sizes", "b", ["Sizes must be S, M or L."]),
    ],
    "lodges": [("codes", "a", ["Indian lodges have at least 30 seats."])],
    "shelves": [
        ("letters", "2", ["The deck letter must be A or B."]),
    ],
    "yachts": [
        ("capacity", "c", ["Every yacht must have a capacity.", "The capacity must be filled."]),
        ("distance", "a", ["The distance must be at least 6."]),
        ("revenue", "b", ["The revenue must be positive."]),
        ("total", "a", ["The total must be above 10."]),
        ("colour", "b", ["The colour must be red."]),
    ],
    "goods": [("plates", "2", ["Every licence plate must be filled."])],
}

DECLINED: list[tuple[str, str]] = [
    # of which signs, or of the value itself
    ("permits", "German pins have four digits, Austrian ones at least four."),
    ("permits", "German pins have four digits, Austrian ones up to six."),
    ("permits", "German pins have four digits, Austrian ones more than six."),
    ("permits", "German pins have four digits, Austrian ones between four and six."),
    ("permits", "German pins have four digits, Austrian ones six or eight."),
    ("permits", "German pins have four digits, Austrian ones not exactly four."),
    ("permits", "Pins of guest permits have six digits, those of staff permits at most four."),
    ("permits", "Pins of guest permits have six characters, those of staff permits at most four."),
    ("permits", "Pins of guest permits have six digits, those of staff permits four or five."),
    # where in the text
    ("permits", "The suffix starts with a digit and the pin with a letter."),
    ("permits", "Every suffix starts with a digit; every pin with a letter."),
    ("permits", "The suffix ends with a letter and the pin with a digit."),
    # the condition is for the last, or for all
    ("crates", "Sizes must be S, M or L, or XL for gold."),
    ("crates", "Size symbols must be S, M or L, or XL for gold."),
    ("crates", "Sizes must be S, M or L and XL for gold."),
    ("crates", "Size classes must be S, M or L, and XL for gold crates."),
    # a second column is no verb
    (
        "crates",
        "The country holds one of the known country codes and the state one of the known US state "
        "codes.",
    ),
    ("crates", "The country holds one of the known country codes and the state one of CA and NY."),
    ("crates", "The size consists of letters and the state of digits."),
    # states are no countries, and a country of another table is not the row's
    ("diners", "Indian diners have at least 30 seats."),
    ("diners", "Canadian zips have six characters."),
    ("diners", "Colombian diners need a zip."),
    ("stays hosts", "German prices must be above 2."),
    # cells, fields and letters that are things
    ("inmates", "No cell in block A may be empty."),
    ("inmates", "Every block cell must have at most two inmates."),
    ("inmates", "No label may have two battery fields."),
    ("inmates", "Every battery cell must be unique."),
    ("inmates", "The grade letter must be A or B."),
    # what no header is short for
    ("yachts", "Every yacht must have a captain."),
    ("yachts", "Every district must occur at least twice."),
    ("yachts", "Every distributor must occur at least twice."),
    ("yachts", "Every review must be positive."),
    ("yachts", "Every title must be above 10."),
    ("yachts", "Every collar must be red or blue."),
    ("yachts", "Every country must be above 3."),
    ("pts", "Every plot must have a name."),
    # what is called otherwise
    ("vans", "Every licence plate must be filled."),
    ("vans", "The number plate must be B or C."),
    ("vans", "The article number must be between 1 and 100."),
    ("vans", "The bank code must be eight digits."),
]

checked, test_flagged, test_declined = told_tests(TABLES, FLAGGED, DECLINED)


def test_a_shortened_header_is_assumed(checked: dict[str, object]) -> None:
    answer = checked["yachts"].answer("The distance must be at least 6.", "yachts")  # type: ignore[attr-defined]
    assert "dist_m is read as the distance." in answer.plan.assumptions
