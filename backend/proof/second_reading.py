"""The rule read a second time, without its program: plainly over witnesses, in SQL over both.

Rules of this file: nothing that the program gave is used to say what it should have given.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from backend.contracts.check import Cell, Scalar
from backend.contracts.errors import PlanError, ProgramError
from backend.contracts.plan import Grain
from backend.contracts.proof import Trial
from backend.contracts.witness import Witness
from backend.proof import meaning
from backend.proof.case import Case
from backend.proof.harness import Finding
from backend.proof.inside_results import write_record
from backend.proof.part import fails, holds, name_rows, skips
from backend.proof.sql import read_in_sql
from backend.rules.language.rows import NUMERIC
from backend.rules.lowering import NotLowered

OTHER_TYPES = "A column of numbers arrives as text, which is another rule in SQL."


class Reading(NamedTuple):
    """What a reading says of some tables; ``silence`` is why it says nothing."""

    rows: tuple[int, ...] | None = None
    failing: int | None = None
    tested: int | None = None
    silence: str = ""
    records: tuple[str, ...] | None = None
    """The failing records, as the harness writes them down; None where they are not told."""


def read_plainly(case: Case, witness: Witness) -> Reading:
    """What the rule's meaning finds on a witness, in plain Python."""
    if case.rule is None:
        return Reading(silence="The plan is free-form.")
    try:
        found = meaning.find(
            case.rule,
            witness.tables,
            case.facts,
            as_of=str(case.arguments_on(witness)["as_of"]),
            params=params_of(case.arguments_on(witness)),
        )
    except PlanError as error:
        return Reading(silence=str(error))
    if found.rows is None:
        return Reading(failing=found.failing, tested=found.tested)
    return Reading(found.rows, len(found.rows), found.tested)


def read_sql(
    case: Case,
    frames: Mapping[str, pd.DataFrame] | Mapping[str, pa.Table],
    arguments: Mapping[str, Cell],
) -> Reading:
    """What the rule's SQL finds over some tables."""
    if case.rule is None:
        return Reading(silence="The plan is free-form.")
    if _has_number_as_text(case, frames):
        return Reading(silence=OTHER_TYPES)
    as_of, params = str(arguments["as_of"]), params_of(arguments)
    try:
        found = read_in_sql(
            case.rule,
            case.facts,
            frames,
            as_of=as_of,
            params=params,
            connection=case.connection,
        )
    except (NotLowered, ProgramError) as error:
        return Reading(silence=str(error))
    if case.program.grain is Grain.GROUPS:
        told = tuple(sorted(write_record(record) for record in found.records))
        return Reading(failing=len(told), tested=found.tested, records=told)
    return Reading(tuple(sorted(found.rows)), len(found.rows), found.tested)


def _has_number_as_text(
    case: Case, frames: Mapping[str, pd.DataFrame] | Mapping[str, pa.Table]
) -> bool:
    return any(
        fact.type in NUMERIC and table in frames and not _holds_numbers(frames[table][column])
        for (table, column), fact in case.facts.items()
    )


def _holds_numbers(column: pd.Series[Any] | pa.ChunkedArray) -> bool:
    if isinstance(column, pd.Series):
        return column.dtype.kind in "iuf"
    return bool(pa.types.is_integer(column.type) or pa.types.is_floating(column.type))


def params_of(arguments: Mapping[str, Cell]) -> dict[str, Scalar]:
    """The check's own parameters among the arguments of a program."""
    return {n: value for n, value in arguments.items() if n != "as_of" and value is not None}


def differ(reading: Reading, found: Finding) -> str:
    """In words how a program's finding differs from a reading; empty where it does not."""
    if found.error:
        return f"the program raised {found.error}"
    if reading.rows is not None and reading.rows != found.rows:
        return _rows_apart(reading.rows, found.rows)
    if reading.failing is not None and reading.failing != found.count:
        return f"the program gives {found.count:,} failing records, not {reading.failing:,}"
    if reading.records is not None and _tells_others(reading.records, found):
        return "the program gives failing records with other cells"
    if reading.tested is not None and reading.tested != found.tested:
        return f"the program tests {found.tested:,}, not {reading.tested:,}"
    return ""


def _tells_others(wanted: tuple[str, ...], found: Finding) -> bool:
    """Whether records of the same columns hold other cells; those of other names say nothing."""
    told = found.records[: found.count]
    if len(told) != len(wanted) or not told:
        return False
    ours, theirs = ([json.loads(line) for line in lines] for lines in (wanted, told))
    if {tuple(record) for record in ours} != {tuple(record) for record in theirs}:
        return False
    return sorted(map(_blurred, ours)) != sorted(map(_blurred, theirs))


def _blurred(record: dict[str, Any]) -> str:
    """A record with its numbers to six digits: two engines add up in other orders."""
    return json.dumps([_blur(cell) for cell in record.values()])


def _blur(cell: Any) -> Any:
    try:
        return f"{float(cell) + 0.0:.6g}"  # -0.0 is 0.0
    except (TypeError, ValueError):
        return cell


def _rows_apart(wanted: tuple[int, ...], found: tuple[int, ...]) -> str:
    more = tuple(sorted(set(found) - set(wanted)))
    less = tuple(sorted(set(wanted) - set(found)))
    parts = [f"the program flags {name_rows(more)} too many"] if more else []
    return " and ".join(parts + ([f"misses {name_rows(less)}"] if less else []))


def rows_apart(reading: Reading, found: Finding) -> tuple[int, ...]:
    """The rows in dispute."""
    return tuple(sorted(set(reading.rows or ()) ^ set(found.rows)))


def try_sql_on_data(case: Case, found: Finding | None) -> Trial:
    """Hold the program's rows over the tables of the day against those of the SQL."""
    name = "sql-on-data"
    if found is None or found.late:
        return skips(name, "The time was spent before the program ran over the tables.")
    if case.left <= 0:
        return skips(name, "The time was spent.")
    reading = read_sql(case, case.frames, case.arguments)
    if reading.silence:
        return skips(name, reading.silence)
    apart = differ(reading, found)
    if apart:
        detail = f"{case.program.table}: {apart}, by the rule's SQL."
        return fails(name, detail, case.real_rows(rows_apart(reading, found)))
    return holds(name, f"{found.count:,} flagged of {found.tested:,} tested, by both.")
