"""Rows for which a condition is false: most of what owners ask."""

from __future__ import annotations

from typing import Literal

from backend.contracts.plan import Grain
from backend.rules.language.emit_predicates import breaks, holds, judged, over, presence
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Exists, Predicate
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class BrokenRows(Rule):
    """Every row must satisfy ``must``; a row for which it is unknown is not flagged."""

    kind: Literal["broken_rows"] = "broken_rows"
    must: Predicate


def emit(rule: BrokenRows, facts: Facts) -> Functions:
    """``scope`` keeps the rows that count and can be judged; ``check`` gives the broken ones."""
    scope = _scope(rule, facts)
    body = body_for(rule)
    if scope is not None:
        enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    known = frozenset[str]()
    if scope is not None and rule.must.type not in ("all", "any"):
        known = frozenset(guard.text for guard in presence(rule.must, rows, windows=False))
    rows = over(body, rule.table, facts, known)
    body.give(rows.frame.item(breaks(rule.must, rows)))
    return Functions(check=body, scope=scope)


def _scope(rule: BrokenRows, facts: Facts):  # type: ignore[no-untyped-def]
    body = body_for(rule)
    rows = over(body, rule.table, facts)
    masks = [] if rule.where is None else [holds(rule.where, rows)]
    can_judge = judged(rule.must, rows)
    masks += [] if can_judge is None else [can_judge]
    if not masks:
        return None
    body.give(rows.frame.item(masks[0] if len(masks) == 1 else masks[0] & masks[1]))
    return body


def say_rule(rule: BrokenRows) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    if isinstance(rule.must, Exists):
        return f"For every {rule.table} row{where}, {say(rule.must)}."
    return f"In every {rule.table} row{where}, {say(rule.must)}."


KIND = Kind(
    spec=BrokenRows,
    summary="Rows for which a condition is false.",
    emit=emit,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "price must be at least 0",
            {"orders": (("order_id", "price"), (1, 5), (2, -3), (3, None), (4, 0))},
            (1,),
            "at_least",
        ),
        Example(
            "Flag events rows whose user_id is missing from users.",
            {
                "events": (("event_id", "user_id"), (1, 7), (2, 9), (3, None)),
                "users": (("user_id", "email"), (7, "a@b.org"), (8, "c@d.org")),
            },
            (1,),
            "unknown_keys",
        ),
        Example(
            "If status is paid then paid_at must be filled in.",
            {
                "orders": (
                    ("order_id", "status", "paid_at"),
                    (1, "paid", None),
                    (2, "paid", "2024-01-05"),
                    (3, "open", None),
                )
            },
            (0,),
            "required_if",
        ),
        Example(
            "status must be one of 'open', 'paid' or 'cancelled'.",
            {"orders": (("order_id", "status"), (1, "open"), (2, "Paid"), (3, None))},
            (1,),
            "allowed_values",
        ),
        Example(
            "Total must equal quantity * price, give or take 0.01.",
            {
                "orders": (
                    ("order_id", "quantity", "price", "total"),
                    (1, 2, 1.5, 3.0),
                    (2, 2, 1.5, 3.01),
                    (3, 2, 1.5, 3.02),
                    (4, 2, None, 3.0),
                )
            },
            (2,),
            "formula",
        ),
    ),
)
