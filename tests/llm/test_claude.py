"""What is sent, what comes back, how it is waited for, and what later requests inherit."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import Any

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.model import PromptBlock
from backend.contracts.prompt import Ending
from backend.llm.claude import ClaudeModel
from tests.llm.answers import (
    Answer,
    answers_json,
    calls_tool,
    drips,
    fails,
    fails_in_stream,
    hangs_up,
    text,
    thinking,
)
from tests.llm.asking import SCHEMA, Asking, request
from tests.llm.messages_server import MessagesServer

TOOL = {"name": "run", "description": "Runs code.", "parameters": {"type": "object"}}
GRAMMAR = fails(400, "invalid_request_error", "The compiled grammar is too large.")


@pytest.mark.parametrize("most", [1000, 21_333, 21_334, 64_000])
def test_an_answer_comes_back_whole(
    messages_server: MessagesServer, asking: Asking, most: int
) -> None:
    messages_server.play(text("Grüße").but(cache_read_input_tokens=900))
    reply = asking.ask(most_tokens=most)

    assert (reply.text, reply.stop, reply.model) == ("Grüße", "end_turn", "claude-haiku-5-5")
    assert reply.content[0] == thinking("Let me see.")
    assert reply.usage.all_input == 1000
    assert reply.usd == pytest.approx((100 * 0.10 + 900 * 0.01 + 20 * 0.50) / 1e6)
    assert bool(messages_server.bodies()[0].get("stream")) is (most > 21_333)
    [record] = asking.records()
    assert (record.hash, record.ending) == (reply.record, Ending.ANSWERED)
    assert (record.usage, record.usd, record.run_id) == (reply.usage, reply.usd, "run-1")
    assert record.request_id == reply.request_id == "req_1"
    assert isinstance(record.response, dict)
    assert record.response["content"] == [*reply.content]
    sent = {name: each for name, each in messages_server.bodies()[0].items() if name != "stream"}
    assert record.request == sent


@pytest.mark.parametrize("most", [1000, 30_000])
def test_a_tool_is_called(messages_server: MessagesServer, asking: Asking, most: int) -> None:
    messages_server.play(calls_tool("run", {"code": "x = 'é'\n"}, says="I try."))
    reply = asking.ask(tools=(TOOL,), answer=SCHEMA, most_tokens=most)
    [call] = reply.calls
    assert (call.name, call.arguments, call.id) == ("run", {"code": "x = 'é'\n"}, "toolu_1")
    assert (reply.text, reply.stop) == ("I try.", "tool_use")
    tools = messages_server.bodies()[0]["tools"]
    assert tools == [
        {"name": "run", "description": "Runs code.", "input_schema": TOOL["parameters"]}
    ]


def test_a_body_holds_what_was_asked_and_nothing_random(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.play(answers_json({"kind": "a"}), answers_json({"kind": "a"}))
    for _ in range(2):
        assert json.loads(asking.ask(answer=SCHEMA).text) == {"kind": "a"}
    first, second = messages_server.bodies()
    assert first == second == {
        "model": "claude-haiku-5-5",
        "max_tokens": 1000,
        "system": [
            {
                "type": "text",
                "text": "You plan checks.",
                "cache_control": {"type": "ephemeral"},
            },
            {"type": "text", "text": "Now."},
        ],
        "messages": [{"role": "user", "content": "Flag what is wrong."}],
        "output_config": {
            "effort": "medium",
            "format": {"type": "json_schema", "schema": SCHEMA},
        },
    }  # fmt: skip


def test_at_most_four_blocks_are_cached(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(text("ok"))
    asking.ask(system=tuple(PromptBlock(text=f"{n}", cached=True) for n in range(6)))
    marked = ["cache_control" in block for block in messages_server.bodies()[0]["system"]]
    assert marked == [False, False, True, True, True, True]


def test_bounds_that_the_api_knows_none_of_go_in_words(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.play(answers_json({"n": 1}))
    schema = {"type": "object", "properties": {"n": {"type": "integer", "minimum": 1}}}
    asking.ask(answer=schema)
    sent = messages_server.bodies()[0]["output_config"]["format"]["schema"]
    assert sent["additionalProperties"] is False
    assert "minimum" not in sent["properties"]["n"]
    assert "minimum: 1" in sent["properties"]["n"]["description"]


def test_a_schema_that_is_too_large_is_asked_for_in_words_from_then_on(
    messages_server: MessagesServer, asking: Asking
) -> None:
    fenced = text('Here it is:\n```json\n{"kind": "a"}\n```')
    messages_server.play(GRAMMAR, fenced, answers_json({"kind": "b"}))
    model = asking.model()
    assert json.loads(model.ask(request(answer=SCHEMA)).text) == {"kind": "a"}
    assert json.loads(model.ask(request(answer=SCHEMA)).text) == {"kind": "b"}
    first, *lenient = messages_server.bodies()
    assert "format" in first["output_config"]
    for body in lenient:
        assert body["output_config"] == {"effort": "medium"}
        assert json.dumps(SCHEMA) in body["system"][-1]["text"]
        assert body["system"][:-1] == first["system"]
    codes = [record.code for record in asking.records()]
    assert codes == ["grammar-too-large", "", ""]


PASSING: dict[str, tuple[list[Answer], list[float]]] = {
    "retry-after": ([fails(429, "rate_limit_error", retry_after="7")], [7.0]),
    "milliseconds": ([fails(429, "rate_limit_error", retry_after_ms="1500")], [1.5]),
    "both": ([fails(429, "rate_limit_error", retry_after_ms="20", retry_after="9")], [0.02]),
    "a day gone by": (
        [fails(503, "api_error", retry_after="Wed, 21 Oct 2015 07:28:00 GMT")], [0.0],
    ),
    "not a number": ([fails(529, "overloaded_error", retry_after="nan")], [0.5]),
    "nonsense": ([fails(529, "overloaded_error", retry_after="soon")], [0.5]),
    "twice": ([fails(500, "api_error"), hangs_up()], [0.5, 1.0]),
    "told to": ([fails(400, "invalid_request_error", x_should_retry="true")], [0.5]),
}  # fmt: skip


@pytest.mark.parametrize(("answers", "waits"), PASSING.values(), ids=PASSING)
def test_what_passes_is_waited_out(
    messages_server: MessagesServer, asking: Asking, answers: list[Answer], waits: list[float]
) -> None:
    messages_server.play(*answers, text("ok"))
    assert asking.ask().text == "ok"
    assert asking.slept == [pytest.approx(wait, rel=0.25) for wait in waits]
    assert asking.slept <= waits
    [record] = asking.records()
    assert (record.attempts, record.ending) == (len(answers) + 1, Ending.ANSWERED)


def test_a_stream_that_breaks_begins_again(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(fails_in_stream(text("half of it")), text("whole"))
    assert asking.ask(most_tokens=30_000).text == "whole"


def test_patience_is_not_spent_twice(messages_server: MessagesServer, asking: Asking) -> None:
    overloaded = fails(529, "overloaded_error")
    model = asking.model(model={"retries": 2})
    messages_server.play(*[overloaded] * 3, overloaded, text("ok"), overloaded, text("again"))
    for attempts in (3, 1):
        with pytest.raises(ProviderError, match="overloaded"):
            model.ask(request())
        assert asking.records()[-1].attempts == attempts
    assert model.ask(request()).text == "ok"
    assert model.ask(request()).text == "again"


@pytest.mark.parametrize(
    "answer",
    [fails(401, "authentication_error"), fails(402, "billing_error")],
    ids=["bad-key", "billing"],
)
def test_a_failure_of_the_account_ends_the_asking(
    messages_server: MessagesServer, asking: Asking, answer: Answer
) -> None:
    messages_server.play(answer)
    model = asking.model()
    codes = []
    for _ in range(3):
        with pytest.raises(ProviderError) as caught:
            model.ask(request())
        codes.append(caught.value.code)
    assert len({*codes}) == 1
    assert len(messages_server.asked) == len(asking.records()) == 1


def test_a_client_of_ones_own_is_used(messages_server: MessagesServer, asking: Asking) -> None:
    import anthropic

    client = anthropic.Anthropic(api_key="own-key-0123", base_url=messages_server.url)
    messages_server.play(fails(500, "api_error"), text("ok"))
    assert asking.model(client).ask(request()).text == "ok"
    assert [each.headers["authorization"] for each in messages_server.asked] == [
        "Bearer own-key-0123"
    ] * 2
    assert {each.headers["x-stainless-retry-count"] for each in messages_server.asked} == {"0"}


def test_an_interrupted_call_is_on_record(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(fails(529, "overloaded_error"))
    model = asking.model()

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    model.sleep = interrupt
    with pytest.raises(KeyboardInterrupt):
        model.ask(request())
    assert [record.ending for record in asking.records()] == [Ending.INTERRUPTED]


def test_threads_ask_at_once(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(*(text(f"{n}") for n in range(12)))
    model = asking.model()
    replies: list[Any] = []
    threads = [
        threading.Thread(target=lambda n=n: replies.append(model.ask(request(check_id=f"C{n}"))))
        for n in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {reply.text for reply in replies} == {f"{n}" for n in range(12)}
    assert {record.hash for record in asking.records()} == {reply.record for reply in replies}
    assert model.spent.calls == 12
    assert model.spent_on("C3").calls == 1


def test_the_name_tells_the_ladder(asking: Asking) -> None:
    model = asking.model()
    assert model.name == (
        "claude@claude-haiku-5-5:medium+claude-sonnet-5-5:medium+claude-opus-5-5:medium"
    )
    assert model.rungs == 3


def test_a_higher_rung_is_another_model(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(text("ok"))
    assert asking.ask(rung=2).model == "claude-opus-5-5"
    with pytest.raises(ProviderError, match="ladder has 3") as caught:
        asking.ask(rung=3)
    assert caught.value.code == "no-such-rung"


def test_the_sdk_is_not_imported_before_a_call(asking: Asking) -> None:
    code = (
        "import sys, backend.llm.claude, backend.llm.scripted, backend.llm.batch\n"
        "sys.exit('anthropic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_port_is_kept(asking: Asking) -> None:
    from backend.contracts.ports import Model

    model: Model = asking.model()
    assert isinstance(model, ClaudeModel)


@pytest.mark.parametrize("share", ["names", "samples"])
def test_the_record_tells_what_was_shared(
    messages_server: MessagesServer, asking: Asking, share: str
) -> None:
    messages_server.play(text("ok"))
    asking.model(privacy={"share": share}).ask(request())
    assert asking.records()[0].shared == share


def test_a_log_that_cannot_be_kept_stops_the_call(
    messages_server: MessagesServer, asking: Asking
) -> None:
    model = asking.model()
    asking.workspace.prompt_log_file.parent.mkdir(exist_ok=True)
    asking.workspace.prompt_log_file.write_text("{}\n")
    from backend.contracts.errors import WorkspaceError

    with pytest.raises(WorkspaceError) as caught:
        model.ask(request())
    assert caught.value.code == "broken-audit-log"
    assert messages_server.asked == []


def test_a_service_that_drips_is_given_up(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(drips())
    model = asking.model(model={"timeout_seconds": 0.3, "retries": 0})
    with pytest.raises(ProviderError) as caught:
        model.ask(request())
    assert caught.value.code == "timeout"
