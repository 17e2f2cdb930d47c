"""Thresholds of SodaCL: ``= 0``, ``< 5%``, ``between 10 and (20``, ``when > 5``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from backend.importers.draft import NEVER, Limits, Refusal
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


def limits_from_alerts(alerts: Mapping[str, object], unit: str) -> Limits:
    """``warn: when > 5`` and ``fail: when > 10`` as ``warn_if`` and ``fail_if``.

    Raises:
        Refusal: one alerts on few rows rather than on many.
    """
    zones = {key: _alert_zone(str(text)) for key, text in alerts.items()}
    warn, fail = zones.get("warn"), zones.get("fail")
    if warn is not None and warn.high is not None and fail is not None and fail.low == warn.high:
        warn = warn._replace(high=None)  # beyond it the check fails
    found = []
    for zone in (warn, fail):
        if zone is not None and (zone.low is None or zone.high is not None):
            raise Refusal("an alert that is not about too many rows has no limit here")
        limit = None if zone is None or zone.low is None else _value(zone.low)
        found.append(None if zone is None or limit is None else _limit(zone.above, limit, unit))
    warn_if = found[0] or "> 0" if warn is not None else None
    fail_if = found[1] or "> 0" if fail is not None else NEVER
    return Limits(warn_if, fail_if)


def _alert_zone(text: str) -> Bounds:
    text = text.strip().removeprefix("when").strip()
    if re.fullmatch(r"(!=|<>)\s*0\s*%?", text):
        return Bounds(_number("0"), None, above=">")
    return read_zone(text)


def _limit(sign: str, limit: float, unit: str) -> str | None:
    if limit == 0 and sign == ">=":
        raise Refusal("the threshold cannot be kept by any number of rows")
    return None if limit == 0 else f"{sign} {say_number(limit)}{unit}"


def _value(number: Constant) -> float:
    assert not isinstance(number.value, str)
    return number.value
