"""Many plans asked for at once, at half the price: what ``agent run --batch`` does before it walks.

A reply that is fetched here is given when the planner asks for it; every other request goes to the
model itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from backend.contracts.check import Check
from backend.contracts.errors import PlanError, ProviderError
from backend.contracts.model import ModelReply, ModelRequest, Spent
from backend.contracts.ports import Model, Planner
from backend.contracts.schema import Schema

Fetched = ModelReply | ProviderError
AskTogether = Callable[[Sequence[ModelRequest]], Sequence[Fetched]]
WriteRequest = Callable[[Check, Schema], ModelRequest]


class FetchedModel:
    """A model of which some replies are there already, each to be given once."""

    def __init__(self, model: Model) -> None:
        """Nothing is fetched yet."""
        self.name = model.name
        self.rungs = model.rungs
        self._model = model
        self._fetched: dict[str, Fetched] = {}

    @property
    def spent(self) -> Spent:
        """What all calls came to, fetched together or not."""
        return self._model.spent

    def fetch(self, requests: Sequence[ModelRequest], ask_together: AskTogether) -> int:
        """Ask for all of these together and keep what comes; gives how many were answered."""
        came = ask_together(requests)
        kept = dict(zip(map(_key, requests), came, strict=True))
        # What failed in the batch may be asked for alone.
        self._fetched |= {k: reply for k, reply in kept.items() if isinstance(reply, ModelReply)}
        return sum(isinstance(reply, ModelReply) for reply in came)

    def ask(self, request: ModelRequest) -> ModelReply:
        """The fetched reply, or one that is asked for now.

        Raises:
            ProviderError: no answer came.
        """
        fetched = self._fetched.pop(_key(request), None)
        return fetched if isinstance(fetched, ModelReply) else self._model.ask(request)


def requests_for(
    checks: Iterable[Check],
    schema: Schema,
    write: WriteRequest,
    offline: Sequence[Planner],
    *,
    wants_opinion: bool,
) -> list[ModelRequest]:
    """The first request of each check that will ask the model."""
    found = []
    for check in checks:
        if not wants_opinion and any(_plans(planner, check, schema) for planner in offline):
            continue
        try:
            found.append(write(check, schema))
        except PlanError:  # it is told when its turn comes
            continue
    return found


def _plans(planner: Planner, check: Check, schema: Schema) -> bool:
    try:
        planner.plan(check, schema)
    except PlanError:
        return False
    return True


def _key(request: ModelRequest) -> str:
    return request.model_dump_json()
