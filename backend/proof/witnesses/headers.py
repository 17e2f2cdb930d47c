"""Scenes for rules about columns as such: without a value, or not those of another table."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.witness import TinyTable
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.rules.empty_columns import EmptyColumns
from backend.rules.unlike_headers import UnlikeHeaders


def empty_column_scenes(rule: EmptyColumns, setting: Setting) -> Iterator[Scene]:
    """Columns with a value, with none, with one only where rows do not count."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)
    names = setting.columns(table)
    whole = {name: cells_for(setting, table, name)[0] for name in names} | yes
    asked = {name for _, name in rule.reads()}
    free = [name for name in names if name not in asked]
    bare = {**whole, **dict.fromkeys(free)}
    yield Scene("each column has a value", {table: [whole, whole]})
    yield Scene("no value but where it is asked for", {table: [bare, bare]})
    for name in free[:2]:
        gap = {**whole, name: None}
        yield Scene(f"{name} has no value", {table: [gap, gap, gap]})
        yield Scene(f"{name} has a value in the last row only", {table: [gap, gap, whole]})
        yield Scene(f"{name} holds a blank", {table: [gap, {**gap, name: " "}]})
    diagonal: list[Line] = [{**bare, name: whole[name]} for name in free]
    yield Scene("each row has a value in another column", {table: diagonal})
    if no is not None:
        beside = {**whole, **no}
        yield Scene("values in rows that do not count", {table: [bare, beside, beside]})
        yield Scene("only rows that do not count", {table: [beside, {**bare, **no}]})
    yield Scene("one row", {table: [whole]})
    yield Scene("one row without values", {table: [bare]})
    yield Scene("no rows at all", {})


def header_pair_scenes(rule: UnlikeHeaders, setting: Setting) -> Iterator[Scene]:
    """Two headers: alike, in another order, one longer, in other letter case."""
    base = ("code", "day", "amount")
    pairs = {
        "the same columns": (base, base),
        "in another order": (base, base[::-1]),
        "two columns change places": (base, ("day", "code", "amount")),
        "one more in the first": ((*base, "other"), base),
        "one more in the second": (base, (*base, "other")),
        "one more in the midst": (base, ("code", "other", "day", "amount")),
        "one under another name": (base, ("code", "date", "amount")),
        "another name, another order": (base, ("amount", "date", "code")),
        "other letter case": (base, ("Code", "day", "amount")),
        "with an outer blank": (base, ("code ", "day", "amount")),
        "none shared": (base[:2], ("one", "two")),
        "one column": (base[:1], base[:1]),
    }
    for says, (mine, theirs) in pairs.items():
        yield Scene(says, {rule.table: _headed(mine), rule.other: _headed(theirs, 0)})


def _headed(header: tuple[str, ...], rows: int = 1) -> TinyTable:
    return TinyTable(columns=header, rows=(("1",) * len(header),) * rows)
