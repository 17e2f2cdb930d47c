"""Phrases for further cases of an exact number or a piece of text, and for values by their country."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.by_cases import Case, further, with_number
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.signs_counted import PIECE
from backend.rules.language.terms import Cell, Compare, Constant, Missing, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, any_of, compare

phrase = Phrases()

# An exact number ----------------------------------------------------------------------------------

phrase.words("_to_the_sign", "exactly | just | precisely | always")


@phrase("gap_case", "<rows> [_case_has|of] _to_the_sign <number> [<counted_signs>]", cost=0.05)
def exact_number(rows: RowSet, count: Constant, signs: str = "") -> Case | None:
    """Staff cards exactly four."""
    return _exact(with_number(rows, count), signs)


@phrase(
    "gap_case", "[_case_has|of] _to_the_sign <number> [<counted_signs>] _case_of <rows>", cost=0.05
)
def exact_number_behind(count: Constant, *behind: Any) -> Case | None:
    """And exactly four for staff cards."""
    *signs, rows = behind
    return exact_number(rows, count, *signs)


@phrase("gap_case", "[_case_has] _to_the_sign <number> [<counted_signs>] _if <clauses>", cost=0.05)
@phrase("gap_case", "[_case_has] <number> [<counted_signs>] _if <clauses>", cost=0.1)
def exact_number_if(count: Constant, *behind: Any) -> Case | None:
    """And exactly four where the sort is staff."""
    *signs, condition = behind
    return exact_number(RowSet(where=condition), count, *signs)


@phrase(
    "gap_case",
    "_if <clauses> [,] [_case_has] [_to_the_sign] <number> [<counted_signs>]",
    cost=0.05,
)
def if_then_exact(condition: Predicate, count: Constant, signs: str = "") -> Case | None:
    """If it is staff, exactly four."""
    return exact_number(RowSet(where=condition), count, signs)


def _exact(case: Case | None, signs: str) -> Case | None:
    told = {"is_exact": True, "signs": signs}
    return None if case is None else case.model_copy(update=told)


# By their country ---------------------------------------------------------------------------------


@phrase("of_countries", "<of_country>")
def one_country(told: Compare) -> Predicate:
    """German."""
    return told


@phrase("of_countries", r"<of_country> \( [<column>] [=] <option> \)", cost=0.02)
def country_shown(told: Compare, *shown: Any) -> Predicate | None:
    """German (dest DE): the value in brackets is what the data calls the country."""
    *cells, option = shown
    own, value = told.left, told.right
    if not isinstance(own, Cell) or not isinstance(value, Constant):
        return None
    is_own = all(isinstance(cell, Cell) and cell.column == own.column for cell in cells)
    return told if is_own and option.value == value.value else None


@phrase("of_countries", "<of_countries> (and|or|,|, and) <of_countries>")
def several_countries(one: Predicate, other: Predicate) -> Predicate:
    """Austrian and Swiss."""
    return any_of(one, other)


@phrase("stmt", "[_each|any|a|an] <of_countries> <cell> (<duty>|<vp>)", cost=0.05)
def value_of_country(where: Predicate, of: Value, told: Predicate) -> Statement | None:
    """German postcodes have five digits."""
    if not isinstance(of, Cell) or f"'{of.column}'" in repr(where):
        return None
    return rule(about(told, of), where=where, subject=of)


@phrase(
    "stmt",
    r"[_each|any|a|an] <of_country> <cell> \( [<column>] [=] <option> \) (<duty>|<vp>)",
    cost=0.05,
)
def value_of_shown(where: Compare, of: Value, *parts: Any) -> Statement | None:
    """German postcodes (dest DE) have five digits."""
    *shown, told = parts
    held = country_shown(where, *shown)
    return None if held is None else value_of_country(held, of, told)


phrase.words("_such_ones", "ones | one")


@phrase(
    "gap_case",
    "[an|a] <of_countries> _such_ones [_case_has] [_to_the_sign] <number> [<counted_signs>]",
    cost=0.02,
)
def country_with_number(where: Predicate, count: Constant, signs: str = "") -> Case | None:
    """Austrian and Swiss ones exactly four."""
    return exact_number(RowSet(where=where), count, signs)


@phrase("gap_case", "[an|a] <of_countries> _such_ones [_case_is] <adj>", cost=0.05)
@phrase("gap_case", "[an|a] <of_countries> _such_ones <verb>", cost=0.05)
def country_so(where: Predicate, told: Predicate) -> Case | None:
    """Austrian ones begin with 1."""
    return further(RowSet(where=where), told)


# A piece of a text --------------------------------------------------------------------------------


@phrase("gap_case", "[with] <text_value> _case_of <rows>", cost=0.01)
def piece_behind(told: Constant, rows: RowSet) -> Case | None:
    """D for doctors, behind a case that begins with N."""
    case = further(rows, compare(IT, "==", told))
    return None if case is None else case.model_copy(update={"signs": PIECE})


# A value that is so -------------------------------------------------------------------------------


@phrase("such_cell", "[_each|any|a|an] <cell> (that|which) <verb>", "one (that|which) <verb>")
@phrase("such_cell", "those (that|which) <verb>", "[a|an] <cell> (that|which) _be <adj>")
def such_cell(*parts: Any) -> Predicate | None:
    """An IBAN that starts with AT: said of the column itself."""
    told = parts[-1]
    return None if isinstance(told, Missing) else told


@phrase("stmt", "[_each|any|a|an] <cell> (that|which) <verb> <duty>", cost=0.1)
@phrase("stmt", "[_each|any|a|an] <cell> (that|which) _be <adj> <duty>", cost=0.1)
def such_value_must(of: Cell, told: Predicate, wanted: Predicate) -> Statement | None:
    """An IBAN that starts with DE must have 22 characters."""
    if isinstance(told, Missing):
        return None
    return rule(about(wanted, of), where=about(told, of), subject=of)
