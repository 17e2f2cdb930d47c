"""Commands that turn a run into files for other people: report, annotate, split.

A run is read from its contract files; nothing is run again and the workspace stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from backend.command_line import base_dir_option, workspace_of
from backend.contracts.workspace import Workspace
from backend.records import WARNED

F = TypeVar("F", bound=Callable[..., Any])
STDOUT = "-"


def run_option(command: F) -> F:
    """Give a command the option that names a run."""
    return click.option(
        "--run", "run_id", default="", metavar="RUN_ID", help="Another run than the last."
    )(command)


def _file_option(*names: str, help_text: str) -> Callable[[F], F]:
    return click.option(*names, type=click.Path(dir_okay=False), metavar="FILE", help=help_text)


@click.command(short_help="Write a run as JUnit XML, Markdown, HTML, Excel.")
@base_dir_option
@run_option
@_file_option("--junit", help_text="JUnit XML, for a CI service.")
@_file_option("--markdown", help_text="A summary in Markdown.")
@_file_option("--html", help_text="One page with every check, which needs nothing else.")
@_file_option("--excel", help_text="A workbook with all flagged rows.")
@click.pass_context
def report(
    context: click.Context,
    base_dir: Path | None,
    run_id: str,
    junit: str | None,
    markdown: str | None,
    html: str | None,
    excel: str | None,
) -> int:
    """Write the last run (or another) for other people; - stands for stdout.

    Without any file: the Markdown summary to stdout.

    \b
    Exit codes: 0 all is written, 2 all but some flagged rows (notes tell why), 3 nothing is.
    """
    from backend.run_outputs import read_reported, write_report

    workspace = workspace_of(context, base_dir)
    wanted = {"junit": junit, "markdown": markdown, "html": html, "excel": excel}
    if not any(wanted.values()):
        wanted["markdown"] = STDOUT
    targets = {form: target for form, target in wanted.items() if target}
    for target in targets.values():
        _refuse_inside(workspace, target)
    reported = read_reported(workspace, run_id)
    _say_all(reported.trouble)
    is_whole = True
    for form, target in targets.items():
        written = write_report(workspace, reported.run, form)
        _write(target, written.data)
        _say_all(written.notes)
        is_whole &= written.is_whole
    return 0 if is_whole else WARNED


@click.command(short_help="Mark the offending cells in a copy of a workbook.")
@base_dir_option
@click.argument("book", metavar="BOOK.xlsx")
@run_option
@_file_option("-o", "--output", help_text="The copy (default: BOOK.annotated.xlsx here).")
@click.pass_context
def annotate(
    context: click.Context, base_dir: Path | None, book: str, run_id: str, output: str | None
) -> int:
    """Copy a workbook of the data folder, with every flagged cell filled and commented.

    It refuses where the workbook has changed since the run.

    \b
    Exit codes: 0 it is written (notes tell what it does not carry), 3 it is not.
    """
    from backend.flagged_of_run import annotate_copy

    workspace = workspace_of(context, base_dir)
    target = output or f"{Path(book).stem}.annotated.xlsx"
    _refuse_inside(workspace, target)
    copy = annotate_copy(workspace, book, run_id)
    _write(target, copy.data)
    _say(f"Wrote {target}: {copy.says}.")
    _say_all(copy.notes)
    return 0


@click.command(short_help="Part a table into good and flagged rows.")
@base_dir_option
@click.argument("table", metavar="TABLE")
@run_option
@_file_option("--good", help_text="Rows that no check flagged (default: TABLE.good.csv here).")
@_file_option("--bad", help_text="Flagged rows, each with its checks (default: TABLE.bad.csv).")
@click.pass_context
def split(
    context: click.Context,
    base_dir: Path | None,
    table: str,
    run_id: str,
    good: str | None,
    bad: str | None,
) -> int:
    """Part the rows of a table by what the last run flagged.

    Rows of a CSV leave byte by byte as they are in it. It refuses where the table has changed
    since the run.

    \b
    Exit codes: 0 every check judged, 2 some check gave no verdict, 3 nothing is written.
    """
    from backend.flagged_of_run import split_table

    workspace = workspace_of(context, base_dir)
    parts = split_table(workspace, table, run_id)
    targets = (
        good or f"{table}.good{parts.suffix}",
        bad or f"{table}.bad{parts.suffix}",
    )
    if targets[0] == targets[1]:
        raise click.UsageError("--good and --bad name the same file.")
    for target in targets:
        _refuse_inside(workspace, target)
    for target, data in zip(targets, (parts.good, parts.bad), strict=True):
        _write(target, data)
    _say(f"{table}: {parts.says}. Wrote {targets[0]} and {targets[1]}.")
    _say_all(parts.notes)
    return WARNED if _say_all(parts.unjudged) else 0


def _refuse_inside(workspace: Workspace, target: str) -> None:
    """In the data folder a file would be a table, and the memory belongs to the runs."""
    place = Path(target).resolve()
    for folder in (workspace.data, workspace.memory):
        if place.is_relative_to(folder.resolve()):
            fact = f"{target} lies in {folder}, which holds what runs read."
            raise click.UsageError(f"{fact} Name a file somewhere else.")


def _write(target: str, content: bytes) -> None:
    from backend.store.atomic import write_atomic

    if target == STDOUT:
        click.echo(content, nl=False)
        return
    write_atomic(Path(target), content)


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)


def _say_all(sentences: Sequence[str]) -> int:
    for sentence in sentences:
        _say(f"note: {sentence}")
    return len(sentences)


COMMANDS = (report, annotate, split)
