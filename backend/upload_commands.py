"""Commands that make a session of a file: preview, begin, next, probe.

They write into data/ and checks/ and run nothing; what they wrote is run with
``agent run --select``. Each command imports what it needs when it runs.
"""

from __future__ import annotations

import contextlib
import json
import resource
from collections.abc import Iterator
from pathlib import Path

import click

from backend.command_line import base_dir_option, workspace_of
from backend.session_commands import session

STAGES = ("eda", "prep", "train")
_MEBIBYTE = 2**20
_FILE = click.Path(path_type=Path, dir_okay=False)
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")
_called = click.option(
    "--name", metavar="NAME", help="What the file is called, where FILE has another name."
)


@session.command("preview")
@base_dir_option
@click.argument("file", type=_FILE)
@_called
@_json
@click.pass_context
def preview_file(
    context: click.Context, base_dir: Path | None, file: Path, name: str | None, as_json: bool
) -> int:
    """Say what tables a CSV or Excel file holds; writes nothing."""
    from backend.store.settings_file import read_settings
    from backend.upload_preview import say_preview, tell_preview
    from backend.upload_reading import safe_name

    context.meta["as_json"] = as_json
    workspace = workspace_of(context, base_dir)
    settings = read_settings(workspace)
    with _limited(settings.stages.memory_mb, safe_name(name or file.name)):
        told = tell_preview(workspace, file, name, settings.dashboard)
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else "\n".join(say_preview(told)))
    return 0


@session.command("begin")
@base_dir_option
@click.argument("file", type=_FILE)
@_called
@click.option("--table", metavar="NAME", help="What the table is called (default: as the file).")
@click.option("--session", "session_name", metavar="NAME", help="Default: as the table.")
@click.option("--sheet", metavar="NAME", help="Which sheet of a workbook that has several.")
@click.option("--target", metavar="COLUMN", help="What is to be foretold (default: inferred).")
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Keep N rows drawn at random, not all."
)
@click.option(
    "--stages",
    type=click.Choice(["eda", "eda,prep", "eda,prep,train"]),
    default="eda",
    show_default=True,
    help="Which checks are written.",
)
@_json
@click.pass_context
def begin(
    context: click.Context,
    base_dir: Path | None,
    file: Path,
    name: str | None,
    table: str | None,
    session_name: str | None,
    sheet: str | None,
    target: str | None,
    sample: int | None,
    stages: str,
    as_json: bool,
) -> int:
    """Copy a CSV or Excel file into data/, and write its session's checks into checks.json."""
    from backend.contracts.check import Stage
    from backend.session_begin import Wish, begin_session
    from backend.store.settings_file import read_settings
    from backend.upload_reading import read_offered, safe_name

    context.meta["as_json"] = as_json
    workspace = workspace_of(context, base_dir)
    settings = read_settings(workspace)
    wanted = tuple(Stage(each) for each in stages.split(","))
    with _limited(settings.stages.memory_mb, safe_name(name or file.name)):
        offered = read_offered(file, called=name, most_mb=settings.dashboard.upload_mb)
        wish = Wish(table or offered.name, session_name, sheet, target, sample, wanted)
        begun = begin_session(workspace, offered, wish)
    if as_json:
        click.echo(json.dumps(begun._asdict(), ensure_ascii=False))
        return 0
    ids = ",".join(begun.checks)
    click.echo(f"Wrote data/{begun.file} ({begun.rows:,} rows) and {ids} of {begun.session}.")
    click.echo(f"Run it with: agent run --select {ids}")
    return 0


@session.command("next")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.argument("stage", type=click.Choice(STAGES))
@click.option("--target", metavar="COLUMN", help="Default: as the session's first check.")
@_json
@click.pass_context
def go_on(
    context: click.Context,
    base_dir: Path | None,
    name: str,
    stage: str,
    target: str | None,
    as_json: bool,
) -> int:
    """Write a session's check of a stage, where there is none yet."""
    from backend.contracts.check import Stage
    from backend.session_begin import next_check

    context.meta["as_json"] = as_json
    check = next_check(workspace_of(context, base_dir), name, Stage(stage), target)
    _tell(check, as_json=as_json)
    return 0


@session.command("probe")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.argument("probe")
@click.option("--column", "columns", multiple=True, help="About this column; may be given again.")
@_json
@click.pass_context
def ask(
    context: click.Context,
    base_dir: Path | None,
    name: str,
    probe: str,
    columns: tuple[str, ...],
    as_json: bool,
) -> int:
    """Let a session's exploration ask deeper: drill_missing, leakage_check, type_disambiguation."""
    from backend.session_begin import ask_probe

    context.meta["as_json"] = as_json
    check = ask_probe(workspace_of(context, base_dir), name, probe, columns)
    _tell(check, as_json=as_json)
    return 0


def _tell(check: str, *, as_json: bool) -> None:
    run = f"{check} is written. Run it with: agent run --select {check}"
    click.echo(json.dumps({"checks": [check]}) if as_json else run)


@contextlib.contextmanager
def _limited(mebibytes: int, name: str) -> Iterator[None]:
    """Let this process grow by so much and no more while it reads what somebody offers.

    Raises:
        DataError: ``too-large``: the file needs more.
    """
    from backend.contracts.errors import DataError

    before, most = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + mebibytes * _MEBIBYTE
    if most != resource.RLIM_INFINITY:
        limit = min(limit, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    try:
        yield
    except MemoryError as error:
        fact = f"{name}: its tables need more than {mebibytes} MiB to be read."
        cure = "Give a smaller file, or raise memory_mb of [stages] in settings.toml."
        raise DataError(f"{fact} {cure}", code="too-large") from error
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))


COMMANDS = (session,)
