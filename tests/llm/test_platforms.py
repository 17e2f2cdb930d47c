"""The clients of other platforms, each against its own paths and with its own credentials."""

from __future__ import annotations

import pytest

from backend.contracts.errors import ProviderError
from tests.llm.answers import text
from tests.llm.asking import Asking, request
from tests.llm.messages_server import MessagesServer

FOUND: dict[str, tuple[dict[str, str], str, str]] = {
    "anthropic": ({}, "/v1/messages", "claude-haiku-5-5"),
    "foundry": (
        {"ANTHROPIC_FOUNDRY_API_KEY": "k", "ANTHROPIC_FOUNDRY_BASE_URL": "URL"},
        "/v1/messages",
        "claude-haiku-5-5",
    ),
    "bedrock": (
        {
            "AWS_BEARER_TOKEN_BEDROCK": "k",
            "AWS_REGION": "us-east-1",
            "ANTHROPIC_BEDROCK_BASE_URL": "URL",
        },
        "/model/anthropic.claude-haiku-5-5/invoke",
        "anthropic.claude-haiku-5-5",
    ),
}


@pytest.mark.parametrize(("platform", "found"), FOUND.items(), ids=FOUND)
def test_a_platform_is_reached_by_setting(
    messages_server: MessagesServer,
    asking: Asking,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    found: tuple[dict[str, str], str, str],
) -> None:
    environment, path, model = found
    for name, value in environment.items():
        monkeypatch.setenv(name, messages_server.url if value == "URL" else value)
    messages_server.play(text("ok"))
    reply = asking.model(model={"platform": platform}).ask(request())
    assert (reply.text, reply.model) == ("ok", model)
    assert reply.usd > 0
    assert messages_server.asked[0].path == path


def test_vertex_is_reached_with_a_client_of_ones_own(
    messages_server: MessagesServer, asking: Asking
) -> None:
    import anthropic

    client = anthropic.AnthropicVertex(
        region="eu", project_id="p", access_token="t", base_url=messages_server.url
    )
    messages_server.play(text("ok"))
    assert asking.model(client, model={"platform": "vertex"}).ask(request()).text == "ok"
    assert messages_server.asked[0].path.endswith("/models/claude-haiku-5-5:rawPredict")


BARE: dict[str, tuple[str, str]] = {
    "anthropic": ("no-key", "ANTHROPIC_API_KEY"),
    "foundry": ("no-key", "ANTHROPIC_FOUNDRY_API_KEY"),
    "bedrock": ("bad-setup", "AWS_REGION"),
    "vertex": ("bad-setup", "CLOUD_ML_REGION"),
}


@pytest.mark.usefixtures("no_credentials")
@pytest.mark.parametrize(("platform", "told"), BARE.items(), ids=BARE)
def test_what_a_platform_lacks_is_told(
    asking: Asking, platform: str, told: tuple[str, str]
) -> None:
    model = asking.model(model={"platform": platform})
    for _ in range(2):
        with pytest.raises(ProviderError, match=told[1]) as caught:
            model.ask(request())
        assert caught.value.code == told[0]
    assert asking.records() == []
