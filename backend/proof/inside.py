"""The page that runs inside the sandbox: many sources over many tables, in one process.

Rules of this file: it is sent as text together with `inside_results` and `inside_calls`, so it
imports nothing else of this project; it is told no expected result; an exception of a source is a
result, and so is a source that takes too long.
"""

from __future__ import annotations

import contextlib
import io
import signal
import time
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from backend.proof.inside_calls import ask
from backend.proof.inside_results import Finding, digest, read_rows, records_of, rows_of

LONGEST_RUN = 5.0
"""Seconds of one source over one set of tables."""
IN_ORDER = "/history"
"""Tables of earlier runs, whose rows stand in the order of the runs."""

Frames = dict[str, pd.DataFrame]
Columns = dict[tuple[str, str], "pd.Series[Any]"]
"""By name and cell, a column with that cell at its end."""


class TooLong(BaseException):
    """A source did not come to its end in time."""


def check(
    tables: Frames, *, exams: list[dict[str, Any]], artifacts: Any = None
) -> list[dict[str, Any]]:
    """What came of each exam."""
    warnings.simplefilter("ignore")
    return [sit(tables, artifacts=artifacts, **exam) for exam in exams]


def sit(
    tables: Frames,
    *,
    sources: list[str],
    givens: list[dict[str, Any]],
    runs: list[list[int]],
    duels: dict[str, Any] | None,
    grains: list[str],
    seconds: float,
    duel_seconds: float,
    artifacts: Any,
) -> dict[str, Any]:
    """The findings of ``runs`` (pairs of source and given), and of the duels of mutants.

    ``grains`` tells of each source whether it gives ``rows`` or ``groups``; mutants give what the
    first one gives.
    A given is either tables by hand (``tables``) or the real ones, changed (``real``).
    """
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
        asked = {**givens[given], "twin": source == 0 and is_unchanged(givens[given])}
        finding = run(sources[source], world, asked, grains[source], ends, artifacts)
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
        self._longer: Columns = {}

    def of(self, number: int, base: Finding | None = None) -> Frames | str:
        """The frames of a given, or why there are none."""
        given = self._givens[number]
        if "tables" not in given:
            sampled = self._sampled(given["real"]["blocks"])
            return change(sampled, given["real"], base, self._longer)
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
    names, rows = table["columns"], pd.RangeIndex(table["rows"])
    if not names:
        return pd.DataFrame(index=rows)
    columns = map(cells_of, table["cells"], table["dtypes"])
    if len(set(names)) == len(names):
        return pd.DataFrame(dict(zip(names, columns, strict=True)), index=rows)
    series = [pd.Series(cells, name=name) for name, cells in zip(names, columns, strict=True)]
    return pd.concat(series, axis=1)


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


def is_unchanged(given: dict[str, Any]) -> bool:
    """Whether a given is the real tables as they are."""
    return "real" in given and given["real"]["change"] == "none"


def change(
    tables: Frames, real: dict[str, Any], base: Finding | None, longer: Columns
) -> Frames | str:
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
            return {**tables, judged: append(tables[judged], real["row"], longer)}


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


def append(frame: pd.DataFrame, row: dict[str, Any], longer: Columns) -> pd.DataFrame:
    """The frame with one more row; ``longer`` keeps its columns, for rows that share cells."""
    columns = {}
    for name in frame.columns:
        key = (name, repr(row.get(name)))
        if key not in longer:
            longer[key] = lengthen(frame[name], row.get(name))
        columns[name] = longer[key]
    return pd.DataFrame(columns)


def lengthen(column: pd.Series[Any], cell: Any) -> pd.Series[Any]:
    """The column with one more cell; one that cannot hold it becomes text."""
    try:
        last = pd.Series([cell], dtype=column.dtype)
    except (TypeError, ValueError):
        last = pd.Series([None if cell is None else str(cell)], dtype="str")
        column = column.astype("str") if column.dtype != last.dtype else column
    return pd.concat([column, last], ignore_index=True)


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

    Of a ``twin``, which is run twice over the same tables, the bytes of the result are told, too.
    """
    judged = given["judged"]
    returned, tested = ask(source, world, judged, given["arguments"])
    if not isinstance(returned, pd.DataFrame):
        raise TypeError(f"check returned a value of type {type(returned).__name__}")
    found = rows_of(returned, world[judged]) if grain == "rows" else records_of(returned)
    return {"tested": tested, "digest": digest(returned) if given.get("twin") else "", **found}


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
