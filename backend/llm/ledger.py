"""Each call's money and its line in the prompt log, from before it goes out until it ended.

A call that is open is on record as pending and its most is held in the budget. Closing it writes
what came back, as it came but for secrets, before anything in it is used.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import JsonValue

from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelReply, ModelRequest, Spent, Usage
from backend.contracts.ports import PromptLog
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.settings import Price, Rung
from backend.llm.answer import judge, read_usage
from backend.llm.body import Body, most_input_tokens
from backend.llm.budget import Budget, Most
from backend.llm.failures import Failed, explain
from backend.llm.ladder import cost, list_cost, most_cost
from backend.llm.redact import Redactor

Counter = Callable[[Body], int | None]
_COUNT_MARGIN = 1.05
_NOTHING = Most(0, 0.0)


@dataclass
class OpenCall:
    """A call that is out; ``times`` is what a batch makes of its price."""

    request: ModelRequest
    body: Body
    rung: Rung
    price: Price
    times: float
    most: Most
    record: PromptRecord
    began: float
    came: JsonValue = None
    """What the service answered."""
    is_closed: bool = False


@dataclass(frozen=True)
class Ledger:
    """Opens and closes calls of one run."""

    log: PromptLog
    budget: Budget
    redactor: Redactor
    run_id: str
    shared: str

    def open(
        self,
        request: ModelRequest,
        body: Body,
        rung: Rung,
        price: Price,
        *,
        times: float = 1.0,
        count: Counter,
    ) -> OpenCall:
        """Hold the most that a call may come to, and note that it goes out.

        Where the sure bound on its input does not fit, the service's own count is asked.

        Raises:
            ProviderError: the budget has no room for it (``budget-spent``); it must not go out.
            WorkspaceError: the log cannot be written; it must not go out either.
        """
        most = _most(most_input_tokens(body), request, price, times)
        pending = self._pending(request, body, rung)
        if self._is_worth_counting(request, most, price, times):
            most, pending = self._count(request, body, pending, price, times, count)
        else:
            self.budget.hold(request.check_id, most)
            pending = self._begin(request, most, pending)
        return OpenCall(request, body, rung, price, times, most, pending, time.monotonic())

    def may_repeat(self, call: OpenCall, found: Failed) -> bool:
        """Whether one more attempt fits; one that may have been billed stays held."""
        if not found.doubtful:
            return True
        try:
            self.budget.hold(call.request.check_id, call.most)
        except ProviderError:
            return False
        return True

    def close(
        self, call: OpenCall, response: JsonValue, request_id: str, *, attempts: int = 1
    ) -> ModelReply:
        """Put an answer on record, then give it as a reply.

        Raises:
            ProviderError: it is no sound answer; why is on record too.
            WorkspaceError: the log cannot be written.
        """
        call.came = response
        judged = judge(response, call.request)
        usage = read_usage(response)
        found = judged if isinstance(judged, Failed) else None
        usd = self._settle(call, usage)
        record = self._end(
            call,
            found,
            usage=usage or Usage(),
            usd=usd,
            response=self.redactor.json(response),
            request_id=request_id,
            attempts=attempts,
        )
        if isinstance(judged, Failed):
            raise self._explain(call, judged, attempts)
        return ModelReply(
            **judged._asdict(),
            usage=usage or Usage(),
            usd=usd,
            seconds=_since(call),
            request_id=request_id,
            record=record,
        )

    def fail(self, call: OpenCall, found: Failed, *, attempts: int = 1) -> ProviderError:
        """Put on record that no answer came; gives the error to raise.

        Raises:
            WorkspaceError: the log cannot be written.
        """
        most = _NOTHING if found.doubtful else call.most
        self.budget.settle(call.request.check_id, most, Spent(calls=1))
        self._end(
            call,
            found,
            response=self.redactor.json({"error": found.detail, "came": found.response}),
            request_id=found.request_id,
            attempts=attempts,
        )
        return self._explain(call, found, attempts)

    @contextlib.contextmanager
    def keeping(self, *calls: OpenCall) -> Iterator[None]:
        """Leave none of these calls open, however the block ends."""
        try:
            yield
        finally:
            for call in calls:
                if not call.is_closed:
                    self.fail(call, Failed("interrupted", doubtful=True, response=call.came))

    def _is_worth_counting(
        self, request: ModelRequest, most: Most, price: Price, times: float
    ) -> bool:
        """The sure bound does not fit, but an exact count of the same input might."""
        least = _most(1, request, price, times)
        return not self.budget.fits(request.check_id, most) and self.budget.fits(
            request.check_id, least
        )

    def _begin(self, request: ModelRequest, most: Most, pending: PromptRecord) -> PromptRecord:
        try:
            return self.log.begin(pending)
        except BaseException:
            self.budget.settle(request.check_id, most, Spent())
            raise

    def _count(
        self,
        request: ModelRequest,
        body: Body,
        pending: PromptRecord,
        price: Price,
        times: float,
        count: Counter,
    ) -> tuple[Most, PromptRecord]:
        """The service's own count is free, but the prompt leaves the machine: it is on record."""
        begun = self.log.begin(pending)
        counted = count(body)
        tokens = most_input_tokens(body) if counted is None else int(counted * _COUNT_MARGIN) + 1
        most = _most(tokens, request, price, times)
        try:
            self.budget.hold(request.check_id, most)
        except ProviderError as error:
            refused = {
                "ending": Ending.FAILED,
                "code": error.code,
                "response": {"error": str(error), "counted": counted},
            }
            self.log.end(begun.model_copy(update=refused))
            raise
        return most, begun

    def _pending(self, request: ModelRequest, body: Body, rung: Rung) -> PromptRecord:
        return PromptRecord(
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            run_id=self.run_id,
            check_id=request.check_id,
            purpose=request.purpose,
            model=rung.model,
            request=self.redactor.json(body),
            response=None,
            ending=Ending.INTERRUPTED,
            code="interrupted",
            shared=self.shared,
        )

    def _settle(self, call: OpenCall, usage: Usage | None) -> float:
        """What an answer cost; where it does not tell, the most of it stays held."""
        if usage is None:
            self.budget.settle(call.request.check_id, _NOTHING, Spent(calls=1))
            return 0.0
        usd = cost(usage, call.price, times=call.times)
        saved = round(max(list_cost(usage, call.price) - usd, 0.0), 9)
        came_to = Spent(calls=1, usage=usage, usd=usd, saved_usd=saved)
        self.budget.settle(call.request.check_id, call.most, came_to)
        return usd

    def _end(self, call: OpenCall, found: Failed | None, **came: object) -> str:
        call.is_closed = True
        ended = {
            "ending": _ending(found),
            "code": found.code if found else "",
            "seconds": _since(call),
            **came,
        }
        return self.log.end(call.record.model_copy(update=ended))

    def _explain(self, call: OpenCall, found: Failed, attempts: int) -> ProviderError:
        error = explain(found, f"{call.request.check_id}, {call.rung.model}", attempts)
        return ProviderError(self.redactor.text(str(error)), code=error.code)


def _most(input_tokens: int, request: ModelRequest, price: Price, times: float) -> Most:
    output = request.most_tokens
    return Most(input_tokens + output, most_cost(input_tokens, output, price, times=times))


def _ending(found: Failed | None) -> Ending:
    if found is None:
        return Ending.ANSWERED
    by_code = {"refused": Ending.REFUSED, "interrupted": Ending.INTERRUPTED}
    return by_code.get(found.code, Ending.FAILED)


def _since(call: OpenCall) -> float:
    return round(time.monotonic() - call.began, 3)
