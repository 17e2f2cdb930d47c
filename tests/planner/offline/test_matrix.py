"""Every condition in every frame: a harbour's boats, and which of them a sentence must flag.

A cell of the matrix is one sentence; what it must flag follows from the condition's truth in each
row and from what the frame asks for, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.planner.offline.spoken import Tables

Row = dict[str, str]
Truth = bool | None
Test = Callable[[Row], Truth]
Flags = Callable[[Truth, Row], bool]

HEADER = (
    "boat", "berth_code", "length_m", "berth_fee", "harbour_dues", "arrived_on", "left_on", "state",
    "insured", "remark",
)  # fmt: skip
BOATS = (
    ("b1", "A12", "8.5", "40", "45.5", "2024-03-02", "2024-03-05", "moored", "yes", "ok"),
    ("b2", "B7", "12", "250", "200", "2024-03-09", "2024-03-08", "sunk", "no", ""),
    ("b3", "a12", "", "-5", "10", "2023-12-31", "2024-01-02", "moored", "yes", "leaks a bit"),
    ("b4", "C101", "30.25", "200", "", "2024-06-03", "", "docked", "no", "two cats"),
    ("b5", "", "9.125", "", "12", "", "2024-02-10", "sunk", "yes", ""),
    ("b6", "A99", "45", "9.99", "60", "2025-01-05", "2025-01-05", "", "no", "paint"),
    ("b7", "A1", "0", "0", "0", "2024-11-16", "2024-11-20", "docked", "yes", ""),
    ("b8", "D40", "7", "120", "30", "2024-04-04", "2024-04-04", "sunk", "no", "left early"),
    ("b9", "AB2", "31", "201", "500", "2024-08-24", "2024-08-20", "moored", "no", ""),
    ("c1", "E55", "6", "-1", "-2", "2023-05-06", "2024-05-05", "sunk", "yes", "leaks badly"),
)
ROWS = tuple(dict(zip(HEADER, boat, strict=True)) for boat in BOATS)


def _of(*names: str, test: Callable[..., bool]) -> Test:
    """The truth of what is said of filled cells; nothing where one of them is empty."""

    def tell(row: Row) -> Truth:
        cells = [row[name] for name in names]
        return None if "" in cells else test(*cells)

    return tell


def _numbers(*names: str, test: Callable[..., bool]) -> Test:
    return _of(*names, test=lambda *cells: test(*(float(cell) for cell in cells)))


def _days(*names: str, test: Callable[..., bool]) -> Test:
    return _of(*names, test=lambda *cells: test(*(date.fromisoformat(cell) for cell in cells)))


# The subject, what is so, what must be, what is not so, and where it is so.
CONDITIONS: dict[str, tuple[str, str, str, str, Test]] = {
    "above": (
        "berth fee", "is above 200", "be above 200", "is not above 200",
        _numbers("berth_fee", test=lambda fee: fee > 200),
    ),
    "between": (
        "berth_fee", "is between 10 and 200", "be between 10 and 200",
        "is not between 10 and 200", _numbers("berth_fee", test=lambda fee: 10 <= fee <= 200),
    ),
    "exceeds": (
        "length_m", "exceeds 30", "exceed 30", "does not exceed 30",
        _numbers("length_m", test=lambda length: length > 30),
    ),
    "negative": (
        "berth fee", "is negative", "be negative", "is not negative",
        _numbers("berth_fee", test=lambda fee: fee < 0),
    ),
    "whole": (
        "length_m", "is a whole number", "be a whole number", "is not a whole number",
        _numbers("length_m", test=lambda length: length == int(length)),
    ),
    "columns": (
        "berth fee", "is lower than the harbour dues", "be lower than the harbour dues",
        "is not lower than the harbour dues",
        _numbers("berth_fee", "harbour_dues", test=lambda fee, dues: fee < dues),
    ),
    "values": (
        "state", "is moored or docked", "be moored or docked", "is neither moored nor docked",
        _of("state", test=lambda state: state in ("moored", "docked")),
    ),
    "missing": (
        "left_on", "is missing", "be missing", "is not missing", lambda row: not row["left_on"],
    ),
    "length": (
        "berth code", "has exactly 3 characters", "have exactly 3 characters",
        "does not have exactly 3 characters", _of("berth_code", test=lambda code: len(code) == 3),
    ),
    "starts": (
        "berth code", "starts with 'A'", "start with 'A'", "does not start with 'A'",
        _of("berth_code", test=lambda code: code.startswith("A")),
    ),
    "upper": (
        "berth_code", "is written in capitals", "be written in capitals",
        "is not written in capitals", _of("berth_code", test=lambda code: code == code.upper()),
    ),
    "before": (
        "arrived_on", "is before 2024-04-01", "be before 2024-04-01", "is not before 2024-04-01",
        _days("arrived_on", test=lambda day: day < date(2024, 4, 1)),
    ),
    "weekend": (
        "arrival date", "falls on a weekend", "fall on a weekend", "does not fall on a weekend",
        _days("arrived_on", test=lambda day: day.weekday() > 4),
    ),
    "days": (
        "left_on", "is at least 3 days after arrived_on", "be at least 3 days after arrived_on",
        "is less than 3 days after arrived_on",
        _days("left_on", "arrived_on", test=lambda left, came: (left - came).days >= 3),
    ),
}  # fmt: skip


def _must(truth: Truth, _: Row) -> bool:
    return truth is False


def _never(truth: Truth, _: Row) -> bool:
    return truth is True


def _needs_remark(truth: Truth, row: Row) -> bool:
    return truth is True and not row["remark"]


def _if_sunk(truth: Truth, row: Row) -> bool:
    return truth is False and row["state"] == "sunk"


def _unless_sunk(truth: Truth, row: Row) -> bool:
    return truth is False and row["state"] != "sunk"


def _only_sunk(truth: Truth, row: Row) -> bool:
    return truth is True and row["state"] not in ("sunk", "")


# {s} the subject, {f} what is so, {i} what must be, {n} what is not so.
FRAMES: dict[Flags, tuple[str, ...]] = {
    _must: (
        "{s} has to {i}.",
        "We want the {s} to {i}.",
        "Check that {s} {f}.",
        "For every boat, the {s} must {i}.",
        "There must be no boat whose {s} {n}.",
        "None of the boats may have a {s} that {n}.",
        "There should not be a single boat whose {s} {n}.",
        "Find every boat whose {s} {n}.",
        "Are there any boats whose {s} {n}?",
        "Do all boats have a {s} that {f}?",
        "Can you check whether the {s} {f} for all boats?",
        "A boat is only valid if its {s} {f}.",
        "Only boats whose {s} {f} are acceptable.",
        "In a valid record the {s} {f}.",
        "Anything whose {s} {n} should be flagged.",
        "If the {s} {n}, flag the boat.",
        "Alert me when {s} {n}.",
    ),
    _never: (
        "The {s} must never {i}.",
        "No boat may have a {s} that {f}.",
        "Under no circumstances may the {s} {i}.",
        "Which boats have a {s} that {f}?",
        "It is wrong if the {s} {f}.",
        "Check whether any boat has a {s} that {f}.",
        "If a boat has a {s} that {f}, report it.",
        "Last week we found boats whose {s} {f}. That must not happen again.",
        "There are boats whose {s} {f}. List them.",
        "Treat boats whose {s} {f} as suspicious.",
    ),
    _needs_remark: (
        "If the {s} {f}, the remark must be filled in.",
        "Boats whose {s} {f} must have a remark.",
        "If a boat has a {s} that {f}, it must have a remark.",
        "Sometimes the {s} {f}. In that case a remark must be given.",
        "Some boats have a {s} that {f}. Those must have a remark.",
        "Are there boats whose {s} {f} but which have no remark?",
        "Should the {s} {i}, the remark must be filled in.",
    ),
    _if_sunk: (
        "When a boat is sunk, its {s} must {i}.",
        "Sunk boats must have a {s} that {f}.",
        "Some boats are sunk. For these, the {s} must {i}.",
    ),
    _unless_sunk: (
        "The {s} must {i} unless the state is sunk.",
        "Boats other than sunk ones must have a {s} that {f}.",
        "All boats except sunk ones must have a {s} that {f}.",
    ),
    _only_sunk: (
        "The {s} may {i} only if the boat is sunk.",
        "Only sunk boats may have a {s} that {f}.",
    ),
}


_IN_EACH_FRAME = 6


def _cells() -> Iterator[tuple[str, Flags, tuple[str, ...]]]:
    """Each frame with some of the conditions, in turn, so that all meet all kinds."""
    names = tuple(CONDITIONS) * 2
    every = [(frame, flags) for flags, frames in FRAMES.items() for frame in frames]
    for place, (frame, flags) in enumerate(every):
        start = 5 * place % len(CONDITIONS)
        yield frame, flags, names[start : start + _IN_EACH_FRAME]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("harbour"), {"boats": (HEADER, *BOATS)})


@pytest.mark.parametrize(("frame", "flags", "names"), list(_cells()))
def test_a_frame_takes_its_conditions(
    harbour: Tables, frame: str, flags: Flags, names: tuple[str, ...]
) -> None:
    found, wanted = {}, {}
    for name in names:
        subject, so, must, not_so, test = CONDITIONS[name]
        sentence = frame.format(s=subject, f=so, i=must, n=not_so).replace("a arr", "an arr")
        answer = harbour.answer(sentence, "boats")
        found[name] = answer.flagged or answer.reason
        wanted[name] = " ".join(row["boat"] for row in ROWS if flags(test(row), row))
    assert found == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        # Looked for, or wanted? "Whether" does not tell.
        "Check whether the berth fee is negative.",
        "See if the berth code is written in capitals.",
        # "Only" closes the letters, or opens the "if".
        "berth_code must be in upper case only if the boat is sunk.",
        # "They" could be all boats.
        "Most boats are insured. They must have a remark.",
        # A thing done to other rows than these.
        "We never tow boats with a negative berth fee.",
        # What is told of some is no rule for anything.
        "Some boats are sunk.",
    ],
)
def test_what_a_frame_does_not_settle_is_declined(harbour: Tables, sentence: str) -> None:
    assert harbour.answer(sentence, "boats", tells_cure=False).code in (
        "not-understood",
        "ambiguous",
    )
