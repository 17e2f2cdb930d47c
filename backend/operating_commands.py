"""Commands for who keeps the agent going: doctor, watch."""

from __future__ import annotations

import contextlib
import json
import sys
import textwrap
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backend.command_line import base_dir_option, workspace_of
from backend.contracts.errors import AgentError, WorkspaceBusy
from backend.contracts.workspace import Workspace
from backend.records import BROKEN

if TYPE_CHECKING:
    from backend.doctor import Finding
    from backend.request import Report
    from backend.stopping import Stopping

_INDENT = " " * 6
_WIDTH = 100
_WAIT_SECONDS = 1.0
"""How long one look at a workspace takes that another run holds."""


@click.command(short_help="Say whether machine and workspace are fit for a run.")
@base_dir_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of text.")
@click.pass_context
def doctor(context: click.Context, base_dir: Path | None, as_json: bool) -> int:
    """Say whether this machine and this workspace are fit for a run. Changes nothing.

    \b
    Exit codes: 0 nothing is wrong (a note may be there), 3 something is.
    """
    from backend.doctor import State, examine

    findings = list(examine(workspace_of(context, base_dir)))
    code = BROKEN if any(finding.state is State.BAD for finding in findings) else 0
    if as_json:
        told = {"exit_code": code, "findings": [finding._asdict() for finding in findings]}
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(line for finding in findings for line in _lines(finding)))
    return code


def _lines(finding: Finding) -> list[str]:
    """A line for the fact; the cure below it, where there is something to cure."""
    first = f"{finding.state:<4}  {finding.about}: {finding.fact}"
    cure = f"→ {finding.cure}" if finding.cure else ""
    wrapped = textwrap.wrap(cure, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + "  ")
    return [first, *wrapped]


@click.command(short_help="Compile and run what each save concerns, until it is ended.")
@base_dir_option
@click.option("--offline", is_flag=True, help="Use no model, also for new sentences.")
@click.option(
    "--settle",
    type=click.FloatRange(min=0.05, max=60),
    default=0.5,
    show_default=True,
    metavar="SECONDS",
    help="How long nothing may change before a save counts as whole.",
)
@click.option(
    "--unsafe-no-sandbox",
    "unsafe",
    is_flag=True,
    help="Run programs even where this machine cannot isolate them.",
)
@click.pass_context
def watch(
    context: click.Context, base_dir: Path | None, offline: bool, settle: float, unsafe: bool
) -> int:
    """Compile and run what each save in checks/ or data/ concerns, until Ctrl-C or SIGTERM.

    The first run brings everything up to date. Checks that a save does not concern are left out,
    and their last verdicts stand.

    \b
    Exit code: 0 when it was ended.
    """
    from backend.stopping import Stopping
    from backend.watching import changes

    workspace = workspace_of(context, base_dir)
    click.echo(f"Watching {workspace.base}. End with Ctrl-C.", err=True)
    stopping = Stopping()
    with contextlib.suppress(KeyboardInterrupt), stopping.deferring():
        for names in changes(workspace, settle=settle, is_over=lambda: stopping.is_told):
            _follow(workspace, names, stopping, offline=offline, unsafe=unsafe)
    click.echo("The watch is over.", err=True)
    return 0


def _follow(
    workspace: Workspace, names: Sequence[str], stopping: Stopping, *, offline: bool, unsafe: bool
) -> None:
    """Run what a save concerns; an error is told, and the watch goes on."""
    click.echo(f"\n{datetime.now():%H:%M:%S}  {_say_names(names)}")
    try:
        report = _run(workspace, stopping, offline=offline, unsafe=unsafe)
    except AgentError as error:
        click.echo(f"error: {error}")
    else:
        if report is not None:
            _tell(report)
    sys.stdout.flush()


def _run(workspace: Workspace, stopping: Stopping, *, offline: bool, unsafe: bool) -> Report | None:
    """One run; another that holds the workspace is waited for, until the watch is told to end."""
    from backend import agent
    from backend.outputs.console import ProgressBar
    from backend.request import Request
    from backend.store.settings_file import read_settings
    from backend.toolbox import open_toolbox

    toolbox = open_toolbox(offline=offline, unsafe=unsafe, settings=read_settings(workspace))
    for wait in chain([0.0], repeat(_WAIT_SECONDS)):
        request = Request(workspace, affected_only=True, wait=wait)
        try:
            with ProgressBar(sys.stderr) as bar:
                return agent.run(request, toolbox, bar, stopping)
        except WorkspaceBusy as error:
            if stopping.is_told:
                break
            if not wait:
                click.echo(f"note: {error}", err=True)
    return None


def _tell(report: Report) -> None:
    from backend.report import print_report

    for sentence in report.trouble:
        click.echo(f"note: {sentence}", err=True)
    if report.records:
        print_report(report)
    else:
        click.echo("No check is concerned.")


def _say_names(names: Sequence[str]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"changed: {', '.join(names[:5])}{more}"


COMMANDS = (doctor, watch)
