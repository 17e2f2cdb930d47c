"""The texts that this room writes: the same value gives the same bytes.

Nothing here touches a disk.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable

from pydantic import BaseModel, JsonValue
from pydantic_core import PydanticSerializationError, to_json

_NEEDS_QUOTES = re.compile(r'["\r\n]')
"""A comma does, too: it is counted."""
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def to_bytes(text: str) -> bytes:
    """Encode as UTF-8; half a surrogate pair, which UTF-8 cannot say, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF_CHARACTER.sub("\ufffd", text).encode()


def json_text(value: object) -> str:
    """Write for people: indented, keys in the order given, a line break at the end.

    A model may be given as it is, or in what is given.

    The standard library indents in Python itself, which takes ten times as long; it has the word on
    what the other refuses (half a character), or spells as no JSON does.
    """
    text = _spelled(value, indent=2)
    if text:
        return text
    return json.dumps(_plain(value), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def json_line(value: object) -> str:
    """Write for a log: one line, keys in the order given, a line break at the end.

    Chained logs are compared with these very bytes.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def quick_line(value: object) -> str:
    """Write for a log of many lines that no hash hangs on: `json_line`, in a third of its time.

    A number may be spelled otherwise (1e-5 for 1e-05). A model may be given as it is.
    """
    return _spelled(value) or json_line(_plain(value))


def _spelled(value: object, indent: int | None = None) -> str:
    """Empty where the standard library has the word."""
    with contextlib.suppress(PydanticSerializationError):
        text = to_json(value, indent=indent).decode()
        if "NaN" not in text and "Infinity" not in text:
            return text + "\n"
    return ""


def _plain(value: object) -> object:
    """What holds models, as the standard library takes it."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json")
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value


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
    return "".join(map(_csv_line, rows))


def _csv_line(row: Iterable[JsonValue]) -> str:
    cells = list(map(_cell, row))
    line = ",".join(cells)
    if _NEEDS_QUOTES.search(line) or line.count(",") >= len(cells):
        line = ",".join(map(_quoted, cells))
    return line + "\n"


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    is_plain = "," not in text and not _NEEDS_QUOTES.search(text)
    return text if is_plain else f'"{text.replace(chr(34), chr(34) * 2)}"'
