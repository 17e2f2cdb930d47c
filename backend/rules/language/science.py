"""Codes of chemistry, biology, medicine and health care, as their keepers define them.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import re

from backend.rules.language.identifiers import is_luhn
from backend.rules.language.people_numbers import is_verhoeff

# Chemistry -----------------------------------------------------------------------------------


def is_cas_number(text: str) -> bool:
    """A CAS registry number: digits, two digits, a check digit: places times digits, mod 10."""
    if not re.fullmatch("[1-9][0-9]{1,6}-[0-9]{2}-[0-9]", text):
        return False
    digits = [int(char) for char in reversed(text.replace("-", ""))]
    return sum(place * digit for place, digit in enumerate(digits)) % 10 == digits[0]


ELEMENTS = (  # from IUPAC's periodic table
    " H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se "
    "Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb "
    "Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm "
    "Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og "
)


def is_chemical_formula(text: str) -> bool:
    """Elements that there are, with counts and brackets; hydrates behind a middle dot."""
    count = "([1-9][0-9]+|[2-9])?"
    inside = f"([A-Z][a-z]?{count})+"
    if not all(f" {symbol} " in ELEMENTS for symbol in re.findall("[A-Z][a-z]?", text)):
        return False
    text = re.sub(f"·{count}", "·", text)
    shorter = re.sub(rf"\({inside}\){count}|\[{inside}\]{count}", "Xx", text)
    while shorter != text:
        text = shorter
        shorter = re.sub(rf"\({inside}\){count}|\[{inside}\]{count}", "Xx", text)
    return re.fullmatch(f"{inside}(·{inside})*", text) is not None


# Medicine ------------------------------------------------------------------------------------


def is_loinc(text: str) -> bool:
    """A LOINC code: up to seven digits, a hyphen, their Luhn check digit (Regenstrief)."""
    has_form = re.fullmatch("[1-9][0-9]{0,6}-[0-9]", text)
    return has_form is not None and is_luhn(text.replace("-", ""))


def is_snomed_id(text: str) -> bool:
    """A SNOMED CT id: 6 to 18 digits, a partition, a Verhoeff check digit (SNOMED RF2, 5.5)."""
    return re.fullmatch("[1-9][0-9]{2,14}[01][0-5][0-9]", text) is not None and is_verhoeff(text)


def is_dea_number(text: str) -> bool:
    """A US DEA number: a registrant's letter, a letter or 9, six digits and their check digit."""
    if not re.fullmatch("[ABCDEFGHJKLMPRSTUX][A-Z9](?!0{7})[0-9]{7}", text):
        return False
    digits = [int(char) for char in text[2:]]
    return (sum(digits[0:6:2]) + 2 * sum(digits[1:6:2])) % 10 == digits[6]


def is_dicom_uid(text: str) -> bool:
    """A DICOM unique identifier: an object identifier of up to 64 characters (DICOM PS3.5, 9)."""
    return len(text) <= 64 and is_object_identifier(text)


def is_object_identifier(text: str) -> bool:
    """An object identifier: 0, 1 or 2, below 40 after 0 and 1, numbers with dots (ITU-T X.660)."""
    number = "(0|[1-9][0-9]*)"
    return re.fullmatch(rf"([01]\.[1-3]?[0-9]|2\.{number})(\.{number})*", text) is not None
