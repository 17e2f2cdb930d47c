"""Tax numbers and postcodes that differ by country.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. A form is all that is tested: no register is asked whether a code is in use.
"""

from __future__ import annotations

import re

EU_VAT = {  # by country, from the European Commission's VIES; XI is Northern Ireland
    "AT": "U[0-9]{8}",
    "BE": "[01][0-9]{9}",
    "BG": "[0-9]{9,10}",
    "CY": "[0-9]{8}[A-Z]",
    "CZ": "[0-9]{8,10}",
    "DE": "[0-9]{9}",
    "DK": "[0-9]{8}",
    "EE": "[0-9]{9}",
    "EL": "[0-9]{9}",
    "ES": "[A-Z][0-9]{7}[0-9A-Z]|[0-9]{8}[A-Z]",
    "FI": "[0-9]{8}",
    "FR": "[0-9A-HJ-NP-Z]{2}[0-9]{9}",
    "HR": "[0-9]{11}",
    "HU": "[0-9]{8}",
    "IE": "[0-9][0-9A-Z+*][0-9]{5}[A-Z]|[0-9]{7}[A-W][A-I]",
    "IT": "[0-9]{11}",
    "LT": "[0-9]{9}|[0-9]{12}",
    "LU": "[0-9]{8}",
    "LV": "[0-9]{11}",
    "MT": "[0-9]{8}",
    "NL": "[0-9]{9}B[0-9]{2}",
    "PL": "[0-9]{10}",
    "PT": "[0-9]{9}",
    "RO": "[0-9]{2,10}",
    "SE": "[0-9]{10}01",
    "SI": "[0-9]{8}",
    "SK": "[0-9]{10}",
    "XI": "[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}",
}


UK_POSTCODE = re.compile(
    r"""GIR[ ]?0AA
    | ( [A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?                  # A9, A99, A9A
      | [A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?        # AA9, AA99, AA9A
      ) [ ]?[0-9][ABD-HJLNP-UW-Z]{2}""",
    re.VERBOSE,
)


def is_uk_postcode(text: str) -> bool:
    """A UK postcode in capitals, with or without its blank (BS 7666)."""
    return UK_POSTCODE.fullmatch(text) is not None
