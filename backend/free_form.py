"""A free-form plan to a program: what the model is told of its task, and of each try.

Rules of this file: of the real tables only counts leave, and of an error on them nothing that may
be a cell's content; examples were given to be shown.
"""

from __future__ import annotations

import re

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import AgentError
from backend.contracts.plan import Grain, Plan
from backend.contracts.ports import Model
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.witness import Origin, Witness
from backend.executor.run import RunContext, run_program
from backend.executor.write_by_model import Desk, Tried, Written, write_by_model
from backend.planner.by_model.privacy import NOTHING_KNOWN, tables_facts
from backend.proof.harness import Exam, Finding, Given, sit
from backend.proof.witnesses import as_frames, owner_witnesses
from backend.rules.catalog import facts_from

TELLS_NAMES_ONLY = ("KeyError", "AttributeError", "NameError", "TypeError", "SyntaxError")
"""Errors whose message is about the program; others may quote a cell."""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_LINE = re.compile(r"\(line \d+\)")
SECONDS = 20.0


def write_free_form(plan: Plan, check: Check, context: RunContext, model: Model) -> Written:
    """Let the model write and correct a program until examples and tables are served.

    Raises:
        ProgramError: no try was in order.
        ProviderError: the model gave no answer.
        SandboxError: the sandbox is not to be had.
    """
    trying = _Trying(plan, check, context)
    desk = Desk(
        model=model,
        try_it=trying.try_it,
        task=_task(plan, check, context, trying.witnesses),
        schema=context.schema,
        tries=1 + context.settings.model.heal_attempts,
        rungs=model.rungs,
    )
    return write_by_model(plan, check, desk)


class _Trying:
    """The examples and the tables that a program is tried on."""

    def __init__(self, plan: Plan, check: Check, context: RunContext) -> None:
        self.witnesses = (*owner_witnesses(check, plan, context.schema), *plan.witnesses)
        self._plan, self._check, self._context = plan, check, context
        self._facts = facts_from(plan.columns_read)

    def try_it(self, program: Program) -> Tried:
        """What a program finds, in words for the model; ``error`` is the first thing wrong."""
        try:
            outcome = run_program(program, self._check, self._context)
        except AgentError as error:
            return Tried(False, {"in_order": False, "error": str(error)}, str(error))
        examples = self._on_examples(program)
        wrong = [told for told in examples if "wrong" in told]
        data = self._on_data(outcome)
        first = outcome.error or str(wrong[0]["wrong"] if wrong else "")
        report: dict[str, JsonValue] = {"in_order": not first, "tables": data}
        report["examples"] = list(wrong) if wrong else f"all {len(examples)} as they should be"
        return Tried(not first, report, first)

    def _on_data(self, outcome: Outcome) -> dict[str, JsonValue]:
        if outcome.status is not OutcomeStatus.OK:
            return {"error": self._plain(outcome.error)}
        flagged = max(len(outcome.rows), len(outcome.records))
        return {"tested": outcome.tested, "flagged": flagged}

    def _plain(self, error: str) -> str:
        """An error on real tables without what may stand in their cells."""
        if self._context.settings.privacy.share == "samples":
            return error
        name = error.partition(":")[0]
        names = {each for read in self._plan.columns_read for each in (read.table, read.column)}
        quoted = {found[1:-1] for found in _QUOTED.findall(error)}
        if name in TELLS_NAMES_ONLY and all(q in names or q.isidentifier() for q in quoted):
            return error
        line = _LINE.search(error)
        return f"{name} {line[0] if line else ''}".strip()

    def _on_examples(self, program: Program) -> list[dict[str, JsonValue]]:
        if not self.witnesses:
            return []
        givens = tuple(
            Given(program.table, self._arguments(each), as_frames(each, self._facts))
            for each in self.witnesses
        )
        exam = Exam(
            sources=(program.source,),
            givens=givens,
            runs=tuple((0, number) for number in range(len(givens))),
            grains=(program.grain,),
            seconds=SECONDS,
        )
        answer = sit(exam, program, self._context.sandbox, self._context.limits)
        if answer.failure:
            return [{"wrong": answer.failure}]
        return [
            _say(witness, found, program.grain)
            for witness, found in zip(self.witnesses, answer.findings, strict=True)
        ]

    def _arguments(self, witness: Witness) -> dict[str, bool | int | float | str | None]:
        as_of = witness.as_of or self._context.as_of
        return {**self._check.params, **witness.params, "as_of": as_of}


def _say(witness: Witness, found: Finding | None, grain: Grain) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {"example": witness.says}
    if found is None:
        return {**told, "wrong": "the program took too long on it"}
    if found.error:
        return {**told, "wrong": f"the program raised {found.error}"}
    if grain is Grain.ROWS and witness.flagged is not None:
        wanted: JsonValue = list(witness.flagged)
        given: JsonValue = list(found.rows)
    else:
        wanted, given = witness.failing, found.count
    if wanted is None or wanted == given:
        return told
    return {**told, "wrong": f"must flag {wanted}, but flags {given}"}


def _task(
    plan: Plan, check: Check, context: RunContext, witnesses: tuple[Witness, ...]
) -> dict[str, JsonValue]:
    names = sorted(plan.tables)
    return {
        "sentence": check.calculation_hint,
        "plan": {
            "flags": plan.restatement,
            "judged_table": plan.table,
            "grain": plan.grain.value,
            "steps": list(plan.steps),
            "assumptions": list(plan.assumptions),
            "parameters": list(plan.parameters),
            "columns_read": [f"{read.table}.{read.column}" for read in plan.columns_read],
        },
        "tables": tables_facts(names, context.schema, context.settings.privacy, NOTHING_KNOWN),
        "examples": [_example(each) for each in witnesses if _may_leave(each, context)],
    }


def _may_leave(witness: Witness, context: RunContext) -> bool:
    """An owner's example may hold real cells: those leave only where the settings say so."""
    is_owners = witness.origin is Origin.OWNER
    return not is_owners or context.settings.privacy.share != "names"


def _example(witness: Witness) -> dict[str, JsonValue]:
    return witness.model_dump(mode="json", exclude={"origin"}, exclude_none=True)
