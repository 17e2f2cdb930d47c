"""Hypotheses without a model: an ordered list, each with a reason from what is on record.

Rules of this file: pure; the reason names the fact that it is drawn from; what the list has no
cause for is not proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backend.contracts.eda_report import NumericSummary
from backend.contracts.errors import CheckError
from backend.contracts.experiment import ExperimentChange
from backend.stages.experiment_changes import (
    AS_CATEGORY,
    DROP,
    MORE_TRIALS,
    NUMBERS,
    Knowledge,
    change_of,
)

POLICY = "policy"
MILD_SKEW, MOST_ONE_HOT, MILD_IMBALANCE = 0.75, 40, 1.2
FEW_CODES, MANY_WORDS, MOST_MISSING_PCT = 10, 100, 40.0
LITTLE_IMPORTANCE = 0.01
MOST_TRIED = 2
"""Columns that each hypothesis about columns is tried on."""


class Proposal(NamedTuple):
    """What is thought, and the change that will show it."""

    hypothesis: str
    change: ExperimentChange


class _Idea(NamedTuple):
    hypothesis: str
    name: str
    column: str | None = None
    value: float | None = None


class Policy:
    """Proposes the first idea of the list that was not tried and can be done."""

    by = POLICY

    def propose(self, knowledge: Knowledge) -> Proposal | None:
        """The next hypothesis; None where there is none left."""
        for idea in _ideas(knowledge):
            try:
                change = change_of(idea.name, knowledge, column=idea.column, value=idea.value)
            except CheckError:  # it is made already, was tried, or does not fit
                continue
            return Proposal(idea.hypothesis, change)
        return None


def _ideas(knowledge: Knowledge) -> Iterator[_Idea]:
    yield from _unskew(knowledge)
    yield from _encode(knowledge)
    yield from _balance(knowledge)
    yield from _read_codes(knowledge)
    yield from _read_words(knowledge)
    yield from _drop_suspects(knowledge)
    yield from _drop_useless(knowledge)
    yield from _search_longer(knowledge)


def _unskew(knowledge: Knowledge) -> Iterator[_Idea]:
    found = []
    for name, role in knowledge.roles.items():
        profile = knowledge.profile(name)
        if role == "numeric" and profile and isinstance(profile.summary, NumericSummary):
            skew = profile.summary.skew
            if skew is not None and abs(skew) > MILD_SKEW:
                found.append(f"{name} ({skew:.1f})")
    if found:
        why = f"Exploration finds skew in {_join(found)}; made even, they may tell more."
        yield _Idea(why, "skew_above", value=MILD_SKEW)


def _encode(knowledge: Knowledge) -> Iterator[_Idea]:
    found = {
        name: profile.unique
        for name, role in knowledge.roles.items()
        if role in ("target_encoded", "ordinal") and (profile := knowledge.profile(name))
    }
    found = {name: unique for name, unique in found.items() if unique <= MOST_ONE_HOT}
    if found:
        told = _join([f"{name} ({unique} values)" for name, unique in found.items()])
        why = f"{told} may tell more as a column for each value than as one number."
        yield _Idea(why, "one_hot_below", value=max(found.values()) + 2)


def _balance(knowledge: Knowledge) -> Iterator[_Idea]:
    ratio = knowledge.trained.imbalance_ratio
    if MILD_IMBALANCE < ratio < knowledge.number("imbalance_from"):
        why = (
            f"The largest class has {ratio:.2f} rows for one of the smallest, and neither class "
            "weights nor SMOTE were tried."
        )
        yield _Idea(why, "imbalance_from", value=MILD_IMBALANCE)


def _read_codes(knowledge: Knowledge) -> Iterator[_Idea]:
    for name in _by_importance(knowledge)[: MOST_TRIED * 5]:
        profile = knowledge.profile(name)
        if (
            profile is not None
            and knowledge.roles.get(name) in NUMBERS
            and isinstance(profile.summary, NumericSummary)
            and 2 < len(profile.summary.value_counts) <= FEW_CODES
        ):
            why = f"{name} has {profile.unique} different numbers: it may be a code."
            yield _Idea(why, AS_CATEGORY, column=name)


def _read_words(knowledge: Knowledge) -> Iterator[_Idea]:
    texts = [name for name, role in knowledge.roles.items() if role == "words"]
    if texts:
        why = f"{_join(texts)} is free text, of which {knowledge.number('most_words'):g} words "
        yield _Idea(f"{why}are read; more may tell more.", "most_words", value=MANY_WORDS)


def _drop_suspects(knowledge: Knowledge) -> Iterator[_Idea]:
    share = knowledge.trained.column_importance
    for pair in knowledge.report.correlations.feature_feature_highcorr[:MOST_TRIED]:
        less = min((pair.f1, pair.f2), key=lambda name: (share.get(name, 0.0), name))
        other = pair.f2 if less == pair.f1 else pair.f1
        why = f"{less} says nearly what {other} says, and the model leans on it less."
        yield _Idea(why, DROP, column=less)
    for name in knowledge.report.flags.high_missing[:MOST_TRIED]:
        yield _Idea(f"{name} is mostly missing: it may be noise.", DROP, column=name)
    for name in knowledge.report.flags.suspicious_names[:MOST_TRIED]:
        yield _Idea(f"The name of {name} is one of bookkeeping.", DROP, column=name)


def _drop_useless(knowledge: Knowledge) -> Iterator[_Idea]:
    share = knowledge.trained.column_importance
    useless = [
        name for name in reversed(_by_importance(knowledge)) if share[name] < LITTLE_IMPORTANCE
    ]
    for name in useless[:MOST_TRIED]:
        why = f"The model leans on {name} with {share[name]:.1%} alone: without it there is less "
        yield _Idea(f"{why}noise.", DROP, column=name)


def _search_longer(knowledge: Knowledge) -> Iterator[_Idea]:
    params = knowledge.best.params
    trees, most = params.get("n_estimators", params.get("max_iter")), knowledge.number("most_trees")
    if isinstance(trees, int) and trees >= 0.9 * most:
        why = f"The search chose {trees} trees, close to its bound."
        yield _Idea(why, "most_trees", value=min(5000, 2 * most))
    trials = max(knowledge.number(MORE_TRIALS), knowledge.trained.tuning_trials)
    if not knowledge.trained.tuning_stopped_by_time:
        why = f"The search ended after {trials:g} trials; more may find better parameters."
        yield _Idea(why, MORE_TRIALS, value=min(500, 2 * trials))


def _by_importance(knowledge: Knowledge) -> list[str]:
    """Columns that are features, the one that the model leans on most first."""
    share = knowledge.trained.column_importance
    used = [n for n in share if knowledge.roles.get(n, "dropped") != "dropped"]
    return sorted(used, key=lambda name: (-share[name], name))


def _join(names: list[str]) -> str:
    shown = names[:3]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(shown) + more
