"""One exchange with a model, as the audit log keeps it."""

from __future__ import annotations

from pydantic import JsonValue

from backend.contracts.contract import Contract


class PromptRecord(Contract):
    """One line of ``plan_prompt_log.jsonl``; each record carries the hash of the one before.

    ``previous`` and ``hash`` are ``sha256:…``; the first record's ``previous`` is empty. Secrets
    never enter ``request`` or ``response``.
    """

    at: str
    run_id: str
    check_id: str
    purpose: str
    model: str
    request: JsonValue
    response: JsonValue
    previous: str = ""
    hash: str = ""
