"""The page that runs inside the sandbox: many sources over many tables, in one process.

Rules of this file: it is sent as text together with `inside_results`, so it imports nothing else
of this project; it is told no expected result; an exception of a source is a result, and so is a
source that takes too long.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import signal
import time
import types
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from backend.proof.inside_results import Finding, digest, read_rows, records_of, rows_of

LONGEST_RUN = 5.0
"""Seconds of one source over one set of tables."""
IN_ORDER = "/history"
"""Tables of earlier runs, whose rows stand in the order of the runs."""

Frames = dict[str, pd.DataFrame]


class TooLong(BaseException):
    """A source did not come to its end in time."""


def check(
    tables: Frames,
    *,
    sources: list[str],
    givens: list[dict[str, Any]],
    runs: list[list[int]],
    duels: dict[str, Any] | None,
    grains: list[str],
    seconds: float,
    duel_seconds: float,
    artifacts: Any = None,
) -> dict[str, Any]:
    """The findings of ``runs`` (pairs of source and given), and of the duels of mutants.

    ``grains`` tells of each source whether it gives ``rows`` or ``groups``; mutants give what the
    first one gives.
    A given is either tables by hand (``tables``) or the real ones, changed (``real``).
    """
    warnings.simplefilter("ignore")
    started = time.monotonic()
    ends = started + seconds
    base: Finding | None = None
    found: list[Finding | None] = []
    worlds = Worlds(tables, givens)
    for source, given in runs:
        if time.monotonic() > ends:
            found.append(None)
            continue
        world = worlds.of(given, base)
        if isinstance(world, str):
            found.append({"skipped": world})
            continue
        finding = run(sources[source], world, givens[given], grains[source], ends, artifacts)
        base = finding if base is None else base
        found.append(finding)
    if not duels:
        return {"runs": found, "duels": [], "owns": []}
    owns = {given: each for (_, given), each in zip(runs, found, strict=True) if each is not None}
    until = (started + duel_seconds, ends)
    fought = fight(sources, worlds, givens, owns, duels, grains[0], until)
    return {"runs": found, "duels": fought, "owns": [[n, each] for n, each in owns.items()]}


class Worlds:
    """The frames of each given, made when they are asked for."""

    def __init__(self, tables: Frames, givens: list[dict[str, Any]]) -> None:
        """Nothing is made yet."""
        self._tables = tables
        self._givens = givens
        self._taken: Frames | None = None
        self._small: dict[int, Frames] = {}

    def of(self, number: int, base: Finding | None = None) -> Frames | str:
        """The frames of a given, or why there are none."""
        given = self._givens[number]
        if "tables" not in given:
            return change(self._sampled(given["real"]["blocks"]), given["real"], base)
        if number not in self._small:
            self._small[number] = {name: frame_of(t) for name, t in given["tables"].items()}
        return self._small[number]

    def _sampled(self, blocks: dict[str, list[list[int]]]) -> Frames:
        if self._taken is None:
            self._taken = {
                name: take(frame, blocks[name]) if name in blocks else frame
                for name, frame in self._tables.items()
            }
        return self._taken


def frame_of(table: dict[str, Any]) -> pd.DataFrame:
    """A table from its columns of cells and their dtypes."""
    columns = zip(table["columns"], table["dtypes"], table["cells"], strict=True)
    series = [pd.Series(cells_of(cells, dtype), name=name) for name, dtype, cells in columns]
    if not series:
        return pd.DataFrame(index=pd.RangeIndex(table["rows"]))
    return pd.concat(series, axis=1) if len(set(table["columns"])) else pd.DataFrame()


def cells_of(cells: list[Any], dtype: str) -> Any:
    """The cells as an array; a number that JSON has no word for comes as text."""
    if dtype.startswith("float"):
        return np.array([np.nan if cell is None else float(cell) for cell in cells], dtype)
    return pd.array(cells, dtype=dtype)  # type: ignore[call-overload]


def take(frame: pd.DataFrame, blocks: list[list[int]]) -> pd.DataFrame:
    """The rows of these blocks [start, stop), counted anew."""
    return pd.concat([frame.iloc[start:stop] for start, stop in blocks], ignore_index=True)


def permutation(rows: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Which row stands at each place of a permuted table; the same for the same length."""
    return np.random.default_rng(rows).permutation(rows)


def change(tables: Frames, real: dict[str, Any], base: Finding | None) -> Frames | str:
    """The real tables with one change, or why it cannot be made."""
    judged = real["judged"]
    match real["change"]:
        case "none":
            return tables
        case "rows-permuted":
            return {
                name: frame.iloc[permutation(len(frame))].reset_index(drop=True)
                for name, frame in tables.items()
                if not name.endswith(IN_ORDER)
            } | {name: frame for name, frame in tables.items() if name.endswith(IN_ORDER)}
        case "column-added":
            return {name: with_empty(frame, real["column"]) for name, frame in tables.items()}
        case "clean-row-repeated":
            return repeat_clean_row(tables, judged, base)
        case _:
            return {**tables, judged: append(tables[judged], real["row"])}


