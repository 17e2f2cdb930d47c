"""By their first letters: which texts can be numbers or dates at all.

Numbers begin with a digit, a minus or a dot, and dates with a digit or with the name of a month.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from backend.tables.cell_bytes import CellBytes, cell_bytes
from backend.tables.vectors import Mask

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_STARTS = [month[:3].lower() for month in MONTHS]


def _table(letters: bytes) -> Mask:
    found = np.zeros(256, np.bool_)
    found[list(letters)] = True
    return found


# A pattern that minds no case also takes a long s for an s; in UTF-8 it begins with this byte.
_LONG_S = "\N{LATIN SMALL LETTER LONG S}".encode()[0]
_IS_NUMERIC = _table(b"0123456789-." + bytes([_LONG_S]))
_CODES = [month.encode() for month in MONTH_STARTS]
_IS_MONTHLY = _table(b"".join(month[:1] + month[:1].upper() for month in _CODES))
_MONTH_CODES = np.array([int.from_bytes(month, "big") for month in _CODES])
_LOWER = 0x202020


def is_surely_text(text: CellBytes) -> bool:
    """Whether neither numbers nor dates make up half of the cells; a no proves nothing."""
    return 2 * _doubtful(text, len(text.starts) // 2) < len(text.starts)


def may_hold_numbers_or_dates(texts: pa.LargeStringArray) -> bool:
    """Whether any of some texts begins like one."""
    text = cell_bytes(texts)
    return text is None or _doubtful(text, 0) > 0


def begin_oddly(text: CellBytes) -> Mask:
    """Which cells begin with a blank, or with anything beyond ASCII: all others are not blank."""
    firsts = text.firsts
    found: Mask = (firsts <= ord(" ")) | (firsts > ord("~"))
    return found


def _doubtful(text: CellBytes, most: int) -> int:
    """How many cells may be numbers or dates; counted closely where they seem beyond ``most``."""
    firsts = text.firsts
    numeric = int(np.count_nonzero(_IS_NUMERIC[firsts]))
    monthly = _IS_MONTHLY[firsts]
    found = numeric + int(np.count_nonzero(monthly))
    return found if found <= most else numeric + int(np.count_nonzero(_are_months(text, monthly)))


def _are_months(text: CellBytes, suspects: Mask) -> Mask:
    """Which of these cells begin with the first three letters of a month."""
    starts = text.starts[suspects & (text.lengths >= 3)]
    codes = np.zeros(len(starts), np.int64)
    for at in range(3):
        codes = codes * 256 + text.letters[starts + at]
    return np.isin(codes | _LOWER, _MONTH_CODES)
