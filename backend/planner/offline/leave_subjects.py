"""Whom a permission behind a rule is for: rows without a value, other rows, a column, one side.

Each subject comes with what must be true of a rule for such rows to be none of its business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.leave_checks import (
    forbidden_side,
    is_beside,
    is_kept_to,
    is_of_typical_values,
    keeps_to_some,
    keeps_to_values_of,
    passes_empty,
)
from backend.planner.offline.leave_words import HIGH, LOW
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Exists,
    Lookup,
    Not,
    OneOf,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import not_
from backend.rules.rule import Rule

Check = Callable[[Rule], bool]
_NEAR = 1.3
"""What words cost at the most that name something: manager for manager_no."""
_ARTICLE = "(?:(?:the|a|an|any|all|some|our|those|these|of|such|its|their|his|her|whose) )*"
_ANY = "(?:any |all |the |all the |any of the |all of the |our |a |an )*"
_ROWS = "(?:N|rows?|records?|ones?|lines?|entries|entry|those|cases?|anything|everything)"
_ONE = "(?:C|one|it|any|any C|that)"
_LACKS = (
    "(?:without|lacking|with no|having no|with an? (?:empty|blank|missing) "
    "|with (?:empty|blank|missing) |(?:that|which|who) (?:still |yet "
    "|simply )?(?:has|have|had|got|carry|carries|show|shows|bear|bears"
    "|came with|come with) (?:no|not any)|(?:that|which|who) (?:do"
    "|does|did) not (?:yet )?have|(?:that|which|who) never (?:had|got"
    "|received)|(?:that|which|who) lacks?|(?:that|which|who) (?:is"
    "|are) without)"
)
_LACKING = re.compile(
    f"(?:two |several )?(?:{_ARTICLE}{_ROWS} {_LACKS} ?{_ARTICLE}{_ONE}(?: at all)?"
    f"|{_ARTICLE}(?:empty|blank|missing) (?:ones|cells|values|entries|fields|C))"
)
_REST = re.compile(
    f"{_ANY}(?:others|rest|remainder|remaining {_ROWS}|rest of (?:the |our )?{_ROWS}|rest of them)"
    f"|{_ANY}other (?:rows|ones|records|cases|T)|every other (?:row"
    f"|one|record|T)|everyone else|everybody else|everything else|anything else"
    f"|anyone else|all else|(?:elsewhere|everywhere else|anywhere else)(?: ,)?(?: it"
    f"| they| this| that)?"
    f"|(?:{_ROWS}|{_ARTICLE}C) (?:elsewhere|anywhere else|everywhere else|outside)"
)
_OTHER = (
    "(?:(?:any |all |the |all the |any of the |all of the |our )*(?:other"
    "|remaining|further) C|(?:another|every other|each other|any other"
    "|a different) C)"
)
_PLACED = "(?:in|at|on|of|for|from|with|within|under|to|by|who work in|that are in)"
_OTHERS = re.compile(
    f"(?:{_ARTICLE}(?:{_ROWS}|C) )?{_PLACED} {_OTHER}|{_PLACED} {_OTHER}(?: ,)? (?:it"
    f"|they|this|that)"
    f"|{_OTHER}|(?:what|whatever|how) {_OTHER} [a-z]+"
)
_VALUED = re.compile(
    f"{_ARTICLE}V(?: {_ROWS}| C)?|{_ARTICLE}{_ROWS} (?:that|which|who) (?:is"
    f"|are|has|have|was|were) (?P<no>not |no )?(?:yet |already |now )?(?:C )?V(?: yet"
    f"| now| already)?"
    f"|{_ARTICLE}{_ROWS} {_PLACED} {_ARTICLE}(?:C )?V(?: C)?|{_PLACED} {_ARTICLE}(?:C )?V(?: C)?"
)
_SIDED = re.compile(
    f"{_ARTICLE}(?:very |really |extremely |even |much )*(?:{LOW}|(?P<high>{HIGH}))"
    "(?: (?:values?|numbers?|ones?|figures?|amounts?|results?|readings?|entries|C))?"
)
_SINGLE = re.compile(
    f"{_ARTICLE}(?:single|individual|particular|certain)(?: (?:very )?(?:{LOW}|{HIGH}))? "
    "(?:N|C|values?|ones?|figures?|numbers?|readings?|cases?)"
)
_PLAIN_ROWS = re.compile(f"(?:two |several |many )?{_ARTICLE}(?:different )?N")
_COLUMN = re.compile(f"{_ARTICLE}(?:column )?C(?:(?: and| or| nor| ,| , and) {_ARTICLE}C)*")


class Sight(NamedTuple):
    """A sentence with the leaves that tell of columns, tables and values."""

    tokens: Sequence[Token]
    found: Sequence[Leaf]

    def at(self, place: int, symbols: tuple[str, ...]) -> list[Leaf]:
        """The longest of such leaves from here."""
        some = [
            leaf
            for leaf in self.found
            if leaf.start == place and leaf.symbol in symbols and leaf.cost <= _NEAR
        ]
        end = max((leaf.end for leaf in some), default=0)
        return [leaf for leaf in some if leaf.end == end]

    def columns(self, start: int, end: int) -> frozenset[str]:
        """The columns that the words between name best."""
        found = [
            leaf
            for leaf in self.found
            if (leaf.symbol, leaf.start, leaf.end) == ("column", start, end) and leaf.cost <= _NEAR
        ]
        least = min((leaf.cost for leaf in found), default=0.0)
        best = [leaf.meaning for leaf in found if leaf.cost == least]
        return frozenset(each.column for each in best if isinstance(each, Cell))

    def is_of_one_table(self) -> bool:
        """Whether no two tables are spoken of, so that other rows are those of the one."""
        named = {leaf.meaning for leaf in self.found if leaf.symbol in ("table", "keynoun")}
        return len(named) == 1

    def holds(self, start: int, end: int, *symbols: str) -> bool:
        """Whether such a leaf stands somewhere between."""
        places = range(start, end)
        return any(
            leaf.start in places and leaf.symbol in symbols and leaf.cost <= _NEAR
            for leaf in self.found
        )


_VALUES = ("adjective", "flag_word", "valueone")


class _Shape(NamedTuple):
    """Words with N for rows, T for rows of a table, C for a column and V for a value."""

    text: str
    columns: tuple[frozenset[str], ...]
    values: tuple[tuple[Predicate, ...], ...]


class _Piece(NamedTuple):
    """One way to take the words up to ``end``."""

    text: str
    end: int
    columns: tuple[frozenset[str], ...] = ()
    values: tuple[tuple[Predicate, ...], ...] = ()


def _pieces(sight: Sight, start: int, end: int) -> Iterator[_Piece]:
    """What the words from here may be; one may be a table's noun and a column's."""
    token = sight.tokens[start]
    if token.shape == Shape.WORD or token.text == ",":
        yield _Piece(token.low, start + 1)
    for rows in sight.at(start, ("table", "keynoun"))[:1]:
        is_value = rows.symbol == "keynoun" and bool(sight.columns(start, rows.end))
        signs = "TN" if sight.is_of_one_table() and not is_value else "N"
        yield from (_Piece(sign, rows.end) for sign in signs if rows.end <= end)
    for behind in range(start + 1, end + 1):
        columns = sight.columns(start, behind)
        if columns:
            yield _Piece("C", behind, columns=(columns,))
    found = sight.at(start, _VALUES)
    told = tuple(each.meaning for each in found if isinstance(each.meaning, Compare | OneOf | Not))
    if told and found[0].end <= end:
        yield _Piece("V", found[0].end, values=(told,))


def _shapes(sight: Sight, start: int, end: int) -> Iterator[_Shape]:
    """Every way to take the words between."""
    if start == end:
        yield _Shape("", (), ())
        return
    for piece in _pieces(sight, start, end):
        for rest in _shapes(sight, piece.end, end):
            text = f"{piece.text} {rest.text}" if rest.text else piece.text
            yield _Shape(text, (*piece.columns, *rest.columns), (*piece.values, *rest.values))


def subject_at(sight: Sight, start: int, end: int, *, is_of_rows: bool = False) -> Check | None:
    """Whether a rule has nothing to do with what the words between name; nothing if none are.

    ``is_of_rows``: they must name rows, and neither a column nor one side of a bound.
    """
    if end - start > _LONGEST:
        return None
    is_of_rows = is_of_rows or names_rows(sight, start, end)
    for shape in _shapes(sight, start, end):
        for read in _OF_ROWS if is_of_rows else _READERS:
            check = read(shape)
            if check is not None:
                return check
    return None


_LONGEST = 9


def _lacking(shape: _Shape) -> Check | None:
    """Badges without initials; routers that never had one."""
    if not _LACKING.fullmatch(shape.text) or len(shape.columns) > 1:
        return None
    return without(shape.columns[0] if shape.columns else None)


def without(columns: frozenset[str] | None) -> Check:
    """Whether a rule passes rows without a value of the column, or of any that it reads."""

    def passes(rule: Rule) -> bool:
        read = {column for table, column in rule.reads() if table == rule.table}
        told = read if columns is None else read & columns
        is_plain = len(told) == 1 if columns is not None else _looks_at_cells_alone(rule)
        return bool(told) and is_plain and all(passes_empty(rule, each) for each in told)

    return passes


def _looks_at_cells_alone(rule: Rule) -> bool:
    """Whether "one" is a value for certain, and no row of another table."""
    return not any(isinstance(part, Exists | Lookup | Aggregate) for part in walk(rule))


def _others(shape: _Shape) -> Check | None:
    """Other hotels; the rest; rooms elsewhere."""
    if _REST.fullmatch(shape.text):
        return keeps_to_some
    if not _OTHERS.fullmatch(shape.text) or not shape.columns:
        return None
    columns = shape.columns[-1]
    return lambda rule: keeps_to_values_of(rule, columns)


def _valued(shape: _Shape) -> Check | None:
    """Full contracts; parcels that are not insured."""
    found = _VALUED.fullmatch(shape.text)
    if found is None or len(shape.values) != 1:
        return None
    told = [not_(each) if found["no"] else each for each in shape.values[0]]
    return lambda rule: all(is_beside(rule, each) for each in told)


def _sided(shape: _Shape) -> Check | None:
    """Low values; higher rates."""
    found = _SIDED.fullmatch(shape.text)
    if found is None:
        return None
    columns = shape.columns[0] if shape.columns else frozenset[str]()
    side = "under" if found["high"] else "over"
    return lambda rule: forbidden_side(rule, columns) == side


def _column(shape: _Shape) -> Check | None:
    """A column that the rule does not read; but not other values of it."""
    if not _COLUMN.fullmatch(shape.text) or "other" in shape.text.split():
        return None
    columns = frozenset[str]().union(*shape.columns)
    return lambda rule: not columns & {column for _, column in rule.reads()}


def _single(shape: _Shape) -> Check | None:
    """Single long waits, of a rule about their mean."""
    if not _SINGLE.fullmatch(shape.text):
        return None
    return is_of_typical_values


def names_rows(sight: Sight, start: int, end: int) -> bool:
    """Whether the words between name rows, whichever they are."""
    return any(_PLAIN_ROWS.fullmatch(shape.text) for shape in _shapes(sight, start, end))


def within(sight: Sight, start: int, end: int) -> Check | None:
    """Whether a rule is about nothing but the rows that the words between name."""
    for shape in _shapes(sight, start, end):
        found = _VALUED.fullmatch(shape.text)
        if found is not None and len(shape.values) == 1:
            told = [not_(each) if found["no"] else each for each in shape.values[0]]
            return lambda rule: any(is_kept_to(rule, each) for each in told)
    return None


_OF_ROWS = (_lacking, _others, _valued)
_READERS = (*_OF_ROWS, _sided, _column, _single)
