"""The hash that stands for a program in every record."""

from __future__ import annotations

import hashlib

from backend.contracts.program import Program


def hash_source(source: str) -> str:
    """``sha256:…`` of the source in UTF-8; half a character, which no program has, counts too."""
    return f"sha256:{hashlib.sha256(source.encode(errors='surrogatepass')).hexdigest()}"


def is_as_recorded(program: Program) -> bool:
    """Whether the source is the one that was compiled."""
    return program.sha256 == hash_source(program.source)
