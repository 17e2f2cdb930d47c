"""Sentences about tiny tables, read by the offline planner and run for real."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from _pytest.mark.structures import ParameterSet

from backend.contracts.check import Check, Scalar
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.rules.catalog import draft_page, facts_from, read_rule
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.snapshot import snapshot_tables

Rows = tuple[tuple[object, ...], ...]
Group = tuple[str, str, list[str]]
"""A name, the labels to flag, and sentences that all mean it."""


def each(groups: list[Group]) -> list[ParameterSet]:
    """One case for every sentence."""
    return [
        pytest.param(sentence, flagged, id=f"{name}-{number}")
        for name, flagged, sentences in groups
        for number, sentence in enumerate(sentences, 1)
    ]


def each_of(flagged: dict[str, list[Group]]) -> list[ParameterSet]:
    """One case for every sentence about some tables, whose names come first."""
    return [
        pytest.param(names, *case.values, id=f"{names.replace(' ', '-')}-{case.id}")
        for names, groups in flagged.items()
        for case in each(groups)
    ]


Read = tuple[str, str, str]
"""A domain, the labels of the rows to flag, and a sentence."""


def read(cases: list[Read]) -> list[ParameterSet]:
    """One case for every sentence of every domain."""
    return [
        pytest.param(domain, flagged, sentence, id=sentence) for domain, flagged, sentence in cases
    ]


class Answer(NamedTuple):
    """What came of a sentence: the labels of the flagged rows, or a code and a reason."""

    flagged: str
    """The first cells of the flagged rows, or the number of failing groups or metrics."""
    code: str = ""
    reason: str = ""
    plan: Plan | None = None


class Tables:
    """Tables on disk; the first column of each labels its rows."""

    def __init__(self, folder: Path, tables: dict[str, Rows]) -> None:
        self._workspace = Workspace(folder)
        self._workspace.data.mkdir(parents=True)
        for name, rows in tables.items():
            frame = pd.DataFrame(rows[1:], columns=list(rows[0]), dtype=object)
            frame.to_csv(self._workspace.data / f"{name}.csv", index=False)
        self._schema = snapshot_tables(self._workspace, Schema())

    def plan(self, sentence: str, *tables: str, params: dict[str, Scalar] | None = None) -> Plan:
        """The plan of a check of this sentence."""
        return OfflinePlanner().plan(self._check(sentence, tables, params), self._schema)

    def answer(
        self,
        sentence: str,
        *tables: str,
        params: dict[str, Scalar] | None = None,
        as_of: str = "2024-07-01",
        tells_cure: bool = True,
    ) -> Answer:
        """The sentence planned, written and run; or why it is declined."""
        check = self._check(sentence, tables, params)
        try:
            plan = OfflinePlanner(tells_cure=tells_cure).plan(check, self._schema)
        except PlanError as declined:
            return Answer("", declined.code, str(declined))
        return Answer(self._flagged(check, plan, as_of), plan=plan)

    def _check(
        self, sentence: str, tables: tuple[str, ...], params: dict[str, Scalar] | None
    ) -> Check:
        wanted = tables or tuple(self._schema.tables)
        return Check(
            check_id="C-1",
            check_name="a rule",
            target_table=wanted,
            calculation_hint=sentence,
            params=params or {},
        )

    def _flagged(self, check: Check, plan: Plan, as_of: str) -> str:
        page: dict[str, object] = {}
        rule, facts = read_rule(plan.rule), facts_from(plan.columns_read)
        exec(draft_page(rule, facts, title=check.calculation_hint), page)
        frames = {name: self._frame(name) for name in plan.tables}
        given = {**check.params, "as_of": as_of}
        named = {name: given[name] for name in plan.parameters}
        found = page["check"](frames, **named)  # type: ignore[operator]
        if plan.grain == "rows":
            return " ".join(found.iloc[:, 0].astype(str))
        return str(len(found))

    def _frame(self, table: str) -> pd.DataFrame:
        return read_frame(table_file(self._workspace, self._schema.tables[table]))


def folders(
    factory: pytest.TempPathFactory, tables: dict[str, Rows], wanted: Iterable[str]
) -> dict[str, Tables]:
    """The tables of each check on disk, by their names with blanks between."""
    return {
        names: Tables(factory.mktemp("tables"), {name: tables[name] for name in names.split()})
        for names in {*wanted}
    }


def told_tests(
    tables: dict[str, Rows], flagged: dict[str, list[Group]], declined: Sequence[tuple[str, str]]
) -> tuple[Any, Callable[..., None], Callable[..., None]]:
    """A fixture, to be named ``checked``, and two tests over it: what is flagged, and declined.

    Both go by the names of the check's tables with blanks between.
    """
    wanted = {*flagged, *(names for names, _ in declined)}

    @pytest.fixture(scope="module")
    def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
        return folders(tmp_path_factory, tables, wanted)

    @pytest.mark.parametrize(("names", "sentence", "labels"), each_of(flagged))
    def test_flagged(checked: dict[str, Tables], names: str, sentence: str, labels: str) -> None:
        answer = checked[names].answer(sentence, *names.split())

        assert (answer.reason, answer.flagged) == ("", labels), answer

    @pytest.mark.parametrize(("names", "sentence"), declined)
    def test_declined(checked: dict[str, Tables], names: str, sentence: str) -> None:
        answer = checked[names].answer(sentence, *names.split(), tells_cure=False)

        assert answer.reason, answer

    return checked, test_flagged, test_declined


class Domains:
    """Tables of unlike owners, each in a folder of its own."""

    def __init__(self, folder: Path, tables: dict[str, Rows]) -> None:
        self._tables = {name: Tables(folder / name, {name: rows}) for name, rows in tables.items()}

    def assert_flags(self, domain: str, flagged: str, sentence: str) -> None:
        """The sentence is read, and its program flags these rows."""
        answer = self._tables[domain].answer(sentence)

        assert (answer.reason, answer.flagged) == ("", flagged)
