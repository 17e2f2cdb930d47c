"""A run as one HTML file that needs nothing else.

Rules of this file: it writes to a stream and touches no disk; every foreign text is escaped and
isolated, so that right-to-left text turns nothing but itself; the page's policy (Content Security
Policy, level 2) lets run only the one script and the one style that stand here, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import TextIO

from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.legal_text import legal
from backend.outputs.run_report import (
    ReportedRun,
    count_left_out,
    count_verdicts,
    find_changes,
    worst_first,
)

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 90rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; overflow-wrap: anywhere;
  border-bottom: 1px solid #8884; }
thead th { position: sticky; top: 0; background: Canvas; }
.clip { display: block; max-height: 7.5em; overflow: auto; }
.number { text-align: right; }
.FAIL, .ERROR { color: #c62828; font-weight: 600; }
.WARN { color: #b26a00; font-weight: 600; }
.PASS { color: #2e7d32; }
.SKIPPED { color: #757575; }
form { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; align-items: center; }
"""
_SCRIPT = """
const rows = Array.from(document.querySelectorAll("#checks tbody tr"),
  row => [row, row.dataset.verdict, row.textContent.toLowerCase()]);
const verdict = document.getElementById("verdict");
const text = document.getElementById("text");
function show() {
  const wanted = text.value.trim().toLowerCase();
  let shown = 0;
  for (const [row, its, told] of rows) {
    const is = (!verdict.value || its === verdict.value) && told.includes(wanted);
    row.hidden = !is;
    shown += is;
  }
  document.getElementById("shown").textContent = shown + " of " + rows.length + " checks";
}
verdict.addEventListener("change", show);
text.addEventListener("input", show);
document.querySelector("form").addEventListener("submit", event => event.preventDefault());
show();
"""
_LONG = 400
"""Characters of a cell above which it scrolls; thousands of scrolling cells make a page slow."""
_HEADS = {
    "Check": "18%",
    "Verdict": "6rem",
    "Severity": "6rem",
    "What": "",
    "Flagged": "6rem",
    "Tested": "6rem",
    "Owner": "13%",
    "Tags": "9%",
}


def write_html(stream: TextIO, run: ReportedRun) -> None:
    """Write the page: counts, what changed since the run before, and every check."""
    stream.writelines(f"{line}\n" for line in (*_head(run), *_changed(run), *_table(run)))
    stream.write(f"<script>{_SCRIPT}</script>\n</body>\n</html>\n")


def _head(run: ReportedRun) -> Iterator[str]:
    first = run.records[0]
    policy = (
        f"default-src 'none'; script-src {_hash(_SCRIPT)}; style-src {_hash(_STYLE + _widths())}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>Data checks, {_escaped(first.run_id)}</title>"
    yield f"<style>{_STYLE + _widths()}</style>\n</head>\n<body>\n<h1>Data checks</h1>"
    yield f"<p>Run {_shown(first.run_id)}, as of {_shown(first.as_of)}. {_counts(run)}</p>"


def _counts(run: ReportedRun) -> str:
    counts = count_verdicts(run.records)
    told = ", ".join(f'<span class="{each}">{counts[each]:,} {each}</span>' for each in counts)
    return f"{len(run.records):,} checks: {told}."


def _changed(run: ReportedRun) -> Iterator[str]:
    if not run.before:
        return
    changes = find_changes(run)
    left_out = count_left_out(run)
    yield f"<h2>Since run {_shown(run.before[0].run_id)}</h2>"
    yield f"<details{' open' if 0 < len(changes) <= 20 else ''}>"
    yield f"<summary>{len(changes):,} checks came out otherwise.</summary>\n<ul>"
    for record, says in changes:
        yield f"<li>{_shown(f'{record.check_id} {record.check_name}')}: {_escaped(says)}</li>"
    yield "</ul>\n</details>"
    if left_out:
        yield f"<p>{left_out:,} checks of that run are not in this one.</p>"


def _table(run: ReportedRun) -> Iterator[str]:
    yield "<h2>Checks</h2>\n<form>"
    options = "".join(f"<option>{verdict}</option>" for verdict in count_verdicts(run.records))
    yield f'<label>Verdict <select id="verdict"><option value="">all</option>{options}</select>'
    yield '</label>\n<label>Text <input id="text" type="search" autocomplete="off"></label>'
    yield '<output id="shown"></output>\n</form>\n<table id="checks">\n<thead><tr>'
    yield "".join(f"<th>{head}</th>" for head in _HEADS) + "</tr></thead>\n<tbody>"
    yield from (_row(record) for record in worst_first(run.records))
    yield "</tbody>\n</table>"


def _row(record: RunRecord) -> str:
    is_judged = record.verdict not in (Verdict.ERROR, Verdict.SKIPPED)
    cells = (
        _cell(f"{record.check_id} {record.check_name}"),
        f'<td class="{record.verdict}">{record.verdict}</td>',
        _cell(record.severity),
        _cell(record.summary, record.reason, record.flagged_path or ""),
        f'<td class="number">{format(record.flagged, ",") if is_judged else ""}</td>',
        f'<td class="number">{format(record.tested, ",") if is_judged else ""}</td>',
        _cell(record.owner),
        _cell(", ".join(record.tags)),
    )
    return f'<tr data-verdict="{record.verdict}">{"".join(cells)}</tr>'


def _cell(*texts: str) -> str:
    told = "<br>".join(_shown(text) for text in texts if text)
    is_long = sum(map(len, texts)) > _LONG
    return f'<td><span class="clip">{told}</span></td>' if is_long else f"<td>{told}</td>"


def _shown(text: str) -> str:
    return f"<bdi>{_escaped(text)}</bdi>"


def _escaped(text: str) -> str:
    return escape(legal(text))


def _widths() -> str:
    return "".join(
        f"th:nth-child({number}) {{ width: {width}; }}\n"
        for number, width in enumerate(_HEADS.values(), start=1)
        if width
    )


def _hash(source: str) -> str:
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"
