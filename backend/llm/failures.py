"""How a call can fail: a stable code for each way, its fact and its cure.

Nothing here opens a socket. What a service itself says about a failure is quoted, never matched,
but for the two failures that it has no code for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.errors import ProviderError

_QUOTED = 240


class Cause(NamedTuple):
    """Why no answer came.

    ``passing`` failures are waited out. Failures of ``everyone`` are the account's or the
    machine's: the run asks no more.
    """

    fact: str
    cure: str
    passing: bool = False
    everyone: bool = False


_LATER = "Run again later; what is compiled already stays in use."
_SETTINGS = "settings.toml"

CAUSES: dict[str, Cause] = {
    "no-key": Cause(
        "no key for the model's service was found",
        "Set ANTHROPIC_API_KEY, or write the rule so that the offline compiler understands it.",
        everyone=True,
    ),
    "bad-setup": Cause(
        "the client of the model's service could not be set up",
        f"Set what it asks for, or choose another model.platform in {_SETTINGS}.",
        everyone=True,
    ),
    "bad-key": Cause("the key was not accepted", "Set a key that is valid.", everyone=True),
    "no-permission": Cause(
        "the key may not be used for this", "Ask the account's owner for access.", everyone=True
    ),
    "billing": Cause(
        "the account cannot be billed", "Let its owner see to the billing.", everyone=True
    ),
    "spend-limit": Cause(
        "the account's spend limit is reached",
        "Let its owner raise the limit, or run again when it starts anew.",
        everyone=True,
    ),
    "ramp-limited": Cause(
        "use grew faster than the account may grow", f"Lower the number of calls. {_LATER}"
    ),
    "rate-limited": Cause("the rate limit is reached", _LATER, passing=True),
    "overloaded": Cause("the service is overloaded", _LATER, passing=True),
    "server-error": Cause("the service failed", _LATER, passing=True),
    "timeout": Cause(
        "no whole answer came in time",
        f"{_LATER} Or raise model.timeout_seconds in {_SETTINGS}.",
        passing=True,
    ),
    "no-network": Cause(
        "the service could not be reached",
        "Check the network and ANTHROPIC_BASE_URL.",
        passing=True,
    ),
    "bad-certificate": Cause(
        "the service's certificate is not trusted here",
        "Add the issuer's certificate (SSL_CERT_FILE), or correct ANTHROPIC_BASE_URL.",
        everyone=True,
    ),
    "connection-lost": Cause("the connection was lost before the answer", _LATER, passing=True),
    "bad-gateway": Cause(
        "something other than the model's service answered",
        "Check ANTHROPIC_BASE_URL and the proxy.",
        passing=True,
    ),
    "unknown-model": Cause(
        "the service has no such model", f"Name another in model.ladder in {_SETTINGS}."
    ),
    "retired-model": Cause(
        "the service has retired this model", f"Name another in model.ladder in {_SETTINGS}."
    ),
    "too-large": Cause("the request is too large", "Split the hint into several checks."),
    "context-too-long": Cause(
        "the request does not fit the model's context",
        f"Share less of the data (privacy in {_SETTINGS}), or name a model with a longer context.",
    ),
    "grammar-too-large": Cause(
        "the service cannot hold the reply to this schema", "Ask with a smaller schema."
    ),
    "bad-request": Cause(
        "the service refused the request as malformed",
        "Check that the model and its settings go together.",
    ),
    "refused": Cause(
        "the model refused to answer", "Say the rule in other words, or write its program by hand."
    ),
    "truncated": Cause(
        "the answer was cut at its longest", "Say the rule more simply, or split it in two."
    ),
    "stopped-pause": Cause(
        "the model paused in the middle of its turn", "Ask again; nothing was compiled."
    ),
    "empty-answer": Cause("the answer holds no text and no call", "Ask again."),
    "malformed-answer": Cause("the answer is not what the API promises", "Ask again."),
    "tool-arguments-broken": Cause("the arguments of a tool call are broken", "Ask again."),
    "interrupted": Cause("the process ended while the call was out", "Run again."),
    "expired": Cause("the batch ran out of time before this request", "Run again."),
    "canceled": Cause("the batch was canceled", "Run again."),
    "no-result": Cause("the batch came back without this request", "Run again."),
    "no-batches": Cause("this platform has no batches", "Run without --batch."),
}

_BY_ERROR_CODE = {
    "enforced_spend_limit_reached": "spend-limit",
    "contract_spend_limit_reached": "spend-limit",
    "linked_organization_spend_limit_reached": "spend-limit",
    "linked_organization_billing_unavailable": "billing",
    "ramp_limit_exceeded": "ramp-limited",
    "organization_on_hold": "no-permission",
}
_BY_TYPE = {
    "authentication_error": "bad-key",
    "billing_error": "billing",
    "permission_error": "no-permission",
    "not_found_error": "unknown-model",
    "request_too_large": "too-large",
    "rate_limit_error": "rate-limited",
    "timeout_error": "timeout",
    "overloaded_error": "overloaded",
    "api_error": "server-error",
    "conflict_error": "server-error",
}
_BY_STATUS = {
    401: "bad-key",
    402: "billing",
    403: "no-permission",
    404: "unknown-model",
    407: "bad-gateway",
    408: "timeout",
    409: "server-error",
    413: "too-large",
    429: "rate-limited",
    529: "overloaded",
}
_FIRST_SERVER_ERROR = 500
_UNCODED = {
    "context-too-long": ("prompt is too long", "context window", "context length"),
    "billing": ("credit balance",),
}
_ABOUT_FORMAT = ("grammar", "schema", "output_config", "output_format")


@dataclass(frozen=True)
class Failed:
    """A call that gave no answer.

    ``detail`` is what the service or the network said; ``retry_after`` the seconds it asked to
    wait; a ``doubtful`` one may have been billed although nothing came of it. ``response`` is
    what came back, for the record.
    """

    code: str
    detail: str = ""
    cure: str = ""
    passing: bool = False
    retry_after: float | None = None
    doubtful: bool = False
    response: JsonValue = None
    request_id: str = ""


def failed(code: str, detail: str = "", *, response: JsonValue = None) -> Failed:
    """A failure that is as passing as its cause."""
    return Failed(code, detail, passing=CAUSES[code].passing, response=response)


def doubt(found: Failed, request_id: str = "") -> Failed:
    """The same, where the service may have billed it all the same."""
    return replace(found, doubtful=True, request_id=request_id or found.request_id)


def name_failure(
    status: int, kind: str = "", error_code: str = "", said: str = "", *, has_format: bool = False
) -> str:
    """The code for an error of the API: by its own code, else its type, else the HTTP status.

    ``status`` is 0 where there was none: in a stream or a batch.
    """
    if error_code in _BY_ERROR_CODE:
        return _BY_ERROR_CODE[error_code]
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= _FIRST_SERVER_ERROR:
        return "server-error"
    return _name_bad_request(said.lower(), has_format=has_format)


def _name_bad_request(said: str, *, has_format: bool) -> str:
    for code, phrases in _UNCODED.items():
        if any(phrase in said for phrase in phrases):
            return code
    if has_format and any(word in said for word in _ABOUT_FORMAT):
        return "grammar-too-large"
    return "bad-request"


def explain(found: Failed, place: str, attempts: int = 1) -> ProviderError:
    """The error for a person: place, fact, cure."""
    cause = CAUSES[found.code]
    times = f" after {attempts} attempts" if attempts > 1 else ""
    quoted = f" ({_quote(found.detail)})" if found.detail else ""
    message = f"{place}: {cause.fact}{times}{quoted}. {found.cure or cause.cure}"
    return ProviderError(message, code=found.code)


def _quote(said: str) -> str:
    line = " ".join(said.split()).rstrip(".")
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
