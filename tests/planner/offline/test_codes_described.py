"""Codes described in words: their pieces, groups, signs, lengths and check digits."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read


def _rows(*columns: tuple[object, ...]) -> Rows:
    """A table told by its columns, each a header with its cells."""
    return tuple(zip(*columns, strict=True))


TABLES: dict[str, Rows] = {
    "items": _rows(
        ("item_id", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
        ("tag", "AB-12", "ab12", "X_9", "2024AB", "AB-", "AB1234", "v2123", "ab-cd", "12ab", "CD",
         "-1234", "X.9", "1234AB5", "AC1234", "12345a"),
        ("serial", "1234-5678", "12 34 56", "AA:BB:CC", "12345678", "ABCDEF12", None,
         "12 34 56 78", "12-34", "12x345", "1234567", "aa:bb:cc", "12 34", None, None, None),
        ("ean", "4006381333931", "4006381333932", "12345670", "40063813339", "40063813339", None,
         None, None, None, None, None, "4006381333931", None, None, None),
        ("isbn", "306406152X", "0306406152", "080442957X", "12", "12", None, None, None, None,
         "0306406152", None, None, None, None, None),
        ("made_on", "2024-03-01", "01.03.2024", "2024-02-30", "20240301", "2024-03-01", None,
         None, None, None, None, None, None, None, None, None),
        ("month", "2024-03", "03/2024", "2024-13", "March", "MARCH", None, None, None, None, None,
         None, None, "12/2023", None, None),
        ("price_text", "12.50", "12.5", "7", "8.123", "1,23", None, None, None, "4.50", None,
         None, None, None, None, None),
        ("title", "Red Hat", "red hat", "RED", "Blue Hat", "Blue  Hat ", None, "Red Big Hat",
         "Tea", "Bl\ufffde", "red", "Red hat", "Tea 2", None, None, None),
        ("nick", "Red", "red hat", "R", "Blue", "Blue", None, "12 kg", "abc", "AB1.25", None,
         None, "abcdefgh", None, None, "x_y"),
        ("pin", "1234", "1123", "12", "4321", "4321", None, "1224", None, None, None, None, None,
         None, None, None),
    ),
}  # fmt: skip

CASES: list[Read] = [
    ("items", "2 4 5 7 9 12", "3 characters at most for a nick."),
    ("items", "4 5", "ean has length 13 or 8."),
    ("items", "2 3 4 5", "ean must have 13 digits and a valid check digit."),
    ("items", "2 4 5", "ean must pass its own check digit test."),
    ("items", "2 4 5", "ean must pass the GS1 check digit test."),
    ("items", "2 4 5", "Flag each ean where the check digit is wrong."),
    (
        "items",
        "1 3 5 6 12",
        "Flag items whose tag starts with 'AB', or contains 'X' and ends with '9'.",
    ),
    ("items", "3 12", "Flag items with X anywhere in the tag."),
    ("items", "2 4 5 7 9 12", "Flag nicks with 4 or more characters."),
    ("items", "3 12", "Flag tags that have 'X' in them."),
    ("items", "3", "Flag tags with an underscore somewhere in it."),
    ("items", "6 14", "If tag is merely 2 letters and 4 digits, title must be filled."),
    ("items", "1 4 5", "isbn must be a valid ISBN-10 according to mod 11."),
    (
        "items",
        "1 2 3 5",
        "made_on must be a 4 digit year, the month in two digits and the day in two digits.",
    ),
    ("items", "1 3 4 5", "month must be a month written as 03/2024."),
    ("items", "1 2 3 4 5 7 8 12 15", "nick must be 2 letters and a number with 2 decimals."),
    ("items", "1 2 3 4 5 7 9 12 15", "nick must be 3 letters all in lower case."),
    ("items", "2 3 5 7 8 9 12", "nick must be 4 characters shorter than title."),
    ("items", "2 7 9 12", "nick must be 4 letters or shorter."),
    ("items", "1 2 3 4 5 8 9 12 15", "nick must be a number, a space and the word 'kg'."),
    ("items", "2 3 7 9 12", "nick must be at least 2 and at most 4 letters long."),
    ("items", "3 12", "nick must be at most 7 characters and at least 3 characters long."),
    ("items", "2 3 4 5 7 9 12", "nick must be neither shorter nor longer than 3 characters."),
    ("items", "1 3 4 5 7 9", "nick must be with no digits or capital letters."),
    ("items", "2 7 9 12", "nick must fit in 4 characters."),
    ("items", "3", "pin must be 4 digits (with leading zeros)."),
    ("items", "2 7", "pin must not repeat a digit."),
    ("items", "2 7", "pin: all digits are different."),
    ("items", "2 3 4 5", "price must be digits, a point and two decimals."),
    ("items", "2 3 4 5", "price must have exactly 2 decimals."),
    ("items", "5", "price_text can be read as a number."),
    ("items", "4 5", "price_text may have at most 2 decimals."),
    ("items", "5", "price_text must be a number. Text that is no number is wrong too."),
    ("items", "2 3 4 5", "price_text must have exactly 2 decimals."),
    ("items", "1 9", "price_text must not have exactly 2 decimals."),
    ("items", "1 2 3 4 5 7 8 10 11 12", "serial must be 2 groups of digits separated by an x."),
    (
        "items",
        "1 3 4 5 8 9 10 11",
        "serial must be 2 or more groups of 2 digits separated by spaces.",
    ),
    (
        "items",
        "1 2 3 4 5 7 9 10 11 12",
        "serial must be 2 to 4 groups of 2 digits separated by dashes.",
    ),
    (
        "items",
        "1 2 4 5 7 8 9 10 12",
        "serial must be 3 hex groups of 2 digits separated by colons.",
    ),
    ("items", "1 3 4 5 7 8 9 10 11 12", "serial must be 3 pairs of digits separated by spaces."),
    ("items", "1 2 3 4 5 8 9 10 11 12", "serial must be 4 digit pairs separated by spaces."),
    ("items", "2 3 4 5 7 8 9 10 11 12", "serial must be 4 digits and 4 digits joined by a dash."),
    ("items", "1 2 3 7 8 9 10 11 12", "serial must be 8 characters, digits and letters only."),
    ("items", "1 2 3 4 5 7 8 9 10 11 12", "serial must be 8 letters and some digits."),
    ("items", "1 2 3 4 5 7 8 9 10 11 12", "serial must be 8 letters followed by digits."),
    ("items", "1 2 3 5 7 8 9 11 12", "serial must be all digits."),
    ("items", "2 3 4 5 7 8 9 10 11 12", "serial must be two 4 digit groups separated by dashes."),
    (
        "items",
        "1 2 3 4 5 7 8 9 10 11",
        "serial must be up to 2 groups of 2 digits separated by spaces.",
    ),
    (
        "items",
        "1 3 4 5 7 8 9 10 11 12",
        "serial must be written in 6 digits in groups of two with spaces between them.",
    ),
    ("items", "1 2 3 4 5 6 7 8 10 11 12 13 14 15", "tag must be 2 digits followed by letters ab."),
    (
        "items",
        "1 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 digits with 2 letters in front of them.",
    ),
    (
        "items",
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters and 2 digits with a dash in between.",
    ),
    (
        "items",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters and 2 digits, where the letters are capital letters.",
    ),
    (
        "items",
        "1 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters and 2 digits. Capitals are not allowed.",
    ),
    ("items", "1 2 3 4 5 7 8 9 10 11 12 13 15", "tag must be 2 letters and 3 or more digits."),
    (
        "items",
        "1 2 3 4 5 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters and 4 digits that must start with 'AB'.",
    ),
    (
        "items",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 15",
        "tag must be 2 letters and 4 digits which never start with 'AB'.",
    ),
    ("items", "1 2 3 4 6 7 8 9 10 11 12 13 14 15", "tag must be 2 letters and finally a dash."),
    (
        "items",
        "1 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters followed by 2 digits, all lower case.",
    ),
    (
        "items",
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters, a dash and 2 digits, starting with 'AB'.",
    ),
    (
        "items",
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters, a dash and 2 digits: 'ab12' is wrong, 'AB-12' is right.",
    ),
    (
        "items",
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters, a dash and 2 more digits.",
    ),
    (
        "items",
        "1 2 3 4 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters, a dash, optionally followed by a digit.",
    ),
    (
        "items",
        "3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be 2 letters, perhaps a dash and 2 digits.",
    ),
    (
        "items",
        "1 2 3 4 5 7 8 9 10 11 12 13 15",
        "tag must be 2 upper-case characters and 4 digits.",
    ),
    ("items", "1 2 3 4 5 7 8 9 10 11 12 13 15", "tag must be 4 digits preceded by 2 letters."),
    (
        "items",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
        "tag must be 5 digits and a letter as the last one.",
    ),
    ("items", "1 2 3 5 7 8 9 10 11 12 13", "tag must be 6 characters long. Dashes count too."),
    (
        "items",
        "1 2 3 4 5 7 8 9 10 11 12 13 15",
        "tag must be 6 characters: 2 letters and 4 digits.",
    ),
    ("items", "1 2 3 4 5 7 8 9 10 11 12 13 15", "tag must be a 2 letter code and a 4 digit code."),
    (
        "items",
        "1 2 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be a letter, an underscore and a digit.",
    ),
    ("items", "1 2 3 4 6 7 8 9 10 11 12 13 14 15", "tag must be followed by a dash at the end."),
    ("items", "1 2 3 4 5 6 7 8 9 10 12 13 14 15", "tag must be just a number."),
    ("items", "2 3 4 5 6 7 8 9 10 11 12 13 14 15", "tag must be letters, a dash and digits."),
    (
        "items",
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "tag must be like AB-12: 2 letters, a dash and 2 digits.",
    ),
    ("items", "1 2 3 5 7 8 9 10 11 12", "tag must be more than 5 in length."),
    ("items", "1 2 3 4 5 6 8 9 10 11 12 13 14 15", "tag must be one letter and digits only."),
    (
        "items",
        "1 2 3 4 5 7 8 9 10 11 12 13 15",
        "tag must be two characters A-C and then 4 digits.",
    ),
    ("items", "1 2 3 4 5 6 8 9 10 11 12 13 14 15", "tag must be v2 followed by 3 digits."),
    (
        "items",
        "2 3 4 5 6 7 9 10 11 12 13 14 15",
        "tag must consist of 2 letters, a dash and 2 or more characters.",
    ),
    (
        "items",
        "2 3 4 5 6 7 9 10 11 12 13 14 15",
        "tag must consist of 2 letters, a dash and some text.",
    ),
    ("items", "1 2 3 5 7 8 9 11 12 15", "tag must consist of characters A-F and 0-9."),
    ("items", "2 3 9 10 12", "tag must contain a dash or at least 4 digits."),
    ("items", "5 8 10 11", "tag must contain a letter and a digit."),
    ("items", "2 3 4 6 7 8 9 10 11 12 13 14 15", "tag must contain all of '-', 'A'."),
    ("items", "3 12", "tag must contain no 'X'."),
    ("items", "1 7 8 10 11 13", "tag must have 3, 4 or 6 characters."),
    ("items", "2 3 4 5 6 9 12 14 15", "tag must not be 3, 4 or 6 characters long."),
    ("items", "3 12", "tag must not begin or end with 'X'."),
    ("items", "5 11", "tag must not start or end with a dash."),
    ("items", "5 11", "tag must not start with a dash or end with one."),
    (
        "items",
        "1 2 3 4 6 7 8 9 10 11 12 13 14 15",
        "tag must start with 2 letters and a dash, and nothing after it.",
    ),
    ("items", "5", "The last character of tag must be a digit or letter."),
    ("items", "2 7 8 9 15", "The whole tag must be upper case."),
    ("items", "1 4 5 7", "title must be at most 3 characters longer than nick."),
]

DECLINED = [
    ("items", "serial must be 8 letters and digits."),
    ("items", "serial must be 8 digits and letters only."),
    ("items", "serial must be 8 letters, digits or dashes."),
    ("items", "serial must be at least 8 letters and digits."),
    ("items", "serial must be 8 to 10 letters and digits."),
    ("items", "tag must be 2 letters, optionally a dash and 2 digits."),
    ("items", "tag must be 5 characters: 2 letters and 4 digits."),
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    wanted = {names for names, *_ in CASES} | {names for names, _ in DECLINED}
    return folders(tmp_path_factory, TABLES, wanted)


@pytest.mark.parametrize(("names", "flagged", "sentence"), read(CASES))
def test_flagged(checked: dict[str, Tables], names: str, flagged: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert (answer.reason, answer.flagged) == ("", flagged), answer


@pytest.mark.parametrize(("names", "sentence"), DECLINED)
def test_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
    answer = checked[names].answer(sentence, *names.split())

    assert answer.reason, answer
