"""What is the same in all rows of a kind, or in all groups, and not within each of them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ID_WORDS, stem, stems_of
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_KINDS = frozenset({"valuenoun", "adjective", "flag_word", "column", "rel"})
_ALL_SAME = re.compile(
    r"^(?:all )?(?P<of>\w+) (?:must |should |shall |may |need to |have to )?(?:all |always )?"
    r"(?:have|share|use|show|hold|carry|get) the same (?P<what>\w+)(?: value)? ?[.!]?$"
)
_BEFORE_ROWS = frozenset({
    "each", "every", "all", "any", "a", "an", "no", "one", "the", "flag", "show", "find", "list",
    "report", "is", "are", "there", "do", "does", "has", "have",
})  # fmt: skip


def refuse_same_within_each(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that asks of all rows, or groups, what its sentence asks of all of them.

    Raises:
        Misfit: "the same for all guards" was read of all rows; "all sensors must have the same
            limit" of the rows of each sensor; "each ticket has one agent" of the rows that share
            their ``ticket``, in a table of tickets.
    """
    for part in node.walk():
        if part.symbol == "_in_all_rows" and any(each.symbol in _KINDS for each in part.walk()):
            raise Misfit("the kind of rows in which all are the same would be lost")
    if not isinstance(rule, InconsistentValues) or rule.where is not None or len(rule.key) != 1:
        return
    (key,) = rule.key
    words = [token.low for token in tokens]
    told = _ALL_SAME.match(" ".join(words))
    if told is not None and _is_plural_of(told["of"], key):
        what = rule.values[0]
        raise Misfit(
            f"the same {what} for all {told['of']}, or for the rows of each: write '{what} must be "
            f"the same in all rows', or 'each {key} must have only one {what}'"
        )
    if context.column(rule.table, key) is not None and _is_row(
        node, key, rule.table, context, words
    ):
        raise Misfit(
            f"{key!r} may be a row of {rule.table}, or its column {key}: write "
            f"'{rule.values[0]} must be filled', or 'rows with the same {key} must have the same "
            f"{rule.values[0]}'"
        )


def _is_plural_of(word: str, key: str) -> bool:
    stems = stems_of(key)
    return stem(word) != word and word != key.lower() and stem(word) in (stems[0], stems[-1])


def _is_row(node: Node, key: str, table: str, context: Context, words: Sequence[str]) -> bool:
    """Whether a column named like its table is told of as each of its rows is."""
    column, noun = context.column(table, key), stems_of(table)[-1:]
    is_id = column is not None and column.unique
    if noun != tuple(each for each in stems_of(key) if not is_id or each not in ID_WORDS):
        return False
    cells = [each for each in node.walk() if each.symbol == "column"]
    first = min(cells, key=lambda each: each.start, default=None)
    is_key = first is not None and isinstance(first.meaning, Cell) and first.meaning.column == key
    return first is not None and is_key and {*words[: first.start]} <= _BEFORE_ROWS
