"""Many sources over many tables in one job of the sandbox, and what came of each.

Rules of this file: no expected result goes into a job; what comes back is read with suspicion.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd
from pydantic import JsonValue

from backend.contracts.check import Cell
from backend.contracts.plan import Grain
from backend.contracts.ports import Sandbox
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.contracts.settings import SandboxSettings
from backend.proof import inside_results
from backend.proof.inside_page import PAGE
from backend.proof.sharing import EXAMS, SharedSandbox

GRACE_SECONDS = 10.0
"""How much longer than its own budget a job may take before the sandbox ends it."""


@dataclass(frozen=True)
class Given:
    """What a source is run over: tables by hand, or the real ones with one change."""

    judged: str
    arguments: Mapping[str, Cell]
    frames: Mapping[str, pd.DataFrame | dict[str, JsonValue]] | None = None
    """Tables by hand, or as `write_frame` writes them."""
    change: str = "none"
    blocks: Mapping[str, Sequence[tuple[int, int]]] | None = None
    """Of each sampled table the runs of rows [start, stop) that are looked at."""
    row: Mapping[str, Cell] | None = None
    column: str = ""


@dataclass(frozen=True)
class Finding:
    """What a source found over one given; ``error`` tells of what it raised.

    ``rows`` are flagged positions (row grain), ``records`` the failing groups as sorted lines of
    JSON with numbers to nine digits, ``count`` how many of either there are.
    """

    tested: int = 0
    rows: tuple[int, ...] = ()
    records: tuple[str, ...] = ()
    count: int = 0
    error: str = ""
    late: bool = False
    skipped: str = ""
    digest: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it found something, or nothing, without an error."""
        return not (self.error or self.skipped)

    def is_alike(self, other: Finding) -> bool:
        """Whether the same is flagged."""
        if self.error or other.error:
            return False
        return (self.rows, self.records, self.count) == (other.rows, other.records, other.count)


@dataclass(frozen=True)
class Duel:
    """How a mutant fared: the given that told it from the program, and what it found there."""

    given: int | None
    finding: Finding | None = None


@dataclass(frozen=True)
class Answer:
    """All findings of a job, None where the time was spent; or why there are none."""

    findings: tuple[Finding | None, ...] = ()
    duels: tuple[Duel | None, ...] = ()
    owns: Mapping[int, Finding] = field(default_factory=dict)
    """With duels: what the program found over each given that it was run over."""
    failure: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Exam:
    """One job: ``runs`` are pairs (source, given); mutants fight over the first givens.

    With ``duels`` the runs are of source 0, and the sources from ``first_mutant`` on are told
    apart from it over the givens 0 to ``duels`` - 1.
    """

    sources: tuple[str, ...]
    givens: tuple[Given, ...]
    runs: tuple[tuple[int, int], ...]
    grains: tuple[Grain, ...]
    """Of each source that runs; mutants have that of the first."""
    duels: int = 0
    first_mutant: int = 1
    seconds: float = 10.0
    """For the runs."""
    duel_seconds: float = 10.0
    """From the same beginning, for the duels."""


class Sitting(NamedTuple):
    """An exam on its way."""

    exam: Exam
    sandbox: Sandbox
    begun: Future[Outcome]


def sit(exam: Exam, program: Program, sandbox: Sandbox, limits: SandboxSettings) -> Answer:
    """Run an exam as one job.

    Raises:
        SandboxError: the sandbox itself is not to be had.
    """
    return answer_of(begin(exam, program, sandbox, limits))


def begin(
    exam: Exam,
    program: Program,
    sandbox: Sandbox,
    limits: SandboxSettings,
    *,
    may_share: bool = False,
) -> Sitting:
    """Begin an exam; one that ``may_share`` a process is sat beside others where many wait."""
    is_real = any(given.frames is None for given in exam.givens)
    job = Job(
        check_id="proof",
        program=_page(program, is_real),
        arguments={EXAMS: [_arguments(exam)]},
        seconds=max(exam.seconds, exam.duel_seconds) + GRACE_SECONDS,
        memory_mb=limits.memory_mb,
        any_result=True,
    )
    if isinstance(sandbox, SharedSandbox):
        return Sitting(exam, sandbox, sandbox.begin(job, may_share=may_share))
    aside = ThreadPoolExecutor(1, thread_name_prefix="proof")
    begun = aside.submit(sandbox.run, job)
    aside.shutdown(wait=False)
    return Sitting(exam, sandbox, begun)


