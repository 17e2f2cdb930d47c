"""Options of a run that nobody watches, for cron, a timer or a CI service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_SECONDS = click.FloatRange(min=0)


def unattended_options(command: F) -> F:
    """Give a command ``no_compile``, ``changed_only``, ``wait`` and ``max_seconds``."""
    options = (
        click.option(
            "--no-compile",
            is_flag=True,
            help="Compile nothing and ask no model: what is stale is judged by its last program.",
        ),
        click.option(
            "--changed-only",
            is_flag=True,
            help="Let checks whose program and tables are unchanged keep their verdict.",
        ),
        click.option(
            "--wait",
            type=_SECONDS,
            default=0.0,
            metavar="SECONDS",
            help="Wait so long for another run that holds the workspace (default: not at all).",
        ),
        click.option(
            "--max-seconds",
            type=_SECONDS,
            metavar="SECONDS",
            help="Begin no further check after so long; those are SKIPPED, which is a warning.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def refuse_contradictions(*, batch: bool, no_compile: bool) -> None:
    """Refuse what cannot be meant together.

    Raises:
        click.UsageError: a batch is for compiles, and none is to be made.
    """
    if batch and no_compile:
        raise click.UsageError("--batch asks a model, --no-compile forbids it. Leave one out.")
