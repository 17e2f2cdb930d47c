"""Where a session stands, and what each of its stages came to."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

import streamlit as st
from pydantic import JsonValue

from backend.contracts.stage_session import MarkState, StageMark, StageSession
from backend.dashboard.plain import escape, facts, notice, paragraph, table
from backend.dashboard.snapshot_sessions import STAGES
from backend.dashboard.views.moments import duration, minute
from backend.dashboard.views.verdicts import label

_LONGEST = 200
"""Characters of one value."""
_MOST = 60
"""Values of one stage."""
NAMES = {"eda": "Exploration", "prep": "Preparation", "train": "Training"}


def draw_walk(walk: StageSession | None, left: Collection[str]) -> None:
    """Draw the session's state, and how far each stage is; ``left`` are those with files."""
    steps = []
    for stage in STAGES:
        mark = walk.stages.get(stage) if walk else None
        without = "left files" if stage.value in left else "has not run"
        steps.append(_step(stage.value, mark, without))
    st.html(f'<ol class="pa-walk">{"".join(steps)}</ol>')
    if walk is None:
        return
    facts([("state", walk.state.value), ("table", walk.table), ("since", minute(walk.created_at))])
    if walk.changes and walk.changes[-1].why:
        notice(walk.changes[-1].why, "error")


def draw_going(walk: StageSession | None) -> None:
    """Draw which stage is at work, and for how long."""
    marks = walk.stages.values() if walk else ()
    for mark in marks:
        if mark.state is MarkState.RUNNING:
            facts(
                [
                    ("now", NAMES[mark.stage.value]),
                    ("check", mark.check_id),
                    ("run", mark.run_id),
                    ("for", _since(mark.started_at)),
                ]
            )


def _step(stage: str, mark: StageMark | None, without: str) -> str:
    state = mark.state.value if mark else without
    verdict = mark.verdict.value if mark and mark.verdict else "NONE"
    kind = "WARN" if mark and mark.state is MarkState.RUNNING else verdict
    took = f", {duration(mark.seconds)}" if mark and mark.ended_at else ""
    says = f" {label(mark.verdict.value)}" if mark and mark.verdict else ""
    return (
        f'<li class="pa-tile pa-{escape(kind)}"><span>{escape(NAMES[stage])}</span>'
        f"<b>{escape(state)}</b><small>{escape((says + took).strip(' ,'))}</small></li>"
    )


def _since(at: str) -> str:
    try:
        begun = datetime.fromisoformat(at)
        return duration(max(0.0, (datetime.now(UTC) - begun).total_seconds()))
    except (ValueError, TypeError):
        return ""


def draw_mark(walk: StageSession | None, stage: str) -> None:
    """Draw what one stage came to: its verdict in a sentence, its reasons, its numbers."""
    marks = {each.value: mark for each, mark in walk.stages.items()} if walk else {}
    mark = marks.get(stage)
    if mark is None:
        return
    if mark.state is MarkState.RUNNING:
        notice("It is running; files that stand here are those of the run before.", "info")
    if mark.summary:
        paragraph(f"{mark.verdict}: {mark.summary}")
    for failure in mark.failures:
        notice(failure, "error")
    for warning in mark.warnings:
        notice(warning, "warning")
    uses = str(mark.test_uses) if mark.test_uses else ""
    uses += " (not again: the same model)" if mark.test_reused else ""
    facts([("check", mark.check_id), ("run", mark.run_id), ("test rows judged", uses)])
    scores = {name: each for name, each in mark.values.items() if _are_scores(each)}
    facts([*_spelled({k: v for k, v in mark.values.items() if k not in scores})][:_MOST])
    _draw_scores(scores)


def _are_scores(value: JsonValue) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    return all(isinstance(each, int | float) for each in value.values())


def _draw_scores(scores: Mapping[str, JsonValue]) -> None:
    """Numbers by name, a row for each of those that they are of."""
    rows = {name: each for name, each in scores.items() if isinstance(each, dict)}
    if not rows:
        return
    names = [*dict.fromkeys(metric for each in rows.values() for metric in each)][:_MOST]
    cells = [
        [name.removesuffix("_metrics"), *(_short(each.get(metric)) for metric in names)]
        for name, each in rows.items()
    ]
    st.html(table(["", *names], cells))


def _short(value: JsonValue) -> str | None:
    return f"{value:.4f}" if isinstance(value, float) else None if value is None else str(value)


def _spelled(values: Mapping[str, JsonValue], before: str = "") -> Iterator[tuple[str, str]]:
    """Names and values in words; what is inside of one comes with its name before."""
    for name, value in values.items():
        if isinstance(value, dict) and not before:
            yield from _spelled(value, f"{name} ")
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            text = ", ".join(map(str, value))
        if isinstance(value, float):
            text = f"{value:.6g}"
        yield before + name, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
