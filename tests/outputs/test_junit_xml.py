"""JUnit XML that CI services take: the two schemas that they check with, as tables."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import pytest

from backend.contracts.verdict import RunRecord
from backend.outputs.junit_xml import write_junit
from backend.outputs.run_report import ReportedRun
from tests.outputs.reported_runs import HOSTILE, hostile, record

Element = ElementTree.Element
CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase", "system-out", "system-err"],
    "properties": ["property"],
    "testcase": ["skipped", "error", "failure"],
}
"""The order of children that both schemas ask for."""
REQUIRED = {
    "testsuites": set[str](),
    "testsuite": {
        *("name", "timestamp", "hostname", "tests", "failures", "errors", "time", "package", "id"),
    },
    "property": {"name", "value"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
}
ALLOWED = REQUIRED | {
    "testsuite": REQUIRED["testsuite"] | {"skipped"},
    "skipped": {"type", "message"},
}


def junit(*records: RunRecord) -> Element:
    stream = io.BytesIO()
    write_junit(stream, ReportedRun(records))
    assert stream.getvalue().startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")
    root = ElementTree.fromstring(stream.getvalue())
    must_be_valid(root)
    return root


def must_be_valid(element: Element) -> None:
    tag = element.tag
    order = [CHILDREN.get(tag, []).index(child.tag) for child in element]
    assert order == sorted(order), f"{tag}: {[child.tag for child in element]}"
    assert REQUIRED.get(tag, set()) <= set(element.keys()) <= ALLOWED.get(tag, set()), tag
    if tag == "testsuite":
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", element.attrib["timestamp"])
        assert {child.tag for child in element} == set(CHILDREN[tag])
        cases = element.findall("testcase")
        assert element.attrib["tests"] == str(len(cases))
        for count, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert element.attrib[count] == str(len(element.findall(f"testcase/{kind}")))
        tokens = [element.attrib["name"], *(case.attrib["name"] for case in cases)]
        assert all(text == " ".join(text.split()) and text for text in tokens)
    for child in element:
        must_be_valid(child)


KINDS = {
    "FAIL": ("failure", "FAIL: told"),
    "ERROR": ("error", "because"),
    "SKIPPED": ("skipped", "because"),
    "PASS": (None, ""),
    "WARN": (None, ""),
}


@pytest.mark.parametrize("verdict", KINDS)
def test_verdict_is_what_a_service_counts(verdict: str) -> None:
    kind, message = KINDS[verdict]
    root = junit(record("A", verdict, reason="because", flagged_path="x/flagged.csv"))
    (case,) = root.iter("testcase")
    children = [(child.tag, child.attrib["message"]) for child in case]
    assert children == ([(kind, message)] if kind else [])
    if kind:
        text = case[0].text or ""
        assert f"{verdict}: told" in text
        assert "because" in text
        assert "x/flagged.csv" in text


def test_warning_stands_in_the_output_of_its_suite() -> None:
    root = junit(record("A", "WARN"), record("B", "PASS"))
    assert root.findtext("testsuite/system-out") == "A: WARN: told"


def test_checks_of_one_severity_owner_and_tags_are_one_suite() -> None:
    root = junit(
        record("A", severity="low", owner="o@x.org", tags=("t", "u")),
        record("B", severity="high", owner="o@x.org"),
        record("C", "PASS", severity="low", owner="o@x.org", tags=("t", "u")),
    )
    told = [
        (
            {each.attrib["name"]: each.attrib["value"] for each in suite.iter("property")},
            [case.attrib["name"].split()[0] for case in suite.iter("testcase")],
        )
        for suite in root
    ]
    assert [cases for _, cases in told] == [["B"], ["A", "C"]]
    assert told[1][0].items() >= {"severity": "low", "owner": "o@x.org", "tags": "t, u"}.items()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    root = junit(hostile(text))
    (case,) = root.iter("testcase")
    (failure,) = case
    shown = re.sub("[\0\x1b\x07\ud800]", "\ufffd", text)
    assert failure.attrib["message"] == shown
    assert len(failure) == 0
    (owner,) = (each for each in root.iter("property") if each.attrib["name"] == "owner")
    assert owner.attrib["value"] == shown
