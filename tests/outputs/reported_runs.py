"""Records of runs, by hand, and texts that play tricks on whoever shows them."""

from __future__ import annotations

from typing import Any

from backend.contracts.verdict import RunRecord, Verdict

RUN, BEFORE = "20261120T030000Z-0002", "20261119T030000Z-0001"

HOSTILE = {
    "script": "<script>document.title='owned'</script>",
    "attribute": "\" onmouseover=\"document.title='owned'\" x='",
    "entity": "&lt;b&gt; &#60; &amp;",
    "end of data": "]]></failure><!-- -->",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "formula after a tab": "\t=1+1",
    "at": "@SUM(A1)",
    "link": "[x](https://evil.example) ![x](https://evil.example/x.png)",
    "autolink": "https://evil.example www.evil.example <https://evil.example>",
    "mention": "@everyone #1 user@example.com",
    "table": "a | b | c",
    "lines": "one\n\n# two\r\n- three",
    "emphasis": "*a* _b_ `c` ~~d~~ **e**",
    "list": "- 1. + a",
    "nul and escape": "a\0b\x1b[31mred\x07",
    "right to left": "\u202eabc\u2066 שלום",
    "half a character": "x\ud800y",
    "long": "ü😀" * 5_000,
    "blank": "",
}


def record(check_id: str = "CHK-1", verdict: str = "FAIL", **fields: Any) -> RunRecord:
    told = {
        "run_id": RUN,
        "check_name": f"name of {check_id}",
        "summary": f"{verdict}: told",
        "tested": 10,
        "flagged": 3 if verdict in ("FAIL", "WARN") else 0,
        "started_at": "2026-11-20T03:00:00.123+00:00",
        "as_of": "2026-11-20",
        "seconds": 0.25,
    }
    return RunRecord(check_id=check_id, verdict=Verdict(verdict), **(told | fields))


def hostile(text: str) -> RunRecord:
    """A record with this text wherever a user's, or a table's, text may stand."""
    return record(
        check_id=text or "?",
        check_name=text,
        summary=text,
        reason=text,
        owner=text,
        tags=(text,),
        flagged_path=text or None,
    )
