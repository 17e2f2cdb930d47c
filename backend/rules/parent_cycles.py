"""Rows whose link to a parent leads back to themselves."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import call
from backend.contracts.plan import Grain
from backend.rules import parent_cycles_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_keys import matched
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope


class ParentCycles(Rule):
    """Going from row to row by ``parent``, the ``key`` of the next row, no row comes back to itself.

    The rows of each circle are flagged, and a row that is its own parent; rows that only lead
    into a circle are not. An empty parent ends the way, and so does one that no row has; a key
    that occurs twice makes the program fail.
    """

    kind: Literal["parent_cycles"] = "parent_cycles"
    parent: str
    key: str = ""
    """Found from the schema where the sentence does not name it."""

    def own_columns(self) -> tuple[str, ...]:
        """The link, and the key that it leads to."""
        return (self.parent, self.key) if self.key else (self.parent,)


def emit(rule: ParentCycles, facts: Facts) -> Functions:
    """``check`` doubles the length of the steps until none can leave a circle."""
    scope = filled_rows(rule, facts, rule.own_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    rows = over(body, rule.table, facts)
    links = matched(rows, rule.parent, rows, rule.key)
    key = body.let("key", links.theirs)
    step = body.let("step", links.mine.call("set_axis", key))
    doublings = call("range", call("len", rows.frame).call("bit_length"))
    body.lines.append(f"for _ in {doublings.text}:")
    body.lines.append(f"    {step.text} = {step.call('map', step).text}")
    body.give(rows.frame.item(key.call("isin", step.call("dropna"))))
    return Functions(check=body, scope=scope)


def say_rule(rule: ParentCycles) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    return (
        f"Following {rule.parent} to the {rule.table} row{where} with that {rule.key}, and so on, "
        "never leads back to the same row; flag each row of a circle, and each row that leads to "
        "itself."
    )


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_cycles",
    "cycles | loops | circles | cycle | loop | circle | circular links | circular references | "
    "circular chains | circularity | circular reference | circular chain",
)
phrase.words(
    "_itself",
    "itself | the same row | the same record | the row itself | the start | where it started | "
    "the row it started from | its starting point",
)
phrase.words(
    "_up_the_rows",
    "upwards | up | upward | from row to row | repeatedly | on and on | step by step",
)


@phrase("itself", "_itself", "(the|the same|this) <keynoun>", "(the same|itself|that) <noun>")
@phrase("itself", "<noun>", cost=0.1)
def itself(*_: object) -> bool:
    """The same employee."""
    return True


def _rule(parent: Value, table: str = "") -> Statement | None:
    if not isinstance(parent, Cell):
        return None
    return Statement(rule=ParentCycles(table=table or parent.table, parent=parent.column))


@phrase(
    "stmt",
    "there (must|should|may) be no _cycles in <cell>",
    "there (must|should|may) not be [any] _cycles in <cell>",
    "no _cycles in <cell>",
    "<cell> _must_not (form|contain|have|make|create|build|close|run in|be part of) [any] _cycles",
    "<cell> [links] _must be (acyclic|free of _cycles|without _cycles)",
    "[the] (chain|tree|hierarchy) (of|by|given by|made of) <cell> _must_not (contain|have|form) [any] _cycles",
    "no <cell> may (form|close|create) [a] _cycles",
    "no circular <cell> [links|references|chain|chains]",
    "there (must|should|may) be no circular <cell> [links|references|chain|chains]",
)
def no_cycles(parent: Value) -> Statement | None:
    """There must be no cycles in manager_no."""
    return _rule(parent)


@phrase(
    "stmt",
    "following <cell> [_up_the_rows] _must_not [ever] (lead|come|go|get) back to <itself>",
    "following <cell> [_up_the_rows] (never) (leads|comes|goes) back to <itself>",
    "[(chain|line|path) (of|along|over)] <cell> _must_not [ever] (lead|come|go) back to <itself>",
)
def never_back(parent: Value, _: object) -> Statement | None:
    """Following manager_no must never lead back to the same employee."""
    return _rule(parent)


@phrase(
    "stmt",
    "no <rows> _may be its own (ancestor|parent , directly or indirectly|direct or indirect parent) (via|by|through|over|along) <cell>",
    "no <rows> _may be (its|their) own ancestor \\( <cell> \\)",
)
def no_ancestor(rows: RowSet, parent: Value) -> Statement | None:
    """No employee may be its own ancestor via manager_no."""
    return None if rows.where is not None else _rule(parent, rows.table)


@phrase(
    "remark",
    "no circular (reporting lines|references|links|chains|hierarchy|hierarchies|paths)",
    "no _cycles [are|is] [allowed]",
)
def no_circles() -> Modifier:
    """Said once more."""
    return Modifier(kind="no-cycles")


KIND = Kind(
    phrases=phrase,
    spec=ParentCycles,
    summary="Rows whose link to a parent leads back to themselves; all rows of a circle are flagged.",
    emit=emit,
    lower=parent_cycles_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "There must be no cycles in parent_id.",
            {
                "parts": (
                    ("part_id", "parent_id"),
                    ("a", None),
                    ("b", "c"),
                    ("c", "b"),
                    ("d", "b"),
                    ("e", "e"),
                    ("f", "a"),
                )
            },
            (1, 2, 4),
            "circles",
        ),
    ),
)
