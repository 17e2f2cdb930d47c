"""Phrases for rules over series and intervals as they are restated."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.restated.rules import told
from backend.planner.offline.restated.terms import NOTHING, Fields, fields, in_table, united
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.missing_dates import MissingDates
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.moving_windows import SAID
from backend.rules.order_swaps import OrderSwaps
from backend.rules.outdated_values import OutdatedValues
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.parent_cycles import ParentCycles
from backend.rules.phrasing import Phrases, Statement
from backend.rules.running_totals import RunningTotals
from backend.rules.sequence_gaps import SequenceGaps

phrase = Phrases()


# The rows of a table ----------------------------------------------------------------------------


@phrase("column_of", "<column> of <table>", "<column> of <table> <where>")
def column_of(column: Cell, table: str, where: Predicate | None = None) -> Fields:
    """level of readings where state equals 'on'."""
    return fields(column=column.column, table=table, where=where)


@phrase("by", "<within>")
@phrase("by", ", <within>")
def by(names: tuple[str, ...]) -> Fields:
    """Within each station."""
    return fields(by=names)


# Series ---------------------------------------------------------------------------------------

for _unit in ("hour", "day", "week", "month", "quarter", "year"):

    @phrase(
        "stmt",
        f"no {_unit} is missing from <column_of> between its first and its last [<by>] ; each "
        f"missing {_unit} is reported",
    )
    def missing_dates(of: Fields, by: Fields = NOTHING, unit: Any = _unit) -> Statement:
        """No day is missing from read_on of readings between its first and its last; …."""
        return told(MissingDates(unit=unit, **(of | by).named))


for _unit in ("day", "month", "quarter"):

    @phrase(
        "stmt",
        f"no {_unit} of <number> is missing from <column_of> [<by>] ; each missing {_unit} is "
        "reported , also one that is still to come",
    )
    def missing_of_year(
        year: Constant, of: Fields, by: Fields = NOTHING, unit: Any = _unit
    ) -> Statement:
        """No month of 2026 is missing from ordered_at of orders; …, also one …."""
        return told(MissingDates(unit=unit, year=int(year.value), **(of | by).named))


@phrase(
    "stmt",
    r"no working day \( monday to friday \) is missing from <column_of> between its first and "
    "its last [<by>] ; each missing day is reported",
)
def missing_working_days(of: Fields, by: Fields = NOTHING) -> Statement:
    """No working day (Monday to Friday) is missing from sold_on of sales …."""
    return told(MissingDates(unit="day", working=True, **(of | by).named))


@phrase("begun", "starts at <quantity> and")
def begun(start: Constant) -> Fields:
    """Starts at 1 and."""
    return fields(start=int(start.value))


@phrase(
    "stmt",
    "<column_of> [<begun>] runs up by 1 without gaps or repeats [<by>] ; flag all rows of a run "
    "that does not",
)
def complete(*parts: Fields) -> Statement:
    """line_no of lines starts at 1 and runs up by 1 without gaps or repeats …."""
    return told(SequenceGaps(way="complete", **united(parts)))


@phrase(
    "stmt",
    "<column_of> [<begun>] grows by 1 from row to row in file order [<by>] ; flag each row that "
    "does not follow the one before",
)
def in_order(*parts: Fields) -> Statement:
    """cheque_no of cheques grows by 1 from row to row in file order; …."""
    return told(SequenceGaps(way="in-order", **united(parts)))


@phrase(
    "stmt",
    "no whole number is missing from <column_of> between its smallest and its largest ; each "
    "missing number is reported",
)
def between(of: Fields) -> Statement:
    """No whole number is missing from cheque_no of cheques between …."""
    return told(SequenceGaps(way="between", **of.named))


@phrase("ordered", "in file order")
def in_file_order() -> Fields:
    """In file order."""
    return NOTHING


@phrase("ordered", "in the order of <column>")
def ordered_by(column: Cell) -> Fields:
    """In the order of paid_on."""
    return fields(order_by=column.column)


@phrase("off", "to within <quantity>")
def off(number: Constant) -> Fields:
    """To within 0.01."""
    return fields(tolerance=float(number.value))


@phrase(
    "stmt",
    "<column_of> is [<off>] the sum of <column> up to and with this row , <ordered> [<by>] ; flag "
    "each row where it is not",
)
def running_totals(of: Fields, *parts: Any) -> Statement:
    """balance of moves is the sum of amount up to and with this row, in file order; …."""
    options = united([of, *parts])
    amount = next(part.column for part in parts if isinstance(part, Cell))
    return told(RunningTotals(total=options.pop("column"), amount=amount, **options))


for _side, _said in SAID.items():
    _band = _said.format("<number>")

    @phrase(
        "stmt",
        f"<column_of> lies {_band} the mean of the <number> rows before it , <ordered> [<by>] ; "
        "flag each row that does not . rows with fewer rows before them are not judged",
    )
    def moving_outliers(
        of: Fields, factor: Constant, rows: Constant, *parts: Fields, side: Any = _side
    ) -> Statement:
        """level of readings lies within 2 sample standard deviations of the mean of the 7 …."""
        window = fields(side=side, factor=float(factor.value), rows=int(rows.value))
        return told(MovingOutliers(**united([of, *parts, window])))


# Intervals and circles -----------------------------------------------------------------------


@phrase("same", "with the same <names>")
def same(names: tuple[str, ...]) -> Fields:
    """With the same room."""
    return fields(by=names)


@phrase("overlapping", "flag every row that overlaps another")
def flag_all() -> Fields:
    """Flag every row that overlaps another."""
    return fields(flag="all")


@phrase("overlapping", "flag the row that starts later")
def flag_later() -> Fields:
    """Flag the row that starts later."""
    return fields(flag="later")


@phrase("ends", "one may start where another ends ; an empty <column> is open")
def half_open(_: Cell) -> Fields:
    """One may start where another ends; an empty end_date is open."""
    return fields(closed=False)


@phrase(
    "ends",
    "the <column> belongs to the interval , so that one may start only after another 's end ; an "
    "empty <column> is open",
)
def closed(*_: Cell) -> Fields:
    """The end_date belongs to the interval, ….; an empty end_date is open."""
    return fields(closed=True)


@phrase(
    "stmt",
    "no two <rows> [<same>] overlap from <column> to <column> ; <overlapping> . <ends>",
)
def overlapping(rows: Fields, *parts: Any) -> Statement:
    """No two bookings rows with the same room overlap from start_date to end_date; …."""
    start, end = (part.column for part in parts if isinstance(part, Cell))
    options = united([rows, *parts])
    return told(OverlappingIntervals(start=start, end=end, **options))


@phrase(
    "stmt",
    "of no two <rows> [<same>] has one a greater <column> and a smaller <column> than the other ; "
    "flag the row with the greater <column>",
)
def swapped(rows: Fields, *parts: Any) -> Statement | None:
    """Of no two taxes rows with the same state has one a greater salary and a smaller rate …."""
    above, below, flagged = (part.column for part in parts if isinstance(part, Cell))
    if flagged != above:
        return None
    return told(OrderSwaps(above=above, below=below, **united([rows, *parts])))


@phrase(
    "stmt",
    "of no two <rows> [<same>] has one a greater <column> and a smaller <column> than the other ; "
    "flag both rows",
)
def swapped_pairs(rows: Fields, *parts: Any) -> Statement:
    """Of no two taxes rows …; flag both rows."""
    above, below = (part.column for part in parts if isinstance(part, Cell))
    return told(OrderSwaps(above=above, below=below, flag="both", **united([rows, *parts])))


@phrase("parts_row", "<table> row", "<table> row <where>")
def row_of(table: str, where: Predicate | None = None) -> Fields:
    """parts row."""
    return fields(table=table, where=where)


@phrase(
    "stmt",
    "following <column> to the <parts_row> with that <column> , and so on , never leads back to "
    "the same row ; flag each row of a circle , and each row that leads to itself",
)
def parent_cycles(parent: Cell, rows: Fields, key: Cell) -> Statement:
    """Following parent_id to the parts row with that part_id, and so on, …."""
    return told(ParentCycles(parent=parent.column, key=key.column, **rows.named))


@phrase(
    "entry",
    r"<table> entry for its <column> that is in force on <value> \( <column> to <column> , both "
    r"included ; an empty <column> is open \)",
)
def entry(table: str, key: Cell, at: Value, start: Cell, end: Cell, _: Cell) -> Fields:
    """tariffs entry for its item_code that is in force on sold_on (valid_from to valid_to, …)."""
    keys = (key.column, key.column)
    return fields(listed=table, key=keys, at=at, start=start.column, end=end.column)


@phrase("stmt", "every <parts_row> has a <entry>")
def in_force(rows: Fields, entry: Fields) -> Statement:
    """Every sales row has a tariffs entry for its item_code that is in force on sold_on …."""
    return _outdated(rows, entry)


@phrase(
    "stmt",
    "<column> of every <parts_row> is the <column> of the <entry> ; rows without one are not "
    "judged",
)
def outdated(value: Cell, rows: Fields, wanted: Cell, entry: Fields) -> Statement:
    """price of every sales row is the price of the tariffs entry …; rows without one …."""
    return _outdated(rows, entry, fields(value=value, wanted=wanted.column))


def _outdated(rows: Fields, *parts: Fields) -> Statement:
    found = united([rows, *parts])
    cells = {
        name: in_table(found[name], found["table"]) for name in ("at", "value") if name in found
    }
    return told(OutdatedValues(**(found | cells)))
