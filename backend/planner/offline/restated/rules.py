"""Phrases for rules over rows and their measures as they are restated."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.restated.terms import NOTHING, Fields, fields, in_table, united
from backend.rules.broken_places import BrokenPlaces
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.periods import Period
from backend.rules.language.terms import Aggregate, Cell, Constant, Predicate, Term, Value
from backend.rules.language.walk import T, rewrite
from backend.rules.moving_windows import SAID
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Rule

phrase = Phrases()


def told(rule: Rule) -> Statement:
    """The rule with its open cells in its own table."""
    updates = {
        name: _measured(in_table(part, rule.table), rule.table)
        for name in ("must", "where", "of")
        if (part := getattr(rule, name, None)) is not None
    }
    return Statement(rule=rule.model_copy(update=updates))


@phrase("hint", "<stmt>", "<stmt> .")
def whole(statement: Statement) -> Statement:
    """A restatement, with its full stop or without."""
    return statement


@phrase("stmt", "in every <table> row , <cond>", "in every <table> row <where> , <cond>")
@phrase("stmt", "for every <table> row , <cond>", "for every <table> row <where> , <cond>")
def broken_rows(table: str, *parts: Predicate) -> Statement:
    """In every orders row where status equals 'paid', paid_at is filled."""
    return told(BrokenRows(table=table, must=parts[-1], where=parts[0] if parts[1:] else None))


@phrase("place", "row <number>")
def place(number: Constant) -> int:
    """Row 3."""
    return int(number.value)


@phrase("place", "the last row")
def last_place() -> int:
    """The last row."""
    return -1


@phrase("place", "row <number> from the end")
def place_from_end(number: Constant) -> int:
    """Row 2 from the end."""
    return -int(number.value)


@phrase(
    "stmt",
    "in <place> of <parts_row_of> , <cond> ; rows are counted from 1 in file order , without the "
    "header . it fails where that row is not there , or does not tell",
)
def broken_places(place: int, rows: Fields, must: Predicate) -> Statement:
    """In row 3 of orders, status equals 'paid'; rows are counted from 1 in file order, …."""
    return told(BrokenPlaces(place=place, must=must, **rows.named))


@phrase("parts_row_of", "<table>", "<table> <where>")
def rows_of(table: str, where: Predicate | None = None) -> Fields:
    """Orders where status equals 'paid'."""
    return fields(table=table, where=where)


# Measures -----------------------------------------------------------------------------------


@phrase("groups", "<column>", "<column> and <groups>")
def groups(first: Cell, rest: tuple[object, ...] = ()) -> tuple[object, ...]:
    """store and day."""
    return (first.column, *rest)


for _unit in ("hour", "day", "week", "month", "quarter", "year"):

    @phrase("groups", f"{_unit} of <column>", f"{_unit} of <column> and <groups>")
    def period(first: Cell, rest: tuple[object, ...] = (), unit: Any = _unit) -> tuple[object, ...]:
        """Month of ordered_on."""
        return (Period(column=first.column, unit=unit), *rest)


@phrase("over", "over <table>", "over <table> <where>")
@phrase("over", "within each <groups> of <table>", "within each <groups> of <table> <where>")
@phrase("over", "within each <groups> of <table> and of <table>")
def over(*parts: Any) -> Fields:
    """Within each store of orders where status equals 'paid'."""
    found: dict[str, object] = {}
    for part in parts:
        if isinstance(part, str):
            found.setdefault("table", part)
        elif isinstance(part, tuple):
            found["by"] = tuple(each for each in part if isinstance(each, str))
            found["per"] = tuple(each for each in part if isinstance(each, Period))
        else:
            found["where"] = part
    return fields(**found)


phrase.words(
    "_judged",
    " | ".join(
        f". only {unit}s that have rows are judged"
        for unit in ("hour", "day", "week", "month", "quarter", "year")
    ),
)


@phrase("stmt", "<over> , <cond> [_judged]")
def failing_metrics(over: Fields, must: Predicate) -> Statement:
    """Over orders, the mean of price is at least 10."""
    return told(FailingMetrics(must=must, **over.named))


for _unit in ("hour", "day", "week", "month", "quarter", "year"):
    for _side, _said in SAID.items():
        _band = _said.format("<number>")

        @phrase(
            "stmt",
            f"<over> , <aggregate> lies {_band} the mean of the <number> {_unit}s with rows before "
            f"it [of the same <names>] ; each {_unit} that does not is reported . those with fewer "
            f"{_unit}s before them are not judged",
        )
        def outlying_periods(
            over: Fields, of: Value, factor: Constant, size: Constant, *_: Any, side: Any = _side
        ) -> Statement:
            """Within each day of sold_on of sales, the number of sales rows lies within 3 …."""
            window = fields(side=side, factor=float(factor.value), periods=int(size.value))
            return told(OutlyingPeriods(of=of, **(over | window).named))


def _measured(must: T, table: str) -> T:
    """The measures that no table was told of, over this one or that of their column."""

    def change(part: Term) -> Term | None:
        if not isinstance(part, Aggregate) or part.table:
            return None
        owner = part.of.table if isinstance(part.of, Cell) else table
        return part.model_copy(update={"table": owner})

    return rewrite(must, change)


# Groups -------------------------------------------------------------------------------------


@phrase("rows", "<table> rows", "<table> rows <where>")
def rows(table: str, where: Predicate | None = None) -> Fields:
    """Orders rows where status equals 'paid'."""
    return fields(table=table, where=where)


@phrase("alike", "all columns")
def all_columns() -> Fields:
    """All columns."""
    return NOTHING


@phrase("alike", "all columns but <names>")
def all_but(ignored: tuple[str, ...]) -> Fields:
    """All columns but vote_id."""
    return fields(ignored=ignored)


@phrase("alike", "<groups>")
def alike(told: tuple[object, ...]) -> Fields:
    """user_id and day of voted_at."""
    return fields(
        columns=tuple(each for each in told if isinstance(each, str)),
        per=tuple(each for each in told if isinstance(each, Period)),
    )


@phrase("loosely", ", ignoring case", r"\( ignoring case \)")
def ignoring_case() -> Fields:
    """Ignoring case."""
    return fields(ignore_case=True)


@phrase("loosely", ", ignoring outer blanks", r"\( ignoring outer blanks \)")
def ignoring_blanks() -> Fields:
    """Ignoring outer blanks."""
    return fields(trim=True)


@phrase(
    "loosely",
    ", ignoring case and outer blanks",
    r"\( ignoring case and outer blanks \)",
)
def ignoring_both() -> Fields:
    """Ignoring case and outer blanks."""
    return fields(ignore_case=True, trim=True)


@phrase("flagged", "every row that shares them")
def all_copies() -> Fields:
    """Every row that shares them."""
    return fields(keep="all")


@phrase("flagged", "every such row but the first")
def later_copies() -> Fields:
    """Every such row but the first."""
    return fields(keep="later")


@phrase("flagged", "<flagged> , and every row where one of them is empty")
def empty_too(flagged: Fields) -> Fields:
    """And every row where one of them is empty."""
    return flagged | fields(required=True)


@phrase("flagged", "<flagged> , and every row whose <column> is no date")
def no_date_too(flagged: Fields, _: Cell) -> Fields:
    """And every row whose voted_at is no date."""
    return flagged


@phrase("empties", ". empty cells count as equal")
def empties() -> Fields:
    """Empty cells count as equal."""
    return fields(empty_counts=True)


@phrase("stmt", "no two <rows> are equal in <alike> [<loosely>] ; flag <flagged> [<empties>]")
def duplicates(*parts: Fields) -> Statement:
    """No two orders rows are equal in user_id and event_id; flag every row that shares them."""
    return told(Duplicates(**united(parts)))


phrase.words("_several", "; flag every row of a")


@phrase("whole", ", also where it is empty")
def also_empty() -> Fields:
    """Also where it is empty."""
    return fields(whole=True)


@phrase(
    "stmt",
    "all <rows> with the same <names> [<loosely>] have the same <names> _several <names> "
    "that has several [<whole>]",
)
def inconsistent_values(rows: Fields, *parts: Any) -> Statement:
    """All shops rows with the same city have the same country; flag every row of a city …."""
    key, values, _ = [part for part in parts if isinstance(part, tuple)]
    options = united([rows, *parts])
    return told(InconsistentValues(key=key, values=values, **options))


@phrase(
    "stmt",
    "<names> is spelled alike in all <rows> in which it is the same [<loosely>] ; flag every row "
    "of one that is spelled in several ways",
)
def spelled_alike(key: tuple[str, ...], *parts: Fields) -> Statement:
    """city is spelled alike in all shops rows in which it is the same, ignoring case; …."""
    return told(InconsistentValues(key=key, values=key, **united(parts)))
