"""Scenes for rules about keys and headers: duplicates, one value per key, alike columns."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Cell
from backend.contracts.witness import TinyTable
from backend.proof.witnesses.choices import cells_for
from backend.proof.witnesses.periods import moment_in
from backend.proof.witnesses.related import rows_for
from backend.proof.witnesses.runs import bad_cell
from backend.proof.witnesses.scenes import Line, Scene, Setting
from backend.proof.witnesses.spelling import NO_NUMBER
from backend.rules.duplicates import Duplicates
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.periods import Period
from backend.rules.unmatched_values import UnmatchedValues
from backend.rules.wrong_columns import WrongColumns


def pair_of(setting: Setting, table: str, column: str) -> tuple[Cell, Cell]:
    """Two cells that differ."""
    first, second, *_ = [*cells_for(setting, table, column), "one", "two"]
    return first, second


def _row(setting: Setting, table: str, columns: tuple[str, ...], which: int) -> Line:
    return {column: pair_of(setting, table, column)[which] for column in columns}


def duplicate_scenes(rule: Duplicates, setting: Setting) -> Iterator[Scene]:
    """Keys that repeat, that nearly repeat, that repeat among other rows only."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)
    named = rule.key or tuple(name for name in setting.columns(table) if name not in rule.ignored)
    one, two = (_row(setting, table, named, which) for which in (0, 1))
    others = _row(setting, table, rule.ignored, 1)
    single = {**yes, **two}
    repeated = [{**yes, **one}, {**yes, **one, **others}, single, {**yes, **one}]
    yield Scene("a key three times, another once", {table: repeated})
    near = [{**yes, **one}, *({**yes, **one, name: two[name]} for name in named)]
    yield Scene("keys that differ in one column", {table: near})
    spelled = list(_spelled_otherwise(setting, table, named, {**yes, **one}))
    if spelled:
        yield Scene("keys in other letter case and with outer blanks", {table: spelled})
    gaps = [{**yes, **one, name: None} for name in named for _ in range(2)]
    whole = {**yes, **one, **dict.fromkeys(named)}
    yield Scene("keys with an empty cell, twice each", {table: [*gaps, single, whole, whole]})
    if no is not None:
        kept = [{**yes, **one}, {**no, **one}, {**no, **two}, {**no, **two}, single]
        yield Scene("keys that repeat among rows that do not count", {table: kept})
    numeric = [name for name in named if setting.is_numeric(table, name)]
    if numeric:
        bad = dict.fromkeys(numeric, NO_NUMBER)
        lines = [*repeated, {**yes, **one, **bad}, {**yes, **one, **bad}]
        yield Scene("a column of numbers arrives as text", {table: lines})
    for period in rule.per:
        yield from _calendar_scenes(period, setting, {**yes, **one})
    yield Scene("no key repeats", {table: [{**yes, **one}, single]})
    yield Scene("one row", {table: [single]})
    yield Scene("all rows alike", {table: [single] * 4})
    yield Scene("no rows at all", {})


def _calendar_scenes(period: Period, setting: Setting, line: Line) -> Iterator[Scene]:
    """Rows that are alike but for their dates, in periods side by side and a cycle on."""
    spans = [(group, is_last) for group in (1, 2, 3, 4) for is_last in (False, True)]
    dates = [moment_in(setting, period, group, is_last=is_last) for group, is_last in spans]
    column, table = period.column, setting.table
    bad = bad_cell(setting, table, column)
    both = [{**line, column: date} for date in dates]
    yield Scene("twice in each of some periods", {table: both})
    yield Scene("once in each of some periods", {table: both[::2]})
    yield Scene("over the ends of periods", {table: both[1:3]})
    yield Scene("a cell that is no date, and an empty one", {
        table: [*both[:2], {**line, column: bad}, {**line, column: None}, {**line, column: None}]
    })  # fmt: skip


def _spelled_otherwise(
    setting: Setting, table: str, columns: tuple[str, ...], row: Line
) -> Iterator[Line]:
    texts = [
        name
        for name in columns
        if isinstance(row.get(name), str) and not setting.is_numeric(table, name)
    ]
    if texts:
        yield row
    for name in texts:
        text = str(row[name])
        for spelling in (text.swapcase(), f" {text}", f"{text} ", "  "):
            yield {**row, name: spelling}
        yield {**row, name: "  "}


