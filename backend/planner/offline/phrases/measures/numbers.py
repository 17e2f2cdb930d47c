"""Phrases for numbers: percents, money, units."""

from __future__ import annotations

from backend.rules.language.terms import Constant, Parameter, Reads, Value
from backend.rules.phrasing import Phrases, number

phrase = Phrases()


@phrase("amount", "<number>")
def amount(value: Constant) -> Value:
    """A number."""
    return value


@phrase("amount", "<negative>", "<negative_word>", "<positive>")
def as_amount(value: Constant) -> Value:
    """A number below zero, wherever an amount may stand."""
    return value


@phrase("negative", "- <number>", "minus <number>")
@phrase("negative_word", "negative <number>")
def negative(value: Constant) -> Value:
    """A number below zero."""
    return number(_whole(-_float(value)))


@phrase("positive", "+ <number>", "plus <number>", cost=0.4)
def positive(value: Constant) -> Value:
    """+1 beside -1: a number with its sign."""
    return value.model_copy(update={"unquoted": True})


phrase.words("_percent", "% | percent | per cent")


def _of_unit(value: Constant, unit: str) -> Constant:
    return Constant(value=value.value, reads=Reads.NUMBER, unit=unit)


@phrase("amount", "<number> _percent", "<negative> _percent")
def percentage(value: Constant) -> Value:
    """A percentage, as a share or as percents: the column tells."""
    return _of_unit(value, "percent")


@phrase("percent", "<number> _percent")
def percent(value: Constant) -> float:
    """A percentage as a share from 0 to 1."""
    return round(_float(value) / 100, 12)


@phrase("percent", "half")
def half() -> float:
    """Half of something."""
    return 0.5


for _words, _share in (
    ("three quarters|three fourths", 3 / 4), ("two thirds|two-thirds", 2 / 3), ("one half", 1 / 2),
    ("one third|a third|one-third", 1 / 3), ("one quarter|a quarter|one fourth", 1 / 4),
    ("one fifth|a fifth", 1 / 5), ("one sixth|a sixth", 1 / 6), ("one eighth|an eighth", 1 / 8), ("two fifths", 2 / 5), ("three fifths", 3 / 5),
    ("four fifths", 4 / 5), ("one tenth|a tenth", 1 / 10),
):  # fmt: skip
    phrase("percent", f"({_words})")(lambda share=_share: share)


@phrase("percent", "<number> (out of|in|of) [every] <number>", cost=0.1)
def of_so_many(part: Constant, whole: Constant) -> float | None:
    """Nine out of ten."""
    counts = (part.value, whole.value)
    is_share = all(isinstance(count, int) for count in counts) and 0 < _float(part) < _float(whole)
    return _float(part) / _float(whole) if is_share else None


for _word, _factor in (
    ("hundred", 100),
    ("thousand", 10**3),
    ("million", 10**6),
    ("billion", 10**9),
):
    phrase("amount", f"<number> {_word}")(
        lambda value, factor=_factor: number(_whole(_float(value) * factor))
    )


@phrase("amount", "<number> (cent|cents)")
def cents(value: Constant) -> Value:
    """Hundredths of the unit of money."""
    return _of_unit(value, "cent")


for _sign, _unit in (("€", "eur"), ("$", "usd"), ("£", "gbp")):
    phrase("amount", f"{_sign} <number>", f"<number> {_sign}")(
        lambda value, unit=_unit: _of_unit(value, unit)
    )


@phrase("amount", "<number> (pound|pounds)")
def pounds(value: Constant) -> Value:
    """Pounds are money, or a weight: the column tells."""
    return _of_unit(value, "pound")


@phrase("amount", "<number> <unit>", "<number> ° <unit>", "<number> (degree|degrees) <unit>")
@phrase("amount", "<negative> <unit>", "<negative> ° <unit>", "<negative> (degree|degrees) <unit>")
def measured(value: Constant, unit: str) -> Value:
    """A number with its unit: 5 kg, minus 17 °C."""
    return _of_unit(value, unit)


@phrase("amount", "<number> (degree|degrees|point|points|star|stars|piece|pieces)")
@phrase("amount", "<negative> (degree|degrees|point|points)")
def counted(value: Constant) -> Value:
    """A number of whatever the column counts."""
    return value


@phrase("amount", r"<amount> \( <amount> [<cell>] \)", cost=0.02)
def said_again(value: Constant, again: Constant, *unit: Value) -> Value | None:
    """One hour (60 minutes): the same amount twice; a named column gives the second its unit."""
    from backend.planner.offline.units import UNITS, converted, unit_of_header

    header = getattr(unit[0], "column", "") if unit else ""
    second = unit_of_header(header) if header else again.unit
    if not value.unit or not second or value.unit not in UNITS or second not in UNITS:
        return None
    same = converted(float(value.value), value.unit, second) == float(again.value)
    return value if same else None


@phrase("amount", "<parameter>")
def parameter(value: Parameter) -> Value:
    """A number that each run is given."""
    return value


def _float(value: Constant) -> float:
    return float(value.value)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
