"""What an experiment came to, in numbers and in one sentence.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backend.contracts.errors import AgentError
from backend.contracts.experiment import Experiment, ExperimentChange
from backend.contracts.model import Spent
from backend.stages.experiment_changes import say_change
from backend.stages.experiment_policy import Proposal
from backend.stages.train_report import LESS_IS_BETTER

LEAST_GAIN = 0.001
"""What is kept is better by more than this share of the score before; less is chance."""


def gain(metric: str, before: float, after: float) -> float:
    """By how much the score is better; below 0 it is worse."""
    return before - after if metric in LESS_IS_BETTER else after - before


def improvement(metric: str, before: float, after: float) -> float | None:
    """How much better, in percent of the score before; None where that is 0."""
    return None if before == 0 else 100 * gain(metric, before, after) / abs(before)


def is_better(metric: str, before: float, after: float | None) -> bool:
    """Whether it is better by more than chance makes it."""
    return after is not None and gain(metric, before, after) > LEAST_GAIN * abs(before)


def learn(change: ExperimentChange, metric: str, before: float, after: float | None) -> str:
    """What the scores before and after tell of a change."""
    told = say_change(change)
    if after is None:
        return f"With {told}, {metric} is not defined on validation."
    if after == before:
        return f"{told} changes nothing: {metric} stays {after:.4f} on validation."
    how = "better" if gain(metric, before, after) > 0 else "worse"
    pct = improvement(metric, before, after)
    share = "" if pct is None else f" ({pct:+.2f}%)"
    told = f"{told} makes {metric} {how} on validation: {before:.4f} to {after:.4f}{share}"
    is_little = how == "better" and not is_better(metric, before, after)
    return f"{told}, which is too little to keep." if is_little else f"{told}."


def refused(error: AgentError) -> dict[str, object]:
    """A proposal that is no change of the list, as fields of the record."""
    return {
        "hypothesis": "",
        "change": None,
        "outcome": "refused",
        "learnt": str(error),
        "code": error.code,
    }


def failed(proposal: Proposal, error: AgentError) -> dict[str, object]:
    """A change with which nothing could be trained, as fields of the record."""
    return {
        "hypothesis": proposal.hypothesis,
        "change": proposal.change,
        "outcome": "failed",
        "learnt": f"With {say_change(proposal.change)} nothing could be trained: {error}",
        "code": error.code,
    }


def difference(after: Spent, before: Spent) -> Spent:
    """What was spent between two moments."""
    usage = {
        name: getattr(after.usage, name) - getattr(before.usage, name)
        for name in type(after.usage).model_fields
    }
    return Spent.model_validate(
        {
            "calls": after.calls - before.calls,
            "usage": usage,
            "usd": round(after.usd - before.usd, 9),
            "saved_usd": round(after.saved_usd - before.saved_usd, 9),
        }
    )


def improved_by(experiments: Iterable[Experiment], more_than: float) -> Iterator[Experiment]:
    """Those whose change improved the score by more than so many percent, kept or not."""
    for each in experiments:
        if each.improvement_pct is not None and each.improvement_pct > more_than:
            yield each
