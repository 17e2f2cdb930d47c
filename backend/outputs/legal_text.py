"""Foreign text on its way into XML, HTML and spreadsheets.

Nothing here touches a disk.
"""

from __future__ import annotations

import re

FORMULA = "[=+@\t\r\n\uff1d\uff0b\uff20\uff0d-]"
"""What a spreadsheet takes for the beginning of a formula; also a pattern of RE2."""
PLAIN_NUMBER = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"
"""What begins like a formula and is none."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_FORMULA = re.compile(FORMULA)
_PLAIN_NUMBER = re.compile(PLAIN_NUMBER)


def legal(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold, or discourages (its section 2.2)."""
    return _NO_XML.sub("\ufffd", text)


def disarm(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    runs = _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if runs else text
