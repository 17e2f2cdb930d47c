"""The command that makes room: clean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backend.command_line import base_dir_option, workspace_of

if TYPE_CHECKING:
    from backend.cleaning import Old

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command(short_help="Delete what has had its time, as settings.toml has it.")
@base_dir_option
@click.option("--dry-run", is_flag=True, help="Only list what would go, how old and how large.")
@click.option(
    "--audit-before",
    "before",
    type=_DAY,
    metavar="DATE",
    help="Put the audit records before this day into a sealed file; needs --by and --why.",
)
@click.option("--by", default="", metavar="NAME", help="Who puts audit records aside.")
@click.option("--why", default="", metavar="TEXT", help="Why; kept in the audit log.")
@click.pass_context
def clean(
    context: click.Context,
    base_dir: Path | None,
    dry_run: bool,
    before: datetime | None,
    by: str,
    why: str,
) -> int:
    """Delete old artifacts, tables, events and programs, as [retention] in settings.toml has it.

    What the newest verdict of a check needs stays, however old it is. The runs log loses no line.
    Audit records are never deleted; --audit-before puts old ones into a sealed file of their own,
    over which agent audit verify still holds.
    """
    from backend.cleaning import clean as delete
    from backend.cleaning import find_old, say_old_prompts

    workspace = workspace_of(context, base_dir)
    if before is not None:
        click.echo(_put_aside(workspace.base, before.date(), by, why, dry_run=dry_run))
        return 0
    old = find_old(workspace) if dry_run else delete(workspace)
    click.echo("\n".join(_say(old, workspace.memory, dry_run=dry_run)))
    if told := say_old_prompts(workspace):
        click.echo(told)
    return 0


def _put_aside(base: Path, before: date, by: str, why: str, *, dry_run: bool) -> str:
    from backend.cleaning import put_prompts_aside
    from backend.contracts.workspace import Workspace
    from backend.store.prompt_archive import count_old_prompts

    workspace = Workspace(base)
    if dry_run:
        number = count_old_prompts(workspace, before)
        return f"{number:,} audit records are before {before} and would be put aside."
    archived = put_prompts_aside(workspace, before, by=by, why=why)
    if archived is None:
        return f"No audit record is before {before}; nothing was put aside."
    name = archived.path.relative_to(workspace.memory)
    return f"{archived.records:,} audit records are in {name} now, up to {archived.head}."


def _say(old: Sequence[Old], memory: Path, *, dry_run: bool) -> list[str]:
    if not old:
        return [
            "Nothing has had its time. [retention] in settings.toml says what may go, and when."
        ]
    now = datetime.now(UTC)
    lines = [
        f"{each.kind:<9}  {(now - each.at).days:>5} days  {_say_size(each.size):>9}  "
        f"{each.path.relative_to(memory)}"
        for each in old
    ]
    total = _say_size(sum(each.size for each in old))
    word = "would go" if dry_run else "are gone"
    return [*lines, f"{len(old):,} of them {word}, {total} together."]


def _say_size(size: int) -> str:
    for unit, worth in (("GB", 2**30), ("MB", 2**20), ("KB", 2**10)):
        if size >= worth:
            return f"{size / worth:.1f} {unit}"
    return f"{size} B"


COMMANDS = (clean,)
