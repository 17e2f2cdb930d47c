"""What came of a run, on stdout."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from backend.records import say_compiled, say_counts, say_spent
from backend.store.text import json_text

if TYPE_CHECKING:
    from backend.request import Report


def print_report(report: Report) -> None:
    """As a table, and in one line what it comes to."""
    from backend.outputs.console import print_table

    if report.records:
        print_table(report.records, sys.stdout)
        click.echo()
    click.echo(_summary(report, f"{report.seconds:.1f}"))


def report_text(report: Report, *, seconds: str) -> str:
    """What `print_report` prints where there is no terminal, with these words for its seconds."""
    from backend.outputs.console import table_text

    table = f"{table_text(report.records)}\n" if report.records else ""
    return f"{table}{_summary(report, seconds)}\n"


def _summary(report: Report, seconds: str) -> str:
    return (
        f"{say_counts(report.records)}; {say_compiled(report.records)} "
        f"in {seconds} s; {say_spent(report.spent, report.records)}; "
        f"sandbox: {report.sandbox}"
    )


def print_json(report: Report) -> None:
    """As one JSON document."""
    click.echo(json_text(json_document(report)), nl=False)


def json_document(report: Report) -> dict[str, object]:
    """A run as programs read it, for `json_text`."""
    counts = Counter(record.verdict.value for record in report.records)
    return {
        "run_id": report.run_id,
        "as_of": report.as_of,
        "exit_code": report.exit_code,
        "counts": dict(counts),
        "compiled": sum(record.compiled for record in report.records),
        "unchanged": sum(bool(record.unchanged_since) for record in report.records),
        "stale": sum(bool(record.stale) for record in report.records),
        "model_calls": sum(record.model_calls for record in report.records),
        "usd": round(report.spent.usd, 6),
        "saved_usd": round(report.spent.saved_usd, 6),
        "sandbox": report.sandbox,
        "seconds": round(report.seconds, 3),
        "notes": list(report.trouble),
        "records": list(report.records),
    }
