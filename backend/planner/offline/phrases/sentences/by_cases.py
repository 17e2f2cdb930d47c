"""Phrases for further cases told in short: below 20 for city trips and above 30 for airport trips."""

from __future__ import annotations

import re
from typing import Any

from backend.contracts.contract import Contract
from backend.planner.offline.phrases.sentences.signs_counted import (
    PIECE,
    is_number,
    is_of_value,
    is_piece,
    is_text,
    piece_like,
    signs_of,
)
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    Predicate,
    Term,
    Unless,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, any_of

phrase = Phrases()

_SO_MANY = re.compile(r"(\\d|\[[^\]]+\])\{\d+\}")
"""A pattern of so many signs of one class."""

phrase.words("_case_that", "that | those | the one | the ones | it | the same")
phrase.words("_case_of", "of | for | in | on | with | among")
phrase.words(
    "_case_is",
    "_be | _must be | _be always | lies | lie | must lie | should lie | has to lie | have to lie | falls | fall | "
    "is always | are always | always",
)
phrase.words("_case_has", "have | has | _must have | _needs | need | needs | with | get | gets")


class Case(Contract):
    """A case told behind another one: of which rows, and what holds there.

    ``table`` and ``where`` are of the rows (no ``where``: of all that is left), ``must`` what
    holds of the open subject, ``number`` what stands in the place of the first case's number.
    """

    table: str = ""
    where: Predicate | None = None
    must: Predicate | None = None
    number: float | None = None
    is_exact: bool = False
    """The number is told to be exact, so that it takes the place of no bound."""
    is_named: bool = False
    """What holds names its own column: a wife is female."""
    signs: str = ""
    """What the number counts, where the case says it: digits, letters, characters."""


def _of_rows(rows: RowSet, **told: Any) -> Case | None:
    is_some = rows.where is not None and not any(part == IT for part in walk(rows.where))
    return Case(table=rows.table, where=rows.where, **told) if is_some else None


# One more case ------------------------------------------------------------------------------------


@phrase(
    "gap_case", "_case_that _case_of <rows> [_case_is] <adj>", "<rows> [_case_has] one [of] <adj>"
)
@phrase("gap_case", "_as_for <rows> [,|:] [(it|they)] [_case_is] <adj>", cost=0.02)
@phrase("gap_case", "_case_that _case_of <rows> <verb>", "<rows> _case_is <adj>", cost=0.02)
@phrase("gap_case", "<rows> <adj>", cost=0.45)
def further(rows: RowSet, told: Predicate) -> Case | None:
    """That of airport trips above 30; airport trips one above 30; for airport trips above 30."""
    return _of_rows(rows, must=told)


@phrase("gap_case", "[_case_is] <adj> _case_of <rows>", cost=0.02)
def behind_it(told: Predicate, rows: RowSet) -> Case | None:
    """Above 30 for airport trips."""
    return further(rows, told)


@phrase("gap_case", "[_case_is] <adj> _if <clauses>", cost=0.02)
def if_so(told: Predicate, condition: Predicate) -> Case | None:
    """Above 30 if the kind is airport."""
    return further(RowSet(where=condition), told)


@phrase("gap_case", "<rows> [_case_is] <adjective>", cost=0.1)
def called(rows: RowSet, told: Predicate) -> Case | None:
    """A wife always female: a value that names its column."""
    is_plain = isinstance(told, Compare) and told.sign == "==" and isinstance(told.left, Cell)
    return _of_rows(rows, must=told, is_named=True) if is_plain else None


@phrase("gap_case", "_case_that _case_of <rows> [_case_is] [of] <number> [<unit>]", cost=0.05)
@phrase("gap_case", "_as_for <rows> [,|:] <number> [<unit>]", cost=0.05)
def with_number(rows: RowSet, count: Constant, unit: str = "") -> Case | None:
    """That of a truck 20: the number of another case."""
    return _numbered(_of_rows(rows), count)


@phrase("gap_case", "<number> _case_of <rows>", cost=0.05)
def number_behind(count: Constant, rows: RowSet) -> Case | None:
    """And 30 for airport trips."""
    return with_number(rows, count)


@phrase(
    "gap_case", "<such_cell> [of|has|have|consists of|is] <number> [<counted_signs>]", cost=0.02
)
def such_with_number(told: Predicate, count: Constant, signs: str = "") -> Case | None:
    """An IBAN that starts with AT of 20."""
    return _numbered(Case(where=told, signs=signs), count)


@phrase("gap_case", "<such_cell> [_case_is] <adj>", "<such_cell> <verb>", cost=0.05)
def such_so(where: Predicate, told: Predicate) -> Case:
    """One that starts with AT has 20 characters."""
    return Case(where=where, must=told)


def _numbered(case: Case | None, count: Constant) -> Case | None:
    if case is None or not isinstance(count.value, int | float):
        return None
    return case.model_copy(update={"number": float(count.value)})


@phrase(
    "rest_case", "_case_that _case_of _the_others [_case_is] <adj>", "<adj> _case_of _the_others"
)
@phrase("rest_case", "(otherwise|else|elsewhere) [,] [it|they] [_case_is] <adj>")
@phrase("rest_case", "<adj> (otherwise|elsewhere|everywhere else)", "_the_others [_case_is] <adj>")
@phrase("rest_case", "_case_of _the_others [,|:] [it|they] [_case_is] <adj>")
@phrase("rest_case", "_the_others [_case_has] one [of] <adj>", "<adj> in all other cases")
@phrase("rest_case", "_case_that _case_of _the_others <verb>", cost=0.02)
def rest(told: Predicate) -> Case:
    """That of every other crop below 16."""
    return Case(must=told)


