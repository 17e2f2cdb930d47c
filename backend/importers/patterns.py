"""Patterns of other tools as patterns of a whole text.

There a regular expression may match any part of a text; a rule here is about all of it.
"""

from __future__ import annotations

import re

from backend.importers.draft import Refusal
from backend.importers.duties import Duty, beginning, containing, ending, matching
from backend.rules.language.terms import Value

_ANY = "(?s:.*)"
_PLAIN = re.compile(r"[\w \-:;,@#%&=<>!~'\"/]+")
_FOREIGN = ("[[:", r"\y", r"\m", r"\M", r"\<", r"\>", r"\p", r"\P", r"\h", r"\R", r"\K", "(?i)",
            "(?R", "++", "*+", "?+")  # fmt: skip


def found_in(of: Value, expression: str) -> Duty:
    """A text that a regular expression matches somewhere.

    Raises:
        Refusal: the expression is written in another dialect than Python's.
    """
    _refuse_foreign(expression)
    inner, from_start, to_end = _anchors(expression)
    if from_start and to_end:
        return matching(of, inner)
    grouped = f"(?:{inner})" if _has_choice(inner) else inner
    whole = matching(of, f"{'' if from_start else _ANY}{grouped}{'' if to_end else _ANY}")
    if not _PLAIN.fullmatch(inner):
        return whole
    make = beginning if from_start else ending if to_end else containing
    return make(of, inner)._replace(instead=whole)


def is_anchored(expression: str) -> bool:
    """Whether an expression tells of the whole text, however an engine searches."""
    _, from_start, to_end = _anchors(expression)
    return from_start and to_end


def _refuse_foreign(expression: str) -> None:
    odd = [part for part in _FOREIGN if part in expression]
    if odd:
        raise Refusal(f"the pattern {expression!r} has {odd[0]!r}, which dialects read differently")
    try:
        re.compile(expression)
    except re.error as error:
        raise Refusal(f"the pattern {expression!r} is not one of Python's ({error})") from error


def _anchors(expression: str) -> tuple[str, bool, bool]:
    """The expression without its outer anchors, and which there were."""
    if _has_choice(expression):
        return expression, False, False
    from_start = expression.startswith("^")
    inner = expression[1:] if from_start else expression
    to_end = inner.endswith("$") and not _is_escaped(inner)
    return inner[:-1] if to_end else inner, from_start, to_end


def _is_escaped(text: str) -> bool:
    """Whether the last character is taken literally."""
    before = text[:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _has_choice(expression: str) -> bool:
    """Whether ``|`` stands outside all brackets."""
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "", expression)
    depth = 0
    for char in bare:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "|" and depth == 0:
            return True
    return False


def like(of: Value, pattern: str) -> Duty:
    """An SQL LIKE pattern: ``%`` is any text, ``_`` any character.

    Raises:
        Refusal: it escapes a sign, which databases do in different ways.
    """
    if "\\" in pattern:
        raise Refusal(f"the LIKE pattern {pattern!r} escapes a sign, as databases do differently")
    core = pattern.strip("%")
    if core and not set(core) & set("%_"):
        starts, ends = not pattern.startswith("%"), not pattern.endswith("%")
        if not (starts and ends):
            make = beginning if starts else ending if ends else containing
            return make(of, core)._replace(instead=_translated(of, pattern))
    return _translated(of, pattern)


def _translated(of: Value, pattern: str) -> Duty:
    parts = {"%": _ANY, "_": "(?s:.)"}
    return matching(of, "".join(parts.get(char) or _literal(char) for char in pattern))


def _literal(char: str) -> str:
    return f"\\{char}" if char in r"\.^$*+?{}[]|()" else char
