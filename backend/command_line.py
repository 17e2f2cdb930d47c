"""The command line: ``python -m backend.agent``.

Rules of this file: results go to stdout and everything else to stderr; every ending is one of the
exit codes of a run (a mistake in the command itself counts as a wrong set-up); each command
imports what it needs when it runs.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from backend.contracts.errors import AgentError, WorkspaceBusy
from backend.contracts.workspace import Workspace
from backend.process import ending_on_sigterm, show_every_character
from backend.records import BROKEN, BUSY, FAIL_ON, INTERRUPTED
from backend.run_options import refuse_contradictions, unattended_options
from backend.sandbox_command import sandbox

VERSION = "0.1.0"
DEFAULT_BASE = Path(__file__).resolve().parent
FORM = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

F = TypeVar("F", bound=Callable[..., Any])


class _RunByDefault(click.Group):
    """A group whose command may be left out: then it is ``run``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        place = 0
        while place < len(args) and args[place].startswith("--base-dir"):
            place += 1 if "=" in args[place] else 2
        word = args[place] if place < len(args) else ""
        if not word or (word.startswith("-") and word not in ("-h", "--help", "--version")):
            args = [*args[:place], "run", *args[place:]]
        return super().parse_args(ctx, args)


def base_dir_option(command: F) -> F:
    """Give a command the option that names the workspace."""
    return click.option(
        "--base-dir",
        type=click.Path(path_type=Path),
        default=None,
        metavar="DIR",
        help="The folder with checks/, data/ and cached_mem/ inside (default: backend).",
    )(command)


@click.group(cls=_RunByDefault, context_settings=FORM, invoke_without_command=False)
@base_dir_option
@click.version_option(VERSION, prog_name="agent")
@click.pass_context
def cli(context: click.Context, base_dir: Path | None) -> None:
    """Check tables against rules written in English.

    Each rule in checks/checks.json is compiled once into a Pandas program. Later runs repeat the
    programs without compiling anything, until a sentence or a column it needs changes.

    \b
    Exit codes of a run: 0 all PASS, 1 some check FAILs, 2 only warnings,
    3 some check is in ERROR or the set-up is wrong, 75 another run holds the workspace.
    """
    context.obj = base_dir


def workspace_of(context: click.Context, base_dir: Path | None) -> Workspace:
    """The workspace that a command works on."""
    return Workspace((base_dir or context.obj or DEFAULT_BASE).resolve())


