"""Money and tokens: a call that could go beyond a limit is not made.

Before a request goes out, the most that it can come to is held back; what it really came to takes
that place. A request that was lost on its way may have been billed: what was held for it stays
held. Safe among threads.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from backend.contracts.errors import ProviderError
from backend.contracts.model import Spent, Usage
from backend.contracts.settings import BudgetSettings

_RUN = ""
_HAIR = 1e-9


@dataclass(frozen=True)
class Most:
    """The most that a call can come to."""

    tokens: int
    usd: float


@dataclass
class _Account:
    held_tokens: int = 0
    held_usd: float = 0.0
    spent: Spent = field(default_factory=Spent)

    def add(self, most: Most, sign: int = 1) -> None:
        self.held_tokens += sign * most.tokens
        self.held_usd += sign * most.usd

    @property
    def tokens(self) -> int:
        return self.held_tokens + self.spent.usage.all_input + self.spent.usage.output

    @property
    def usd(self) -> float:
        return self.held_usd + self.spent.usd


class Budget:
    """What was spent and what is held back, for each check and for the run."""

    def __init__(self, settings: BudgetSettings) -> None:
        """Start with nothing spent."""
        self._settings = settings
        self._lock = threading.Lock()
        self._accounts: defaultdict[str, _Account] = defaultdict(_Account)

    def hold(self, check_id: str, most: Most) -> None:
        """Hold back what a call may come to.

        Raises:
            ProviderError: it does not fit (``budget-spent``); nothing is held.
        """
        with self._lock:
            trouble = self._find_overrun(check_id, most)
            if trouble:
                raise ProviderError(trouble, code="budget-spent")
            self._each(check_id, lambda account: account.add(most))

    def fits(self, check_id: str, most: Most) -> bool:
        """Whether a call could be held now."""
        with self._lock:
            return not self._find_overrun(check_id, most)

    def settle(self, check_id: str, most: Most, came_to: Spent) -> None:
        """Put what a call came to in the place of what was held for it."""

        def enter(account: _Account) -> None:
            account.add(most, -1)
            account.spent = add_spent(account.spent, came_to)

        with self._lock:
            self._each(check_id, enter)

    def spent(self, check_id: str | None = None) -> Spent:
        """What is known to be spent: for one check, or in the whole run."""
        with self._lock:
            account = self._accounts.get(_RUN if check_id is None else f"check {check_id}")
            return account.spent if account else Spent()

    def _each(self, check_id: str, enter: Callable[[_Account], None]) -> None:
        enter(self._accounts[_RUN])
        enter(self._accounts[f"check {check_id}"])

    def _find_overrun(self, check_id: str, most: Most) -> str:
        run, check = self._accounts[_RUN], self._accounts[f"check {check_id}"]
        limits = self._settings
        for name, limit, taken, more in (
            ("usd_per_check", limits.usd_per_check, check.usd, most.usd),
            ("usd_per_run", limits.usd_per_run, run.usd, most.usd),
            ("tokens_per_check", limits.tokens_per_check, check.tokens, most.tokens),
            ("tokens_per_run", limits.tokens_per_run, run.tokens, most.tokens),
        ):
            if limit is not None and taken + more > limit + _HAIR:
                return _say(check_id, name, limit, max(limit - taken, 0), more)
        return ""


def add_spent(one: Spent, other: Spent) -> Spent:
    """What two times of spending came to together."""
    return Spent(
        calls=one.calls + other.calls,
        usage=_add_usage(one.usage, other.usage),
        usd=round(one.usd + other.usd, 9),
        saved_usd=round(one.saved_usd + other.saved_usd, 9),
    )


def _add_usage(one: Usage, other: Usage) -> Usage:
    sums = {name: getattr(one, name) + getattr(other, name) for name in Usage.model_fields}
    return Usage.model_validate(sums)


def _say(check_id: str, name: str, limit: float, left: float, more: float) -> str:
    unit = "US dollars" if name.startswith("usd") else "tokens"
    fact = f"the next call may take {_number(more)} {unit}, and {_number(left)} are left"
    cure = f"Raise budget.{name} in settings.toml; it is {_number(limit)}."
    return f"{check_id}: {fact}. {cure}"


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.4f}"
