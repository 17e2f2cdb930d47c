"""The closed list of changes that an experiment may make, and what is known when one is chosen.

Rules of this file: pure; a change sets parameters of one stage's check, so that a person can make
it for good by writing them into ``checks.json``; nothing brings back a column that gives the
target away, or moves a row to another part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from backend.contracts.check import Scalar, Stage
from backend.contracts.eda_report import ColumnProfile, EdaReport
from backend.contracts.errors import CheckError
from backend.contracts.experiment import ExperimentChange
from backend.contracts.prep_metadata import PrepMetadata
from backend.contracts.train_metadata import Candidate, TrainMetadata
from backend.planner.nearest import suggest
from backend.stages.knobs import CATEGORY, KNOBS
from backend.stages.train import TRIALS

Params = Mapping[Stage, Mapping[str, Scalar]]

DROP, KEEP, AS_CATEGORY, MORE_TRIALS = "drop_column", "keep_column", "column_as_category", "trials"
NUMBERS = ("numeric", "skewed")
"""Roles of columns that are read as numbers."""


class Menu(NamedTuple):
    """One change: whether it takes a column or a number, and what it does."""

    stage: Stage
    says: str
    low: float = 0
    high: float = 0
    default: float = 0
    is_whole: bool = False

    @property
    def takes_column(self) -> bool:
        """A column, and no number."""
        return self.high == 0


CHANGES: dict[str, Menu] = {
    DROP: Menu(Stage.PREP, "leave a column out"),
    KEEP: Menu(Stage.PREP, "keep a column that was left out, unless it gives the target away"),
    AS_CATEGORY: Menu(Stage.PREP, "read a column of numbers as codes"),
    **{
        each.name: Menu(
            each.stage, each.says, each.low, each.high, each.default, is_whole=each.is_whole
        )
        for each in KNOBS
    },
    MORE_TRIALS: Menu(
        Stage.TRAIN, "so many trials to tune the best family", 1, 500, TRIALS, is_whole=True
    ),
}


@dataclass(frozen=True)
class Knowledge:
    """What a hypothesis may be drawn from: no row, and nothing of the test part but its size."""

    report: EdaReport
    prepared: PrepMetadata
    trained: TrainMetadata
    """``test_metrics`` are empty."""
    params: Params
    """Of what is best so far."""
    roles: Mapping[str, str]
    """Of what is best so far."""
    best: Candidate
    """Of what is best so far."""
    tried: tuple[ExperimentChange, ...] = ()

    def profile(self, column: str) -> ColumnProfile | None:
        """What exploration knows of a column."""
        return self.report.columns_profile.get(column)

    def number(self, name: str) -> float:
        """What a number of the list is set to now."""
        menu = CHANGES[name]
        value = self.params.get(menu.stage, {}).get(name, menu.default)
        return menu.default if isinstance(value, bool | str) else float(value)


def change_of(
    name: str, knowledge: Knowledge, *, column: str | None = None, value: float | None = None
) -> ExperimentChange:
    """The change that is meant, as parameters of a check.

    Raises:
        CheckError: ``bad-change``: it is none of the list, changes nothing, was tried before,
            or would let the target through.
    """
    if name not in CHANGES:
        raise _bad(f"{name!r} is no change. {suggest(name, CHANGES, 'Changes')}")
    menu = CHANGES[name]
    params = (
        _of_column(name, knowledge, column)
        if menu.takes_column
        else {name: _number(name, menu, knowledge, value)}
    )
    change = ExperimentChange(
        name=name,
        stage=menu.stage,
        params=params,
        column=column if menu.takes_column else None,
        value=None if menu.takes_column else value,
    )
    if any(_meaning(change) == _meaning(each) for each in knowledge.tried):
        raise _bad(f"{say_change(change)} was tried already")
    return change


def say_change(change: ExperimentChange) -> str:
    """``skew_above = 0.75``, ``drop_column age``."""
    if change.column is not None:
        return f"{change.name} {change.column}"
    return f"{change.name} = {change.params[change.name]}"


def _meaning(change: ExperimentChange) -> tuple[str, str | None, float | None]:
    return change.name, change.column, change.value


def _of_column(name: str, knowledge: Knowledge, column: str | None) -> dict[str, Scalar]:
    if column is None or column not in knowledge.roles:
        cure = suggest(column or "", knowledge.roles, "Columns")
        raise _bad(f"{name} needs a feature column, and {column!r} is none. {cure}")
    if "," in column:
        raise _bad(f"{column!r} has a comma in its name, which params cannot say")
    _refuse_unfit(name, knowledge, column)
    parameter = {DROP: "drop", KEEP: "keep", AS_CATEGORY: CATEGORY}[name]
    before = str(knowledge.params.get(Stage.PREP, {}).get(parameter, ""))
    names = [each.strip() for each in before.split(",") if each.strip()]
    return {parameter: ",".join([*names, column])}


def _refuse_unfit(name: str, knowledge: Knowledge, column: str) -> None:
    role = knowledge.roles[column]
    if name == KEEP:
        return _refuse_leak(knowledge, column)
    if role == "dropped":
        raise _bad(f"{column} is left out already")
    if name == DROP and sum(each != "dropped" for each in knowledge.roles.values()) < 2:
        raise _bad(f"{column} is the only column that is left")
    if name == AS_CATEGORY and role not in NUMBERS:
        raise _bad(f"{column} is not read as numbers, but as {role}")
    return None


def _refuse_leak(knowledge: Knowledge, column: str) -> None:
    reason = knowledge.prepared.dropped.get(column, "")
    profile = knowledge.profile(column)
    is_suspect = column in knowledge.report.flags.possible_leakage
    if knowledge.roles[column] != "dropped" or not reason:
        raise _bad(f"{column} is kept already")
    if reason.startswith("leak") or is_suspect or (profile is not None and profile.leakage):
        raise _bad(f"{column} may give the target away, which no score can make good")
    if column == knowledge.prepared.split_column:
        raise _bad(f"{column} is what the rows are split by")


def _number(name: str, menu: Menu, knowledge: Knowledge, value: float | None) -> Scalar:
    if value is None or not menu.low <= value <= menu.high:
        raise _bad(f"{name} is {value}, and must be from {menu.low:g} to {menu.high:g}")
    if menu.is_whole and value != int(value):
        raise _bad(f"{name} is {value}, and must be a whole number")
    if value == knowledge.number(name):
        raise _bad(f"{name} is {value:g} already")
    return int(value) if menu.is_whole else float(value)


def _bad(fact: str) -> CheckError:
    return CheckError(f"experiment: {fact.rstrip('.')}.", code="bad-change")
