"""What a probe found, in one sentence from its own numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

from backend.stages.eda_summary import plain


def finding_of(probe: str, values: Mapping[str, JsonValue]) -> str:
    """One sentence about the columns that were probed."""
    told: list[Any] = values["columns"] if isinstance(values.get("columns"), list) else []  # type: ignore[assignment]
    if not told:
        return f"Probe {probe} had no column to look at."
    if probe == "leakage_check":
        return _leakage(values, told)
    say = _gap if probe == "drill_missing" else _type
    return "; ".join(say(each) for each in told) + "."


def _leakage(values: Mapping[str, Any], told: list[Any]) -> str:
    with_all, without = values.get("score_with_all"), values.get("score_without_suspects")
    names = ", ".join(repr(each["column"]) for each in told)
    drops = [repr(each["column"]) for each in told if each["recommended"] == "drop"]
    advice = f"drop {', '.join(drops)}" if drops else "ask when these become known"
    return (
        f"Without {names} a quick model scores {plain(without)} in place of {plain(with_all)} "
        f"(0 is a guess, 1 is perfect): {advice}."
    )


def _gap(each: Mapping[str, Any]) -> str:
    score, gaps = each["value_score"], each["gap_score"]
    how = (
        f"other columns tell its value with a score of {plain(score)}"
        if score is not None
        else "too little is known to predict it"
    )
    depends = " and where it is unknown" if each["gaps_depend_on_other_columns"] else ""
    told = f" ({plain(gaps)})" if depends else ""
    return f"{each['column']!r}: {how}{depends}{told}, so {each['recommended']}"


def _type(each: Mapping[str, Any]) -> str:
    if "different" in each:
        return (
            f"{each['column']!r}: {each['different']} different values, the rarest in "
            f"{each['smallest_group']} rows, so {each['recommended']} is the likelier reading"
        )
    closest, left = each["closest"], each["n_exceptions"]
    if each["recommended"] == each["is_now"]:
        return f"{each['column']!r} stays {each['is_now']}: {left} cells do not read as {closest}"
    rest = f", but for {left} cells" if left else ""
    return f"{each['column']!r} reads best as {closest}{rest}"
