"""A run on the screen: the table of its checks, and a progress bar while it goes on.

Nothing is cut: a line that is too long for a terminal is broken, and a pipe gets whole lines.
Foreign text is shown without the control characters that could play tricks on a terminal. What
draws on a terminal is imported only where there is one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TextIO

from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.terminal import is_plain

if TYPE_CHECKING:
    from rich.progress import Progress

Line = list[tuple[str, str]]
"""Stretches of text, each with its style."""

_STYLES = {
    Verdict.PASS: "green",
    Verdict.WARN: "yellow",
    Verdict.FAIL: "bold red",
    Verdict.ERROR: "bold magenta",
    Verdict.SKIPPED: "dim",
}
_HEADS = ("check", "name", "verdict", "tested", "flagged", "owner")
_ORDINARY = frozenset({"new", "compiler-changed", "planners-changed"})
"""Reasons that lie in no change of the user's; the summary line counts them."""
_NUMBERS = (3, 4)
_GAP = "  "
_NOTE_INDENT = 4
_NOTE_WIDTH = 100


class _Row(NamedTuple):
    cells: tuple[str, ...]
    verdict: Verdict
    where: str
    notes: tuple[str, ...]


def print_table(records: Sequence[RunRecord], stream: TextIO) -> None:
    """Write one line for each check, with where its flagged rows lie, or why it has no verdict."""
    if is_plain(stream):
        stream.write(table_text(records))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    width = console.width if console.is_terminal else None
    for line in table_lines(records, width):
        console.print(Text.assemble(*line), soft_wrap=True)


def table_text(records: Sequence[RunRecord]) -> str:
    """The table as plain lines of any length; the text of `table_lines`, at once."""
    rows = [_row(record) for record in records]
    widths = _widths(rows)
    form = _GAP.join(
        f"{{:{'>' if place in _NUMBERS else '<'}{width}}}" for place, width in enumerate(widths)
    )
    lines = [f"{form.format(*_HEADS)}{_GAP}flagged rows\n"]
    for row in rows:
        is_plain = all(map(str.isascii, row.cells))
        line = form.format(*row.cells) if is_plain else _join(row.cells, widths)
        lines.append(f"{line}{_GAP}{row.where}".rstrip() + "\n")
        lines += [f"{text}\n" for note in row.notes for text in _wrap(note, _NOTE_WIDTH)]
    return "".join(lines)


def _widths(rows: Iterable[_Row]) -> list[int]:
    grid = [_HEADS, *(row.cells for row in rows)]
    return [max(map(_width, column)) for column in zip(*grid, strict=True)]


def table_lines(records: Sequence[RunRecord], width: int | None = None) -> Iterator[Line]:
    """The table's lines; ``width`` is the terminal's, or None where lines may be of any length."""
    rows = [_row(record) for record in records]
    widths = _widths(rows)
    total = sum(widths) + len(_GAP) * len(widths)
    is_narrow = width is not None and total + max([0, *(len(row.where) for row in rows)]) > width
    yield [(_join(_HEADS, widths) + ("" if is_narrow else f"{_GAP}flagged rows"), "bold")]
    for row in rows:
        yield from _row_lines(row, widths, is_narrow=is_narrow)
        for note in row.notes:
            for text in _wrap(note, min(width or _NOTE_WIDTH, _NOTE_WIDTH)):
                yield [(text, "dim")]


class ProgressBar:
    """A bar on a terminal; nothing at all elsewhere. A context manager."""

    def __init__(self, stream: TextIO) -> None:
        """Nothing is shown before the first check."""
        self._bar = None if is_plain(stream) else _open_bar(stream)

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def begins(self, total: int) -> None:
        """So many checks are to be run."""
        if self._bar:
            self._bar.add_task("", total=total)

    def runs(self, name: str) -> None:
        """This one is next."""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], description=plain(name))

    def ends(self, record: RunRecord) -> None:
        """It is done."""
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])


def _open_bar(stream: TextIO) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(file=stream),
        transient=True,
    )


def plain(text: str) -> str:
    """The text on one line, without control characters."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)


def _row(record: RunRecord) -> _Row:
    judged = record.verdict not in (Verdict.ERROR, Verdict.SKIPPED)
    cells = (
        record.check_id,
        record.check_name,
        record.verdict.value,
        f"{record.tested:,}" if judged else "",
        f"{record.flagged:,}" if judged else "",
        record.owner,
    )
    return _Row(
        cells=tuple(map(plain, cells)),
        verdict=record.verdict,
        where=plain(record.flagged_path or ""),
        notes=tuple(_notes(record)),
    )


def _notes(record: RunRecord) -> Iterator[str]:
    if record.reason:
        code = f"{record.code}: " if record.code else ""
        told = record.reason.removeprefix(f"{record.check_id}: ")
        yield plain(code + told)
    if record.stale and record.program:
        yield plain(record.summary)
    own = any(reason.partition(":")[0] not in _ORDINARY for reason in record.reasons)
    if own or record.rows_changed:
        yield plain(f"{', '.join(record.reasons)}: {record.summary}")
    if record.compiled:
        yield from (plain(f"warning: {each}") for each in record.warnings)


def _join(cells: Iterable[str], widths: Sequence[int]) -> str:
    return _GAP.join(_pad(cell, place, widths) for place, cell in enumerate(cells))


def _width(text: str) -> int:
    """The columns of a terminal that a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _pad(cell: str, place: int, widths: Sequence[int]) -> str:
    blanks = " " * (widths[place] - _width(cell))
    return blanks + cell if place in _NUMBERS else cell + blanks


def _row_lines(row: _Row, widths: Sequence[int], *, is_narrow: bool) -> Iterator[Line]:
    before, after = row.cells[:2], row.cells[3:]
    padded = [_pad(cell, place, widths) for place, cell in enumerate(after, start=3)]
    line: Line = [
        (_join(before, widths) + _GAP, ""),
        (_pad(row.verdict.value, 2, widths), _STYLES[row.verdict]),
        (_GAP + _GAP.join(padded), ""),
    ]
    if row.where and not is_narrow:
        line.append((_GAP + row.where, ""))
    yield _stripped(line)
    if row.where and is_narrow:
        yield [(" " * _NOTE_INDENT + row.where, "")]


def _stripped(line: Line) -> Line:
    """The line without the blanks that fill its last columns."""
    while line and not line[-1][0].strip():
        line = line[:-1]
    return [*line[:-1], (line[-1][0].rstrip(), line[-1][1])]


def _wrap(note: str, width: int) -> list[str]:
    indent = " " * _NOTE_INDENT
    return textwrap.wrap(
        note,
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
