"""A request in the words of the Messages API. Nothing here is sent.

The same request gives the same bytes, and what is cached stands in front of what changes. No
temperature: the API knows none, and what must be the same twice comes from our own memory.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import JsonValue

from backend.contracts.model import ModelRequest, PromptBlock, ToolSpec
from backend.contracts.settings import Rung
from backend.llm.redact import Redactor

Body = dict[str, Any]

MOST_CACHED = 4
"""Cached blocks that the API takes."""
_LENIENT = "Answer with one JSON object and nothing else. It must follow this JSON schema:\n"


def write_body(
    request: ModelRequest, rung: Rung, redactor: Redactor, *, lenient: bool = False
) -> Body:
    """The arguments of ``messages.create``; ``lenient`` asks for the schema in words."""
    system = list(request.system)
    if lenient and request.answer is not None:
        system.append(PromptBlock(text=_LENIENT + json.dumps(request.answer, ensure_ascii=False)))
    output: Body = {"effort": rung.effort} if rung.effort else {}
    if request.answer is not None and not lenient:
        schema = redactor.json(request.answer)
        output["format"] = {"type": "json_schema", "schema": schema}
    body: Body = {
        "model": rung.model,
        "max_tokens": request.most_tokens,
        "system": _write_system(system, redactor),
        "messages": [redactor.message(message) for message in request.messages],
        "tools": [_write_tool(tool, redactor) for tool in request.tools],
        "output_config": output,
    }
    return {name: value for name, value in body.items() if value not in ([], {})}


def most_input_tokens(body: Body) -> int:
    """More input tokens than this body cannot have: no token is shorter than a byte.

    What the API adds by itself (the words around tools, roles and schemas) stays under the
    allowance of a thousand.
    """
    return len(json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")) + _ALLOWANCE


_ALLOWANCE = 1_000


def _write_system(blocks: list[PromptBlock], redactor: Redactor) -> list[JsonValue]:
    cached = [number for number, block in enumerate(blocks) if block.cached][-MOST_CACHED:]
    return [
        {"type": "text", "text": redactor.text(block.text)}
        | ({"cache_control": {"type": "ephemeral"}} if number in cached else {})
        for number, block in enumerate(blocks)
        if block.text.strip()
    ]


def _write_tool(tool: ToolSpec, redactor: Redactor) -> dict[str, JsonValue]:
    return {
        "name": tool.name,
        "description": redactor.text(tool.description),
        "input_schema": redactor.json(tool.parameters),
    }
