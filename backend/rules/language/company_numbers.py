"""Numbers that states give to companies and taxpayers, with their check digits.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import re

from backend.rules.language.identifiers import is_luhn, weighted
from backend.rules.language.people_numbers import DNI_LETTERS, is_dni, is_mod_11_10, is_nie

# Companies -----------------------------------------------------------------------------------


def is_abn(text: str) -> bool:
    """An Australian business number: two check digits and nine digits, mod 89 (ABR)."""
    if not re.fullmatch(r"[1-9][0-9]( ?)[0-9]{3}\1[0-9]{3}\1[0-9]{3}", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    return (weighted(digits, weights) - 10) % 89 == 0


def is_acn(text: str) -> bool:
    """An Australian company number: eight digits and a check digit mod 10 (ASIC)."""
    if not re.fullmatch(r"(?!0+$)[0-9]{3}( ?)[0-9]{3}\1[0-9]{3}", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    return any(digits) and weighted(digits, (8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0


def is_siren(text: str) -> bool:
    """A French company: nine digits with a Luhn check digit (INSEE)."""
    has_form = re.fullmatch(r"[0-9]{3}( ?)[0-9]{3}\1[0-9]{3}", text)
    return has_form is not None and is_luhn(text.replace(" ", ""))


def is_siret(text: str) -> bool:
    """A French establishment: a SIREN and five digits, Luhn (INSEE); La Poste sums to fives."""
    if not re.fullmatch("[0-9]{14}|[0-9]{3} [0-9]{3} [0-9]{3} [0-9]{5}", text):
        return False
    digits = text.replace(" ", "")
    if digits.startswith("356000000") and digits != "35600000000048":
        return sum(map(int, digits)) % 5 == 0
    return is_luhn(digits) and is_luhn(digits[:9])


def is_cnpj(text: str) -> bool:
    """A Brazilian CNPJ: twelve digits or, from 2026, capitals, two check digits mod 11."""
    marked = r"[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}/[0-9A-Z]{4}-[0-9]{2}"
    if not re.fullmatch(f"[0-9A-Z]{{12}}[0-9]{{2}}|{marked}", text):
        return False
    plain = re.sub("[./-]", "", text)
    values = [ord(char) - 48 for char in plain]
    weights = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
    first = weighted(values[:12], weights[1:]) * 10 % 11 % 10
    second = weighted(values[:13], weights) * 10 % 11 % 10
    return plain[:12] != "0" * 12 and values[12:] == [first, second]


def is_nip(text: str) -> bool:
    """A Polish tax number: nine digits and a check digit mod 11, in one piece or with hyphens."""
    groups = "[0-9]{3}-([0-9]{3}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{3})"
    digits = text.replace("-", "")
    if not re.fullmatch(f"[0-9]{{10}}|{groups}", text) or not re.fullmatch("[1-9][0-9]{9}", digits):
        return False
    return weighted([*map(int, digits)], (6, 5, 7, 2, 3, 4, 5, 6, 7, -1)) % 11 == 0


def is_gstin(text: str) -> bool:
    """An Indian GSTIN: a state, a PAN, a count, Z, a check character mod 36 (CBIC)."""
    person = "[A-Z]{3}[ABCFGHJKLPT][A-Z](?!0000)[0-9]{4}[A-Z]"
    if not re.fullmatch(f"(0[1-9]|[12][0-9]|3[0-7]){person}[1-9A-Z]Z[0-9A-Z]", text):
        return False
    values = [int(char, 36) * (1 + place % 2) for place, char in enumerate(text[:14])]
    return (sum(value // 36 + value % 36 for value in values) + int(text[14], 36)) % 36 == 0


def is_partita_iva(text: str) -> bool:
    """An Italian VAT number without IT: seven digits, an office, a Luhn check digit."""
    office = "(?!000)(0[0-9]{2}|100|120|121|888|999)"
    return re.fullmatch(f"(?!0{{7}})[0-9]{{7}}{office}[0-9]", text) is not None and is_luhn(text)


def is_swiss_uid(text: str) -> bool:
    """A Swiss company: CHE, eight digits, a check digit mod 11, with all marks or none (FSO)."""
    if not re.fullmatch(r"CHE(-[0-9]{3}\.[0-9]{3}\.[0-9]{3}|[0-9]{9})", text):
        return False
    digits = [int(char) for char in text if char.isdigit()]
    return any(digits) and weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 1)) % 11 == 0


def is_cif(text: str) -> bool:
    """A Spanish company: a letter, seven digits, a Luhn check as a digit or as a letter."""
    if not re.fullmatch("[A-HJNP-SUVW]-?[0-9]{7}-?[0-9A-J]", text):
        return False
    plain = text.replace("-", "")
    check = str("JABCDEFGHI".index(plain[-1])) if plain[-1] in "ABCDEFGHIJ" else plain[-1]
    return is_luhn(f"0{plain[1:8]}{check}")


def is_spanish_nif(text: str) -> bool:
    """A Spanish tax number: a DNI, a NIE, a company's, or K, L, M with the letter of a DNI."""
    if re.fullmatch("[KLM]-?[0-9]{7}-?[A-Z]", text):
        return DNI_LETTERS[int(text.replace("-", "")[1:8]) % 23] == text[-1]
    return is_dni(text) or is_nie(text) or is_cif(text)


