"""Metrics of SodaCL, as rules.

Counts of rows (missing, invalid, duplicate) become rules about rows with ``fail_if``; measures
become rules about measures. Facts: https://docs.soda.io and the queries that Soda Core sends.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.importers.draft import Meaning, Refusal, Subject
from backend.importers.duties import (
    Bounds,
    Duty,
    Spoken,
    among,
    cell_of,
    compared,
    denied,
    filled,
    filled_and,
    fixed,
    formatted,
    length_of,
    outside,
    within,
)
from backend.importers.english import constant
from backend.importers.fitting import fit_bounds, read_options
from backend.importers.meanings import length_metric, metric, row_count, row_rule, unique
from backend.importers.patterns import found_in, is_anchored
from backend.rules.language.terms import Measure, Value

_MEASURES = {
    "avg": Measure.MEAN, "min": Measure.MINIMUM, "max": Measure.MAXIMUM, "sum": Measure.SUM,
    "stddev_samp": Measure.DEVIATION, "var_samp": Measure.VARIANCE,
}  # fmt: skip
_LENGTHS = {
    "avg_length": Measure.MEAN, "min_length": Measure.MINIMUM, "max_length": Measure.MAXIMUM,
}  # fmt: skip
_FORMATS = {
    "email": ("email", "a valid e-mail address"), "uuid": ("uuid", "a valid UUID"),
    "ip address": ("ipv4", "a valid IPv4 address"),
    "ipv4 address": ("ipv4", "a valid IPv4 address"),
    "ipv6 address": ("ipv6", "a valid IPv6 address"), "integer": ("whole_number", "a whole number"),
    "decimal": ("number", "a number"), "phone number": ("phone", "a valid phone number"),
}  # fmt: skip
_REASONS = {
    "percentile": "its percentile is one of the values, and a quantile here lies between two",
    "stddev": "whether it divides by n or n - 1 depends on the database (stddev_samp is read)",
    "variance": "whether it divides by n or n - 1 depends on the database (var_samp is read)",
    "stddev_pop": "the standard deviation here is the sample's (n - 1)",
    "var_pop": "the variance here is the sample's (n - 1)",
}  # fmt: skip
Config = dict[str, object]


def is_row_metric(name: str) -> bool:
    """Whether a metric counts rows that a rule here flags."""
    return name.removesuffix("_percent").removesuffix("_count") in (
        "missing",
        "invalid",
        "duplicate",
    )


def row_meaning(name: str, columns: list[str], config: Config, subject: Subject) -> Meaning:
    """What the rows that are counted break; entries of ``config`` that are read are removed.

    Raises:
        Refusal: there is no such rule.
    """
    kind = name.split("_")[0]
    if kind == "duplicate":
        return unique(subject, columns).without_counts()
    column = _one(columns)
    if kind == "missing":
        of = cell_of(subject, column)
        return row_rule(subject, of, _missing(subject, column, config.pop("missing values", None)))
    found = _validity(subject, column, config)
    if len(found) != 1:
        raise Refusal("it does not say in one way what is valid")
    of, duty = found[0]
    meaning = row_rule(subject, of, duty)
    if "valid format" in config:
        meaning = meaning.noted(f"{config.pop('valid format')!r} is the format of this name here")
    return meaning


def measure_meaning(name: str, columns: list[str], zone: Bounds, subject: Subject) -> Meaning:
    """A measure that must lie in a zone.

    Raises:
        Refusal: there is no such rule.
    """
    if name == "row_count" and not columns:
        return row_count(subject, zone)
    if name in _MEASURES:
        column = _one(columns)
        return metric(subject, _MEASURES[name], column, fit_bounds(subject, column, zone))
    if name in _LENGTHS:
        return length_metric(subject, _LENGTHS[name], _one(columns), zone)
    raise Refusal(_REASONS.get(name, f"{name} has no rule here"))


def _one(columns: list[str]) -> str:
    if len(columns) != 1:
        raise Refusal("it does not name one column")
    return columns[0]


def _missing(subject: Subject, column: str, missing: object) -> Duty:
    cell = subject.cell(column)
    if missing is None:
        return filled(cell)
    listed = read_options(subject, column, _list(missing))
    return filled_and(cell, outside(cell, listed))


def _list(values: object) -> list[object]:
    if not isinstance(values, list) or not values:
        raise Refusal(f"{values!r} is not a list of values")
    return values


# Validity ------------------------------------------------------------------------------------


def _validity(subject: Subject, column: str, config: Config) -> list[tuple[Spoken, Duty]]:
    """Each thing that a valid value must be; all of them together make it valid."""
    of, length = cell_of(subject, column), length_of(subject, column)
    missing = config.pop("missing values", None)
    if missing is not None and "valid values" not in config:
        raise Refusal("values that count as missing are only read beside 'valid values'")
    found = [(of, duty) for duty in _value_duties(subject, column, config, missing)]
    exact = config.pop("valid length", None)
    if exact is not None:
        found.append((length, compared(length.value, "==", fixed(constant(exact)))))
    for target, low_name, high_name in (
        (of, "valid min", "valid max"),
        (length, "valid min length", "valid max length"),
    ):
        low, high = config.pop(low_name, None), config.pop(high_name, None)
        if low is not None or high is not None:
            bounds = Bounds.read(low, high)
            bounds = fit_bounds(subject, column, bounds) if target is of else bounds
            found.append((target, within(target.value, bounds)))
    return found


def _value_duties(subject: Subject, column: str, config: Config, missing: object) -> Iterator[Duty]:
    cell = subject.cell(column)
    values, bad = config.pop("valid values", None), config.pop("invalid values", None)
    if values is not None:
        listed = [*_list(values), *(_list(missing) if missing is not None else [])]
        yield among(cell, read_options(subject, column, listed))
    if bad is not None:
        yield outside(cell, read_options(subject, column, _list(bad)))
    if "valid regex" in config:
        yield _regex(cell, config.pop("valid regex"))
    if "invalid regex" in config:
        yield denied(_regex(cell, config.pop("invalid regex")))
    if "valid format" in config:
        yield _format(cell, config["valid format"])


def _regex(of: Value, expression: object) -> Duty:
    """Some databases search an expression in the text, others match all of it."""
    if not isinstance(expression, str):
        raise Refusal(f"{expression!r} is no pattern")
    if not is_anchored(expression):
        fact = f"whether the pattern {expression!r} must match the whole text"
        raise Refusal(f"{fact} depends on the database", "Put it between ^ and $.")
    return found_in(of, expression)


def _format(of: Value, name: object) -> Duty:
    if name not in _FORMATS:
        raise Refusal(f"the format {name!r} has no equal here")
    return formatted(of, *_FORMATS[str(name)])
