"""A plan around a rule: everything that the rule and the schema tell of it.

Both planners build theirs here, so that equal rules give equal plans, whoever read the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.plan import ColumnRead, Plan
from backend.contracts.schema import Schema, TableSnapshot
from backend.rules.broken_places import BrokenPlaces
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.changed_values import ChangedValues
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.holiday_calendars import calendar_name
from backend.rules.language.terms import Missing, PublicHoliday, Today
from backend.rules.language.walk import walk
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.rule import Rule
from backend.rules.unprecedented_values import UnprecedentedValues


def target_tables(check: Check, schema: Schema) -> dict[str, TableSnapshot]:
    """The tables that a check names.

    Raises:
        CannotPlan: one could not be read (with the code of its problem), or is not there.
    """
    found = {name: schema.tables[name] for name in check.target_table if name in schema.tables}
    for name in check.target_table:
        if name in schema.problems:
            problem = schema.problems[name]
            raise CannotPlan(f"{check.check_id}: {problem.message}", code=problem.code)
        if name not in found:
            known = ", ".join(sorted(schema.tables)[:10])
            raise CannotPlan(
                f"{check.check_id}: there is no table {name!r}. Tables: {known}.",
                code="unknown-table",
            )
    return found


def plan_of_rule(
    rule: Rule,
    check: Check,
    tables: dict[str, TableSnapshot],
    *,
    planner: str,
    assumptions: tuple[str, ...],
) -> Plan:
    """The plan of a finished rule over the check's tables.

    Raises:
        CannotPlan: ``unknown-parameter`` or ``unknown-column``.
    """
    kind = kind_of(rule)
    missing = [name for name in rule.parameters() if name != "as_of" and name not in check.params]
    if missing:
        raise CannotPlan(
            f"{check.check_id}: the sentence names {{{missing[0]}}}, which params does not give. "
            f"Add it to the check's params.",
            code="unknown-parameter",
        )
    return Plan(
        planner=planner,
        kind=kind.name,
        rule=rule.model_dump(mode="json"),
        table=rule.table,
        tables=rule.tables(),
        grain=kind.grain(rule),
        restatement=kind.say(rule),
        assumptions=(*assumptions, *_conventions(rule)),
        columns_read=columns_read(rule.reads(), tables),
        parameters=rule.parameters(),
    )


def columns_read(
    reads: Iterator[tuple[str, str]], tables: dict[str, TableSnapshot]
) -> tuple[ColumnRead, ...]:
    """What the schema knows of (table, column) pairs, each once.

    Raises:
        CannotPlan: ``unknown-column``.
    """
    found = []
    for table, name in dict.fromkeys(reads):
        column = tables[table].column(name)
        if column is None:
            raise CannotPlan(f"{table} has no column {name!r}.", code="unknown-column")
        found.append(
            ColumnRead(
                table=table,
                column=name,
                type=column.type,
                mostly=column.mostly,
                date_format=column.date_format,
            )
        )
    return tuple(found)


def _of_windows(rule: MovingOutliers | OutlyingPeriods) -> Iterator[str]:
    if isinstance(rule, OutlyingPeriods):
        unit = rule.per[0].unit
        yield f"A {unit} without rows is no {unit} here, neither to be judged nor before another."
        yield f"Where the {rule.periods} {unit}s before are all alike, any other lies outside."
        yield f"Rows without a {' or '.join(rule.own_columns())} belong to no {unit}."
        return
    yield f"Where the {rule.rows} values before are all equal, any other value lies outside."
    if rule.order_by is not None:
        yield f"Rows of one {rule.order_by} come as the file has them."
    if rule.where is not None:
        yield "The rows before are those among the rows that the rule is about."


def _conventions(rule: Rule) -> Iterator[str]:
    speaks_of_presence = any(isinstance(part, Missing) for part in walk(rule))
    if isinstance(rule, Duplicates):
        speaks_of_presence = rule.required or rule.empty_counts or not rule.columns
    if isinstance(rule, BrokenRows | Duplicates) and not speaks_of_presence:
        yield "Empty values are not flagged."
    if isinstance(rule, BrokenPlaces) and not speaks_of_presence:
        yield "An empty cell at that place fails as well."
    if isinstance(rule, FailingMetrics) and rule.groups:
        yield f"Rows without a {' or '.join(rule.own_columns())} belong to no group."
    if isinstance(rule, MovingOutliers | OutlyingPeriods):
        yield from _of_windows(rule)
    yield from _of_runs(rule)
    told = (_which_holidays(part) for part in walk(rule) if isinstance(part, PublicHoliday))
    yield from dict.fromkeys(told)
    if any(isinstance(part, Today) for part in walk(rule)):
        yield "Today is the day of the run (as_of)."


def _of_runs(rule: Rule) -> Iterator[str]:
    if not isinstance(rule, ChangedMeasures | ChangedValues | UnprecedentedValues):
        return
    if rule.since.fewest is not None:
        few = "none" if rule.since.fewest == 1 else f"fewer than {rule.since.fewest}"
        yield (
            f"Its history is what up to {rule.since.runs} earlier runs told; where {few} did, "
            "nothing is tested."
        )
    if isinstance(rule, ChangedMeasures) and rule.unit == "deviations":
        other = {(False, True): "lower", (True, False): "higher"}.get(
            (rule.least is None, rule.most is None), "other"
        )
        yield f"Where all those runs told the same, any {other} number fails."


def _which_holidays(told: PublicHoliday) -> str:
    """Which days count, in which years, and what becomes of a date of another year."""
    name = calendar_name(told.calendar)
    reach = "there" if "-" in told.calendar else "in the whole country"
    return (
        f"Public holidays in {name} are the days that the library holidays lists {reach}, days in "
        f"lieu among them. They are known from {told.first} to {told.last}: a date of another year "
        "is flagged where a holiday is asked for or forbidden."
    )
