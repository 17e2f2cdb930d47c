"""A file becomes a table, and its session's checks are written: begun here, run by ``agent run``.

Rules of this file: nothing that is there is replaced but the fields that a person asks to change;
all is checked before anything is written, and the workspace's lock is held meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import JsonValue

from backend.contracts.check import Check, Scalar, Stage
from backend.contracts.errors import AgentError, CheckError, WorkspaceError
from backend.contracts.workspace import Workspace
from backend.planner.nearest import suggest
from backend.stages.session import ORDER, session_folder, session_name
from backend.store.atomic import cannot_write, write_atomic
from backend.store.checks_file import read_checks
from backend.store.checks_writing import add_entries, read_entry, replace_entry
from backend.store.lock import WorkspaceLock
from backend.store.schema_files import read_schema
from backend.tables.reading import Reading
from backend.tables.sources import find_sources, table_name
from backend.upload_reading import SEED, Offered, choose_table, refuse_unknown_target, write_sample

_TABLE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,79}")
_DOES = {
    Stage.EDA: ("Explore", "What is in it, and what could be learnt from it?"),
    Stage.PREP: ("Prepare", "Make it ready for a model, with nothing leaking."),
    Stage.TRAIN: ("Train on", "As good a model as it honestly gives."),
}


class Wish(NamedTuple):
    """What somebody wants begun; ``sample`` is the number of rows that they agreed to."""

    table: str
    session: str | None = None
    sheet: str | None = None
    target: str | None = None
    sample: int | None = None
    stages: tuple[Stage, ...] = (Stage.EDA,)


class Begun(NamedTuple):
    """What was written."""

    session: str
    table: str
    file: str
    checks: tuple[str, ...]
    """Their ids, in the order in which they run."""
    rows: int
    sampled: int | None = None


def begin_session(workspace: Workspace, offered: Offered, wish: Wish) -> Begun:
    """Keep a file as a table, and write a check for each stage that is wanted.

    Raises:
        DataError: it is no table, or has not that sheet or column.
        CheckError: ``bad-table-name``, ``bad-session``.
        WorkspaceError: ``table-taken``, ``session-taken``, or the disk refuses.
        WorkspaceBusy: a run holds the workspace.
    """
    reading = choose_table(offered, wish.sheet)
    refuse_unknown_target(reading, wish.target)
    sampled = wish.sample if wish.sample and wish.sample < reading.rows else None
    ending = f"_sample_{sampled}" if sampled else ""
    name = wish.table + ending
    _refuse_bad_name(name)
    with WorkspaceLock(workspace):
        _refuse_taken_table(workspace, wish.table, ending)
        data, file = _kept(offered, wish, name, sampled)
        table = name if sampled else _named(reading, offered, name)
        entries = _entries(workspace, wish, table, _say_sample(sampled, reading.rows))
        session = _refuse_taken_session(workspace, entries[0])
        _write(workspace, workspace.data / file, data, entries)
    checks = tuple(str(entry["check_id"]) for entry in entries)
    return Begun(session, table, file, checks, sampled or reading.rows, sampled)


def next_check(workspace: Workspace, session: str, stage: Stage, target: str | None = None) -> str:
    """The id of a session's check of that stage; it is written where there is none.

    Raises:
        WorkspaceError: ``unknown-session``, or the disk refuses.
        WorkspaceBusy: a run holds the workspace.
    """
    with WorkspaceLock(workspace):
        known = checks_of_session(workspace, session)
        if stage in known:
            return known[stage].check_id
        first = next(iter(known.values()))
        wish = Wish("", session, target=target or first.target, stages=(stage,))
        (entry,) = _entries(workspace, wish, first.target_table[0], {})
        add_entries(workspace, [entry])
    return str(entry["check_id"])


def ask_probe(workspace: Workspace, session: str, probe: str, columns: Collection[str]) -> str:
    """Let the session's exploration answer a deeper question; gives the id of its check.

    Raises:
        CheckError: ``bad-parameter``: no such probe or column.
        WorkspaceError: ``unknown-session``, or the disk refuses.
        WorkspaceBusy: a run holds the workspace.
    """
    from backend.contracts.eda_report import ProbeName

    if probe not in get_args(ProbeName):
        cure = suggest(probe, get_args(ProbeName), "Probes")
        raise CheckError(f"{session}: there is no probe {probe!r}. {cure}", code="bad-parameter")
    with WorkspaceLock(workspace):
        known = checks_of_session(workspace, session)
        if Stage.EDA not in known:
            fact = f"{session}: no check explores it. Write one with stage eda first."
            raise WorkspaceError(fact, code="unknown-session")
        check = known[Stage.EDA]
        _refuse_unknown_columns(workspace, check, columns)
        entry = read_entry(workspace, check.check_id)
        params = {k: v for k, v in check.params.items() if k not in ("probe", "probe_columns")}
        asked: dict[str, Scalar] = {"probe": probe}
        if columns:
            asked["probe_columns"] = ", ".join(columns)
        entry["params"] = {**params, **asked}
        replace_entry(workspace, check.check_id, entry)
    return check.check_id


def checks_of_session(workspace: Workspace, session: str) -> dict[Stage, Check]:
    """A session's checks by stage; of two of one stage the first.

    Raises:
        WorkspaceError: ``unknown-session``: no check belongs to it.
    """
    found: dict[Stage, Check] = {}
    names: dict[str, None] = {}
    for check in read_checks(workspace).checks:
        own = _session_of(check)
        if own == session:
            found.setdefault(check.stage, check)
        names[own] = None
    if not found:
        cure = suggest(session, filter(None, names), "Sessions")
        fact = f"checks.json has no check of session {session!r}. {cure}"
        raise WorkspaceError(fact, code="unknown-session")
    return found


def free_names(workspace: Workspace, wanted: str) -> tuple[str, str]:
    """A table's and a session's name that are free, as near to the wanted one as can be."""
    tables = {each.casefold() for each in _tables(workspace)}
    sessions = {each.casefold() for each in _sessions(workspace)}
    return _free(wanted, tables), _free(wanted, sessions)


def _free(wanted: str, taken: Collection[str], ending: str = "") -> str:
    number, name = 1, wanted
    while (name + ending).casefold() in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name


def _refuse_bad_name(name: str) -> None:
    if not _TABLE.fullmatch(name):
        raise CheckError(
            f"{name[:100]!r} cannot be the table's name. Use letters, digits and '_', at most 80, "
            "the first a letter.",
            code="bad-table-name",
        )


def _tables(workspace: Workspace) -> list[str]:
    return [table_name(source.file) for source in find_sources(workspace.data)]


def _refuse_taken_table(workspace: Workspace, name: str, ending: str) -> None:
    taken = {each.casefold() for each in _tables(workspace)}
    free = _free(name, taken, ending)
    if free != name:
        fact = f"data/ has a table {name + ending!r} already, and nothing is replaced."
        raise WorkspaceError(f"{fact} Call this one {free!r}.", code="table-taken")


def _sessions(workspace: Workspace) -> set[str]:
    folder = workspace.sessions
    found = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    checks = read_checks(workspace).checks if workspace.checks_file.exists() else ()
    return found | {_session_of(check) for check in checks} - {""}


def _session_of(check: Check) -> str:
    """The session that a check belongs to; empty for a rule, or where its name is none."""
    try:
        return "" if check.stage is Stage.RULE else session_name(check)
    except CheckError:
        return ""


def _refuse_taken_session(workspace: Workspace, entry: Mapping[str, JsonValue]) -> str:
    name = session_name(Check.model_validate(entry))
    taken = {each.casefold() for each in _sessions(workspace)}
    if name.casefold() in taken or session_folder(workspace, name).exists():
        fact = f"A session {name!r} is there already. Call this one {_free(name, taken)!r}."
        raise WorkspaceError(fact, code="session-taken")
    return name


def _kept(offered: Offered, wish: Wish, name: str, sampled: int | None) -> tuple[bytes, str]:
    if sampled is None:
        return offered.data, f"{name}{offered.ending}"
    return write_sample(offered, wish.sheet, sampled), f"{name}.csv"


def _named(reading: Reading, offered: Offered, name: str) -> str:
    """The table's name once its file is called so: a workbook of sheets has one for each."""
    return name + reading.table.removeprefix(offered.name)