def _as_of(context: click.Context, option: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        fact = f"{value!r} is no date. Write it as {date.today().isoformat()}."
        raise click.BadParameter(fact) from None
    return value


def as_of_option(command: F) -> F:
    """Give a command the option that says which day counts as today."""
    return click.option(
        "--as-of",
        callback=_as_of,
        metavar="DATE",
        help="The day that counts as today (default: today), as YYYY-MM-DD.",
    )(command)


@cli.command()
@base_dir_option
@click.option("--offline", is_flag=True, help="Use no model, also for new sentences.")
@click.option(
    "--select",
    multiple=True,
    metavar="WHAT",
    help="Only these checks: CHK-002, id:CHK-*, tag:join, owner:crm@company.com, severity:high. "
    "Several by commas, or by giving the option again.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="fail",
    show_default=True,
    help="From which verdict on the exit code is 1; with a severity, a FAIL of a check that "
    "matters less counts as a warning.",
)
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of the table.")
@click.option(
    "--batch",
    is_flag=True,
    help="Ask the model for all plans together: half the price, and it may take hours.",
)
@click.option(
    "--unsafe-no-sandbox",
    "unsafe",
    is_flag=True,
    help="Run programs even where this machine cannot isolate them.",
)
@unattended_options
@click.pass_context
def run(
    context: click.Context,
    base_dir: Path | None,
    offline: bool,
    select: tuple[str, ...],
    fail_on: str,
    as_of: str,
    as_json: bool,
    batch: bool,
    unsafe: bool,
    no_compile: bool,
    changed_only: bool,
    wait: float,
    max_seconds: float | None,
) -> int:
    """Compile what changed, run every check, remember (the default command)."""
    from backend import agent
    from backend.outputs.console import ProgressBar
    from backend.report import print_json, print_report
    from backend.request import Request
    from backend.store.settings_file import read_settings
    from backend.toolbox import open_toolbox

    context.meta["as_json"] = as_json
    workspace = workspace_of(context, base_dir)
    refuse_contradictions(batch=batch, no_compile=no_compile)
    request = Request(
        workspace,
        select,
        as_of,
        fail_on,
        batch,
        no_compile,
        changed_only,
        wait=wait,
        max_seconds=max_seconds,
    )
    settings = read_settings(workspace)
    toolbox = open_toolbox(offline=offline or no_compile, unsafe=unsafe, settings=settings)
    with ProgressBar(sys.stderr) as bar:
        report = agent.run(request, toolbox, bar)
    for sentence in report.trouble:
        click.echo(f"note: {sentence}", err=True)
    (print_json if as_json else print_report)(report)
    return report.exit_code


@cli.command()
@base_dir_option
@click.option("--offline", is_flag=True, help="As a run without a model would decide.")
@click.pass_context
def status(context: click.Context, base_dir: Path | None, offline: bool) -> int:
    """Say what the next run would compile, and why. Changes nothing."""
    from backend.describe import say_status
    from backend.store.settings_file import read_settings
    from backend.toolbox import open_toolbox

    workspace = workspace_of(context, base_dir)
    toolbox = open_toolbox(offline=offline, settings=read_settings(workspace))
    click.echo("\n".join(say_status(workspace, toolbox)))
    return 0


@cli.command(short_help="Print a check as a script that needs only pandas.")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the script here instead of to stdout.",
)
@click.pass_context
def export(
    context: click.Context, base_dir: Path | None, check_id: str, output: Path | None
) -> int:
    """Print a check as a script of its own that needs nothing but pandas."""
    from backend.describe import export_check

    script = export_check(workspace_of(context, base_dir), check_id)
    if output is None:
        click.echo(script, nl=False)
    else:
        output.write_text(script, encoding="utf-8")
        click.echo(f"Wrote {output}. Run it with: python {output} --help", err=True)
    return 0


@cli.command()
def version() -> int:
    """Print the version."""
    click.echo(VERSION)
    return 0


cli.add_command(sandbox)


def run_command_line(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; errors are told on stderr, without a trace."""
    from backend import (  # they import this module
        alert_commands,
        auditing_commands,
        authoring_commands,
        cleaning_commands,
        experiment_commands,
        operating_commands,
        output_commands,
        session_commands,
        upload_commands,
        waiver_commands,
    )

    for commands in (
        authoring_commands,
        auditing_commands,
        cleaning_commands,
        operating_commands,
        output_commands,
        waiver_commands,
        alert_commands,
        session_commands,
        experiment_commands,
        upload_commands,
    ):
        for command in commands.COMMANDS:
            cli.add_command(command)
    arguments = list(sys.argv[1:] if argv is None else argv)
    show_every_character()
    with ending_on_sigterm():
        return _run_command(arguments)


def _run_command(arguments: list[str]) -> int:
    meta: dict[str, Any] = {}
    try:
        with cli.make_context("python -m backend.agent", arguments) as context:
            meta = context.meta
            return int(cli.invoke(context) or 0)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as error:
        error.show()
        return BROKEN
    except AgentError as error:
        return _tell(error, as_json=bool(meta.get("as_json")))
    except (KeyboardInterrupt, click.Abort):
        fact = "Interrupted. What was done is on record; run again for the rest."
        return _tell(AgentError(fact, code=INTERRUPTED), as_json=bool(meta.get("as_json")))
    except BrokenPipeError:  # the reader has left; the run itself is on record
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN


def _tell(error: AgentError, *, as_json: bool) -> int:
    code = BUSY if isinstance(error, WorkspaceBusy) else BROKEN
    click.echo(f"error: {error}", err=True)
    if as_json:
        told = {"code": error.code, "message": str(error)}
        click.echo(json.dumps({"exit_code": code, "error": told}, indent=2, ensure_ascii=False))
    return code
