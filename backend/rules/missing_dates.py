"""Hours, days, weeks, months, quarters or years that are missing between the first and the last."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from backend.codegen.code import Code, call, listed, literal, mapping
from backend.contracts.plan import Grain
from backend.rules import missing_dates_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope

_FREQUENCY = {"hour": "h", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


class MissingDates(Rule):
    """Every ``unit`` between the first and the last ``column`` has a row, within each ``by``.

    Each one that is missing is one failing record; so is each cell that is no date. Weeks begin on
    Monday (ISO 8601). Of ``working`` days only those from Monday to Friday are asked for; holidays
    are working days here, and a row on a weekend is none too many. With a ``year`` all of its
    units are asked for, and rows of other years do not count.
    """

    kind: Literal["missing_dates"] = "missing_dates"
    column: str
    unit: Literal["hour", "day", "week", "month", "quarter", "year"] = "day"
    by: tuple[str, ...] = ()
    working: bool = False
    year: int | None = Field(default=None, ge=1900, le=2200)

    @property
    def ends(self) -> tuple[str, str] | None:
        """The first and the last day of the year, in ISO 8601."""
        return None if self.year is None else (f"{self.year}-01-01", f"{self.year}-12-31")

    def own_columns(self) -> tuple[str, ...]:
        """The dates and their groups."""
        return (self.column, *self.by)

    def date_columns(self) -> tuple[str, ...]:
        """Columns that must hold dates."""
        return (self.column,)


def emit(rule: MissingDates, facts: Facts) -> Functions:
    """``scope`` keeps the rows that have a date; ``check`` gives what is missing."""
    scope = filled_rows(rule, facts, rule.own_columns())
    body = body_for(rule)
    enter_scope(body, rule)
    _find(rule, over(body, rule.table, facts))
    return Functions(check=body, scope=scope)


def _find(rule: MissingDates, rows: Rows) -> None:
    body = rows.body
    reads = Reads.TIME if rule.unit == "hour" else Reads.DATE
    dates = rows.value(Cell(table=rule.table, column=rule.column), reads)
    strays = body.let("strays", _strays(rule, dates, rows))
    is_date = dates.call("notna")
    found = body.let("found", dates.item(is_date).call("dt.to_period", literal(_code(rule))))
    label = literal(f"missing {rule.column}")
    if rule.by:
        keys = listed(rows.column(column) for column in rule.by)
        lists = found.call("groupby", keys).call("agg", Code(f"lambda each: {_gap('each', rule)}"))
        flat = lists.call("explode").call("dropna").call("astype", literal("str"))
        gaps = flat.call("rename", label).call("reset_index")
    else:
        missing = Code(f"{_gap(found.text, rule)} if len({found.text}) else []")
        text = call("list", call("map", Code("str"), body.let("missing", missing)))
        gaps = call("pd.DataFrame", mapping([(f"missing {rule.column}", text)]))
    body.give(call("pd.concat", listed([body.let("gaps", gaps), strays])))


def _code(rule: MissingDates) -> str:
    return _FREQUENCY[rule.unit]


def _gap(local: str, rule: MissingDates) -> str:
    """The periods that are not there, in order."""
    frequency = literal(_code(rule)).text
    first, last = (f"{local}.min()", f"{local}.max()")
    if rule.ends is not None:
        first, last = (literal(end).text for end in rule.ends)
    wanted = f"pd.period_range({first}, {last}, freq={frequency})"
    if rule.working:
        wanted = f"day for day in {wanted} if day.day_of_week < 5"
    return f"sorted(set({wanted}) - set({local}))"


def _strays(rule: MissingDates, dates: Code, rows: Rows) -> Code:
    """Cells that are no dates, each under its group."""
    kept = rows.frame.item(dates.call("isna")).item(literal([*rule.by, rule.column]))
    renamed = mapping([(rule.column, literal(f"no date in {rule.column}"))])
    return kept.call("rename", columns=renamed)


def say_rule(rule: MissingDates) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    within = f" within each {' and '.join(rule.by)}" if rule.by else ""
    unit = "working day (Monday to Friday)" if rule.working else rule.unit
    if rule.year is not None:
        return (
            f"No {unit} of {rule.year} is missing from {rule.column} of {rule.table}{where}{within}; "
            f"each missing {rule.unit} is reported, also one that is still to come."
        )
    return (
        f"No {unit} is missing from {rule.column} of {rule.table}{where} between its first "
        f"and its last{within}; each missing {rule.unit} is reported."
    )


# English -------------------------------------------------------------------------------------

phrase = Phrases()
for _unit in ("hour", "day", "week", "month", "quarter", "year"):
    phrase("date_unit", _unit, f"calendar {_unit}", f"{_unit}s")(lambda unit=_unit: unit)
phrase("date_unit", "date", "dates")(lambda: "day")
phrase.words("_first_and_last", "first and [the] last | earliest and [the] latest | start and [the] end | "
             "minimum and [the] maximum | min and max | first date and last date")  # fmt: skip
phrase.words("_absent", "missing | left out | skipped | absent")


@phrase("per_key", "(per|for each|for every|within each|within every|for one) <cell>")
def per_key(cell: Value) -> tuple[Value]:
    """Per station."""
    return (cell,)


@phrase(
    "span_of",
    "between _first_and_last <cell>",
    "(in|from|of) <cell> [between _first_and_last]",
    "between _first_and_last [date|value] (in|of) <cell>",
)
def span_of(cell: Value) -> Value:
    """Between the first and the last reading date."""
    return cell


@phrase(
    "stmt",
    "no <date_unit> (may|must|should|can) be _absent <span_of>",
    "no <date_unit> (may|must|should|can) be _absent <span_of> <per_key>",
    "<per_key> [,] no <date_unit> (may|must|should|can) be _absent <span_of>",
    "there (must|should) be a row for (each|every) <date_unit> <span_of>",
    "there (must|should) be a row for (each|every) <date_unit> <span_of> <per_key>",
    "<per_key> [,] there (must|should) be a row for (each|every) <date_unit> <span_of>",
    "<cell> _must (cover|contain|include|have) (each|every) <date_unit> between _first_and_last",
    "<cell> _must (cover|contain|include|have) (each|every) <date_unit> without gaps",
    "<per_key> [,] <cell> _must (cover|contain|include|have) (each|every) <date_unit> between _first_and_last",
    "<per_key> [,] <cell> _must (cover|contain|include|have) (each|every) <date_unit> without gaps",
    "<cell> _must (cover|contain|include|have) (each|every) <date_unit> without gaps <per_key>",
    "there (must|should|may) be no _absent <date_unit> (in|between _first_and_last) <cell>",
    "there (must|should|may) be no _absent <date_unit> (in|between _first_and_last) <cell> <per_key>",
    "_flag (_absent|any _absent) <date_unit> (in|of) <cell>",
    "_flag (_absent|any _absent) <date_unit> (in|of) <cell> <per_key>",
)
def gapless(*parts: object) -> Statement | None:
    """No day may be missing between the first and the last."""
    unit = next(part for part in parts if isinstance(part, str))
    by = next((part for part in parts if isinstance(part, tuple)), ())
    column = next((part for part in parts if isinstance(part, Cell)), None)
    return None if column is None else _rule(column, unit, by)


@phrase(
    "stmt",
    "<cell> _must (have|show) no (gaps|gap|holes|missing dates|missing days)",
    "<cell> _must_not have [any] (gaps|holes|missing dates|missing days)",
    "there (must|should|may) be no (gaps|holes|missing dates|missing days) in <cell>",
    "<cell> _must be (gapless|without gaps|consecutive|continuous)",
    "<cell> _must have no gaps <per_key>",
    "there (must|should|may) be no gaps in <cell> <per_key>",
)
def no_gaps(column: Value, *by: object) -> Statement | None:
    """A column of dates without gaps: by days."""
    groups = by[0] if by and isinstance(by[0], tuple) else ()
    return _rule(column, "day", groups) if isinstance(column, Cell) else None


def _rule(column: Cell, unit: str, by: tuple[object, ...]) -> Statement | None:
    groups = tuple(cell.column for cell in by if isinstance(cell, Cell))
    if len(groups) < len(by) or column.column in groups:
        return None
    found = MissingDates.model_validate(
        {"table": column.table, "column": column.column, "unit": unit, "by": groups}
    )
    return Statement(rule=found)


KIND = Kind(
    phrases=phrase,
    spec=MissingDates,
    summary="Days, weeks, months or years that are missing between the first and the last.",
    emit=emit,
    lower=missing_dates_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "No day may be missing between the first and the last read_on per station.",
            {
                "readings": (
                    ("station", "read_on"),
                    ("N", "2024-01-01"),
                    ("N", "2024-01-04"),
                    ("S", "2024-03-01"),
                    ("S", "2024-02-28"),
                    ("S", None),
                )
            },
            3,
            "per_group",
        ),
        Example(
            "No month may be missing between the first and the last paid_on.",
            {"rents": (("paid_on",), ("2023-11-30",), ("2024-02-01",), ("2023-12-24",))},
            1,
            "months",
        ),
        Example(
            "There must be at least one rent in every quarter of 2023.",
            {"rents": (("paid_on",), ("2023-01-30",), ("2023-04-01",), ("2023-12-24",))},
            1,
            "of_a_year",
        ),
        Example(
            "Every working day must have a sale.",
            {"sales": (("sold_on",), ("2024-03-01",), ("2024-03-04",), ("2024-03-06",))},
            1,
            "working_days",
        ),
    ),
)
