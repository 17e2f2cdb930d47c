"""Regular expressions of Python as RE2 reads them, for whole texts.

Python's classes are of Unicode, RE2's of ASCII: they are written out. What RE2 cannot say is not
lowered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from backend.rules.lowering import NotLowered

BLANKS = r"\s\p{Z}\x0B\x1C-\x1F\x{85}"
"""What Unicode calls white space (Python's ``str.isspace``), inside a set of RE2."""
_INSIDE = {r"\d": r"\p{Nd}", r"\D": r"\P{Nd}", r"\w": r"\p{L}\p{N}_", r"\s": BLANKS}
_OUTSIDE = {
    r"\d": r"\p{Nd}",
    r"\D": r"\P{Nd}",
    r"\w": r"[\p{L}\p{N}_]",
    r"\W": r"[^\p{L}\p{N}_]",
    r"\s": f"[{BLANKS}]",
    r"\S": f"[^{BLANKS}]",
}
_OUT_OF_SET = re.compile(r"\\.|\[\^?\]?|.", re.DOTALL)
_IN_SET = re.compile(r"\\.|.", re.DOTALL)
_UNKNOWN = {
    sre.ASSERT: "it looks ahead or back",
    sre.ASSERT_NOT: "it looks ahead or back",
    sre.GROUPREF: "it refers back to a group",
    sre.GROUPREF_EXISTS: "it depends on a group",
    sre.ATOMIC_GROUP: "it has an atomic group",
    sre.POSSESSIVE_REPEAT: "it has a possessive repeat",
}
_UNLIKE_FLAGS = re.VERBOSE | re.ASCII | re.LOCALE
_UNLIKE_ESCAPES = [r"\b", r"\B", r"\u", r"\U", r"\N", r"\Z"]
_MOST_REPEATS = 1000
"""RE2 counts no further."""


def as_re2(expression: str) -> str:
    """The expression in RE2's syntax.

    Raises:
        NotLowered: RE2 cannot say it, or it is none.
    """
    try:
        tree = parser.parse(expression)
    except re.error as error:
        raise NotLowered(f"the pattern {expression!r} is none ({error})") from error
    why = next(_differences(tree), None)
    if why is None and tree.state.flags & _UNLIKE_FLAGS:
        why = "it has a flag that RE2 has not"
    if why is not None:
        raise _unlike(expression, why)
    return "".join(_translated(expression))


def _unlike(expression: str, why: str) -> NotLowered:
    return NotLowered(f"the pattern {expression!r} is not RE2's: {why}")


def _differences(part: Any) -> Iterator[str]:
    """Why RE2 does not read a part of a parsed pattern, if so."""
    if isinstance(part, parser.SubPattern):
        for code, argument in part:
            yield from _of_code(code, argument)
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from _differences(inner)


def _of_code(code: Any, argument: Any) -> Iterator[str]:
    if code in _UNKNOWN:
        yield _UNKNOWN[code]
    if code in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        bounds = [bound for bound in argument[:2] if bound is not sre.MAXREPEAT]
        if max(bounds, default=0) > _MOST_REPEATS:
            yield f"it repeats more than {_MOST_REPEATS} times"
    yield from _differences(argument)


def _translated(expression: str) -> Iterator[str]:
    """The expression piece by piece, with its classes written out."""
    place, in_set = 0, False
    while place < len(expression):
        found = (_IN_SET if in_set else _OUT_OF_SET).match(expression, place)
        piece = found[0] if found else expression[place:]
        if piece in _UNLIKE_ESCAPES:
            raise _unlike(expression, f"{piece} means something else there")
        if in_set and piece in (r"\W", r"\S"):
            raise _unlike(expression, f"{piece} inside a set cannot be written out")
        written = (_INSIDE if in_set else _OUTSIDE).get(piece, piece)
        yield r"\[" if in_set and piece == "[" else written
        in_set = piece != "]" if in_set else piece.startswith("[")
        place += len(piece)
