"""The SDK's clients by platform. Each finds its own credentials and endpoint in the environment."""

from __future__ import annotations

from typing import Any

import anthropic
import httpx2

from backend.contracts.settings import ModelSettings
from backend.llm.failures import explain, failed

_CONNECT_SECONDS = 10.0

SETUP_ERRORS = (
    anthropic.AnthropicError,
    httpx2.InvalidURL,
    ImportError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the clients raise before a request where the environment lacks something."""

_CLIENTS: dict[str, Any] = {
    "anthropic": anthropic.Anthropic,
    "bedrock": anthropic.AnthropicBedrock,
    "vertex": anthropic.AnthropicVertex,
    "foundry": anthropic.AnthropicFoundry,
}


def timeout_of(settings: ModelSettings) -> anthropic.Timeout:
    """The limits of one attempt: connecting is given less."""
    seconds = settings.timeout_seconds
    return anthropic.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))


def open_client(settings: ModelSettings) -> Any:
    """The platform's client, which does not retry and tells no tracer.

    Raises:
        ProviderError: no credentials (``no-key``), or something else that it needs (``bad-setup``).
    """
    platform = settings.platform
    options = {"max_retries": 0, "open_telemetry": False, "timeout": timeout_of(settings)}
    try:
        client = _CLIENTS[platform](**options)
    except anthropic.AnthropicError as error:
        raise explain(failed("no-key", str(error)), platform) from error
    except SETUP_ERRORS as error:
        raise explain(failed("bad-setup", str(error)), platform) from error
    if platform == "anthropic" and not _has_credentials(client):
        raise explain(failed("no-key"), platform)
    return client


def _has_credentials(client: Any) -> bool:
    """The SDK itself would tell by a plain TypeError, and only with the first request."""
    own = client.api_key or client.auth_token or client.credentials
    return bool(own or client.default_headers.get("Authorization"))
