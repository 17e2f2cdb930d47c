"""Compiles that are begun before their turn: proving is work for every core.

Rules of this file: only where no model is asked, for a budget is spent in the order of the checks;
what comes of a compile is the same, and is told when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from types import TracebackType
from typing import NamedTuple, Self

from backend.contracts.check import Check
from backend.contracts.workflow import Workflow
from backend.executor.ahead import Act, Ahead
from backend.executor.run import RunContext
from backend.toolbox import NO_SESSION, Session, Toolbox
from backend.use_agent import Compilation, compile_check


class Wanted(NamedTuple):
    """A check that has to be compiled, what judged it before, and why that is stale."""

    check: Check
    before: Workflow | None
    reasons: tuple[str, ...]


class CompilesAhead:
    """The compiles of a run, each begun when a core is free."""

    def __init__(self, context: RunContext, toolbox: Toolbox) -> None:
        """Nothing is begun yet."""
        self._context = context
        self._toolbox = toolbox
        self._session = NO_SESSION
        self._ahead: Ahead[Compilation] = Ahead("compile")

    def __enter__(self) -> Self:
        """Nothing is begun before it is announced."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Begin nothing more."""
        self._ahead.__exit__(kind, error, trace)

    def announce(self, wanted: Iterable[Wanted], session: Session) -> None:
        """Begin these compiles in their order; none where the session has a model."""
        if session.model is None:
            self._session = session
            self._ahead.announce(Act(each.check.check_id, self._act(each)) for each in wanted)

    def _act(self, wanted: Wanted) -> partial[Compilation]:
        return partial(self._compile, wanted, self._session)

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
        begun = self._ahead.take(wanted.check.check_id)
        try:
            return self._compile(wanted, session) if begun is None else begun.result()
        finally:
            self._ahead.taken()