@phrase(
    "rest_case", "<number> (otherwise|elsewhere|everywhere else)", "<number> _case_of _the_others"
)
@phrase("rest_case", "_case_that _case_of _the_others [_case_is] [of] <number> [<unit>]", cost=0.02)
def rest_number(count: Constant, unit: str = "") -> Case | None:
    """And 50 otherwise."""
    return _numbered(Case(), count)


@phrase("gap_cases", "<gap_case>", "<rest_case>")
def one_case(case: Case) -> tuple[Case, ...]:
    """One further case."""
    return (case,)


@phrase("gap_cases", "<gap_case> _whereas <gap_cases>")
def more_cases(case: Case, others: tuple[Case, ...]) -> tuple[Case, ...]:
    """Several further cases."""
    return (case, *others)


# All of them --------------------------------------------------------------------------------------


@phrase("stmt", "<stmt> _whereas <gap_cases>", cost=0.05)
def in_cases(first: Statement, others: tuple[Case, ...]) -> Statement | None:
    """The fare is below 20 for city trips, above 30 for airport trips and 5 otherwise."""
    told = first.rule
    if not isinstance(told, BrokenRows) or told.where is None or first.also or first.remarks:
        return None
    subject = subject_of(first)
    if subject is None or any(case.table not in ("", told.table) for case in others if told.table):
        return None
    known, parts = [told.where], [any_of(Unless(part=told.where), told.must)]
    before = [told.must]
    for case in others:
        must = _held(case, before, subject)
        where = None if case.where is None else about(case.where, subject)
        if must is None or where in known:
            return None
        before.append(must)
        if where is None:
            must = any_of(*(Unless(part=Unless(part=each)) for each in known), must)
        else:
            known.append(where)
            must = any_of(Unless(part=where), must)
        parts.append(must)
    table = told.table or next((case.table for case in others if case.table), "")
    fresh = told.model_copy(update={"table": table, "where": None, "must": all_of(*parts)})
    return Statement(rule=fresh, subject=subject)


def subject_of(first: Statement) -> Value | None:
    """What the first case is about: its subject, or the only column that it asks of."""
    if isinstance(first.subject, Cell):
        return first.subject
    assert isinstance(first.rule, BrokenRows)
    found = {part for part in walk(first.rule.must) if isinstance(part, Cell)}
    return next(iter(found)) if len(found) == 1 else None


def _held(case: Case, before: list[Predicate], subject: Value) -> Predicate | None:
    """What holds in a further case, in the way of those before it."""
    first = before[0]
    if case.number is not None:  # above 1, below 5, 9: above, or below?
        shapes = {_with_number(each, 0.0) for each in before}
        is_one = len(shapes) == 1 and not (case.is_exact and _is_bound(first))
        is_one = is_one and case.signs in ("", signs_of(first))
        return _with_number(first, case.number) if is_one else None
    assert case.must is not None
    told = _in_same_unit(case.must, first)
    if case.is_named:
        is_alike = isinstance(first, Compare) and isinstance(case.must, Compare)
        same = is_alike and _column(first.left) == _column(case.must.left)  # type: ignore[union-attr]
        return case.must if same else None
    if _speaks_of_presence(first) != _speaks_of_presence(told):
        return None
    if case.signs == PIECE:  # begins with N here, D there
        return piece_like(first, told)
    return None if _is_said_in_part(first, told) else about(told, subject)


def _is_said_in_part(first: Predicate, told: Predicate) -> bool:
    """Whether a further case may be meant in the way of the first one, and does not say it again."""
    if is_number(told) and not is_number(first):
        return True  # at most 20 here, and 30 there: at most 30
    if signs_of(first) and is_of_value(told):
        return True  # six digits here, at most four there: of which signs is not said again
    if is_piece(first) and is_text(told):
        return True  # begins with N here, D there
    # what is denied of the first case may be denied of this one as well
    return isinstance(first, Not) and not _speaks_of_presence(first)


def _in_same_unit(told: Predicate, first: Predicate) -> Predicate:
    """A further case in the unit that the first one names: between 25 and 35 percent, below 16."""
    units = {part.unit for part in walk(first) if isinstance(part, Constant)} - {""}
    is_given = any(isinstance(part, Constant) and part.unit for part in walk(told))
    if len(units) != 1 or is_given:
        return told
    (unit,) = units

    def give(part: Term) -> Term | None:
        is_number = isinstance(part, Constant) and not isinstance(part.value, str)
        return part.model_copy(update={"unit": unit}) if is_number else None

    return rewrite(told, give)


def _column(value: object) -> str:
    return value.column if isinstance(value, Cell) else ""


def _speaks_of_presence(told: Predicate) -> bool:
    inner = told.part if isinstance(told, Not) else told
    return isinstance(inner, Missing)


def _is_bound(first: Predicate) -> bool:
    return any(isinstance(part, Compare) and part.sign != "==" for part in walk(first))


def _with_number(first: Predicate, count: float) -> Predicate | None:
    """The first case's condition with another number in the place of its only one."""
    if isinstance(first, Matches):
        told = _SO_MANY.fullmatch(first.text) if first.how == How.PATTERN else None
        fresh_text = f"{told[1]}{{{int(count)}}}" if told and count.is_integer() else ""
        return first.model_copy(update={"text": fresh_text}) if fresh_text else None
    numbers = {
        part
        for part in walk(first)
        if isinstance(part, Constant) and not isinstance(part.value, str)
    }
    if len(numbers) != 1:
        return None
    (old,) = numbers
    fresh = old.model_copy(update={"value": int(count) if count.is_integer() else count})
    return rewrite(first, lambda part: fresh if part == old else None)
