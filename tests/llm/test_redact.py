"""Secrets reach no request, no record and no error."""

from __future__ import annotations

import pytest

from backend.contracts.errors import ProviderError, WorkspaceError
from backend.llm.redact import BLACK, Redactor
from tests.llm.answers import fails, text, thinking
from tests.llm.asking import Asking, request
from tests.llm.loopback import KEY
from tests.llm.messages_server import MessagesServer

ENVIRONMENT = {
    "ANTHROPIC_API_KEY": "own.key.of.this.process",
    "ANTHROPIC_BASE_URL": "http://gateway.example",
    "ANTHROPIC_CUSTOM_HEADERS": "X-Team: analytics\nX-Gateway-Token: gateway-word-1",
    "ANTHROPIC_IDENTITY_TOKEN_FILE": "/run/secrets/identity",
    "AWS_ACCESS_KEY_ID": "access-id-of-ours",
    "AWS_SECRET_ACCESS_KEY": "aws/secret+of/ours",
    "AWS_REGION": "eu-central-1",
    "AWS_LAMBDA_FUNCTION_NAME": "order-checks",
    "AWS_SESSION_TOKEN": "short",
    "HOME": "/home/someone-else",
}
HIDDEN = {
    "a key's shape": "sk-ant-api03-AbC_9-xyz",
    "the own key": "own.key.of.this.process",
    "a header's value": "gateway-word-1",
    "an AWS secret": "aws/secret+of/ours",
    "an AWS id": "access-id-of-ours",
    "an AWS id's shape": "AKIAIOSFODNN7EXAMPLE",
    "a bearer token": "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x",
    "a URL's password": "someone:pass-word",
    "a configured one": "PIN-1234",
}
KEPT = [
    "analytics", "eu-central-1", "order-checks", "short", "/home/someone-else",
    "the bearer acknowledgements of bonds", "http://gateway.example", "a@b.example", "PIN-12",
    "/run/secrets/identity", "task-ant-1234567", "Grüße",
]  # fmt: skip


@pytest.fixture(name="redactor")
def make_redactor() -> Redactor:
    return Redactor([r"PIN-\d{4}", "x*"], ENVIRONMENT)


@pytest.mark.parametrize("secret", HIDDEN.values(), ids=HIDDEN)
def test_a_secret_is_blacked_out(redactor: Redactor, secret: str) -> None:
    said = redactor.text(f"see https://{secret}@host and so on")
    assert secret not in said
    assert BLACK in said
    assert said.startswith("see https://")
    assert said.endswith("host and so on")


@pytest.mark.parametrize("words", KEPT)
def test_other_words_stay(words: str) -> None:
    redactor = Redactor([r"PIN-\d{4}"], ENVIRONMENT)
    assert redactor.text(words) == words


def test_json_is_searched_to_its_depth(redactor: Redactor) -> None:
    value = {"a PIN-1234": [{"b": "PIN-1234", "c": [1, None, True, 2.5]}]}
    assert redactor.json(value) == {f"a {BLACK}": [{"b": BLACK, "c": [1, None, True, 2.5]}]}


def test_the_shape_of_a_message_stays() -> None:
    redactor = Redactor(["text|user|t1|run|tool_use|sigPIN"], {})
    thought = {"type": "thinking", "thinking": "text", "signature": "sigPIN"}
    call = {"type": "tool_use", "id": "t1", "name": "run", "input": {"code": "run(text)"}}
    said = {"type": "text", "text": "a text"}
    result = {"type": "tool_result", "tool_use_id": "t1", "content": [said], "is_error": True}
    cleaned = redactor.message({"role": "user", "content": [thought, call, said, result]})
    clean_said = {"type": "text", "text": f"a {BLACK}"}
    assert cleaned == {
        "role": "user",
        "content": [
            thought,
            call | {"input": {"code": f"{BLACK}({BLACK})"}},
            clean_said,
            result | {"content": [clean_said]},
        ],
    }


def test_half_a_character_can_be_sent(redactor: Redactor) -> None:
    assert redactor.text("a\ud800b").encode() == "a\ufffdb".encode()


def test_a_pattern_that_is_none_is_told() -> None:
    with pytest.raises(WorkspaceError, match=r"prompts\.secrets: '\('") as caught:
        Redactor(["("])
    assert caught.value.code == "bad-settings"


SAID = f"The code is PIN-1234, the key {KEY}."


def test_nothing_secret_leaves_or_is_kept(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(text(SAID), fails(400, "invalid_request_error", SAID))
    model = asking.model(prompts={"secrets": [r"PIN-\d{4}"]})
    asked = request(
        system=({"text": SAID},),
        messages=(
            {"role": "user", "content": SAID},
            {"role": "assistant", "content": [thinking("PIN-1234 is what I thought.")]},
            {"role": "user", "content": [{"type": "text", "text": SAID}]},
        ),
        tools=({"name": "run", "description": SAID, "parameters": {"type": SAID}},),
    )
    assert model.ask(asked).text == SAID
    with pytest.raises(ProviderError) as caught:
        model.ask(asked)

    kept = asking.workspace.prompt_log_file.read_text("utf-8")
    sent = [str(body) for body in messages_server.bodies()]
    own_thought = "PIN-1234 is what I thought."
    assert all(own_thought in body for body in sent)
    sent = [body.replace(own_thought, "") for body in sent]
    for words in (kept, *sent, str(caught.value)):
        assert "PIN-1234" not in words
        assert KEY not in words
        assert BLACK in words


def test_a_pending_call_holds_no_secret(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(fails(529, "overloaded_error"), text("ok"))
    model = asking.model(prompts={"secrets": [r"PIN-\d{4}"]})
    seen: list[str] = []
    model.sleep = lambda _: seen.extend(
        path.read_text("utf-8") for path in asking.workspace.calls_out.iterdir()
    )
    model.ask(request(messages=({"role": "user", "content": SAID},)))
    assert len(seen) == 1
    assert BLACK in seen[0]
    assert "PIN-1234" not in seen[0]
