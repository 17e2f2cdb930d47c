"""Exactly what would be sent for a check, as a person reads it: the same request, rendered."""

from __future__ import annotations

import json
from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.model import ModelRequest
from backend.contracts.schema import Schema
from backend.contracts.settings import Settings
from backend.llm.redact import Redactor
from backend.planner.by_model.guard import refuse_out_of_scope
from backend.planner.by_model.privacy import NOTHING_KNOWN, Known
from backend.planner.by_model.prompt import Sharing, plan_request


def preview(
    check: Check, schema: Schema, settings: Settings, *, known: Known = NOTHING_KNOWN
) -> str:
    """The first request for a check, every text in full, secrets blacked out as when it is sent.

    Raises:
        CannotPlan: nothing would be sent, and why.
        WorkspaceError: a secret's pattern is no regular expression (``bad-settings``).
    """
    refuse_out_of_scope(check)
    request = plan_request(check, schema, Sharing(settings.privacy, known))
    return render(request, Redactor(settings.prompts.secrets))


def render(request: ModelRequest, redactor: Redactor) -> str:
    """A request as text: each part under its heading, unchanged but for secrets."""
    return "\n".join(redactor.text(part) for part in _parts(request))


def _parts(request: ModelRequest) -> Iterator[str]:
    for number, prompt in enumerate(request.system, start=1):
        kept = ", kept in the provider's cache" if prompt.cached else ""
        yield f"=== system, part {number} of {len(request.system)}{kept} ===\n{prompt.text}"
    for message in request.messages:
        content = message["content"]
        shown = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        yield f"=== {message['role']} ===\n{shown}"
    if request.answer is not None:
        yield f"=== the form of the answer ===\n{json.dumps(request.answer, indent=2)}"
