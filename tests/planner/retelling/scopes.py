"""A rule of single rows under a condition: it flags those of its rows for which that holds."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.contracts.plan import Plan
from tests.planner.offline.spoken import Rows
from tests.planner.retelling.frames import is_plain

_ACROSS = ("aggregate", "previous", "exists", "lookup")
"""Kinds of terms by which other rows judge a row, so that a condition is not for it alone."""
_WORD = re.compile(r"[A-Za-z]{2,}")
SCOPES = (
    "For {table} where {column} is '{value}', {rule}.",
    "{Rule} where {column} is '{value}'.",
    "{Rule}, but only for rows where {column} is '{value}'.",
    "{Rule}. This only applies to rows where {column} is '{value}'.",
    "Among {table} with {column} '{value}', {rule}.",
    "Where {column} is '{value}', {rule}.",
)


class Scope(NamedTuple):
    """A condition for the rows of a table, and the labels of the rows for which it holds."""

    table: str
    column: str
    value: str
    labels: frozenset[str]


def is_of_rows(plan: Plan) -> bool:
    """Whether each row is judged by itself."""
    terms = json.dumps(plan.rule)
    return plan.kind == "broken_rows" and not any(f'"{kind}"' in terms for kind in _ACROSS)


def scope_for(plan: Plan, rows: Rows, choose: random.Random) -> Scope | None:
    """A condition on a column of words that the rule does not read; None where there is none."""
    read = {each.column for each in plan.columns_read}
    head, body = rows[0], rows[1:]
    found = []
    for place, name in enumerate(head[1:], 1):
        values = sorted({str(row[place]) for row in body if row[place] not in (None, "")})
        is_free = name not in read and 0 < len(values) < len(body)
        if is_free and all(_WORD.fullmatch(value) for value in values):
            value = choose.choice(values)
            labels = frozenset(str(row[0]) for row in body if str(row[place]) == value)
            found.append(Scope(plan.table, str(name), value, labels))
    return choose.choice(found) if found else None


def told_under(scope: Scope, sentence: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sentence under the condition in each form, behind the form's template.

    ``names`` are headers, which keep their capitals within a sentence.
    """
    if not is_plain(sentence):
        return
    first = sentence.split()[0]
    keeps = first in names or first.isupper()
    rule = sentence[:-1] if keeps else sentence[:1].lower() + sentence[1:-1]
    for template in SCOPES:
        told = template.format(
            table=scope.table, column=scope.column, value=scope.value, rule=rule, Rule=sentence[:-1]
        )
        yield template, told