# VAT numbers with their country's letters ----------------------------------------------------


def is_german_vat(text: str) -> bool:
    """A German VAT number: DE, nine digits, the last a check digit mod 11,10 (BZSt)."""
    return re.fullmatch("DE[1-9][0-9]{8}", text) is not None and is_mod_11_10(text[2:])


VAT_KEYS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def is_french_vat(text: str) -> bool:
    """A French VAT number: FR, a key of two digits (mod 97) or letters (mod 11), a SIREN (DGFiP).

    Numbers of Monaco have 000 for the first digits and no SIREN.
    """
    if not re.fullmatch("FR[0-9A-HJ-NP-Z]{2}(?!0{9})[0-9]{9}", text):
        return False
    key, number = text[2:4], text[4:]
    if not (number.startswith("000") or is_siren(number)):
        return False
    if key.isdigit():
        return int(f"{number}12") % 97 == int(key)
    first, second = (VAT_KEYS.index(char) for char in key)
    check = first * 24 + second - 10 if key[0].isdigit() else first * 34 + second - 100
    return (int(number) + 1 + check // 11) % 11 == check % 11


def is_italian_vat(text: str) -> bool:
    """An Italian VAT number: IT and a partita IVA."""
    return text[:2] == "IT" and is_partita_iva(text[2:])


def is_spanish_vat(text: str) -> bool:
    """A Spanish VAT number: ES and a NIF in one piece."""
    return text[:2] == "ES" and "-" not in text and is_spanish_nif(text[2:])


def is_dutch_vat(text: str) -> bool:
    """A Dutch VAT number: NL, nine digits, B, two digits: mod 11 of the nine, or mod 97 of all."""
    if not re.fullmatch("NL(?!0{9})[0-9]{9}B(?!00)[0-9]{2}", text):
        return False
    total = weighted([*map(int, text[2:11])], (9, 8, 7, 6, 5, 4, 3, 2, -1))
    return total % 11 == 0 or int("".join(str(int(char, 36)) for char in text)) % 97 == 1


def is_belgian_vat(text: str) -> bool:
    """A Belgian VAT number: BE, 0 or 1, seven digits, two check digits mod 97."""
    if not re.fullmatch("BE(?!0{8})[01][0-9]{9}", text):
        return False
    return (int(text[2:10]) + int(text[10:])) % 97 == 0


def is_austrian_vat(text: str) -> bool:
    """An Austrian VAT number: ATU, seven digits, a check digit (BMF)."""
    if not re.fullmatch("ATU[0-9]{8}", text):
        return False
    doubled = "".join(str(int(digit) * (1 + place % 2)) for place, digit in enumerate(text[3:10]))
    return (6 - sum(map(int, doubled))) % 10 == int(text[10])


def is_polish_vat(text: str) -> bool:
    """A Polish VAT number: PL and a NIP in one piece."""
    return text[:2] == "PL" and "-" not in text and is_nip(text[2:])


def is_british_vat(text: str) -> bool:
    """A British VAT number: GB, nine digits, three more for a branch or not, mod 97 (HMRC).

    Departments have GD and 000 to 499, health authorities HA and 500 to 999.
    """
    if re.fullmatch("GB(GD[0-4]|HA[5-9])[0-9]{2}", text):
        return True
    if not re.fullmatch("GB(?!0{9})[0-9]{9}([0-9]{3})?", text):
        return False
    total = weighted([*map(int, text[2:9])], range(8, 1, -1)) + int(text[9:11])
    return total % 97 == 0 or (int(text[2:5]) >= 100 and (total + 55) % 97 == 0)
