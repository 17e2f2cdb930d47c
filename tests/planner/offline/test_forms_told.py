"""Formats, codes and shapes of texts as people describe them in words, and what is left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.forms_tables import CRATES, KITS
from tests.planner.offline.spoken import Tables, each

OF_KITS = [
    ("real-date", "k2 k3", [
        "packed has to be a date that really exists, written DD/MM/YYYY.",
        "packed must be an actual calendar date in the format DD/MM/YYYY",
        "Flag kits whose packed is not an existing DD/MM/YYYY date.",
        "Flag kits whose packed is not a date that exists (written DD/MM/YYYY).",
        "packed: a date that exists, DD/MM/YYYY",
    ]),
    ("moment", "k2 k3", [
        "stamp must be an actual moment written like 2024-05-01T08:28:36Z, with the T and the Z.",
        "Every stamp is a point in time that exists, given like 2023-12-31T23:59:59Z.",
    ]),
    ("month", "k2 k3", [
        "period must be a calendar month written YYYY-MM.",
        "period is a year and a month, like 2023-11.",
        "Flag kits whose period is not a month in the form YYYY-MM.",
    ]),
    ("clock", "k2", [
        "opens must be a clock time from 00:00 to 23:59.",
        "opens: a time of day between 00:00 and 23:59",
        "opens must be a time of day written HH:MM.",
        "Flag kits whose opens is not a time in the form HH:MM.",
    ]),
    ("check-digit", "k2 k3", [
        "Every ean needs a correct check digit.",
        "Flag kits whose ean has a wrong check digit.",
        "The last digit of an ean must be the right EAN-13 check digit.",
        "An ean consists of 13 digits and the last one must be the right EAN-13 check digit.",
        "ean must end in a valid EAN-13 check digit",
        "The check digit of every ean must be correct.",
        "No ean may have a wrong check digit.",
    ]),
    ("checksum", "k2", [
        "Every iban that is given must pass the IBAN checksum test (mod 97 leaves 1).",
        "iban must pass the mod 97 test.",
        "Flag kits whose iban fails the IBAN checksum.",
        "iban must be a valid IBAN, checksum included.",
    ]),
    ("several-claims", "k2 k3", [
        "isbn13 has to be thirteen digits without hyphens, begin with 978 or 979, "
        "and end in the right ISBN-13 check digit.",
        "isbn13 must have 13 digits, start with 978, and not contain a hyphen.",
    ]),
    ("hyphens-aside", "k3", [
        "isbn13 must have 13 digits once the hyphens are removed and begin with 978.",
    ]),
    ("hyphens-not-counted", "", [
        "isbn13 must have 13 digits, not counting the hyphens.",
        "Flag kits whose isbn13 does not have 13 digits when hyphens are ignored.",
    ]),
    ("uuid", "k2 k3", [
        "asset must be a UUID written with its four hyphens (8-4-4-4-12 hexadecimal digits).",
        "asset must be a UUID (8-4-4-4-12 hex digits, either case).",
        "asset is a UUID with hyphens, capital or small",
    ]),
    ("pairs", "k2 k3", [
        "A mac is six pairs of hexadecimal digits with colons between them.",
        "mac must be six groups of two hex digits, joined by colons.",
        "mac has to be six pairs of hex digits separated by colons, in either case.",
        "Flag kits whose mac is not six pairs of hexadecimal digits with a colon between them.",
    ]),
    ("hash-and-digits", "k2 k3", [
        "colour must be a # followed by exactly six hexadecimal digits.",
        "Flag kits whose colour is anything but a # followed by six hexadecimal digits, "
        "capital or small.",
    ]),
    ("dotted", "k2 k3", [
        "version must be three whole numbers separated by dots with nothing before or after them.",
        "version must be three dot-separated whole numbers, so neither 'v1.2.3' nor "
        "'1.2.3-beta' will do.",
        "version must be three numbers with dots between them ('1.2.3' is right, 'v1.2.3' is not).",
    ]),
    ("reads", "k2 k3", [
        "Does every hotline that is filled in read '+44 20 7946 ' followed by exactly four digits?",
    ]),
    ("assigned", "k2 k3", [
        "origin must be an officially assigned ISO 3166 country code, so GB and not UK.",
        "origin must be an ISO country code (GB, not UK).",
        "state must be the two-letter postal code of one of the 50 US states.",
    ]),
    ("zone", "k2", [
        "Is every zone the name of a real time zone in the IANA database, e.g. Asia/Tokyo?",
        "zone must be an IANA time zone.",
    ]),
    ("link", "k2 k3", [
        "All links must start with https:// and none of them may contain a space.",
        "link must begin with https:// and it must not contain a blank.",
    ]),
    ("network", "k2 k3", [
        "ip must hold a valid IPv4 address that belongs to the network 10.0.0.0/8.",
    ]),
    ("keyed", "k2 k3", [
        "settings must be a JSON object with a key named port.",
        "Flag kits whose settings is not a JSON object that has the key 'port'.",
    ]),
    ("counted-signs", "k2 k3", [
        "mac must contain exactly five colons.",
        "Flag kits whose mac does not have at least 5 colons.",
    ]),
    ("ranges", "k2 k3", [
        "colour must be a # followed by six characters from 0-9, a-f and A-F.",
    ]),
    ("digits-only", "k3", [
        "ean must be 13 characters, digits only.",
        "ean must be 13 digits, no letters",
    ]),
    ("digits-and-check", "k2 k3", ["ean must be 13 digits with a valid check digit."]),
    ("unkeyed", "k1", ["Flag kits whose settings is a JSON object with a key named port."]),
]  # fmt: skip

OF_CRATES = [
    ("layout-told", "c2", [
        "back must not be before sent (all dates are DD/MM/YYYY).",
        "back must not be before sent. Dates are written DD/MM/YYYY.",
    ]),
    ("name-of-date", "c2 c3", [
        "day_name must be the full English name of the day of the week on which sent falls.",
        "day_name must be the weekday name of sent, starting with a capital.",
    ]),
    ("small-name", "c1 c3", ["day_name must be the weekday name of sent, in lower case."]),
    ("short-name", "c1 c2 c3", ["day_name must be the abbreviated weekday of sent."]),
    ("cents", "c2 c3", [
        "All prices must end in .99.",
        "Flag crates whose price does not end in .99.",
    ]),
    ("cents-or", "c3", ["price must end in .99 or .5"]),
    ("halves", "c2", ["temp is either a whole number or ends in .5."]),
    ("shown", "c2 c3", [
        "label must be two capital letters, a dash and two digits, so AB-12 and not ABC-12.",
        "label must be two capital letters, a dash and two digits. 'AB-12' is right and "
        "'ABC-12' is wrong.",
    ]),
    ("before-sign", "c2", [
        "The part of label before the dash must be two capital letters.",
        "The text before the dash in label must not be ABC.",
        "Flag crates where the part of label before the dash is ABC.",
    ]),
    ("behind-sign", "c3", ["The part of label after the dash must be two digits."]),
    ("one-sign", "c3", [
        "The first letter of code has to be one of B or C.",
        "The bay, i.e. the first letter of code, must be B or C.",
        "The last character of label must be a digit.",
    ]),
    ("last-two", "c3", ["The last two characters of label must be digits."]),
    ("third", "c2", ["The third character of label must be a dash."]),
    ("number-ahead", "", ["The number at the start of dims has to be 60 or 80."]),
    ("number-or-two", "c2", [
        "dims is either one number or two numbers with ' x ' between them, e.g. 60 x 80.",
    ]),
    ("whole-word", "c3", ["gate must contain 'ok' as a whole word."]),
    ("whole-word-denied", "c1 c2", ["No gate may contain the word 'ok' as a whole word."]),
    ("whole-word-plain", "c1 c2 c3", ["gate must contain 'light' as a whole word."]),
    ("whole-word-rows", "c1", [
        "Crates with 'ok' as a whole word in their gate must have a price above 10.",
    ]),
    ("palindrome", "c1 c2", [
        "nick must be a palindrome.",
        "nick must read the same backwards as forwards.",
    ]),
    ("palindrome-case", "c2", [
        "nick must be a palindrome (capitals do not matter), such as Otto.",
    ]),
    ("palindrome-listed", "c3", ["List crates whose nick reads the same backwards as forwards."]),
    ("roman", "c2 c3", [
        "Flag crates whose chapter is not a proper Roman numeral in capitals: IX is proper, "
        "VIIII is not.",
        "chapter must be a Roman numeral, in capitals",
    ]),
    ("digits-apart", "c2", [
        "All four digits of the pin must be different.",
        "pin: no digit may occur twice",
        "The digits of a pin must all be distinct.",
        "Flag crates whose pin contains a digit twice.",
    ]),
    ("prime", "c2 c3", ["List crates whose serial is not a prime number.", "serial must be prime"]),
    ("hashtag", "c2 c3", [
        "tag must be a hashtag, that is a # and then only letters, digits or underscores.",
    ]),
    ("blanks", "c2 c3", [
        "remark: no blank in front or behind, no double blanks inside",
        "remark must not have a blank at either end or double blanks.",
    ]),
    ("ascii", "c2", ["remark - plain ASCII characters, nothing else"]),
    ("template", "c2 c3", [
        "ref has the form HB-YYYY-NNNN.",
        "ref must be HB, a dash, the four-digit year, another dash and four digits.",
    ]),
    ("code-from", "c2", [
        "quarter must be written as Q1 to Q4, a blank and the year.",
        "quarter must start with Q followed by a digit from 1 to 4.",
        "batch must be B, a four-digit year, the letter W and a week number from 01 to 53.",
    ]),
    ("sign-amid", "c2", [
        "mail must contain exactly one @ with something before it and a dot after it.",
    ]),
    ("no-blank-no-dot", "", ["No mail may contain a blank or end with a dot."]),
    ("case-behind", "c2", ["promo must be letters followed by digits, all upper case."]),
    ("mixed-class", "c2", ["promo: 4 to 8 capital letters or digits"]),
    ("sequence", "c1 c3", ["label must contain the letter C followed by a dash."]),
    ("as-third", "c2", ["label must have a dash as its third character."]),
    ("exact-list", "c2", [
        "grain must be written exactly as wheat or rye, all in lower case.",
        "Flag crates whose grain is not one of wheat and rye, written exactly like that.",
    ]),
    ("of-such-values", "c3", ["A label that starts with AB must end with 2."]),
]  # fmt: skip

DECLINED = [
    ("kits", "version must be three whole numbers separated by dots, so 'v1.2.3' will do."),
    ("kits", "origin must be an ISO country code, UK and not GB."),
    ("kits", "ean must pass the IBAN checksum test (weights 1 and 3 alternate)."),
    ("kits", "hotline needs a correct check digit."),
    ("kits", "isbn13 must pass the mod 97 test."),
    ("kits", "ean must have 13 digits and the last one must be odd."),
    ("kits", "stamp must be a moment written like 2024-05-01T08:28:36, with the T and the Z."),
    ("kits", "period must be a month written DD/MM/YYYY."),
    ("kits", "opens must be a clock time from 08:00 to 20:00 on weekdays."),
    ("kits", "origin must be a formerly assigned ISO 3166 country code."),
    ("kits", "settings must be an XML document with a key named port."),
    ("kits", "asset must be a UUID with four to six hyphens."),
    ("crates", "wide_clock must be a clock time from 00:00 to 23:59."),
    ("crates", "back must not be before sent (all dates are MM/DD/YYYY)."),
    ("crates", "All three digits of the pin must be different."),
    ("crates", "The part of code before the blank must be B17."),
    ("crates", "day_name must be the weekday of sent."),
    ("crates", "day_name must be the French name of the weekday of sent."),
    ("crates", "The first two characters of label must be ABC."),
    ("crates", "The first two characters of label must not be digits."),
    ("crates", "pin must have almost no repeated digits."),
    ("crates", "dims is either one number or two letters with ' x ' between numbers."),
    ("crates", "price must end in a nine."),
    ("crates", "label must be AAA-99"),
    ("crates", "label must not be two letters, contain a dash, and end in 2."),
    ("crates", "quarter must be a year."),
    ("crates", "promo must be capital letters and digits only, at most six of either."),
    ("crates", "mail must not hold an e-mail address."),
    ("crates", "remark must contain the key port."),
    ("crates", "ref has the form XX-YYYY."),
]  # fmt: skip


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("forms") / "kits"
    return Tables(folder, {"kits": KITS})


@pytest.fixture(scope="module")
def crates(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder: Path = tmp_path_factory.mktemp("forms") / "crates"
    return Tables(folder, {"crates": CRATES})


@pytest.mark.parametrize(("sentence", "flagged"), each(OF_KITS))
def test_it_knows_codes_by_their_description(kits: Tables, sentence: str, flagged: str) -> None:
    answer = kits.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("sentence", "flagged"), each(OF_CRATES))
def test_it_knows_parts_and_shapes_of_texts(crates: Tables, sentence: str, flagged: str) -> None:
    answer = crates.answer(sentence)
    assert answer.reason == ""
    assert answer.flagged == flagged


@pytest.mark.parametrize(("table", "sentence"), DECLINED, ids=[case[1] for case in DECLINED])
def test_it_declines_what_is_open_or_at_odds(
    kits: Tables, crates: Tables, table: str, sentence: str
) -> None:
    answer = (kits if table == "kits" else crates).answer(sentence)
    assert answer.code in ("not-understood", "ambiguous", "no-reading", "misfit", "unclear")
