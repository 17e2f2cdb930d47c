"""The Message Batches API: one attempt at a time, like `service`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import anthropic
import httpx2
from pydantic import JsonValue

from backend.llm.body import Body
from backend.llm.failures import Failed, failed
from backend.llm.platforms import SETUP_ERRORS
from backend.llm.telling import tell_failure

T = TypeVar("T")


class BatchService:
    """A client's batches."""

    def __init__(self, client: Any) -> None:
        """Take any of the SDK's clients that does not retry."""
        self._client = client

    def submit(self, bodies: Mapping[str, Body]) -> str | Failed:
        """Send requests by their custom id; gives the batch's name."""
        requests = [{"custom_id": name, "params": body} for name, body in bodies.items()]
        return self._try(lambda api: str(api.create(requests=requests).id))

    def look(self, name: str) -> str | Failed:
        """How a batch stands: ``in_progress``, ``canceling`` or ``ended``."""
        return self._try(lambda api: str(api.retrieve(name).processing_status))

    def read(self, name: str) -> dict[str, JsonValue] | Failed:
        """The results of a batch that ended, by custom id."""
        return self._try(
            lambda api: {each.custom_id: each.result.to_dict() for each in api.results(name)}
        )

    def cancel(self, name: str) -> None:
        """Ask for a batch's end; that it could not be asked for changes nothing more."""
        self._try(lambda api: str(api.cancel(name).id))

    def _try(self, act: Callable[[Any], T]) -> T | Failed:
        try:
            batches = self._client.messages.batches
            if batches is None:
                return failed("no-batches")
            return act(batches)
        except (anthropic.APIError, httpx2.HTTPError) as error:
            return tell_failure(error)
        except json.JSONDecodeError as error:
            return failed("malformed-answer", str(error))
        except (AttributeError, *SETUP_ERRORS) as error:
            return failed("no-batches", str(error))
