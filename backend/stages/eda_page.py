"""``report.md``: the report as a data scientist reads it, from the contract alone.

Rules of this file: every text of the table is escaped; a section without content is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backend.contracts.eda_report import (
    CategoricalSummary,
    ColumnProfile,
    DatetimeSummary,
    EdaReport,
    NumericSummary,
    TargetReport,
)
from backend.stages.eda_page_relations import related, repeats, value_tables
from backend.stages.eda_summary import plain, summarise
from backend.stages.markdown import code, safe, table

Lines = Iterator[str]


def write_page(report: EdaReport, name: str) -> str:
    """The whole page as Markdown; ``name`` is the table's."""
    sections: tuple[Callable[[EdaReport], Lines], ...] = (
        _glance,
        _notes,
        _first,
        _target,
        _columns,
        _numbers,
        _categories,
        _dates,
        related,
        value_tables,
        repeats,
        _gaps,
        _probes,
        _advice,
        _figures,
        _method,
    )
    headline, _, rest = summarise(report).partition("\n")
    parts = [f"# Exploration of {code(name)}", f"{safe(headline)}", safe(rest)]
    for section in sections:
        lines = list(section(report))
        if lines:
            parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _glance(report: EdaReport) -> Lines:
    dataset, gaps = report.dataset, report.dataset.missingness
    yield "## At a glance\n"
    kinds = ", ".join(f"{count} {kind}" for kind, count in dataset.n_by_dtype.items())
    rows = [
        ("Rows", plain(dataset.n_rows)),
        ("Columns", f"{dataset.n_cols} ({kinds})"),
        ("Copies of an earlier row", plain(report.flags.duplicate_rows)),
        ("Unknown cells", f"{gaps.n_cells:,} ({gaps.pct_cells:.2f} %)"),
        ("Rows without a gap", f"{gaps.complete_rows:,} ({gaps.pct_complete_rows:.1f} %)"),
    ]
    if dataset.encoding:
        rows.append(("File", f"{safe(dataset.encoding)}, parted by {code(dataset.delimiter)}"))
    yield table(("", ""), rows)


def _notes(report: EdaReport) -> Lines:
    """What is worth saying first; a model that wrote a part of the page says it here, too."""
    if report.notes.strip():
        yield "## Notes\n"
        yield safe(report.notes.strip())


def _first(report: EdaReport) -> Lines:
    """What to look at before anything else, each with its reason."""
    flags, profiles = report.flags, report.columns_profile
    told = [
        f"**Possible leakage** {code(name)}: {safe(sign.reason)}"
        for name in flags.possible_leakage
        for sign in profiles[name].leakage
    ]
    words = {
        "Constant": flags.constant,
        "Only tells rows apart": flags.id_like,
        "Much is unknown": flags.high_missing,
        "Many categories": flags.high_cardinality,
        "A name to be careful with": flags.suspicious_names,
        "Holds several types": tuple(n for n, each in profiles.items() if each.mixed),
        "Holds e-mail addresses": tuple(n for n, e in profiles.items() if e.format == "email"),
    }
    told += [f"**{word}**: {', '.join(map(code, names))}" for word, names in words.items() if names]
    for name, each in profiles.items():
        if each.placeholders:
            held = ", ".join(f"{code(text)} {n:,} times" for text, n in each.placeholders.items())
            told.append(f"**Placeholders** in {code(name)}: {held}")
    told += [f"**Trouble on the way**: {safe(error)}" for error in report.meta.errors]
    if told:
        yield "## Look at this first\n"
        yield "\n".join(f"- {line}" for line in told)


def _target(report: EdaReport) -> Lines:
    target = report.target
    if target is None:
        return
    yield f"## Target: {code(target.name)}\n"
    yield f"A {target.task_type} task. {safe(target.reason)}\n"
    if target.class_counts:
        yield table(
            ("Class", "Rows", "Share"),
            [
                (code(name), plain(count), _share(target, name))
                for name, count in target.class_counts.items()
            ],
        )
    if target.imbalance_ratio is not None:
        yield f"\nThe largest has {plain(target.imbalance_ratio)} times the rows of the smallest."
    if target.distribution is not None:
        yield table(_FIVE, [_five(target.name, target.distribution)])
    for pair in target.labels_together[:5]:
        yield f"- {code(pair.first)} and {code(pair.second)} come together in {pair.rows:,} rows."


def _share(target: TargetReport, name: str) -> str:
    share = target.class_shares.get(name)
    return "" if share is None else f"{100 * share:.1f} %"


def _columns(report: EdaReport) -> Lines:
    yield "## Columns, and what to do about each\n"
    yield table(
        ("Column", "Type", "Unknown", "Different", "Typical", "Suggested", "Why"),
        [
            (
                code(name),
                each.dtype + (f" ({each.format})" if each.format else ""),
                f"{each.pct_unknown:.1f} %",
                plain(each.unique),
                _typical(each),
                safe(each.suggested_action.replace("|", ", ")),
                safe(each.suggestion_reason),
            )
            for name, each in report.columns_profile.items()
        ],
    )


