"""What is proposed, and when a rule holds for nearly all rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Predicate
from backend.rules.rule import Rule

ENOUGH = 20
"""Rows (or values) below which a regularity may be chance."""
_NEAR = 0.02
_MARKS = ("'", '"', "`")


class Proposal(NamedTuple):
    """A rule with sentences that say it, the plainest first.

    ``kind`` sorts proposals of equal standing: what breaks most when it is wrong comes first.
    """

    kind: str
    rule: Rule
    sentences: tuple[str, ...]


GAPS = "calendar"
"""The kind whose count is of missing days, weeks or months, not of rows."""
KINDS = (
    "key", "reference", "number", "format", "allowed values", "dependency", "formula",
    "order of dates", GAPS, "range", "required", "code", "length", "blanks",
)  # fmt: skip


def is_worth(kind: str, flagged: int, tested: int) -> bool:
    """Whether a proposal that flags so many rows is worth showing.

    A dependency flags all rows of a key that has several values, so it may flag more of them.
    """
    if kind == "dependency":
        return tested > 0 and flagged <= 0.1 * tested
    return holds(flagged, tested)


def holds(breaking: int, tested: int) -> bool:
    """Whether so few of the tested break a rule that it is worth proposing."""
    if not breaking:
        return tested > 0
    return tested >= ENOUGH and (breaking == 1 or breaking <= _NEAR * tested)


def row_proposal(kind: str, table: str, must: Predicate, *texts: str, **columns: str) -> Proposal:
    """A rule about single rows; ``texts`` hold the names of ``columns`` in braces."""
    return propose(kind, BrokenRows(table=table, must=must), texts, columns)


def propose(kind: str, rule: Rule, texts: Iterable[str], columns: dict[str, str]) -> Proposal:
    """A rule with its sentences, each with every way to write a column's name."""
    return Proposal(kind, rule, tuple(_spelled(texts, columns)))


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    lambda name: f"`{name}`",
    lambda name: f"the column {name}",
)


def _spelled(texts: Iterable[str], columns: dict[str, str]) -> Iterator[str]:
    for spell in _SPELLINGS:
        for text in texts:
            told = text
            for key, name in columns.items():
                told = told.replace(f"{{{key}}}", spell(name))
            yield told[:1].upper() + told[1:] if told.startswith("the ") else told


def quote(text: str) -> str | None:
    """A text between quotation marks that it does not hold, or None."""
    if not text.strip() or "\n" in text:
        return None
    mark = next((mark for mark in _MARKS if mark not in text), None)
    return None if mark is None else f"{mark}{text}{mark}"


def say_list(words: list[str]) -> str:
    """``a, b or c``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def words_of(name: str) -> tuple[str, ...]:
    """The words of a header, in small letters."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return tuple(re.findall(r"[^\W_]+", spaced.lower()))


def cell(table: str, column: str) -> Cell:
    """A cell of a table."""
    return Cell(table=table, column=column)
