"""Where a text is not JSON, in its author's words.

Nothing here touches a disk.
"""

from __future__ import annotations

import json
import re

_COMMENT = re.compile(r"//|/\*|#")
_TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>")


def say_mistake(error: json.JSONDecodeError) -> str:
    """What stands at the place of the error, as one fact without a full stop.

    >>> try:
    ...     json.loads("[1, ]")
    ... except json.JSONDecodeError as error:
    ...     say_mistake(error)
    'a comma stands before the closing bracket'
    """
    before, rest = error.doc[: error.pos].rstrip(), error.doc[error.pos :].lstrip()
    return _say_beginning(before, rest) or _say_python(error.msg)


def _say_beginning(before: str, rest: str) -> str:
    if not rest:
        return "the text ends too early" if before else "the file is empty"
    if rest[0] in "]}" and before.endswith(","):
        return "a comma stands before the closing bracket"
    if _CONFLICT.match(rest):
        return "it is a mark of an unresolved merge"
    if _COMMENT.match(rest):
        return "JSON has no comments"
    if rest[0] in _TYPOGRAPHIC:
        return f"{rest[0]} is no quote of JSON, which has straight ones alone"
    if rest[0] == "'":
        return "JSON has double quotes alone"
    return ""


def _say_python(message: str) -> str:
    """What the reader itself says, where its words are plain."""
    if message.startswith("Unterminated string"):
        return "a text opens here and is never closed"
    if message.startswith("Invalid control character"):
        return "a text holds a line break or another control character, where JSON has escapes"
    if message.startswith("Extra data"):
        return "the list has ended, and more follows"
    return message[:1].lower() + message[1:]
