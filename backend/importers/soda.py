"""SodaCL: ``checks for TABLE:`` with its checks, filters and column configurations.

``warn:`` and ``fail:`` become ``warn_if`` and ``fail_if`` where the metric counts rows, else two
checks. ``filter`` conditions are read in their simple SQL forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from backend.contracts.schema import Schema
from backend.importers.conditions import join, read_condition
from backend.importers.draft import (
    NEVER,
    Condition,
    Draft,
    Found,
    Limits,
    Meaning,
    Refusal,
    Refused,
    Subject,
)
from backend.importers.duties import Bounds
from backend.importers.headers import columns
from backend.importers.meanings import as_many_rows, freshness, reference
from backend.importers.soda_metrics import Config, is_row_metric, measure_meaning, row_meaning
from backend.importers.soda_thresholds import (
    contrary,
    limit_from_pass,
    limits_from_alerts,
    read_zone,
)

_HEADER = re.compile(r"(checks for|filter|configurations for) (\S+?)(?: \[(\w+)\])?")
_METRIC = re.compile(r"(\w+)\s*(?:\(([^)]*)\))?\s*(.*)")
_REFERENCE = re.compile(r"values in \(?([^()]+?)\)? must exist in (\S+) \(?([^()]+?)\)?")
_FRESHNESS = re.compile(r"freshness(?:\(\s*(\S+?)\s*\)| using (\S+))\s*<\s*(\d+)d")
_SAME_COUNT = re.compile(r"row_count same as (\S+)")
_IDLE = ("name", "identity", "attributes", "samples limit", "samples columns", "title",
         "collect failed rows", "failed rows")  # fmt: skip
_CONFIGURED_BY = {"missing": ("missing",), "invalid": ("missing", "valid", "invalid")}
_WAYS = {"when required column missing": "has", "when forbidden column present": "lacks"}


def is_sodacl(data: object) -> bool:
    """Whether a document looks like SodaCL."""
    return isinstance(data, Mapping) and any(str(key).startswith("checks for ") for key in data)


@dataclass
class _File:
    """What stands beside the checks."""

    schema: Schema
    filters: dict[tuple[str, str], object] = field(default_factory=dict)
    configurations: dict[tuple[str, str], Config] = field(default_factory=dict)


class _Check(NamedTuple):
    """One check as it is written."""

    text: str
    config: Config


def read_sodacl(data: Mapping[str, object], schema: Schema, table: str = "") -> Iterator[Found]:
    """Each check, in the order of the file; with ``table`` only that table's."""
    file = _File(schema)
    sections: list[tuple[str, str, str, object]] = []
    for key, content in data.items():
        found = _HEADER.fullmatch(str(key))
        if found is None or "${" in str(key):
            yield Refused(str(key), str(key), "this section has no equal here")
            continue
        kind, name, partition = found[1], found[2].strip('"`'), found[3] or ""
        if kind == "filter" and isinstance(content, Mapping):
            file.filters[name, partition] = content.get("where")
        elif kind == "configurations for" and isinstance(content, Mapping):
            file.configurations |= _configurations(name, content)
        else:
            sections.append((str(key), name, partition, content))
    for header, name, partition, content in sections:
        if table in ("", name):
            yield from _section(file, header, name, partition, content)


def _configurations(table: str, content: Mapping[str, object]) -> dict[tuple[str, str], Config]:
    """``valid values for size: [S, M]`` by table and column."""
    found: dict[tuple[str, str], Config] = {}
    for key, value in content.items():
        setting, _, column = str(key).rpartition(" for ")
        found.setdefault((table, column), {})[setting] = value
    return found


def _section(
    file: _File, header: str, name: str, partition: str, content: object
) -> Iterator[Found]:
    if not isinstance(content, list | None):
        yield Refused(header, header, "it is not a list of checks")
        return
    for number, entry in enumerate(content or [], 1):
        place = f"{header}, check {number}"
        check = _written(entry)
        if check is None:
            yield Refused(place, str(entry), "it is neither a check nor a check with settings")
            continue
        try:
            subject = _subject(file, name, partition, check)
            yield from _read(file, check, subject, name, place)
        except Refusal as refusal:
            yield Refused(place, check.text, refusal.reason, refusal.cure)


def _written(entry: object) -> _Check | None:
    if isinstance(entry, str):
        return _Check(entry.strip(), {})
    if isinstance(entry, Mapping) and len(entry) == 1:
        ((text, config),) = entry.items()
        if config is None or isinstance(config, Mapping):
            return _Check(str(text).strip(), {str(k): v for k, v in (config or {}).items()})
    return None


def _subject(file: _File, name: str, partition: str, check: _Check) -> Subject:
    """The table with the filters of its section and of the check."""
    subject = Subject.of(name, file.schema)
    if partition and (name, partition) not in file.filters:
        raise Refusal(f"its filter {partition!r} is not declared")
    written = [file.filters[name, partition]] if partition else []
    if "filter" in check.config:
        written.append(check.config.pop("filter"))
    conditions: list[Condition] = [read_condition(text, subject, "sql") for text in written]
    return subject.narrowed(join(conditions, "and") if conditions else None)


