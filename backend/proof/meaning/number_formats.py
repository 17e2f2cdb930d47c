"""Numbers that have a name, told by what they are rather than by a search for them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from backend.proof.meaning.spelled import is_whole


def _number(text: str, most: int) -> int | None:
    whole = is_whole(text)
    return int(whole) if whole is not None and len(whole) <= most else None


def _is_power(base: int, text: str) -> bool:
    number = _number(text, 18) or 0
    while number and number % base == 0:
        number //= base
    return number == 1


def _is_cube(text: str) -> bool:
    number = _number(text.removeprefix("-"), 12)
    return number is not None and any((root + 1) ** 3 == number for root in range(-1, 10**4))


def _is_of(term: Callable[[int], int], text: str) -> bool:
    """Whether a number is one of a growing series, by halving."""
    number = _number(text, 12)
    if number is None:
        return False
    low, high = 0, 2 * math.isqrt(number) + 2
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if term(middle) < number else (low, middle)
    return term(low) == number


def _is_factorial(text: str) -> bool:
    return _number(text, 18) in {math.factorial(each) for each in range(1, 20)}


def _is_perfect(text: str) -> bool:
    """By Euclid and Euler: a power of two times a prime that is one less than twice of it."""
    number = _number(text, 18)
    known = {2 ** (each - 1) * (2**each - 1) for each in (2, 3, 5, 7, 13, 17, 19)}
    return number in known


def _is_semiprime(text: str) -> bool:
    number = _number(text, 10) or 0
    least = next((each for each in range(2, math.isqrt(number) + 1) if number % each == 0), 0)
    return bool(least) and _has_no_divisor(number // least)


def _has_no_divisor(number: int) -> bool:
    return number > 1 and all(number % each for each in range(2, math.isqrt(number) + 1))


def _is_mersenne(text: str) -> bool:
    """By the test of Lucas and Lehmer."""
    number = _number(text, 18) or 0
    exponent = number.bit_length()
    if number != 2**exponent - 1 or not _has_no_divisor(exponent):
        return False
    rest = 4
    for _ in range(exponent - 2):
        rest = (rest * rest - 2) % number
    return number == 3 or rest == 0


KNOWN: dict[str, Callable[[str], bool]] = {
    **{f"power_of_{base}": partial(_is_power, base) for base in range(2, 11)},
    "cube": _is_cube,
    "triangular": partial(_is_of, lambda at: at * (at + 1) // 2),
    "pentagonal": partial(_is_of, lambda at: at * (3 * at - 1) // 2),
    "pronic": partial(_is_of, lambda at: at * (at + 1)),
    "factorial": _is_factorial,
    "perfect_number": _is_perfect,
    "semiprime": _is_semiprime,
    "mersenne_prime": _is_mersenne,
}
