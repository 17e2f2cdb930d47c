"""Formats of numbers that have a name, and of words that stand in a list that everybody knows."""

from __future__ import annotations

from backend.rules.language import known_lists, known_numbers
from backend.rules.language.form import Format, Listed, TestedWith, listed, spelled, tested

_SPELLED = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    10: "ten",
}  # fmt: skip


def _powers(base: int) -> Format:
    shown = ", ".join(str(base**exponent) for exponent in range(4))
    names = f"power of ({base}|{_SPELLED[base]})"
    return Format(
        f"a power of {base}: {shown} and so on",
        TestedWith(known_numbers.is_power, str(base)),
        spelled(names, f"whole {names}"),
    )


KNOWN: dict[str, Format] = {
    **{f"power_of_{base}": _powers(base) for base in _SPELLED},
    "cube": tested(
        "a perfect cube, of a negative number too: 0, 1, 8, 27 and so on",
        known_numbers.is_cube,
        "perfect cube( number|)", "(cube|cubic) number",
        "(cube|third power) of (whole number|integer)",
    ),
    "triangular": tested(
        "a triangular number: 0, 1, 3, 6, 10 and so on", known_numbers.is_triangular,
        "(triangular|triangle) number",
    ),
    "pentagonal": tested(
        "a pentagonal number: 0, 1, 5, 12, 22 and so on", known_numbers.is_pentagonal,
        "pentagonal number",
    ),
    "pronic": tested(
        "a pronic number, the product of two neighbouring whole numbers: 0, 2, 6, 12 and so on",
        known_numbers.is_pronic,
        "(pronic|oblong|heteromecic) number",
    ),
    "factorial": tested(
        "a factorial: 1, 2, 6, 24 and so on", known_numbers.is_factorial,
        "factorial( number|)", "factorial of (whole number|integer|natural number)",
    ),
    "perfect_number": tested(
        "a perfect number, the sum of its proper divisors: 6, 28, 496 and so on",
        known_numbers.is_perfect,
        "perfect number",
    ),
    "semiprime": tested(
        "a product of just two primes, equal or not: 4, 6, 9, 10 and so on",
        known_numbers.is_semiprime,
        "(semi prime|biprime)( number|)",
        "product of (two|2|exactly two|exactly 2) prime( number|)",
    ),
    "mersenne_prime": tested(
        "a Mersenne prime: 3, 7, 31, 127 and so on", known_numbers.is_mersenne_prime,
        "mersenne prime( number|)",
    ),
    "zodiac_sign": listed(
        "one of the twelve signs of the zodiac in English",
        Listed("ZODIAC_SIGNS", lambda: known_lists.ZODIAC_SIGNS),
        "(zodiac|star|astrological|western zodiac) sign", "sign of zodiac", "zodiac sign name",
    ),
    "planet": listed(
        "one of the eight planets of the solar system in English (IAU 2006)",
        Listed("PLANETS", lambda: known_lists.PLANETS),
        "planet( name|)", "planet of (our |)solar system", "planet in (our |)solar system",
        "solar system planet",
    ),
    "blood_group": listed(
        "one of the eight blood groups A, B, AB and O with + or -",
        Listed("BLOOD_GROUPS", lambda: known_lists.BLOOD_GROUPS),
        "(abo |abo rh |abo rhesus |human |)blood (group|type)( with rhesus factor|)",
    ),
    "compass_point_4": listed(
        "one of the four points of the compass as a letter: N, E, S or W",
        Listed("COMPASS_POINTS_4", lambda: known_lists.COMPASS_POINTS_4),
        "cardinal (direction|point) (letter|abbreviation|code)",
        "(four|4|single|one) letter compass (direction|point)",
    ),
    "element_symbol": listed(
        "the symbol of a chemical element (IUPAC)",
        Listed("ELEMENT_SYMBOLS", lambda: known_lists.ELEMENT_SYMBOLS),
        "(chemical |)element symbol", "(chemical |)symbol of (chemical |)element",
        "chemical symbol", "symbol (from|of|in) periodic table",
        "element symbol (from|of|in) periodic table", "symbol of chemical element",
    ),
    "greek_letter": listed(
        "the English name of a Greek letter, in any letter case",
        Listed("GREEK_LETTERS", lambda: known_lists.GREEK_LETTERS, any_case=True),
        "greek letter name", "name of greek letter", "letter of greek alphabet", "greek letter",
    ),
}  # fmt: skip
