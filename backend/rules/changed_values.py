"""Values of a column that are new since earlier runs, or that are gone."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, all_of, call, literal, mapping
from backend.codegen.page import Body
from backend.contracts.history import COLUMNS, history_of
from backend.contracts.plan import Grain
from backend.rules import changed_values_sql
from backend.rules.earlier_runs import (
    RUNS_ARE,
    Baseline,
    kept_values,
    of_column,
    say_baseline,
    texts_of,
)
from backend.rules.language.rows import Facts
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class ChangedValues(Rule):
    """The values of ``column`` are those of before: none ``appears``, none ``vanishes``.

    Of several runs, a value was there before if any of them had it. Each value that is new or gone
    is one failing record. Values are compared as written; empty cells are none. A run keeps the
    values of a column that has at most 200; where it does not, nothing is judged.
    """

    kind: Literal["changed_values"] = "changed_values"
    column: str
    appears: bool = True
    vanishes: bool = False
    since: Baseline = Baseline()

    def own_columns(self) -> tuple[str, ...]:
        """The column of the values."""
        return (self.column,)

    def tables(self) -> tuple[str, ...]:
        """The table, and what earlier runs measured of it."""
        return (self.table, history_of(self.table))


def emit(rule: ChangedValues, facts: Facts) -> Functions:
    """``scope`` has a row for each value that may be new or gone; ``check`` those that are."""
    refuse_filter(rule)
    scope = body_for(rule)
    texts = texts_of(rule.table, rule.column, facts, scope)
    now = scope.let("now", call("set", texts.call("dropna") if rule.appears else texts))
    past = of_column(rule.table, rule.column, rule.since, scope)
    before, is_whole = _before(rule, past, scope), kept_values(past, rule.since)
    wanted = {(True, False): now.text, (False, True): before.text}.get(
        (rule.appears, rule.vanishes), f"{now.text} | {before.text}"
    )
    listed = Code(f"sorted({wanted}) if {is_whole.text} else []")
    frame = call("pd.DataFrame", mapping([("value", listed)]), dtype=literal("str"))
    values = scope.let("values", frame)
    texts = values.item(literal("value"))
    flags = ", ".join(
        f"{w}={texts.call('isin', c).text}" for w, c in (("now", now), ("before", before))
    )
    scope.give(Code(f"{values.text}.assign({flags})"))
    body = body_for(rule)
    found = body.scoped_table("values", "scope(tables)")
    body.give(found.item(found.item(literal("now")).compare("!=", found.item(literal("before")))))
    return Functions(check=body, scope=scope, scope_doc="The values, now and before.")


def _before(rule: ChangedValues, past: Code, body: Body) -> Code:
    """The set of values before."""
    seen = all_of(
        [
            past.item(literal("measure")).compare("==", literal("value")),
            past.item(literal("number")).compare(">", literal(0)),
        ]
    )
    return body.let("before", call("set", past.attribute("loc").pick(seen, literal("value"))))


def say_rule(rule: ChangedValues) -> str:
    """The requirement in words."""
    past = say_baseline(rule.since)
    several = rule.since.runs > 1
    new = f"has no value that {'none of ' if several else 'it did not have in '}{past}"
    new += " had" if several else ""
    gone = f"still has every value that it had in {past}"
    told = " and ".join(
        text for text, is_meant in ((new, rule.appears), (gone, rule.vanishes)) if is_meant
    )
    return f"{rule.column} of {rule.table} {told}; each that breaks this is reported. {RUNS_ARE}"


def _seen(**runs: str) -> tuple[tuple[object, ...], ...]:
    """A history of one run that saw a column's values."""
    rows: list[tuple[object, ...]] = []
    for column, values in runs.items():
        words = values.split()
        rows.append((1, 1, "2024-03-09", column, "values", "", len(words)))
        rows += [(1, 1, "2024-03-09", column, "value", word, 5) for word in words]
    return (COLUMNS, *rows)


KIND = Kind(
    spec=ChangedValues,
    summary="Values of a column that are new since earlier runs, or gone.",
    emit=emit,
    lower=changed_values_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "No new values may appear in status since the last run.",
            {
                "orders": (("order_id", "status"), (1, "paid"), (2, "open"), (3, "lost")),
                "orders/history": _seen(status="open paid sent"),
            },
            1,
            "appeared",
        ),
        Example(
            "No status value may disappear since the last run.",
            {
                "orders": (("order_id", "status"), (1, "paid"), (2, "open"), (3, "lost")),
                "orders/history": _seen(status="open paid sent"),
            },
            1,
            "vanished",
        ),
    ),
)
