"""The proof of one program: a visible order of trials, within its time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from backend.contracts.check import Check
from backend.contracts.plan import Plan
from backend.contracts.ports import Sandbox
from backend.contracts.program import Program, TableFile
from backend.contracts.proof import Finding, Proof, Trial
from backend.contracts.raised import meaning_of
from backend.contracts.schema import Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.witness import Origin, Witness
from backend.proof import on_data, on_mutants, on_witnesses
from backend.proof.case import Case
from backend.proof.hearing import Heard, find_variants, gather, hear, hear_more
from backend.proof.lent_duckdb import lend_duckdb
from backend.proof.on_data import Seen
from backend.proof.part import Part, fails, holds, skips
from backend.proof.second_reading import try_sql_on_data
from backend.proof.sharing import SharedSandbox


def prove(
    plan: Plan,
    program: Program,
    check: Check,
    schema: Schema,
    *,
    sandbox: Sandbox,
    settings: ProofSettings,
    limits: SandboxSettings,
    as_of: str,
    files: Mapping[str, TableFile],
) -> Proof:
    """Try one program over witnesses and over the tables of the day.

    ``files`` holds the tables that the sandbox was opened with; ``as_of`` is the ISO date that
    counts as today.

    Raises:
        AgentError: the sandbox or a table is not to be had.
    """
    clock = sandbox.clock if isinstance(sandbox, SharedSandbox) else time.monotonic
    started = clock()
    with lend_duckdb() as connection:
        case = Case(
            plan, program, check, schema, sandbox, settings, limits, as_of, files,
            ends=started + settings.seconds, connection=connection, clock=clock,
        )  # fmt: skip
        return _try(case, started)


def _try(case: Case, started: float) -> Proof:
    witnesses = gather(case)
    looking = on_data.begin_look(case, witnesses)
    heard = _hear(case, witnesses)
    parts = [_try_as_written(case)]
    parts += [trial(case, heard) for trial in OVER_WITNESSES]
    seen = on_data.see(looking)
    parts += [trial(case, seen) for trial in OVER_DATA]
    parts.append(on_data.warn(case, seen, heard.witnesses))
    return conclude(case, parts, heard.witnesses, case.clock() - started)


def _hear(case: Case, witnesses: tuple[Witness, ...]) -> Heard:
    """What is found over the witnesses, and over more tables unless the program fails one."""
    heard = hear(case, witnesses, find_variants(case))
    first = on_witnesses.try_witnesses(case, heard)
    if any(trial.finding is Finding.FAILS for trial in first.trials):
        return replace(heard, is_refuted=True)
    return hear_more(case, heard)


def _try_sql_on_data(case: Case, seen: Seen) -> Part:
    return Part(trials=(try_sql_on_data(case, seen.own),))


OVER_WITNESSES: tuple[Callable[[Case, Heard], Part], ...] = (
    on_witnesses.try_witnesses,
    on_witnesses.try_plain_reading,
    on_witnesses.try_sql_on_witnesses,
    on_mutants.try_mutants,
)
"""In this order; each from what was heard to a part of the proof."""
OVER_DATA: tuple[Callable[[Case, Seen], Part], ...] = (
    on_data.try_changes,
    _try_sql_on_data,
    on_data.weigh_rivals,
)


def _try_as_written(case: Case) -> Part:
    """A typed plan's program is the one that the compiler writes of it, to the byte."""
    name = "as-written"
    if case.rule is None:
        return Part(trials=(skips(name, "The plan is free-form."),))
    if not case.is_as_written:
        return Part(trials=(fails(name, "The program is not what the compiler writes of it."),))
    return Part(trials=(holds(name),))


def conclude(
    case: Case, parts: list[Part], witnesses: tuple[Witness, ...], seconds: float
) -> Proof:
    """The proof that the parts make."""
    trials = tuple(trial for part in parts for trial in part.trials)
    extended = tuple(witness for part in parts for witness in part.witnesses)
    all_witnesses = tuple({repr(each): each for each in (*witnesses, *extended)}.values())
    warnings = tuple(warning for part in parts for warning in part.warnings)
    reason = _find_fault(case, trials, witnesses)
    return Proof(
        proven=not reason,
        reason=f"{case.check.check_id}: {reason}" if reason else "",
        trials=trials,
        witnesses=all_witnesses,
        mutants=tuple(mutant for part in parts for mutant in part.mutants),
        rivals=tuple(rival for part in parts for rival in part.rivals),
        warnings=warnings,
        sampled={name: sum(b - a for a, b in found) for name, found in case.blocks.items()},
        seconds=round(seconds, 3),
    )


def _find_fault(case: Case, trials: tuple[Trial, ...], witnesses: tuple[Witness, ...]) -> str:
    """Fact and cure of what is not proven; empty where the program stands."""
    for trial in trials:
        if trial.finding is Finding.FAILS:
            return f"the program is not proven ({trial.name}). {trial.detail} {_cure(case, trial)}"
    found = {trial.name: trial for trial in trials}
    if found["witnesses"].finding is Finding.SKIPPED:
        return f"the program is not proven (witnesses). {found['witnesses'].detail}"
    if case.rule is None and not any(each.flagged or each.failing for each in witnesses):
        return (
            "the program is not proven (witnesses). No example says what must be flagged. "
            "Give examples in checks.json."
        )
    readings = ("plain-reading", "sql-on-witnesses")
    if case.rule is not None and all(found[n].finding is Finding.SKIPPED for n in readings):
        return f"the program is not proven. {found[readings[0]].detail}"
    return ""


def _cure(case: Case, trial: Trial) -> str:
    if trial.name == "witnesses" and str(Origin.OWNER) in trial.detail:
        return "Correct the example in checks.json, or say the rule in other words."
    if case.rule is None:
        return "It is written anew from a clearer sentence."
    fault = "Say the rule in other words, or report this as a fault of the compiler."
    return meaning_of(trial.detail) or fault
