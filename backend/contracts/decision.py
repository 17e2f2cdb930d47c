"""What is to be done about a check, and why."""

from __future__ import annotations

from enum import StrEnum

from backend.contracts.contract import Contract


class Action(StrEnum):
    """Use what is remembered, compile anew, or forget."""

    REUSE = "reuse"
    COMPILE = "compile"
    DROP = "drop"


class Reason(Contract):
    """A cause of a decision: a code, and what it is about (``events.user_id``)."""

    code: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


class Decision(Contract):
    """One check's action with all its reasons; ``key`` is the key in ``workflows.json``."""

    key: str
    action: Action
    reasons: tuple[Reason, ...] = ()
    remembered: str | None = None
    """The key under which the workflow to reuse (or drop) is remembered."""
