"""Texts told plainly: what is in them, at their ends, in their parts, and how they are laid out."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Read, Rows, Tables, folders, read


def _rows(*columns: tuple[object, ...]) -> Rows:
    """A table told by its columns, each a header with its cells."""
    return tuple(zip(*columns, strict=True))


TABLES: dict[str, Rows] = {
    "cells": _rows(
        ("cell_id", 1, 2, 3, 4, 5),
        ("tag", "AB-12", "CD-7", "-99", "EF-1", "GH-2"),
        ("mail", "a@x.org", "@x.org", "b@", "c@x.org", "d@x.org"),
        ("serial", "12-34-99", "12-60-07", "99-07-60", "11a-60-0", "12-00-00"),
        ("ip", "10.0.0.1", "10.0.0.255", "224.0.0.7", "10.0.0.9", "10.0.0.8"),
        ("net", 10, 10, -1, 4, -3),
        ("tax", 2, -2, None, 1, 1),
        ("tip", 1, 0, 5, 4, 0),
        ("total", 12, 12, 3, 5, -2),
        ("refunded", 3, 15, None, 0, 0),
        ("phone", "030", "0301", None, "03", "04"),
        ("size", "5 kg", "50 kg", "5", "7 kg", "8 kg"),
        ("share", 0.5, 20, 101, 0.125, 1),
    ),
    "codes": _rows(
        ("code_id", "a", "b", "c", "d"),
        ("pin", "1234", "1123", "4321", "9876"),
        ("grp", "12-x9-ab", "99-y9-cd", "12-z1-ab", "13-q4-ab"),
        ("amount", "5.00", "5.0", "7", "8"),
        ("day", "2024-03-01", "2024-03-02", "2024-03-03", "2024-03-05"),
        ("dayname", "FRIDAY", "Saturday", "MONDAY", "TUESDAY"),
        ("address", "https://a.org", "http://b.org", "https://c.com", "ftp://d.org"),
    ),
    "customers": _rows(
        ("customer_id", 1, 2, 3),
        ("name", "Ann", "Bo", "Cy"),
        ("placed", "2024-01-01", "2024-01-02", None),
    ),
    "items": _rows(
        ("item_id", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
        ("tag", "AB-12", "ab12", "X_9", "2024AB", "AB-", "AB1234", "v2123", "ab-cd", "12ab", "CD",
         "-1234", "X.9", "1234AB5", "AC1234", "12345a"),
        ("serial", "1234-5678", "12 34 56", "AA:BB:CC", "12345678", "ABCDEF12", None,
         "12 34 56 78", "12-34", "12x345", "1234567", "aa:bb:cc", "12 34", None, None, None),
        ("isbn", "306406152X", "0306406152", "080442957X", "12", "12", None, None, None, None,
         "0306406152", None, None, None, None, None),
        ("payload", "{\"id\": 1, \"name\": \"x\", \"on\": true, \"tags\": []}", "{\"id\": \"1\"}",
         "[]", "nope", None, None, None, None, None, None, None, None, None, None, None),
        ("made_on", "2024-03-01", "01.03.2024", "2024-02-30", "20240301", "2024-03-01", None,
         None, None, None, None, None, None, None, None, None),
        ("opens_at", "08:00", "8:00", "18:30:00", "25:00", "25:00", None, None, "6:30 p.m.",
         "08:30:00", None, None, None, None, None, None),
        ("remark", "call 030 1234567", " mail me", "ok", "a@b.org here", "a@ b here", None,
         "two\nlines", None, None, None, None, None, None, None, None),
        ("ip", "10.0.0.1", "10.0.0.300", "172.16.1.2", "1.2", "1.2", None, None, None, None, None,
         None, None, None, None, None),
        ("mail", "ann@x.org", "bo@x.org", "cy x.org", "Di@X.org", "Di@X.org", None, None, None,
         None, None, "no dot@x", None, None, "a.b@x", None),
        ("phone", "+49123456", "0301234567", "030 12", "abc", "abc", None, None, None, None, None,
         None, None, None, None, None),
        ("country", "DE", "de", "DEU", "XX", "US", None, None, None, None, None, None, None, None,
         None, None),
        ("state", "NY", "ny", "CA", "ZZ", "ZZ", None, None, None, None, None, None, None, None,
         None, None),
        ("title", "Red Hat", "red hat", "RED", "Blue Hat", "Blue  Hat ", None, "Red Big Hat",
         "Tea", "Bl\ufffde", "red", "Red hat", "Tea 2", None, None, None),
        ("nick", "Red", "red hat", "R", "Blue", "Blue", None, "12 kg", "abc", "AB1.25", None,
         None, "abcdefgh", None, None, "x_y"),
        ("pin", "1234", "1123", "12", "4321", "4321", None, "1224", None, None, None, None, None,
         None, None, None),
        ("file_name", "a.pdf", "b.docx", "c.PDF", "d.txt", "d", None, None, "e.docx", None, None,
         None, None, None, None, None),
        ("site", "https://x.org", "http://x.org", "x.org", "ftp://a.b", "ftp://a.b", None, None,
         None, None, None, None, None, None, None, None),
    ),
    "orders": _rows(
        ("order_id", 1, 2, 3, 4),
        ("customer_id", 1, 1, 9, 2),
        ("currency", "EUR", "USD", "EUR", "EUR"),
        ("placed_on", "2024-01-02", "2024-01-08", "2024-02-02", "2024-02-03"),
        ("shipped_on", "2024-01-05", "2024-01-05", None, "2024-02-04"),
        ("shipped", "2024-01-05", "2024-01-05", None, "2024-02-04"),
        ("pieces", 3, 1, 0, 5),
        ("note", "a", "b", "c", None),
    ),
}  # fmt: skip

CASES: list[Read] = [
    ("items", "3", "A mail lacking an @ is wrong."),
    ("items", "", "Country DE items must have a state 'NY'."),
    ("items", "2 3 4 5", "country must be a two-letter ISO code for a US state."),
    ("items", "2 3 4", "country must be a two-letter ISO code of a country."),
    ("items", "2 3 4 5 8", "file_name must have the extension .pdf."),
    ("items", "1 4 5", "Flag isbns with no valid ISBN check digit."),
    ("items", "5", "Flag items whose title has spaces at either end."),
    ("items", "1", "Flag items with +49 in front of the phone."),
    ("items", "5", "Flag items with spaces around the title."),
    ("items", "1 2 4 5 11 14", "Flag mails with '@'."),
    ("items", "3", "Flag mails without any '@' sign."),
    ("items", "5", "Flag titles with blanks at the end or at the beginning."),
    ("items", "2 3 4", "made_on must be an ISO date, i.e. YYYY-MM-DD."),
    ("items", "2 3 4", "made_on must be entered as YYYY-MM-DD."),
    ("items", "2 3 4", "made_on must be in layout YYYY-MM-DD."),
    ("items", "1 3 4 5", "made_on must be written in DD.MM.YYYY format."),
    ("items", "2 3 4", "made_on must be written YYYY-MM-DD with the year in four digits."),
    ("items", "1 2 3 5", "made_on must be written YYYYMMDD without separators."),
    ("items", "2 3 4", "made_on written as YYYY-MM-DD"),
    ("items", "1 3 4 5", "made_on: in the form DD.MM.YYYY"),
    ("items", "3 11 14", "mail - a valid email address"),
    ("items", "3 11 14", "mail = valid email address"),
    ("items", "3 4 5 11 14", "mail must be a valid email address in small letters."),
    ("items", "3 11 14", "mail must be a valid email address that ends with '.org'."),
    ("items", "2 3 4 5 11 14", "mail must be an email address and exactly 9 characters long."),
    ("items", "3", "mail must contain exactly one @ with something after it."),
    ("items", "3 11 14", "mail must have a dot after the @."),
    ("items", "3", "mail must have just one @ and text on both sides of it."),
    ("items", "3 11", "mail must have no blanks and just one dot."),
    ("items", "1 2 4 5", "mail must not contain a dot after an @."),
    ("items", "2", "No item may have extra blanks around its remark."),
    ("items", "5", "no trailing spaces are allowed in title"),
    ("items", "1 2 4 5 8", "opens_at must be a time in HH:MM:SS."),
    (
        "items",
        "2 3 4 5 8 9",
        "opens_at must be a time of day written as HH:MM, from 00:00 to 23:59.",
    ),
    ("items", "3 4 5 9", "opens_at must be a time such as 18:30 or 6:30 p.m., without a date."),
    ("items", "2 3 4 5 8 9", "opens_at: HH:MM"),
    ("items", "2 3 4", "payload must be a JSON object with a field 'id' and a number 'id'."),
    ("items", "2 3 4", "payload must be a JSON object with a field 'id' of type number."),
    ("items", "2 3 4", "payload must be a JSON object with keys 'id' and 'name'."),
    ("items", "2 3 4", "payload must contain the keys 'id' and 'name'."),
    ("items", "3 4", "payload must have a key 'id'."),
    ("items", "2 3 4", "payload must hold a valid JSON object with a number 'id'."),
    ("items", "1 2", "payload must not have a key 'id'."),
    ("items", "1 3 4 5", "phone must be 10 digits without spaces or dashes."),
    ("items", "2 3 4 5", "phone must be prefixed with +49."),
    ("items", "2", "remark must be stripped on both sides."),
    ("items", "1", "remark must contain no 3 digits, a blank and 7 digits."),
    ("items", "2", "remark must neither end nor start with blanks."),
    ("items", "7", "remark must not contain any line breaks."),
    ("items", "2 3 4 5", "site must not start with http:// but with https://."),
    ("items", "2 4 5", "state must be 'NY' or 'CA', written exactly like that, in capitals."),
    ("items", "2 4 5", "state must be 'NY' or 'CA'. The case must be right."),
    ("items", "2 4 5", "state must be a two letter postal US state code."),
    ("items", "4", "the code XX in country must not occur."),
    ("items", "3 5 7 8 9 10", "title must be 2 words separated by a single space."),
    ("items", "1 2 4 5 7 8 9 10 11 12", "title must be all capitals."),
    ("items", "1 3 4 5 7 8 9 11 12", "title must be in all lower case."),
    ("items", "2 3 9 10 11", "title must be in title case."),
    ("items", "5", "title must be without double blanks."),
    ("items", "12", "title must contain no numbers."),
    ("items", "9", "title must contain no replacement characters."),
    ("items", "7", "title must have 2 or fewer words."),
    ("items", "1 2 3 4 5 7 10", "title must have a capital first letter and the rest small."),
    ("items", "5", "title must have no blanks at either end."),
    ("items", "3", "title must not be all capitals."),
    ("cells", "3", "Flag cells where the first number of ip is above 223."),
    ("cells", "2", "Flag mails with nothing before the @."),
    ("cells", "4", "If net is > 0, tip must be < 3."),
    (
        "cells",
        "5",
        "If the first two digits of serial are between 10 and 12, net must be positive.",
    ),
    ("cells", "3", "If the number before the first dot of ip is above 223, net must be positive."),
    ("cells", "3", "ip must have a first number below 224."),
    ("cells", "2", "ip must not end with a number above 250."),
    ("cells", "4", "net and tip are not all equal."),
    ("cells", "2 3 5", "net must be positive. tax and tip too."),
    ("cells", "1 2 4 5", "net must equal tip plus tax. Ignore rows where one of them is empty."),
    ("cells", "2 5", "refunded is optional, but it must be at most total."),
    ("cells", "4", "serial must be 8 characters and the third one not a letter."),
    ("cells", "3", "serial: first two characters are between 10 and 50."),
    ("cells", "3", "share is in percent, between 0 and 100."),
    ("cells", "4", "share must be 1 decimal at most."),
    ("cells", "1 4", "share must be given in full euros."),
    ("cells", "4", "share must be given with 1 decimal."),
    ("cells", "1 4", "share must be whole euros only."),
    ("cells", "2 5", "The amount refunded must not exceed the total."),
    (
        "cells",
        "2 3 4",
        "The first group of serial must not be '99', the second not '60' and the third not '07'.",
    ),
    ("cells", "2 3 4 5", "The number at the end of tag must be 12."),
    ("cells", "3 4 5", "total must be a number of 2 digits."),
    ("codes", "c", "address must be a valid URL ending in '.org'."),
    ("codes", "d", "address must be a web address beginning with http:// or https://."),
    ("codes", "b c", "dayname must be the weekday name of day, in capital letters."),
    ("codes", "a", "Flag codes where the second group of grp starts with 'x'."),
    ("codes", "b", "pin: all 4 digits different."),
    ("orders", "1 2", "All customer_id's orders must be in the same currency."),
    ("orders", "2 3", "At least 2 pieces per order."),
    ("orders", "3", "No order may have 0 pieces. Tell me any that has."),
    ("orders", "2", "placed_on must not be after the order was shipped."),
    ("orders customers", "3", "Flag orders paid by a customer not on our list."),
    ("orders customers", "3", "No order may point to an undefined customer."),
]

DECLINED = [
    ("items", "mail must be valid."),
    ("cells", "The second group of mail must be at most 50."),
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
