"""Forms, check digits, steps, boxes and calendar months, as catalogues of checks put them."""

from __future__ import annotations

import pytest

from backend.planner.offline.patterns_in_one import in_one_pattern
from backend.rules.language.terms import All, Cell, How, Matches, Not
from tests.planner.offline.spoken import Rows, told_tests

TABLES: dict[str, Rows] = {
    "barrels": (
        ("tub", "stamp", "model", "fon", "motto", "stack", "nick"),
        ("a", "4711", "1.2.0", "+4912345678", "level", 2, "x-y"),
        ("b", "4811", "2.10", "+49 1234567", "Anna", 3, "x-y-z"),
        ("c", "5712", "v3", "+123", "hello", 6, "x"),
        ("d", "471", "1.0.1", "0491234567", "otto", 9, "--"),
    ),
    "vaults": (
        ("vault", "iban", "ean"),
        ("a", "DE89370400440532013000", "4006381333931"),
        ("b", "DE88370400440532013000", "4006381333932"),
        ("c", "GB29NWBK60161331926819", "5006381333930"),
    ),
    "huts": (
        ("hut", "lat", "lon", "built_on", "first_fee", "grace"),
        ("a", 46.5, 8.5, "2023-01-15", "2023-03-15", 2),
        ("b", 47.5, 8.5, "2023-01-31", "2023-02-28", 1),
        ("c", 46.6, 10.5, "2023-02-10", "2023-05-11", 3),
        ("d", 46.7, 8.2, "2023-02-10", "2024-02-10", 11),
    ),
    "throws": (("throw", "pips"), ("a", 1), ("b", 2), ("c", 2), ("d", 4)),
    "logs": (
        ("log", "noted_on", "mast"),
        ("a", "2024-05-01", "M"),
        ("b", "2024-05-02", "M"),
        ("c", "2024-05-04", "M"),
    ),
}

FLAGGED = {
    "barrels": [
        ("odd", "b d", [
            "Flag barrels with an odd stack.", "No stack may be an odd number.",
            "Show me barrels with an odd-numbered stack.", "stack: even numbers only",
        ]),
        ("both-steps", "a b d", ["stack must be divisible by 2 and by 3."]),
        ("either-step", "", ["stack must be a multiple of 2 or of 3."]),
        ("rest", "b c d", [
            "stack modulo 5 must be 2.", "stack divided by 5 must leave a remainder of 2.",
        ]),
        ("places", "c d", [
            "stamp is 4 digits, and the first is a 4.", "stamp has four digits, the first being 4.",
            "stamp must be four digits; the first one must be 4.",
        ]),
        ("two-places", "b c d", [
            "stamp is four digits, and the first two are 47 or 57, and the last is 1.",
        ]),
        ("not-first", "c d", ["stamp is four digits, and the first is not 5."]),
        ("versions", "b c", [
            "A model is three whole numbers separated by dots, such as 1.4.0.",
            "Flag every model that is not three numbers joined by dots, for example 2.3.4.",
        ]),
        ("two-or-three", "c", ["model consists of two or three numbers joined by dots."]),
        ("unspaced", "b c d", [
            "fon is a plus sign followed by 8 to 15 digits, without spaces.",
            "fon must be a plus sign and 8 to 15 digits, no spaces or hyphens.",
        ]),
        ("rest-of-it", "b d", ["fon must start with + and contain only digits after that."]),
        ("asked-space", "b", ["Is there a space in any fon?", "Are there any spaces in fon?"]),
        ("backwards", "b c", ["Flag each motto that does not read the same backwards."]),
        ("backwards-any-case", "c", [
            "Does every motto read the same backwards, ignoring upper and lower case?",
        ]),
        ("counted", "b d", [
            "No nick may have more than one hyphen.", "Flag nicks with more than one hyphen.",
            "nick must have at most one hyphen.", "There may be only one hyphen in nick.",
        ]),
        ("few", "c", ["Flag barrels with fewer than one hyphen in nick."]),
    ],
    "vaults": [
        ("iban", "b", [
            "Flag vaults whose iban has wrong check digits (ISO 7064 mod 97).",
            "iban must pass the ISO 7064 check.", "Is there any iban whose checksum is wrong?",
        ]),
        ("ean", "b", ["ean must have a correct check digit (EAN-13)."]),
    ],
    "huts": [
        ("box", "b c", [
            "All huts lie in the survey box: lat from 46 to 47 and lon from 8 to 9.",
            "Flag huts outside the box with lat 46 to 47 and lon 8 to 9.",
            "No hut may lie outside the test box: lat 46 to 47, lon 8 to 9.",
        ]),
        ("north", "b", ["Flag huts north of latitude 47.", "No hut may lie north of 47 (lat)."]),
        ("east-or-west", "c d", ["Flag huts west of longitude 8.3 or east of longitude 10."]),
        ("months", "c d", [
            "first_fee must be exactly grace months after built_on.",
            "first_fee must be grace calendar months after built_on.",
            "first_fee is built_on plus grace months.",
        ]),
        ("same-day", "b c d", [
            "first_fee must be exactly grace calendar months after built_on, on the same day.",
        ]),
        ("day-of-month", "b c", ["first_fee falls on the same day of the month as built_on."]),
        ("at-least", "b", ["first_fee must be at least 2 calendar months after built_on."]),
    ],
    "throws": [
        ("all-there", "1", [
            "Each of the numbers 1 to 4 must have been thrown at least once (pips).",
            "pips: each number from 1 to 4 has to come up at least once",
        ]),
        ("there", "0", ["Each of the numbers 1 to 2 must have been thrown at least once (pips)."]),
    ],
    "logs": [
        ("gap", "1", [
            "noted_on: not a single day may be missing between the first and the last day.",
            "noted_on must cover every day from the first to the last.",
            "Is any day missing in noted_on between the first and the last?",
        ]),
    ],
}  # fmt: skip

