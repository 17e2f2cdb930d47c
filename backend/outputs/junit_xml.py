"""A run as JUnit XML, for the test tab of a CI service.

Rules of this file: it writes to a stream and touches no disk. The document is valid against both
schemas that services check with: the one of Jenkins' xUnit plugin (junit-10.xsd) and the older one
of Ant's JUnit task. Both know properties of suites only, so that checks of one severity, owner and
tags are one suite. A FAIL is a failure, an ERROR an error; a WARN is no failure, and its suite's
output tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO
from xml.etree import ElementTree

from backend.contracts.verdict import RunRecord, Verdict
from backend.outputs.legal_text import legal
from backend.outputs.run_report import ReportedRun, worst_first

Element = ElementTree.Element
_KINDS = {Verdict.FAIL: "failure", Verdict.ERROR: "error", Verdict.SKIPPED: "skipped"}


def write_junit(stream: BinaryIO, run: ReportedRun) -> None:
    """Write all checks of a run, the gravest suites first; times are UTC."""
    suites: dict[tuple[str, str, tuple[str, ...]], list[RunRecord]] = {}
    for record in worst_first(run.records):
        suites.setdefault((record.severity, record.owner, record.tags), []).append(record)
    root = Element("testsuites")
    for number, records in enumerate(suites.values()):
        root.append(_suite(number, records))
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    stream.write(b"\n")


def _suite(number: int, records: Sequence[RunRecord]) -> Element:
    first = records[0]
    told = (first.severity, first.owner or "no owner", *first.tags)
    suite = _element(
        "testsuite",
        name=" · ".join(filter(None, map(_token, told))),
        tests=str(len(records)),
        failures=_count(records, Verdict.FAIL),
        errors=_count(records, Verdict.ERROR),
        skipped=_count(records, Verdict.SKIPPED),
        time=f"{sum(record.seconds for record in records):.3f}",
        timestamp=min(record.started_at for record in records)[:19],
        hostname="localhost",
        package="checks",
        id=str(number),
    )
    suite.append(_properties(first))
    suite.extend(_case(record) for record in records)
    warned = [f"{each.check_id}: {each.summary}" for each in records if _is_warning(each)]
    ElementTree.SubElement(suite, "system-out").text = legal("\n".join(warned))
    ElementTree.SubElement(suite, "system-err")
    return suite


def _properties(record: RunRecord) -> Element:
    told = {"severity": record.severity, "owner": record.owner, "tags": ", ".join(record.tags)}
    told |= {"run_id": record.run_id, "as_of": record.as_of}
    properties = Element("properties")
    properties.extend(_element("property", name=name, value=told[name]) for name in told)
    return properties


def _case(record: RunRecord) -> Element:
    case = _element(
        "testcase",
        name=_token(f"{record.check_id} {record.check_name}"),
        classname=f"checks.{_token(record.stage)}",
        time=f"{record.seconds:.3f}",
    )
    kind = _KINDS.get(record.verdict)
    if kind:
        why = _element(kind, message=_message(record), type=record.code or record.verdict.value)
        why.text = legal(_details(record))
        case.append(why)
    return case


def _message(record: RunRecord) -> str:
    """A service shows the message first: where nothing was judged, the reason is the news."""
    is_judged = record.verdict is Verdict.FAIL
    return record.summary if is_judged else record.reason or record.summary


def _details(record: RunRecord) -> str:
    counts = f"{record.flagged:,} of {record.tested:,} tested"
    flagged = f"Flagged: {counts}, in {record.flagged_path}" if record.flagged_path else ""
    return "\n".join(filter(None, (record.summary, record.reason, flagged)))


def _is_warning(record: RunRecord) -> bool:
    return record.verdict is Verdict.WARN or record.warning


def _count(records: Sequence[RunRecord], verdict: Verdict) -> str:
    return str(sum(record.verdict is verdict for record in records))


def _token(text: str) -> str:
    """As XML Schema's type ``token`` has it: no blanks at the ends, none twice."""
    return " ".join(text.split())


def _element(tag: str, **attributes: str) -> Element:
    return Element(tag, {name: legal(value) for name, value in attributes.items()})
