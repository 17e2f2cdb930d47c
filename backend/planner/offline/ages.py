"""The age of whom a row is about: a column of ages, or the years since a date of birth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell, Elapsed, Today, Value

_BIRTH = frozenset({"birth", "born", "birthdate"})
_OLD = frozenset({"old", "older", "aged", "age"})
_LIMITS = {"under": "aged_under", "over": "aged_over"}
_BY_YEARS = {
    "birthday": "birthday",
    "turn": "turned",
    "turning": "turned",
    "turned": "turned",
    "turns": "turned",
}
_PERSONS = frozenset({
    "student", "pupil", "patient", "customer", "user", "employee", "member", "passenger", "person",
    "guest", "client", "driver", "player", "tenant", "child", "applicant", "voter", "visitor",
    "subscriber", "worker", "staff", "resident", "donor", "participant", "contact", "athlete",
    "adult", "kid", "teenager", "infant", "pensioner", "senior", "baby", "toddler", "newborn",
})  # fmt: skip
"""Who is under 18 is that old; what is under 18 may cost that much."""
_WHO = frozenset(
    {"anyone", "everyone", "nobody", "anybody", "everybody", "man", "woman", "boy", "girl"}
)
_BE = frozenset({"be", "is", "are", "was", "were"})
_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def age_leaves(word: str, at: int, lexicon: Lexicon, before: Sequence[str] = ()) -> Iterator[Leaf]:
    """What "old", "younger" and "born" speak of, where a table has it once."""
    births = [named for named in lexicon.columns if _BIRTH & set(named.stems) and named.is_date]
    ages = [named for named in lexicon.columns if _is_age(named)]
    if len(births) == 1:
        yield from _told_by_birth(word, at, births[0])
    if word in _LIMITS and _are_persons(lexicon, before):
        years = [Elapsed(unit="years", start=_cell(named), end=Today()) for named in births]
        known: list[Value] = [_cell(named) for named in ages] or list(years)
        if len(known) == 1:
            yield Leaf(_LIMITS[word], at, at + 1, known[0], 0.2, "age")
    if word in _OLD or word == "younger":
        symbol = "younger" if word == "younger" else "older" if word == "older" else "old"
        for named in births if len(births) == 1 else []:
            age = Elapsed(unit="years", start=_cell(named), end=Today())
            yield Leaf(symbol, at, at + 1, age, 0.1, f"years since {named.column.name}")
            if word == "age" and not ages:
                yield Leaf("age", at, at + 1, age, 0.1, f"years since {named.column.name}")
        for named in ages if len(ages) == 1 else []:
            value: Value = _cell(named)
            yield Leaf(symbol, at, at + 1, value, 0.1, f"column {named.column.name}")


def _told_by_birth(word: str, at: int, birth: NamedColumn) -> Iterator[Leaf]:
    cell = _cell(birth)
    if word in ("born", "birth"):
        yield Leaf("column", at, at + 1, cell, 0.3, f"column {cell.column}")
    if word in _BY_YEARS:
        age = Elapsed(unit="years", start=cell, end=Today())
        yield Leaf(_BY_YEARS[word], at, at + 1, age, 0.1, f"years since {cell.column}")


def _are_persons(lexicon: Lexicon, before: Sequence[str]) -> bool:
    """Whether rows are persons, or the words before say that persons are meant.

    Orders under 15 and runs over 10 are no ages, whoever made them.
    """
    said = [stem(each) for each in before]
    if said and said[-1] in _PERSONS | _WHO:
        return True
    names = [stems for stems in lexicon.table_stems.values() if stems]
    if {stems[-1] for stems in names} & {*said} - _PERSONS:
        return False
    has_sex = any(named.stems in (("sex",), ("gender",)) for named in lexicon.columns)
    if has_sex and said and said[-1] in _BE and (_PERSONS | _WHO) & {*said}:
        return True
    return any(_PERSONS & set(stems) for stems in names)


def _is_age(named: NamedColumn) -> bool:
    is_number = named.column.reads_as in _NUMBERS
    return is_number and named.stems in (("age",), ("age", "year"), ("person", "age"))


def _cell(named: NamedColumn) -> Cell:
    return Cell(table="", column=named.column.name)
