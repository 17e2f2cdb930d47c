"""The model's witnesses: tiny tables as JSON, held against what the plan reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import ValidationError

from backend.contracts.history import is_history
from backend.contracts.plan import ColumnRead, Grain, Plan
from backend.contracts.schema import TableSnapshot
from backend.contracts.witness import Origin, Witness
from backend.planner.by_model.answer import BadAnswer, first_fault, read_object, refuse
from backend.planner.by_model.soundness import require_known

_MOST = 5
_MOST_ROWS = 50


def read_witnesses(
    texts: Sequence[str], plan: Plan, tables: dict[str, TableSnapshot]
) -> tuple[Witness, ...]:
    """The witnesses of an answer, in its order; none of a rule about earlier runs.

    Raises:
        BadAnswer: one is no witness of this plan, or they are too many.
    """
    if any(map(is_history, plan.tables)):
        return ()
    if len(texts) > _MOST:
        raise BadAnswer(f"There are {len(texts)} witnesses; give at most {_MOST}.")
    return tuple(_read(text, number, plan, tables) for number, text in enumerate(texts, start=1))


def require_both_sides(witnesses: Sequence[Witness], plan: Plan) -> None:
    """Pass witnesses that show what is flagged and what is not.

    Raises:
        BadAnswer: one side is missing.
    """
    if plan.grain == Grain.GROUPS:
        shows = {bool(each.failing) for each in witnesses}
        if shows != {True, False}:
            raise BadAnswer("Give a witness with failing groups or measures, and one with none.")
        return
    flagged = sum(len(each.flagged or ()) for each in witnesses)
    judged = [each.tables[plan.table] for each in witnesses if plan.table in each.tables]
    rows = sum(len(table.rows) for table in judged)
    if not 0 < flagged < rows:
        raise BadAnswer("The witnesses must hold a row that is flagged and one that is not.")


def _read(text: str, number: int, plan: Plan, tables: dict[str, TableSnapshot]) -> Witness:
    what = f"Witness {number}"
    data = read_object(text, what) | {"origin": Origin.PLANNER.value}
    try:
        witness = Witness.model_validate(data)
    except ValidationError as error:
        refuse(f"{what}: {first_fault(error)}", error)
    _require_tables(witness, what, plan, tables)
    _require_verdict(witness, what, plan)
    _require_arguments(witness, what, plan)
    # The judged table comes first, as everywhere.
    ordered = {name: witness.tables[name] for name in plan.tables}
    return witness.model_copy(update={"tables": ordered})


def _require_tables(
    witness: Witness, what: str, plan: Plan, tables: dict[str, TableSnapshot]
) -> None:
    for table in witness.tables:
        require_known(table, tables)
    if set(witness.tables) != set(plan.tables):
        raise BadAnswer(f"{what} must hold these tables and no other: {', '.join(plan.tables)}.")
    for name, tiny in witness.tables.items():
        if len(set(tiny.columns)) != len(tiny.columns) or not tiny.columns:
            raise BadAnswer(f"{what}: {name} needs columns, each named once.")
        if any(len(row) != len(tiny.columns) for row in tiny.rows):
            raise BadAnswer(f"{what}: each row of {name} has {len(tiny.columns)} cells.")
        if len(tiny.rows) > _MOST_ROWS:
            raise BadAnswer(f"{what}: {name} has more than {_MOST_ROWS} rows.")
        _require_columns(tiny.columns, name, what, plan.columns_read)


def _require_columns(
    columns: Sequence[str], table: str, what: str, reads: Sequence[ColumnRead]
) -> None:
    missing = [read.column for read in reads if read.table == table and read.column not in columns]
    if missing:
        raise BadAnswer(f"{what}: {table} lacks {', '.join(missing)}, which the plan reads.")


def _require_verdict(witness: Witness, what: str, plan: Plan) -> None:
    if plan.grain == Grain.GROUPS:
        if witness.failing is None or witness.failing < 0 or witness.flagged is not None:
            raise BadAnswer(f'{what} needs "failing", a number from 0, and no "flagged".')
        return
    rows = len(witness.tables[plan.table].rows)
    found = witness.flagged
    if found is None or witness.failing is not None:
        raise BadAnswer(f'{what} needs "flagged", a list of positions, and no "failing".')
    if len(set(found)) != len(found) or not all(0 <= position < rows for position in found):
        raise BadAnswer(f"{what}: flagged positions are from 0 to {rows - 1}, each once.")


def _require_arguments(witness: Witness, what: str, plan: Plan) -> None:
    if "as_of" in plan.parameters:
        _require_day(witness.as_of, what)
    missing = [name for name in plan.parameters if name not in ("as_of", *witness.params)]
    if missing:
        raise BadAnswer(f'{what} needs "params" with {", ".join(missing)}.')


def _require_day(text: str | None, what: str) -> None:
    try:
        date.fromisoformat(text or "")
    except ValueError as error:
        refuse(f'{what} needs "as_of", a date as YYYY-MM-DD, since today matters.', error)
