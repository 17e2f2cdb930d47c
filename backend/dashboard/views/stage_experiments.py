"""The experiments of a session: which change improved the validation score, and by how much."""

from __future__ import annotations

import streamlit as st

from backend.contracts.experiment import Experiment, ExperimentChange
from backend.dashboard.plain import facts, heading, notice, paragraph
from backend.dashboard.views import listing

_COLUMNS = (
    "experiment",
    "parent",
    "hypothesis",
    "change",
    "before",
    "after",
    "better by %",
    "outcome",
    "learnt",
    "by",
    "at",
)


def draw_experiments(made: tuple[Experiment, ...]) -> None:
    """Draw each with its scores; a filter answers which change was worth more than so much."""
    if not made:
        notice("No experiment yet. Make some with: agent experiment SESSION", "quiet")
        return
    least = st.number_input(
        "Only what improved the validation score by more than (percent)",
        min_value=0.0,
        value=None,
        step=0.5,
        placeholder="all of them",
        key="improved_by",
    )
    shown = [each for each in made if least is None or _is_better(each, least)]
    paragraph(f"{len(shown):,} of {len(made):,} experiments, by {made[0].metric}.", kind="quiet")
    if not shown:
        return
    rows = [_row(each) for each in shown]
    picked = listing.draw("experiments", _COLUMNS, rows, wide=("hypothesis", "learnt"))
    if picked is not None:
        _draw_one(shown[picked])


def _is_better(made: Experiment, least: float) -> bool:
    return made.improvement_pct is not None and made.improvement_pct > least


def _row(made: Experiment) -> tuple[object, ...]:
    better = made.improvement_pct
    return (
        made.experiment,
        made.parent,
        made.hypothesis,
        _say_change(made.change),
        round(made.before, 5),
        None if made.after is None else round(made.after, 5),
        None if better is None else round(better, 3),
        made.outcome,
        made.learnt,
        made.by,
        made.at[:19],
    )


def _say_change(change: ExperimentChange | None) -> str:
    if change is None:
        return "none of the list"
    if change.column is not None:
        return f"{change.name} {change.column}"
    return f"{change.name} = {change.params.get(change.name, '')}"


def _draw_one(made: Experiment) -> None:
    heading(f"{made.experiment}: {made.hypothesis}", level=4)
    params = {k: v for each in made.params.values() for k, v in each.items()}
    cost = made.cost
    facts(
        [
            ("built on", made.parent),
            ("trained by run", made.trained_by),
            ("params", ", ".join(f"{name} {value}" for name, value in params.items())),
            ("best model", made.best_model),
            ("seconds", f"{cost.seconds:.1f}"),
            ("steps", str(cost.steps)),
            ("US dollars", f"{cost.asked.usd:.4f}" if cost.asked.usd else ""),
            ("refused or failed with", made.code),
        ]
    )
    notice(made.learnt, "good" if made.kept else "quiet")
