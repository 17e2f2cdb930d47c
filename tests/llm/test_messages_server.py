"""The server itself: what the SDK makes of its answers, and that nothing goes unplayed."""

from __future__ import annotations

import anthropic
import pytest

from tests.llm.answers import (
    Answer,
    answers_json,
    breaks_off,
    calls_tool,
    fails,
    fails_in_stream,
    hangs,
    hangs_up,
    html,
    refuses,
    sends,
    text,
)
from tests.llm.messages_server import MessagesServer, UnplayedAnswers

ASK = {
    "model": "claude-haiku-5-5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hello."}],
}
MESSAGES = {
    "text": text("Grüße\n"),
    "json": answers_json({"a": [1, None]}),
    "tool": calls_tool("run", {"code": "x = 1\n"}, says="I try."),
    "refusal": refuses(),
    "truncated": text("{", stop="max_tokens"),
    "other tokens": text("ok").but(cache_read_input_tokens=900),
}


@pytest.fixture
def client(messages_server: MessagesServer) -> anthropic.Anthropic:
    return anthropic.Anthropic(max_retries=0, timeout=0.5)


@pytest.mark.parametrize("answer", MESSAGES.values(), ids=MESSAGES)
def test_a_stream_gives_the_same_message(
    messages_server: MessagesServer, client: anthropic.Anthropic, answer: Answer
) -> None:
    messages_server.play(answer, answer)
    whole = client.messages.create(**ASK).to_dict()
    with client.messages.stream(**ASK) as events:
        streamed = events.get_final_message().to_dict()
    assert answer.message is not None
    assert whole == {"model": ASK["model"]} | answer.message
    for block in streamed["content"]:
        block.pop("parsed_output", None)
    assert {name: streamed[name] for name in whole} == whole


FAILURES: dict[str, tuple[Answer, type[anthropic.APIError]]] = {
    "429": (fails(429, "rate_limit_error", retry_after="1"), anthropic.RateLimitError),
    "spend": (
        fails(429, "rate_limit_error", code="enforced_spend_limit_reached"),
        anthropic.EnforcedSpendLimitReachedError,
    ),
    "529": (fails(529, "overloaded_error"), anthropic.OverloadedError),
    "html": (html(), anthropic.InternalServerError),
    "hangs": (hangs(), anthropic.APITimeoutError),
    "hangs up": (hangs_up(), anthropic.APIConnectionError),
    "breaks off": (breaks_off(text("Grüße")), anthropic.APIConnectionError),
}


@pytest.mark.parametrize(("answer", "error"), FAILURES.values(), ids=FAILURES)
def test_a_failure_reaches_the_client(
    messages_server: MessagesServer,
    client: anthropic.Anthropic,
    answer: Answer,
    error: type[anthropic.APIError],
) -> None:
    messages_server.play(answer)
    with pytest.raises(error) as caught:
        client.messages.create(**ASK)
    assert type(caught.value) is error


def test_a_stream_fails_on_its_way(
    messages_server: MessagesServer, client: anthropic.Anthropic
) -> None:
    messages_server.play(fails_in_stream(text("Grüße")))
    with pytest.raises(anthropic.APIStatusError), client.messages.stream(**ASK) as events:
        events.until_done()


def test_models_and_tokens_are_told(
    messages_server: MessagesServer, client: anthropic.Anthropic
) -> None:
    messages_server.models.append(("claude-old", "retired"))
    assert [info.lifecycle for info in client.models.list()][-2:] == ["active", "retired"]
    told = client.messages.count_tokens(model="m", messages=[{"role": "user", "content": "Hi."}])
    assert told.input_tokens > 0


def test_answers_wait_for_the_request_that_they_are_for(
    messages_server: MessagesServer, client: anthropic.Anthropic
) -> None:
    messages_server.play(text("late").only(lambda body: body["max_tokens"] == 7), text("first"))
    first = client.messages.create(**ASK)
    late = client.messages.create(**(ASK | {"max_tokens": 7}))
    assert [first.content[-1].text, late.content[-1].text] == ["first", "late"]
    messages_server.wait_for(2)


def test_an_answer_that_is_left_over_fails() -> None:
    with pytest.raises(UnplayedAnswers, match="1 left over"), MessagesServer() as server:
        server.play(sends("{}"))


def test_a_request_without_an_answer_fails(no_credentials: object) -> None:
    with pytest.raises(UnplayedAnswers, match="no answer for"), MessagesServer() as server:
        client = anthropic.Anthropic(api_key="k", base_url=server.url, max_retries=0)
        with pytest.raises(anthropic.BadRequestError):
            client.messages.create(**ASK)
