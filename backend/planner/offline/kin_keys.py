"""Which column leads to which table by its values, where the headers do not tell.

The values of codes tell most: if those of ``holder`` are codes of ``emp``, it leads to people.
Whole numbers lie within each other by chance; they tell only where both headers are those of keys.
"""

from __future__ import annotations

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.planner.offline.words import ID_WORDS, deed, root, stems_of

_LEAST = 0.5
"""The part of a column's values that must be there, so that a few may be orphans."""
_LEADING = frozenset({"to", "by", "of", "for", "from", "parent", "head", "lead", "boss", "chief"})
_DONE_BY = frozenset({"by", "via", "through", "with"})
_LONG_CODE = 3
"""Shorter codes are alike by chance: a term T1 is no teacher T1."""
_NO_KEYS = frozenset({
    "postal", "post", "zip", "area", "phone", "telephone", "mobile", "fax", "house", "street",
    "tax", "bank", "postcode", "dialling", "dial", "swift",
})  # fmt: skip
"""What stands before "code" or "number" in an address, which two rows may share by chance."""

_PLACES = frozenset({
    "line", "row", "page", "step", "seq", "sequence", "position", "pos", "rank", "version",
    "revision", "round", "week", "day", "month", "year", "level", "sort", "order",
})  # fmt: skip
"""What stands before "no" or "number" where rows are counted: 1, 2, 3 are keys of anything."""
_NUMBERS = frozenset({"no", "nr", "number", "num"})


def is_of_an_address(header: tuple[str, ...]) -> bool:
    """Whether a header is that of a postal code or of a phone number: no key, though it ends so."""
    return len(header) > 1 and header[-2] in _NO_KEYS


def led_to_by_values(here: Column, mine: TableSnapshot, theirs: TableSnapshot) -> str | None:
    """The one key of the other table that holds the values of a column, or None."""
    found = [key.name for key in theirs.columns if _holds(key, here, mine, theirs)]
    return found[0] if len(found) == 1 else None


def pairs_by_values(mine: TableSnapshot, theirs: TableSnapshot) -> list[tuple[str, str]]:
    """Columns of either table whose values are keys of the other, as pairs of mine and theirs."""
    there = [
        (here.name, key) for here in mine.columns if (key := led_to_by_values(here, mine, theirs))
    ]
    back = [
        (key, here.name) for here in theirs.columns if (key := led_to_by_values(here, theirs, mine))
    ]
    return [*there, *back]


def _holds(key: Column, here: Column, mine: TableSnapshot, theirs: TableSnapshot) -> bool:
    is_key = key.unique and (key == theirs.columns[0] or _is_named_so(key))
    is_own = here.unique and here == mine.columns[0]
    if not is_key or is_own or here == key or here.reads_as != key.reads_as or not here.values:
        return False
    if key.type not in (ColumnType.TEXT, ColumnType.INTEGER):
        return False
    is_number = key.type == ColumnType.INTEGER
    is_deed = _names_deed_of(here, theirs)
    if is_number and stems_of(here.name)[:-1] == stems_of(mine.table):  # their own: track_no
        return False
    if is_number and not ((_is_named_so(here) or is_deed) and _is_named_so(key)):
        return False
    shared = {*here.values} & {*key.values}
    is_told = is_number or _leads(here, theirs) or any(len(value) >= _LONG_CODE for value in shared)
    return is_told and len(shared) >= 2 and len(shared) / len(here.values) > _LEAST


def _names_deed_of(here: Column, theirs: TableSnapshot) -> bool:
    """Ship_via of shippers, driven_by of drivers: what the other table's rows do, and for whom."""
    header, noun = stems_of(here.name), stems_of(theirs.table)
    if len(header) != 2 or not noun or header[-1] not in _DONE_BY:
        return False
    doer = noun[-1].removesuffix("er")
    doers = {doer, f"{doer}e", doer[:-1] if doer[-2:-1] == doer[-1:] else doer}
    return doer != noun[-1] and deed(root(header[0])) in {deed(root(each)) for each in doers}


def _leads(here: Column, theirs: TableSnapshot) -> bool:
    """Whether a header speaks of somebody, of the other table's rows, or of what leads there."""
    header, noun = stems_of(here.name), stems_of(theirs.table)
    last = header[-1] if header else ""
    return last in _LEADING or last.endswith(("er", "or")) or bool({*noun[-1:]} & {*header})


def _is_named_so(column: Column) -> bool:
    header = stems_of(column.name)
    is_place = len(header) > 1 and header[-1] in _NUMBERS and header[-2] in _PLACES
    return bool(header) and header[-1] in ID_WORDS and not (is_place or is_of_an_address(header))
