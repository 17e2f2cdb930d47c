"""Cells of nothing but blanks, which are empty to who says that an empty one is fine."""

from __future__ import annotations

import re

from backend.planner.offline.context import Context
from backend.planner.offline.empties_changes import count_empties
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Apply, Cell, Function, How, Matches, Missing
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, any_of
from backend.rules.rule import Rule


def count_blanks(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with its empty cells counted as the remark says, and blank ones as empty."""
    told = count_empties(rule, remark, context)
    return or_blank(told, remark, context) if told == rule and remark.texts[0] != "bad" else told


def or_blank(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with its blank cells let pass, where the table is known to have some."""
    if not isinstance(rule, BrokenRows) or _is_of_blanks(rule):
        return rule
    named = {each.column for each in remark.values if isinstance(each, Cell)}
    cells = dict.fromkeys(part for part in walk(rule.must) if isinstance(part, Cell))
    meant = [cell for cell in cells if not named or cell.column in named]
    blank = [Missing(of=cell) for cell in meant if _has_blanks(cell, context)]
    if not blank:
        return rule
    return rule.model_copy(update={"must": any_of(rule.must, *blank)})


def _is_of_blanks(rule: BrokenRows) -> bool:
    """Whether it looks for blanks itself: notes of nothing but spaces are no empty ones then."""
    return any(
        (isinstance(part, Matches) and _matches_a_blank(part))
        or (isinstance(part, Apply) and part.function == Function.STRIP)
        for part in walk(rule.must)
    )


def _matches_a_blank(part: Matches) -> bool:
    if part.how == How.PATTERN:
        return re.fullmatch(part.text, " ") is not None
    return part.how in (How.STARTS, How.ENDS, How.CONTAINS) and not part.text.strip()


def _has_blanks(cell: Cell, context: Context) -> bool:
    column = context.column(cell.table, cell.column)
    return column is not None and any(not value.strip() for value in column.values)
