"""Waiting out what passes: rate limits, overload, a lost connection.

The service's own wish (``retry-after``) is honoured; else each wait is about twice the one before.
The randomness in it spreads clients over time and changes no result.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from backend.contracts.settings import ModelSettings
from backend.llm.failures import Failed

T = TypeVar("T")

_FIRST, _LONGEST, _SPREAD = 0.5, 30.0, 0.25


class Patience(NamedTuple):
    """How often, and how long altogether, an answer is waited for; seconds."""

    retries: int
    wait_seconds: float
    sleep: Callable[[float], None]


def patience_of(
    settings: ModelSettings, sleep: Callable[[float], None], *, has_given_up: bool
) -> Patience:
    """The patience of the settings; none while a service has not answered since it was lost."""
    if has_given_up:
        return Patience(0, 0.0, sleep)
    return Patience(settings.retries, settings.wait_seconds, sleep)


def persist(
    patience: Patience, attempt: Callable[[], T | Failed], may_repeat: Callable[[Failed], bool]
) -> tuple[T | Failed, int]:
    """Attempt until it succeeds, fails for good, or patience ends; also tells the attempts.

    ``may_repeat`` is asked before each repetition: the budget has its say.
    """
    waited, attempts = 0.0, 0
    while True:
        got = attempt()
        attempts += 1
        if not isinstance(got, Failed) or not got.passing or attempts > patience.retries:
            return got, attempts
        pause = _pause(attempts, got.retry_after)
        if waited + pause > patience.wait_seconds or not may_repeat(got):
            return got, attempts
        patience.sleep(pause)
        waited += pause


def _pause(attempts: int, wished: float | None) -> float:
    if wished is not None:
        return wished
    full = min(_FIRST * 2.0 ** (attempts - 1), _LONGEST)
    return full * (1 - _SPREAD * random.random())
