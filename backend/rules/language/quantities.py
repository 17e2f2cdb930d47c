"""Numbers, money, times and telephone numbers as people write them.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. A number that comes out of a column of decimals ends in ``.0``; that is no fault of its own.
"""

from __future__ import annotations

import datetime as dt
import re

DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")


def is_latitude(text: str) -> bool:
    """A latitude in decimal degrees, from -90 to 90 (ISO 6709)."""
    return DECIMAL.fullmatch(text) is not None and abs(float(text)) <= 90


def is_longitude(text: str) -> bool:
    """A longitude in decimal degrees, from -180 to 180 (ISO 6709)."""
    return DECIMAL.fullmatch(text) is not None and abs(float(text)) <= 180


def is_port(text: str) -> bool:
    """A TCP or UDP port from 1 to 65535 (RFC 6335; 0 is reserved)."""
    return re.fullmatch(r"[1-9][0-9]{0,4}(\.0+)?", text) is not None and float(text) <= 65535


def is_leap_year(text: str) -> bool:
    """A year of one to four digits with 29 February in the Gregorian calendar (ISO 8601)."""
    if not re.fullmatch(r"[0-9]{1,4}(\.0+)?", text):
        return False
    year = int(float(text))
    return year > 0 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_prime(text: str) -> bool:
    """A prime number of at most twelve digits: a whole number above 1 that no other divides."""
    if not re.fullmatch(r"[0-9]{1,12}(\.0+)?", text):
        return False
    number = int(text.partition(".")[0])
    return number > 1 and all(number % each for each in range(2, int(number**0.5) + 1))


def is_fibonacci(text: str) -> bool:
    """A Fibonacci number of at most 18 digits: 0, 1, 1, 2, 3, 5 and so on."""
    if not re.fullmatch(r"[0-9]{1,18}(\.0+)?", text):
        return False
    number, one, next_one = int(text.partition(".")[0]), 0, 1
    while one < number:
        one, next_one = next_one, one + next_one
    return one == number


def is_square(text: str) -> bool:
    """A perfect square of at most twelve digits: 0, 1, 4, 9, 16 and so on."""
    if not re.fullmatch(r"[0-9]{1,12}(\.0+)?", text):
        return False
    number = int(text.partition(".")[0])
    root: int = round(float(number) ** 0.5)
    return root * root == number


def is_palindrome(text: str) -> bool:
    """The same text when read backwards, sign by sign."""
    return text == text[::-1]


def is_palindrome_any_case(text: str) -> bool:
    """The same text when read backwards, capitals or not."""
    return text.lower() == text.lower()[::-1]


def is_distinct_digits(text: str) -> bool:
    """A text in which no digit occurs twice."""
    digits = [char for char in text.removesuffix(".0") if char in "0123456789"]
    return len(digits) == len(set(digits))


def is_iso_timestamp(text: str) -> bool:
    """A real date, T or a blank, a time with seconds, an offset or none (ISO 8601, RFC 3339)."""
    clock = "([01][0-9]|2[0-3]):[0-5][0-9]"
    time = rf"{clock}:[0-5][0-9](\.[0-9]{{1,9}})?(Z|[+-]{clock})?"
    if not re.fullmatch(f"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ]{time}", text):
        return False
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


THOUSANDS_BY_COMMA = r"([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,2})?"
THOUSANDS_BY_BLANK = r"([0-9]+|[0-9]{1,3}(( [0-9]{3})+|('[0-9]{3})+))([.,][0-9]{1,2})?"
THOUSANDS_BY_POINT = r"[0-9]{1,3}((\.[0-9]{3})+,[0-9]{1,2}|(\.[0-9]{3}){2,})"


def is_money(text: str) -> bool:
    """An amount with at most two decimals; sign, currency mark or code, thousands optional."""
    mark = "([$€£¥₩₹₽₺₴₫₪₱฿]|[A-Z]{3})"
    head = f"([+-]?({mark} ?)?|{mark} ?[+-])"
    amount = f"({THOUSANDS_BY_COMMA}|{THOUSANDS_BY_BLANK}|{THOUSANDS_BY_POINT})"
    return re.fullmatch(f"{head}{amount}( ?{mark})?", text) is not None


def is_phone_number(text: str) -> bool:
    """7 to 15 digits (ITU-T E.164) with blanks, ( ), dots, slashes or hyphens, + first or not."""
    has_form = re.fullmatch(r"\+?[0-9(][0-9 ()./-]*[0-9]", text) is not None
    is_balanced = not set("()") & set(re.sub(r"\([0-9 ]+\)", "", text))
    return has_form and is_balanced and 7 <= sum(map(str.isdigit, text)) <= 15


def is_hashtag(text: str) -> bool:
    """A # and letters, digits or underscores."""
    return re.fullmatch(r"#\w+", text) is not None


def is_printable(text: str) -> bool:
    """Characters that Python prints as they are: Unicode's letters, marks, numbers, the blank."""
    return text != "" and text.isprintable()


def is_html_free(text: str) -> bool:
    """No tag, comment or declaration of HTML: a <, then a letter, /, ! or ?, later a > (WHATWG)."""
    return re.search("<[A-Za-z/!?][^>]*>", text) is None
