"""The format that a column is named after, where a sentence speaks of its check digit."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.formats import FORMATS
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.terms import How, Matches

OWN = "own"
"""Stands for the format until the column is known."""
OWN_FORM = "own form"
"""The same where the sentence just says that a value must be valid."""
_NAMED_AFTER = (
    "email", "iban", "bic", "isbn", "isbn_10", "isbn_13", "issn", "isin", "ean", "ean_13", "gtin",
    "imei", "vin", "uuid", "url", "ip", "ipv4", "ipv6", "mac", "doi", "lei", "json", "md5",
)  # fmt: skip
"""The formats that a header names so plainly that a valid value can be nothing else."""


def own_format(atom: Matches, column: str) -> Matches:
    """The atom with the format of its column's name.

    Raises:
        Misfit: the name is no identifier's.
    """
    if atom.how == How.FORMAT and atom.text == OWN_FORM:
        return atom.model_copy(update={"text": _form_of(column)})
    if atom.how != How.FORMAT or atom.text != OWN:
        return atom
    words = tuple(word for word in stems_of(column) if word not in ID_WORDS)
    found = [
        title
        for title, form in IDENTIFIERS.items()
        if any(tuple(stems_of(name)) == words for name in form.names)
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear by which standard {column} has a check digit; name it")
    return atom.model_copy(update={"text": found[0]})


def _form_of(column: str) -> str:
    words = tuple(stems_of(column))
    found = {
        title
        for title in _NAMED_AFTER
        for name in (title.replace("_", " "), *FORMATS[title].names)
        if (called := stems_of(name)) and words[-len(called) :] == tuple(called)
    }
    if len(found) != 1:
        raise Misfit(f"say in numbers, dates, values or by a format what 'valid' means of {column}")
    return found.pop()
