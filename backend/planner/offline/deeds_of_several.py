"""Deeds of which several columns tell: beside dep_at and dep_city, a departure may be either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.abbreviations import abbreviates
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import DATE_WORDS, deed, is_of_deed, root, stems_of
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Compare, Missing
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_TIMES = DATE_WORDS | {"tm", "dt", "hr", "hh", "ts", "hour", "clock"}
"""What a header is of, if nothing else of the deed is told by it."""


def refuse_deeds_of_several(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading of one of them, where what is told of it suits any column.

    Raises:
        Misfit: "the departure must be filled" was read of dep_at, and there is a dep_city; before
            the arrival only a time can be. "The departure time" was, and there is a dep_tm.
    """
    suits_any = _suits_any(rule)
    for part in node.walk():
        cell = part.meaning
        if part.symbol != "column" or not isinstance(cell, Cell):
            continue
        said = {word for token in tokens[part.start : part.end] for word in stems_of(token.text)}
        own, nouns = {*stems_of(cell.column)}, sorted(said - DATE_WORDS)
        if len(nouns) != 1 or not is_of_deed(root(nouns[0])) or said == own:
            continue
        times = said & DATE_WORDS
        for other in _others(nouns[0], cell, rule, context):
            if not times & own and _is_time(other, nouns[0]) if times else suits_any:
                raise Misfit(f"either {cell.column} or {other} may be meant; name it")


def _is_time(header: str, noun: str) -> bool:
    """Whether a header tells but the time of a deed."""
    more = {word for word in stems_of(header) if not _tells(word, noun)}
    return bool(more) and more <= _TIMES


def _suits_any(rule: Rule) -> bool:
    """Whether a rule asks what may be asked of any column: filled, unique, equal."""
    return isinstance(rule, Duplicates) or any(
        isinstance(each, Missing)
        or (
            isinstance(each, Compare)
            and each.sign in ("==", "!=")
            and isinstance(each.left, Cell)
            and isinstance(each.right, Cell)
        )
        for each in walk(rule)
    )


def _others(noun: str, chosen: Cell, rule: Rule, context: Context) -> Iterator[str]:
    """The other columns that have the deed in their headers."""
    for table in rule.tables():
        for column in context.tables[table].columns if table in context.tables else ():
            words = stems_of(column.name) if column.name != chosen.column else ()
            if any(_tells(word, noun) for word in words):
                yield column.name


def _tells(word: str, noun: str) -> bool:
    return deed(root(word)) == deed(root(noun)) or abbreviates(noun, word)
