"""What is wrong with an entry of ``checks.json``, in its author's words.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError

from backend.contracts.check import Check, Example

EMPTY = "It is empty. Every check needs it."

_EXPECTED = {
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "an object, {…}",
    "model_type": "an object, {…}",
}
_CELLS = "text, a number, true or false"
_MOST = 10


class FieldError(NamedTuple):
    """One field of an entry (``params.limit`` inside another) and what is wrong with it."""

    field: str
    fact: str

    @property
    def sentence(self) -> str:
        """The fact with its field in front."""
        return f"{self.field}: {self.fact}" if self.field else self.fact


def say_errors(error: ValidationError) -> list[FieldError]:
    """Turn what pydantic found into one plain sentence for each field at fault."""
    said: dict[str, FieldError] = {}
    for found in error.errors(include_url=False):
        place = _field_place(found["loc"])
        name = ".".join(map(str, place))
        said.setdefault(name, FieldError(name, _say(found, place)))
    return list(said.values())


def list_names(names: Iterable[str]) -> str:
    """At most ten names, and how many more there are."""
    known = list(names)
    more = f" and {len(known) - _MOST} more" if len(known) > _MOST else ""
    return ", ".join(known[:_MOST]) + more


def _field_place(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The place without the branch of a union that pydantic appends to it."""
    return loc[:-1] if len(loc) > 1 and loc[-1] in ("bool", "int", "float", "str") else loc


def _say(found: Mapping[str, Any], place: tuple[int | str, ...]) -> str:
    kind, value = found["type"], found["input"]
    if kind == "missing":
        return "The field is missing. Every check needs it."
    if value is None:
        return "null is no value here. Write one."
    if kind == "extra_forbidden":
        return _say_unknown(str(place[-1]), Example if place[0] == "examples" else Check)
    if kind in ("too_short", "string_too_short"):
        return EMPTY
    return _say_misfit(found, is_cell=found["loc"] != place)


def _say_misfit(found: Mapping[str, Any], *, is_cell: bool) -> str:
    kind, value = found["type"], found["input"]
    if kind == "enum":
        return f"{_quote(value)} is none of {found['ctx']['expected'].replace(' or ', ', ')}."
    if kind == "value_error":
        return f"{found['ctx']['error']}."
    if is_cell:
        return f"{_quote(value)} is not {_CELLS}."
    if kind in _EXPECTED:
        return f"{_quote(value)} is not {_EXPECTED[kind]}."
    return f"{_quote(value)} does not fit here: {found['msg']}."


def _say_unknown(name: str, contract: type[Check] | type[Example]) -> str:
    known = list(contract.model_fields)
    nearest = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    return f"There is no such field.{hint} Fields: {list_names(known)}."


def _quote(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
