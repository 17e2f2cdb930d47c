"""Rows in the order of a label, where its letters and the number in it put them differently."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable, Iterator
from itertools import pairwise

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.rules.language.terms import Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)
_OF_THE_CALENDAR = frozenset(
    name.lower() for names in (month_name, month_abbr, day_name, day_abbr) for name in names if name
)


def refuse_labels_in_order(rule: Rule, context: Context) -> None:
    """Pass a rule whose rows are put in order by numbers, by dates, or by labels that sort well.

    Raises:
        Misfit: as texts, PF10 comes before PF2, and April before January.
    """
    for name in _orders(rule):
        column = context.column(rule.table, name)
        if column is None or column.date_format is not None:
            continue
        if column.type in _NUMBERS or column.mostly in _NUMBERS:
            continue
        wrong = _out_of_order(column.values)
        if wrong is not None:
            before, after = wrong
            raise Misfit(
                f"{name} holds texts, and as texts {before!r} comes before {after!r}; name a "
                "column of numbers or dates to put the rows in order, or say 'from row to row'"
            )


def _orders(rule: Rule) -> Iterator[str]:
    """The columns that put rows in order."""
    told = getattr(rule, "order_by", None)
    if isinstance(told, str):
        yield told
    for part in walk(rule):
        if isinstance(part, Previous) and part.order_by is not None:
            yield part.order_by


def _out_of_order(values: Iterable[str]) -> tuple[str, str] | None:
    """Two labels that stand one behind the other as texts, and the other way round as told."""
    as_texts = sorted(values)
    if as_texts and all(value.strip(".").lower() in _OF_THE_CALENDAR for value in as_texts):
        return (as_texts[0], as_texts[-1]) if len(as_texts) > 1 else None
    for before, after in pairwise(as_texts):
        if _numbered(before) > _numbered(after):
            return before, after
    return None


def _numbered(value: str) -> list[tuple[int, str]]:
    """A label by its letters and numbers in turn."""
    parts = re.split(r"(\d+)", value)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
