"""A model that says what it was told to: for demonstrations, and for tests of what stands above.

It is a real implementation of the port `Model`: its exchanges reach the prompt log like those of
any other, and an answer that was not asked for, or a question without an answer, fails on closing.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from pydantic import JsonValue

from backend.contracts.errors import AgentError, ProviderError
from backend.contracts.model import ModelReply, ModelRequest, Spent, ToolCall
from backend.contracts.ports import PromptLog
from backend.contracts.prompt import Ending, PromptRecord
from backend.llm.budget import add_spent

Said = str | dict[str, JsonValue] | ModelReply | ProviderError
Answer = Said | Callable[[ModelRequest], Said]
_UNPLAYED = "unplayed"


@dataclass(frozen=True)
class _Line:
    answer: Answer
    check_id: str | None
    purpose: str | None

    def suits(self, request: ModelRequest) -> bool:
        return self.check_id in (None, request.check_id) and self.purpose in (
            None,
            request.purpose,
        )


class ScriptedModel:
    """Plays answers in order; ``asked`` is every request that it got.

    An answer is a text, the JSON of one, a whole reply, an error to raise, or a function of the
    request that gives one of these. One that names a check or a purpose waits for its request.
    """

    def __init__(
        self,
        *answers: Answer,
        log: PromptLog | None = None,
        run_id: str = "",
        rungs: int = 3,
        name: str = "scripted@1",
    ) -> None:
        """Take the answers that any request may have, in order."""
        self.name = name
        self.rungs = rungs
        self.asked: list[ModelRequest] = []
        self.spent = Spent()
        self._log = log
        self._run_id = run_id
        self._lock = threading.Lock()
        self._lines: list[_Line] = []
        self._unanswered: list[ModelRequest] = []
        self.play(*answers)

    def play(
        self, *answers: Answer, check_id: str | None = None, purpose: str | None = None
    ) -> Self:
        """Add answers, for one check or purpose or for any."""
        with self._lock:
            self._lines.extend(_Line(answer, check_id, purpose) for answer in answers)
        return self

    def ask(self, request: ModelRequest) -> ModelReply:
        """Give the first answer that waits for a request like this.

        Raises:
            ProviderError: the answer is an error, or there is none (``unplayed``).
        """
        said = self._take(request)
        pending = self._begin(request)
        if isinstance(said, ProviderError):
            self._end(pending, ending=_ending(said), code=said.code, response=str(said))
            raise said
        reply = _as_reply(said, request)
        record = self._end(pending, response=reply.model_dump(mode="json"), usage=reply.usage)
        with self._lock:
            came_to = Spent(calls=1, usage=reply.usage, usd=reply.usd)
            self.spent = add_spent(self.spent, came_to)
        return reply.model_copy(update={"record": record})

    def close(self) -> None:
        """Fail if the script and the requests did not fit.

        Raises:
            AgentError: answers are left over, or a request had none (``unplayed``).
        """
        if self._unanswered:
            first = self._unanswered[0]
            raise AgentError(_say_unanswered(first), code=_UNPLAYED)
        if self._lines:
            fact = f"{self.name}: {len(self._lines)} answers were not asked for"
            first_left = f"The first is {_shorten(self._lines[0])}."
            raise AgentError(f"{fact}. {first_left}", code=_UNPLAYED)

    def __enter__(self) -> Self:
        """Leaving the block closes."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close, unless an error is on its way already."""
        if error is None:
            self.close()

    def _take(self, request: ModelRequest) -> Said:
        with self._lock:
            self.asked.append(request)
            line = next((line for line in self._lines if line.suits(request)), None)
            if line is None:
                self._unanswered.append(request)
                return ProviderError(_say_unanswered(request), code=_UNPLAYED)
            self._lines.remove(line)
        return line.answer(request) if callable(line.answer) else line.answer

    def _begin(self, request: ModelRequest) -> PromptRecord:
        record = PromptRecord(
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            run_id=self._run_id,
            check_id=request.check_id,
            purpose=request.purpose,
            model=self.name,
            request=request.model_dump(mode="json"),
            response=None,
        )
        return self._log.begin(record) if self._log else record

    def _end(self, pending: PromptRecord, **came: object) -> str:
        return self._log.end(pending.model_copy(update=came)) if self._log else ""


def calls_tool(name: str, arguments: JsonValue, *, id: str = "toolu_1") -> ModelReply:
    """The answer of a model that wants a tool called."""
    block: dict[str, JsonValue] = {
        "type": "tool_use",
        "id": id,
        "name": name,
        "input": arguments,
    }
    call = ToolCall(id=id, name=name, arguments=arguments)
    return ModelReply(text="", calls=(call,), content=(block,), stop="tool_use", model="")


def _as_reply(said: str | dict[str, JsonValue] | ModelReply, request: ModelRequest) -> ModelReply:
    if isinstance(said, ModelReply):
        return said.model_copy(update={"model": said.model or f"scripted-{request.rung}"})
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return ModelReply(
        text=text,
        content=({"type": "text", "text": text},),
        stop="end_turn",
        model=f"scripted-{request.rung}",
    )


def _ending(error: ProviderError) -> Ending:
    return Ending.REFUSED if error.code == "refused" else Ending.FAILED


def _say_unanswered(request: ModelRequest) -> str:
    fact = f"{request.check_id}: the script has no answer for {request.purpose!r}"
    return f"{fact}. Add one, or do not ask."


def _shorten(line: _Line) -> str:
    said = repr(line.answer)
    return said if len(said) <= 120 else f"{said[:120]}…"
