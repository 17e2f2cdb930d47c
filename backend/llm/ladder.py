"""The models in the order in which they are asked, and what their tokens cost.

The shipped ladder and price list are data (``prices.toml``) with a date; settings take their place.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts.errors import ProviderError
from backend.contracts.model import Usage
from backend.contracts.settings import ModelSettings, Price, Rung

BATCH_TIMES = 0.5
"""What a batch costs of the same calls made one by one."""
_MILLION = 1_000_000
_PRICE_LIST = Path(__file__).with_name("prices.toml")
_OWN_NAME = re.compile(r"(?:^|[./])(claude-[a-z0-9-]+?)(?:-\d{8})?(?:-v\d+)?(?:[:@].*)?$")


class PriceList(NamedTuple):
    """The shipped prices by model, and the day (ISO 8601) on which they were read."""

    as_of: str
    prices: dict[str, Price]


@cache
def shipped_prices() -> PriceList:
    """The price list that comes with the package."""
    data = _read()
    prices = {name: Price.model_validate(price) for name, price in data["prices"].items()}
    return PriceList(data["as_of"], prices)


def ladder(settings: ModelSettings) -> tuple[Rung, ...]:
    """The models to ask, the cheapest first, each with its price where one is known."""
    rungs = settings.ladder or _shipped_ladder(settings.platform)
    return tuple(
        rung if rung.price else rung.model_copy(update={"price": _list_price(rung.model)})
        for rung in rungs
    )


def ladder_name(settings: ModelSettings) -> str:
    """Who would be asked: ``claude@`` and the models with their efforts, the cheapest first."""
    spelled = (f"{r.model}:{r.effort}" if r.effort else r.model for r in ladder(settings))
    return f"claude@{'+'.join(spelled)}"


def rung_of(rungs: tuple[Rung, ...], number: int, place: str) -> tuple[Rung, Price]:
    """One model of a ladder and its price.

    Raises:
        ProviderError: the ladder ends below it (``no-such-rung``), or nobody knows its price
            (``no-price``).
    """
    if not 0 <= number < len(rungs):
        fact = f"{place}: the ladder has {len(rungs)} models, and number {number + 1} was asked"
        cure = "Add one to model.ladder in settings.toml."
        raise ProviderError(f"{fact}. {cure}", code="no-such-rung")
    rung = rungs[number]
    if rung.price is None:
        fact = f"{place}: what {rung.model!r} costs is not known, so no budget could hold"
        cure = "Set its price in model.ladder in settings.toml."
        raise ProviderError(f"{fact}. {cure}", code="no-price")
    return rung, rung.price


def cost(usage: Usage, price: Price, *, times: float = 1.0) -> float:
    """US dollars for these tokens; ``times`` is `BATCH_TIMES` for a batch."""
    million_fold = (
        usage.input * price.input
        + usage.cache_write * price.cache_write
        + usage.cache_read * price.cache_read
        + usage.output * price.output
    )
    return round(million_fold * times * _surcharge(usage.all_input, price) / _MILLION, 9)


def list_cost(usage: Usage, price: Price) -> float:
    """What the same tokens cost without the provider's cache and without a batch."""
    return cost(Usage(input=usage.all_input, output=usage.output), price)


def most_cost(input_tokens: int, output_tokens: int, price: Price, *, times: float = 1.0) -> float:
    """The most that a call with at most so many tokens can cost."""
    dearest = max(price.input, price.cache_write)
    million_fold = input_tokens * dearest + output_tokens * price.output
    return million_fold * times * _surcharge(input_tokens, price) / _MILLION


def _surcharge(input_tokens: int, price: Price) -> float:
    is_long = price.long_prompt is not None and input_tokens > price.long_prompt
    return price.long_times if is_long else 1.0


def _shipped_ladder(platform: str) -> tuple[Rung, ...]:
    data = _read()
    prefix = data["prefixes"].get(platform, "")
    rungs = [Rung.model_validate(rung) for rung in data["ladder"]]
    return tuple(rung.model_copy(update={"model": prefix + rung.model}) for rung in rungs)


def _list_price(model: str) -> Price | None:
    """A platform puts its own words around a name: ``us.anthropic.claude-x-20260101-v1:0``."""
    found = _OWN_NAME.search(model)
    return shipped_prices().prices.get(found[1]) if found else None


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_PRICE_LIST.read_text("utf-8"))
