"""VAT numbers of the European Union with their check digits.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. Each takes the number behind its country's letters, in the shape that `EU_VAT` has for the
country. The sums are those of VIES' published algorithms, as python-stdnum has them; numbers that
a state also gives to persons count where that state takes them for VAT.
"""

from __future__ import annotations

import re
from datetime import date

from backend.rules.language.company_numbers import (
    is_austrian_vat,
    is_belgian_vat,
    is_british_vat,
    is_dutch_vat,
    is_french_vat,
    is_german_vat,
    is_italian_vat,
    is_polish_vat,
    is_spanish_vat,
)
from backend.rules.language.identifiers import is_luhn, weighted
from backend.rules.language.people_numbers import is_mod_11_10
from backend.rules.language.places import EU_VAT

VAT_SUMS: dict[str, tuple[tuple[int, ...], int]] = {
    "DK": ((2, 7, 6, 5, 4, 3, 2, 1), 11),
    "EE": ((3, 7, 1, 3, 7, 1, 3, 7, 1), 10),
    "FI": ((7, 9, 10, 5, 8, 4, 2, 1), 11),
    "HU": ((9, 7, 3, 1, 9, 7, 3, 1), 10),
    "MT": ((3, 4, 6, 7, 8, 9, 10, 1), 37),
}
"""Weights of all digits, and what divides their sum."""
VAT_CHECKS: dict[str, tuple[int, ...]] = {
    "EL": (256, 128, 64, 32, 16, 8, 4, 2),
    "PT": (-9, -8, -7, -6, -5, -4, -3, -2),
    "RO": (70, 50, 30, 20, 10, 70, 50, 30, 20),
}
"""Weights of all digits but the last, which is their sum mod 11, mod 10."""
VAT_STARTS = {"DK": "[1-9]", "MT": "[1-9]", "PT": "[1-9]", "RO": "[1-9]", "SI": "[1-9]"}


def is_eu_vat_number(text: str) -> bool:
    """An EU VAT number: its country's letters and shape, and its check digits (VIES)."""
    country, number = text[:2], text[2:]
    if country not in EU_VAT or re.fullmatch(EU_VAT[country], number) is None:
        return False
    if country in VAT_WITH_LETTERS:
        return VAT_WITH_LETTERS[country](text)
    if not re.match(VAT_STARTS.get(country, "(?!0+$)"), number):
        return False
    if country in VAT_SUMS:
        weights, divisor = VAT_SUMS[country]
        return weighted([*map(int, number)], weights) % divisor == 0
    if country in VAT_CHECKS:
        return has_vat_check(number, VAT_CHECKS[country])
    return VAT_TESTS[country](number)


def has_vat_check(number: str, weights: tuple[int, ...]) -> bool:
    """Whether the last digit is the weighted sum of the others mod 11, mod 10."""
    values = [*map(int, number[:-1].zfill(len(weights)))]
    return weighted(values, weights) % 11 % 10 == int(number[-1])


def is_northern_irish_vat(text: str) -> bool:
    """A number of Northern Ireland: XI and the number of a British trader."""
    return is_british_vat(f"GB{text[2:]}")


