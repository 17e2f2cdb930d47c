"""Reading what is remembered: a file that cannot be read is moved aside, and the run goes on.

Rules of this file: nothing remembered raises because of its content; every file that is not used
as it stands is named in a message; a reader that does not hold the lock moves nothing.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from pydantic import JsonValue
from pydantic_core import from_json

from backend.store.atomic import set_aside


def read_json_object(
    path: Path, trouble: list[str], *, holds_lock: bool = True
) -> dict[str, JsonValue]:
    """Read a JSON object; what is damaged is moved aside, told in ``trouble``, and empty.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    try:
        found = _parsed(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        trouble.append(move_away(path, _plain(error), holds_lock=holds_lock))
        return {}
    if not isinstance(found, dict):
        trouble.append(move_away(path, "it is not a JSON object", holds_lock=holds_lock))
        return {}
    return found


def _parsed(data: bytes) -> JsonValue:
    """What the standard library reads, which has the word on what is damaged; in half its time."""
    with contextlib.suppress(ValueError):
        found: JsonValue = from_json(data, cache_strings="keys")
        return found
    again: JsonValue = json.loads(data)
    return again


def move_away(path: Path, fact: str, *, holds_lock: bool = True) -> str:
    """Rename a damaged file to ``<name>.damaged-<n>``; give the message for the operator.

    Raises:
        WorkspaceError: the folder's permissions refuse.
    """
    if not holds_lock:
        return f"{path.name} is damaged: {fact}. The next run moves it aside and goes on."
    aside = set_aside(path, "damaged")
    return (
        f"{path.name} is damaged: {fact}. It was moved to {aside.name}, which is safe to "
        "delete; what it held is worked out anew."
    )


def _plain(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"it is not JSON from line {error.lineno}, column {error.colno} on"
        case UnicodeDecodeError():
            return f"byte {error.start} is not UTF-8"
        case OSError():
            return f"it could not be read ({error.strerror})"
    return "it is not JSON"
