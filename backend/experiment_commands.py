"""Commands over experiments: make some, and ask what they came to.

Results go to stdout; each command imports what it needs when it runs.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backend.command_line import base_dir_option, workspace_of

if TYPE_CHECKING:
    from backend.contracts.experiment import Experiment

_PERCENT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*%?\s*")


def _percent(context: click.Context, option: click.Parameter, value: str | None) -> float | None:
    found = _PERCENT.fullmatch(value) if value is not None else None
    if value is not None and found is None:
        raise click.BadParameter(f"{value!r} is no percentage. Write it as 2%.")
    return float(found[1]) if found else None


@click.command(short_help="Try small changes on a trained session, and keep what helps.")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.option(
    "--most",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    metavar="N",
    help="At most so many experiments.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(1, 86_400),
    default=900.0,
    show_default=True,
    help="Begin no experiment after so long; one that runs then is ended.",
)
@click.option("--offline", is_flag=True, help="Think by the built-in list, also with a key.")
@click.option("--unsafe-no-sandbox", "unsafe", is_flag=True, help="As for a run.")
@click.pass_context
def experiment(
    context: click.Context,
    base_dir: Path | None,
    name: str,
    most: int,
    seconds: float,
    offline: bool,
    unsafe: bool,
) -> int:
    """Try changes one by one: think, change one thing, train, compare on validation, keep or drop.

    Nothing of the session is replaced and the test part is not touched. What is kept is printed as
    params for checks.json; the next run then prepares, trains and judges with them.
    """
    from backend.experimenting import make_experiments
    from backend.stages.experiment_loop import Bounds
    from backend.store.settings_file import read_settings
    from backend.toolbox import open_toolbox

    workspace = workspace_of(context, base_dir)
    settings = read_settings(workspace)
    toolbox = open_toolbox(offline=offline, unsafe=unsafe, settings=settings)
    bounds = Bounds(most, seconds)
    made = make_experiments(workspace, name, toolbox, settings, bounds, _print)
    for sentence in made.trouble:
        click.echo(f"note: {sentence}", err=True)
    click.echo(made.ended.why)
    for check_id, params in made.adopt.items():
        click.echo(f"To keep what helped, set in params of {check_id}: {_as_json(params)}")
    if not made.adopt:
        click.echo("No change helped; the session stays as it is the best that is known.")
    return 0


@click.command(short_help="What the experiments of a session came to.")
@base_dir_option
@click.argument("name", metavar="SESSION")
@click.option(
    "--improved-by",
    callback=_percent,
    metavar="PERCENT",
    help="Only those that improved the validation score by more than this: 2%.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_context
def experiments(
    context: click.Context,
    base_dir: Path | None,
    name: str,
    improved_by: float | None,
    as_json: bool,
) -> int:
    """Print the experiments of a session: thought, change, score before and after, learnt, cost."""
    from backend.experimenting import find_experiments
    from backend.stages.experiment_record import improved_by as improving

    found = find_experiments(workspace_of(context, base_dir), name)
    if improved_by is not None:
        found = tuple(improving(found, improved_by))
    if as_json:
        click.echo(_as_json([each.model_dump(mode="json") for each in found], indent=2))
        return 0
    for made in found:
        _print(made)
    if not found:
        which = "yet" if improved_by is None else f"that improved by more than {improved_by:g}%"
        click.echo(f"{name}: no experiment {which}.")
    return 0


def _print(made: Experiment) -> None:
    from backend.experimenting import say_experiment

    for line in say_experiment(made):
        click.echo(line)


def _as_json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


COMMANDS = (experiment, experiments)