def is_birthday(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_bulgarian_vat(number: str) -> bool:
    """Nine digits of a company; ten of a person, a foreigner or another."""
    digits = [*map(int, number)]
    if len(digits) == 9:
        check = weighted(digits[:8], range(1, 9)) % 11
        check = weighted(digits[:8], range(3, 11)) % 11 if check == 10 else check
        return check % 10 == digits[8]
    turn, month = (2000, -40) if int(number[2:4]) > 40 else (1900, 0)
    turn, month = (1800, -20) if 20 < int(number[2:4]) <= 40 else (turn, month)
    is_day = is_birthday(turn + int(number[:2]), int(number[2:4]) + month, int(number[4:6]))
    person = weighted(digits[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10
    foreigner = weighted(digits[:9], (21, 19, 17, 13, 11, 9, 7, 3, 1)) % 10
    other = -weighted(digits[:9], (4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return digits[9] in (foreigner, other) or (is_day and person == digits[9])


def is_cypriot_vat(number: str) -> bool:
    """Eight digits, not 12 first, and a letter."""
    odd = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
    total = sum(odd[int(char)] for char in number[:8:2]) + sum(map(int, number[1:8:2]))
    return number[:2] != "12" and ord(number[8]) - 65 == total % 26


def is_czech_birth_number(number: str) -> bool:
    """A Czech or Slovak birth number: a birthday, and a check digit from 1954 on."""
    year = 1900 + int(number[:2])
    if len(number) == 9:
        year -= 100 if year >= 1980 else 0
        if year > 1953:
            return False
    elif year < 1954:
        year += 100
    is_checked = len(number) == 9 or int(number[:9]) % 11 % 10 == int(number[9])
    return is_checked and is_birthday(year, int(number[2:4]) % 50 % 20, int(number[4:6]))


def is_czech_vat(number: str) -> bool:
    """Eight digits of a company, nine from 6 on of a special case, or a birth number."""
    digits = [*map(int, number)]
    if len(digits) == 8:
        check = -weighted(digits[:7], range(8, 1, -1)) % 11
        return digits[0] != 9 and (check or 1) % 10 == digits[7]
    if len(digits) == 9 and digits[0] == 6:
        check = weighted(digits[1:8], range(8, 1, -1)) % 11
        return (8 - (10 - check) % 11) % 10 == digits[8]
    return is_czech_birth_number(number)


def is_slovak_vat(number: str) -> bool:
    """A multiple of 11 whose third digit is one of some, or a birth number."""
    has_form = number[0] != "0" and number[2] in "234789"
    return (has_form and int(number) % 11 == 0) or is_czech_birth_number(number)


def is_irish_vat(number: str) -> bool:
    """Seven digits and a letter, or one more; in old ones a letter or sign stands second."""
    letters = "WABCDEFGHIJKLMNOPQRSTUV"
    plain, check, more = number[:7], number[7], number[8:]
    if not plain.isdigit():
        plain, more = f"0{number[2:7]}{number[0]}", ""
    total = weighted([*map(int, plain)], range(8, 1, -1)) + 9 * max(letters.find(more), 0)
    return (more in letters) and letters[total % 23] == check


def is_lithuanian_vat(number: str) -> bool:
    """Nine digits of a company or twelve of others, the last but one a 1."""
    digits = [*map(int, number)]
    checks = [
        sum((1 + (place + more) % 9) * digit for place, digit in enumerate(digits[:-1])) % 11
        for more in (0, 2)
    ]
    check = checks[1] if checks[0] == 10 else checks[0]
    return number[-2] == "1" and check % 10 == digits[-1]


def is_latvian_vat(number: str) -> bool:
    """Eleven digits of a company, from 4 on, or of a person."""
    digits = [*map(int, number)]
    if digits[0] > 3:
        return weighted(digits, (9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)) % 11 == 3
    year = 1800 + digits[6] * 100 + int(number[4:6])
    is_person = number[:2] == "32" or is_birthday(year, int(number[2:4]), int(number[:2]))
    check = 1 + weighted(digits[:10], (10, 5, 8, 4, 2, 1, 6, 3, 7, 9))
    return is_person and check % 11 % 10 == digits[10]


def is_luxembourgish_vat(number: str) -> bool:
    """Six digits and what is left of them by 89."""
    return int(number[:6]) % 89 == int(number[6:])


def is_swedish_vat(number: str) -> bool:
    """An organisation's number and 01."""
    return is_luhn(number[:10])


def is_slovenian_vat(number: str) -> bool:
    """Eight digits, the last by the sum of the others mod 11, which may not be 0."""
    check = 11 - weighted([*map(int, number[:7])], range(8, 1, -1)) % 11
    return check % 10 == int(number[7]) and check != 11


VAT_WITH_LETTERS = {
    "AT": is_austrian_vat, "BE": is_belgian_vat, "DE": is_german_vat, "ES": is_spanish_vat,
    "FR": is_french_vat, "IT": is_italian_vat, "NL": is_dutch_vat, "PL": is_polish_vat,
    "XI": is_northern_irish_vat,
}  # fmt: skip
VAT_TESTS = {
    "BG": is_bulgarian_vat, "CY": is_cypriot_vat, "CZ": is_czech_vat, "HR": is_mod_11_10,
    "IE": is_irish_vat, "LT": is_lithuanian_vat, "LU": is_luxembourgish_vat,
    "LV": is_latvian_vat, "SE": is_swedish_vat, "SI": is_slovenian_vat, "SK": is_slovak_vat,
}  # fmt: skip
