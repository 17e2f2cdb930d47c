"""Rules about which columns a table has."""

from __future__ import annotations

from collections.abc import Sequence

from backend.importers.draft import Meaning, Refusal, Subject
from backend.importers.duties import Bounds
from backend.importers.english import quote
from backend.rules.language.terms import Constant
from backend.rules.wrong_columns import WrongColumns

_NOTE = "names of columns are compared as written"
_SAID = {
    "has": "The table must have the columns {}.",
    "lacks": "The table must not have the columns {}.",
    "exactly": "The table must have exactly the columns {}.",
    "ordered": "The table must have exactly the columns {}, in this order.",
}


def columns(subject: Subject, way: str, names: Sequence[str]) -> Meaning:
    """The table has these columns; only these; in this order; none of them.

    Raises:
        Refusal: no column is named.
    """
    if not names:
        raise Refusal("it names no column")
    rule = WrongColumns.model_validate(
        {"table": subject.table, "way": way, "columns": tuple(names)}
    )
    patterns = [_SAID[way]]
    if len(names) == 1:
        patterns.insert(0, patterns[0].replace("the columns", "the column"))
        patterns.insert(0, patterns[-1].replace("the columns", "a column called"))
    told = [pattern.format(_listed(names)) for pattern in patterns]
    return Meaning(rule, tuple(told), notes=(_NOTE,), counts_rows=False)


def _listed(names: Sequence[str]) -> str:
    *most, last = map(quote, names)
    return f"{', '.join(most)} and {last}" if most else last


def column_count(subject: Subject, bounds: Bounds) -> Meaning:
    """The table has so many columns."""
    low, high = _whole(bounds.low), _whole(bounds.high)
    fewest = low + 1 if low is not None and bounds.above == ">" else low
    most = high - 1 if high is not None and bounds.below == "<" else high
    rule = WrongColumns(table=subject.table, way="count", fewest=fewest, most=most)
    if fewest == most:
        said = f"exactly {fewest}"
    elif fewest is None:
        said = f"at most {most}"
    else:
        said = f"at least {fewest}" if most is None else f"between {fewest} and {most}"
    return Meaning(rule, (f"The table must have {said} columns.",), counts_rows=False)


def _whole(bound: Constant | None) -> int | None:
    if bound is None or isinstance(bound.value, int):
        return None if bound is None else int(bound.value)
    raise Refusal(f"{bound.value!r} is no number of columns")
