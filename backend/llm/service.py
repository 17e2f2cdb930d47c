"""One attempt at the model's service: what is sent, and what came back, whole or not.

Every failure of the SDK, the network or a gateway ends here, as a `Failed`. Retrying is left to
`patience`, money to `budget`, meaning to `answer`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import anthropic
import httpx2
from pydantic import JsonValue

from backend.contracts.settings import ModelSettings
from backend.llm.answer import read_json
from backend.llm.batch_service import BatchService
from backend.llm.body import Body
from backend.llm.event_stream import GrowingMessage
from backend.llm.failures import Failed, doubt, failed
from backend.llm.platforms import SETUP_ERRORS, timeout_of
from backend.llm.telling import is_page, tell_failure

STREAMED_FROM = 21_334
"""Longer answers are streamed: the API does not take them otherwise."""
_MODELS_SECONDS = 10.0


class Received(NamedTuple):
    """What a service answered, not yet judged."""

    response: JsonValue
    request_id: str


class Service:
    """A client of the SDK, asked without retries."""

    def __init__(self, client: Any, settings: ModelSettings) -> None:
        """Take any of the SDK's clients."""
        self._client = client.with_options(max_retries=0)
        self._settings = settings

    def send(self, body: Body) -> Received | Failed:
        """Make one attempt."""
        growing = GrowingMessage()
        try:
            if body["max_tokens"] >= STREAMED_FROM:
                return self._stream(body, growing)
            return self._fetch(body)
        except (anthropic.APIError, httpx2.HTTPError) as error:
            has_format = "format" in body.get("output_config", {})
            return tell_failure(error, has_format=has_format, came=growing.whole())
        except SETUP_ERRORS as error:
            return failed("bad-setup", str(error))

    def fit_schema(self, body: Body) -> None:
        """Spell the body's schema as the API takes it: bounds that it knows none of go in words."""
        form = body.get("output_config", {}).get("format")
        if form:
            with suppress(ValueError, TypeError, AttributeError):
                form["schema"] = anthropic.transform_schema(form["schema"])

    def count_tokens(self, body: Body) -> int | None:
        """The input tokens of a body as the service counts them; None where it does not."""
        told = {name: value for name, value in body.items() if name != "max_tokens"}
        try:
            counted = self._client.messages.count_tokens(**told, timeout=_MODELS_SECONDS)
        except (anthropic.AnthropicError, httpx2.HTTPError, *SETUP_ERRORS):
            return None
        return counted.input_tokens if isinstance(counted.input_tokens, int) else None

    def models(self) -> dict[str, str]:
        """The models that the service has, and whether each is active, deprecated or retired."""
        try:
            found = self._client.models.list(timeout=_MODELS_SECONDS)
            return {info.id: str(info.lifecycle) for info in found}
        except (anthropic.AnthropicError, httpx2.HTTPError, AttributeError, *SETUP_ERRORS):
            return {}

    def batches(self) -> BatchService:
        """The same service's batches."""
        return BatchService(self._client)

    def _fetch(self, body: Body) -> Received | Failed:
        deadline = time.monotonic() + self._settings.timeout_seconds
        create = self._client.messages.with_streaming_response.create
        with create(**body, timeout=timeout_of(self._settings)) as answer:
            content = b"".join(_until(deadline, answer.iter_bytes()))
            return _read_body(content, answer.headers, answer.request_id or "")

    def _stream(self, body: Body, growing: GrowingMessage) -> Received | Failed:
        deadline = time.monotonic() + self._settings.timeout_seconds
        with self._client.messages.create(
            **body, stream=True, timeout=timeout_of(self._settings)
        ) as events:
            headers = events.response.headers
            try:
                for event in _until(deadline, events):
                    growing.add(event.to_dict())
            except ValueError as error:
                found = failed("malformed-answer", str(error), response=growing.whole())
                return doubt(found)
            return _read_stream(growing, headers)


def _until(deadline: float, parts: Any) -> Iterator[Any]:
    """A service that sends a little now and then would never time out by itself."""
    for part in parts:
        if time.monotonic() > deadline:
            raise httpx2.ReadTimeout("the answer was not whole in time")
        yield part


def _read_body(content: bytes, headers: Any, request_id: str) -> Received | Failed:
    text = content.decode("utf-8", "replace")
    try:
        return Received(read_json(text), request_id)
    except ValueError as error:
        if is_page(headers, text):
            return Failed("bad-gateway", "status 200, a web page", response=text)
        return doubt(failed("malformed-answer", str(error), response=text), request_id)


def _read_stream(growing: GrowingMessage, headers: Any) -> Received | Failed:
    request_id = headers.get("request-id", "")
    whole = growing.whole()
    if whole is None:
        if is_page(headers, ""):
            return Failed("bad-gateway", "status 200, a web page")
        return doubt(failed("malformed-answer", "the stream holds no message"), request_id)
    try:
        read_json(json.dumps(whole))
    except ValueError as error:
        return doubt(failed("malformed-answer", str(error)), request_id)
    if isinstance(whole, dict) and whole.get("stop_reason") is None:
        found = failed("connection-lost", "the stream ended before its message", response=whole)
        return doubt(found, request_id)
    return Received(whole, request_id)
