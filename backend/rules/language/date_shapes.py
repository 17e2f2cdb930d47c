"""What a date of a format looks like, before the calendar is asked.

A date parser reads more than its format: ``today``, ``now``, a second of 61, digits of another
script. The shapes mean the same to Python and to RE2.
"""

from __future__ import annotations

import re

ISO8601 = "ISO8601"

_DIGITS = "[0-9]{1,2}"
_PARTS = {
    "%Y": "[1-9][0-9]{3}",
    "%m": _DIGITS,
    "%d": _DIGITS,
    "%H": _DIGITS,
    "%I": _DIGITS,
    "%M": "[0-5][0-9]",
    "%S": "[0-5][0-9]",
    "%f": "[0-9]{1,6}",
    "%p": "[AaPp][Mm]",
    "%b": "[A-Za-z]{3}",
    "%B": "[A-Za-z]+",
}
_ISO = (
    r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"
    r"([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
    r"(Z|[-+]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?"
)


def shape_of(date_format: str) -> str:
    """The regular expression of the texts that may be dates of a format."""
    if date_format == ISO8601:
        return _ISO
    parts = re.split("(%[A-Za-z])", date_format)
    return "".join(_PARTS.get(part) or part.replace(".", r"\.") for part in parts)
