"""Many requests at half the price: same budget, same records, same judgement."""

from __future__ import annotations

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelReply
from backend.contracts.prompt import Ending
from backend.llm.batch import ask_together
from tests.llm.answers import fails, refuses, text
from tests.llm.asking import SCHEMA, Asking, request
from tests.llm.messages_server import MessagesServer

GRAMMAR = fails(400, "invalid_request_error", "The compiled grammar is too large.")


def test_replies_come_in_the_order_of_the_requests(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.batches.polls = 2
    messages_server.play(*(text(f"answer {n}") for n in range(5)))
    model, told = asking.model(), list[str]()
    replies = ask_together(
        model, [request(check_id=f"CHK-{n}") for n in range(5)], tell=told.append
    )

    assert [reply.text for reply in replies if isinstance(reply, ModelReply)] == [
        f"answer {n}" for n in range(5)
    ]
    assert told == ["msgbatch_1: in_progress"] * 2 + ["msgbatch_1: ended"]
    assert asking.slept == [2.0, 3.0]
    assert [each.path for each in messages_server.others].count("/v1/messages/batches") == 1
    assert model.spent.calls == 5
    assert model.spent.usd == pytest.approx(5 * (100 * 0.1 + 20 * 0.5) / 1e6 / 2)
    assert model.spent.saved_usd == pytest.approx(model.spent.usd)
    records = asking.records()
    assert [record.check_id for record in records] == [f"CHK-{n}" for n in range(5)]
    assert {record.request_id for record in records} == {"msgbatch_1"}


def test_each_request_ends_for_itself(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.batches.expires = {"request-3"}
    messages_server.batches.forgets = {"request-4"}
    messages_server.play(
        text('{"kind": "a"}'),
        refuses(),
        GRAMMAR,
        text("too late"),
        text("lost"),
        fails(400, "overloaded_error"),
        text("{", stop="max_tokens"),
    )
    replies = ask_together(asking.model(), [request(answer=SCHEMA)] * 7)
    ends = [reply.code if isinstance(reply, ProviderError) else reply.text for reply in replies]
    assert ends == [
        '{"kind": "a"}', "refused", "grammar-too-large", "expired", "no-result", "overloaded",
        "truncated",
    ]  # fmt: skip
    assert [record.code for record in asking.records()] == ["", *ends[1:]]


def test_a_request_that_the_budget_cannot_bear_is_left_out(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.play(text("ok"), text("ok"))
    model = asking.model(budget={"usd_per_run": 0.0007})
    replies = ask_together(model, [request(check_id=f"C{n}") for n in range(3)])
    assert [getattr(reply, "code", "ok") for reply in replies] == ["ok", "ok", "budget-spent"]
    assert len(asking.records()) == 2


def test_nothing_to_ask_asks_nothing(messages_server: MessagesServer, asking: Asking) -> None:
    assert ask_together(asking.model(), []) == []
    assert messages_server.others == []


@pytest.mark.usefixtures("no_credentials")
def test_without_a_key_every_request_fails_alike(asking: Asking) -> None:
    replies = ask_together(asking.model(), [request()] * 2)
    assert [reply.code for reply in replies if isinstance(reply, ProviderError)] == ["no-key"] * 2


def test_a_platform_without_batches_tells_so(
    messages_server: MessagesServer, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "k")
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    model = asking.model(model={"platform": "bedrock"})
    [error] = ask_together(model, [request()])
    assert isinstance(error, ProviderError)
    assert error.code == "no-batches"
    assert [record.code for record in asking.records()] == ["no-batches"]


def test_a_batch_that_nobody_waits_for_is_canceled(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.play(text("ok"))
    model = asking.model()

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    model.sleep = interrupt
    with pytest.raises(KeyboardInterrupt):
        ask_together(model, [request()])
    assert messages_server.others[-1].path == "/v1/messages/batches/msgbatch_1/cancel"
    assert [record.ending for record in asking.records()] == [Ending.INTERRUPTED]


def test_a_service_that_fails_for_a_while_is_asked_again(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.batches.failures = 2
    messages_server.play(text("ok"))
    [reply] = ask_together(asking.model(), [request()])
    assert isinstance(reply, ModelReply)
    assert len(asking.slept) == 3
