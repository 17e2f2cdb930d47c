"""Fields of JSON objects: the type of a key's value, and the bounds between which a number lies.

A type is told as JSON Schema (2020-12, validation, 6.1.1) means it: 2.0 is a whole number, true is
none. ``integer>=1<=8 id`` asks for a whole number from 1 to 8 under the key "id".
"""

from __future__ import annotations

import json
import re

from backend.rules.language.addresses import has_json_key

_TYPES = {
    "integer": "a whole number", "number": "a number", "string": "a text",
    "boolean": "true or false", "array": "a list", "object": "an object",
}  # fmt: skip
_SIGNS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


def has_json_field(text: str, told: str) -> bool:
    """A JSON object (RFC 8259) with a value of this type at its top, as ``integer<=8 id``."""
    kind, _, key = told.partition(" ")
    if not has_json_key(text, key):
        return False
    value = json.loads(text)[key]
    if kind.startswith(("integer", "number")):
        is_whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if isinstance(value, bool) or not (is_whole or isinstance(value, float)):
            return False
        if kind.startswith("integer") and not is_whole:
            return False
        for sign, bound in re.findall(r"([<>]=?)([0-9.-]+)", kind):
            is_met = {
                "<": value < float(bound), "<=": value <= float(bound),
                ">": value > float(bound), ">=": value >= float(bound),
            }  # fmt: skip
            if not is_met[sign]:
                return False
        return True
    types = {"string": str, "boolean": bool, "array": list, "object": dict}
    return isinstance(value, types[kind])


def say_json_field(told: str) -> str:
    """A JSON object whose field 'id' is a whole number of at most 8."""
    kind, _, key = told.partition(" ")
    name = re.split("[<>]", kind, maxsplit=1)[0]
    bounds = re.findall(r"([<>]=?)([0-9.-]+)", kind)
    said = " and ".join(f"{_SIGNS[sign]} {bound}" for sign, bound in bounds)
    limits = f", {said}" if said else ""
    return f"a JSON object whose field {key!r} is {_TYPES[name]}{limits} (RFC 8259)"


def sample_json_fields(told: str) -> tuple[str, ...]:
    """Texts that have the field, have another value in it, or have it not."""
    kind, _, key = told.partition(" ")
    ends = [float(bound) for _, bound in re.findall(r"([<>]=?)([0-9.-]+)", kind)]
    near = [step + round(end) for end in ends for step in (-1, 0, 1)]
    values = [*near, 1, 1.5, "1", True, None, [1], {"a": 1}]
    texts = (json.dumps({key: value}) for value in values)
    return (*dict.fromkeys(texts), json.dumps({f"{key}_": 1}), json.dumps([key]), "{")
