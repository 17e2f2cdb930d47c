"""Values as sentences write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from backend.importers.draft import Refusal, Said, Spelling
from backend.rules.language.terms import Constant, Reads

_MARKS = (
    ("'", "'"), ('"', '"'), ("`", "`"),
    ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"),
)  # fmt: skip
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.0+)?)?")


def plain(column: str) -> str:
    """A column by its bare name."""
    return column


def ticked(column: str) -> str:
    """A column between backticks, where its name is an English word or has odd signs."""
    return f"`{column}`"


def titled(column: str) -> str:
    """A column that is called one."""
    return f"the column {column}"


SPELLINGS: tuple[Spelling, ...] = (plain, ticked, titled)


def quote(text: str) -> str:
    """A text between quotation marks that do not occur in it.

    Raises:
        Refusal: no marks are left, or the text has several lines or none.
    """
    for left, right in _MARKS:
        if text and "\n" not in text and left not in text and right not in text:
            return f"{left}{text}{right}"
    raise Refusal(f"the text {text!r} cannot be quoted in a sentence")


def say_number(value: float) -> str:
    """A number without an exponent."""
    if isinstance(value, int):
        return str(value)
    if value == int(value):
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def constant(value: object) -> Constant:
    """A number, a date or a text of a file.

    Raises:
        Refusal: it is none of these.
    """
    if isinstance(value, date):  # YAML reads dates as dates
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Refusal(f"{value!r} is neither a number nor a text")
    if isinstance(value, str):
        return date_constant(value) or Constant(value=value, reads=Reads.TEXT)
    whole = int(value) if value == int(value) else value
    return Constant(value=whole, reads=Reads.NUMBER)


def date_constant(text: str) -> Constant | None:
    """A date in ISO 8601, with its time where it tells one."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day, time = found.groups()
    if time is None:
        return Constant(value=day, reads=Reads.DATE)
    return Constant(value=f"{day}T{time}", reads=Reads.TIME)


def say_constant(value: Constant) -> str:
    """A constant: numbers and dates bare, texts in quotes."""
    if value.reads == Reads.TEXT:
        return quote(str(value.value))
    if value.reads == Reads.NUMBER and not isinstance(value.value, str):
        return say_number(value.value)
    return str(value.value)


def say_options(options: Sequence[Constant]) -> str:
    """``'a', 'b' or 'c'``."""
    *most, last = [say_constant(option) for option in options]
    return f"{', '.join(most)} or {last}" if most else last


def say_columns(columns: Sequence[str]) -> Said:
    """``a, b and c``."""

    def said(spell: Spelling) -> str:
        *most, last = [spell(column) for column in columns]
        return f"{', '.join(most)} and {last}" if most else last

    return said


def sentence(text: str) -> str:
    """The text with a capital where it begins with a plain word, and a full stop."""
    for word in ("the ", "if ", "there ", "among ", "at ", "each "):
        if text.startswith(word):
            text = text[0].upper() + text[1:]
    return f"{text}."
