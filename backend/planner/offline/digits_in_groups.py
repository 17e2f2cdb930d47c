"""Numbers that a group of digits must be, or not be: as many digits as the column's groups have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Misfit

_TOLD = re.compile(r"<(\d+)-(\d*)>")


def number_in_group(low: int, high: int | None) -> str:
    """Stands for the numbers from ``low`` to ``high`` (or up) until the column is known."""
    return f"<{low}-{'' if high is None else high}>"


def spelled_in_groups(regex: str, mark: str, place: int, texts: Sequence[str]) -> str:
    """A pattern with its numbers as the groups at this place of the texts have them: 7 as 007.

    Groups of different lengths, or of one digit, are plain numbers, where none begins with a zero.
    Of place 0 are all groups.

    Raises:
        Misfit: the groups are no numbers, or have zeros ahead and different numbers of digits.
    """
    if not _TOLD.search(regex):
        return regex
    groups = [text.strip().split(mark) for text in texts]
    found = [
        group
        for parts in groups
        for group in (parts if place == 0 else [parts[place - 1 if place > 0 else place]])
    ]
    sizes = {len(group) for group in found}
    if not all(group.isdigit() for group in found):
        raise Misfit("the groups are no numbers; write the value in quotes")
    if len(sizes) == 1 and sizes != {1}:
        [size] = sizes
        return _TOLD.sub(lambda told: _spelled(told[1], told[2], size), regex)
    if any(len(group) > 1 and group.startswith("0") for group in found):
        raise Misfit("the groups have different numbers of digits; write the value in quotes")
    return _TOLD.sub(lambda told: plain_number(told[1], told[2]), regex)


def plain_number(low: str, high: str) -> str:
    """A pattern of the numbers from ``low`` to ``high`` (or up), without zeros ahead."""
    first, last = int(low), int(high) if high else 10 ** len(low) - 1
    if first > last:
        raise Misfit(f"no number is at least {low} and at most {high}")
    found = [f"[1-9][0-9]{{{len(low)},}}"] if not high else []
    for size in range(len(str(first)), len(str(last)) + 1):
        least, most = 10 ** (size - 1) if size > 1 else 0, 10**size - 1
        found += spans(str(max(first, least)), str(min(last, most)))
    return f"({'|'.join(found)})"


def _spelled(low: str, high: str, size: int) -> str:
    first, last = int(low), int(high) if high else 10**size - 1
    if first > last or last >= 10**size:
        raise Misfit(f"no group of {size} digits is so high")
    found = list(spans(f"{first:0{size}d}", f"{last:0{size}d}"))
    return found[0] if len(found) == 1 else f"({'|'.join(found)})"


def spans(low: str, high: str) -> Iterator[str]:
    """Patterns of the numbers between two of equally many digits."""
    if not low:
        yield ""
        return
    if low[0] == high[0]:
        yield from (low[0] + rest for rest in spans(low[1:], high[1:]))
        return
    size = len(low) - 1
    if not size:
        yield _digits(int(low), int(high))
        return
    first, last = int(low[0]), int(high[0])
    if set(low[1:]) == {"0"}:
        first -= 1
    else:
        yield from (low[0] + rest for rest in spans(low[1:], "9" * size))
    is_full = set(high[1:]) == {"9"}
    between = _digits(first + 1, last if is_full else last - 1)
    if between:
        yield f"{between}[0-9]{{{size}}}"
    if not is_full:
        yield from (high[0] + rest for rest in spans("0" * size, high[1:]))


def _digits(low: int, high: int) -> str:
    if low > high:
        return ""
    return str(low) if low == high else f"[{low}-{high}]"
