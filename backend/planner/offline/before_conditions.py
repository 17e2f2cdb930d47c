"""The row before, in a rule that is told of some rows alone: the row before in the whole table.

"If the chat is blank, the desk must not be above that of the row before" compares with the row
before, whatever its chat; "among those without a chat" leaves the other rows out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import is_key
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Missing,
    Not,
    Predicate,
    Previous,
    Unless,
)
from backend.rules.language.walk import columns_read, walk
from backend.rules.phrasing import all_of, any_of, not_
from backend.rules.rule import Rule

_TOLD_OF = frozenset({
    "if", "when", "whenever", "unless", "except", "excepted", "excepting", "exception",
    "exceptions", "exempt", "exempted", "spared", "provided", "while", "apart", "aside",
})  # fmt: skip
"""What tells of which rows something is asked, and leaves the others where they stand."""

_LEFT_OUT = frozenset({
    "ignore", "ignored", "ignores", "ignoring", "skip", "skipped", "skips", "skipping", "disregard",
    "disregarded", "disregarding", "exclude", "excluded", "excludes", "excluding", "omit",
    "omitted", "omitting", "discard", "discarded", "discarding", "filter", "filtered", "among",
    "amongst",
})  # fmt: skip
"""What leaves rows out, so that the row before is the one before among those that remain."""

_LEFT_OUT_BY_TWO = (
    ("leave", "out"), ("leaves", "out"), ("leaving", "out"), ("left", "out"), ("only", "count"),
    ("only", "counts"), ("only", "consider"), ("only", "considered"), ("only", "considering"),
    ("look", "only"), ("only", "look"), ("looking", "only"), ("only", "looking"),
    ("not", "counting"), ("not", "counted"),
)  # fmt: skip
"""Words that leave rows out together."""

_ROWS = frozenset({"row", "rows", "line", "lines"})
_ENDS = frozenset({",", ";", ".", ":", "and", "but"})


def told_of_the_row_before(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule with a condition of its rows told of the later of two rows alone.

    Raises:
        Misfit: it is not clear whether the condition leaves rows out before the row before is
            looked for.
    """
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return rule
    before = [part for part in walk(rule.must) if isinstance(part, Previous)]
    chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    moved = [part for part in chosen if before and not _is_of_all(part, before, rule)]
    if not moved or _leaves_rows_out(tokens):
        return rule
    names_row = any(token.low in _ROWS for token in tokens)
    if not names_row and any(_is_of_owner(part, context) for part in moved):
        raise _unclear()
    kept = [part for part in chosen if part not in moved]
    asked = rule.must
    must = any_of(*map(not_told, moved), asked)
    told = rule.model_copy(update={"where": all_of(*kept) if kept else None, "must": must})
    for cell in _passed_over(told.must) ^ _passed_over(asked):
        column = context.column(rule.table, cell.column)
        if column is None or column.missing:
            raise _unclear()
    return told


def _is_of_owner(part: Predicate, context: Context) -> bool:
    """The rows of one customer: the one before may be the customer's as well."""
    if not isinstance(part, Compare) or part.sign != "==" or not isinstance(part.left, Cell):
        return False
    column = context.column(part.left.table, part.left.column)
    return is_key(part.left.column) and column is not None and not column.unique


def not_told(part: Predicate) -> Predicate:
    """A row of which nothing is told: the condition is not certainly true."""
    is_plain = isinstance(part, Missing) or (
        isinstance(part, Not) and isinstance(part.part, Missing)
    )
    return not_(part) if is_plain else Unless(part=part)


def _unclear() -> Misfit:
    return Misfit(
        "it is not clear whether the row before is the one before in the whole table, or the one "
        "before among the rows of which this is told; begin with 'If …' for the first, or with "
        "'Among …' for the second"
    )


def _leaves_rows_out(tokens: Sequence[Token]) -> bool:
    """Whether the words take rows out of the table, or only tell of which rows they speak."""
    words = [token.low for token in tokens]
    said = {*words}
    starts = {one for end, one in zip([".", *words], words, strict=False) if end in _ENDS}
    is_told = bool(said & _TOLD_OF) or "where" in starts or _is_saved(words)
    if is_told == leaves_out(words):
        raise _unclear()
    return not is_told


def leaves_out(words: Sequence[str]) -> bool:
    """Whether there are words that take rows out of the table."""
    said = {*words}
    return bool(said & _LEFT_OUT) or any({*both} <= said for both in _LEFT_OUT_BY_TWO)


def _is_saved(words: Sequence[str]) -> bool:
    """Save for the first."""
    return ("save", "for") in {*pairwise(words)}


def _is_of_all(part: Predicate, before: Sequence[Previous], rule: BrokenRows) -> bool:
    """Whether it chooses whole groups, or rows without which there is nothing to compare."""
    columns = {column for table, column in columns_read(part, rule.table) if table == rule.table}
    if all(columns <= {*each.by} for each in before):
        return True
    filled = part.part if isinstance(part, Not) else None
    if not isinstance(filled, Missing) or not isinstance(filled.of, Cell):
        return False
    if filled.of in _passed_over(rule.must):
        return True
    return all(filled.of in _order(each, rule) for each in before)


def _order(before: Previous, rule: BrokenRows) -> tuple[Cell, ...]:
    if before.order_by is None:
        return ()
    return (Cell(table=rule.table, column=before.order_by),)


def _passed_over(must: Predicate) -> frozenset[Cell]:
    """The cells without which a row is passed over: those compared with the same one before."""
    before = [part.of for part in walk(must) if isinstance(part, Previous)]
    bare = [part for part in walk(must) if isinstance(part, Cell)]
    return frozenset(
        each for each in before if isinstance(each, Cell) and bare.count(each) > before.count(each)
    )
