"""Scenes for rules about columns as such: without a value, misnamed, or not those of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.scenes import Line, Scene, Setting, found_in
from backend.rules.empty_columns import EmptyColumns
from backend.rules.misnamed_columns import MisnamedColumns
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
    if rule.types:
        yield from _typed_pair_scenes(rule)
    for says, (mine, theirs) in pairs.items():
        yield Scene(says, {rule.table: _headed(mine), rule.other: _headed(theirs, 0)})


_HELD: dict[str, tuple[Cell, ...]] = {
    "numbers": ("1", "2.5"),
    "other numbers": ("7", "8"),
    "dates": ("2024-01-31", "1 Feb 2024"),
    "truth values": ("true", "false"),
    "texts": ("n/a", "b"),
    "numbers and texts": ("1", "n/a"),
    "dates and numbers": ("2024-01-31", "5"),
    "nothing": (None, None),
    "blanks": (" ", None),
}


def _typed_pair_scenes(rule: UnlikeHeaders) -> Iterator[Scene]:
    """Columns of the same types, of others, of several, of none; each way round."""
    names = tuple(f"column {place}" for place in range(len(_HELD)))
    cells = list(_HELD.values())
    for says, turn in (("the same types", 0), ("each type beside the next", 1), ("two on", 2)):
        turned = [*cells[turn:], *cells[:turn]]
        yield Scene(says, {rule.table: _columns(names, cells), rule.other: _columns(names, turned)})
    mine, theirs = _columns(names[:3], cells[:3]), _columns(names[1:4][::-1], cells[1:4][::-1])
    yield Scene("other columns in another order", {rule.table: mine, rule.other: theirs})
    yield Scene("the other way round", {rule.table: theirs, rule.other: mine})


def _columns(header: tuple[str, ...], columns: Sequence[tuple[Cell, ...]]) -> TinyTable:
    return TinyTable(columns=header, rows=tuple(zip(*columns, strict=True)))


def _headed(header: tuple[str, ...], rows: int = 1) -> TinyTable:
    return TinyTable(columns=header, rows=(("1",) * len(header),) * rows)


def _repeated_name_scenes(rule: MisnamedColumns) -> Iterator[Scene]:
    headers = {
        "every name another": ("amount", "day", "amount_due"),
        "two names alike but for case": ("amount", "day", "Amount"),
        "three names alike but for case": ("Amount", "day", "amount", "AMOUNT"),
        "two pairs alike": ("a", "A", "b", "B", "c"),
        "alike but for a blank": ("amount", "amount "),
        "one column": ("amount",),
    }
    for says, header in headers.items():
        yield Scene(says, {rule.table: _headed(header)})
    yield Scene("no rows", {rule.table: _headed(("a", "A", "b"), 0)})


def name_scenes(rule: MisnamedColumns, setting: Setting) -> Iterator[Scene]:
    """Headers with names of every style: alone, beside one that is right, all of them."""
    if rule.way == "unique":
        yield from _repeated_name_scenes(rule)
        return
    styles = {
        "small letters": "amount", "a capital": "Amount", "capitals": "AMOUNT",
        "an underscore": "amount_due", "capitals and an underscore": "AMOUNT_DUE",
        "a blank": "amount due", "camels": "amountDue", "a digit": "amount2",
        "a digit at the start": "2nd_amount", "an underscore at the start": "_amount",
        "two underscores": "amount__due", "a hyphen": "amount-due", "no letters": "2024",
        "other letters": "größe", "an underscore at the end": "amount_",
    }  # fmt: skip
    start = rule.says.rpartition(" with '")[2].rstrip("'") if " with '" in rule.says else "x"
    styles |= {"that start": f"{start}amount", "that start inside": f"a{start}amount"}
    wrong = [name for name in styles.values() if _is_wrong(rule, name, setting)]
    right = [name for name in styles.values() if name not in wrong]
    yield Scene("every name as it should be", {rule.table: _headed((*right, "x")[:6])})
    for says, name in styles.items():
        if name in wrong:
            yield Scene(f"a name with {says}", {rule.table: _headed((name, *right[:1]))})
    yield Scene("all styles", {rule.table: _headed(tuple(styles.values()))})
    yield Scene("no rows", {rule.table: _headed((*right[:2], *wrong[:2]), 0)})


def _is_wrong(rule: MisnamedColumns, name: str, setting: Setting) -> bool:
    scene = Scene("", {rule.table: _headed((name,))})
    return bool(found_in(scene, setting).failing)
