"""Units of measure: what a sentence gives a number, held against what a column's name says.

A number is compared as the column has it. Where the column does not say its unit, only money is
taken at its word: nobody writes prices of one shop in two currencies without saying so.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.words import parts_of


class Unit(NamedTuple):
    """A unit as one of its kind: ``size`` is in the kind's own smallest, exact unit."""

    kind: str
    size: float


_KINDS: dict[str, dict[str, float]] = {
    "mass": {
        "mg milligram": 1, "g gram gramme": 1e3, "kg kilo kilogram": 1e6, "tonne": 1e9,
        "lb lbs": 453592.37, "oz ounce": 28349.523125,
    },
    "length": {
        "mm millimetre millimeter": 1, "cm centimetre centimeter": 10, "m metre meter": 1e3,
        "km kilometre kilometer": 1e6,
    },
    "time": {
        "ms msec millisecond": 1, "s sec second": 1e3, "min minute": 6e4, "h hr hour": 36e5,
        "d day": 864e5, "week": 6048e5,
    },
    "volume": {"ml millilitre milliliter": 1, "cl": 10, "l litre liter": 1e3},
    "pressure": {"hpa mbar": 1, "kpa": 10, "bar": 1e3}, "energy": {"wh": 1, "kwh": 1e3, "mwh": 1e6},
    "power": {"watt": 1, "kw": 1e3},
    "year": {"year yr": 1}, "month": {"month": 1},
    "celsius": {"c celsius": 1}, "fahrenheit": {"f fahrenheit": 1}, "kelvin": {"k kelvin": 1},
    "byte": {"byte": 1}, "kilobyte": {"kb kilobyte": 1}, "megabyte": {"mb megabyte": 1},
    "gigabyte": {"gb gigabyte": 1}, "percent": {"percent pct percentage %": 1},
    "cent": {"cent ct": 1},
    "euro": {"eur euro €": 1}, "dollar": {"usd dollar $": 1}, "sterling": {"gbp £": 1},
    "pound": {"pound": 1}, "franc": {"chf franc": 1}, "yen": {"jpy yen": 1},
}  # fmt: skip
MONEY = frozenset({"euro", "dollar", "sterling", "franc", "yen"})
"""Kinds of money. A "pound" by itself is money or a weight: `typed_units` tells by the column."""
UNITS: dict[str, Unit] = {
    name: Unit(kind, size)
    for kind, sizes in _KINDS.items()
    for names, size in sizes.items()
    for name in names.split()
}


def unit_named(word: str) -> str | None:
    """The unit that a word names, as :data:`UNITS` spells it."""
    low = word.lower()
    if low in UNITS:
        return low
    singular = low[:-1] if len(low) > 3 and low.endswith("s") else low
    return singular if singular in UNITS else None


_PLAIN = frozenset({"km", "kg", "cm", "mm", "ml"})
"""Short units that no other word of a header is spelled like."""


def unit_of_header(header: str) -> str | None:
    """The unit that a header names: its last word, or any word that is plainly one.

    Hours per week are hours.
    """
    if "%" in header:
        return "percent"
    words = [part.lower() for part in parts_of(header)]
    words = words[: words.index("per")] if "per" in words[1:] else words
    plain = [
        word
        for word in words
        if word in _PLAIN or (len(word) > 2 and word not in ("second", "min"))
    ]
    for word in [*words[-1:], *plain]:
        found = unit_named(word)
        if found is not None and (len(words) > 1 or len(word) > 2):
            return found
    return None


def converted(number: float, given: str, wanted: str) -> float | None:
    """A number of one unit in another unit of its kind, or None where there is no way."""
    here, there = UNITS[given], UNITS[wanted]
    if here.kind != there.kind:
        return None
    found = number * here.size / there.size
    return int(found) if found == int(found) else found
