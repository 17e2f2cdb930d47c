"""What an owner is told: one message for all checks of theirs whose verdict changed.

Nothing here touches a disk or a network. Text of the checks is shown without control characters;
the reason of a program that failed stays out, since it may quote a cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from backend.contracts.alert import VerdictChange
from backend.contracts.check import Severity
from backend.contracts.verdict import Verdict

Rows = Callable[[VerdictChange], Sequence[Mapping[str, str]]]
"""Flagged rows that may be told of a check: few, or none."""

MOST_CHECKS = 50
_LONGEST = 300
"""Characters of one line."""
_BAD = (Verdict.ERROR.value, Verdict.FAIL.value)
_MAY_QUOTE_CELLS = frozenset(
    {"program-failed", "bad-result", "crashed", "timeout", "memory", "internal-error"}
)
_GRAVEST_FIRST = tuple(each.value for each in reversed(Severity))


class Digest(NamedTuple):
    """A message; ``kind`` is ``failure``, ``warning`` or ``success``."""

    title: str
    body: str
    kind: str


def write_digest(owner: str, changes: Iterable[VerdictChange], rows: Rows) -> Digest:
    """The message about these changes, the gravest check first; one check may have several."""
    by_check: dict[str, list[VerdictChange]] = {}
    for change in changes:
        by_check.setdefault(change.check_id, []).append(change)
    told = sorted(by_check.values(), key=lambda each: _rank(each[-1]))
    last = [each[-1] for each in told]
    parts = ["\n".join(_say_check(each, rows)) for each in told[:MOST_CHECKS]]
    if len(told) > MOST_CHECKS:
        more = len(told) - MOST_CHECKS
        parts.append(f"And {more:,} more: agent report tells of all checks of the run.")
    runs = dict.fromkeys(change.run_id for each in told for change in each)
    parts.append(_say_runs(tuple(runs)))
    return Digest(_title(owner, last), "\n\n".join(parts), _kind(last))


def say_test() -> Digest:
    """A trial message, which tells of no check."""
    title = "Data checks: a trial message"
    body = "This route works. Alerts tell of checks whose verdict changed."
    return Digest(title, body, "success")


def _title(owner: str, last: Sequence[VerdictChange]) -> str:
    counts = Counter(_say_state(change) for change in last)
    told = ", ".join(f"{number} {state}" for state, number in counts.items())
    return f"Data checks: {told}" + (f" ({_plain(owner)})" if owner else "")


def _say_state(change: VerdictChange) -> str:
    is_over = change.before in _BAD and change.verdict not in _BAD
    return f"back to {change.verdict}" if is_over else change.verdict


def _say_check(changes: Sequence[VerdictChange], rows: Rows) -> Iterator[str]:
    last = changes[-1]
    way = [changes[0].before or "new", *(change.verdict for change in changes)]
    yield _plain(f"{last.check_id} {last.check_name} ({last.severity}): {' → '.join(way)}")
    yield _plain(f"  {last.summary}")
    reason = last.reason.removeprefix(f"{last.check_id}: ")
    if reason and last.code not in _MAY_QUOTE_CELLS:
        yield _plain(f"  {reason}")
    elif reason:
        yield _plain(f"  agent explain {last.check_id} tells more.")
    for row in rows(last):
        yield _plain("  - " + ", ".join(f"{name}: {value}" for name, value in row.items()))


def _say_runs(runs: Sequence[str]) -> str:
    return f"Run {runs[0]}" if len(runs) == 1 else f"Runs {runs[0]} to {runs[-1]}"


def _kind(last: Sequence[VerdictChange]) -> str:
    verdicts = {change.verdict for change in last}
    if verdicts & set(_BAD):
        return "failure"
    return "success" if verdicts == {Verdict.PASS.value} else "warning"


def _rank(change: VerdictChange) -> tuple[int, int]:
    known = change.severity in _GRAVEST_FIRST
    gravity = _GRAVEST_FIRST.index(change.severity) if known else -1
    return (0 if change.verdict in _BAD else 1, gravity)


def _plain(text: str) -> str:
    """One line, of a bearable length, without control characters."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
