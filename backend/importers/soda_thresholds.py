"""Thresholds of SodaCL: ``= 0``, ``< 5%``, ``between 10 and (20``, ``when > 5``."""

from __future__ import annotations

import re

from backend.importers.draft import Refusal
from backend.importers.duties import Bounds
from backend.importers.english import constant, say_number
from backend.rules.language.terms import Constant

_NUMBER = r"[-+]?\d+(?:\.\d*)?|[-+]?\.\d+"
_COMPARED = re.compile(rf"(<=|>=|!=|<>|=|<|>)\s*({_NUMBER})\s*%?")
_BETWEEN = re.compile(
    rf"(not\s+)?between\s+([\[(]?)\s*({_NUMBER})\s*%?\s+and\s+({_NUMBER})\s*%?\s*([\])]?)"
)


def read_zone(text: str) -> Bounds:
    """The values that a threshold holds, as bounds.

    Raises:
        Refusal: it is no threshold, or one of two zones.
    """
    text = text.strip()
    found = _BETWEEN.fullmatch(text)
    if found is not None and not found[1]:
        above = ">" if found[2] == "(" else ">="
        below = "<" if found[5] == ")" else "<="
        return Bounds(_number(found[3]), _number(found[4]), above, below)
    found = _COMPARED.fullmatch(text)
    if found is None or found[1] in ("!=", "<>"):
        raise Refusal(f"the threshold {text!r} is not one zone of values")
    sign, number = found[1], _number(found[2])
    if sign == "=":
        return Bounds(number, number)
    return Bounds(number, None, above=sign) if sign[0] == ">" else Bounds(None, number, below=sign)


def _number(text: str) -> Constant:
    return constant(float(text) if "." in text else int(text))


def contrary(zone: Bounds) -> Bounds:
    """The values outside a zone that is open on one side.

    Raises:
        Refusal: the zone has two ends.
    """
    low, high, above, below = zone
    if (low is None) == (high is None):
        raise Refusal("an alert on values between two bounds has no rule here")
    if high is None:
        return Bounds(None, low, below="<" if above == ">=" else "<=")
    return Bounds(high, None, above=">" if below == "<=" else ">=")


def limit_from_pass(zone: Bounds, unit: str) -> str | None:
    """``fail_if`` of a count of rows that must lie in a zone; None is the usual one.

    Raises:
        Refusal: the zone wants rows to be flagged.
    """
    low, high, above, below = zone
    if high is None or _value(high) < 0 or (low is not None and (_value(low), above) != (0, ">=")):
        raise Refusal("a number of rows that must not be too small has no limit here")
    return _limit(">=" if below == "<" else ">", _value(high), unit)


def limit_from_alert(text: str, unit: str) -> str:
    """``when > 5`` as ``warn_if`` or ``fail_if``.

    Raises:
        Refusal: it alerts on few rows rather than on many.
    """
    text = text.strip().removeprefix("when").strip()
    if re.fullmatch(r"(!=|<>)\s*0\s*%?", text):
        return "> 0"
    low, high, above, _ = read_zone(text)
    if low is None or high is not None:
        raise Refusal(f"the alert {text!r} is not about too many rows")
    return _limit(above, _value(low), unit) or "> 0"


def _limit(sign: str, limit: float, unit: str) -> str | None:
    if limit == 0 and sign == ">=":
        raise Refusal("the threshold cannot be kept by any number of rows")
    return None if limit == 0 else f"{sign} {say_number(limit)}{unit}"


def _value(number: Constant) -> float:
    assert not isinstance(number.value, str)
    return number.value
