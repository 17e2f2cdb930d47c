"""A model writes a part of a stage's page step by step; each step runs, and is kept.

Rules of this file: at most `MOST_TURNS` answers; of what a step gave, the model is told what the
privacy setting lets leave; a part is taken only when a rehearsal of the whole stage passes the
stage's own validators, and else the kit's page is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import Check, Stage
from backend.contracts.eda_report import EdaReport
from backend.contracts.errors import CheckError, ProgramError, ProviderError
from backend.contracts.model import ModelReply, ModelRequest, PromptBlock, ToolSpec
from backend.contracts.plan import Plan
from backend.contracts.ports import Model
from backend.contracts.program import Program
from backend.executor.program_hash import hash_source
from backend.executor.run import RunContext
from backend.executor.write_by_model import answered
from backend.planner.by_model.privacy import NOTHING_KNOWN, tables_facts
from backend.planner.by_model.quoting import block
from backend.stages.chosen_probes import with_probes
from backend.stages.own_part import with_own_part
from backend.stages.probes_by_model import choose_probes
from backend.stages.rehearsal import Rehearsal, open_rehearsal

MOST_TURNS = 30
PURPOSE = "write-stage"
LONGEST_OUTPUT = 4_000
_WORDS = re.compile(r"[^a-z0-9]+")
_ERROR = re.compile(r"\b[A-Z][A-Za-z]*(?:Error|Exception)\b")
_FACT = re.compile(r" \([^()]*\)\.$")
TELL_NOTHING_OF_ROWS = ("bad-page", "withheld-rows")
"""Codes of errors whose sentences hold no cell."""
_LINE = re.compile(r"\(line \d+\)")
_PLACE = re.compile(r"is no report \((\w+(?:\.\w+)?)[^:]*: ([^)]*)")
_LOOK_END = '''


def check(tables, *, step, artifacts, arguments):
    """Take the look."""
    return look(tables, artifacts=artifacts)
'''


def _tool(name: str, description: str, fields: dict[str, str]) -> ToolSpec:
    properties: dict[str, JsonValue] = {
        name: {"type": "string", "description": text} for name, text in fields.items()
    }
    parameters: dict[str, JsonValue] = {
        "type": "object",
        "properties": properties,
        "required": list(fields),
        "additionalProperties": False,
    }
    return ToolSpec(name=name, description=description, parameters=parameters)


RUN_STEP = _tool(
    "run_step",
    "Runs one short program over the table in a sandbox without network, and tells what came.",
    {
        "name": "Two or three words: what the step looks at.",
        "source": "The program: it defines look(tables, *, artifacts), which gives JSON.",
    },
)
SUBMIT_PART = _tool(
    "submit_part",
    "Rehearses the whole stage with your part behind the kit's page, and takes it if the stage's "
    "validators find nothing wrong.",
    {"source": "Your part, from its first import."},
)
_NO_CALL: dict[str, JsonValue] = {"in_order": False, "error": "Call run_step or submit_part."}


class Written(NamedTuple):
    """The program, after how many turns; ``refused`` tells why it is the kit's, where it is."""

    program: Program
    turns: int
    refused: str = ""
    probes: str = ""
    """Who chose an exploration's deeper questions, where a model was asked."""
    is_silent: bool = False
    """The model gave no answer."""

    def told(self, model: str) -> Iterator[str]:
        """How the program came about, in sentences for the plan."""
        if self.refused:
            yield f"The page is the kit's; a model's part was not taken: {self.refused}."
        else:
            yield f"A part of the page was written by {model} in {self.turns} turns."
        if self.probes:
            yield f"{self.probes}."


def write_stage_by_model(
    plan: Plan, page: Program, check: Check, context: RunContext, model: Model
) -> Written:
    """Let the model write its part; where none passes, give the kit's page and the reason.

    Raises:
        AgentError: parameters, table, sandbox or disk are not as they must be.
    """
    rehearsal = open_rehearsal(plan, page, check, context)
    try:
        return _with_probes(_Writing(rehearsal, page, model).write(), rehearsal, model)
    finally:
        rehearsal.close()


def _with_probes(written: Written, rehearsal: Rehearsal, model: Model) -> Written:
    """What was written, with the deeper questions of an exploration as the model chooses them."""
    check, context = rehearsal.check, rehearsal.context
    if check.stage is not Stage.EDA or written.is_silent or rehearsal.most_probes < 1:
        return written
    try:
        if written.refused:
            rehearsal.rehearse(written.program)
        report = EdaReport.model_validate_json(rehearsal.report.read_bytes())
        table = context.schema.tables[rehearsal.plan.table]
        privacy = context.settings.privacy
        probes = choose_probes(report, check, table, privacy, model, most=rehearsal.most_probes)
    except (CheckError, ProgramError, ProviderError) as error:
        return written._replace(
            probes=f"Policy chooses the probes, since a model did not ({error.code})",
        )
    source = with_probes(written.program.source, probes)
    program = written.program.model_copy(update={"source": source, "sha256": hash_source(source)})
    rehearsal.adopt_as(written.program, program)
    told = ", ".join(each.name for each in probes) or "none"
    return written._replace(
        program=program, probes=f"The probes were chosen by {model.name}: {told}"
    )