DECLINED = [
    ("barrels", "stamp is four digits, or the first is 4."),
    ("barrels", "stamp is four digits, and the first two are 4."),
    ("barrels", "stamp is four digits, and the first five are 47111."),
    ("barrels", "stack is positive, and the first is 2."),
    ("barrels", "model is three numbers separated by dots, and the first is 1."),
    ("barrels", "Flag barrels whose stamp is not four digits, and the first is 4."),
    ("barrels", "stack must not be divisible by 2 and 3."),
    ("barrels", "stack must be by 3."),
    ("barrels", "Flag stacks that are not a multiple of 5 or 7."),
    ("barrels", "model must be three numbers separated by dots, like 1.4."),
    ("barrels", "No nick may have two hyphens."),
    ("barrels", "Does any motto have more than five letters?"),
    ("vaults", "ean must pass the mod 97 check."),
    ("huts", "All huts lie in the survey box."),
    ("huts", "Flag huts east of latitude 47."),
    ("throws", "Each of the numbers 1 to 4 must have been thrown at least twice (pips)."),
    ("throws", "None of the numbers 1 to 4 must have been thrown (pips)."),
    ("logs", "mast: not a single day may be missing between the first and the last day."),
]

checked, test_forms_are_held_against_their_words, test_what_is_open_is_declined = told_tests(
    TABLES, FLAGGED, DECLINED
)

CODE = Cell(table="barrels", column="stamp")


def _all(*told: tuple[How, str, bool]) -> All:
    parts = [(Matches(of=CODE, how=how, text=text), is_so) for how, text, is_so in told]
    return All(parts=tuple(part if is_so else Not(part=part) for part, is_so in parts))


@pytest.mark.parametrize(
    ("also", "pattern"),
    [
        ((How.STARTS, "47", True), r"47\d{2}"),
        ((How.ENDS, "1", True), r"\d{3}1"),
        ((How.PATTERN, "(1|2)(?s:.*)", True), r"(1|2)\d{3}"),
        ((How.PATTERN, "(?s:.)(?s:.)7(?s:.*)", True), r"\d{2}7\d"),
        ((How.CONTAINS, " ", False), r"\d{4}"),
        ((How.STARTS, "0", False), r"[1-9]\d{3}"),
        ((How.STARTS, "A", True), None),
        ((How.CONTAINS, "7", False), None),
        ((How.STARTS, "12345", True), None),
    ],
)
def test_two_claims_are_one_pattern(also: tuple[How, str, bool], pattern: str | None) -> None:
    found = in_one_pattern(_all((How.PATTERN, r"\d{4}", True), also))
    wanted = None if pattern is None else Matches(of=CODE, how=How.PATTERN, text=pattern)
    assert found == wanted
