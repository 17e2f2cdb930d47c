"""Functions that a page may, and may not, take over."""

from __future__ import annotations

from pathlib import Path

from backend.rules.language.identifiers import is_luhn


def is_known(text: str) -> bool:
    """Names a function of another module."""
    return is_luhn(text)


def reads_a_file(text: str) -> bool:
    """Names a module that is not allowed on a page."""
    return Path(text).exists()


def names_nothing_known(text: str) -> bool:
    """Names what is nowhere."""
    return bool(nowhere(text))  # type: ignore[name-defined]  # noqa: F821
