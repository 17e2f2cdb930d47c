"""Texts that owners put where there is no number yet."""

from __future__ import annotations

from backend.rules.language.terms import Constant


def is_placeholder(option: Constant) -> bool:
    """Whether a text is one that owners put among numbers where there is none, such as N/A."""
    return str(option.value).lower() in {"n/a", "n.a.", "#n/a", "tbd", "tbc", "?"}
