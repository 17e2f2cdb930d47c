"""Phrases for numbers below zero with their units: -17 degrees, minus 5 °C, -2.5 percent."""

from __future__ import annotations

from backend.rules.language.terms import Constant, Reads, Value
from backend.rules.phrasing import Phrases

phrase = Phrases()


@phrase("amount", "<negative> <unit>", "<negative> ° <unit>", "<negative> (degree|degrees) <unit>")
def measured_below_zero(value: Constant, unit: str) -> Value:
    """Minus 17 °C."""
    return Constant(value=value.value, reads=Reads.NUMBER, unit=unit)


@phrase("amount", "<negative> _percent")
def percent_below_zero(value: Constant) -> Value:
    """-2.5 percent."""
    return measured_below_zero(value, "percent")


@phrase("amount", "<negative> (degree|degrees|point|points)")
def counted_below_zero(value: Constant) -> Value:
    """-17 degrees: of whatever the column counts."""
    return value
