"""What is worth saying first, in plain sentences, from the report's own numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.stages.kit.eda.plain import listed

MOST_NOTED = 5


def notes_on(report: Mapping[str, Any]) -> str:
    """Sentences on the target, on gaps and copies, and on leakage, in this order."""
    parts = [
        *target_notes(report["target"], report["dataset"]["n_rows"]),
        *gap_notes(report),
        *leakage_notes(report),
        *pair_notes(report["correlations"]["feature_feature_highcorr"]),
    ]
    return " ".join(parts) or "Nothing stands out."


def target_notes(target: Mapping[str, Any] | None, n_rows: int) -> list[str]:
    """What the task is, and how even its classes are."""
    if target is None:
        return ["No column looks like a target; name one to see what tells of it."]
    name, task = target["name"], target["task_type"]
    found = "inferred to be" if target["is_inferred"] else "asked for as"
    notes = [f"{name!r} is {found} the target, a {task} task."]
    ratio = target.get("imbalance_ratio")
    if ratio is not None and ratio >= 3:
        notes.append(f"Its largest class is {ratio:.1f} times its smallest.")
    if (target.get("n_classes") or 2) > n_rows / 10:
        notes.append(f"With {target['n_classes']} classes most have too few rows to be learnt.")
    if target.get("n_classes") == 1:
        notes.append("It has one value alone: there is nothing to learn.")
    if target["n_missing"]:
        notes.append(f"It is empty in {target['n_missing']} rows.")
    return notes


def gap_notes(report: Mapping[str, Any]) -> list[str]:
    """Copies, placeholders and sentinels, columns with great gaps, gaps that the target knows."""
    flags, profiles = report["flags"], report["columns_profile"]
    copies = flags["duplicate_rows"]
    notes = [f"{copies} rows are exact copies of an earlier row."] if copies else []
    held = [name for name, each in profiles.items() if each["n_placeholders"]]
    if held:
        notes.append(f"Placeholders stand for unknown values in {listed(held, MOST_NOTED)}.")
    nines = [name for name, each in profiles.items() if each["summary"].get("sentinels")]
    if nines:
        notes.append(f"Numbers of nines may stand for unknown in {listed(nines, MOST_NOTED)}.")
    if flags["high_missing"]:
        notes.append(f"Much is unknown in {listed(flags['high_missing'], MOST_NOTED)}.")
    told = report["dataset"]["missingness"]["related_to_target"]
    related = [each["feature"] for each in told if each["is_related"]]
    if related:
        notes.append(f"The target differs where {listed(related, MOST_NOTED)} is unknown.")
    return notes


def leakage_notes(report: Mapping[str, Any]) -> list[str]:
    """The columns that may know the outcome, and the ids."""
    flags = report["flags"]
    notes = []
    if flags["possible_leakage"]:
        suspects = listed(flags["possible_leakage"], MOST_NOTED)
        notes.append(f"Possible leakage: {suspects}; ask when these become known.")
    if flags["id_like"]:
        notes.append(f"Leave identifiers out: {listed(flags['id_like'], MOST_NOTED)}.")
    return notes


def pair_notes(pairs: list[Mapping[str, Any]]) -> list[str]:
    """Features that nearly repeat one another."""
    if not pairs:
        return []
    named = ", ".join(f"{pair['f1']!r} and {pair['f2']!r}" for pair in pairs[:3])
    rest = f" and {len(pairs) - 3} more pairs" if len(pairs) > 3 else ""
    return [f"Nearly the same: {named}{rest}."]
