"""Commands for authors of checks: explain, lint, suggest, import. None of them saves anything.

Results go to stdout, remarks to stderr; each command imports what it needs when it runs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backend.command_line import base_dir_option, workspace_of
from backend.records import BROKEN

if TYPE_CHECKING:
    from backend.importing import Entry

WARNED = 2


@click.command(short_help="Show how a check, or a sentence, is understood.")
@base_dir_option
@click.argument("check_id", metavar="[CHK]", required=False)
@click.option("--sentence", metavar="TEXT", help="A sentence that is not written down yet.")
@click.option("--tables", metavar="A,B", help="The tables that the sentence is about.")
@click.pass_context
def explain(
    context: click.Context,
    base_dir: Path | None,
    check_id: str | None,
    sentence: str | None,
    tables: str | None,
) -> int:
    """Show a check's sentence, how it was understood, its program and its last verdict.

    With --sentence and --tables: show how a sentence is read, and save nothing.
    """
    workspace = workspace_of(context, base_dir)
    if (sentence is None) == (check_id is None):
        raise click.UsageError("Name a check, or give --sentence with --tables.")
    if sentence is None:
        from backend.describe import say_check

        click.echo("\n".join(say_check(workspace, check_id or "")))
        return 0
    if not tables:
        raise click.UsageError("Say with --tables which tables the sentence is about.")
    from backend.explaining import explain_sentence

    named = [name.strip() for name in tables.split(",") if name.strip()]
    told = explain_sentence(workspace, sentence, named)
    click.echo("\n".join(told.lines))
    return 0 if told.is_understood else BROKEN


@click.command(short_help="Warn about checks that repeat, contradict or can never fail.")
@base_dir_option
@click.pass_context
def lint(context: click.Context, base_dir: Path | None) -> int:
    """Warn about checks that repeat or contradict others, can never fail, or do not compile.

    \b
    Exit codes: 0 nothing to say, 2 warnings, 3 some check does not compile.
    """
    from backend.lint import lint as find

    findings = find(workspace_of(context, base_dir))
    for finding in findings:
        click.echo(str(finding))
    if any(finding.is_broken for finding in findings):
        return BROKEN
    return WARNED if findings else 0


@click.command(short_help="Propose checks for a table from its data.")
@base_dir_option
@click.argument("table", metavar="TABLE")
@click.option("--json", "as_json", is_flag=True, help="Entries to paste into checks.json.")
@click.option("--limit", type=click.IntRange(min=1), default=40, show_default=True, metavar="N")
@click.option(
    "--unsafe-no-sandbox",
    "unsafe",
    is_flag=True,
    help="Run programs even where this machine cannot isolate them.",
)
@click.pass_context
def suggest(
    context: click.Context,
    base_dir: Path | None,
    table: str,
    as_json: bool,
    limit: int,
    unsafe: bool,
) -> int:
    """Propose checks in English from a table's data, each with the rows that it would flag today.

    Those that nearly all rows keep come first. Checks that are there already are left out.
    """
    from backend.importing import entry_of
    from backend.suggesting import say_suggestions, suggest_checks
    from backend.toolbox import open_toolbox

    context.meta["as_json"] = as_json
    toolbox = open_toolbox(offline=True, unsafe=unsafe)
    found = suggest_checks(workspace_of(context, base_dir), table, toolbox)
    if as_json:
        _print_entries([entry_of(each.check) for each in found[:limit]])
    else:
        click.echo("\n".join(say_suggestions(table, found, limit)))
    return 0


@click.command("import", short_help="Turn rules of other tools into checks.")
@base_dir_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option(
    "--format",
    "wanted",
    type=click.Choice(["gx", "soda", "dbt"]),
    help="Which tool wrote the file (default: what it looks like).",
)
@click.option(
    "--table",
    default="",
    metavar="NAME",
    help="The table of a Great Expectations suite; of other files, only this table's rules.",
)
@click.pass_context
def import_(
    context: click.Context, base_dir: Path | None, file: Path, wanted: str | None, table: str
) -> int:
    """Print rules of Great Expectations, SodaCL or dbt as entries for checks.json.

    A rule is imported if a sentence compiles to its very meaning on the tables of the workspace;
    the report on stderr says which were, and why others were not.

    \b
    Exit codes: 0 all were imported and verified, 2 some were not, 3 the file cannot be read.
    """
    from backend.importing import import_file, say_counts

    imported = import_file(workspace_of(context, base_dir), file, wanted=wanted, table=table)
    _print_entries(imported.entries)
    for line in (*imported.report, say_counts(imported)):
        click.echo(line, err=True)
    return WARNED if imported.left_out or imported.unverified else 0


def _print_entries(entries: list[Entry]) -> None:
    click.echo(json.dumps(entries, indent=2, ensure_ascii=False))


COMMANDS = (explain, lint, suggest, import_)
