"""Lists in a text: whether none of their parts, which one sign divides, is there twice."""

from __future__ import annotations


def is_listed_once(text: str, mark: str) -> bool:
    """A list divided by a sign in which no part, without the blanks around it, is there twice."""
    parts = [part.strip() for part in text.split(mark)]
    named = [part for part in parts if part]
    return len(set(named)) == len(named)


def say_listed_once(mark: str) -> str:
    """A list without repeats, split at ','."""
    return f"a list without repeats, split at {mark!r}"


def sample_lists(mark: str) -> tuple[str, ...]:
    """Lists without repeats, with one, and with parts that differ a little."""
    lists = (["red"], ["red", "blue"], ["red", "red"], ["red", "Red"], ["red", " red "],
             ["red", "blue", "red"], ["red", "reds"], ["red", "", ""])  # fmt: skip
    return tuple(mark.join(parts) for parts in lists)
