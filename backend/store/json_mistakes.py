"""Where a text is not JSON, in its author's words.

Nothing here touches a disk.
"""

from __future__ import annotations

import json
import re

_COMMENT = re.compile(r"//|/\*|#")
_TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
_BLANKS = " \t\r\n"
_WORD = re.compile(r"[A-Za-z]+(?![\\w])")
_WORDS = {"true": "true", "false": "false", "none": "null", "null": "null", "nil": "null"}
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>")


def say_mistake(error: json.JSONDecodeError) -> str:
    """What stands at the place of the error, as one fact without a full stop.

    >>> try:
    ...     json.loads("[1, ]")
    ... except json.JSONDecodeError as error:
    ...     say_mistake(error)
    'a comma stands before the closing bracket'
    """
    before, rest = error.doc[: error.pos].rstrip(), error.doc[error.pos :].lstrip(_BLANKS)
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
    return _say_word(rest)


def _say_word(rest: str) -> str:
    """What stands where a value is meant, and is none."""
    word = _WORD.match(rest)
    if word and word[0].lower() in _WORDS:
        return f"{word[0]} is written {_WORDS[word[0].lower()]} in JSON"
    if rest.startswith("<"):
        return "it is the beginning of a web page or of XML"
    if not rest[0].isprintable():
        return f"U+{ord(rest[0]):04X} stands here, a character that is no blank of JSON"
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
