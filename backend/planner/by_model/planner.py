"""The model planner: one call where a rule kind fits, a correction at most, then a larger model."""

from __future__ import annotations

from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, CannotPlan, PlanError
from backend.contracts.model import ModelReply, ModelRequest
from backend.contracts.plan import Plan
from backend.contracts.ports import Model
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.settings import Settings
from backend.planner.by_model import wording
from backend.planner.by_model.answer import Answer, BadAnswer, Decision, read_answer
from backend.planner.by_model.guard import refuse_out_of_scope
from backend.planner.by_model.plans import rule_plan, steps_plan
from backend.planner.by_model.privacy import NOTHING_KNOWN, Known
from backend.planner.by_model.prompt import Sharing, plan_request
from backend.planner.by_model.quoting import block, one_line
from backend.planner.offline.of_rule import target_tables

_LONGEST_TEXT = 1500


class ModelPlanner:
    """Plans by a model; deterministic in what it sends, never in what it trusts.

    ``rungs`` is the length of the ladder of models that ``model`` climbs (from the settings
    where they name one); it begins on ``first_rung``. A `ProviderError` passes through.
    """

    def __init__(
        self,
        name: str,
        model: Model,
        settings: Settings,
        *,
        known: Known = NOTHING_KNOWN,
        rungs: int | None = None,
        first_rung: int = 0,
    ) -> None:
        self.name = name
        self._model = model
        self._sharing = Sharing(settings.privacy, known)
        self._rungs = rungs or max(1, len(settings.model.ladder))
        self._first_rung = first_rung

    def plan(self, check: Check, schema: Schema) -> Plan:
        """Have one check understood, or declined with a reason.

        Raises:
            CannotPlan: ``out-of-scope`` (before any call, where the sentence itself says so),
                ``unknown-table``, ``too-long``, ``not-understood`` (the model declines), or
                ``invalid-answer`` (no model of the ladder gave a sound plan).
            AmbiguousCheck: two readings flag different rows.
            ProviderError: no answer came.
        """
        refuse_out_of_scope(check)
        tables = target_tables(check, schema)
        first = plan_request(check, schema, self._sharing)
        first = first.model_copy(update={"rung": self._first_rung})
        asked: ModelRequest | None = first
        problem = ""
        while asked is not None:
            reply = self._model.ask(asked)
            try:
                return self._read(reply, check, schema, tables)
            except BadAnswer as error:
                problem = one_line(str(error))[:_LONGEST_TEXT]
            asked = self._next(first, asked, reply, problem)
        raise CannotPlan(
            f"{check.check_id}: the model gave no plan that holds: {problem} "
            "Word the sentence differently.",
            code="invalid-answer",
        )

    def _next(
        self, first: ModelRequest, asked: ModelRequest, reply: ModelReply, problem: str
    ) -> ModelRequest | None:
        """The smallest model may mend its answer once; each larger one begins anew."""
        if asked is first:
            return _corrected(first, reply, problem)
        if asked.rung + 1 < self._rungs:
            return first.model_copy(update={"rung": asked.rung + 1})
        return None

    def _read(
        self, reply: ModelReply, check: Check, schema: Schema, tables: dict[str, TableSnapshot]
    ) -> Plan:
        answer = read_answer(reply.text)
        match answer.decision:
            case Decision.RULE:
                return rule_plan(answer, check, schema, tables, self.name)
            case Decision.STEPS:
                return steps_plan(answer, check, schema, tables, self.name)
            case _:
                raise _declined(answer, check)


_CODES = {
    Decision.DECLINE: "not-understood",
    Decision.OUT_OF_SCOPE: "out-of-scope",
}


def _declined(answer: Answer, check: Check) -> PlanError:
    reason = one_line(answer.reason)[:_LONGEST_TEXT]
    if not reason:
        raise BadAnswer('"reason" is empty; say what the owner should write.')
    told = f"{check.check_id}: {reason}"
    if answer.decision == Decision.AMBIGUOUS:
        return AmbiguousCheck(told)
    return CannotPlan(told, code=_CODES[answer.decision])


def _corrected(first: ModelRequest, reply: ModelReply, problem: str) -> ModelRequest:
    """The conversation with the answer that was refused, and why."""
    why = wording.CORRECTION.format(problem=block("problem", problem))
    said: JsonValue = [*reply.content] or reply.text
    if not said:
        return first.model_copy(update={"messages": (_with(first.messages[0], why),)})
    turns: tuple[dict[str, JsonValue], ...] = (
        {"role": "assistant", "content": said},
        {"role": "user", "content": why},
    )
    return first.model_copy(update={"messages": (*first.messages, *turns)})


def _with(message: dict[str, JsonValue], more: str) -> dict[str, JsonValue]:
    return message | {"content": f"{message['content']}\n\n{more}"}
