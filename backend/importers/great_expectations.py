"""Suites of Great Expectations: JSON with ``expectations``.

Both spellings are read: ``expectation_type`` (up to 0.18) and ``type`` (from 1.0), each with
``kwargs``. ``mostly`` becomes ``fail_if``, ``row_condition`` a condition of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from backend.contracts.check import Severity
from backend.contracts.errors import CheckError
from backend.contracts.schema import Schema
from backend.importers.arguments import Arguments
from backend.importers.condition_objects import read_row_condition
from backend.importers.distinct_values import DISTINCT_VALUES
from backend.importers.draft import Draft, Found, Limits, Meaning, Refusal, Refused, Subject
from backend.importers.english import say_number
from backend.importers.expectations import BUILDERS

_IDLE = (
    "result_format", "catch_exceptions", "include_config", "meta", "batch_id", "condition_parser",
    "auto", "profiler_config", "allow_cross_type_comparisons", "table",
)  # fmt: skip
_SEVERITIES = {
    "critical": Severity.CRITICAL, "warning": Severity.MEDIUM, "info": Severity.LOW,
}  # fmt: skip
_CURES = {
    "expect_column_values_to_be_of_type": "Say what the values must be: 'x must be a whole "
    "number.', 'x must be a number.', 'x must be a date.'",
    "expect_column_values_to_match_strftime_format": "If months and days always have two digits, "
    "say: \"x must be a date written 'YYYY-MM-DD'.\"",
}  # fmt: skip
_CURES["expect_column_values_to_be_in_type_list"] = _CURES["expect_column_values_to_be_of_type"]


def is_suite(data: object) -> bool:
    """Whether a document looks like a suite."""
    return isinstance(data, Mapping) and isinstance(data.get("expectations"), list)


def read_suite(data: Mapping[str, object], schema: Schema, table: str) -> Iterator[Found]:
    """Each expectation, in the order of the file.

    Raises:
        CheckError: it is not known which table the suite is about.
    """
    subject = Subject.of(table or _table_of(data, schema), schema)
    expectations = data["expectations"]
    assert isinstance(expectations, list)
    for number, entry in enumerate(expectations, 1):
        place = f"expectation {number}"
        if not isinstance(entry, Mapping):
            yield Refused(place, "?", "it is no object")
        else:
            yield _read(entry, place, subject, schema)


def _table_of(data: Mapping[str, object], schema: Schema) -> str:
    """The table that the suite names; a suite may carry it in its name (``orders.warning``)."""
    meta = data.get("meta")
    named = [data.get("data_asset_name"), meta.get("data_asset_name") if isinstance(meta, Mapping)
             else None, data.get("name"), data.get("expectation_suite_name")]  # fmt: skip
    for name in named:
        parts = re.split(r"[./]", name) if isinstance(name, str) else []
        found = [part for part in parts if part in schema.tables]
        if len(found) == 1:
            return found[0]
    raise CheckError(
        "The suite does not say which table it is about. Name the table with --table.",
        code="unknown-table",
    )


def _read(entry: Mapping[str, object], place: str, subject: Subject, schema: Schema) -> Found:
    name = str(entry.get("type") or entry.get("expectation_type") or "?")
    kwargs = entry.get("kwargs")
    kwargs = kwargs if isinstance(kwargs, Mapping) else {}
    source = f"{name}({_about(kwargs)})"
    try:
        meaning, limits = _meaning(name, kwargs, subject, schema)
    except Refusal as refusal:
        return Refused(place, source, refusal.reason, refusal.cure)
    severity = _SEVERITIES.get(str(entry.get("severity")), Severity.MEDIUM)
    return Draft(
        place, source, meaning, limits=limits, severity=severity, tags=("great-expectations",)
    )


def _about(kwargs: Mapping[str, object]) -> str:
    names = [kwargs.get(key) for key in ("column", "column_A", "column_B", "column_list")]
    flat = [each for name in names if name for each in (name if isinstance(name, list) else [name])]
    return ", ".join(map(str, flat))


def _meaning(
    name: str, kwargs: Mapping[str, object], subject: Subject, schema: Schema
) -> tuple[Meaning, Limits]:
    build = (BUILDERS | DISTINCT_VALUES).get(name.lower())
    if build is None:
        raise Refusal(f"{name} has no rule here", _CURES.get(name, ""))
    given = Arguments(kwargs, *_IDLE)
    condition, mostly = given.take("row_condition"), given.take("mostly", 1)
    if given.take("parse_strings_as_datetimes"):
        given.take("output_strftime_format")
    where = None if condition is None else read_row_condition(condition, subject)
    meaning = build(subject.narrowed(where), given, schema)
    given.finish()
    return meaning, _limits(mostly, meaning)


def _limits(mostly: object, meaning: Meaning) -> Limits:
    """At least this share of the tested rows keeps the rule."""
    if isinstance(mostly, bool) or not isinstance(mostly, int | float) or not 0 <= mostly <= 1:
        raise Refusal(f"its 'mostly' is {mostly!r}, not a share from 0 to 1")
    if mostly == 1:
        return Limits()
    if not meaning.counts_rows:
        raise Refusal("its 'mostly' counts something else than the rows that are flagged here")
    return Limits(fail_if=f"> {say_number(round(100 * (1 - mostly), 9))}%")
