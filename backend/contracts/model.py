"""A request to a model and its reply, in the words of the Messages API."""

from __future__ import annotations

from pydantic import Field, JsonValue

from backend.contracts.contract import Contract


class Usage(Contract):
    """Tokens of one call. All input is ``input`` + ``cache_write`` + ``cache_read``."""

    input: int = Field(default=0, ge=0)
    output: int = Field(default=0, ge=0)
    cache_write: int = Field(default=0, ge=0)
    cache_read: int = Field(default=0, ge=0)
    thinking: int = Field(default=0, ge=0)
    """Part of ``output``."""

    @property
    def all_input(self) -> int:
        """Every token that was sent, from the provider's cache or not."""
        return self.input + self.cache_write + self.cache_read


class PromptBlock(Contract):
    """A part of the system prompt; what precedes a ``cached`` block's end is the cached prefix."""

    text: str
    cached: bool = False


class ToolSpec(Contract):
    """A function that the model may call; ``parameters`` is a JSON schema."""

    name: str
    description: str
    parameters: dict[str, JsonValue]


class ModelRequest(Contract):
    """What is asked of a model, for one check.

    ``rung`` says which model of the ladder in the settings is asked: 0 is the cheapest.
    ``messages`` alternate ``{"role": "user" | "assistant", "content": …}``.
    """

    check_id: str
    purpose: str
    """``plan``, ``write``, ``heal``, ``summarise``, …: stable words that the log is searched by."""
    rung: int = 0
    system: tuple[PromptBlock, ...]
    messages: tuple[dict[str, JsonValue], ...]
    tools: tuple[ToolSpec, ...] = ()
    answer: dict[str, JsonValue] | None = None
    """The JSON schema that the reply's text must follow."""
    most_tokens: int = Field(default=16_000, ge=1)


class ToolCall(Contract):
    """A function that the model wants called."""

    id: str
    name: str
    arguments: JsonValue


class ModelReply(Contract):
    """What came back, already on record.

    ``content`` holds the reply's blocks unchanged, to be sent back in a conversation; ``record``
    is the hash of its line in the prompt log.
    """

    text: str
    calls: tuple[ToolCall, ...] = ()
    content: tuple[dict[str, JsonValue], ...] = ()
    stop: str
    """The API's ``stop_reason``: ``end_turn``, ``tool_use``, …; never ``refusal`` (an error)."""
    model: str
    usage: Usage = Usage()
    usd: float = 0.0
    seconds: float = 0.0
    request_id: str = ""
    record: str = ""


class Spent(Contract):
    """What model calls came to."""

    calls: int = 0
    usage: Usage = Usage()
    usd: float = 0.0
    saved_usd: float = 0.0
    """What the provider's cache and batches took off the list price."""
