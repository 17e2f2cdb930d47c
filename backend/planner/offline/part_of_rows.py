"""Parts of the rows, steps from row to row, exceptions from a part of what is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Arithmetic,
    Cell,
    Compare,
    Missing,
    Not,
    Predicate,
    Unless,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_PART = (
    r"(?:half|(?:thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|"
    r"twentieths?|hundredths?)|percent|per cent|%)"
)
_PART_OF = re.compile(
    rf"{_PART} (?:of )?(?:all )?(?:the |these |those |its |their )?(?P<noun>[\w-]+)"
)
_AS_SUBJECT = re.compile(
    rf"(?:^|[.;:,] ?)(?:(?:flag|at|least|most|more|less|fewer|than|no|not|only|exactly|about|"
    rf"over|up|to|just|if|when|where|in|a|an|one|two|three|four|five|seven|nine|"
    rf"\d+(?:\.\d+)?) )*{_PART} "
)
_FEWER_THAN = re.compile(
    r"\b(?:fewer|more|as many) (?:than|as) (?:the )?(?P<noun>[\w-]+)(?= ?[.;,]|$)"
)


def refuse_parts_of_rows(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a part of the rows is no part of a number in each of them.

    Raises:
        Misfit: in "a third of the orders is above 30" the number of each order was divided.
    """
    if not isinstance(rule, BrokenRows):
        return
    text = " ".join(token.low for token in tokens)
    nouns = {each["noun"] for each in _PART_OF.finditer(text)}
    fewer = {each["noun"] for each in _FEWER_THAN.finditer(text)}
    is_subject = bool(_AS_SUBJECT.search(text))
    for part in walk(rule.must):
        if not isinstance(part, Compare):
            continue
        left, right = _divided(part.left), _divided(part.right)
        _refuse_part(left, nouns, rule, context, is_subject=is_subject or left == part.right)
        _refuse_part(right, nouns, rule, context, is_subject=right == part.left)
        of = part.right if isinstance(part.left, Cell) else None
        is_told = isinstance(of, Cell) and _is_plural_of(of, fewer)
        if isinstance(of, Cell) and is_told and _counts_rows(of, rule.table, context):
            raise Misfit(f"how many rows there are, or {of.column} in each row: say which")


def _refuse_part(
    of: Cell | None, nouns: set[str], rule: Rule, context: Context, *, is_subject: bool
) -> None:
    if of is None or not _is_plural_of(of, nouns):
        return
    if is_subject or _counts_rows(of, rule.table, context):
        raise Misfit(
            f"a part of the rows, or of {of.column} in each row: say 'At least half of the rows "
            f"must have …', or 'half of {of.column}'"
        )


def _divided(value: Value) -> Cell | None:
    """The column of which a part is told."""
    if isinstance(value, Arithmetic) and value.sign in ("*", "/"):
        cells = [each for each in (value.left, value.right) if isinstance(each, Cell)]
        return cells[0] if len(cells) == 1 else None
    return None


def _is_plural_of(of: Cell, nouns: set[str]) -> bool:
    header = stems_of(of.column)
    return any(stem(noun) != noun and stem(noun) in header and noun != of.column for noun in nouns)


def _counts_rows(of: Cell, table: str, context: Context) -> bool:
    """Whether a column says which row it is, and not how much."""
    column, header = context.column(table, of.column), stems_of(of.column)
    is_named = header[-1] in ID_WORDS or {*header} <= {*stems_of(table)}
    return is_named or (column is not None and column.unique and column.type == ColumnType.INTEGER)


# By so much -------------------------------------------------------------------------------------

_MOVES = frozenset({
    "go", "goes", "going", "up", "down", "rise", "rises", "rising", "rose", "fall", "falls",
    "falling", "fell", "drop", "drops", "dropping", "climb", "climbs", "climbing", "sink", "sinks",
    "sinking", "dip", "dips", "move", "moves", "moving", "slip", "slips", "vary", "varies",
    "varying", "grow", "grows", "growing", "increase", "increases", "increasing", "decrease",
    "decreases", "decreasing", "change", "changes", "changing", "shrink", "shrinks", "range",
    "ranges", "differ", "differs", "stretch", "stretches", "step", "steps", "jump", "jumps",
})  # fmt: skip


def refuse_steps_as_limits(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "by 2000" is a day or a year, and no step.

    Raises:
        Misfit: "must rise by 2000" was taken for a limit of 2000.
    """
    for part in node.walk():
        is_by = part.symbol == "adj" and tokens[part.start].low == "by" and part.start > 0
        if is_by and tokens[part.start - 1].low in _MOVES:
            told = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(
                f"{told!r} is a step from row to row, and no limit; say '… must rise {told} from "
                "row to row', or 'must be at most …'"
            )


# Fine without -----------------------------------------------------------------------------------

_FINE = re.compile(
    r"[.;] ?(?:[\w-]+ )*(?:without|with no|that lacks?|who lacks?|lacking|"
    r"that ha(?:s|ve) no|missing) "
    r"(?:[\w-]+ )+(?:is|are|may be|can be) (?:fine|ok|okay|allowed|all right|alright|permitted|"
    r"acceptable|accepted|good|correct|right|no problem|normal|possible|tolerated|legal|valid)\b"
)


def refuse_wide_exceptions(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is fine without one thing is still asked for the others.

    Raises:
        Misfit: "a night without a badge is fine" let nights pass that have no guard either.
    """
    text = " ".join(token.low for token in tokens)
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, All) or not _FINE.search(text):
        return
    spared = {of.column for part in _denied(rule.where) for of in _empty_in(part)}
    asked = [{of.column for of in _empty_in(part)} for part in rule.must.parts]
    if spared and any(each & spared for each in asked) and any(not each & spared for each in asked):
        raise Misfit(
            "what may lack one thing still needs the others: write two checks, and the exception "
            "with the one it is from ('… unless …')"
        )


def _denied(where: Predicate | None) -> list[Predicate]:
    parts = where.parts if isinstance(where, All) else (where,)
    return [part.part for part in parts if isinstance(part, Not | Unless)]


def _empty_in(told: Predicate) -> list[Cell]:
    found = [part for part in walk(told) if isinstance(part, Missing)]
    return [part.of for part in found if isinstance(part.of, Cell)]