def _typical(profile: ColumnProfile) -> str:
    match profile.summary:
        case NumericSummary() as told:
            return f"{plain(told.median)} ({plain(told.q1)} to {plain(told.q3)})"
        case CategoricalSummary() as told:
            return code(next(iter(told.top_values), "")) if told.top_values else "-"
        case DatetimeSummary() as told:
            return f"{(told.min or '-')[:10]} to {(told.max or '-')[:10]}"


_FIVE = (
    *("Column", "Min", "Q1", "Median", "Q3", "Max", "Mean", "Std"),
    *("Skew", "Kurtosis", "Outliers", "Zeros"),
)


def _five(name: str, told: NumericSummary) -> tuple[str, ...]:
    numbers = (told.min, told.q1, told.median, told.q3, told.max, told.mean, told.std)
    moments = (told.skew, told.kurtosis)
    shares = (f"{told.pct_outliers:.1f} %", f"{told.pct_zero:.1f} %")
    return (code(name), *map(plain, numbers), *map(plain, moments), *shares)


def _numbers(report: EdaReport) -> Lines:
    rows = [
        _five(name, each.summary)
        for name, each in report.columns_profile.items()
        if isinstance(each.summary, NumericSummary)
    ]
    if rows:
        yield "## Numbers\n"
        yield table(_FIVE, rows)
        yield "\nOutliers lie beyond 1.5 interquartile ranges of the quartiles."


def _categories(report: EdaReport) -> Lines:
    rows = [
        (
            code(name),
            plain(each.unique),
            ", ".join(f"{code(v)} {n:,}" for v, n in list(each.summary.top_values.items())[:5]),
            f"{each.summary.n_rare} ({each.summary.pct_rare:.1f} % of rows)",
        )
        for name, each in report.columns_profile.items()
        if isinstance(each.summary, CategoricalSummary)
    ]
    if rows:
        yield "## Categories and texts\n"
        yield table(("Column", "Different", "Most frequent", "Rare (under 1 %)"), rows)


def _dates(report: EdaReport) -> Lines:
    rows = [
        (
            code(name),
            each.summary.min or "-",
            each.summary.max or "-",
            plain(each.summary.span_days),
            each.summary.frequency or "-",
            "yes" if each.summary.is_sorted else "no",
        )
        for name, each in report.columns_profile.items()
        if isinstance(each.summary, DatetimeSummary)
    ]
    if rows:
        yield "## Dates\n"
        yield table(("Column", "First", "Last", "Days", "Distance", "Rows in order"), rows)


def _gaps(report: EdaReport) -> Lines:
    gaps = report.dataset.missingness
    if not gaps.patterns:
        return
    yield "## What is unknown together\n"
    rows = [
        (", ".join(map(code, each.columns)), plain(each.rows), f"{each.pct:.2f} %")
        for each in gaps.patterns
    ]
    yield table(("Unknown in the same rows", "Rows", "Share"), rows)
    tests = [
        (
            code(each.feature),
            plain(each.n_unknown),
            plain(each.effect),
            plain(each.p_value),
            "yes" if each.is_related else "no",
        )
        for each in gaps.related_to_target
    ]
    if tests:
        yield "\nDoes the target differ where a column is unknown?\n"
        yield table(("Column", "Unknown", "Effect", "p", "Related"), tests)


def _probes(report: EdaReport) -> Lines:
    if report.meta.probes:
        yield "## Deeper probes\n"
    for each in report.meta.probes:
        tries = "" if each.attempts == 1 else f", {each.attempts} attempts"
        yield f"- **{safe(each.probe)}** ({each.outcome}{tries}): {safe(each.finding)}"


def _advice(report: EdaReport) -> Lines:
    target = report.target
    if target is None:
        return
    folds = target.cross_validation
    yield "## How to validate, and where to begin\n"
    yield f"**{folds.strategy}** with {folds.n_splits} folds. {safe(folds.reason)}\n"
    for each in target.model_families:
        yield f"- **{safe(each.family)}**: {safe(each.reason)}"


def _figures(report: EdaReport) -> Lines:
    if report.visuals.paths:
        yield "## Figures\n"
    for path in report.visuals.paths:
        yield f"![{safe(path.rsplit('/', 1)[-1].removesuffix('.png'))}]({path})"


def _method(report: EdaReport) -> Lines:
    yield "## How this was measured\n"
    yield (
        "Unknown cells are empty, hold a placeholder such as `?`, or have not the column's type. "
        "Standard deviation, skew and kurtosis are the sample's. V is Cramér's, eta the "
        "correlation ratio; the score is what a column alone predicts of the target on rows that "
        "it was not learnt from, from 0 (a constant guess) to 1. Samples are drawn from a fixed "
        "seed. Nothing here was fitted for later use: preparation splits the rows first."
    )
