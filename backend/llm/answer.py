"""What came back, read without trust. Nothing here raises: a bad answer is a `Failed`.

The text is not parsed here beyond this: where a schema was asked for, it must be JSON.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from pydantic import JsonValue

from backend.contracts.model import ModelRequest, ToolCall, Usage
from backend.llm.failures import Failed, failed

_STOPS = {
    "max_tokens": "truncated",
    "model_context_window_exceeded": "context-too-long",
    "pause_turn": "stopped-pause",
}
_TOLD = ("input_tokens", "output_tokens")
_FINE = ("end_turn", "tool_use", "stop_sequence")


class Answered(NamedTuple):
    """A sound answer."""

    text: str
    calls: tuple[ToolCall, ...]
    content: tuple[dict[str, JsonValue], ...]
    stop: str
    model: str


def read_json(text: str) -> JsonValue:
    """Parse JSON as RFC 8259 has it.

    Raises:
        ValueError: it is none; NaN, numbers beyond a float and half characters are none.
    """
    try:
        value: JsonValue = json.loads(text)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return value


def read_usage(response: Any) -> Usage | None:
    """The tokens of a message; None where it does not tell."""
    usage = response.get("usage") if isinstance(response, dict) else None
    if not isinstance(usage, dict) or not all(isinstance(usage.get(name), int) for name in _TOLD):
        return None
    details = usage.get("output_tokens_details")
    return Usage(
        input=_count(usage["input_tokens"]),
        output=_count(usage["output_tokens"]),
        cache_write=_count(usage.get("cache_creation_input_tokens")),
        cache_read=_count(usage.get("cache_read_input_tokens")),
        thinking=_count(details.get("thinking_tokens")) if isinstance(details, dict) else 0,
    )


def judge(response: Any, request: ModelRequest) -> Answered | Failed:
    """A sound answer, or why it is none."""
    match response:
        case {"type": "message", "content": list(blocks), "stop_reason": str(stop), **rest}:
            content = tuple(block for block in blocks if isinstance(block, dict))
            if len(content) == len(blocks):
                return _judge_stop(content, stop, rest, request)
    return failed("malformed-answer", "it is no message")


def _judge_stop(
    content: tuple[dict[str, JsonValue], ...],
    stop: str,
    rest: dict[Any, Any],
    request: ModelRequest,
) -> Answered | Failed:
    if stop == "refusal":
        return failed("refused", _say_refusal(rest.get("stop_details")))
    if stop in _STOPS:
        return failed(_STOPS[stop])
    if stop not in _FINE:
        return failed("malformed-answer", f"it stopped for {stop!r}")
    return _judge_content(content, stop, str(rest.get("model", "")), request)


def _judge_content(
    content: tuple[dict[str, JsonValue], ...], stop: str, model: str, request: ModelRequest
) -> Answered | Failed:
    calls: list[ToolCall] = []
    for block in content:
        if block.get("type") == "tool_use":
            call = _read_call(block)
            if call is None:
                return failed("tool-arguments-broken")
            calls.append(call)
    if (stop == "tool_use") != bool(calls):
        return failed("malformed-answer", f"it stopped for {stop!r} with {len(calls)} calls")
    text = "".join(str(block.get("text", "")) for block in content if block.get("type") == "text")
    if not calls and not text.strip():
        return failed("empty-answer")
    if request.answer is not None and not calls:
        found = _find_object(text)
        if found is None:
            return failed("malformed-answer", "its text is not the JSON that was asked for")
        text = found
    return Answered(text, tuple(calls), content, stop, model)


def _read_call(block: dict[str, JsonValue]) -> ToolCall | None:
    match block:
        case {"id": str(name_of_call), "name": str(name), "input": dict(arguments)}:
            return ToolCall(id=name_of_call, name=name, arguments=arguments)
    return None


def _find_object(text: str) -> str | None:
    """The JSON of an answer; one that was asked for in words may stand among others."""
    start, end = text.find("{"), text.rfind("}")
    for candidate in (text.strip(), text[start : end + 1]):
        try:
            read_json(candidate)
        except ValueError:
            continue
        return candidate
    return None


def _say_refusal(details: JsonValue) -> str:
    if not isinstance(details, dict):
        return ""
    told = (details.get("category"), details.get("explanation"))
    return ": ".join(str(part) for part in told if part)


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