def _say_sample(sampled: int | None, rows: int) -> dict[str, JsonValue]:
    if sampled is None:
        return {}
    return {"sampled_rows": sampled, "sampled_from": rows, "sampled_seed": SEED}


def _entries(
    workspace: Workspace, wish: Wish, table: str, params: Mapping[str, JsonValue]
) -> list[dict[str, JsonValue]]:
    stages = [stage for stage in ORDER if stage in wish.stages]
    number = _free_number(workspace, stages)
    return [_entry(stage, number, wish, table, params) for stage in stages]


def _entry(
    stage: Stage, number: int, wish: Wish, table: str, params: Mapping[str, JsonValue]
) -> dict[str, JsonValue]:
    verb, hint = _DOES[stage]
    if params:
        hint += f" A random sample of {params['sampled_rows']} of {params['sampled_from']} rows."
    entry: dict[str, JsonValue] = {
        "check_id": f"{stage.value.upper()}-{number}",
        "check_name": f"{verb} {table}",
        "stage": stage.value,
        "target_table": [table] if "," in table else table,
        "session": wish.session or re.sub(r"[^A-Za-z0-9._-]+", "-", table)[:80],
        "calculation_hint": hint,
    }
    if wish.target is not None:
        entry["target"] = wish.target
    if params:
        entry["params"] = dict(params)
    return entry


def _free_number(workspace: Workspace, stages: Collection[Stage]) -> int:
    """The first number that no check of these stages has yet."""
    taken: set[str] = set()
    if workspace.checks_file.exists():
        found = read_checks(workspace)
        taken = {check.check_id.upper() for check in found.checks}
        taken |= {each.check_id.upper() for each in found.invalid}
    number = 1
    while any(f"{stage.value.upper()}-{number}" in taken for stage in stages):
        number += 1
    return number


def _write(
    workspace: Workspace, path: Path, data: bytes, entries: list[dict[str, JsonValue]]
) -> None:
    """Both files, or none."""
    write_atomic(path, data)
    try:
        add_entries(workspace, entries)
    except AgentError:
        try:
            path.unlink()
        except OSError as error:
            raise cannot_write(path, error) from error
        raise


def _refuse_unknown_columns(workspace: Workspace, check: Check, columns: Collection[str]) -> None:
    table = read_schema(workspace).schema.tables.get(check.target_table[0])
    known = table.column_names if table else tuple(columns)
    for name in columns:
        if name not in known:
            cure = suggest(name, known, "Columns")
            raise CheckError(f"{check.check_id}: no column {name!r}. {cure}", code="bad-parameter")
        if "," in name:
            fact = f"{check.check_id}: column {name!r} has a comma in its name."
            raise CheckError(f"{fact} Ask about all columns instead.", code="bad-parameter")
