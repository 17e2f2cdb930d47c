"""The summary in Markdown, as a renderer shows it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from backend.contracts.verdict import RunRecord
from backend.outputs.markdown_summary import LONGEST, markdown_summary
from backend.outputs.run_report import ReportedRun
from tests.outputs.reported_runs import BEFORE, HOSTILE, RUN, hostile, record

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMLESS = {"text", "link_open", "link_close", "softbreak"}


def tokens(text: str) -> list[Token]:
    found = READER.parse(text)
    return [*found, *(child for token in found for child in token.children or ())]


def cells(text: str) -> list[list[str]]:
    """The body cells of all tables, as they are shown."""
    rows: list[list[str]] = []
    inside = False
    for token in READER.parse(text):
        inside = inside if token.type not in ("tbody_open", "tbody_close") else not inside
        if inside and token.type == "tr_open":
            rows.append([])
        elif inside and token.type == "inline":
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def summary(*records: RunRecord, before: tuple[RunRecord, ...] = ()) -> str:
    return markdown_summary(ReportedRun(records, before))


def test_failing_checks_stand_under_their_severity_with_owner_and_place() -> None:
    text = summary(
        record("A", severity="low", owner="a@x.org", flagged_path="c/A b/flagged.csv"),
        record("B", "ERROR", severity="critical", reason="not understood"),
        record("C", "PASS"),
        record("D", "WARN", severity="low"),
    )
    headings = re.findall(r"^#+ .*", text, re.M)

    assert headings == ["## 2 of 4 checks fail", "### Critical", "### Low"]
    assert "1 ERROR, 1 FAIL, 1 WARN, 1 PASS" in text
    assert f"run {RUN}" in text
    assert cells(text) == [
        ["B name of B", "ERROR", "not understood", "", ""],
        ["A name of A", "FAIL", "told", "a@x.org", "c/A b/flagged.csv"],
        ["D name of D", "WARN", "told", "", ""],
    ]
    assert "](<c/A%20b/flagged.csv>)" in text


def test_run_without_failures_says_so() -> None:
    assert summary(record("A", "PASS")).startswith("## None of 1 check fail")


def test_changes_since_the_run_before_are_listed() -> None:
    then = (record("A", "PASS", run_id=BEFORE), record("Z", "PASS", run_id=BEFORE))
    text = summary(record("A"), record("B", "PASS"), before=then)

    assert f"### Since run {BEFORE}\n" in text
    assert "- A name of A: PASS → FAIL, 3 flagged\n" in text
    assert "- B name of B: new: PASS\n" in text
    assert "- 1 check of that run is not in this one." in text


def test_nothing_changed_is_told() -> None:
    text = summary(record("A"), before=(record("A", run_id=BEFORE),))
    assert "No check came out otherwise." in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_neither_mark_up_nor_link_nor_mention(text: str) -> None:
    shown = summary(hostile(text), before=(record("Z", run_id=BEFORE),))
    found = tokens(shown)
    links = [token.attrs["href"] for token in found if token.type == "link_open"]
    inline = {child.type for token in found for child in token.children or ()}
    row = cells(shown)[0]

    assert inline <= HARMLESS
    assert not [token for token in found if token.type.startswith("html")]
    assert len(cells(shown)) == 1
    assert len(row) == 5
    assert not [link for link in links if ":" in str(link)]
    assert not re.search(r"(?<!\w)[@#]\w", "".join(row))
    assert not re.search(r"https?://|www\.", re.sub(r"\]\(<.*?>\)", "", shown))
    assert all(len(cell) <= 2 * LONGEST + 2 for cell in row)
    assert "\0" not in shown
    assert "\u202e" not in shown


def test_text_is_shown_as_it_is_written() -> None:
    name = r"a\b `c` *d* _e_ [f](g) <h> i|j ~k~ $l$ !m & n: o.p"
    assert cells(summary(record("A", check_name=name)))[0][0] == f"A {name}"
