"""Words for "filled" or "empty" that are a value of the column: completed, not available."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Lookup, Missing, Not
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT
from backend.rules.rule import Rule

_FILLED = Not(part=Missing(of=IT))
_EMPTY = Missing(of=IT)


def refuse_values_as_states(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading whose words for "filled" are no value of the column that they are said of.

    Raises:
        Misfit: "the status is completed" was taken for a status that is there, and some are
            'completed'; or "not available" for an empty one, and some say "Not Available".
    """
    told = {
        " ".join(token.low for token in tokens[part.start : part.end])
        for part in node.walk()
        if part.symbol == "adj"
        and (part.meaning == _FILLED or (part.meaning == _EMPTY and part.end > part.start + 1))
    }
    if not told:
        return
    for missing in walk(rule):
        of = missing.of if isinstance(missing, Missing) else None
        if not isinstance(of, Cell | Lookup):
            continue
        column = context.column(of.table, of.column)
        values = set() if column is None else {value.lower() for value in column.values}
        if values & told:
            raise Misfit(f"{sorted(values & told)[0]!r} is a value of {of.column}")
