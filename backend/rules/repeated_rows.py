"""Tables in which too many rows, or too large a share of them, are copies."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, any_of, call, listed, literal, mapping
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import repeated_rows_sql
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.emit_values import exact
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.metric_bounds import Bounds, opposite, say_bounds
from backend.rules.repeated_rows_phrases import phrase
from backend.rules.rule import Example, Functions, Kind, Rule, body_for


class RepeatedRows(Rule):
    """How many rows are alike in ``columns`` (in all columns where none are named).

    ``copies`` are all rows that another row equals, ``surplus`` all of those but the first; with
    ``is_share`` it is their share of the rows that count, from 0 to 1. In whole rows empty cells
    are equal, and ``ignored`` are columns that do not count; a row with an empty cell of
    ``columns`` equals none. The one measure is the one failing record; a table without rows has
    none.
    """

    kind: Literal["repeated_rows"] = "repeated_rows"
    columns: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    measure: Literal["copies", "surplus"] = "copies"
    is_share: bool = False
    bounds: Bounds

    @property
    def label(self) -> str:
        """What the measure is called in the record."""
        name = "copies" if self.measure == "copies" else "surplus copies"
        return f"share of {name}" if self.is_share else name

    def own_columns(self) -> tuple[str, ...]:
        """The columns that are compared, and those that do not count."""
        return self.columns + self.ignored

    def names_its_columns(self) -> bool:
        """Unless whole rows are compared."""
        return bool(self.columns)

    def compares_whole_rows(self) -> bool:
        """Where no columns are named."""
        return not self.columns


def emit(rule: RepeatedRows, facts: Facts) -> Functions:
    """``scope`` counts the copies; ``check`` judges their number."""
    body = body_for(rule)
    metrics = body.scoped_table("metrics", "scope(tables)")
    found = metrics.item(literal(rule.label))
    tests = [found.compare(opposite(sign), _bound(rule, bound)) for sign, bound in rule.bounds]
    body.give(metrics.item(any_of(tests)))
    return Functions(check=body, scope=_measure(rule, facts), scope_doc="The measure.")


def _bound(rule: RepeatedRows, bound: float) -> Code:
    return exact(bound if rule.is_share or bound != int(bound) else int(bound))


def _measure(rule: RepeatedRows, facts: Facts) -> Body:
    scope = body_for(rule)
    rows = over(scope, rule.table, facts)
    frame = rows.frame
    if rule.where is not None:
        frame = scope.let("counted", frame.item(holds(rule.where, rows)))
    is_copy = scope.let("is copy", _is_copy(rule, frame, scope))
    measured = is_copy.call("mean" if rule.is_share else "sum")
    told = call("pd.DataFrame", mapping([(rule.label, listed([measured]))]))
    is_told = listed([call("len", frame).compare(">", literal(0))])
    scope.give(scope.let("metrics", told).item(is_told))
    return scope


def _is_copy(rule: RepeatedRows, frame: Code, scope: Body) -> Code:
    keep = literal(False) if rule.measure == "copies" else literal("first")
    if not rule.columns:
        dropped = literal(list(rule.ignored))
        whole = frame.call("drop", columns=dropped) if rule.ignored else frame
        return whole.call("duplicated", keep=keep)
    keys = scope.let("keys", frame.item(literal(list(rule.columns))))
    is_whole = keys.call("notna").call("all", axis=literal(1))
    return is_whole & keys.call("duplicated", keep=keep)


def say_rule(rule: RepeatedRows) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    alike = {"copies": "equal another row", "surplus": "repeat an earlier row"}[rule.measure]
    columns = " and ".join(rule.columns) if rule.columns else "all columns"
    if rule.ignored:
        columns += f" but {' and '.join(rule.ignored)}"
    what = "share" if rule.is_share else "number"
    bounds = say_bounds(rule.bounds)
    return f"Over {rule.table}{where}, the {what} of rows that {alike} in {columns} is {bounds}."


KIND = Kind(
    phrases=phrase,
    spec=RepeatedRows,
    summary="Tables in which too many rows, or too large a share of them, are copies.",
    emit=emit,
    lower=repeated_rows_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "At most 25% of the rows may be exact duplicates.",
            {"votes": (("voter", "city"), (1, "Ulm"), (1, "Ulm"), (1, None), (2, "Ulm"))},
            1,
            "share",
        ),
        Example(
            "No more than 2 rows may be full duplicates, ignoring vote_id.",
            {
                "votes": (
                    ("vote_id", "voter", "city"),
                    (1, 1, "Ulm"),
                    (2, 1, "Ulm"),
                    (3, 1, None),
                    (4, 1, None),
                )
            },
            1,
            "ignored_column",
        ),
        Example(
            "At most 1 row may repeat an earlier row.",
            {"votes": (("voter", "city"), (1, "Ulm"), (1, "Ulm"), (2, "Ulm"))},
            0,
            "surplus",
        ),
    ),
)
