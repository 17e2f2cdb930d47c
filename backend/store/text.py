"""The texts that this room writes: the same value gives the same bytes.

Nothing here touches a disk.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable

from pydantic import JsonValue
from pydantic_core import PydanticSerializationError, to_json

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def to_bytes(text: str) -> bytes:
    """Encode as UTF-8; half a surrogate pair, which UTF-8 cannot say, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF_CHARACTER.sub("\ufffd", text).encode()


def json_text(value: object) -> str:
    """Write for people: indented, keys in the order given, a line break at the end.

    The standard library indents in Python itself, which takes ten times as long; it has the word on
    what the other refuses (half a character), or spells as no JSON does.
    """
    text = _spelled(value, indent=2)
    return text or json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def json_line(value: object) -> str:
    """Write for a log: one line, keys in the order given, a line break at the end.

    Chained logs are compared with these very bytes.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def quick_line(value: object) -> str:
    """Write for a log of many lines that no hash hangs on: `json_line`, in a third of its time.

    A number may be spelled otherwise (1e-5 for 1e-05).
    """
    return _spelled(value) or json_line(value)


def _spelled(value: object, indent: int | None = None) -> str:
    """Empty where the standard library has the word."""
    with contextlib.suppress(PydanticSerializationError):
        text = to_json(value, indent=indent).decode()
        if "NaN" not in text and "Infinity" not in text:
            return text + "\n"
    return ""


def canonical_json(value: object) -> bytes:
    """Write for a hash: keys sorted, no spaces."""
    text = json.dumps(
        value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return to_bytes(text)


def csv_text(rows: Iterable[Iterable[JsonValue]]) -> str:
    """Write rows as RFC 4180 has it, with plain line feeds; None is an empty cell.

    The standard library's writer leaves a lone carriage return unquoted before Python 3.13.
    """
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _NEEDS_QUOTES.search(text) else text
