"""The scripted model plays what it was told, on the record, and nothing goes unplayed."""

from __future__ import annotations

import json

import pytest

from backend.contracts.errors import AgentError, ProviderError
from backend.contracts.model import ModelReply, Usage
from backend.contracts.ports import Model
from backend.contracts.prompt import Ending
from backend.contracts.workspace import Workspace
from backend.llm.scripted import ScriptedModel, calls_tool
from backend.store.prompt_log import WrittenPromptLog, read_prompts, verify_chain
from tests.llm.asking import request


def test_answers_come_in_order() -> None:
    with ScriptedModel("one", {"kind": "é"}, lambda asked: f"rung {asked.rung}") as model:
        port: Model = model
        said = [port.ask(request()).text for _ in range(2)]
        assert said == ["one", '{"kind": "é"}']
        last = port.ask(request(rung=2))
    assert (last.text, last.model, last.stop) == ("rung 2", "scripted-2", "end_turn")
    assert [asked.rung for asked in model.asked] == [0, 0, 2]
    assert model.spent.calls == 3


def test_an_answer_waits_for_its_check_and_purpose() -> None:
    model = ScriptedModel()
    model.play("for 2", check_id="CHK-2").play("to heal", purpose="heal").play("any")
    assert model.ask(request()).text == "any"
    assert model.ask(request(purpose="heal")).text == "to heal"
    assert model.ask(request(check_id="CHK-2")).text == "for 2"
    model.close()


def test_a_tool_call_and_its_usage() -> None:
    reply = calls_tool("run", {"code": "x"}).model_copy(
        update={"usage": Usage(input=5, output=2), "usd": 0.5}
    )
    model = ScriptedModel(reply)
    played = model.ask(request())
    assert (played.stop, played.calls[0].arguments) == ("tool_use", {"code": "x"})
    assert played.content[0]["type"] == "tool_use"
    assert (model.spent.usd, model.spent.usage) == (0.5, Usage(input=5, output=2))


def test_an_answer_that_is_left_over_fails() -> None:
    with pytest.raises(AgentError, match="2 answers were not asked for") as caught:
        ScriptedModel("a", "b").close()
    assert caught.value.code == "unplayed"


def test_a_question_without_an_answer_fails_even_if_it_was_swallowed() -> None:
    model = ScriptedModel()
    with pytest.raises(ProviderError, match="no answer for 'plan'") as caught:
        model.ask(request())
    assert caught.value.code == "unplayed"
    with pytest.raises(AgentError) as at_end:
        model.close()
    assert at_end.value.code == "unplayed"


def test_an_error_on_its_way_is_not_covered() -> None:
    with pytest.raises(ZeroDivisionError), ScriptedModel("left over"):
        raise ZeroDivisionError


def test_exchanges_are_on_record(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    refusal = ProviderError("CHK-1: refused.", code="refused")
    model = ScriptedModel("yes", refusal, log=log, run_id="r")
    reply = model.ask(request())
    with pytest.raises(ProviderError, match="refused"):
        model.ask(request())

    first, second = read_prompts(workspace)
    assert (first.hash, first.ending, first.run_id) == (reply.record, Ending.ANSWERED, "r")
    assert ModelReply.model_validate(first.response).text == "yes"
    assert (second.ending, second.code) == (Ending.REFUSED, "refused")
    assert verify_chain(workspace).ok
    assert json.dumps(first.request).count("Flag what is wrong.") == 1
