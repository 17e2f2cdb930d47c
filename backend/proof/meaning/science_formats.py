"""Codes of chemistry, medicine and health care, judged by python-stdnum and by reading them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from stdnum import casrn, luhn, verhoeff

from backend.proof.meaning.spelled import CAPITALS, DIGITS, is_digits, is_made_of

_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_SYMBOLS = (
    " H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As "
    "Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd "
    "Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am "
    "Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og "
)


def _is_cas(text: str) -> bool:
    parts = text.split("-")
    return len(parts) == 3 and all(map(is_digits, parts)) and casrn.is_valid(text)


def _is_loinc(text: str) -> bool:
    number, hyphen, check = text.partition("-")
    has_form = hyphen and is_digits(number, *range(1, 8)) and is_digits(check, 1)
    return bool(has_form) and number[0] != "0" and luhn.is_valid(number + check)


def _is_snomed(text: str) -> bool:
    has_form = is_digits(text, *range(6, 19)) and text[0] != "0"
    return has_form and text[-3] in "01" and text[-2] in "012345" and verhoeff.is_valid(text)


def _is_dea(text: str) -> bool:
    """The sum of the digits, those at even places twice, ends in the check digit."""
    kind, name, digits = text[:1], text[1:2], text[2:]
    has_form = is_made_of(kind, CAPITALS - set("INOQVWYZ")) and is_digits(digits, 7)
    if not has_form or not is_made_of(name, CAPITALS | {"9"}) or not digits.strip("0"):
        return False
    total = sum(int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(digits[:6]))
    return str(total)[-1] == digits[6]


def _is_object(text: str) -> bool:
    arcs = text.split(".")
    if len(arcs) < 2 or not all(is_digits(arc) and str(int(arc)) == arc for arc in arcs):
        return False
    return arcs[0] == "2" or (arcs[0] in ("0", "1") and int(arcs[1]) < 40)


def _is_formula(text: str) -> bool:
    """By descent: a formula is parts, a part is an element or a bracket, with a count or not."""
    parts = text.split("·")
    bare = [parts[0], *(part[len(_count(part)) :] for part in parts[1:])]
    counts = [_count(part) for part in parts[1:]]
    return all(_rest(part, "") == "" for part in bare) and all(map(_is_count, counts))


def _count(text: str) -> str:
    return "".join(takewhile(DIGITS.__contains__, text))


def _is_count(digits: str) -> bool:
    return not digits or (digits[0] != "0" and digits != "1")


def _rest(text: str, closing: str) -> str | None:
    """What is left behind the parts up to a closing bracket; None where there is no formula."""
    found = False
    while text and text[0] != closing:
        if text[0] in "([":
            text_or_none = _rest(text[1:], ")" if text[0] == "(" else "]")
            if not text_or_none:
                return None
            text = text_or_none[1:]
        else:
            symbol = text[: 2 if text[1:2] in _SMALL else 1]
            if f" {symbol} " not in _SYMBOLS:
                return None
            text = text[len(symbol) :]
        count = _count(text)
        if not _is_count(count):
            return None
        text, found = text[len(count) :], True
    return text if found else None


SCIENCE: dict[str, Callable[[str], bool]] = {
    "cas_number": _is_cas, "loinc": _is_loinc, "snomed": _is_snomed, "dea_number": _is_dea,
    "object_identifier": _is_object, "chemical_formula": _is_formula,
    "dicom_uid": lambda text: len(text) <= 64 and _is_object(text),
}  # fmt: skip
