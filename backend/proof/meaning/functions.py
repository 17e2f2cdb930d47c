"""Functions of one value: parts of a date, forms of a text, sizes of a number."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.world import Here
from backend.rules.language.terms import Value
from backend.rules.language.words import Function, Reads

_OF_TEXT: dict[Function, Callable[[str], Any]] = {
    Function.LENGTH: len,
    Function.WORDS: lambda text: len(text.split()),
    Function.LOWER: str.lower,
    Function.UPPER: str.upper,
    Function.TITLE: str.title,
    Function.STRIP: str.strip,
}
_OF_DATE: dict[Function, Callable[[dt.datetime], Any]] = {
    Function.YEAR: lambda moment: moment.year,
    Function.MONTH: lambda moment: moment.month,
    Function.DAY: lambda moment: moment.day,
    Function.WEEKDAY: dt.datetime.isoweekday,
    Function.HOUR: lambda moment: moment.hour,
    Function.CLOCK: lambda moment: (moment.hour * 3600 + moment.minute * 60 + moment.second) / 3600,
}
_OF_NUMBER: dict[Function, Callable[[Any], Any]] = {
    Function.ABSOLUTE: abs,
    Function.ROUND: lambda number: number if math.isinf(number) else round(number),
}


def applied(
    function: Function,
    of: Value,
    reads: Reads,
    here: Here,
    read: Callable[[Value, Reads, Here], Any],
) -> Any:
    """A function of a value.

    Raises:
        Empty, Unreadable: as ``read`` of the value.
        NoPlainReading: the function is not known here.
    """
    if function in _OF_TEXT:
        return _OF_TEXT[function](read(of, Reads.TEXT, here))
    if function in _OF_DATE:
        return _OF_DATE[function](read(of, Reads.TIME, here))
    if function in _OF_NUMBER:
        return _OF_NUMBER[function](read(of, Reads.NUMBER, here))
    if function is Function.DECIMALS:
        read(of, Reads.NUMBER, here)
        return decimals(read(of, Reads.TEXT, here))
    raise unknown("function", function)


def decimals(text: str) -> int:
    """Digits after the point of a number, without closing zeros."""
    number = Decimal(text.strip()).normalize()
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
