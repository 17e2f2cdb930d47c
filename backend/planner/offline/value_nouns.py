"""Nouns for rows by a value: refunds, every no-show, gold customers, cancellations, day tariffs."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.chart import Leaf
from backend.planner.offline.codes_by_letter import told_by_letter
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.words import FUNCTION_WORDS, deed, root, stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Reads

_SEXES = {"woman": "female", "women": "female", "man": "male", "men": "male"}
"""Who is meant where a column holds male and female."""


_OF_MANY = frozenset({"staff", "personnel", "crew", "people"})
"""Last words of values that stand for several rows: IT staff must …"""


def value_nouns(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The plural of a value, or a value before a word of its column's header."""
    low = text.lower()
    yield from _done_values(low, start, end, lexicon)
    by_letter = told_by_letter(low, lexicon)
    if by_letter is not None:
        symbol = "valuenoun" if low in _SEXES else "adjective"
        yield leaf_of_value(symbol, by_letter, start, end, 0.6)
    if low in _SEXES:
        told = of_one_column(_SEXES[low], lexicon)
        if told is not None:
            yield leaf_of_value("valuenoun", told, start, end, 0.6)
        return
    for singular in _singulars(low):
        found = _told_of(singular, lexicon)
        yield from (leaf_of_value("valuenoun", told, start, end, 0.8) for told in found)
        if found:
            return
    yield from _done_to_it(low, start, end, lexicon)
    yield from _called_by_header(low, start, end, lexicon)
    value, _, noun = low.replace("-", " ").rpartition(" ")
    told = of_one_column(value, lexicon) if value not in FUNCTION_WORDS else None
    cell = told.left if told is not None else None
    if told is not None and isinstance(cell, Cell) and stem(noun) in stems_of(cell.column):
        yield leaf_of_value("valuenoun", told, start, end, 0.6)
        yield leaf_of_value("adjective", told, start, end, 0.6)


def _called_by_header(low: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The town of Ulm: a value behind the noun of its own column."""
    noun, _, value = low.partition(" of ")
    found = [each for each in lexicon.values.get(value, ()) if stems_of(each[1]) == (stem(noun),)]
    told = _of_column(*found[0][:2], found) if len({each[:2] for each in found}) == 1 else None
    if told is not None and isinstance(told.right, Constant):
        yield leaf_of_value("adjective", told, start, end, 0.3)
        if len({each[:2] for each in lexicon.values[value]}) == 1:
            text = told.right.model_copy(update={"unquoted": True})
            yield Leaf("bare", start, end, text, 0.3, "text")


def value_alone(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """A value as it stands: every no-show; of two columns, it may be meant of either."""
    low = text.lower()
    first, _, rest = text.partition(" ")
    is_short = bool(rest) and len(first) > 1 and first.isupper() and _is_noun(rest.lower())
    if len(low) > 2 and (is_short or _is_noun(low)):
        symbol = "valuenoun" if _names_rows(low, lexicon) else "valueone"
        for told in _told_of(low, lexicon):
            yield leaf_of_value(symbol, told, start, end, 0.8)


def _names_rows(low: str, lexicon: Lexicon) -> bool:
    """Night clinics, in a table of clinics: a value that is the plural of its rows; IT staff."""
    *before, noun = low.split(" ")
    if before and noun in _OF_MANY:
        return True
    return bool(before) and stem(noun) != noun and (stem(noun),) in lexicon.table_stems.values()


def _singulars(low: str) -> Iterator[str]:
    """What a word may be the plural of."""
    if len(low) < 4 or not _is_noun(low):
        return
    if low.endswith("ies"):
        yield low.removesuffix("ies") + "y"
    if low.endswith("ves"):
        yield low.removesuffix("ves") + "fe"
        yield low.removesuffix("ves") + "f"
    for ending in ("s", "es"):
        if low.endswith(ending):
            yield low.removesuffix(ending)


def _is_noun(low: str) -> bool:
    letters = low.replace("-", "").replace(" ", "")
    return letters.isalpha() and low.split(" ")[0] not in FUNCTION_WORDS


def _told_of(value: str, lexicon: Lexicon) -> tuple[Compare, ...]:
    """What a value may be meant of: of each column that holds it, however it is joined."""
    for spelled in dict.fromkeys((value, *(value.replace("-", sign) for sign in ("_", " ", "")))):
        found = list(lexicon.values.get(spelled, ()))
        if found:
            columns = dict.fromkeys((table, column) for table, column, _ in found)
            told = (_of_column(table, column, found) for table, column in columns)
            return tuple(each for each in told if each is not None)
    return ()


def _done_to_it(low: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """Cancellations, where rows are cancelled: no column tells the day of it instead."""
    if end != start + 1 or not low.removesuffix("s").endswith(("ion", "al", "ment")):
        return
    told = deed(root(low))
    if any("".join(named.deeds) == told for named in lexicon.columns):
        return
    found = [value for value in lexicon.values if value.isalpha() and deed(root(value)) == told]
    meant = [each for value in found for each in _told_of(value, lexicon)]
    if len(meant) == 1 and not any(stem(low) in words for words in lexicon.table_stems.values()):
        symbol = "valuenoun" if low.endswith("s") else "valueone"
        yield leaf_of_value(symbol, meant[0], start, end, 0.9)


def of_one_column(value: str, lexicon: Lexicon) -> Compare | None:
    """The condition that the one column which holds a value has it, in whatever spelling."""
    told = _told_of(value, lexicon)
    return told[0] if len(told) == 1 else None


def _of_column(table: str, column: str, found: list[tuple[str, str, str]]) -> Compare | None:
    spellings = [value for here, name, value in found if (here, name) == (table, column)]
    return Compare(
        left=Cell(table=table, column=column),
        sign="==",
        right=Constant(value=spellings[0], reads=Reads.TEXT),
        ignore_case=len(spellings) > 1,
    )


def leaf_of_value(symbol: str, told: Compare, start: int, end: int, cost: float) -> Leaf:
    """A leaf for rows that have one value of a column."""
    cell, value = told.left, told.right
    assert isinstance(cell, Cell) and isinstance(value, Constant)
    return Leaf(symbol, start, end, told, cost, f"{cell.column} = {value.value!r}")


def _done_values(low: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The one value of which a word in -ed is the past: inspections that failed, of "Fail"."""
    is_known = low in lexicon.values or low in lexicon.header_words or low in FUNCTION_WORDS
    if not low.endswith("ed") or not low.isalpha() or is_known:
        return
    base = low.removesuffix("ed")
    forms = {base, f"{base}e", base[:-1] if base[-2:-1] == base[-1:] else base}
    found = [form for form in forms if len(form) > 3 and form in lexicon.values]
    told = of_one_column(found[0], lexicon) if len(found) == 1 else None
    if told is not None:
        yield leaf_of_value("done_value", told, start, end, 0.6)
