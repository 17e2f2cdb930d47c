"""One root of errors, then whose move it is next.

Every message reads place, fact, cure. Every error has a stable ``code`` that tests and the
dashboard match; people read the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.contracts.plan import Plan


class AgentError(Exception):
    """The root: a message for a person and a code for a machine."""

    code = "agent-error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.code = code or type(self).code


class CheckError(AgentError):
    """The author's move: the sentence or ``checks.json``."""

    code = "invalid-check"


class DataError(AgentError):
    """The move of the owner of the tables."""

    code = "unreadable-table"


class PlanError(AgentError):
    """The planner's move: no plan came out of the sentence."""

    code = "not-understood"


class CannotPlan(PlanError):
    """The sentence holds words that the planner does not understand."""

    code = "not-understood"


class AmbiguousCheck(PlanError):
    """The sentence has readings that flag different rows; the message shows them.

    ``readings`` are their plans, the likeliest first, in the order of the message; empty where
    there is no plan of each.
    """

    code = "ambiguous"

    def __init__(
        self, message: str, *, code: str | None = None, readings: Sequence[Plan] = ()
    ) -> None:
        super().__init__(message, code=code)
        self.readings = tuple(readings)


class ProgramError(AgentError):
    """The compiler's move: a generated program failed."""

    code = "program-failed"


class SandboxError(AgentError):
    """The machine's move: no sandbox, a limit, a lost worker."""

    code = "no-sandbox"


class ProviderError(AgentError):
    """The move of the model's service."""

    code = "provider-failed"


class WorkspaceError(AgentError):
    """The operator's move: the folder, the lock, a file that is not what it should be."""

    code = "bad-workspace"


class WorkspaceBusy(WorkspaceError):
    """Another run holds the workspace."""

    code = "workspace-busy"
