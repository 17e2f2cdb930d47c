"""A model's service on loopback, for the stages that a model may write."""

from __future__ import annotations

from tests.llm.loopback import messages_server, no_credentials

__all__ = ["messages_server", "no_credentials"]
