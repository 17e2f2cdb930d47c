"""Prices by model and platform, and what a call comes to."""

from __future__ import annotations

from datetime import date

import pytest

from backend.contracts.errors import ProviderError
from backend.contracts.model import Usage
from backend.contracts.settings import ModelSettings, Price, Rung
from backend.llm.ladder import (
    BATCH_TIMES,
    cost,
    ladder,
    list_cost,
    most_cost,
    rung_of,
    shipped_prices,
)

PRICES = shipped_prices().prices
HAIKU = PRICES["claude-haiku-5-5"]
OWN = Price(input=1, output=2, cache_read=0.5, cache_write=3)


def test_the_shipped_list_is_dated_and_whole() -> None:
    assert date.fromisoformat(shipped_prices().as_of)
    for platform in ("anthropic", "bedrock", "vertex", "foundry"):
        rungs = ladder(ModelSettings(platform=platform))
        assert len(rungs) == 3
        assert all(rung.price for rung in rungs)
        prices = [rung.price.input for rung in rungs if rung.price]
        assert prices == sorted(prices)


NAMES = {
    "claude-haiku-5-5": True,
    "anthropic.claude-haiku-5-5": True,
    "us.anthropic.claude-haiku-5-5-20260901-v1:0": True,
    "claude-haiku-5-5@20260901": True,
    "claude-haiku-5-5-20260901": True,
    "claude-haiku-5-6": False,
    "claude-haiku-5-55": False,
    "my-claude-haiku-5-5": False,
    "local-model": False,
}


@pytest.mark.parametrize(("name", "is_known"), NAMES.items(), ids=NAMES)
def test_a_models_price_is_found_by_its_own_name(name: str, is_known: bool) -> None:
    [rung] = ladder(ModelSettings(ladder=(Rung(model=name),)))
    assert rung.price == (HAIKU if is_known else None)
    if not is_known:
        with pytest.raises(ProviderError, match="Set its price") as caught:
            rung_of((rung,), 0, "CHK-1")
        assert caught.value.code == "no-price"


def test_a_price_in_the_settings_comes_first() -> None:
    rung = Rung(model="claude-haiku-5-5", price=OWN)
    assert ladder(ModelSettings(ladder=(rung,))) == (rung,)


COSTS: dict[str, tuple[Usage, Price, float]] = {
    "nothing": (Usage(), OWN, 0),
    "input": (Usage(input=1_000_000), OWN, 1),
    "output with its thinking": (Usage(output=1_000_000, thinking=900_000), OWN, 2),
    "cache": (Usage(cache_read=2_000_000, cache_write=1_000_000), OWN, 1 + 3),
    "a short prompt": (Usage(input=100_000, output=1_000), HAIKU, 0.01 + 0.0005),
    "a long prompt": (Usage(input=100_001, output=1_000), HAIKU, 0.0500005 + 0.0025),
    "a long prompt from the cache": (Usage(cache_read=200_000), HAIKU, 0.002 * 5),
}


@pytest.mark.parametrize(("usage", "price", "usd"), COSTS.values(), ids=COSTS)
def test_a_call_costs_what_its_tokens_cost(usage: Usage, price: Price, usd: float) -> None:
    assert cost(usage, price) == pytest.approx(usd)
    assert cost(usage, price, times=BATCH_TIMES) == pytest.approx(usd / 2)
    assert most_cost(usage.all_input, usage.output, price) >= cost(usage, price) - 1e-12
    assert list_cost(usage, OWN) == cost(Usage(input=usage.all_input, output=usage.output), OWN)
