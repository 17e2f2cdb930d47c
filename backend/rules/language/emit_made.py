"""A text beside what other texts make, to Pandas."""

from __future__ import annotations

from functools import reduce

from backend.codegen.code import Code, call, literal
from backend.rules.language.rows import Rows
from backend.rules.language.terms import Constant, Made, Reads, Value


def starts_with(texts: list[str], parts: list[str]) -> list[bool]:
    """Where a text starts with the one beside it; nowhere where one of the two is empty."""
    return [bool(part) and text.startswith(part) for text, part in zip(texts, parts, strict=True)]


def ends_with(texts: list[str], parts: list[str]) -> list[bool]:
    """Where a text ends with the one beside it; nowhere where one of the two is empty."""
    return [bool(part) and text.endswith(part) for text, part in zip(texts, parts, strict=True)]


def contains(texts: list[str], parts: list[str]) -> list[bool]:
    """Where a text contains the one beside it; nowhere where one of the two is empty."""
    return [bool(part) and part in text for text, part in zip(texts, parts, strict=True)]


_PLACES = {"starts with": starts_with, "ends with": ends_with, "contains": contains}


def made(atom: Made, rows: Rows) -> Code:
    """Where a text is, or holds at a place, what the parts make."""
    text = rows.value(atom.of, Reads.TEXT)
    wanted = reduce(lambda one, other: one.combine("+", other), _parts(atom, rows))
    if atom.how == "is":
        return text.compare("==", wanted)
    sides = [each.call("fillna", literal("")).call("tolist") for each in (text, wanted)]
    found = call(rows.body.use(_PLACES[atom.how]).text, *sides)
    return call("pd.Series", found, index=rows.frame.attribute("index"))


def _parts(atom: Made, rows: Rows) -> list[Code]:
    return [_part(each, rows) for each in atom.parts]


def _part(part: Value, rows: Rows) -> Code:
    return literal(str(part.value)) if isinstance(part, Constant) else rows.value(part, Reads.TEXT)