def with_empty(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The frame with one more column, of which every cell is empty."""
    return frame.assign(**{column: pd.Series(None, index=frame.index, dtype="str")})


def repeat_clean_row(tables: Frames, judged: str, base: Finding | None) -> Frames | str:
    """The judged table with its first row that was not flagged once more at the end."""
    frame = tables[judged]
    flagged = set() if base is None else set(read_rows(base.get("rows", [])))
    clean = next((place for place in range(len(frame)) if place not in flagged), None)
    if clean is None:
        return "every row is flagged"
    return {**tables, judged: pd.concat([frame, frame.iloc[[clean]]], ignore_index=True)}


def append(frame: pd.DataFrame, row: dict[str, Any]) -> pd.DataFrame:
    """The frame with one more row; a column that cannot hold its cell becomes text."""
    columns = {}
    for name in frame.columns:
        column, cell = frame[name], row.get(name)
        try:
            last = pd.Series([cell], dtype=column.dtype)
        except (TypeError, ValueError):
            last = pd.Series([None if cell is None else str(cell)], dtype="str")
            column = column.astype("str") if column.dtype != last.dtype else column
        columns[name] = pd.concat([column, last], ignore_index=True)
    return pd.DataFrame(columns)


def run(
    source: str, world: Frames, given: dict[str, Any], grain: str, ends: float, artifacts: Any
) -> Finding:
    """What a source finds: rows or records, and how many it tested; or what it raised."""
    given = {**given, "arguments": {**given["arguments"], "artifacts": artifacts}}
    try:
        with contextlib.redirect_stdout(io.StringIO()), limit(ends):
            return find(source, world, given, grain)
    except TooLong:
        return {"error": "takes too long", "late": True}
    except MemoryError:
        return {"error": "MemoryError"}
    except BaseException as error:
        text = " ".join(str(error).split())[:200]
        return {"error": f"{type(error).__name__}: {text}"}


@contextlib.contextmanager
def limit(ends: float) -> Iterator[None]:
    """Raise TooLong when a run has had its time."""

    def stop(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, max(0.05, min(LONGEST_RUN, ends - time.monotonic())))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def find(source: str, world: Frames, given: dict[str, Any], grain: str) -> Finding:
    """Execute a source anew and read what its two functions give.

    Only of the real tables the bytes of the result are told, too.
    """
    space: dict[str, Any] = {"__name__": "program"}
    exec(compiled(source), space)
    judged, arguments = given["judged"], given["arguments"]
    returned = call(space["check"], world, arguments)
    tested = len(world[judged]) if judged in world else 0
    if callable(space.get("scope")):
        tested = len(call(space["scope"], world, arguments))
    if not isinstance(returned, pd.DataFrame):
        raise TypeError(f"check returned a value of type {type(returned).__name__}")
    found = rows_of(returned, world[judged]) if grain == "rows" else records_of(returned)
    return {"tested": tested, "digest": digest(returned) if "real" in given else "", **found}


@functools.cache
def compiled(source: str) -> types.CodeType:
    """The code of a source, which runs over many tables."""
    return compile(source, "<program>", "exec", dont_inherit=True)


def call(function: Callable[..., Any], world: Frames, arguments: dict[str, Any]) -> Any:
    """One function of a program, with the arguments that it takes."""
    own = {name: table.copy(deep=False) for name, table in world.items()}
    accepted = inspect.signature(function).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in accepted):
        return function(own, **arguments)
    names = [parameter.name for parameter in list(accepted)[1:]]
    return function(own, **{name: arguments[name] for name in names if name in arguments})


def fight(
    sources: list[str],
    worlds: Worlds,
    givens: list[dict[str, Any]],
    owns: dict[int, Finding],
    duels: dict[str, Any],
    grain: str,
    until: tuple[float, float],
) -> list[dict[str, Any] | None]:
    """For each mutant the first given on which it finds something else than the program.

    Half of the mutants fight until the second time, the others until the first one.

    ``owns`` is what the program (source 0) found over a given; what is missing there is added
    when it is asked for. Givens that told a mutant apart before are asked first.
    """

    def find_over(source: int, given: int) -> Finding:
        return run(sources[source], worlds.of(given), givens[given], grain, until[1], None)  # type: ignore[arg-type]

    order = list(duels["givens"])
    fought: list[dict[str, Any] | None] = []
    for count, mutant in enumerate(duels["sources"]):
        fought.append({"given": None})
        ends = until[2 * count < len(duels["sources"])]
        for given in list(order):
            if time.monotonic() > ends:
                fought[-1] = None
                break
            if given not in owns:
                owns[given] = find_over(0, given)
            finding = find_over(mutant, given)
            if is_other(owns[given], finding):
                fought[-1] = {"given": given, **finding}
                order.remove(given)
                order.insert(0, given)
                break
    return fought


def is_other(own: Finding, other: Finding) -> bool:
    """Whether the other flags or tests something else; where the program fails, nothing is told."""
    if "error" in own or "error" in other:
        return "error" not in own
    return any(own.get(key) != other.get(key) for key in ("tested", "rows", "whole"))