def inconsistent_scenes(rule: InconsistentValues, setting: Setting) -> Iterator[Scene]:
    """Keys with one value, with two, with a value and a gap."""
    table = rule.table
    yes, no = rows_for(setting, table, rule.where)
    keys = [_row(setting, table, rule.key, which) for which in (0, 1)]
    values = [_row(setting, table, rule.values, which) for which in (0, 1)]
    agreed = [{**yes, **keys[0], **values[0]}, {**yes, **keys[0], **values[0]}]
    other = {**yes, **keys[1], **values[1]}
    yield Scene("a key with one value", {table: [*agreed, other]})
    for name in rule.values:
        split = {**yes, **keys[0], **values[0], name: values[1][name]}
        yield Scene(f"a key with two values of {name}", {table: [*agreed, split, other]})
        cased = {**split, name: str(values[0][name]).swapcase()}
        gap = {**split, name: None}
        yield Scene(f"{name} in other letter case, and empty", {table: [*agreed, other, cased]})
        yield Scene(f"{name} is empty in one row", {table: [*agreed, gap, other, gap]})
        yield Scene(f"{name} differs, and is empty in one row", {table: [*agreed, split, gap]})
    for name in rule.key:
        half = [
            {**yes, **keys[0], **values[0], name: None},
            {**yes, **keys[0], **values[1], name: None},
        ]
        shifted = {**yes, **keys[0], **values[1], name: keys[1][name]}
        yield Scene(f"{name} is empty, and differs", {table: [*half, *agreed, shifted]})
    spelled = list(_spelled_otherwise(setting, table, rule.key, agreed[0]))
    if spelled:
        yield Scene("keys in other letter case and with outer blanks", {table: [*spelled, other]})
    if no is not None:
        left_out = {**no, **keys[0], **values[1]}
        yield Scene("a second value in a row that does not count", {table: [*agreed, left_out]})
    yield Scene("one row", {table: agreed[:1]})
    yield Scene("no rows at all", {})


def unmatched_scenes(rule: UnmatchedValues, setting: Setting) -> Iterator[Scene]:
    """Values in one table only, in both, and not equally often."""
    left, right = rule.mine, rule.theirs
    one, two = pair_of(setting, left.table, left.column)

    def scene(says: str, mine: list[Cell], theirs: list[Cell]) -> Scene:
        rows = {left.table: [{left.column: cell} for cell in mine]}
        return Scene(says, rows | {right.table: [{right.column: cell} for cell in theirs]})

    cased = str(one).swapcase()
    yield scene("alike in both, with empty cells", [one, two, None], [two, one, None, None])
    yield scene("one value more often in the first", [one, one, two], [one, two])
    yield scene("one value more often in the second", [one, two], [one, two, two])
    yield scene("a value in the first only", [one, two], [two])
    yield scene("a value in the second only", [one], [one, two])
    if cased != one:
        yield scene("other letter case", [one], [cased])
    yield scene("no rows in the first", [], [one, two])
    yield scene("no rows in the second", [one, two], [])
    yield scene("no rows at all", [], [])


def header_scenes(rule: WrongColumns, setting: Setting) -> Iterator[Scene]:
    """Headers with a column more, less, displaced, or in other letter case."""
    wanted = rule.columns or ("a", "b")
    headers = {
        "the columns of the rule": wanted,
        "in another order": wanted[::-1],
        "the first displaced": (*wanted[1:], wanted[0]),
        "the first missing": wanted[1:] or ("other",),
        "the last missing": wanted[:-1] or ("other",),
        "one more at the end": (*wanted, "other"),
        "one more at the start": ("other", *wanted),
        "in other letter case": tuple(name.swapcase() for name in wanted),
        "none of them": ("other",),
    }
    if rule.way == "count":
        for size in sorted(_sizes(rule)):
            header = tuple(f"column {place}" for place in range(1, size + 1))
            yield Scene(f"{size} columns", {rule.table: _headed(header)})
        return
    for says, header in headers.items():
        yield Scene(says, {rule.table: _headed(header)})


def _sizes(rule: WrongColumns) -> set[int]:
    bounds = [bound for bound in (rule.fewest, rule.most) if bound is not None]
    return {size for bound in bounds for size in (bound - 1, bound, bound + 1) if 0 < size <= 60}


def _headed(header: tuple[str, ...]) -> TinyTable:
    return TinyTable(columns=header, rows=(("1",) * len(header),))
