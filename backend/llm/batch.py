"""Many requests at half the price: the Message Batches API.

The same budget, the same records and the same judgement as one call at a time. An answer may take
up to a day; a batch that nobody waits for any more is canceled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import JsonValue

from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelReply, ModelRequest
from backend.llm.claude import ClaudeModel
from backend.llm.failures import Failed, doubt, failed, name_failure
from backend.llm.ladder import BATCH_TIMES
from backend.llm.ledger import OpenCall
from backend.llm.patience import patience_of, persist

if TYPE_CHECKING:
    from backend.llm.batch_service import BatchService

T = TypeVar("T")
Came = ModelReply | ProviderError
Results = dict[str, JsonValue]

MOST_REQUESTS = 10_000
"""Requests of one batch; the API takes ten times as many, in up to 256 MB."""
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 60.0
_LONGEST_WAIT = 26 * 3600.0


def ask_together(
    model: ClaudeModel,
    requests: Sequence[ModelRequest],
    *,
    tell: Callable[[str], None] = lambda told: None,
) -> list[Came]:
    """Ask all requests in batches and wait; gives a reply or an error for each, in their order.

    ``tell`` is given a line of progress with each look at a batch. A request that the budget has
    no room for is not sent; a schema that the service cannot hold fails with
    ``grammar-too-large``, and may be asked for alone.

    Raises:
        WorkspaceError: the prompt log cannot be written.
    """
    came: dict[int, Came] = {}
    for start in range(0, len(requests), MOST_REQUESTS):
        part = requests[start : start + MOST_REQUESTS]
        opened = _open_calls(model, part, start, came)
        if opened:
            with model.ledger.keeping(*opened.values()):
                _ask_batch(model, opened, came, tell)
    return [came[number] for number in range(len(requests))]


def _open_calls(
    model: ClaudeModel, requests: Sequence[ModelRequest], start: int, came: dict[int, Came]
) -> dict[str, OpenCall]:
    opened: dict[str, OpenCall] = {}
    for number, request in enumerate(requests, start):
        try:
            opened[f"request-{number}"] = model.open_call(request, times=BATCH_TIMES)
        except ProviderError as error:
            came[number] = error
    return opened


def _ask_batch(
    model: ClaudeModel,
    opened: dict[str, OpenCall],
    came: dict[int, Came],
    tell: Callable[[str], None],
) -> None:
    batches = model.service().batches()
    bodies = {name: call.body for name, call in opened.items()}
    submitted = _persist(model, lambda: batches.submit(bodies))
    results: Results | Failed = submitted if isinstance(submitted, Failed) else {}
    name = "" if isinstance(submitted, Failed) else submitted
    if name:
        results = _wait(model, batches, name, tell)
    for custom_id, call in opened.items():
        number = int(custom_id.rpartition("-")[2])
        if isinstance(results, Failed):
            came[number] = model.heed(results, model.ledger.fail(call, results))
        else:
            came[number] = _close(model, call, results.get(custom_id), name)


def _wait(
    model: ClaudeModel, batches: BatchService, name: str, tell: Callable[[str], None]
) -> Results | Failed:
    waited, pause = 0.0, _FIRST_PAUSE
    try:
        while waited < _LONGEST_WAIT:
            stands = _persist(model, lambda: batches.look(name))
            if isinstance(stands, Failed):
                return doubt(stands)
            tell(f"{name}: {stands}")
            if stands == "ended":
                results = _persist(model, lambda: batches.read(name))
                return doubt(results) if isinstance(results, Failed) else results
            model.sleep(pause)
            waited, pause = waited + pause, min(pause * 1.5, _LONGEST_PAUSE)
    except BaseException:
        batches.cancel(name)
        raise
    batches.cancel(name)
    return doubt(failed("expired", name))


def _persist(model: ClaudeModel, attempt: Callable[[], T | Failed]) -> T | Failed:
    """A batch that may have been submitted is not submitted again."""
    patience = patience_of(model.settings.model, model.sleep, has_given_up=False)
    return persist(patience, attempt, lambda found: not found.doubtful)[0]


def _close(model: ClaudeModel, call: OpenCall, result: JsonValue, name: str) -> Came:
    match result:
        case {"type": "succeeded", "message": message}:
            try:
                return model.ledger.close(call, message, name)
            except ProviderError as error:
                return error
        case {"type": "errored", "error": error}:
            found = _read_error(error, has_format="format" in call.body.get("output_config", {}))
        case {"type": "expired" | "canceled" as kind}:
            found = failed(kind)
        case _:
            found = Failed("no-result", doubtful=True, response=result)
    return model.ledger.fail(call, replace(found, request_id=name))


def _read_error(error: JsonValue, *, has_format: bool) -> Failed:
    match error:
        case {"error": {"type": str(kind), "message": str(said), **more}}:
            details = more.get("details")
            code = str(details.get("error_code", "")) if isinstance(details, dict) else ""
            name = name_failure(0, kind, code, said, has_format=has_format)
            return failed(name, said, response=error)
    return failed("bad-request", response=error)
