"""Commands over sessions: list, show, cancel.

Results go to stdout; each command imports what it needs when it runs.
"""

from __future__ import annotations

from pathlib import Path

import click

from backend.command_line import base_dir_option, workspace_of
from backend.records import BROKEN


@click.group(short_help="Sessions of exploration, preparation and training.")
def session() -> None:
    """Look at sessions of exploration, preparation and training, or cancel a running stage."""


@session.command("list")
@base_dir_option
@click.pass_context
def list_sessions(context: click.Context, base_dir: Path | None) -> int:
    """Print a line for each session: where it stands, its table, the last run of each stage."""
    from backend.sessions import say_sessions

    for line in say_sessions(workspace_of(context, base_dir)):
        click.echo(line)
    return 0


@session.command("show")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.pass_context
def show_session(context: click.Context, base_dir: Path | None, name: str) -> int:
    """Print what each stage of a session came to, with its reasons, numbers and files."""
    from backend.sessions import say_session

    for line in say_session(workspace_of(context, base_dir), name):
        click.echo(line)
    return 0


@session.command("cancel")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.pass_context
def cancel_session(context: click.Context, base_dir: Path | None, name: str) -> int:
    """Cancel the stage of a session that is running; the run goes on with its other checks."""
    from backend.sessions import cancel

    if not cancel(workspace_of(context, base_dir), name):
        click.echo(f"{name}: no stage of this session is running, so nothing is cancelled.")
        return BROKEN
    click.echo(f"{name}: the running stage ends now; what it had begun is cleared away.")
    return 0


COMMANDS = (session,)
