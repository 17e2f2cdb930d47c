"""What a noun of the rows is taken for: customers outside the USA are not called so."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Exists,
    Missing,
    Not,
    OneOf,
    Predicate,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_rows_as_names(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no noun of the rows for the column of their names.

    Raises:
        Misfit: "customers outside France" were those of another name; "orders with a digit" those
            with one in their number.
    """
    nouns = {stems_of(table)[-1:] for table in context.tables}
    for part in node.walk():
        for cell, behind in zip(part.children, part.children[1:], strict=False):
            if cell.symbol not in ("cell", "expr") or cell.end - cell.start != 1:
                continue
            word = tokens[cell.start].low
            is_place = tokens[behind.start].low == "outside"
            is_place = is_place or _has_within(part, behind, cell, word)
            if is_place and stem(word) != word and (stem(word),) in nouns:
                raise Misfit(f"{word!r} are rows; name the column whose values are meant")
    if isinstance(rule, BrokenRows) and rule.where is not None:
        _refuse_chosen_for_values(rule)


def refuse_other_tables(node: Node, rule: Rule) -> None:
    """Pass a key that is looked for in its own table where the sentence says so.

    Raises:
        Misfit: "one of the codes in the same table" was one of another table.
    """
    is_own = any(part.symbol == "_of_own_table" for part in node.walk())
    if is_own and any(isinstance(part, Exists) and part.table != rule.table for part in walk(rule)):
        raise Misfit("the same table is spoken of, and the column stands in another one")


def _has_within(part: Node, behind: Node, cell: Node, word: str) -> bool:
    """Whether signs are to stand within a column that has another name than this noun."""
    of = cell.meaning if isinstance(cell.meaning, Cell) else None
    is_within = behind.part == "=with" or behind.symbol == "=with" or behind.symbol == "vp"
    signs = {"them_feature", "char_class", "sign_mark", "in_brackets"}
    is_told = is_within and any(each.symbol in signs for each in part.walk())
    return is_told and of is not None and stems_of(of.column) != (stem(word),)


def _refuse_chosen_for_values(rule: BrokenRows) -> None:
    """Rows that are chosen for what a cell holds cannot have it empty."""
    chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    held = {_held(part) for part in chosen} - {None}
    if isinstance(rule.must, Missing) and rule.must.of in held:
        raise Misfit("the rows are chosen by a value that they must not have")


def _held(part: Predicate | None) -> Cell | None:
    if isinstance(part, Compare) and part.sign == "==" and isinstance(part.left, Cell):
        return part.left
    if isinstance(part, OneOf) and isinstance(part.of, Cell):
        return part.of
    return None


def refuse_empties_beside_conditions(node: Node, rule: Rule) -> None:
    """Pass an empty cell that is called wrong where the rule is told of every row.

    Raises:
        Misfit: "if a, b must be 1; a missing b is a violation" may be told of rows with a alone.
    """
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, All):
        return
    if not any(_is_called_wrong(part) for part in node.walk()):
        return
    parts = rule.must.parts
    asked = [
        part.part.of for part in parts if isinstance(part, Not) and isinstance(part.part, Missing)
    ]
    for part in parts:
        cells = {each for each in walk(part) if isinstance(each, Cell)}
        if isinstance(part, Any) and any(map(_is_condition, part.parts)) and cells & {*asked}:
            raise Misfit("it is not clear whether an empty cell is wrong in every row")


def _is_condition(part: Predicate) -> bool:
    return isinstance(part, Unless | Not)


def _is_called_wrong(part: Node) -> bool:
    return part.symbol == "stmt" and any(each.symbol == "_wrong" for each in part.children)