def answer_of(sitting: Sitting) -> Answer:
    """What came of an exam, once it is over.

    Raises:
        SandboxError: the sandbox itself is not to be had.
    """
    exam, sandbox, begun = sitting
    outcome = sandbox.wait(begun) if isinstance(sandbox, SharedSandbox) else begun.result()
    if outcome.status is not OutcomeStatus.OK:
        return Answer(failure=outcome.error or outcome.status, seconds=outcome.seconds)
    try:
        return _read(_of_one(outcome.value), exam, outcome.seconds)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return Answer(failure=f"the answer is damaged ({error})", seconds=outcome.seconds)


def _of_one(value: Any) -> Any:
    """What came of the one exam of a job."""
    (found,) = value
    return found


def _page(program: Program, is_real: bool) -> Program:
    return Program(
        source=PAGE,
        sha256="",
        table=program.table if is_real else "",
        tables=program.tables if is_real else (),
        grain=Grain.ROWS,
    )


def _arguments(exam: Exam) -> dict[str, JsonValue]:
    duels: dict[str, JsonValue] | None = None
    if exam.duels:
        mutants = range(exam.first_mutant, len(exam.sources))
        duels = {"givens": list(range(exam.duels)), "sources": list(mutants)}
    return {
        "sources": list(exam.sources),
        "givens": [_given(given) for given in exam.givens],
        "runs": [list(pair) for pair in exam.runs],
        "duels": duels,
        "grains": [str(grain) for grain in exam.grains],
        "seconds": exam.seconds,
        "duel_seconds": exam.duel_seconds,
    }


def _given(given: Given) -> dict[str, JsonValue]:
    shared: dict[str, JsonValue] = {"judged": given.judged, "arguments": dict(given.arguments)}
    if given.frames is not None:
        tables: dict[str, JsonValue] = {
            name: write_frame(frame) if isinstance(frame, pd.DataFrame) else frame
            for name, frame in given.frames.items()
        }
        return {**shared, "tables": tables}
    blocks: dict[str, JsonValue] = {
        name: [list(block) for block in found] for name, found in (given.blocks or {}).items()
    }
    real: dict[str, JsonValue] = {"judged": given.judged, "change": given.change, "blocks": blocks}
    row: dict[str, JsonValue] = dict(given.row or {})
    return {**shared, "real": {**real, "row": row, "column": given.column}}


def write_frame(frame: pd.DataFrame) -> dict[str, JsonValue]:
    """A table as JSON: columns, dtypes, and the cells of each column."""
    return {
        "columns": [str(name) for name in frame.columns],
        "dtypes": [str(dtype) for dtype in frame.dtypes],
        "cells": [[_cell(cell) for cell in frame[name].tolist()] for name in frame.columns],
        "rows": len(frame),
    }


def _cell(cell: Any) -> JsonValue:
    if cell is None or cell is pd.NA or cell != cell:
        return None
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return cell  # type: ignore[no-any-return]


def _read(value: Any, exam: Exam, seconds: float) -> Answer:
    """Raises an error of any common kind where the value is not what the page gives."""
    findings = tuple(None if each is None else _finding(each) for each in value["runs"])
    duels = tuple(None if each is None else _duel(each, exam) for each in value["duels"])
    if len(findings) != len(exam.runs):
        raise ValueError("runs are missing")
    if exam.duels and len(duels) != len(exam.sources) - exam.first_mutant:
        raise ValueError("duels are missing")
    owns = {int(number): _finding(each) for number, each in value["owns"]}
    return Answer(findings, duels, owns, seconds=seconds)


def _duel(found: dict[str, Any], exam: Exam) -> Duel:
    if found["given"] is None:
        return Duel(None)
    given = int(found["given"])
    if not 0 <= given < exam.duels:
        raise ValueError("a duel without tables")
    return Duel(given, _finding(found))


def _finding(found: dict[str, Any]) -> Finding:
    if "skipped" in found:
        return Finding(skipped=str(found["skipped"]))
    if "error" in found:
        return Finding(error=str(found["error"]), late=bool(found.get("late")))
    rows = tuple(inside_results.read_rows(found.get("rows", [])))
    records = tuple(map(str, found.get("records", [])))
    whole = (str(found["whole"]),) if "whole" in found else ()
    return Finding(
        tested=int(found["tested"]),
        rows=rows,
        records=records + whole,
        count=int(found["count"]) if "count" in found else len(rows),
        digest=str(found["digest"]),
    )
