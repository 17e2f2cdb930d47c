"""Compiles that are begun before their turn: proving is work for every core.

Rules of this file: only where no model is asked, for a budget is spent in the order of the checks;
what comes of a compile is the same, and is told when its turn comes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.workflow import Workflow
from backend.executor.ahead import Act, Ahead
from backend.executor.run import RunContext
from backend.proof.sharing import SharedSandbox
from backend.toolbox import Session, Toolbox
from backend.use_agent import Compilation, compile_check

CORES = os.cpu_count() or 1
MANY = 50
"""Compiles from which on there is always one that has something to ask of the sandbox."""
THREADS_A_CORE = 4
"""A compile waits for its exams half of its time, and they for one another."""


class Wanted(NamedTuple):
    """A check that has to be compiled, what judged it before, and why that is stale."""

    check: Check
    before: Workflow | None
    reasons: tuple[str, ...]


class CompilesAhead(Ahead[Compilation]):
    """The compiles of a run, each begun when a core is free."""

    def __init__(self, context: RunContext, toolbox: Toolbox) -> None:
        """Nothing is begun yet."""
        self._context = context
        self._shared: SharedSandbox | None = None
        self._toolbox = toolbox
        super().__init__("compile", at_once=THREADS_A_CORE * CORES)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Begin nothing more."""
        super().__exit__(kind, error, trace)
        if self._shared is not None:
            self._shared.__exit__(kind, error, trace)

    def begin(self, wanted: Iterable[Wanted], session: Session) -> None:
        """Begin these compiles in their order; none where the session has a model."""
        if session.model is not None:
            return
        begun = list(wanted)
        # Of few each exam has a core at once; of many one core is left to those who ask.
        processes = max(1, CORES - 1) if len(begun) >= MANY else CORES
        self._shared = SharedSandbox(self._context.sandbox, processes=processes)
        self.announce(
            Act(each.check.check_id, partial(self._compile, each, session)) for each in begun
        )

    def _compile(self, wanted: Wanted, session: Session) -> Compilation:
        if self._shared is None:
            return self._compile_in(self._context, wanted, session)
        with self._shared.working():
            context = replace(self._context, sandbox=self._shared)
            return self._compile_in(context, wanted, session)

    def _compile_in(self, context: RunContext, wanted: Wanted, session: Session) -> Compilation:
        return compile_check(
            wanted.check,
            context,
            self._toolbox,
            session=session,
            before=wanted.before,
            reasons=wanted.reasons,
        )

    def compile(self, wanted: Wanted, session: Session) -> Compilation:
        """What comes of a compile, from ahead where it was begun."""
        begun = self.take(wanted.check.check_id)
        try:
            return self._compile(wanted, session) if begun is None else begun.result()
        finally:
            self.taken()
