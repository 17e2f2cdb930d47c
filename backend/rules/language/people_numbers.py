"""Numbers that states give to people, with their check digits.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import datetime as dt
import re

from backend.rules.language.identifiers import is_gs1, is_luhn, weighted

# Verhoeff's check digit ----------------------------------------------------------------------

VERHOEFF_PRODUCT = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
VERHOEFF_TURN = "1576283094"


def is_verhoeff(text: str) -> bool:
    """Digits, the last of which is their check digit (Verhoeff, 1969): in the group D5."""
    if not re.fullmatch("(?!0+$)[0-9]{2,}", text):
        return False
    total = 0
    for place, digit in enumerate(map(int, reversed(text))):
        for _ in range(place % 8):
            digit = int(VERHOEFF_TURN[digit])
        total = int(VERHOEFF_PRODUCT[total][digit])
    return total == 0


# Health and social insurance -----------------------------------------------------------------


def is_nhs_number(text: str) -> bool:
    """A patient of the NHS: ten digits, 3-3-4 or in one piece, check digit mod 11 (ISB 0149)."""
    if not re.fullmatch(r"[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{4}", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    return any(digits) and weighted(digits, range(10, 0, -1)) % 11 == 0


def is_nino(text: str) -> bool:
    """A UK national insurance number: two capitals, six digits, A to D (HMRC, NIM39110)."""
    if not re.fullmatch("[A-Z]{2}([0-9]{6}| [0-9]{2} [0-9]{2} [0-9]{2} )[A-D]", text):
        return False
    has_letters = re.match("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]", text) is not None
    return has_letters and text[:2] not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


def is_canadian_sin(text: str) -> bool:
    """A Canadian social insurance number: nine digits, not 0 or 8 first, a Luhn check digit."""
    has_form = re.fullmatch(r"[1-79][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{3}", text)
    return has_form is not None and is_luhn(re.sub("[ -]", "", text))


def is_ahv_number(text: str) -> bool:
    """A Swiss AHV number: 756, nine digits, the check digit of EAN-13, with all dots or none."""
    has_form = re.fullmatch(r"756(\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}|[0-9]{10})", text)
    return has_form is not None and is_gs1(text.replace(".", ""))


# Tax and civil numbers -----------------------------------------------------------------------


def is_aadhaar(text: str) -> bool:
    """An Aadhaar number: twelve digits, 2 to 9 first, no palindrome, Verhoeff digit (UIDAI)."""
    has_form = re.fullmatch(r"[2-9][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}", text)
    digits = re.sub("[ -]", "", text)
    return has_form is not None and digits != digits[::-1] and is_verhoeff(digits)


def is_bsn(text: str) -> bool:
    """A Dutch citizen service number: nine digits, of which 9 to 2 and -1 times sum to mod 11."""
    if not re.fullmatch("(?!0+$)[0-9]{9}", text):
        return False
    return weighted([*map(int, text)], (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def is_cpf(text: str) -> bool:
    """A Brazilian CPF: nine digits and two check digits mod 11, with all marks or none.

    One digit eleven times passes the check and is given to nobody.
    """
    if not re.fullmatch(r"[0-9]{11}|[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    first = weighted(digits[:9], range(10, 1, -1)) * 10 % 11 % 10
    second = weighted(digits[:10], range(11, 1, -1)) * 10 % 11 % 10
    return digits[9:] == [first, second] and len(set(digits)) > 1


DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def is_dni(text: str) -> bool:
    """A Spanish DNI: eight digits and the letter of their rest mod 23, a hyphen between or not."""
    if not re.fullmatch("(?!0{8})[0-9]{8}-?[A-Z]", text):
        return False
    return DNI_LETTERS[int(text[:8]) % 23] == text[-1]


def is_nie(text: str) -> bool:
    """A Spanish NIE: X, Y or Z for 0, 1 or 2, seven digits, the letter of a DNI."""
    if not re.fullmatch("[XYZ]-?[0-9]{7}-?[A-Z]", text):
        return False
    number = int(f"{'XYZ'.index(text[0])}{text.replace('-', '')[1:8]}")
    return DNI_LETTERS[number % 23] == text[-1]


def is_pesel(text: str) -> bool:
    """A Polish PESEL: a day of birth, four digits, a check digit mod 10 (1-3-7-9)."""
    if not re.fullmatch("[0-9]{11}", text):
        return False
    century = (1900, 2000, 2100, 2200, 1800)[int(text[2:4]) // 20]
    try:
        dt.date(century + int(text[:2]), int(text[2:4]) % 20, int(text[4:6]))
    except ValueError:
        return False
    return weighted([*map(int, text)], (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def is_mod_11_10(text: str) -> bool:
    """Digits, the last of which is their check digit (ISO 7064, mod 11,10)."""
    rest = 10
    for digit in map(int, text[:-1]):
        rest = ((rest + digit) % 10 or 10) * 2 % 11
    return (rest + int(text[-1])) % 10 == 1


def is_german_tax_id(text: str) -> bool:
    """A German tax id: eleven digits, a check digit mod 11,10 (Section 139b AO, ITZBund).

    Among the first ten one digit stands two or three times, and no other twice.
    """
    if not re.fullmatch(r"[1-9][0-9]( ?)[0-9]{3}\1[0-9]{3}\1[0-9]{3}", text):
        return False
    digits = text.replace(" ", "")
    counts = sorted(digits[:10].count(digit) for digit in set(digits[:10]))
    return counts[-1] in (2, 3) and counts[-2] == 1 and is_mod_11_10(digits)


FISCAL_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25,
              24, 23)  # fmt: skip
FISCAL_DIGITS = str.maketrans("LMNPQRSTUV", "0123456789")


def is_italian_fiscal_code(text: str) -> bool:
    """A person's fiscal code in Italy: letters, a day of birth, a place, a check letter (DM 1976).

    Letters may stand for digits, as they do where two people would have the same code; women
    have 40 added to the day.
    """
    digit = "[0-9LMNPQRSTUV]"
    shape = f"[A-Z]{{6}}{digit}{{2}}[ABCDEHLMPRST]{digit}{{2}}[A-Z]{digit}{{3}}[A-Z]"
    if not re.fullmatch(shape, text):
        return False
    year, day = (int(text[at : at + 2].translate(FISCAL_DIGITS)) for at in (6, 9))
    century, month = 1900 if year >= 20 else 2000, "ABCDEHLMPRST".index(text[8]) + 1
    try:
        dt.date(century + year, month, day % 40 if day < 80 else 0)
    except ValueError:
        return False
    values = [int(char) if char.isdigit() else ord(char) - 65 for char in text]
    total = sum(FISCAL_ODD[value] for value in values[0:15:2]) + sum(values[1:15:2])
    return total % 26 == values[15]


def is_australian_tfn(text: str) -> bool:
    """An Australian tax file number of nine digits: their weighted sum is 0 mod 11 (ATO)."""
    if not re.fullmatch("[0-9]{9}|[0-9]{3} [0-9]{3} [0-9]{3}", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    return any(digits) and weighted(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0
