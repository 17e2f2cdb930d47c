"""Phrases for one value for each case, told in lists: Single = 1, Double = 2; 1 (Single) or 2 (Double)."""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.keys.such_values import SuchValue
from backend.planner.offline.phrases.sentences.of_the_others import two_sorts
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Cell, Compare, OneOf, Predicate, Unless, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


class Told(NamedTuple):
    """What is told of the rows with one value: the value with its column, and what holds there."""

    where: Predicate
    must: Predicate


Tolds = tuple[Told, ...]

phrase.words("_case_sign", "= | : | -> | => | → | – | is | means | gets | has")
phrase.words(
    "_depending",
    "depending on | according to | dependent on | in line with | subject to | based on",
)
phrase.words("_case_in", "for | if | in | in case of | when | with | at")

phrase.words(
    "_is_given_by",
    "depends on | must depend on | is (determined|given|set|fixed|decided) by | goes by | follows from | follows | varies "
    "with | _must follow",
)

# One case ---------------------------------------------------------------------------------------


@phrase("case_value", "<adjective>", cost=0.0)
@phrase("case_value", "<cell> <adjective>", "<adjective> <noun>", cost=0.02)
@phrase("case_value", "<valuenoun>", "<cell> _be <adjective>", "it _be <adjective>", cost=0.02)
def case_value(*parts: object) -> Predicate | None:
    """Single: a value that one column holds."""
    told = next((part for part in parts if isinstance(part, Compare | OneOf)), None)
    named = next((part for part in parts if isinstance(part, Cell)), None)
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    column = _column(told)
    if told is None or column is None or rows.where is not None:
        return None
    if rows.table and column.table not in ("", rows.table):
        return None
    return told if named is None or named.column == column.column else None


def _column(told: Predicate | None) -> Cell | None:
    of = told.left if isinstance(told, Compare) and told.sign == "==" else None
    of = told.of if isinstance(told, OneOf) else of
    return of if isinstance(of, Cell) else None


@phrase("named_case", "<case_value> _case_sign <adj>")
@phrase("named_case", "<case_value> <adj>", cost=0.1)
def named_case(where: Predicate, told: Predicate) -> Told | None:
    """Single = 1; Double: at most 2."""
    return Told(where, told) if _is_bound(told) else None


@phrase("named_case", "<case_value> <sign> <operand>")
def signed_case(where: Predicate, sign: str, end: Value) -> Told:
    """Single <= 1."""
    return Told(where, compare(IT, sign, end))


@phrase("marked_case", r"<adj> \( [_case_in] <case_value> \)", "<adj> _case_in <case_value>")
def marked_case(told: Predicate, where: Predicate) -> Told | None:
    """1 (Single)."""
    return Told(where, told) if _is_bound(told) else None


def _is_bound(told: object) -> bool:
    """Whether a case bounds the subject by itself, and names no column of its own."""
    if isinstance(told, All):
        return all(map(_is_bound, told.parts))
    if isinstance(told, OneOf):
        return not isinstance(told.of, Cell)
    return isinstance(told, Compare) and not isinstance(told.left, Cell)


def _is_equal(told: Predicate) -> bool:
    return isinstance(told, Compare) and told.sign == "=="


for _head in ("named_case", "marked_case"):

    @phrase(f"{_head}s", f"<{_head}> [,|;|/] [and|or|but] <{_head}>")
    def two_cases(one: Told, other: Told) -> Tolds | None:
        """Single = 1, Double = 2."""
        return more_cases((one,), other)

    @phrase(f"{_head}s", f"<{_head}s> [,|;|/] [and|or|but] <{_head}>")
    def more_cases(before: Tolds, case: Told) -> Tolds | None:
        """Of one column, another value each time."""
        columns = {_column(each.where) for each in (*before, case)}
        known = {each.where for each in before}
        if _is_equal(case.must) and not all(_is_equal(each.must) for each in before):
            return None  # at most 1 (Single) or 2 (Double): at most 2
        return (*before, case) if len(columns) == 1 and case.where not in known else None


# All of them ------------------------------------------------------------------------------------


