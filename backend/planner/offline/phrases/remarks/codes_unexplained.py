"""Phrases for a code that nobody explains and whose rows are asked for: 0 is undocumented; flag every row with it."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, Not, OneOf, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_unexplained",
    "undocumented | not documented | undefined | not defined | unexplained | not explained | meaningless | unused | "
    "not in the (code book|codebook|documentation|data dictionary)",
)
phrase.words(
    "_having_that",
    "(who|that|which) (has|have|holds|hold|carries|carry|shows|show|uses|use) (it|this|that|this value|that value|this code|"
    "that code|such a value|such a code) | with (it|this|that|this value|that value|this code|that code|such a value|such a code)",
)


@phrase(
    "hint",
    "[a|the|code|value] <cell> [of|=|code|value] <option> _be _unexplained _stop _do_show [_all_the] <noun> _having_that [.]",
    "[a|the|code|value] <cell> [of|=|code|value] <option> _be _unexplained _stop _do_show (it|them) [.]",
    cost=0.02,
)
def unexplained(of: Value, option: Constant, *rows: RowSet) -> Statement | None:
    """Grade 0 is undocumented; flag every pupil who has it."""
    if not isinstance(of, Cell) or any(each.where is not None for each in rows):
        return None
    return rule(compare(of, "!=", option), subject=of)


@phrase("hint", "<hint> _stop _do_show [_all_the] <noun> _having_that [.]", cost=0.05)
def rows_having_it(told: Statement, rows: RowSet) -> Statement | None:
    """Grade 0 is invalid; flag every pupil who has it: such a value is what the rule forbids."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    denies = isinstance(must, Compare) and must.sign == "!=" and isinstance(must.right, Constant)
    denies = denies or (isinstance(must, Not) and isinstance(must.part, OneOf))
    return told if denies and rows.where is None and not told.also else None


phrase.words(
    "_remarkable",
    "unusual | rare | strange | odd | surprising | remarkable | exceptional | extreme | unlikely | doubtful | questionable | "
    "curious | worth a look | rather unusual | very unusual | very rare | very unlikely",
)
phrase.words("_those_rows_codes", "(them|these|those|it|such) [_row|values|cases|ones|<noun>]")


@phrase(
    "hint",
    "[a|an|any] <cell> <adj> _be _remarkable _stop _do_show _those_rows_codes [.]",
    cost=0.05,
)
def remarkable(of: Value, told: Predicate, *rows: RowSet) -> Statement | None:
    """A wage above 90000 is unusual; flag these clerks."""
    if not isinstance(of, Cell) or any(each.where is not None for each in rows):
        return None
    return rule(not_(about(told, of)), subject=of)
