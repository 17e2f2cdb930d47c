"""Numbers and codes with check digits, as their standards define them.

Rules of this file: a function here is copied into programs together with what it names, so each
uses built-ins and ``re`` alone, takes one text and gives a bool. None asks whether the thing
exists. Rows of nothing but zeros pass many check digits and are no identifier; they are refused.
"""

from __future__ import annotations

import re


def ungrouped(text: str) -> str:
    """The text without the single blanks or hyphens between its groups of capitals and digits."""
    is_grouped = re.fullmatch("[0-9A-Z]+([ -][0-9A-Z]+)*", text)
    return re.sub("[ -]", "", text) if is_grouped else text


def as_digits(text: str) -> str:
    """Letters as the numbers 10 to 35, digits as they are (ISO 7064, ISO 6166)."""
    return "".join(str(int(char, 36)) for char in text)


def weighted(values: list[int], weights: range | tuple[int, ...]) -> int:
    """The sum of values times weights."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


# Check digits --------------------------------------------------------------------------------


def is_luhn(text: str) -> bool:
    """Digits, the last of which is their Luhn check digit (ISO/IEC 7812-1, annex B)."""
    if not re.fullmatch("(?!0+$)[0-9]{2,}", text):
        return False
    doubled = "".join(str(2 * int(digit)) for digit in text[-2::-2])
    return sum(map(int, text[::-2] + doubled)) % 10 == 0


def is_gs1(text: str) -> bool:
    """Digits, the last of which is their GS1 check digit (GS1 General Specifications, 7.9)."""
    if not re.fullmatch("(?!0+$)[0-9]{2,}", text):
        return False
    return (sum(map(int, text[::-2])) + 3 * sum(map(int, text[-2::-2]))) % 10 == 0


# Money and securities ------------------------------------------------------------------------


def is_payment_card(text: str) -> bool:
    """A payment card number: 12 to 19 digits, not 0 first, Luhn check digit (ISO/IEC 7812-1)."""
    digits = ungrouped(text)
    return re.fullmatch("[1-9][0-9]{11,18}", digits) is not None and is_luhn(digits)


IBAN_LENGTHS = (  # country and length, from SWIFT's IBAN registry (ISO 13616-2)
    " AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 "
)


def is_iban(text: str) -> bool:
    """An IBAN in one piece or in groups of four: its country's length, mod 97 (ISO 13616-1)."""
    if re.fullmatch("([0-9A-Z]{4} )+[0-9A-Z]{1,4}", text):
        text = text.replace(" ", "")
    if not re.fullmatch("[A-Z]{2}(?!00|01|99)[0-9]{2}[0-9A-Z]+", text):
        return False
    has_length = f" {text[:2]}{len(text)} " in IBAN_LENGTHS
    return has_length and int(as_digits(text[4:] + text[:4])) % 97 == 1


def is_lei(text: str) -> bool:
    """A legal entity identifier: 18 characters and two check digits, mod 97 (ISO 17442-1)."""
    has_form = re.fullmatch("[0-9A-Z]{18}(?!00|01|99)[0-9]{2}", text)
    return has_form is not None and int(as_digits(text)) % 97 == 1


def is_isin(text: str) -> bool:
    """An ISIN: two letters, nine letters or digits, a Luhn check digit (ISO 6166)."""
    has_form = re.fullmatch("[A-Z]{2}[0-9A-Z]{9}[0-9]", text)
    return has_form is not None and is_luhn(as_digits(text))


def is_cusip(text: str) -> bool:
    """A CUSIP: eight characters and a check digit (ANSI X9.6)."""
    if not re.fullmatch("(?!0+$)[0-9A-Z*@#]{8}[0-9]", text):
        return False
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#".index(char) for char in text]
    doubled = [value * (1 + place % 2) for place, value in enumerate(values[:8])]
    return (sum(value // 10 + value % 10 for value in doubled) + values[8]) % 10 == 0


def is_sedol(text: str) -> bool:
    """A SEDOL: six digits or consonants and a check digit (London Stock Exchange)."""
    if not re.fullmatch("(?!0+$)[0-9BCDFGHJ-NP-TV-Z]{6}[0-9]", text):
        return False
    values = [int(char, 36) for char in text]
    weights = (1, 3, 1, 7, 3, 9, 1)
    return weighted(values, weights) % 10 == 0


def is_routing_number(text: str) -> bool:
    """A US routing number: a Federal Reserve prefix, six digits, a check digit (ABA, 3-7-1)."""
    if not re.fullmatch("(0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)(?!0{7})[0-9]{7}", text):
        return False
    thirds = [sum(map(int, text[start::3])) for start in range(3)]
    return (3 * thirds[0] + 7 * thirds[1] + thirds[2]) % 10 == 0


# Goods and devices ---------------------------------------------------------------------------


def is_gtin(text: str) -> bool:
    """A GTIN of 8, 12, 13 or 14 digits with its check digit (GS1 General Specifications)."""
    return len(text) in (8, 12, 13, 14) and is_gs1(text)


def is_ean(text: str) -> bool:
    """An EAN of 8 or 13 digits with its check digit (GS1 General Specifications)."""
    return len(text) in (8, 13) and is_gs1(text)


def is_ean_8(text: str) -> bool:
    """An EAN-8 (GTIN-8) with its check digit (GS1 General Specifications)."""
    return len(text) == 8 and is_gs1(text)


def is_ean_13(text: str) -> bool:
    """An EAN-13 (GTIN-13) with its check digit (GS1 General Specifications)."""
    return len(text) == 13 and is_gs1(text)


def is_gtin_14(text: str) -> bool:
    """A GTIN-14 with its check digit (GS1 General Specifications)."""
    return len(text) == 14 and is_gs1(text)


def is_upc(text: str) -> bool:
    """A UPC-A (GTIN-12) with its check digit (GS1 General Specifications)."""
    return len(text) == 12 and is_gs1(text)


def is_imei(text: str) -> bool:
    """An IMEI: 15 digits, the last a Luhn check digit (3GPP TS 23.003, 6.2.1)."""
    digits = ungrouped(text)
    return len(digits) == 15 and is_luhn(digits)


VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "12345678123457923456789"), strict=True))
VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def is_vin(text: str) -> bool:
    """A VIN: 17 capitals or digits without I, O, Q (ISO 3779), check digit of 49 CFR 565.15."""
    if not re.fullmatch("(?!0+$)[0-9A-HJ-NPR-Z]{8}[0-9X][0-9A-HJ-NPR-Z]{8}", text):
        return False
    values = [int(char) if char.isdigit() else VIN_VALUES[char] for char in text]
    return "0123456789X"[weighted(values, VIN_WEIGHTS) % 11] == text[8]