@phrase("stmt", "<cell> (:|–|->) <named_cases>", cost=0.02)
@phrase("stmt", r"<cell> (by|per|depending on|for each) <cell> (:|–|->) <named_cases>", cost=0.02)
@phrase("stmt", r"<cell> _must be _depending [on] <cell> (:|–) <named_cases>", cost=0.02)
@phrase("stmt", "<cell> _is_given_by <cell> (:|,|–) (<named_cases>|<marked_cases>)", cost=-0.2)
@phrase("stmt", "<cell> _must be <marked_cases>", cost=0.02)
@phrase("stmt", "<cell> _must be <marked_cases> [,] _depending <cell>", cost=0.02)
@phrase("stmt", "_depending <cell> [,] <cell> _must be <marked_cases>", cost=0.02)
@phrase("stmt", "<cell> (may|can) [only] be <marked_cases> [,] _depending <cell>", cost=0.02)
@phrase("stmt", "_depending <cell> [,] <cell> (may|can) [only] be <marked_cases>", cost=0.02)
def by_cases(*parts: Cell | Tolds) -> Statement | None:
    """Depending on the room type, max_guests should be 1 (Single) or 2 (Double)."""
    cases = next(part for part in parts if isinstance(part, tuple) and isinstance(part[0], Told))
    cells = [part for part in parts if isinstance(part, Cell)]
    key = _column(cases[0].where)
    assert key is not None
    subjects = [cell for cell in cells if cell.column != key.column]
    return _in_all(subjects[0], "", cases) if len(subjects) == 1 else None


def _in_all(of: Cell, table: str, cases: Tolds) -> Statement:
    told = [any_of(Unless(part=case.where), about(case.must, of)) for case in cases]
    return rule(all_of(*told), table, subject=of)


# One other than that ----------------------------------------------------------------------------


class Found(NamedTuple):
    """Rows with a value of a column; without a column it is the one spoken of."""

    rows: RowSet
    told: Predicate
    of: Cell | None = None


@phrase("rows_with_such", "<rows> <such_value>", cost=0.05)
@phrase("rows_with_such", "<rows> (_may have|have|has|with|having) <such_value>")
def with_such(rows: RowSet, found: SuchValue) -> Found | None:
    """Single rooms have a max_guests other than 1."""
    if rows.where is None or not isinstance(found.of, Cell):
        return None
    return Found(rows, found.told, found.of)


@phrase("rows_with_one", "<rows> [_may have|have|has|with|having] (one|ones|any) [of] <adj>")
@phrase("rows_with_one", "<rows> [_may have|have|has|with|having] (it|that|this) <adj>", cost=0.1)
def with_one(rows: RowSet, told: Predicate) -> Found | None:
    """Double rooms have one other than 2."""
    return None if rows.where is None or not _is_bound(told) else Found(rows, told)


phrase.words("_and_others", "[,] and | [,] or | ; | [,] nor | ,")


@phrase("stmt", "which <rows_with_such> _and_others which (<rows_with_one>|<rows_with_such>) [?]")
@phrase(
    "stmt",
    "(is|are) there [any] <rows_with_such> _and_others [any] (<rows_with_one>|<rows_with_such>) [?]",
)
@phrase("stmt", "_flag <rows_with_such> _and_others [_flag] (<rows_with_one>|<rows_with_such>)")
@phrase("stmt", "no <rows_with_such> _and_others no (<rows_with_one>|<rows_with_such>)")
def none_of_both(one: Found, other: Found) -> Statement | None:
    """No Single room may have a max_guests other than 1, and no Double room one other than 2."""
    tables = {each.rows.table for each in (one, other)} - {""}
    if one.of is None or other.of not in (None, one.of) or len(tables) > 1:
        return None
    cases = [
        Told(each.rows.where, not_(each.told))
        for each in (one, other)
        if each.rows.where is not None
    ]
    return _in_all(one.of, next(iter(tables), ""), tuple(cases))


@phrase("stmt", "_flag [all|any|every] <rows> <rel> _and_others [all|any] <rows> <rel>", cost=-0.4)
def parallel_sorts(
    one: RowSet, first: Predicate, other: RowSet, second: Predicate
) -> Statement | None:
    """Flag Single rooms where A and Double rooms where B: each "where" goes with its own rows."""
    if one.where is None or other.where is None:
        return None
    return two_sorts(one.that(first), other.that(second))
