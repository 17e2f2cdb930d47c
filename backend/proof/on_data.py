"""The program over the tables of the day: disturbed, read otherwise, and asked what it leaves
out; as one job of the sandbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from backend.contracts.plan import Grain
from backend.contracts.witness import Witness
from backend.proof import metamorphic, rivals, vacuity
from backend.proof.case import Case
from backend.proof.harness import Answer, Exam, Finding, Sitting, answer_of, begin
from backend.proof.metamorphic import Change
from backend.proof.part import Part, fails
from backend.proof.rivals import Other
from backend.proof.vacuity import Probe


@dataclass(frozen=True)
class Seen:
    """What came of the job over the real tables."""

    own: Finding | None = None
    """Of the program over the tables as they are; None where the time was spent."""
    changes: tuple[tuple[Change, Finding | None], ...] = ()
    rivals: tuple[tuple[Other, Finding | None], ...] = ()
    probes: tuple[tuple[Probe, Finding | None], ...] = ()
    answer: Answer = field(default_factory=Answer)


class Looking(NamedTuple):
    """The job over the real tables on its way, and what it is about."""

    planned: tuple[Change, ...]
    others: tuple[Other, ...]
    asked: tuple[Probe, ...]
    sitting: Sitting


def look(case: Case, witnesses: tuple[Witness, ...]) -> Seen:
    """Run the program, its rivals and the counts over the tables of the day.

    Raises:
        SandboxError: the sandbox is not to be had.
    """
    return see(begin_look(case, witnesses))


def begin_look(case: Case, witnesses: tuple[Witness, ...]) -> Looking:
    """Begin to run the program, its rivals and the counts over the tables of the day."""
    planned = metamorphic.changes(case, witnesses)
    others, asked = rivals.other_readings(case), vacuity.probes(case)
    made = [change.given for change in planned if change.given is not None]
    sources = (case.program.source, *(o.source for o in others), *(p.source for p in asked))
    runs = [(0, number) for number in range(len(made) + 1)]
    runs += [(source, 0) for source in range(1, len(sources))]
    grains = [case.program.grain] * (1 + len(others)) + [Grain.ROWS] * len(asked)
    exam = Exam(
        sources=sources,
        givens=(metamorphic.real(case), *made),
        runs=tuple(runs),
        grains=tuple(grains),
        seconds=max(0.1, case.left),
    )
    sitting = begin(exam, case.program, case.sandbox, case.limits, may_share=case.is_as_written)
    return Looking(planned, others, asked, sitting)


def see(looking: Looking) -> Seen:
    """What the program, its rivals and the counts came to, once they did.

    Raises:
        SandboxError: the sandbox is not to be had.
    """
    answer = answer_of(looking.sitting)
    found = iter(answer.findings)
    own = next(found, None)
    disturbed = [(each, next(found, None) if each.given else None) for each in looking.planned]
    turned = [(each, next(found, None)) for each in looking.others]
    counted = [(each, next(found, None)) for each in looking.asked]
    return Seen(own, tuple(disturbed), tuple(turned), tuple(counted), answer)


def try_changes(case: Case, seen: Seen) -> Part:
    """The metamorphic trials."""
    if seen.answer.failure:
        fact = f"Over the tables of the day the program {seen.answer.failure}."
        return Part(trials=(fails("run-twice", fact),))
    planned = tuple(change for change, _ in seen.changes)
    found = [finding for _, finding in seen.changes]
    return Part(trials=metamorphic.judge(case, seen.own, planned, found))


def weigh_rivals(case: Case, seen: Seen) -> Part:
    """The rows that hang on each assumption."""
    if seen.own is None:
        return Part()
    found = [rivals.compare_rival(case, each, seen.own, other) for each, other in seen.rivals]
    return Part(rivals=tuple(rival for rival in found if rival is not None))


def warn(case: Case, seen: Seen, witnesses: tuple[Witness, ...]) -> Part:
    """What the rule says nothing about, with its numbers."""
    told = [vacuity.warn_of_probe(case, probe, found) for probe, found in seen.probes]
    told += [vacuity.warn_of_nothing(case, witnesses, seen.own)]
    told += [*vacuity.warn_of_columns(case), *vacuity.warn_of_patterns(case)]
    return Part(warnings=tuple(dict.fromkeys(filter(None, told))))