@dataclass
class _Writing:
    """One model's turns over one stage."""

    rehearsal: Rehearsal
    page: Program
    model: Model
    messages: list[dict[str, JsonValue]] = field(default_factory=list)
    kept: int = 0
    last: str = "the model submitted no part"

    def write(self) -> Written:
        self.messages.append({"role": "user", "content": self._task()})
        for turn in range(1, MOST_TURNS + 1):
            try:
                reply = self._ask()
            except ProviderError as error:
                why = f"the model gave no answer ({error.code})"
                return Written(self.page, turn - 1, why, is_silent=True)
            program = self._do(reply)
            if program is not None:
                self.rehearsal.adopt(program)
                return Written(program, turn)
        return Written(self.page, MOST_TURNS, f"{self.last.rstrip('.')}, in {MOST_TURNS} turns")

    def _ask(self) -> ModelReply:
        request = ModelRequest(
            check_id=self.rehearsal.check.check_id,
            purpose=PURPOSE,
            system=(PromptBlock(text=writing_rules(self._stage), cached=True),),
            messages=tuple(self.messages),
            tools=(RUN_STEP, SUBMIT_PART),
        )
        return self.model.ask(request)

    def _do(self, reply: ModelReply) -> Program | None:
        """What the reply wants done; the program, where it submits a part that passes."""
        program, report = None, _NO_CALL
        for call in reply.calls[:1]:
            match call.name, call.arguments:
                case "run_step", {"name": str(name), "source": str(source)}:
                    report = self._look(name, source)
                case "submit_part", {"source": str(source)}:
                    program, report = self._rehearse(source)
        self.messages += answered(reply, report, is_error=not report["in_order"])
        return program

    def _look(self, name: str, source: str) -> dict[str, JsonValue]:
        self._keep(name, source)
        try:
            finished = self.rehearsal.look(self._program(source + _LOOK_END))
        except ProgramError as error:
            return {"in_order": False, "error": self._plain(error)}
        if not self.rehearsal.may_show:
            told = "It ran. What it gave is not shown, since privacy.share is not 'samples'."
            return {"in_order": True, "outcome": told}
        value = json.dumps(finished.value, ensure_ascii=True)[:LONGEST_OUTPUT]
        return {"in_order": True, "value": value, "printed": finished.stdout[:LONGEST_OUTPUT]}

    def _rehearse(self, source: str) -> tuple[Program | None, dict[str, JsonValue]]:
        self._keep("part", source)
        try:
            whole = with_own_part(self.page.source, source, self.rehearsal.steps)
            program = self._program(whole)
            wrong = [self._bare(each) for each in self.rehearsal.rehearse(program)]
        except ProgramError as error:
            wrong = [self._plain(error)]
        if not wrong:
            return program, {"in_order": True}
        self.last = wrong[0]
        return None, {"in_order": False, "wrong": [*wrong]}

    def _program(self, source: str) -> Program:
        return self.page.model_copy(update={"source": source, "sha256": hash_source(source)})

    def _keep(self, name: str, source: str) -> None:
        self.kept += 1
        word = _WORDS.sub("_", name.lower()).strip("_")[:40] or "look"
        self.rehearsal.keep(f"step_{self.kept:02d}_{word}.py", source)

    def _plain(self, error: ProgramError) -> str:
        """An error without what may stand in a cell, unless rows may leave."""
        text = str(error)
        if self.rehearsal.may_show or error.code in TELL_NOTHING_OF_ROWS:
            return text
        place = _PLACE.search(text)
        if place is not None:
            return f"The report is not as it must be: {place[1]}: {place[2]}."
        kind, line = _ERROR.search(text), _LINE.search(text)
        told = [found[0] for found in (kind, line) if found]
        return " ".join(told) or f"It failed ({error.code})."

    def _bare(self, sentence: str) -> str:
        """What a validator says without its facts and counts, where those may not leave."""
        if not self.rehearsal.may_show:
            sentence = _FACT.sub(".", sentence)
        is_bare = self.rehearsal.context.settings.privacy.share == "names"
        return re.sub(r"\b\d+\b", "some", sentence) if is_bare else sentence

    @property
    def _stage(self) -> str:
        return self.rehearsal.check.stage.value

    def _task(self) -> str:
        plan, check, context = (
            self.rehearsal.plan,
            self.rehearsal.check,
            self.rehearsal.context,
        )
        facts: dict[str, JsonValue] = {
            "sentence": check.calculation_hint,
            "stage": self._stage,
            "plan": [*plan.steps],
            "target": check.target,
            "steps": [*self.rehearsal.steps],
            "tables": tables_facts(
                plan.tables, context.schema, context.settings.privacy, NOTHING_KNOWN
            ),
        }
        return block("task", facts)


@cache
def writing_rules(stage: str) -> str:
    """The system prompt: the same bytes for every check of a stage."""
    folder = files("backend.stages")
    names = (f"writing_{stage}.md", "writing.md")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
