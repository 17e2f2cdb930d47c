"""What a schema declares of a column: read as what its values must be, or as no rule at all."""

from __future__ import annotations

from collections.abc import Callable

from backend.planner.offline.resolve import Context, Misfit, located
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

AS_VALUES = "A file declares nothing of its columns: what is declared is what the values must be."


def _as_values(rule: Rule, remark: Modifier, context: Context) -> Rule:
    context.assume(AS_VALUES)
    return rule


def _forbids_nothing(rule: Rule, remark: Modifier, context: Context) -> Rule:
    of = located(remark.values[0], rule.table, context)
    name = of.column if isinstance(of, Cell) else "a column"
    raise Misfit(
        f"that {name} may be empty forbids nothing, so that no row could break it; if it must be "
        f"filled, write '{name} must be filled'"
    )


DECLARED_CHANGES: dict[str, Callable[[Rule, Modifier, Context], Rule]] = {
    "as-values": _as_values,
    "forbids-nothing": _forbids_nothing,
}
