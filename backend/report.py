"""What came of a run, on stdout."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from backend.records import say_compiled, say_counts, say_spent

if TYPE_CHECKING:
    from backend.request import Report


def print_report(report: Report) -> None:
    """As a table, and in one line what it comes to."""
    from backend.outputs.console import print_table

    if report.records:
        print_table(report.records, sys.stdout)
        click.echo()
    click.echo(
        f"{say_counts(report.records)}; {say_compiled(report.records)} "
        f"in {report.seconds:.1f} s; {say_spent(report.spent, report.records)}; "
        f"sandbox: {report.sandbox}"
    )


def print_json(report: Report) -> None:
    """As one JSON document."""
    counts = Counter(record.verdict.value for record in report.records)
    document = {
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
        "records": [record.model_dump(mode="json") for record in report.records],
    }
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))
