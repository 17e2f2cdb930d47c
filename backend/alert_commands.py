"""The command about alerts.

Results go to stdout; each command imports what it needs when it runs.
"""

from __future__ import annotations

from pathlib import Path

import click

from backend.command_line import base_dir_option, workspace_of
from backend.records import WARNED


@click.command(short_help="Send the alerts that wait, or a trial message.")
@base_dir_option
@click.option("--test", "is_test", is_flag=True, help="Send a trial message to every route.")
@click.option("--route", "names", multiple=True, metavar="NAME", help="With --test: this route.")
@click.option(
    "--owner", default="", metavar="ADDRESS", help="With --test: for URLs that ask for an owner."
)
@click.pass_context
def alert(
    context: click.Context, base_dir: Path | None, is_test: bool, names: tuple[str, ...], owner: str
) -> int:
    """Send what quiet hours held back or a receiver did not take; a run does that by itself.

    \b
    Exit codes: 0 all is sent, 2 something is not (it is told what), 3 the settings are wrong.
    """
    from backend.alerting import send_alerts, try_routes
    from backend.store.lock import WorkspaceLock
    from backend.store.settings_file import read_settings

    workspace = workspace_of(context, base_dir)
    settings = read_settings(workspace)
    if is_test:
        told = try_routes(settings, owner, names)
        for name, why in told.items():
            click.echo(f"{name}: not sent: {why}." if why else f"{name}: sent.")
        return WARNED if any(told.values()) else 0
    if names or owner:
        raise click.UsageError("--route and --owner go with --test.")
    with WorkspaceLock(workspace):
        came = send_alerts(workspace, settings, ())
    for sentence in came.trouble:
        click.echo(f"note: {sentence}", err=True)
    click.echo(f"{came.sent} sent, {came.waiting} waiting.")
    return WARNED if came.waiting or came.trouble else 0


COMMANDS = (alert,)
