"""Cells of another type than most of their column, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.rules.language.lower_cells import BLANK, as_text
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import counted
from backend.rules.language.lower_types import type_in_sql
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    column,
    is_filled,
    matches,
    negated,
    over,
    text,
    where,
)
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import every_row, flag_rows, tested

if TYPE_CHECKING:
    from backend.rules.mixed_types import MixedTypes


def lower(rule: MixedTypes, facts: Facts) -> Lowered:
    """Rows with a value, the type of each, how often each type occurs, and the unusual ones."""
    place = counted(every_row(rule, facts), rule.where)
    has_value = [
        all_of([is_filled(place.column(name)), negated(matches(_text(name, place), f"{BLANK}*"))])
        for name in rule.columns
    ]
    scope = tested(place.filtered(any_of(has_value)))
    labels = [scope.free(f"type of {name}") for name in rule.columns]
    told = [type_in_sql(_text(name, scope), rule.types) for name in rule.columns]
    typed = scope.step("typed", *zip(labels, told, strict=True))
    usual = [scope.free(f"usual {label}") for label in labels]
    found = typed.step(
        "compared", *zip(usual, (_usual(rule, each) for each in labels), strict=True)
    )
    unlike = (binary(column(a), "!=", column(b)) for a, b in zip(labels, usual, strict=True))
    return flag_rows(rule, scope, found.filtered(any_of(unlike)))


def _text(name: str, place: Place) -> Sql:
    return as_text(place.column(name), place.fact(place.table, name))


def _usual(rule: MixedTypes, label: str) -> Sql:
    """The most frequent type; of equally frequent ones the first."""
    counts = [
        over(where(call("COUNT", exp.Star()), binary(column(label), "==", text(each))))
        for each in rule.types
    ]
    most = call("GREATEST", *counts)
    tests = [
        exp.If(this=binary(count, "==", most), true=text(each))
        for each, count in zip(rule.types, counts, strict=True)
    ]
    return exp.Case(ifs=tests)