def _read(file: _File, check: _Check, subject: Subject, name: str, place: str) -> Iterator[Found]:
    label = str(check.config.get("name") or "")
    config = {key: value for key, value in check.config.items() if key not in _IDLE}
    drafts = _drafts(file, check.text, config, subject, name)
    for meaning, limits in drafts:
        yield Draft(place, check.text, meaning, name=label, limits=limits, tags=("soda",))


Drafted = list[tuple[Meaning, Limits]]


def _drafts(file: _File, text: str, config: Config, subject: Subject, name: str) -> Drafted:
    if text == "failed rows":
        raise Refusal("its SQL has no rule here", "Say in a sentence what the rows must be.")
    special = _special(file, text, subject)
    if text == "schema":
        drafts: Drafted = _header(subject, config)
    elif special is not None:
        drafts = [(special, Limits())]
    else:
        drafts = _metric(file, text, config, subject, name)
    left = sorted(config)
    if left:
        raise Refusal(f"its setting {left[0]!r} has no equal here")
    return drafts


def _header(subject: Subject, config: Config) -> Drafted:
    """Columns that are required or forbidden, to fail or to warn."""
    found: Drafted = []
    for key, limits in (("fail", Limits()), ("warn", Limits("> 0", NEVER))):
        zones = config.pop(key, None) or {}
        for when, names in zones.items() if isinstance(zones, Mapping) else ():
            if when not in _WAYS or not isinstance(names, list) or "%" in str(names):
                raise Refusal(f"a schema check {when!r} has no rule here")
            found.append((columns(subject, _WAYS[when], [str(name) for name in names]), limits))
    if not found:
        raise Refusal("it does not say which columns are required or forbidden")
    return found


def _special(file: _File, text: str, subject: Subject) -> Meaning | None:
    """Checks that are no metrics."""
    found = _REFERENCE.fullmatch(text)
    if found is not None:
        if "," in found[1]:
            raise Refusal("a reference by several columns has no rule here")
        other = Subject.of(found[2].strip('"`'), file.schema)
        return reference(subject, found[1].strip(), other, found[3].strip())
    found = _SAME_COUNT.fullmatch(text)
    if found is not None and subject.where is None:
        return as_many_rows(subject, "==", Subject.of(found[1], file.schema))
    found = _FRESHNESS.fullmatch(text)
    return None if found is None else _fresh(subject, found[1] or found[2], int(found[3]))


def _fresh(subject: Subject, column: str, days: int) -> Meaning:
    """Younger than N days at some hour of today: of a column of days, at most N - 1 days ago."""
    facts = subject.facts(column)
    layout = (facts.date_format if facts else None) or "ISO8601"
    if layout == "ISO8601" or "%H" in layout or days < 1:
        raise Refusal(
            f"it counts hours, and days are counted here (of {column}, which may tell times)",
            f"Say: 'The latest {column} must be at most {days} days old.'",
        )
    return freshness(subject, column, days - 1)


# Metrics -------------------------------------------------------------------------------------


def _metric(file: _File, text: str, config: Config, subject: Subject, name: str) -> Drafted:
    found = _METRIC.fullmatch(text)
    if found is None or text.startswith(("change ", "anomaly ", "distribution ", "group ")):
        raise Refusal("this kind of check has no rule here")
    metric, names = found[1], [c.strip().strip('"`') for c in (found[2] or "").split(",") if c]
    alerts: dict[str, object] = {k: config.pop(k) for k in ("warn", "fail") if k in config}
    if not alerts and not found[3]:
        raise Refusal("it has no threshold")
    shared = file.configurations.get((name, names[0] if names else ""), {})
    if is_row_metric(metric):
        for key, value in shared.items():
            if key.startswith(_CONFIGURED_BY.get(metric.split("_")[0], ())):
                config.setdefault(key, value)
        meaning = row_meaning(metric, names, config, subject)
        return [_counted(metric, meaning, found[3], alerts)]
    if shared:
        raise Refusal(f"it measures only what is valid by the configurations for {name}")
    return [
        (measure_meaning(metric, names, zone, subject), limits)
        for zone, limits in _zones(found[3], alerts)
    ]


def _counted(
    metric: str, meaning: Meaning, threshold: str, alerts: Mapping[str, object]
) -> tuple[Meaning, Limits]:
    unit = "%" if metric.endswith("_percent") else ""
    limits = (
        limits_from_alerts(alerts, unit)
        if alerts
        else Limits(fail_if=limit_from_pass(read_zone(threshold), unit))
    )
    if set(limits) <= {None, "> 0", NEVER}:
        return meaning, limits
    if not meaning.counts_rows:
        raise Refusal(f"{metric} counts values that occur twice, and rows are counted here")
    if not unit:
        return meaning, limits
    if metric == "invalid_percent":  # there of all rows, here of those that have a value
        meaning = meaning.while_filled(*(column for _, column in meaning.rule.reads()))
    return meaning.noted("Soda rounds the share to two decimals of a percent"), limits


def _zones(threshold: str, alerts: Mapping[str, object]) -> Iterator[tuple[Bounds, Limits]]:
    if not alerts:
        yield read_zone(threshold), Limits()
    for key, text in alerts.items():
        bad = read_zone(str(text).strip().removeprefix("when").strip())
        limits = Limits() if key == "fail" else Limits(warn_if="> 0", fail_if=NEVER)
        yield contrary(bad), limits
