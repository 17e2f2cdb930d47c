"""What the compiles of one run share, opened by the first of them: a re-run opens nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backend.batching import FetchedModel, requests_for
from backend.contracts.check import Check
from backend.contracts.model import Spent
from backend.executor.run import RunContext
from backend.toolbox import Occasion, Session, Toolbox


class Opened(NamedTuple):
    """The session, and what its opening found that is to be told once."""

    session: Session
    trouble: tuple[str, ...]


class RunSession:
    """The session of a run, whether it is opened yet or not."""

    def __init__(self, context: RunContext, toolbox: Toolbox) -> None:
        """Nothing is opened yet."""
        self._context = context
        self._toolbox = toolbox
        self._session: Session | None = None

    def opened(self) -> Opened:
        """Open the session, unless it is open.

        Raises:
            WorkspaceError: the prompt log is broken, or the disk refuses.
        """
        if self._session is not None:
            return Opened(self._session, ())
        context = self._context
        occasion = Occasion(context.workspace, context.settings, context.run_id, context.schema)
        self._session = self._toolbox.open_session(occasion)
        return Opened(self._session, self._session.trouble)

    @property
    def spent(self) -> Spent:
        """What all model calls came to so far."""
        model = self._session.model if self._session else None
        return model.spent if model else Spent()

    def fetch_plans(self, checks: Sequence[Check]) -> tuple[str, ...]:
        """Ask the model together, at half the price, for the plans of these checks.

        Gives what is to be told of it; without a model nothing is asked.
        """
        if not checks:
            return ()
        session, trouble = self.opened()
        if session.ask_together is None or session.write_request is None:
            return trouble
        requests = requests_for(
            checks,
            self._context.schema,
            session.write_request,
            [named.load() for named in self._toolbox.planners],
            wants_opinion=session.wants_opinion,
        )
        if not requests or not isinstance(session.model, FetchedModel):
            return trouble
        answered = session.model.fetch(requests, session.ask_together)
        return (*trouble, f"{answered} of {len(requests)} plans came in a batch.")

    def summarise(self) -> tuple[str, ...]:
        """Bring the tables' summaries up to date; a model helps where one was asked already."""
        from backend.planner.by_model.summaries import refresh_summaries

        context = self._context
        model = self._session.model if self._session else None
        privacy = context.settings.privacy
        refreshed = refresh_summaries(
            context.workspace, context.schema, model=model, privacy=privacy
        )
        return refreshed.trouble
