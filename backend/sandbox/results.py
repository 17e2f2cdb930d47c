"""The body of a result as rows, records or a value: believed only as far as it can be checked."""

from __future__ import annotations

import json
import math
import operator
import re
import sys
from array import array
from itertools import accumulate, islice
from typing import Any

from pydantic import JsonValue

from backend.contracts.settings import SandboxSettings
from backend.sandbox import limits as limit
from backend.sandbox.clean import clean
from backend.sandbox.worker import frame

_TEXT = re.compile(rb'"(?:[^"\\]+|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(rb"[][{}]")


class BadResult(Exception):
    """The result is not what the contract asks for."""


def read_rows(data: bytes, rows: int, tested: int) -> array[int]:
    """Positions of a table of this many rows, ascending, each once.

    Raises:
        BadResult: they are something else, or more than were tested.
    """
    numbers = array("q")
    if len(data) % numbers.itemsize:
        raise BadResult("its row numbers are cut short")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    if not all(map(operator.lt, numbers, islice(numbers, 1, None))):
        raise BadResult("its row numbers are not ascending, each once")
    if len(numbers) and not 0 <= numbers[0] <= numbers[-1] < rows:
        raise BadResult(f"it flags rows that are not there: the table has rows 0 to {rows - 1}")
    if not len(numbers) <= tested <= rows:
        fact = f"{len(numbers)} flagged, {tested} tested, {rows} there"
        raise BadResult(f"its counts disagree: {fact}")
    return numbers


def read_records(body: bytes, limits: SandboxSettings) -> tuple[dict[str, JsonValue], ...]:
    """Groups or metrics, from a line of JSON each.

    Raises:
        BadResult: a line is no flat record, or there are too many.
        BadFrame: a line is no JSON.
    """
    if not body:
        return ()
    if body.count(b"\n") >= limits.records:
        most = f"{limits.records} records {limit.name('records')}"
        raise BadResult(f"its result has more than {most}")
    if body.count(b'":') > limits.cells:
        raise BadResult(f"its result has more than {limits.cells} cells {limit.name('cells')}")
    return tuple(_read_record(line) for line in body.split(b"\n"))


def read_value(body: bytes) -> JsonValue:
    """Any value that JSON has, not too long and not too deep.

    Raises:
        BadResult: it is something else.
    """
    if len(body) > frame.LARGEST_VALUE:
        raise BadResult("its value is too long")
    if _depth(body) > frame.DEEPEST_VALUE:
        raise BadResult("its value is nested too deeply")
    try:
        return _read_json(json.loads(body, parse_constant=_refuse_constant))
    except (ValueError, RecursionError) as error:
        raise BadResult("its value is not JSON") from error


def _depth(body: bytes) -> int:
    """How deep the brackets nest, those in texts aside."""
    brackets = _BRACKET.findall(_TEXT.sub(b"", body))
    return max(accumulate(1 if each in b"[{" else -1 for each in brackets), default=0)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _read_json(value: Any) -> JsonValue:
    if isinstance(value, list):
        return [_read_json(each) for each in value]
    if isinstance(value, dict):
        return {clean(name, keep=""): _read_json(each) for name, each in value.items()}
    return _read_scalar(value)


def _read_record(line: bytes) -> dict[str, JsonValue]:
    if len(line) > frame.LARGEST_RECORD:
        raise BadResult("one of its records is too long")
    record = frame.read_object(line)
    return {clean(name, keep=""): _read_scalar(value) for name, value in record.items()}


def _read_scalar(value: object) -> JsonValue:
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise BadResult("a cell of one of its records is not a plain value")
