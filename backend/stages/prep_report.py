"""The preparation's report for people, grounded in its metadata alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.contracts.prep_metadata import PARTS, PrepMetadata, Splits


def write_prep_report(metadata: PrepMetadata, splits: Splits) -> str:
    """The report as Markdown."""
    rows, columns = metadata.original_shape
    sections = [
        f"# Preparation for {metadata.target_column}",
        f"{rows} rows and {columns} columns became {len(metadata.features)} features for a "
        f"{metadata.problem_type}. Everything was learnt from the train rows alone.",
        "## Split",
        f"{splits.why[:1].upper()}{splits.why[1:]}. Seed {splits.seed}.",
        table(("part", "rows"), [(part, metadata.splits[part].rows) for part in PARTS]),
        f"{metadata.duplicates_removed} rows of train were copies of an earlier one and were "
        f"removed; {metadata.rows_without_target} rows have no target; no outlier was removed.",
        *_classes(metadata),
        "## Columns",
        table(("column", "role", "transform"), _columns(metadata)),
        *_dropped(metadata),
        "## Proof",
        table(
            ("what", "holds", "measured"),
            [(p.name, "yes" if p.held else "NO", p.fact) for p in metadata.proof],
        ),
    ]
    return "\n\n".join(sections) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; what would end a cell is escaped."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(_cell(each) for each in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split()) or " "


def _classes(metadata: PrepMetadata) -> list[str]:
    if not metadata.class_distribution:
        return []
    counts = sorted(metadata.class_distribution.items(), key=lambda item: -item[1])
    return ["## Classes", table(("class", "rows"), counts[:30])]


def _columns(metadata: PrepMetadata) -> list[tuple[str, str, str]]:
    used = [name for name, role in metadata.roles.items() if role != "dropped"]
    return [(name, metadata.roles[name], metadata.transforms[name]) for name in used]


def _dropped(metadata: PrepMetadata) -> list[str]:
    if not metadata.dropped:
        return ["Every column is used."]
    return ["### Left out", table(("column", "why"), metadata.dropped.items())]
