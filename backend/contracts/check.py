"""What the user wrote: one entry of ``checks/checks.json``."""

from __future__ import annotations

import keyword
import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from backend.contracts.contract import Contract
from backend.contracts.earlier import EarlierResult

Scalar = bool | int | float | str
Cell = Scalar | None


class Severity(StrEnum):
    """How much a failing check matters to its owner."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Stage(StrEnum):
    """Which walk a check belongs to."""

    RULE = "rule"
    EDA = "eda"
    PREP = "prep"
    TRAIN = "train"


_FORM = re.compile(
    r"(?P<sign>>=|>)\s*"
    r"(?:(?P<limit>\d{1,15}(?:\.\d{1,15})?)\s*(?P<percent>%?)"
    r"|(?:(?P<named>last\s+run|last\s+week)|(?P<days>[1-9]\d{0,3})\s+days?\s+ago)"
    r"(?:\s*\+\s*(?P<more>\d{1,15}(?:\.\d{1,15})?)\s*(?P<points>%?))?)",
    re.IGNORECASE,
)
_NAMED_DAYS = {"last run": 0, "last week": 7}


class Threshold(Contract):
    """How much may be flagged: a count of rows, or a percent of the tested.

    ``"> 0"``, ``">= 5"`` and ``"> 2%"`` are fixed. ``"> last run"``, ``"> last week"`` and
    ``"> 30 days ago"`` are what that run flagged; ``+ 5`` allows five rows more, and ``+ 2%`` (or
    ``+ 0%``) compares percents of the tested, and allows so many percentage points more.
    """

    limit: float = Field(ge=0)
    inclusive: bool
    percent: bool
    days: int | None = None
    """Compared with a run at least so many days ago, 0 for the last one; None for a fixed limit."""

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """Read the written form.

        Raises:
            ValueError: the text is not a comparison with a count, a percent or an earlier run.
        """
        found = _FORM.fullmatch(text.strip())
        if found is None:
            forms = (
                "write '> 0', '>= 5', '> 2%', '> last run', '> last week' or '> 30 days ago + 5'"
            )
            raise ValueError(f"{text[:60]!r} is not a threshold; {forms}")
        part = found.groupdict()
        days = int(part["days"]) if part["days"] else None
        if part["named"]:
            days = _NAMED_DAYS[" ".join(part["named"].lower().split())]
        return cls(
            limit=float(part["limit"] or part["more"] or 0),
            inclusive=part["sign"] == ">=",
            percent=bool(part["percent"] or part["points"]),
            days=days,
        )

    def is_passed_by(self, flagged: int, tested: int, earlier: EarlierResult | None = None) -> bool:
        """Whether this many flagged rows of this many tested go beyond the limit.

        Raises:
            ValueError: the limit is an earlier run's, and none is given.
        """
        limit = _exactly(self.limit)
        if self.days is not None:
            if earlier is None:
                raise ValueError("the threshold compares with an earlier run")
            limit += self._measure(earlier.flagged, earlier.tested)
        measure = self._measure(flagged, tested)
        return measure > limit or (self.inclusive and flagged > 0 and measure == limit)

    def _measure(self, flagged: int, tested: int) -> Fraction | int:
        """Exact, so that a tenth of a percent is one."""
        if not self.percent:
            return flagged
        return Fraction(100 * flagged, tested) if tested else Fraction(0)


@lru_cache
def _exactly(limit: float) -> Fraction:
    """The number as it is written in decimals."""
    return Fraction(str(limit))


def _split_names(value: object) -> object:
    if isinstance(value, str):
        return tuple(name.strip() for name in value.split(",") if name.strip())
    return value


def _refuse_bool_as_text(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")
    return value


Text = Annotated[str, BeforeValidator(_refuse_bool_as_text), Field(min_length=1)]


class Example(Contract):
    """An owner's own rows that must, or must not, be flagged; each row maps columns to cells."""

    flagged: tuple[dict[str, Cell], ...] = ()
    not_flagged: tuple[dict[str, Cell], ...] = ()
    tables: dict[str, tuple[dict[str, Cell], ...]] = {}


class Check(Contract):
    """A business rule in English, with who owns it and how it is judged."""

    check_id: Text
    check_name: Text
    target_table: Annotated[tuple[str, ...], BeforeValidator(_split_names), Field(min_length=1)]
    calculation_hint: Text
    severity: Severity = Severity.MEDIUM
    enabled: bool = True
    owner: str = ""
    tags: Annotated[tuple[str, ...], BeforeValidator(_split_names)] = ()
    stage: Stage = Stage.RULE
    params: dict[str, Scalar] = {}
    warn_if: str | None = None
    fail_if: str | None = None
    allow_empty: bool = False
    examples: Example | None = None
    depends_on: Annotated[tuple[str, ...], BeforeValidator(_split_names)] = ()
    session: str | None = None
    target: str | None = None

    @property
    def key(self) -> str:
        """The check's key in ``workflows.json``."""
        return f"{self.check_id}::{self.check_name}"

    @property
    def compares_runs(self) -> bool:
        """Whether its verdict hangs on an earlier run, so that equal data may be judged anew."""
        limits = (Threshold.parse(each) for each in (self.warn_if, self.fail_if) if each)
        return any(limit.days is not None for limit in limits)

    @field_validator("check_id")
    @classmethod
    def _has_no_separator(cls, value: str) -> str:
        if "::" in value:
            raise ValueError("'::' separates id and name in workflows.json; leave it out")
        return value

    @field_validator("warn_if", "fail_if")
    @classmethod
    def _is_a_threshold(cls, value: str | None) -> str | None:
        if value is not None:
            Threshold.parse(value)
        return value

    @field_validator("params")
    @classmethod
    def _names_are_identifiers(cls, value: dict[str, Scalar]) -> dict[str, Scalar]:
        for name in value:
            if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
                raise ValueError(f"{name!r} is not a parameter name; use a-z, 0-9 and _")
        return value


class InvalidCheck(Contract):
    """An entry that could not be read: it costs itself only.

    ``position`` counts entries from 0; ``field`` is the field at fault.
    """

    position: int
    check_id: str
    check_name: str
    field: str
    message: str
    owner: str = ""
