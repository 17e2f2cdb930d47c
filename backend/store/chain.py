"""Chains of records: each carries the hash of the one before, and of its own content.

Nothing here touches a disk. A chain shows changes inside it; that records were cut off its end
shows only beside a head that was noted elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import JsonValue

from backend.store.text import canonical_json, json_line, to_bytes


class ChainState(NamedTuple):
    """Whether the log is as it was written.

    ``records`` are the sound ones from the start and ``head`` the hash of their last; ``line`` is
    the first broken line, from 1 (0 when the chain holds), and ``reason`` what is wrong with it.
    """

    ok: bool
    records: int
    head: str
    line: int = 0
    reason: str = ""


def follow_chain(state: ChainState, lines: Iterable[bytes]) -> ChainState:
    """Walk on over the next lines from where a walk came to; a chain that broke stays broken."""
    if not state.ok:
        return state
    head, records = state.head, state.records
    for line in lines:
        link = read_link(line)
        if isinstance(link, Link) and link.previous != head:
            link = "does not follow the record before it"
        if isinstance(link, str):
            return ChainState(False, records, head, records + 1, f"The record {link}.")
        head, records = link.hash, records + 1
    return ChainState(True, records, head)


class Link(NamedTuple):
    """A record's place in a chain."""

    previous: str
    hash: str


BEGINNING = Link("", "")


def read_link(line: bytes) -> Link | str:
    """A sound record's place in the chain, or what is wrong with the record."""
    try:
        return _judge(json.loads(line), line)
    except (ValueError, RecursionError):
        return "is not JSON"


def _judge(found: Any, line: bytes) -> Link | str:
    match found:
        case {"previous": str(previous), "hash": str(stored)}:
            if stored != record_hash(found):
                return "was changed: its hash does not fit its content"
            if to_bytes(json_line(found)) != line + b"\n":
                return "is not spelled as it was written"
            return Link(previous, stored)
    return "carries no hash"


def record_hash(record: dict[str, JsonValue]) -> str:
    """``sha256:…`` over the canonical JSON of a record of a chain, without the hash itself."""
    content = {name: value for name, value in record.items() if name != "hash"}
    return f"sha256:{hashlib.sha256(canonical_json(content)).hexdigest()}"
