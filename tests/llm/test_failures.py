"""Every way in which a call fails, over real HTTP: its code, its record, what it cost, its cure."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.prompt import Ending
from backend.llm.failures import CAUSES, Failed, explain
from tests.llm.answers import (
    Answer,
    breaks_off,
    calls_tool,
    fails,
    fails_in_stream,
    hangs,
    hangs_up,
    html,
    message,
    refuses,
    sends,
    stream,
    text,
    thinking,
)
from tests.llm.asking import SCHEMA, Asking, request
from tests.llm.messages_server import MessagesServer

LONG: dict[str, Any] = {"most_tokens": 30_000}
FORMAT: dict[str, Any] = {"answer": SCHEMA}
INVALID = "invalid_request_error"


class Case(NamedTuple):
    """Answers, the code they come to, how many requests were sent, and a word of the message."""

    answers: list[Answer]
    code: str
    sent: int
    word: str
    asked: dict[str, Any] = {}


TRIED = 4
CASES: dict[str, Case] = {
    "401 bad key": Case([fails(401, "authentication_error")], "bad-key", 1, "not accepted"),
    "402 billing": Case([fails(402, "billing_error")], "billing", 1, "billed"),
    "400 no credit": Case([fails(400, INVALID, "Your credit balance is low")], "billing", 1, "bil"),
    "403 permission": Case([fails(403, "permission_error")], "no-permission", 1, "access"),
    "403 from a gateway that is no API": Case(
        [sends('{"detail": "no"}', status=403)], "no-permission", 1, "access"
    ),
    "404 unknown model": Case([fails(404, "not_found_error")], "unknown-model", 1, "opus-5-5"),
    "413 too large": Case([fails(413, "request_too_large")], "too-large", 1, "Split"),
    "400 prompt too long": Case(
        [fails(400, INVALID, "prompt is too long: 9 > 8 maximum")], "context-too-long", 1, "9 > 8"
    ),
    "400 malformed": Case([fails(400, INVALID, "messages: odd")], "bad-request", 1, "s: odd"),
    "422": Case([fails(422, "odd_error", "no")], "bad-request", 1, "refused the request"),
    "429 for ever": Case([fails(429, "rate_limit_error")] * TRIED, "rate-limited", TRIED, "4 att"),
    "429 asks for too long": Case(
        [fails(429, "rate_limit_error", retry_after="3600")], "rate-limited", 1, "later"
    ),
    "429 spend limit": Case(
        [fails(429, "rate_limit_error", code="enforced_spend_limit_reached")],
        "spend-limit", 1, "spend limit",
    ),
    "402 spend limit of the parent": Case(
        [fails(402, "billing_error", code="linked_organization_spend_limit_reached")],
        "spend-limit", 1, "spend limit",
    ),
    "429 ramp": Case(
        [fails(429, "rate_limit_error", code="ramp_limit_exceeded")], "ramp-limited", 1, "grew"
    ),
    "529 for ever": Case([fails(529, "overloaded_error")] * TRIED, "overloaded", TRIED, "overload"),
    "529 not to be retried": Case(
        [fails(529, "overloaded_error", x_should_retry="false")], "overloaded", 1, "overloaded"
    ),
    "500 for ever": Case([fails(500, "api_error")] * TRIED, "server-error", TRIED, "failed"),
    "500 empty": Case([sends("", status=500)] * TRIED, "server-error", TRIED, "status 500"),
    "408": Case([fails(408, "timeout_error")] * TRIED, "timeout", TRIED, "in time"),
    "connection reset": Case([hangs_up()] * TRIED, "connection-lost", TRIED, "lost"),
    "reset in the body": Case([breaks_off(text("x" * 99))] * TRIED, "connection-lost", TRIED, "lo"),
    "reset in a stream": Case(
        [breaks_off(text("x" * 99))] * TRIED, "connection-lost", TRIED, "lost", LONG
    ),
    "502 from a proxy": Case([html(502)] * TRIED, "bad-gateway", TRIED, "proxy"),
    "404 from a proxy": Case([html(404)], "bad-gateway", 1, "ANTHROPIC_BASE_URL"),
    "200 page of a proxy": Case([html(200)], "bad-gateway", 1, "a web page"),
    "200 page in a stream's place": Case([html(200)], "bad-gateway", 1, "a web page", LONG),
    "cut JSON": Case([sends('{"type": "mess')], "malformed-answer", 1, "promises"),
    "NaN": Case([sends('{"type": NaN}')], "malformed-answer", 1, "promises"),
    "half a character": Case([text("\ud800")], "malformed-answer", 1, "promises"),
    "no message": Case([sends('{"ok": true}')], "malformed-answer", 1, "no message"),
    "a list": Case([sends("[1]")], "malformed-answer", 1, "no message"),
    "nested too deep": Case([sends("[" * 100_000)], "malformed-answer", 1, "promises"),
    "unknown stop": Case([text("x", stop="tired")], "malformed-answer", 1, "tired"),
    "a call without its stop": Case(
        [message({"type": "tool_use", "id": "t", "name": "run", "input": {}})],
        "malformed-answer", 1, "1 calls",
    ),
    "a stop without its call": Case([text("x", stop="tool_use")], "malformed-answer", 1, "0 calls"),
    "prose for JSON": Case([text("Sure! Here you go.")], "malformed-answer", 1, "JSON", FORMAT),
    "events that are none": Case(
        [sends("event: message_start\ndata: {x\n\n", kind="text/event-stream")],
        "malformed-answer", 1, "promises", LONG,
    ),
    "a stream of nothing": Case(
        [sends("", kind="text/event-stream")], "malformed-answer", 1, "no message", LONG
    ),
    "a stream that ends before its message": Case(
        [sends(b"".join([*stream(text("x" * 99))][:-2]), kind="text/event-stream")] * TRIED,
        "connection-lost", TRIED, "ended before", LONG,
    ),
    "overload in a stream": Case(
        [fails_in_stream(text("abc"))] * TRIED, "overloaded", TRIED, "on the way", LONG
    ),
    "refusal": Case([refuses()], "refused", 1, "frontier_llm: Not this one"),
    "refusal in a stream": Case([refuses(None)], "refused", 1, "Not this one", LONG),
    "cut at its longest": Case([text("{", stop="max_tokens")], "truncated", 1, "split"),
    "context full": Case(
        [text("x", stop="model_context_window_exceeded")], "context-too-long", 1, "context"
    ),
    "paused": Case([text("x", stop="pause_turn")], "stopped-pause", 1, "paused"),
    "nothing said": Case([message(thinking("Hm."))], "empty-answer", 1, "no text"),
    "blanks": Case([text(" \n")], "empty-answer", 1, "no text"),
    "arguments that are no object": Case(
        [calls_tool("run", "x = 1")], "tool-arguments-broken", 1, "arguments"
    ),
    "arguments cut in a stream": Case(
        [calls_tool("run", '{"code": "x')], "tool-arguments-broken", 1, "arguments", LONG
    ),
    "schema too large, twice": Case(
        [fails(400, INVALID, "The compiled grammar is too large"), fails(400, INVALID, "no")],
        "bad-request", 2, "malformed", FORMAT,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_failure_has_its_code_and_its_record(
    messages_server: MessagesServer, asking: Asking, case: Case
) -> None:
    messages_server.play(*case.answers)
    with pytest.raises(ProviderError) as caught:
        asking.ask(**case.asked)

    said = str(caught.value)
    assert caught.value.code == case.code
    assert case.word in said
    assert said.startswith("CHK-1, claude-haiku-5-5: ")
    assert said.endswith(".")
    assert len(messages_server.asked) == case.sent
    last = asking.records()[-1]
    assert (last.code, last.model) == (case.code, "claude-haiku-5-5")
    assert last.ending is (Ending.REFUSED if case.code == "refused" else Ending.FAILED)
    assert last.response is not None
    assert sum(record.attempts for record in asking.records()) == case.sent


def test_the_table_has_every_failure_of_the_service() -> None:
    elsewhere = {
        "no-key", "bad-setup", "no-network", "bad-certificate", "retired-model", "interrupted",
        "expired", "canceled", "no-result", "no-batches", "grammar-too-large",
    }  # fmt: skip
    assert {case.code for case in CASES.values()} | elsewhere == set(CAUSES)


@pytest.mark.parametrize("code", CAUSES)
def test_a_message_is_place_fact_cure(code: str) -> None:
    said = str(explain(Failed(code, "it\n said  so."), "CHK-1, m"))
    assert said.startswith(f"CHK-1, m: {CAUSES[code].fact} (it said so). ")
    assert CAUSES[code].fact[0].islower()
    assert not {"!", "sorry", "please"} & {*said, *said.lower().split()}


@pytest.mark.parametrize("asked", [{}, LONG], ids=["whole", "streamed"])
def test_a_slow_service_is_given_up(
    messages_server: MessagesServer, asking: Asking, asked: dict[str, Any]
) -> None:
    messages_server.play(hangs(), hangs())
    model = asking.model(model={"timeout_seconds": 0.2, "retries": 1})
    with pytest.raises(ProviderError, match="in time after 2 attempts") as caught:
        model.ask(request(**asked))
    assert caught.value.code == "timeout"


def test_a_retired_model_is_told_with_those_that_are_there(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.models.append(("claude-haiku-4-5", "retired"))
    messages_server.play(fails(404, "not_found_error"))
    rung = {"model": "claude-haiku-4-5", "price": dict.fromkeys(PRICES, 1.0)}
    with pytest.raises(ProviderError, match="claude-sonnet-5-5") as caught:
        asking.model(model={"ladder": [rung]}).ask(request())
    assert caught.value.code == "retired-model"
    assert "claude-haiku-4-5." not in str(caught.value)


PRICES = ("input", "output", "cache_read", "cache_write")


@pytest.mark.usefixtures("no_credentials")
def test_no_key_is_told_before_anything_is_sent(asking: Asking) -> None:
    with pytest.raises(ProviderError, match="ANTHROPIC_API_KEY") as caught:
        asking.ask()
    assert caught.value.code == "no-key"
    assert asking.records() == []


def test_no_network(
    messages_server: MessagesServer, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    with pytest.raises(ProviderError, match="refused") as caught:
        asking.ask()
    assert caught.value.code == "no-network"
    assert asking.records()[-1].attempts == TRIED
