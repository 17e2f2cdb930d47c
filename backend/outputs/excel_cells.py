"""Values and names as Excel takes them.

Nothing here touches a disk. Limits are those of Excel's specifications: 1,048,576 rows and 16,384
columns in a sheet, 32,767 characters in a cell, 31 in a sheet's name, 15 digits in a number.
"""

from __future__ import annotations

import re
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Font

from backend.outputs.legal_text import disarm, legal

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_CHARACTERS = 32_767
_MOST_OF_A_NAME = 31
_MOST_DIGITS = 15
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")


class SheetNames:
    """Names for the sheets of one workbook: legal, and no two alike but for capitals."""

    def __init__(self) -> None:
        """``History`` is Excel's own."""
        self._taken = {"history"}

    def take(self, wanted: str, ending: str = "") -> str:
        """The name that is nearest to the wanted one; it is taken from now on."""
        clean = _NO_NAME.sub("_", legal(wanted)).strip(" '") or "check"
        name, number = _ended(clean, ending), 1
        while name.casefold() in self._taken:
            number += 1
            name = _ended(clean, f"{ending} ({number})")
        self._taken.add(name.casefold())
        return name


def text_value(sheet: Any, text: str) -> object:
    """A text that stays one: no formula, no error, nothing that Excel cannot hold."""
    held = shorten(disarm(legal(text)), MOST_CHARACTERS, "…")
    if held not in ERROR_CODES:
        return held or None
    cell = WriteOnlyCell(sheet, held)
    cell.data_type = "s"
    return cell


def is_cut(text: str) -> bool:
    """Whether `text_value` holds less than this text."""
    return 2 * len(text) >= MOST_CHARACTERS and _units(disarm(legal(text))) > MOST_CHARACTERS


def number_value(text: str) -> int | float | None:
    """The number that a text is, if Excel holds all its digits and would not drop a zero."""
    found = _NUMBER.fullmatch(text)
    if found is None or len(text.lstrip("-").replace(".", "")) > _MOST_DIGITS:
        return None
    return float(text) if found[2] or found[3] else int(text)


def head_cell(sheet: Any, text: str) -> object:
    """The cell of a header."""
    cell = WriteOnlyCell(sheet, shorten(disarm(legal(text)), MOST_CHARACTERS, "…"))
    cell.data_type = "s"
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def shorten(text: str, most: int, ending: str) -> str:
    """The text, or what fits of it with this ending; Excel counts units of UTF-16."""
    if 2 * len(text) <= most or _units(text) <= most:
        return text
    units = text.encode("utf-16-le")
    return units[: 2 * (most - len(ending))].decode("utf-16-le", "ignore") + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _ended(name: str, ending: str) -> str:
    return shorten(name, _MOST_OF_A_NAME - len(ending), "").rstrip(" '") + ending
