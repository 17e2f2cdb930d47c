"""What the user wrote: one entry of ``checks/checks.json``."""

from __future__ import annotations

import keyword
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from backend.contracts.contract import Contract

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


class Threshold(Contract):
    """``"> 0"``, ``">= 5"``, ``"> 2%"``: a count of flagged rows, or a percent of the tested."""

    limit: float = Field(ge=0)
    inclusive: bool
    percent: bool

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """Read the written form.

        Raises:
            ValueError: the text is not a comparison with a count or a percent.
        """
        found = re.fullmatch(r"\s*(>=|>)\s*(\d+(?:\.\d+)?)\s*(%?)\s*", text)
        if found is None:
            raise ValueError(f"{text!r} is not a threshold; write '> 0', '>= 5' or '> 2%'")
        sign, limit, percent = found.groups()
        return cls(limit=float(limit), inclusive=sign == ">=", percent=bool(percent))

    def is_passed_by(self, flagged: int, tested: int) -> bool:
        """Whether this many flagged rows of this many tested go beyond the limit."""
        if self.percent:
            measure = 100.0 * flagged / tested if tested else 0.0
        else:
            measure = float(flagged)
        return measure > self.limit or (self.inclusive and flagged > 0 and measure == self.limit)


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
