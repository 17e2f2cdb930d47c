"""What a rule becomes in SQL: a second reading that shares nothing with its program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sqlglot import exp

from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain

ROW = "_row"
"""The column of every table that numbers its rows from 0, as the file has them."""
TESTED = "tested"
"""The one column of a scope: how many rows or measures the rule judges."""
FORMAT_TEST = "has_format"
"""The scalar function ``has_format(text, format)`` that whoever runs the SQL must register."""


class NotLowered(PlanError):
    """A rule says what SQL cannot say alike; the message is the reason, in a few words."""

    code = "not-lowered"


@dataclass(frozen=True)
class Lowered:
    """A rule as two SELECTs in DuckDB's dialect.

    ``flagged`` gives the numbers of the rows that break the rule, ascending, under `ROW` (row
    grain), or the failing groups or metrics with their numbers (group grain). ``scope`` gives
    `TESTED`. ``columns`` are those of each table that they read; None is every column.
    """

    flagged: exp.Select
    scope: exp.Select
    grain: Grain
    columns: Mapping[str, tuple[str, ...] | None]
    parameters: tuple[str, ...] = ()
    says: str = ""
    formats: tuple[str, ...] = field(default=())
    """The named formats that `FORMAT_TEST` is asked for."""

    def sql(self) -> str:
        """Both statements as an auditor reads them: the same rule and facts give the same bytes."""
        flagged = f"{_remark(self.says)}{self.flagged_sql()};\n"
        return f"{flagged}\n{_remark('How much the rule judges.')}{self.scope_sql()};\n"

    def flagged_sql(self) -> str:
        """The statement that finds what breaks the rule."""
        return self._texts[0]

    def scope_sql(self) -> str:
        """The statement that counts what the rule judges."""
        return self._texts[1]

    @cached_property
    def _texts(self) -> tuple[str, str]:
        return self.flagged.sql("duckdb", pretty=True), self.scope.sql("duckdb", pretty=True)


def _remark(says: str) -> str:
    """Comment lines; what could end a line is a blank there."""
    lines = [
        "".join(char if char.isprintable() else " " for char in line) for line in says.splitlines()
    ]
    return "".join(f"-- {line}\n" for line in lines if line.strip())
