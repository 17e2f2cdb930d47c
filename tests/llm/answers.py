"""What a Messages API answers, good and bad, for `MessagesServer.play`.

Each function gives one answer to one HTTP request. A message is sent as JSON, or as server-sent
events where the request asks for a stream; everything else is sent as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Json = dict[str, Any]
Deed = Literal["sends", "hangs", "hangs up", "breaks off", "drips"]

USAGE = {"input_tokens": 100, "output_tokens": 20}
PIECE = 7


@dataclass(frozen=True)
class Answer:
    """One answer; ``when`` keeps it for requests whose body it accepts."""

    message: Json | None = None
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    deed: Deed = "sends"
    when: Callable[[Json], bool] | None = None
    error_in_stream: Json | None = None

    def only(self, when: Callable[[Json], bool]) -> Answer:
        """Kept for requests like this: several checks may then be compiled in any order."""
        return replace(self, when=when)

    def but(self, **usage: int) -> Answer:
        """With other numbers of tokens: ``cache_read_input_tokens=900``."""
        message = self.message or {}
        return replace(self, message=message | {"usage": message.get("usage", USAGE) | usage})


def message(*blocks: Json, stop: str = "end_turn", **more: object) -> Answer:
    """A message of these content blocks."""
    return Answer(
        message={
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "content": list(blocks),
            "stop_reason": stop,
            "stop_sequence": None,
            "usage": USAGE,
            **more,
        }
    )


def text(content: str, stop: str = "end_turn") -> Answer:
    """A message of one text, as thinking models send it: a thinking block comes first."""
    return message(thinking("Let me see."), {"type": "text", "text": content}, stop=stop)


def answers_json(value: object) -> Answer:
    """A message whose text is this value, as structured output has it."""
    return text(json.dumps(value))


def calls_tool(name: str, arguments: object, *, id: str = "toolu_1", says: str = "") -> Answer:
    """A message that wants a tool called."""
    said = [{"type": "text", "text": says}] if says else []
    call = {"type": "tool_use", "id": id, "name": name, "input": arguments}
    return message(*said, call, stop="tool_use")


def refuses(category: str | None = "frontier_llm", explanation: str = "Not this one.") -> Answer:
    """A refusal is a message like any other, and costs like one."""
    details = {"type": "refusal", "category": category, "explanation": explanation}
    return message(stop="refusal", stop_details=details)


def fails(
    status: int, kind: str, message: str = "It failed.", *, code: str = "", **headers: str
) -> Answer:
    """An error of the API; headers by keyword: ``retry_after="1"``."""
    error: Json = {"type": kind, "message": message}
    if code:
        error["details"] = {"error_code": code}
    body = json.dumps({"type": "error", "error": error}).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status=status, body=body, headers={"content-type": "application/json"} | named)


def sends(body: bytes | str, *, status: int = 200, kind: str = "application/json") -> Answer:
    """Any body at all."""
    data = body.encode() if isinstance(body, str) else body
    return Answer(status=status, body=data, headers={"content-type": kind})


def html(status: int = 502) -> Answer:
    """What a proxy says in the API's place."""
    page = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body/></html>"
    return sends(page, status=status, kind="text/html")


def hangs() -> Answer:
    """Nothing comes; the connection stays open until the server is closed."""
    return Answer(deed="hangs")


def drips() -> Answer:
    """A blank now and then and never an end, as gateways keep a connection alive."""
    return Answer(deed="drips", headers={"content-type": "application/json"})


def hangs_up() -> Answer:
    """The connection is reset before a byte is sent."""
    return Answer(deed="hangs up")


def breaks_off(answer: Answer) -> Answer:
    """The connection is reset in the middle of this answer."""
    return replace(answer, deed="breaks off")


def fails_in_stream(answer: Answer, kind: str = "overloaded_error") -> Answer:
    """An error event in the middle of this answer's stream."""
    return replace(answer, error_in_stream={"type": kind, "message": "It failed on the way."})


def thinking(content: str) -> Json:
    """A thinking block."""
    return {"type": "thinking", "thinking": content, "signature": "c2lnbmVk"}


def stream(answer: Answer) -> Iterator[bytes]:
    """The server-sent events of a message."""
    whole = answer.message or {}
    usage = whole["usage"]
    start = whole | {
        "content": [],
        "stop_reason": None,
        "stop_details": None,
        "usage": usage | {"output_tokens": 1},
    }
    yield _event("message_start", message=start)
    yield _event("ping")
    for index, block in enumerate(whole["content"]):
        yield from _block(index, block)
        if answer.error_in_stream:
            yield _event("error", error=answer.error_in_stream)
            return
    names = ("stop_reason", "stop_sequence", "stop_details")
    delta = {name: whole[name] for name in names if name in whole}
    yield _event("message_delta", delta=delta, usage={"output_tokens": usage["output_tokens"]})
    yield _event("message_stop")


def _block(index: int, block: Json) -> Iterator[bytes]:
    match block["type"]:
        case "tool_use":
            start, deltas = block | {"input": {}}, _tool_deltas(block["input"])
        case "thinking":
            start = {"type": "thinking", "thinking": "", "signature": ""}
            deltas = [
                {"type": "thinking_delta", "thinking": block["thinking"]},
                {"type": "signature_delta", "signature": block["signature"]},
            ]
        case _:
            start = block | {"text": ""}
            deltas = [{"type": "text_delta", "text": piece} for piece in _pieces(block["text"])]
    yield _event("content_block_start", index=index, content_block=start)
    for delta in deltas:
        yield _event("content_block_delta", index=index, delta=delta)
    yield _event("content_block_stop", index=index)


def _tool_deltas(arguments: object) -> list[Json]:
    """Text stands for arguments that are no JSON."""
    written = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return [{"type": "input_json_delta", "partial_json": piece} for piece in _pieces(written)]


def _pieces(content: str) -> list[str]:
    return [content[start : start + PIECE] for start in range(0, len(content), PIECE)]


def _event(name: str, **data: object) -> bytes:
    return f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n".encode()
