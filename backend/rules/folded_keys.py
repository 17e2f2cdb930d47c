"""Key cells as they are compared: as they stand, or without regard to case or outer blanks."""

from __future__ import annotations

from typing import Protocol

from backend.codegen.code import Code
from backend.rules.language.lower_cells import as_text
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_values import stripped
from backend.rules.language.rows import Rows
from backend.rules.language.sql import Sql, call
from backend.rules.language.terms import Cell, Reads


class Folds(Protocol):
    """A rule that says what does not count in its key."""

    @property
    def table(self) -> str:
        """The table of the key."""

    @property
    def ignore_case(self) -> bool:
        """Capital and small letters are one."""

    @property
    def trim(self) -> bool:
        """Leading and trailing blanks do not count."""


def folds(rule: Folds) -> bool:
    """Whether anything of a key does not count."""
    return rule.ignore_case or rule.trim


def folded(rule: Folds, column: str, rows: Rows) -> Code:
    """The key in Pandas."""
    if not folds(rule):
        return rows.column(column)
    text = rows.value(Cell(table=rule.table, column=column), Reads.TEXT)
    if rule.trim:
        text = text.call("str.strip")
    return text.call("str.lower") if rule.ignore_case else text


def folded_sql(rule: Folds, name: str, place: Place) -> Sql:
    """The key in SQL."""
    key = place.column(name)
    if not folds(rule):
        return key
    key = as_text(key, place.fact(rule.table, name))
    key = stripped(key) if rule.trim else key
    return call("LOWER", key) if rule.ignore_case else key
