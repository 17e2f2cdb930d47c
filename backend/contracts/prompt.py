"""One line of the audit log: an exchange with a model, or a compile."""

from __future__ import annotations

from enum import StrEnum

from pydantic import JsonValue

from backend.contracts.contract import Contract
from backend.contracts.model import Usage


class Ending(StrEnum):
    """How a call or a compile ended."""

    ANSWERED = "answered"
    REFUSED = "refused"
    """By the model, or by the guard before any call."""
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The process ended while the call was out; told by the next one."""


class PromptRecord(Contract):
    """One line of ``plan_prompt_log.jsonl``; each record carries the hash of the one before.

    A model call's ``model`` is the model's name; a compile's (``purpose`` is ``compile``) is who
    planned. A compile's ``response`` names the program that came of it, and ``calls`` are the
    hashes of the records of the calls that made it. Where ``prompts.keep`` is ``hash``, request
    and response are ``{"sha256": …}``. ``previous`` and ``hash`` are ``sha256:…``; the first
    record's ``previous`` is empty. Secrets never enter ``request`` or ``response``.
    """

    at: str
    run_id: str
    check_id: str
    purpose: str
    model: str
    request: JsonValue
    response: JsonValue
    ending: Ending = Ending.ANSWERED
    code: str = ""
    """The error's code, where it did not end in an answer."""
    usage: Usage = Usage()
    usd: float = 0.0
    seconds: float = 0.0
    request_id: str = ""
    call: str = ""
    """Names a call while it is out: a pending call becomes one record, never two."""
    attempts: int = 1
    """Requests that were sent before the service answered, or was given up on."""
    program: str = ""
    """``sha256:…`` of the program that a compile gave."""
    calls: tuple[str, ...] = ()
    shared: str = ""
    """``privacy.share`` when it was sent: names, profile or samples."""
    previous: str = ""
    hash: str = ""
