"""No request goes out that the budget could not bear."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.model import Spent, Usage
from backend.contracts.prompt import Ending
from backend.contracts.settings import BudgetSettings
from backend.llm.budget import Budget, Most
from tests.llm.answers import breaks_off, fails, text
from tests.llm.asking import Asking, request
from tests.llm.messages_server import MessagesServer

LIMITS: dict[str, tuple[dict[str, Any], str]] = {
    "usd for a check": ({"usd_per_check": 0.00049}, "usd_per_check"),
    "usd for the run": ({"usd_per_run": 0.00049}, "usd_per_run"),
    "tokens for a check": ({"tokens_per_check": 1_000}, "tokens_per_check"),
    "tokens for the run": ({"tokens_per_run": 1_000}, "tokens_per_run"),
    "no money": ({"usd_per_run": 0}, "usd_per_run"),
    "no tokens": ({"tokens_per_check": 0}, "tokens_per_check"),
}


@pytest.mark.parametrize(("limit", "name"), LIMITS.values(), ids=LIMITS)
def test_a_call_beyond_a_limit_is_not_made(
    messages_server: MessagesServer, asking: Asking, limit: dict[str, Any], name: str
) -> None:
    model = asking.model(budget=limit)
    with pytest.raises(ProviderError, match=rf"^CHK-1: .*Raise budget\.{name} in ") as caught:
        model.ask(request())
    assert caught.value.code == "budget-spent"
    assert messages_server.asked == messages_server.others == []
    assert asking.records() == []
    assert model.spent == Spent()


def test_a_prompt_that_was_only_counted_is_on_record(
    messages_server: MessagesServer, asking: Asking
) -> None:
    model = asking.model(budget={"tokens_per_check": 1_020})
    with pytest.raises(ProviderError, match="are left") as caught:
        model.ask(request())
    assert caught.value.code == "budget-spent"
    assert [each.path for each in messages_server.others] == ["/v1/messages/count_tokens"]
    [record] = asking.records()
    assert (record.ending, record.code) == (Ending.FAILED, "budget-spent")
    assert record.request
    assert model.spent == Spent()


def test_the_services_own_count_is_asked_where_the_sure_bound_does_not_fit(
    messages_server: MessagesServer, asking: Asking
) -> None:
    messages_server.play(text("ok"))
    asking.model(budget={"tokens_per_check": 2_000}).ask(request())
    assert [each.path for each in messages_server.others] == ["/v1/messages/count_tokens"]


def test_what_was_spent_leaves_less_for_the_same_check(
    messages_server: MessagesServer, asking: Asking
) -> None:
    model = asking.model(budget={"usd_per_check": 0.0008})
    dear = text("ok").but(output_tokens=900)
    messages_server.play(dear, dear)
    model.ask(request())
    with pytest.raises(ProviderError) as caught:
        model.ask(request())
    assert caught.value.code == "budget-spent"
    model.ask(request(check_id="CHK-2"))
    assert model.spent.calls == 2
    assert model.spent.usd == pytest.approx(2 * (100 * 0.1 + 900 * 0.5) / 1e6)
    assert model.spent_on("CHK-1").usage == Usage(input=100, output=900)


def test_a_lost_answer_may_have_been_billed(
    messages_server: MessagesServer, asking: Asking
) -> None:
    model = asking.model(budget={"usd_per_check": 0.0010})
    messages_server.play(breaks_off(text("lost")))
    with pytest.raises(ProviderError) as caught:
        model.ask(request())
    assert caught.value.code == "connection-lost"
    with pytest.raises(ProviderError) as caught:
        model.ask(request())
    assert caught.value.code == "budget-spent"


def test_a_refused_request_costs_nothing(messages_server: MessagesServer, asking: Asking) -> None:
    model = asking.model(budget={"usd_per_check": 0.0008})
    for _ in range(3):
        messages_server.play(fails(400, "invalid_request_error"))
        with pytest.raises(ProviderError) as caught:
            model.ask(request())
        assert caught.value.code == "bad-request"


def test_what_the_cache_saves_is_told(messages_server: MessagesServer, asking: Asking) -> None:
    messages_server.play(text("ok").but(cache_read_input_tokens=1_000_000, input_tokens=0))
    model = asking.model()
    model.ask(request(rung=1))
    assert model.spent.usd == pytest.approx(0.20 + 20 * 10 / 1e6)
    assert model.spent.saved_usd == pytest.approx(2.00 - 0.20)


def test_threads_cannot_overrun_together() -> None:
    budget = Budget(BudgetSettings(usd_per_check=None, usd_per_run=1.0, tokens_per_check=None))
    refused = []

    def take(number: int) -> None:
        for _ in range(10):
            try:
                budget.hold(f"C{number}", Most(1, 0.05))
            except ProviderError:
                refused.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 60
    budget.settle("C1", Most(1, 0.05), Spent(calls=1))
    budget.hold("C1", Most(1, 0.05))


def test_a_check_may_be_named_like_nothing() -> None:
    budget = Budget(BudgetSettings(usd_per_check=1.0, usd_per_run=None))
    budget.hold("", Most(1, 0.9))
    budget.settle("", Most(1, 0.9), Spent(calls=1, usd=0.9))
    assert (budget.spent("").usd, budget.spent().usd) == (0.9, 0.9)
