"""Commands about waivers: waive, waivers.

Results go to stdout; each command imports what it needs when it runs.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from backend.command_line import base_dir_option, workspace_of


@click.command(short_help="Let a check's FAIL count as a warning until a day.")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The last day on which it holds, as YYYY-MM-DD.",
)
@click.option("--withdraw", is_flag=True, help="End the waiver that is in force.")
@click.option("--why", required=True, metavar="TEXT", help="Kept on record, and shown.")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.pass_context
def waive(
    context: click.Context,
    base_dir: Path | None,
    check_id: str,
    until: datetime | None,
    withdraw: bool,
    why: str,
    by: str,
) -> int:
    """Put on record that NAME lets the check's FAIL count as a warning up to and with DATE.

    The check runs on, and its flagged rows stay in every report, marked as waived.
    """
    from backend import waiving

    workspace = workspace_of(context, base_dir)
    if withdraw == (until is not None):
        raise click.UsageError("Give either --until DATE or --withdraw.")
    if until is None:
        waiving.withdraw(workspace, check_id, by=by, why=why)
        click.echo(f"{check_id}: its waiver is withdrawn by {by}. The next run counts its FAIL.")
        return 0
    waiver = waiving.waive(workspace, check_id, until=until.date(), by=by, why=why)
    click.echo(f"{check_id}: its FAIL is waived until {waiver.until} by {waiver.by}.")
    return 0


@click.command()
@base_dir_option
@click.pass_context
def waivers(context: click.Context, base_dir: Path | None) -> int:
    """List every waiver that was given, and what it is worth today. Changes nothing."""
    from backend.waiving import say_waivers

    for line in say_waivers(workspace_of(context, base_dir), date.today()):
        click.echo(line)
    return 0


COMMANDS = (waive, waivers)
