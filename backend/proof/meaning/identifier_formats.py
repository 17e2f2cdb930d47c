"""Identifiers with check digits, judged by python-stdnum.

Spelling is told here: stdnum takes separators and small letters off before it looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from stdnum import cusip, ean, iban, imei, isbn, isin, ismn, issn, lei, luhn, numdb
from stdnum.gb import sedol
from stdnum.iso7064 import mod_11_2
from stdnum.us import rtn, ssn

from backend.proof.meaning.spelled import CAPITALS, DIGITS, is_digits, is_made_of, without

_CODE = CAPITALS | DIGITS


def _plain(text: str) -> str:
    """Capitals and digits without single blanks or hyphens between them; else nothing."""
    found = without(text, " -")
    return found if found and is_made_of(found, _CODE) else ""


def _has_value(digits: str) -> bool:
    return bool(digits.strip("0"))


def _is_luhn(text: str) -> bool:
    return is_digits(text) and len(text) > 1 and _has_value(text) and luhn.is_valid(text)


def _is_card(text: str) -> bool:
    digits = _plain(text)
    return is_digits(digits, *range(12, 20)) and digits[0] != "0" and luhn.is_valid(digits)


def _is_iban(text: str) -> bool:
    """Length and check digits by stdnum; which characters a country's banks use is not asked."""
    groups = text.split(" ")
    in_fours = all(len(group) == 4 for group in groups[:-1]) and 1 <= len(groups[-1]) <= 4
    plain = "".join(groups)
    has_form = is_made_of(plain, _CODE) and (len(groups) == 1 or in_fours)
    if not has_form or not is_digits(plain[2:4], 2) or plain[2:4] in ("00", "01", "99"):
        return False
    return len(plain) == _iban_length(plain) and iban.calc_check_digits(plain) == plain[2:4]


def _iban_length(plain: str) -> int:
    """Of a country's IBAN; 0 of a country that has none."""
    facts = numdb.get("iban").info(f"{plain[:2]}00")[0][1]
    return 4 + sum(map(int, re.findall("[0-9]+", facts["bban"]))) if "bban" in facts else 0


def _is_lei(text: str) -> bool:
    has_form = is_made_of(text, _CODE) and is_digits(text[18:], 2)
    return has_form and text[18:] not in ("00", "01", "99") and lei.is_valid(text)


def _is_isin(text: str) -> bool:
    """The letters before it may be any two: funds and unions have them too."""
    has_form = len(text) == 12 and is_made_of(text[:2], CAPITALS) and is_made_of(text, _CODE)
    return has_form and is_digits(text[-1]) and isin.calc_check_digit(text[:-1]) == text[-1]


def _is_cusip(text: str) -> bool:
    is_spelled = is_made_of(text, _CODE | set("*@#")) and is_digits(text[-1:])
    return is_spelled and _has_value(text) and cusip.is_valid(text)


def _is_sedol(text: str) -> bool:
    is_spelled = is_made_of(text, _CODE - set("AEIOU")) and len(text) == 7 and is_digits(text[-1])
    return is_spelled and _has_value(text) and sedol.calc_check_digit(text[:-1]) == text[-1]


def _is_routing(text: str) -> bool:
    is_spelled = is_digits(text, 9) and _has_value(text[2:])
    return is_spelled and rtn.is_valid(text) and _is_reserve_prefix(int(text[:2]))


def _is_reserve_prefix(prefix: int) -> bool:
    ranges = ((0, 12), (21, 32), (61, 72), (80, 80))
    return any(low <= prefix <= high for low, high in ranges)


def _is_gtin(*lengths: int) -> Callable[[str], bool]:
    """By the check digit of EAN, which is the same at any length."""

    def judge(text: str) -> bool:
        return (
            is_digits(text, *lengths)
            and _has_value(text)
            and (ean.calc_check_digit(text[:-1]) == text[-1])
        )

    return judge


def _is_imei(text: str) -> bool:
    digits = _plain(text)
    return is_digits(digits, 15) and _has_value(digits) and imei.is_valid(digits)


def _is_isbn(*lengths: int) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        plain = _plain(text)
        is_spelled = len(plain) in lengths and _has_value(plain)
        return is_spelled and isbn.is_valid(plain) and plain[:3] != "000" * (len(plain) == 13)

    return judge


def _is_issn(text: str) -> bool:
    plain = text[:4] + text[5:] if text[4:5] == "-" else text
    is_spelled = is_made_of(plain, DIGITS | {"X"}) and len(plain) == 8 and "-" not in plain
    return is_spelled and _has_value(plain) and issn.is_valid(plain)


def _is_ismn(text: str) -> bool:
    plain = _plain(text)
    return is_digits(plain, 13) and ismn.is_valid(plain)


def _is_orcid(text: str) -> bool:
    groups = text.removeprefix("https://orcid.org/").split("-")
    plain = "".join(groups)
    has_form = len(groups) == 4 and all(len(group) == 4 for group in groups)
    return has_form and is_digits(plain[:-1]) and mod_11_2.is_valid(plain)


def _is_ssn(text: str) -> bool:
    for separator in ("-", " "):
        parts = text.split(separator)
        if len(parts) == 3 and [len(part) for part in parts] == [3, 2, 4]:
            text = "".join(parts)
    return is_digits(text, 9) and ssn.is_valid(text)


def _is_npi(text: str) -> bool:
    return is_digits(text, 10) and text[0] in "12" and luhn.is_valid(f"80840{text}")


IDENTIFIERS: dict[str, Callable[[str], bool]] = {
    "payment_card": _is_card, "luhn": _is_luhn, "iban": _is_iban, "lei": _is_lei,
    "isin": _is_isin, "cusip": _is_cusip, "sedol": _is_sedol, "routing_number": _is_routing,
    "gtin": _is_gtin(8, 12, 13, 14), "ean": _is_gtin(8, 13), "ean_8": _is_gtin(8),
    "ean_13": _is_gtin(13), "gtin_14": _is_gtin(14), "upc": _is_gtin(12), "imei": _is_imei,
    "isbn": _is_isbn(10, 13), "isbn_10": _is_isbn(10), "isbn_13": _is_isbn(13),
    "issn": _is_issn, "ismn": _is_ismn, "orcid": _is_orcid, "ssn": _is_ssn, "npi": _is_npi,
}  # fmt: skip
