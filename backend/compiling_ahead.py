"""Compiles that are begun before their turn: proving is work for every core.

Rules of this file: only where no model is asked, for a budget is spent in the order of the checks;
what comes of a compile is the same, and is told when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.workflow import Workflow
from backend.executor.ahead import Act, Ahead
from backend.executor.run import RunContext
from backend.toolbox import Session, Toolbox
from backend.use_agent import Compilation, compile_check


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
        self._toolbox = toolbox
        super().__init__("compile")

    def begin(self, wanted: Iterable[Wanted], session: Session) -> None:
        """Begin these compiles in their order; none where the session has a model."""
        if session.model is None:
            self.announce(
                Act(each.check.check_id, partial(self._compile, each, session)) for each in wanted
            )

    def _compile(self, wanted: Wanted, session: Session) -> Compilation:
        return compile_check(
            wanted.check,
            self._context,
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
