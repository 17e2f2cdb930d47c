"""Numbers, dates, times, amounts and telephone numbers, read with Python's own parsers."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import unicodedata
from collections.abc import Callable
from functools import cache

from backend.proof.meaning.spelled import (
    CAPITALS,
    DIGITS,
    LETTERS,
    decimal,
    in_range,
    is_digits,
    is_made_of,
    is_whole,
)

_CURRENCIES = "$€£¥₩₹₽₺₴₫₪₱฿"


def _is_integer(text: str) -> bool:
    return is_whole(text[1:] if text[:1] in ("+", "-") else text) is not None


def _is_within(bound: float) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        number = decimal(text)
        return number is not None and -bound <= number <= bound

    return judge


@cache
def _romans() -> frozenset[str]:
    """All numerals from 1 to 3999, and M to MMM with what may follow."""
    found = set()
    for number in range(1, 4000):
        left, text = number, ""
        for value, letters in _ROMAN:
            while left >= value:
                left, text = left - value, text + letters
        found.add(text)
    return frozenset(found)


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _is_percentage(text: str) -> bool:
    number = text.removesuffix("%").removesuffix(" ")
    number = number[1:] if number[:1] in ("+", "-") else number
    whole, mark, rest = number.replace(",", ".").partition(".")
    has_form = is_digits(rest) if mark else is_digits(whole)
    return text.endswith("%") and has_form and (not whole or is_digits(whole))


def _is_leap_year(text: str) -> bool:
    year = is_whole(text)
    return year is not None and len(year) <= 4 and int(year) > 0 and calendar.isleap(int(year))


_BASES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


def _is_fibonacci(text: str) -> bool:
    """By the test of Gessel (1972): five times its square, plus or minus four, is a square."""
    whole = is_whole(text)
    if whole is None or len(whole) > 18:
        return False
    around = 5 * int(whole) ** 2
    return any(each >= 0 and math.isqrt(each) ** 2 == each for each in (around - 4, around + 4))


def _is_square(text: str) -> bool:
    whole = is_whole(text)
    return whole is not None and len(whole) <= 12 and math.isqrt(int(whole)) ** 2 == int(whole)


def _is_prime(text: str) -> bool:
    """By the test of Miller and Rabin, which these bases decide up to twelve digits."""
    whole = is_whole(text)
    number = int(whole) if whole is not None and len(whole) <= 12 else 0
    if number < 38 or any(number % base == 0 for base in _BASES):
        return number in _BASES
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_is_likely(number, pow(base, odd, number), twos) for base in _BASES)


def _is_likely(number: int, power: int, twos: int) -> bool:
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


def _is_distinct_digits(text: str) -> bool:
    return all(text.removesuffix(".0").count(digit) < 2 for digit in "0123456789")


def _is_iso_date(text: str) -> bool:
    if len(text) != 10 or text[4] + text[7] != "--" or not is_digits(text.replace("-", ""), 8):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_iso_timestamp(text: str) -> bool:
    """Date, T or a blank, time with seconds, offset with a colon or Z or none."""
    date, mark, time = text[:10], text[10:11], text[11:]
    if mark not in ("T", " ") or not mark or not _is_iso_date(date):
        return False
    clock, offset = _split_offset(time)
    seconds, point, fraction = clock.partition(".")
    if point and not is_digits(fraction, *range(1, 10)):
        return False
    return _is_clock(seconds, seconds_needed=True) and _is_offset(offset)


def _split_offset(time: str) -> tuple[str, str]:
    for mark in "Z+-":
        clock, found, rest = time.partition(mark)
        if found:
            return clock, mark + rest
    return time, ""


def _is_offset(text: str) -> bool:
    if text in ("", "Z"):
        return True
    hours, colon, minutes = text[1:].partition(":")
    has_form = text[0] in "+-" and colon and is_digits(hours, 2) and is_digits(minutes, 2)
    return bool(has_form) and int(hours) < 24 and int(minutes) < 60


def _is_clock(text: str, *, seconds_needed: bool = False) -> bool:
    parts = text.split(":")
    if len(parts) not in ((3,) if seconds_needed else (2, 3)):
        return False
    limits = (23, 59, 59)
    return all(
        is_digits(part, 2) and int(part) <= most for part, most in zip(parts, limits, strict=False)
    )


def _is_time_of_12_hours(text: str) -> bool:
    clock, half = text[:-2].removesuffix(" "), text[-2:].lower()
    hour, _, rest = clock.partition(":")
    in_place = len(hour) <= 2 and in_range(hour, 1, 12)
    return half in ("am", "pm") and in_place and _is_clock(f"00:{rest}") and rest.count(":") < 2


def _is_money(text: str) -> bool:
    """Signs, a currency on either side, then digits that may be grouped, two decimals at most."""
    return any(
        _is_amount(rest)
        for unsigned in _heads(text)
        for rest in (unsigned, *_without_tail(unsigned))
    )


def _heads(text: str) -> list[str]:
    """What may be left once a sign and a currency at the start are taken off."""
    signless = text[1:] if text[:1] in ("+", "-") else text
    found = [signless]
    for mark in _marks(signless, at_start=True):
        found.append(signless[len(mark) :].removeprefix(" "))
    for mark in _marks(text, at_start=True):
        rest = text[len(mark) :].removeprefix(" ")
        found += [rest[1:]] if rest[:1] in ("+", "-") else []
    return found


def _without_tail(text: str) -> list[str]:
    return [text[: -len(mark)].removesuffix(" ") for mark in _marks(text, at_start=False)]


def _marks(text: str, *, at_start: bool) -> list[str]:
    one, three = (text[:1], text[:3]) if at_start else (text[-1:], text[-3:])
    found = [one] if one and one in _CURRENCIES else []
    return [*found, three] if len(three) == 3 and is_made_of(three, CAPITALS) else found


def _is_amount(text: str) -> bool:
    for group, points in ((",", "."), (" ", ".,"), ("'", ".,"), (".", ",")):
        for point in points:
            whole, mark, cents = text.partition(point) if point in text else (text, "", "")
            if mark and not is_digits(cents, 1, 2):
                continue
            if _is_grouped(whole, group) and (group != "." or mark or whole.count(".") > 1):
                return True
            if group != "." and is_digits(whole):
                return point == "." or group != ","
    return False


def _is_grouped(text: str, group: str) -> bool:
    first, *rest = text.split(group)
    return bool(rest) and is_digits(first, 1, 2, 3) and all(is_digits(part, 3) for part in rest)


def _is_html_free(text: str) -> bool:
    """No < that begins a tag which is closed somewhere behind."""
    return not any(
        char == "<" and text[at + 1 : at + 2] in _TAG_STARTS and ">" in text[at + 2 :]
        for at, char in enumerate(text)
    )


_TAG_STARTS = LETTERS | set("/!?")


def _is_scientific(text: str) -> bool:
    mantissa, _, exponent = text.lower().partition("e")
    whole, point, rest = mantissa.partition(".")
    digits = [part[1:] if part[:1] in ("+", "-") else part for part in (whole, exponent)]
    return all(map(is_digits, [*digits, rest] if point else digits))


_OTHER = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")


def _is_printable(text: str) -> bool:
    return all(char == " " or unicodedata.category(char) not in _OTHER for char in text)


def _is_phone(text: str) -> bool:
    """7 to 15 digits; + first, separators inside, brackets in pairs around digits."""
    body = text.removeprefix("+")
    if not set(body) <= DIGITS | set(" ().-/") or not 7 <= sum(c in DIGITS for c in body) <= 15:
        return False
    depth, inside = 0, ""
    for char in body:
        depth += (char == "(") - (char == ")")
        inside = inside + char if depth and char != "(" else inside if depth else ""
        if depth not in (0, 1) or (depth and char in "./-"):
            return False
    return depth == 0 and body[0] in DIGITS | {"("} and body[-1] in DIGITS and "()" not in body


def _is_e164(text: str) -> bool:
    return text[:1] == "+" and text[1:2] != "0" and is_digits(text[1:], *range(7, 16))


WRITTEN: dict[str, Callable[[str], bool]] = {
    "whole_number": _is_integer,
    "number": lambda text: decimal(text) is not None,
    "digits": is_digits,
    "scientific_number": _is_scientific,
    "printable": _is_printable,
    "html_free": _is_html_free,
    "roman": lambda text: text in _romans(),
    "latitude": _is_within(90),
    "longitude": _is_within(180),
    "money": _is_money,
    "percentage_text": _is_percentage,
    "phone": _is_phone,
    "e164": _is_e164,
    "iso_date": _is_iso_date,
    "iso_timestamp": _is_iso_timestamp,
    "time_24h": _is_clock,
    "time_12h": _is_time_of_12_hours,
    "leap_year": _is_leap_year,
    "prime": _is_prime,
    "fibonacci": _is_fibonacci,
    "square": _is_square,
    "palindrome": lambda text: list(text) == list(reversed(text)),
    "palindrome_any_case": lambda text: list(text.lower()) == list(reversed(text.lower())),
    "distinct_digits": _is_distinct_digits,
}