# Publications and people ---------------------------------------------------------------------


def is_isbn_10(text: str) -> bool:
    """An ISBN of ten, with or without blanks or hyphens, check digit mod 11 (ISO 2108:1992)."""
    digits = ungrouped(text)
    if not re.fullmatch("(?!0+$)[0-9]{9}[0-9X]", digits):
        return False
    values = [10 if char == "X" else int(char) for char in digits]
    return weighted(values, range(10, 0, -1)) % 11 == 0


def is_isbn_13(text: str) -> bool:
    """An ISBN of thirteen, with or without blanks or hyphens, 978 or 979 first (ISO 2108)."""
    digits = ungrouped(text)
    return re.fullmatch("97[89][0-9]{10}", digits) is not None and is_gs1(digits)


def is_isbn(text: str) -> bool:
    """An ISBN of ten or of thirteen digits (ISO 2108)."""
    return is_isbn_10(text) or is_isbn_13(text)


def is_issn(text: str) -> bool:
    """An ISSN with or without its hyphen: seven digits and a check digit mod 11 (ISO 3297)."""
    if not re.fullmatch("(?!0000-?0000)[0-9]{4}-?[0-9]{3}[0-9X]", text):
        return False
    values = [10 if char == "X" else int(char) for char in text.replace("-", "")]
    return weighted(values, range(8, 0, -1)) % 11 == 0


def is_ismn(text: str) -> bool:
    """An ISMN of thirteen digits, 979-0 first (ISO 10957)."""
    digits = ungrouped(text)
    return re.fullmatch("9790[0-9]{9}", digits) is not None and is_gs1(digits)


def is_orcid(text: str) -> bool:
    """An ORCID iD, bare or as an https address: 16 digits, check digit mod 11-2 (ISO 7064)."""
    text = text.removeprefix("https://orcid.org/")
    if not re.fullmatch("([0-9]{4}-){3}[0-9]{3}[0-9X]", text):
        return False
    total = 0
    for digit in text[:-1].replace("-", ""):
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == text[-1]


def is_arxiv_id(text: str) -> bool:
    """An arXiv identifier: YYMM.number since April 2007, archive/YYMMnnn before."""
    text = re.sub("^arxiv:", "", text, flags=re.IGNORECASE)
    month = "[0-9]{2}(0[1-9]|1[0-2])"
    old = rf"[a-z]+(-[a-z]+)*(\.[A-Z]{{2}})?/{month}[0-9]{{3}}"
    new = rf"(?!1[5-9]|[2-9]){month}\.[0-9]{{4}}|(?=1[5-9]|[2-9]){month}\.[0-9]{{5}}"
    is_early = re.match("0[0-6]|070[1-3]", text) is not None
    return re.fullmatch(f"({old}|{new})(v[1-9][0-9]*)?", text) is not None and not is_early


def is_ssn(text: str) -> bool:
    """A US social security number that can have been issued (SSA, POMS RM 10201.035)."""
    if re.sub("[ -]", "", text) in ("078051120", "219099999"):  # printed in advertisements
        return False
    has_form = re.fullmatch(r"(?!000|666|9)[0-9]{3}([ -]?)(?!00)[0-9]{2}\1(?!0000)[0-9]{4}", text)
    return has_form is not None


def is_npi(text: str) -> bool:
    """A US National Provider Identifier: ten digits, Luhn after 80840 (45 CFR 162.406)."""
    return re.fullmatch("[12][0-9]{9}", text) is not None and is_luhn(f"80840{text}")
