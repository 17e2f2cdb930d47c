"""Numbers of goods, devices, works and papers of trade, with their check digits.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import re

from backend.rules.language.identifiers import as_digits, is_gs1, is_luhn, is_orcid, ungrouped

# Parties and goods ---------------------------------------------------------------------------


def is_gln(text: str) -> bool:
    """A global location number: 13 digits (GS1 General Specifications)."""
    return len(text) == 13 and is_gs1(text)


def is_sscc(text: str) -> bool:
    """A serial shipping container code: 18 digits (GS1 General Specifications)."""
    return len(text) == 18 and is_gs1(text)


CONTAINER_VALUES = {char: int(char) for char in "0123456789"} | dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [n for n in range(10, 39) if n % 11], strict=True)
)


def is_container_number(text: str) -> bool:
    """A freight container: owner, U, J or Z, six digits, a check digit mod 11 (ISO 6346)."""
    text = re.sub("^([A-Z]{4}) ([0-9]{6}) ?([0-9])$", r"\1\2\3", text)
    if not re.fullmatch("[A-Z]{3}[UJZ][0-9]{7}", text):
        return False
    total: int = sum(CONTAINER_VALUES[char] * 2**place for place, char in enumerate(text[:10]))
    return total % 11 % 10 == int(text[10])


def is_imo_number(text: str) -> bool:
    """A ship: six digits and a check digit, IMO before them or not (IMO A.1117(30))."""
    digits = re.sub("^IMO ?", "", text)
    if not re.fullmatch("[1-9][0-9]{6}", digits):
        return False
    return sum(int(digits[place]) * (7 - place) for place in range(6)) % 10 == int(digits[6])


def is_figi(text: str) -> bool:
    """A financial instrument: twelve consonants or digits, G third, a check digit (OMG FIGI)."""
    letter = "[B-DF-HJ-NP-TV-Z]"
    shape = f"(?!BS|BM|GG|GB|VG){letter}{{2}}G[0-9B-DF-HJ-NP-TV-Z]{{8}}[0-9]"
    if not re.fullmatch(shape, text):
        return False
    doubled = [str(int(char, 36) * (1 + place % 2)) for place, char in enumerate(text[:11])]
    return (sum(map(int, "".join(doubled))) + int(text[11])) % 10 == 0


def is_creditor_reference(text: str) -> bool:
    """A creditor reference: RF, two check digits mod 97, up to 21 characters (ISO 11649)."""
    if re.fullmatch("([0-9A-Z]{4} )+[0-9A-Z]{1,4}", text):
        text = text.replace(" ", "")
    has_form = re.fullmatch("RF(?!00|01|99)[0-9]{2}[0-9A-Z]{1,21}", text)
    return has_form is not None and int(as_digits(text[4:] + text[:4])) % 97 == 1


# Devices -------------------------------------------------------------------------------------


def is_iccid(text: str) -> bool:
    """A SIM card: 89, 19 or 20 digits in all, the last a Luhn check digit (ITU-T E.118)."""
    digits = ungrouped(text)
    return re.fullmatch("89[0-9]{17,18}", digits) is not None and is_luhn(digits)


def is_meid(text: str) -> bool:
    """A mobile device: 14 hexadecimal digits from A0, or 15 with the check digit (3GPP2 S.R0048).

    The check digit is a Luhn digit to the base 16.
    """
    if not re.fullmatch("[A-F][0-9A-F]{13,14}", text):
        return False
    if len(text) == 14:
        return True
    doubled = [int(char, 16) * (1 + place % 2) for place, char in enumerate(text[:14])]
    return (sum(value // 16 + value % 16 for value in doubled) + int(text[14], 16)) % 16 == 0


# Works ---------------------------------------------------------------------------------------


def is_isni(text: str) -> bool:
    """A name of a party: 16 digits, in fours or not, check digit mod 11-2 (ISO 27729)."""
    if not re.fullmatch("([0-9]{4}( ?)[0-9]{4}\\2[0-9]{4}\\2)[0-9]{3}[0-9X]", text):
        return False
    digits = text.replace(" ", "")
    return is_orcid("-".join(digits[start : start + 4] for start in range(0, 16, 4)))


def is_iswc(text: str) -> bool:
    """A musical work: T, nine digits and a check digit, hyphens and dots or none (ISO 15707)."""
    if not re.fullmatch(r"T-?([0-9]{9}|[0-9]{3}\.[0-9]{3}\.[0-9]{3})-?[0-9]", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    total = 1 + sum(place * digit for place, digit in enumerate(digits[:9], start=1))
    return (total + digits[9]) % 10 == 0


def is_mod_37_36(text: str) -> bool:
    """Capitals and digits, the last of which is their check character (ISO 7064, mod 37-36)."""
    rest = 36
    for char in text[:-1]:
        rest = ((rest + int(char, 36)) % 36 or 36) * 2 % 37
    return (rest + int(text[-1], 36)) % 36 == 1


def is_isan(text: str) -> bool:
    """An audiovisual work: 16 hexadecimal digits, 8 of a version or not (ISO 15706-1, 15706-2).

    A check character follows the first sixteen, and one the version; hyphens all or none.
    """
    text = re.sub("^ISAN ", "", text)
    grouped = "([0-9A-F]{4}-){4}[0-9A-Z](-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?"
    if not re.fullmatch(f"{grouped}|[0-9A-F]{{16}}[0-9A-Z]([0-9A-F]{{8}}[0-9A-Z])?", text):
        return False
    plain = text.replace("-", "")
    work, version = plain[:17], plain[17:]
    return is_mod_37_36(work) and (not version or is_mod_37_36(work[:16] + version))
