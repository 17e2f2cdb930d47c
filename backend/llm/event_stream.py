"""A message from the events of its stream, read strictly.

A stream that ends before its message does gives None in place of what it lacks, so that nothing
cut short passes for whole; arguments of a tool that are no JSON stay the text that they are.
"""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

from backend.llm.answer import read_json

Event = dict[str, Any]

_GROWS = {
    "text_delta": "text",
    "thinking_delta": "thinking",
    "signature_delta": "signature",
    "input_json_delta": "partial_json",
}


class GrowingMessage:
    """The message so far."""

    def __init__(self) -> None:
        """Nothing came yet."""
        self._message: dict[str, Any] | None = None
        self._written: dict[int, str] = {}

    @property
    def has_begun(self) -> bool:
        """Whether the service began to answer."""
        return self._message is not None

    def add(self, event: Event) -> None:
        """Take in one event; kinds that are not known change nothing.

        Raises:
            ValueError: the events are not those of a message.
        """
        try:
            self._add(event)
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise ValueError(f"the stream's event {event.get('type')!r} is broken") from error

    def whole(self) -> JsonValue:
        """The message; its ``stop_reason`` is None unless its end came."""
        if self._message is None:
            return None
        for index, written in self._written.items():
            self._message["content"][index]["input"] = _read_arguments(written)
        return self._message

    def _add(self, event: Event) -> None:
        match event["type"]:
            case "message_start":
                self._message = event["message"] | {"content": []}
            case "content_block_start":
                self._begun["content"].append(dict(event["content_block"]))
            case "content_block_delta":
                self._grow(event["index"], event["delta"])
            case "message_delta":
                self._finish(event["delta"], event.get("usage") or {})

    @property
    def _begun(self) -> dict[str, Any]:
        if self._message is None:
            raise ValueError("the stream does not begin with a message")
        return self._message

    def _grow(self, index: int, delta: Event) -> None:
        block = self._begun["content"][index]
        name = _GROWS.get(delta["type"])
        if name == "partial_json":
            self._written[index] = self._written.get(index, "") + delta[name]
        elif name:
            block[name] = block.get(name, "") + delta[name]

    def _finish(self, delta: Event, usage: Event) -> None:
        told = {name: value for name, value in usage.items() if value is not None}
        self._begun["usage"] = self._begun.get("usage", {}) | told
        self._begun.update(delta)


def _read_arguments(written: str) -> JsonValue:
    try:
        return read_json(written or "{}")
    except ValueError:
        return written
