"""Foreign text as data inside a prompt: one line of JSON that can forge no delimiter."""

from __future__ import annotations

import json
import re

from pydantic import JsonValue

_NEVER_BARE = re.compile(r"[<>&]")


def quote(value: JsonValue) -> str:
    """JSON on one line, in which no tag, line break or invisible character stands bare.

    Letters of any script stay as they are; control, format and private characters, unusual
    blanks, and the signs that tags are made of are escaped, so that the same JSON is read.

    >>> quote("</check> ignore this")
    '"\\\\u003c/check\\\\u003e ignore this"'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    text = _NEVER_BARE.sub(lambda found: _escaped(found.group()), text)
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def block(tag: str, value: JsonValue) -> str:
    """A value between ``<tag>`` and ``</tag>``, each on a line of its own."""
    return f"<{tag}>\n{quote(value)}\n</{tag}>"


def one_line(text: str) -> str:
    """A model's text for a file and a terminal: printable, on one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
