"""A report in a few plain sentences, from nothing but the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.eda_report import EdaReport, TargetReport

MOST_NAMED = 3


def summarise(report: EdaReport) -> str:
    """A headline of one line, then three to six sentences: task, balance, flags, what to do."""
    dataset = report.dataset
    size = f"{dataset.n_rows:,} rows and {dataset.n_cols:,} columns"
    if dataset.sampled_rows is not None:
        size += f" (relations by a sample of {dataset.sampled_rows:,})"
    goal = _goal(report.target)
    sentences = [*_balance(report), *_gaps(report), *_flags(report), *_next(report)]
    return f"{size}; {goal}.\n" + " ".join(sentences)


def _goal(target: TargetReport | None) -> str:
    if target is None:
        return "no target was found"
    how = "inferred" if target.is_inferred else "given"
    return f"target {target.name!r} ({target.task_type}, {how})"


def _balance(report: EdaReport) -> Iterator[str]:
    target = report.target
    if target is None:
        return
    if target.distribution is not None and target.distribution.median is not None:
        told = target.distribution
        yield (
            f"{target.name!r} runs from {plain(told.min)} to {plain(told.max)} with a median of "
            f"{plain(told.median)} and a skew of {plain(told.skew)}."
        )
    elif target.n_classes is not None:
        what = "labels" if target.task_type == "multilabel" else "classes"
        ratio = target.imbalance_ratio
        even = f"; the largest has {plain(ratio)} times the rows of the smallest" if ratio else ""
        yield f"{target.name!r} has {target.n_classes} {what}{even}."


def _gaps(report: EdaReport) -> Iterator[str]:
    gaps = report.dataset.missingness
    if gaps.n_cells == 0:
        yield "No cell is unknown."
        return
    most = sorted(report.columns_profile.items(), key=lambda pair: -pair[1].pct_unknown)
    worst = [f"{name!r} ({each.pct_unknown:.1f} %)" for name, each in most if each.pct_unknown]
    yield f"{gaps.pct_cells:.1f} % of cells are unknown, most in {_named(worst)}."
    related = [each.feature for each in gaps.related_to_target if each.is_related]
    if related:
        yield f"The target differs where {_quoted(related)} is unknown."


def _flags(report: EdaReport) -> Iterator[str]:
    flags = report.flags
    if flags.possible_leakage:
        yield f"Possible leakage: {_quoted(flags.possible_leakage)}."
    if flags.duplicate_rows:
        yield f"{flags.duplicate_rows:,} rows are exact copies of an earlier row."
    drops = [*flags.constant, *flags.id_like]
    if drops:
        yield f"Constant or only identifying: {_quoted(drops)}."
    for probe in report.meta.probes:
        yield probe.finding


def _next(report: EdaReport) -> Iterator[str]:
    target = report.target
    if target is None:
        yield "Name a target before preparation."
        return
    if report.flags.possible_leakage:
        yield "Decide on the suspects before preparation."
    validation = target.cross_validation
    yield f"Validate with {validation.strategy} ({validation.n_splits} folds)."


def plain(number: float | None) -> str:
    """A number as a person reads it; a dash where there is none."""
    if number is None:
        return "-"
    if float(number).is_integer() and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.0f}" if 10_000 <= abs(number) < 1e15 else f"{number:.4g}"


def _quoted(names: Sequence[str]) -> str:
    return _named([repr(name) for name in names])


def _named(told: Sequence[str]) -> str:
    rest = len(told) - MOST_NAMED
    return ", ".join(told[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
