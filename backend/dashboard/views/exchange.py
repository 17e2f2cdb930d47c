"""One record of the audit log: what was asked and answered, or what a compile made of what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st
from pydantic import JsonValue

from backend.contracts.prompt import PromptRecord
from backend.dashboard.pages import open_check
from backend.dashboard.plain import facts, notice, paragraph, reveal
from backend.dashboard.prompts_index import Head
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_prompts import find_calls, read_prompt
from backend.dashboard.views import listing
from backend.dashboard.views.moments import duration, minute
from backend.dashboard.views.run_parts import usd

_LONGEST = 200_000
"""Characters of a text that are shown; the file holds all of them."""


def draw(snapshot: Snapshot, head: Head, heads: Sequence[Head]) -> None:
    """Draw a record whole."""
    record = read_prompt(snapshot, head)
    if record is None:
        notice("This record is no longer in the log as it was. Look at the page anew.", "error")
        return
    st.subheader("One record")
    facts(_facts(record, head))
    if record.check_id and st.button("Open the check", key="open_check"):
        open_check(record.check_id)
    if head.is_call:
        _draw_call(record)
    else:
        _draw_compile(record, heads)
    hashes = f"hash      {record.hash}\nprevious  {record.previous or 'none: the first record'}"
    st.code(reveal(hashes), language=None, wrap_lines=True)
    with st.expander("The record as it is written"):
        _code(json.dumps(record.model_dump(mode="json"), indent=2, ensure_ascii=False), "json")


def _facts(record: PromptRecord, head: Head) -> Iterable[tuple[str, str]]:
    usage = record.usage
    yield from [
        ("at", minute(record.at)),
        ("run", record.run_id),
        ("check", record.check_id),
        ("purpose", record.purpose),
        ("model" if head.is_call else "planned by", record.model),
        ("ending", f"{record.ending.value} {record.code}".strip()),
        ("took", duration(record.seconds)),
    ]
    if head.is_call:
        yield from [
            ("cost", usd(record.usd)),
            ("input tokens", f"{usage.input:,}"),
            ("from cache", f"{usage.cache_read:,}"),
            ("into cache", f"{usage.cache_write:,}"),
            ("output tokens", f"{usage.output:,}"),
            ("of these thinking", f"{usage.thinking:,}"),
            ("attempts", str(record.attempts)),
            ("shared", record.shared or "not told"),
            ("request id", record.request_id),
        ]


def _draw_call(record: PromptRecord) -> None:
    asked, answered = st.tabs(["Asked", "Answered"])
    with asked:
        _draw_request(record.request)
    with answered:
        _draw_response(record.response)


def _draw_request(request: JsonValue) -> None:
    if _draw_hash(request):
        return
    match request:
        case {"messages": list(messages), **rest}:
            for block in _blocks(rest.pop("system", [])):
                paragraph("system", kind="quiet")
                _code(block)
            for message in messages:
                _draw_message(message)
            if rest:
                paragraph("with", kind="quiet")
                _code(_spelled(rest), "json")
        case _:
            _code(_spelled(request), "json")


def _draw_message(message: Any) -> None:
    match message:
        case {"role": str(role), "content": content}:
            paragraph(role, kind="quiet")
            for block in _blocks(content):
                _code(block)
        case _:
            _code(_spelled(message), "json")


def _draw_response(response: JsonValue) -> None:
    if response is None:
        notice("Nothing came back.", "quiet")
        return
    if _draw_hash(response):
        return
    match response:
        case {"content": list(content), **rest}:
            for block in _blocks(content):
                _code(block)
            if rest:
                _code(_spelled(rest), "json")
        case str():
            _code(response)
        case _:
            _code(_spelled(response), "json")


def _draw_hash(value: JsonValue) -> bool:
    """Whether only a hash was kept, which is then drawn."""
    match value:
        case {"sha256": str(digest), **more} if not more:
            notice("The settings keep hashes, not words (prompts.keep).", "quiet")
            _code(f"sha256:{digest}")
            return True
    return False


def _blocks(content: Any) -> list[str]:
    """The texts of a message, which is a text or a list of blocks; other blocks as JSON."""
    if isinstance(content, str):
        return [content]
    found = []
    for block in content if isinstance(content, list) else [content]:
        match block:
            case {"type": "text", "text": str(text)} | {"type": "thinking", "thinking": str(text)}:
                found.append(text)
            case _:
                found.append(_spelled(block))
    return found


def _draw_compile(record: PromptRecord, heads: Sequence[Head]) -> None:
    request = record.request if isinstance(record.request, dict) else {}
    response = record.response if isinstance(record.response, dict) else {}
    if isinstance(request.get("sentence"), str):
        paragraph(str(request["sentence"]))
    if isinstance(response.get("restatement"), str):
        notice(f"Understood as: {response['restatement']}", "info")
    program = record.program or "none: it was declined, or is not proven"
    st.code(reveal(f"program   {program}"), language=None, wrap_lines=True)
    _draw_made_by(record, heads)
    asked, answered = st.tabs(["What was compiled", "What came of it"])
    with asked:
        _draw_request(record.request)
    with answered:
        _draw_response(record.response)


def _draw_made_by(record: PromptRecord, heads: Sequence[Head]) -> None:
    if not record.calls:
        notice("No model was asked for it: the embedded compiler alone made it.", "good")
        return
    made = find_calls(heads, record.calls)
    paragraph("The calls that made it:", kind="quiet")
    rows = [(minute(c.at), c.purpose, c.model, c.ending, round(c.usd, 4), c.hash) for c in made]
    if rows:
        columns = ("at", "purpose", "model", "ending", "USD", "record")
        picked = listing.draw(f"made by {record.hash}", columns, rows)
        if picked is not None:
            st.query_params["record"] = made[picked].hash
    if len(made) < len(record.calls):
        missing = len(record.calls) - len(made)
        notice(f"{missing:,} of its calls are not among the records that are read.", "warning")


def _spelled(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _code(text: str, language: str | None = None) -> None:
    shown = text[:_LONGEST]
    st.code(reveal(shown), language=language, wrap_lines=True)
    if len(text) > _LONGEST:
        rest = len(text) - _LONGEST
        notice(f"{rest:,} more characters are in the file.", "quiet")
