"""A target of several labels as one column: a cell of JSON for each row, a sorted list of labels.

Rules of this file: a row is labelled by its own cells alone; a cell that cannot be read as labels
that exploration found leaves nothing to guess; where any cell of a target is missing, the row has
no target.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd

from backend.contracts.errors import DataError

MARKS = ("|", ";", ",")
OPENING = "[({"


def label_columns(target: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns that a target names: itself, or several with commas between."""
    if target in columns:
        return (target,)
    return tuple(part.strip() for part in target.split(","))


def with_label_sets(frame: pd.DataFrame, target: str, labels: Sequence[str]) -> pd.DataFrame:
    """The table with one column of label sets, called like the target, for the columns it names.

    Raises:
        DataError: ``bad-target``: a label that all rows have or none has, or a cell with others.
    """
    names = label_columns(target, [*frame.columns])
    found = _of_cell(frame[names[0]], labels) if len(names) == 1 else _of_columns(frame, names)
    held = {label for cell in found.dropna() for label in json.loads(cell)}
    counts = {each: sum(each in json.loads(cell) for cell in found.dropna()) for each in held}
    whole = [label for label, count in counts.items() if count == int(found.notna().sum())]
    if len(held) < 2 or whole:
        fact = f"the label {whole[0]!r} is in every row" if whole else f"{len(held)} labels occur"
        raise _bad(target, fact)
    rest = frame.drop(columns=[name for name in names if name in frame.columns])
    return rest.assign(**{target: found})


def _of_columns(frame: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """Two values in each column; the greater one says that the row has the label."""
    has = pd.DataFrame({name: frame[name] == frame[name].dropna().max() for name in names})
    cells = [_cell(name for name in names if row[name]) for row in has.to_dict("records")]
    known = frame[list(names)].notna().all(axis=1)
    return pd.Series(cells, index=frame.index, dtype="object").where(known).astype("str")


def _of_cell(values: pd.Series, labels: Sequence[str]) -> pd.Series:
    wanted = set(labels)
    texts = {value: str(value) for value in values.dropna().unique()}
    for mark in MARKS:
        read = {value: _parted(text, mark) for value, text in texts.items()}
        if all(set(parts) <= wanted for parts in read.values()):
            cells = {value: _cell(parts) for value, parts in read.items()}
            return values.map(cells).astype("str")
    raise _bad(str(values.name), "its cells are not lists of the labels that exploration found")


def _parted(text: str, mark: str) -> list[str]:
    if text.strip()[:1] in OPENING:
        try:
            found = json.loads(text.replace("'", '"'))
            return [str(part).strip() for part in found if str(part).strip()]
        except (ValueError, TypeError):
            text = text.strip().strip("[](){}").replace('"', "").replace("'", "")
    return [part.strip() for part in text.split(mark) if part.strip()]


def _cell(parts: object) -> str:
    return json.dumps(sorted(set(parts)), ensure_ascii=False)  # type: ignore[call-overload]


def _bad(target: str, fact: str) -> DataError:
    cure = "Name other columns, or run exploration with this target again"
    return DataError(f"{target}: as a target it does not do: {fact}. {cure}.", code="bad-target")
