"""The page: nothing foreign in it is mark-up, and nothing beside its own script may run."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser

import pytest

from backend.contracts.verdict import RunRecord
from backend.outputs.html_page import write_html
from backend.outputs.run_report import ReportedRun
from tests.outputs.reported_runs import BEFORE, HOSTILE, hostile, record


class Reader(HTMLParser):
    """Tags with their attributes, and the texts of rows."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(*records: RunRecord, before: tuple[RunRecord, ...] = ()) -> str:
    stream = io.StringIO()
    write_html(stream, ReportedRun(records, before))
    return stream.getvalue()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_makes_no_tags(text: str) -> None:
    harmless = Reader(page(record(tags=("t",), reason="r", flagged_path="p")))
    found = Reader(page(hostile(text or "x")))
    shown = re.sub("[\0\x1b\x07\ud800]", "\ufffd", text or "x").replace("\r\n", "\n")

    assert {tag for tag, _ in found.tags} <= {tag for tag, _ in harmless.tags}
    assert [attrs for _, attrs in found.tags if any(name.startswith("on") for name in attrs)] == []
    assert shown in [each.replace("\r\n", "\n") for each in found.texts]


def test_policy_names_the_one_script_and_the_one_style() -> None:
    text = page(record())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', text)
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (source,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_page_fetches_nothing() -> None:
    found = Reader(page(record(flagged_path="x")))
    assert not [attrs for _, attrs in found.tags if attrs.keys() & {"src", "href", "style"}]
    assert "url(" not in page(record())


def test_counts_and_changes_are_told() -> None:
    text = page(
        record("A"),
        record("B", "PASS"),
        before=(record("A", "PASS", run_id=BEFORE), record("Z", run_id=BEFORE)),
    )
    assert '<span class="FAIL">1 FAIL</span>, <span class="PASS">1 PASS</span>' in text
    assert "PASS → FAIL, 3 flagged</li>" in text
    assert "<p>1 checks of that run are not in this one.</p>" in text
