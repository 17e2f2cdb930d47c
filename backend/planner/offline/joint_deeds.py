"""Deeds that share what is said of their days: opened and closed on weekdays, in a table with a
flag ``open``."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import DATE_WORDS, deed, parts_of, root
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_JOINTS = frozenset({"and", "or"})
_STATES = frozenset({"flag_word", "adjective"})
_DAYS = frozenset({"column", "acting"})


def refuse_deeds_apart(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which joined deeds are told alike.

    Raises:
        Misfit: "opened and closed on weekdays" was read as: open, and closed on weekdays.
    """
    table = context.tables.get(rule.table)
    dates = {
        _deed_of(each.name): each.name
        for each in (table.columns if table is not None else ())
        if each.date_format is not None
    }
    leaves = [part for part in node.walk() if not part.children]
    for state in leaves:
        joint = tokens[state.end].low if state.end < len(tokens) else ""
        if state.symbol not in _STATES or joint not in _JOINTS or state.end != state.start + 1:
            continue
        done = tokens[state.start].low
        own = dates.get((deed(root(done)),), "") if done.endswith("ed") else ""
        other = next((each for each in leaves if each.start == state.end + 1), None)
        if own and other is not None and _is_of_day(other, [*dates.values()]):
            raise Misfit(
                f"'{done} {joint} {tokens[state.end + 1].low}' may tell of both days, or of "
                f"{own} not at all; name the columns, as in '{own} {joint} {_name(other)} must …'"
            )


def _deed_of(name: str) -> tuple[str, ...]:
    """The verb of a header: opened_on tells when it was opened."""
    words = [part for part in parts_of(name) if part not in DATE_WORDS]
    return tuple(deed(root(word)) for word in words)


def _is_of_day(leaf: Node, dates: list[str]) -> bool:
    return leaf.symbol in _DAYS and _name(leaf) in dates


def _name(leaf: Node) -> str:
    return leaf.meaning.column if isinstance(leaf.meaning, Cell) else ""
