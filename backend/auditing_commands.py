"""Commands for auditors and operators: diff, approve, verify.

Results go to stdout; each command imports what it needs when it runs.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from backend.command_line import as_of_option, base_dir_option, workspace_of
from backend.records import FAILED, WARNED


@click.command(short_help="Show two versions of a check side by side.")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.option("--from", "old", default="", metavar="HASH", help="The older program's hash.")
@click.option("--to", "new", default="", metavar="HASH", help="The newer program's hash.")
@as_of_option
@click.option("--unsafe-no-sandbox", "unsafe", is_flag=True, help="Run programs unisolated.")
@click.pass_context
def diff(
    context: click.Context,
    base_dir: Path | None,
    check_id: str,
    old: str,
    new: str,
    as_of: str,
    unsafe: bool,
) -> int:
    """Show what changed between two versions of a check: sentence, meaning, program, rows.

    Without hashes: its last two. Both programs run over the tables of today.
    """
    from backend.comparing import say_difference
    from backend.toolbox import open_toolbox

    workspace, toolbox = workspace_of(context, base_dir), open_toolbox(offline=True, unsafe=unsafe)
    for line in say_difference(workspace, check_id, toolbox, wanted=(old, new), as_of=as_of):
        click.echo(line)
    return 0


@click.command(short_help="Let a changed program judge.")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.option("--by", required=True, metavar="NAME", help="Who approves.")
@click.option("--why", default="", metavar="TEXT", help="Kept beside the approval.")
@click.pass_context
def approve(context: click.Context, base_dir: Path | None, check_id: str, by: str, why: str) -> int:
    """Put on record that NAME approves the check's waiting program; the next run uses it."""
    from backend.approving import approve as put_on_record

    approval = put_on_record(workspace_of(context, base_dir), check_id, by=by, why=why)
    click.echo(f"{check_id}: {approval.program} approved by {approval.by}. The next run uses it.")
    return 0


@click.command(short_help="Repeat a run and compare the rows.")
@base_dir_option
@click.argument("run_id", metavar="RUN_ID")
@click.option("--unsafe-no-sandbox", "unsafe", is_flag=True, help="Run programs unisolated.")
@click.pass_context
def verify(context: click.Context, base_dir: Path | None, run_id: str, unsafe: bool) -> int:
    """Run the programs of a run again, as they were, and say whether the same rows come out.

    \b
    Exit codes: 0 all the same, 1 some differ, 2 some could not be repeated.
    """
    from backend.toolbox import open_toolbox
    from backend.verifying import Repeat, verify_run

    toolbox = open_toolbox(offline=True, unsafe=unsafe)
    repeated = verify_run(workspace_of(context, base_dir), run_id, toolbox)
    for each in repeated:
        click.echo(f"{each.check_id}  {each.came}: {each.detail}")
    counts = Counter(each.came for each in repeated)
    click.echo(f"{len(repeated)} checks: {', '.join(f'{counts[c]} {c}' for c in Repeat)}")
    if counts[Repeat.DIFFERS]:
        return FAILED
    return WARNED if counts[Repeat.NOT_REPEATED] else 0


@click.group(short_help="What was asked of models, what they answered, what would be sent.")
def audit() -> None:
    """The prompt log: every model call and every compile, each with the hash of the one before."""


@audit.command("verify")
@base_dir_option
@click.pass_context
def verify_log(context: click.Context, base_dir: Path | None) -> int:
    """Prove that no record was changed, dropped or moved, and tie each program to its compile.

    \b
    Exit codes: 0 all is accounted for, 1 the log is broken, 2 a program is not on record.
    """
    from backend.auditing import audit as look

    found = look(workspace_of(context, base_dir))
    click.echo("\n".join(found.lines))
    if not found.is_whole:
        return FAILED
    return 0 if found.is_accounted else WARNED


@audit.command("show")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.pass_context
def show_records(context: click.Context, base_dir: Path | None, check_id: str) -> int:
    """Print every compile and model call of a check, with prompts and answers."""
    from backend.auditing import say_records

    for line in say_records(workspace_of(context, base_dir), check_id):
        click.echo(line)
    return 0


@audit.command("preview")
@base_dir_option
@click.argument("check_id", metavar="CHK")
@click.pass_context
def preview_request(context: click.Context, base_dir: Path | None, check_id: str) -> int:
    """Print exactly what would be sent to a model for a check. Sends nothing."""
    from backend.auditing import say_preview

    click.echo(say_preview(workspace_of(context, base_dir), check_id))
    return 0


COMMANDS = (diff, approve, verify, audit)
