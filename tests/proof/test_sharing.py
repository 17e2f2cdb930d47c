"""Exams that share a process come to what each comes to alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from backend.contracts.check import Example
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.contracts.proof import Proof
from backend.contracts.settings import SandboxSettings
from backend.proof.harness import Exam, Given, answer_of, begin
from backend.proof.sharing import EXAMS, SharedSandbox
from backend.sandbox import machine
from tests.proof.court import Court
from tests.proof.test_prove import SENTENCES as ALL_SENTENCES

SENTENCES = {name: ALL_SENTENCES[name] for name in ("bound", "keys", "average")}
CLEAN = "import pandas as pd\n\n\ndef check(tables):\n    return tables['t'][:0]\n"
EATS = "def check(tables):\n    return bytearray(1 << 50)\n"


class Slow:
    """A sandbox whose first job waits until it is let go, so that others gather behind it."""

    backend = "slow"

    def __init__(
        self,
        court: Court,
        answer: Callable[[Outcome], Outcome] | None = None,
        level: str = machine.FULL,
    ) -> None:
        self.level = level
        self.sizes: list[int] = []
        self.go = threading.Event()
        self._court = court
        self._answer = answer or whole

    def run(self, job: Job) -> Outcome:
        exams = job.arguments[EXAMS]
        assert isinstance(exams, list)
        self.sizes.append(len(exams))
        self.go.wait()
        outcome = self._court.sandbox.run(job)
        return self._answer(outcome) if len(exams) > 1 else outcome


def whole(outcome: Outcome) -> Outcome:
    return outcome


def lost(outcome: Outcome) -> Outcome:
    return Outcome(status=OutcomeStatus.CRASHED, error="killed")


def cut(outcome: Outcome) -> Outcome:
    assert isinstance(outcome.value, list)
    return replace(outcome, value=outcome.value[:-1])


def short(outcome: Outcome) -> Outcome:
    assert isinstance(outcome.value, list)
    starved = {"runs": [{"error": "MemoryError"}], "duels": [], "owns": []}
    return replace(outcome, value=[starved, *outcome.value[1:]])


def nonsense(outcome: Outcome) -> Outcome:
    assert isinstance(outcome.value, list)
    return replace(outcome, value=["?" for _ in outcome.value])


def prove_together(court: Court, slow: Slow) -> dict[str, Proof]:
    shared = SharedSandbox(slow)
    together = court._replace(sandbox=shared)

    def prove(sentence: str) -> Proof:
        with shared.working():
            return together.try_sentence(sentence)

    with shared, ThreadPoolExecutor(len(SENTENCES)) as threads:
        begun = {name: threads.submit(prove, sentence) for name, sentence in SENTENCES.items()}
        while sum(map(len, shared._waiting.values())) + len(slow.sizes) < 2 * len(SENTENCES):
            time.sleep(0.01)
        slow.go.set()
        return {name: each.result() for name, each in begun.items()}


def timeless(proof: Proof) -> Proof:
    return proof.model_copy(update={"seconds": 0.0})


@pytest.fixture(scope="module")
def alone(court: Court) -> dict[str, Proof]:
    return {name: court.try_sentence(sentence) for name, sentence in SENTENCES.items()}


ANSWERS = {"whole": whole, "lost": lost, "cut": cut, "short": short, "nonsense": nonsense}


@pytest.mark.parametrize("name", ANSWERS)
def test_proofs_are_those_of_each_alone(court: Court, alone: dict[str, Proof], name: str) -> None:
    slow = Slow(court, ANSWERS[name])
    found = prove_together(court, slow)

    assert max(slow.sizes) > 1
    for sentence, proof in alone.items():
        assert timeless(found[sentence]) == timeless(proof)


def test_a_program_that_nobody_vouches_for_shares_with_none(court: Court) -> None:
    slow = Slow(court)
    slow.go.set()
    shared = SharedSandbox(slow)
    with shared, shared.working():
        free = court._replace(sandbox=shared).try_free_form(
            "return tables['orders'][:0]", Example(tables={}), Grain.ROWS
        )
    assert not free.proven
    assert set(slow.sizes) <= {1}


def _sit_after(shared: SharedSandbox, sources: list[str], *, may_share: bool) -> list[str]:
    """The errors of exams that wait together behind another one."""
    program = Program(source="", sha256="", table="", tables=(), grain=Grain.ROWS)
    given = Given(
        "t", {}, {"t": {"columns": ["a"], "dtypes": ["int64"], "cells": [[1]], "rows": 1}}
    )
    begun = [
        begin(
            Exam((source,), (given,), ((0, 0),), (Grain.ROWS,)),
            program,
            shared,
            SandboxSettings(),
            may_share=may_share,
        )
        for source in sources
    ]
    shared._sandbox.go.set()  # type: ignore[attr-defined]
    with shared.working():
        findings = [answer_of(each).findings[0] for each in begun]
    return ["" if each is None else each.error for each in findings]


@pytest.mark.parametrize(
    ("may_share", "level", "most"),
    [(True, machine.FULL, 4), (False, machine.FULL, 1), (True, machine.FULL_SLOW, 1)],
    ids=["shares", "alone", "another level"],
)
def test_each_exam_has_its_own_errors(court: Court, may_share: bool, level: str, most: int) -> None:
    slow = Slow(court, level=level)
    with SharedSandbox(slow) as shared:
        errors = _sit_after(shared, [CLEAN, CLEAN, EATS, CLEAN], may_share=may_share)

    assert errors == ["", "", "MemoryError", ""]
    assert max(slow.sizes) <= most


def test_the_clock_stands_while_a_thread_waits_for_others(court: Court) -> None:
    slow = Slow(court)
    with SharedSandbox(slow) as shared:
        first = shared.begin(_blank(), may_share=True)
        before = shared.clock()
        threading.Timer(0.3, slow.go.set).start()
        with shared.working():
            outcome = shared.wait(first)
        assert shared.clock() - before < 0.3
        assert outcome.status is OutcomeStatus.OK


def _blank() -> Job:
    source = "def check(tables, *, exams):\n    return [0]\n"
    program = Program(source=source, sha256="", table="", tables=(), grain=Grain.ROWS)
    return Job(check_id="proof", program=program, arguments={EXAMS: [{}]}, any_result=True)
