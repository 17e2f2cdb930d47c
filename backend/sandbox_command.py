"""``agent sandbox``: one hand-written program, run exactly as a run would run it.

For authors who try a program, and for auditors who try an attack.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic import ValidationError

from backend.contracts.errors import AgentError
from backend.contracts.program import OutcomeStatus, ResultKind
from backend.contracts.settings import SandboxSettings
from backend.contracts.workspace import Workspace
from backend.records import BROKEN

if TYPE_CHECKING:
    from backend.try_program import Trial

DEFAULT_BASE = Path(__file__).resolve().parent
SHOWN = 20
"""Records, files and rows that are shown; --json has all."""
LONGEST_CELL = 80


def _split(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> Any:
    names = [name.strip() for words in value for name in words.split(",")]
    return tuple(dict.fromkeys(name for name in names if name))


@click.command(short_help="Run one program in the sandbox, and say how it ended.")
@click.option(
    "--base-dir",
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
    help="The folder with checks/, data/ and cached_mem/ inside (default: backend).",
)
@click.argument("program", type=click.Path(path_type=Path), metavar="PROGRAM.py")
@click.option(
    "--tables",
    multiple=True,
    callback=_split,
    metavar="NAMES",
    help="The tables that it sees, by commas; rows are flagged in the first. Default: none.",
)
@click.option("--limit", type=float, metavar="SECONDS", help="Wall-clock time it may take.")
@click.option("--memory-mb", type=int, metavar="MIB", help="Memory that it may take.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of text.")
@click.option(
    "--unsafe-no-sandbox",
    "unsafe",
    is_flag=True,
    help="Run the program without isolation. It can then do whatever you can.",
)
@click.pass_context
def sandbox(
    context: click.Context,
    base_dir: Path | None,
    program: Path,
    tables: tuple[str, ...],
    limit: float | None,
    memory_mb: int | None,
    as_json: bool,
    unsafe: bool,
) -> int:
    """Run PROGRAM.py in the sandbox exactly as a run would, and say how it ended.

    It defines check(tables), or check(tables, artifacts) to leave files, and returns rows of the
    first table, other records, or any value that JSON has. Limits are those of settings.toml.

    Exit codes: 0 it did well, 3 it did not, or it could not be run.
    """
    workspace = Workspace((base_dir or context.find_root().obj or DEFAULT_BASE).resolve())
    asked = {"wall_seconds": limit, "memory_mb": memory_mb}
    try:
        trial = _try(workspace, program, tables, asked, unsafe=unsafe)
    except AgentError as error:
        if not as_json:
            raise
        click.echo(json.dumps(_refusal(error), indent=2, ensure_ascii=False))
        return BROKEN
    if as_json:
        click.echo(json.dumps(_document(trial), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(trial)))
    return 0 if trial.outcome.status is OutcomeStatus.OK else BROKEN


def _try(
    workspace: Workspace,
    program: Path,
    tables: tuple[str, ...],
    asked: dict[str, float | None],
    *,
    unsafe: bool,
) -> Trial:
    from backend.store.settings_file import read_settings
    from backend.toolbox import open_toolbox
    from backend.try_program import try_program

    limits = _with(read_settings(workspace).sandbox, asked)
    toolbox = open_toolbox(offline=True, unsafe=unsafe)
    return try_program(program, workspace, toolbox, tables=tables, limits=limits)


def _with(limits: SandboxSettings, asked: dict[str, float | None]) -> SandboxSettings:
    given = {name: value for name, value in asked.items() if value is not None}
    try:
        return SandboxSettings.model_validate({**limits.model_dump(), **given, "programs": 1})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        option = "--limit" if first["loc"] == ("wall_seconds",) else "--memory-mb"
        fact = f"{first['msg']}; it is {first['input']}."
        raise click.BadParameter(fact, param_hint=option) from error


def _reason(trial: Trial) -> str:
    error = trial.outcome.error.rstrip(".")
    return f"{trial.check_id}: {error}." if error else ""


def _document(trial: Trial) -> dict[str, Any]:
    outcome = trial.outcome
    return {
        "status": outcome.status.value,
        "reason": _reason(trial),
        "tested": outcome.tested,
        **_returned(trial),
        "stdout": outcome.stdout,
        "trace": outcome.trace,
        "artifacts": {
            "folder": str(trial.artifacts) if trial.artifacts else None,
            "files": list(outcome.files),
        },
        "level": trial.level,
        "backend": trial.backend,
        "seconds": round(outcome.seconds, 3),
    }


def _returned(trial: Trial) -> dict[str, Any]:
    match trial.outcome.kind:
        case ResultKind.ROWS:
            return {"rows": list(trial.outcome.rows)}
        case ResultKind.RECORDS:
            return {"records": list(trial.outcome.records)}
        case ResultKind.VALUE:
            return {"value": trial.outcome.value}
    return {}


def _refusal(error: AgentError) -> dict[str, Any]:
    """The same document for a program that could not be run at all."""
    return {
        "status": "refused",
        "reason": str(error),
        "code": error.code,
        "tested": 0,
        "stdout": "",
        "trace": "",
        "artifacts": {"folder": None, "files": []},
        "level": "",
        "backend": "",
        "seconds": 0.0,
    }


def _lines(trial: Trial) -> Iterator[str]:
    outcome = trial.outcome
    yield f"status: {outcome.status.value}"
    if outcome.error:
        yield f"reason: {_reason(trial)}"
    if outcome.kind is not None:
        yield from _say_returned(trial)
    yield from _block("stdout", outcome.stdout)
    yield from _block("trace", outcome.trace)
    if trial.artifacts is not None:
        yield f"artifacts: {trial.artifacts}"
        yield from _cut([f"  {name}" for name in outcome.files])
    yield f"sandbox: {trial.level} ({trial.backend}), {outcome.seconds:.2f} s"


def _say_returned(trial: Trial) -> Iterator[str]:
    outcome = trial.outcome
    match outcome.kind:
        case ResultKind.ROWS:
            yield f"returned: {len(outcome.rows):,} of {outcome.tested:,} {trial.table} rows"
            shown = [f"  {place}  {_say_cells(cells)}" for place, cells in trial.first_rows]
            yield from shown
            yield from _more(len(outcome.rows) - len(shown))
        case ResultKind.RECORDS:
            yield f"returned: {len(outcome.records):,} records"
            yield from _cut([f"  {_say_cells(record)}" for record in outcome.records])
        case _:
            yield "returned:"
            yield json.dumps(outcome.value, indent=2, ensure_ascii=False)


def _say_cells(cells: dict[str, Any]) -> str:
    return ", ".join(f"{_plain(name)}={_plain(str(cell))}" for name, cell in cells.items())


def _plain(text: str) -> str:
    line = "".join(char if char.isprintable() else " " for char in text[: LONGEST_CELL + 1])
    return line if len(line) <= LONGEST_CELL else line[:LONGEST_CELL] + "…"


def _cut(lines: list[str]) -> Iterator[str]:
    yield from lines[:SHOWN]
    yield from _more(len(lines) - SHOWN)


def _more(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  … and {number:,} more (--json has all)"


def _block(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}:"
        yield from (f"  {line}" for line in text.rstrip("\n").split("\n"))
