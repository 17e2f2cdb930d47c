"""Numbers that have a name: powers, cubes, triangular and perfect numbers.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. A number is whole, without a sign unless its function says so, and may end in ``.0``.
"""

from __future__ import annotations

import re


def is_power(text: str, base: str) -> bool:
    """A power of a whole number with an exponent from 0 on: 1, 2, 4, 8 of 2; at most 18 digits."""
    if not re.fullmatch(r"[0-9]{1,18}(\.0+)?", text):
        return False
    number, power = int(text.partition(".")[0]), 1
    while power < number:
        power *= int(base)
    return power == number


def is_cube(text: str) -> bool:
    """A perfect cube of at most twelve digits, of a negative number too: 0, 1, -8, 27."""
    if not re.fullmatch(r"-?[0-9]{1,12}(\.0+)?", text):
        return False
    number = int(text.lstrip("-").partition(".")[0])
    root: int = round(float(number) ** (1 / 3))
    return root * root * root == number


def is_triangular(text: str) -> bool:
    """A triangular number of at most twelve digits (OEIS A000217): 0, 1, 3, 6, 10."""
    if not re.fullmatch(r"[0-9]{1,12}(\.0+)?", text):
        return False
    around = 8 * int(text.partition(".")[0]) + 1
    root: int = round(float(around) ** 0.5)
    return root * root == around


def is_pentagonal(text: str) -> bool:
    """A pentagonal number of at most twelve digits (OEIS A000326): 0, 1, 5, 12, 22."""
    if not re.fullmatch(r"[0-9]{1,12}(\.0+)?", text):
        return False
    around = 24 * int(text.partition(".")[0]) + 1
    root: int = round(float(around) ** 0.5)
    return root * root == around and root % 6 in (1, 5) and (root == 1 or root % 6 == 5)


def is_pronic(text: str) -> bool:
    """A product of two neighbouring whole numbers of at most twelve digits: 0, 2, 6, 12."""
    if not re.fullmatch(r"[0-9]{1,12}(\.0+)?", text):
        return False
    number = int(text.partition(".")[0])
    root: int = int(float(number) ** 0.5)
    return root * (root + 1) == number


def is_factorial(text: str) -> bool:
    """A factorial of at most 18 digits: 1, 2, 6, 24."""
    if not re.fullmatch(r"[0-9]{1,18}(\.0+)?", text):
        return False
    number, factor, product = int(text.partition(".")[0]), 1, 1
    while product < number:
        factor += 1
        product *= factor
    return product == number


def is_perfect(text: str) -> bool:
    """A perfect number of at most 18 digits, the sum of its proper divisors (OEIS A000396)."""
    if not re.fullmatch(r"[0-9]{1,18}(\.0+)?", text):
        return False
    known = (6, 28, 496, 8128, 33550336, 8589869056, 137438691328)
    return int(text.partition(".")[0]) in known


def is_semiprime(text: str) -> bool:
    """A product of two primes, equal or not, of at most ten digits (OEIS A001358): 4, 6, 9, 10."""
    if not re.fullmatch(r"[0-9]{1,10}(\.0+)?", text):
        return False
    number, divisor, found = int(text.partition(".")[0]), 2, 0
    while number > 1 and found < 3:
        if divisor * divisor > number:
            found, number = found + 1, 1
        elif number % divisor == 0:
            found, number = found + 1, number // divisor
        else:
            divisor += 1
    return found == 2


def is_mersenne_prime(text: str) -> bool:
    """A prime that is one less than a power of two, at most 18 digits (OEIS A000668)."""
    if not re.fullmatch(r"[0-9]{1,18}(\.0+)?", text):
        return False
    exponents = (2, 3, 5, 7, 13, 17, 19, 31)
    return int(text.partition(".")[0]) in [2**exponent - 1 for exponent in exponents]
