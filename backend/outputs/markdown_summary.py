"""A run as Markdown, for the summary of a CI job or a comment on a pull request.

Rules of this file: nothing here touches a disk; foreign text is text on one line and never mark-up,
link, mention or HTML (CommonMark, 2.4; the autolinks and tables of GitHub's flavour); a text is cut
at `LONGEST` characters, since the run itself has it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.console import plain
from backend.outputs.run_report import (
    ReportedRun,
    count_left_out,
    find_changes,
    say_counts,
    worst_first,
)

LONGEST = 300
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#|~&$!^=+.]|:(?=\S)|^-)")
_MENTION = re.compile(r"(?<!\w)([@#])(?=\w)")
_SHOWN = (Verdict.FAIL, Verdict.ERROR, Verdict.WARN)


def markdown_summary(run: ReportedRun) -> str:
    """Counts, what fails by severity with its owner, and what changed since the run before."""
    return "\n".join((*_head(run), *_failing(run), *_changed(run)))


def escape(text: str) -> str:
    """Foreign text as Markdown that shows just this text."""
    shown = " ".join(plain(text).split())
    cut = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    unmentioned = _MENTION.sub("\\1\u200b", cut)
    return _MARKUP.sub(r"\\\1", unmentioned)


def _head(run: ReportedRun) -> Iterator[str]:
    failing = sum(record.verdict in (Verdict.FAIL, Verdict.ERROR) for record in run.records)
    total = len(run.records)
    noun = "check" if total == 1 else "checks"
    yield f"## {failing or 'None'} of {total:,} {noun} {'fails' if failing == 1 else 'fail'}"
    yield ""
    told = (say_counts(run.records), f"run {run.run_id}", f"as of {run.records[0].as_of}")
    yield " · ".join(map(escape, told))
    yield ""


def _failing(run: ReportedRun) -> Iterator[str]:
    shown = worst_first(record for record in run.records if record.verdict in _SHOWN)
    for severity, records in groupby(shown, key=lambda record: record.severity):
        yield f"### {escape(severity).capitalize()}"
        yield ""
        yield "| check | verdict | what | owner | flagged rows |"
        yield "|---|---|---|---|---|"
        yield from (_row(record) for record in records)
        yield ""


def _row(record: RunRecord) -> str:
    told = record.summary if record.verdict is not Verdict.ERROR else record.reason
    what = (told or record.summary).removeprefix(f"{record.verdict}: ")
    cells = (_name(record), record.verdict.value, what, record.owner)
    return "| " + " | ".join((*map(escape, cells), _link(record.flagged_path))) + " |"


def _link(path: str | None) -> str:
    """The place of the flagged rows, relative to the workspace."""
    return f"[{escape(path)}](<{quote(path, errors='replace')}>)" if path else ""


def _name(record: RunRecord) -> str:
    return f"{record.check_id} {record.check_name}"


def _changed(run: ReportedRun) -> Iterator[str]:
    if not run.before:
        return
    yield f"### Since run {escape(run.before[0].run_id)}"
    yield ""
    changes = find_changes(run)
    told = [f"- {escape(_name(change.record))}: {escape(change.says)}" for change in changes]
    yield from told or ["No check came out otherwise."]
    yield from _left_out(count_left_out(run), told)
    yield ""


def _left_out(number: int, told: Sequence[str]) -> Iterator[str]:
    if not number:
        return
    yield from () if told else ("",)
    noun = "check of that run is" if number == 1 else "checks of that run are"
    yield f"{'- ' if told else ''}{number:,} {noun} not in this one."
