"""Events after the one before: in the order of times, be it told by a reading of its own or not.

A ping that came more than ten minutes after the previous ping came after it in time, wherever the
file has it; and so did a stay that starts before the previous stay ends. Of rows, lines and records
the order of the file is meant as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.settled import Reading
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Cell,
    Compare,
    Elapsed,
    Previous,
    Reads,
    Shifted,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_ROWS = frozenset({"row", "rows", "line", "lines", "record", "records", "entry", "entries"})
_OF_FILES = frozenset({*_ROWS, "file", "above", "below", "listed", "order", "sequence"})
_ALSO_THINGS = frozenset({"order", "sequence", "entry"})
"""Of these words those by which the rows of a table are called."""
_BEFORE = frozenset({"previous", "preceding", "prior"})


def in_order_of_time(readings: list[Reading], tokens: Sequence[Token]) -> list[Reading]:
    """The readings without those that another one has, too, but in the order of its times."""
    nouns = {noun for each in readings for noun in stems_of(each.rule.table)[-1:]}
    if _is_of_file(tokens, nouns):
        return readings
    if len(readings) < 2:
        return [each._replace(rule=_as_timed(each.rule, tokens)) for each in readings]
    timed = [each.rule for each in readings if _reads_times_in_order(each.rule)]
    filed = [_as_filed(rule) for rule in timed]
    return [each for each in readings if each.rule in timed or each.rule not in filed]


def _is_of_file(tokens: Sequence[Token], nouns: set[str]) -> bool:
    """Whether the rows' places in the file are meant, as in "the previous row".

    In "flag rows that begin before the previous visit ends" rows are only what is flagged.
    """
    said = {token.low for token in tokens} - (nouns & _ALSO_THINGS)
    before = {other.low for one, other in pairwise(tokens) if one.low in _BEFORE}
    if before and {stem(word) for word in before} <= nouns:
        said -= _ROWS - before
    return not _OF_FILES.isdisjoint(said)


def _reads_times_in_order(rule: Rule) -> bool:
    """Whether every row before is told by the very column that is compared."""
    found = [part for part in walk(rule) if isinstance(part, Previous)]
    is_row_by_row = isinstance(rule, BrokenRows) and bool(found)
    return is_row_by_row and all(
        isinstance(part.of, Cell) and part.order_by == part.of.column for part in found
    )


def _as_timed(rule: Rule, tokens: Sequence[Token]) -> Rule:
    """The rule, whose event before is the one before in time: the rows are called by their noun."""
    if not isinstance(rule, BrokenRows) or not _names_event_before(rule.table, tokens):
        return rule
    apart = [part for part in walk(rule.must) if isinstance(part, Compare)]
    when = {column for part in apart if (column := _time_compared(part)) is not None}
    open_ones = [part for part in walk(rule) if isinstance(part, Previous)]
    if len(when) != 1 or any(part.order_by is not None for part in open_ones):
        return rule
    column = next(iter(when))

    def change(part: Term) -> Term | None:
        return part.model_copy(update={"order_by": column}) if isinstance(part, Previous) else None

    return rewrite(rule, change)


def _names_event_before(table: str, tokens: Sequence[Token]) -> bool:
    """Whether it says "the previous visit" of a table of visits, or of a visit "the one before"."""
    noun = stems_of(table)[-1:]
    pairs = [(one.low, stem(other.low)) for one, other in pairwise(tokens)]
    names_rows = any((stem(token.low),) == noun for token in tokens)
    is_one = ("one", "before") in pairs or any((word, "one") in pairs for word in _BEFORE)
    return (names_rows and is_one) or any(
        one in _BEFORE and (other,) == noun for one, other in pairs
    )


def _time_compared(part: Compare) -> str | None:
    """The date that is held against one of the row before: so many days after its own, or another.

    That it is no earlier than its own is asked of the order itself, which is then the file's.
    """
    if part.reads not in (Reads.DATE, Reads.TIME):
        return _time_between(part.left)
    before = part.right.of if isinstance(part.right, Shifted) else part.right
    if not isinstance(part.left, Cell) or not isinstance(before, Previous):
        return None
    is_order_itself = before is part.right and before.of == part.left
    is_of_row = isinstance(before.of, Cell) and before.of.table == part.left.table
    return None if is_order_itself or not is_of_row else part.left.column


def _time_between(value: Value) -> str | None:
    """The date up to which time is measured from that of the row before."""
    told = next((part for part in walk(value) if isinstance(part, Elapsed)), None)
    if told is None or not isinstance(told.start, Previous) or not isinstance(told.end, Cell):
        return None
    return told.end.column


def _as_filed(rule: Rule) -> Rule:
    def change(part: Term) -> Term | None:
        return part.model_copy(update={"order_by": None}) if isinstance(part, Previous) else None

    return rewrite(rule, change)
