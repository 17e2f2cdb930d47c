"""Numbers of goods, devices, works and papers of trade, judged by python-stdnum.

Spelling is told here: stdnum takes separators and small letters off before it looks.
"""

from __future__ import annotations

from collections.abc import Callable

from stdnum import ean, figi, imo, isan, iso6346, iso11649, luhn, meid
from stdnum.iso7064 import mod_11_2

from backend.proof.meaning.spelled import CAPITALS, DIGITS, is_digits, is_made_of, without

_CODE = CAPITALS | DIGITS
_HEX = DIGITS | set("ABCDEF")


def _is_gs1(length: int) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        has_form = is_digits(text, length) and bool(text.strip("0"))
        return has_form and ean.calc_check_digit(text[:-1]) == text[-1]

    return judge


def _in_groups(text: str, *sizes: int) -> str:
    """The text without the single blanks between groups of these sizes, if it has any."""
    groups = text.split(" ")
    return "".join(groups) if [len(group) for group in groups] == list(sizes) else text


def _is_container(text: str) -> bool:
    plain = _in_groups(_in_groups(text, 4, 6, 1), 4, 7)
    has_form = is_made_of(plain[:4], CAPITALS) and plain[3:4] in ("U", "J", "Z")
    return has_form and is_digits(plain[4:], 7) and iso6346.is_valid(plain)


def _is_imo(text: str) -> bool:
    digits = text.removeprefix("IMO") if text[3:4] != " " else text.removeprefix("IMO ")
    return is_digits(digits, 7) and digits[0] != "0" and imo.is_valid(digits)


def _is_figi(text: str) -> bool:
    has_form = is_made_of(text, _CODE - set("AEIOU")) and is_digits(text[-1])
    return has_form and figi.is_valid(text)


def _is_reference(text: str) -> bool:
    groups = text.split(" ")
    in_fours = all(len(group) == 4 for group in groups[:-1]) and 1 <= len(groups[-1]) <= 4
    plain = "".join(groups)
    has_form = is_made_of(plain, _CODE) and (len(groups) == 1 or in_fours)
    check = plain[2:4]
    is_spelled = has_form and is_digits(check, 2) and check not in ("00", "01", "99")
    return is_spelled and iso11649.is_valid(plain)


def _is_iccid(text: str) -> bool:
    digits = without(text, " -") or ""
    return is_digits(digits, 19, 20) and digits[:2] == "89" and luhn.is_valid(digits)


def _is_meid(text: str) -> bool:
    has_form = is_made_of(text, _HEX) and len(text) in (14, 15) and text[0] in CAPITALS
    return has_form and meid.is_valid(text)


def _is_isni(text: str) -> bool:
    plain = _in_groups(text, 4, 4, 4, 4)
    has_form = len(plain) == 16 and is_digits(plain[:-1])
    return has_form and plain[-1] in DIGITS | {"X"} and mod_11_2.is_valid(plain)


def _is_iswc(text: str) -> bool:
    """By the weights 1 to 9, to which 1 is added for the T."""
    body = text[1:].removeprefix("-")
    number, check = body[:-1].removesuffix("-"), body[-1:]
    parts = number.split(".")
    if [len(part) for part in parts] not in ([9], [3, 3, 3]) or text[:1] != "T":
        return False
    digits = "".join(parts)
    if not is_digits(digits + check, 10):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(1, 10), strict=True))
    return str(-(weighed + 1) % 10) == check


def _is_isan(text: str) -> bool:
    groups = text.removeprefix("ISAN ").split("-")
    plain = "".join(groups)
    sizes = [len(group) for group in groups]
    has_form = sizes in ([17], [26], [4, 4, 4, 4, 1], [4, 4, 4, 4, 1, 4, 4, 1])
    return has_form and is_made_of(plain, _CODE) and isan.is_valid(plain)


TRADE: dict[str, Callable[[str], bool]] = {
    "gln": _is_gs1(13), "sscc": _is_gs1(18), "container_number": _is_container,
    "imo_number": _is_imo, "figi": _is_figi, "creditor_reference": _is_reference,
    "iccid": _is_iccid, "meid": _is_meid, "isni": _is_isni, "iswc": _is_iswc, "isan": _is_isan,
}  # fmt: skip
