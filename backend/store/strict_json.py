"""JSON as the standard has it, read so that a fault costs only the value that holds it.

Nothing here touches a disk. Python's reader lets pass what other tools refuse or read otherwise:
``NaN`` and ``Infinity``, a name that an object carries twice, numbers beyond any float, half a
character. Here each of them becomes a `Fault` in the place of its value.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NamedTuple

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class Fault(NamedTuple):
    """What stands where a value should be: the fact and the cure, as one or two sentences."""

    message: str


def parse(text: str) -> object:
    """Read a JSON text with its faults in place.

    Raises:
        ValueError: the text is not JSON at all (`json.JSONDecodeError` tells where).
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_int,
        )
    except RecursionError:
        raise ValueError("lists and objects are nested too deeply") from None


def find_fault(value: object) -> Fault | None:
    """The first fault inside a value that `parse` gave."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            if not found.isascii() and _HALF_CHARACTER.search(found):
                return Fault(f"{found!r} holds half a character. Type it anew.")
        elif isinstance(found, Fault):
            return found
        elif isinstance(found, dict):
            waiting += [*reversed(found.values()), *reversed(found)]
        elif isinstance(found, list):
            waiting += reversed(found)
    return None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = dict(pairs)
    if len(found) == len(pairs):
        return found
    found.clear()
    for name, value in pairs:
        twice = Fault(f"{name!r} is given twice. Keep one of them.")
        found[name] = twice if name in found else value
    return found


def _constant(literal: str) -> Fault:
    return Fault(f"{literal} is not a value of JSON. Write a number, or leave the field out.")


def _float(literal: str) -> float | Fault:
    value = float(literal)
    beyond = Fault(f"{literal[:40]} is beyond what a number holds.")
    return value if math.isfinite(value) else beyond


def _int(literal: str) -> int | Fault:
    return int(literal) if len(literal) <= 309 else Fault(f"{literal[:20]}… has too many digits.")
