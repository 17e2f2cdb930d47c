"""The batches of `MessagesServer`: created, polled, read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.llm.answers import Answer, Json, fails

TIME = "2026-01-01T00:00:00Z"
PARTS = 2


@dataclass
class MessageBatches:
    """``polls`` is how often a batch is found in progress.

    ``expires`` and ``forgets`` are custom ids; ``failures`` is how often looking fails.
    """

    polls: int = 1
    expires: set[str] = field(default_factory=set)
    forgets: set[str] = field(default_factory=set)
    failures: int = 0
    _results: dict[str, list[Json]] = field(default_factory=dict)
    _polled: dict[str, int] = field(default_factory=dict)

    def create(self, requests: list[Json], answers: list[Answer]) -> Answer:
        """Take a batch in."""
        name = f"msgbatch_{len(self._results) + 1}"
        self._polled[name] = 0
        results = [self._result(*pair) for pair in zip(requests, answers, strict=True)]
        kept = [each for each in results if each["custom_id"] not in self.forgets]
        self._results[name] = kept[::-1]
        return self._batch(name, "")

    def get(self, path: str, base: str) -> Answer:
        """Tell how a batch stands, or give its results."""
        parts = path.removeprefix("/v1/messages/batches/").split("/")
        if parts[0] not in self._results:
            return fails(404, "not_found_error", f"{parts[0]} is not there.")
        if len(parts) == PARTS:
            lines = [json.dumps(result) + "\n" for result in self._results[parts[0]]]
            return Answer(body="".join(lines).encode(), headers={"content-type": "text/plain"})
        if self.failures:
            self.failures -= 1
            return fails(529, "overloaded_error")
        self._polled[parts[0]] += 1
        return self._batch(parts[0], base)

    def _batch(self, name: str, base: str) -> Answer:
        ended = bool(base) and self._polled[name] > self.polls
        counts = dict.fromkeys(("processing", "succeeded", "errored", "canceled", "expired"), 0)
        batch = {
            "type": "message_batch",
            "id": name,
            "processing_status": "ended" if ended else "in_progress",
            "request_counts": counts,
            "created_at": TIME,
            "expires_at": TIME,
            "ended_at": TIME if ended else None,
            "results_url": f"{base}/v1/messages/batches/{name}/results" if ended else None,
        }
        return Answer(body=json.dumps(batch).encode(), headers={"content-type": "application/json"})

    def _result(self, request: Json, answer: Answer) -> Json:
        result: dict[str, Any]
        if request["custom_id"] in self.expires:
            result = {"type": "expired"}
        elif answer.message is None:
            result = {"type": "errored", "error": json.loads(answer.body)}
        else:
            message = {"model": request["params"]["model"]} | answer.message
            result = {"type": "succeeded", "message": message}
        return {"custom_id": request["custom_id"], "result": result}
