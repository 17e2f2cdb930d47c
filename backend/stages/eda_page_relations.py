"""The part of ``report.md`` on how columns go together, and with the target."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.eda_correlations import OutcomeSummary
from backend.contracts.eda_report import EdaReport
from backend.stages.eda_summary import plain
from backend.stages.markdown import code, table

MOST_ROWS = 20
MOST_TABLES = 6
MOST_CLASSES = 4


def related(report: EdaReport) -> Iterator[str]:
    """Numbers, categories and dates against the target, the strongest first."""
    told = report.correlations
    if told.numeric_to_target:
        yield "## Numbers and the target\n"
        yield table(
            ("Feature", "Pearson", "Spearman", "Eta", "Score", "Rows"),
            [
                (code(e.feature), *map(plain, (e.pearson, e.spearman, e.eta, e.score, e.n)))
                for e in told.numeric_to_target[:MOST_ROWS]
            ],
        )
    if told.categorical_to_target:
        yield "\n## Categories and the target\n"
        yield table(
            ("Feature", "Cramér's V", "Chi-squared", "df", "p", "Eta", "Score", "Rows"),
            [
                (
                    code(e.feature),
                    *map(plain, (e.cramers_v, e.chi2, e.dof, e.p_value, e.eta, e.score, e.n)),
                )
                for e in told.categorical_to_target[:MOST_ROWS]
            ],
        )
    if told.datetime_to_target:
        yield "\n## Dates and the target\n"
        rows = [(code(e.feature), plain(e.score)) for e in told.datetime_to_target]
        yield table(("Feature", "Score"), rows)


def value_tables(report: EdaReport) -> Iterator[str]:
    """The target among the rows of each value, for the features that tell most."""
    told = report.correlations
    scores = {each.feature: each.score or 0.0 for each in told.numeric_to_target}
    scores |= {each.feature: each.score or 0.0 for each in told.categorical_to_target}
    names = sorted(told.target_by_value, key=lambda name: -scores.get(name, 0.0))[:MOST_TABLES]
    if names:
        yield "## The target by value\n"
    for name in names:
        yield table(
            (code(name), "Rows", "Target"),
            [(code(e.value), plain(e.n), _outcome(e)) for e in told.target_by_value[name]],
        )
        yield ""


def _outcome(told: OutcomeSummary) -> str:
    if told.mean is not None:
        return f"mean {plain(told.mean)}"
    shares = sorted(told.shares.items(), key=lambda pair: (-(pair[1] or 0.0), pair[0]))
    shown = [f"{code(name)} {100 * (share or 0.0):.1f} %" for name, share in shares[:MOST_CLASSES]]
    return ", ".join(shown)


def repeats(report: EdaReport) -> Iterator[str]:
    """Features that nearly repeat one another."""
    pairs = report.correlations.feature_feature_highcorr
    if pairs:
        yield "## Features that nearly repeat one another\n"
        rows = [(code(e.f1), code(e.f2), e.measure, plain(e.value)) for e in pairs[:MOST_ROWS]]
        yield table(("One", "Other", "Measure", "Value"), rows)
    if len(pairs) > MOST_ROWS:
        yield f"\nAnd {len(pairs) - MOST_ROWS} more in `report.json`."
