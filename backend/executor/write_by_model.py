"""A free-form plan to a program: the model writes, the sandbox answers, the model corrects.

Rules of this file: the number of tries is counted; remedies that need no model come first; what
the model sees of a try is what ``try_it`` tells; nothing is believed that was not tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import black
from black.parsing import InvalidInput
from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import ProgramError
from backend.contracts.model import ModelReply, ModelRequest, PromptBlock, ToolSpec
from backend.contracts.plan import Plan
from backend.contracts.ports import Model
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.executor.heal import remedy
from backend.executor.lint import lint
from backend.executor.program_hash import hash_source

MOST_REMEDIES = 3
"""Remedies without a model for one answer of it."""
LONGEST_REPORT = 6_000
_STYLE = black.Mode(line_length=100, magic_trailing_comma=False)
_FENCED = re.compile(r"```(?:python)?\s*\n(.*?)```", re.DOTALL)

TRY = ToolSpec(
    name="try_program",
    description="Runs a whole program on the examples and on the real tables, in a sandbox without "
    "network, and tells which rows it flags, what is wrong, and what it printed.",
    parameters={
        "type": "object",
        "properties": {
            "source": {"type": "string", "description": "The whole program, from its first import."}
        },
        "required": ["source"],
        "additionalProperties": False,
    },
)


class Tried(NamedTuple):
    """What came of a program: ``report`` is told to the model, ``error`` is one line."""

    is_good: bool
    report: dict[str, JsonValue]
    error: str = ""


Try = Callable[[Program], Tried]


@dataclass(frozen=True)
class Desk:
    """What a program is written with.

    ``task`` is what the model is told of check, plan and tables, as the privacy setting allows;
    ``tries`` is how many programs of the model are tried, the last of them by the next ``rung``.
    """

    model: Model
    try_it: Try
    task: JsonValue
    schema: Schema
    tries: int = 4
    rungs: int = 1
    first_rung: int = 0


class Written(NamedTuple):
    """A program in order, the calls that made it, and the remedies that were taken."""

    program: Program
    calls: tuple[str, ...]
    remedies: tuple[str, ...]


def write_by_model(plan: Plan, check: Check, desk: Desk) -> Written:
    """Let the model write the program of a plan that no rule kind fits.

    Raises:
        ProgramError: ``program-failed``: no try was in order; the message tells of the last.
        ProviderError: the model gave no answer.
    """
    return _Conversation(plan, check, desk).hold()


class _Conversation:
    """One model's tries; the last try is a larger model's, which starts afresh."""

    def __init__(self, plan: Plan, check: Check, desk: Desk) -> None:
        self._plan = plan
        self._check = check
        self._desk = desk
        self._calls: list[str] = []
        self._remedies: list[str] = []
        self._last = Tried(False, {}, "the model wrote no program")
        self._source = ""
        self._messages = [self._task()]

    def hold(self) -> Written:
        desk = self._desk
        for number in range(desk.tries):
            is_last = number == desk.tries - 1 and desk.rungs > 1 and number > 0
            if is_last:
                self._messages = [self._task(), *self._handed_over()]
            reply = self._ask(number, desk.first_rung + is_last)
            program = self._try(_source_of(reply))
            if program is not None:
                return Written(program, tuple(self._calls), tuple(self._remedies))
            self._messages += answered(reply, self._last.report)
        raise ProgramError(
            f"{self._check.check_id}: no program came out of {desk.tries} tries. The last one: "
            f"{self._last.error.rstrip('.')}. Word the sentence differently, or give examples.",
            code="program-failed",
        )

    def _task(self) -> dict[str, JsonValue]:
        text = json.dumps(self._desk.task, ensure_ascii=True, indent=1)
        return {"role": "user", "content": f"The task, as JSON:\n{text}"}

    def _handed_over(self) -> list[dict[str, JsonValue]]:
        """What another model tried last, as plain text: its own blocks fit no other model."""
        if not self._source:
            return []
        told = {"source": self._source, "what_happened": self._last.report}
        text = json.dumps(told, ensure_ascii=True, indent=1)
        return [
            {"role": "assistant", "content": "I look at what was tried before."},
            {"role": "user", "content": f"A program that is not in order, as JSON:\n{text}"},
        ]

    def _ask(self, number: int, rung: int) -> ModelReply:
        request = ModelRequest(
            check_id=self._check.check_id,
            purpose="heal" if number else "write",
            rung=rung,
            system=(PromptBlock(text=writing_rules(), cached=True),),
            messages=tuple(self._messages),
            tools=(TRY,),
        )
        reply = self._desk.model.ask(request)
        self._calls.append(reply.record)
        return reply

    def _try(self, source: str) -> Program | None:
        """The program, where it or a remedied form of it is in order."""
        if not source:
            report: dict[str, JsonValue] = {"error": "Call try_program with the whole program."}
            self._last = Tried(False, report, "the model wrote no program")
            return None
        for _ in range(1 + MOST_REMEDIES):
            program = as_program(source, self._plan)
            self._source, self._last = program.source, self._tried(program)
            if self._last.is_good:
                return program
            cured = remedy(program.source, self._last.error, self._plan, self._desk.schema)
            if cured is None:
                return None
            source = cured.source
            self._remedies.append(cured.what)
        return None

    def _tried(self, program: Program) -> Tried:
        remarks = lint(program.source, self._plan)
        if remarks:
            told: list[JsonValue] = [str(remark) for remark in remarks]
            return Tried(False, {"in_order": False, "remarks": told}, str(remarks[0]))
        return self._desk.try_it(program)


@cache
def writing_rules() -> str:
    """The system prompt: the same bytes for every check."""
    return files("backend.executor").joinpath("writing.md").read_text(encoding="utf-8")


def as_program(source: str, plan: Plan) -> Program:
    """The source, laid out, as a plan's program; text that is no Python stays as it is."""
    laid_out = _laid_out(source)
    return Program(
        source=laid_out,
        sha256=hash_source(laid_out),
        table=plan.table,
        tables=plan.tables,
        grain=plan.grain,
        parameters=plan.parameters,
    )


def _laid_out(source: str) -> str:
    try:
        return black.format_str(source, mode=_STYLE)
    except (InvalidInput, ValueError, RecursionError):
        return source


def _source_of(reply: ModelReply) -> str:
    """The program that the reply wants tried, by the tool or, failing that, as a code block."""
    for call in reply.calls:
        match call.arguments:
            case {"source": str(source)} if call.name == TRY.name:
                return source
    fenced = _FENCED.findall(reply.text)
    return str(fenced[-1]) if fenced else ""


def answered(
    reply: ModelReply, report: dict[str, JsonValue], *, is_error: bool = True
) -> list[dict[str, JsonValue]]:
    """The model's turn unchanged, then what came of it."""
    text = json.dumps(report, ensure_ascii=True)[:LONGEST_REPORT]
    results: list[JsonValue] = [
        {"type": "tool_result", "tool_use_id": call.id, "content": text, "is_error": is_error}
        for call in reply.calls
    ]
    said: list[JsonValue] = list(reply.content) or [{"type": "text", "text": reply.text or "…"}]
    told: list[JsonValue] = results or [{"type": "text", "text": text}]
    return [{"role": "assistant", "content": said}, {"role": "user", "content": told}]
