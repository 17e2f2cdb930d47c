"""SodaCL: each check flags the rows that Soda counts, under the thresholds it sets."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.importers.imported import Importer, reasons

NEVER = "> 100%"
CHECKS: dict[str, tuple[str, str]] = {
    "missing": ("missing_count(weight) = 0", "p3"),
    "missing by name": ("missing_count(note) = 0: {missing values: [N/A, late]}", "p2 p4 p6"),
    "valid values": ("invalid_count(kind) = 0: {valid values: [box, bag, tube]}", "p6"),
    "valid values beside missing ones": (
        "invalid_count(note) = 0: {valid values: [ok], missing values: [N/A]}",
        "p4",
    ),
    "invalid values": ("invalid_count(kind) = 0: {invalid values: [bag, tube]}", "p3 p4"),
    "valid range": ("invalid_count(weight) = 0: {valid min: 0, valid max: 3}", "p4 p5"),
    "valid length": ("invalid_count(code) = 0: {valid length: 7}", "p5"),
    "valid lengths": ("invalid_count(code) = 0: {valid min length: 6, valid max length: 9}", "p5"),
    "valid regex": ("invalid_count(code) = 0: {valid regex: '^[A-Z]{2}-[0-9]+$'}", "p3"),
    "invalid regex": ("invalid_count(code) = 0: {invalid regex: '^[A-Z]{2}-[0-9]{4}$'}",
                      "p1 p2 p4 p6"),
    "valid format": ("invalid_count(code) = 0: {valid format: uuid}", "p1 p2 p3 p4 p5 p6"),
    "duplicates": ("duplicate_count(code) = 0", "p2 p6"),
    "duplicates of a pair": ("duplicate_count(code, depot_id) = 0", "p2 p6"),
    "filtered": ("missing_count(note) = 0: {filter: \"kind = 'box' AND price >= 20\"}", "p2"),
    "reference": ("values in (depot_id) must exist in depots (depot_id)", "p5"),
    "rows": ("row_count between 1 and 6", "0"),
    "rows, open bound": ("row_count between 1 and 6)", "1"),
    "rows as elsewhere": ("row_count same as depots", "1"),
    "mean": ("avg(weight) < 1.9", "1"),
    "smallest": ("min(weight) >= -1", "0"),
    "greatest of some": ("max(price) = 20: {filter: kind = 'box'}", "0"),
    "sum": ("sum(price) = 210", "0"),
    "spread": ("stddev_samp(price) > 19", "1"),
    "old days": ("freshness(sent) < 3d", "1"),
    "old days, old spelling": ("freshness using sent < 200d", "0"),
    "columns": ("schema: {fail: {when required column missing: [kind, colour]}}", "1"),
    "no columns": ("schema: {fail: {when forbidden column present: [kind, code, ssn]}}", "2"),
}  # fmt: skip


def section(*checks: str, header: str = "checks for parcels") -> str:
    return f"{header}:\n" + "".join(f"  - {check}\n" for check in checks)


@pytest.mark.parametrize(("check", "flagged"), CHECKS.values(), ids=CHECKS)
def test_counted_rows_are_flagged(check: str, flagged: str, importer: Importer) -> None:
    imported = importer.bring("checks.yml", section(check))

    assert not reasons(imported)
    assert importer.flags(imported.entries[0]) == flagged


def test_mean_length_is_measured(importer: Importer) -> None:
    (entry,) = importer.bring("checks.yml", section("avg_length(code) < 7")).entries

    assert importer.flags(entry) == "0"


LIMITS: dict[str, tuple[str, str | None, str | None]] = {
    "none": ("missing_count(kind) = 0", None, None),
    "fewer": ("missing_count(kind) < 5", None, ">= 5"),
    "at most": ("missing_count(kind) <= 5", None, "> 5"),
    "share": ("missing_percent(kind) < 5%", None, ">= 5%"),
    "share of valid ones": ("invalid_percent(price) <= 2.5: {valid min: 1}", None, "> 2.5%"),
    "between": ("missing_count(kind) between 0 and 5", None, "> 5"),
    "both": ("missing_count(kind): {warn: when > 2, fail: when > 4}", "> 2", "> 4"),
    "zones": ("missing_count(kind): {warn: when between 2 and 4, fail: when > 4}", ">= 2", "> 4"),
    "warning alone": ("missing_count(kind): {warn: when > 2}", "> 2", NEVER),
    "failure alone": ("missing_count(kind): {fail: when >= 2}", None, ">= 2"),
    "any": ("missing_count(kind): {fail: when != 0}", None, "> 0"),
}


@pytest.mark.parametrize(("check", "warn_if", "fail_if"), LIMITS.values(), ids=LIMITS)
def test_thresholds_are_kept(
    check: str, warn_if: str | None, fail_if: str | None, importer: Importer
) -> None:
    (entry,) = importer.bring("checks.yml", section(check)).entries

    assert (entry.get("warn_if"), entry.get("fail_if")) == (warn_if, fail_if)


def test_alerts_on_a_measure_become_two_checks(importer: Importer) -> None:
    check = "avg(price): {name: prices, warn: when > 30, fail: when >= 40}"
    warning, failure = importer.bring("checks.yml", section(check)).entries

    assert (warning["check_name"], warning["warn_if"], warning["fail_if"]) == (
        "prices", "> 0", NEVER,
    )  # fmt: skip
    assert (importer.flags(warning), importer.flags(failure)) == ("1", "0")
    assert "fail_if" not in failure


REFUSED: dict[str, tuple[str, str]] = {
    "too few": ("missing_count(kind) > 5", "too small"),
    "nothing kept": ("missing_count(kind) < 0", "cannot be kept"),
    "values, not rows": ("duplicate_count(code) < 5", "counts values"),
    "share of all rows": ("invalid_percent(weight) < 5%: {valid min: 0}", "weight is empty"),
    "two validities": ("invalid_count(code) = 0: {valid length: 7, valid regex: '^A$'}", "one way"),
    "regex of a database": ("invalid_count(code) = 0: {valid regex: A}", "depends on the database"),
    "unknown format": ("invalid_count(code) = 0: {valid format: haiku}", "'haiku'"),
    "spread of a database": ("stddev(price) < 3", "n or n - 1"),
    "percentile": ("percentile(price, 0.95) < 3", "quantile"),
    "hours": ("freshness(sent) < 6h", "threshold"),
    "change": ("change for row_count < 5", "kind of check"),
    "anomaly": ("anomaly score for row_count < default", "kind of check"),
    "two columns": ("values in (a, b) must exist in depots (a, b)", "several columns"),
    "types": ("schema: {fail: {when wrong column type: {kind: text}}}", "wrong column type"),
    "own SQL": ("failed rows: {fail condition: a > b}", "its SQL"),
    "setting": ("missing_count(kind) = 0: {missing format: email}", "'missing format'"),
    "SQL in a filter": ("missing_count(kind) = 0: {filter: price > avg(price)}", "'avg'"),
    "no threshold": ("avg(price)", "no threshold"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "words"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_equal_is_listed(check: str, words: str, importer: Importer) -> None:
    imported = importer.bring("checks.yml", section(check))

    assert (imported.entries, imported.left_out) == ([], 1)
    assert words in reasons(imported)


def test_filters_and_configurations_of_a_file_apply(importer: Importer) -> None:
    text = dedent("""
        filter parcels [boxes]:
          where: kind = 'box'
        configurations for parcels:
          valid values for kind: [box, bag]
        checks for parcels [boxes]:
          - missing_count(note) = 0
        checks for parcels:
          - invalid_count(kind) = 0
        for each dataset T:
          datasets: [parcels]
    """)
    imported = importer.bring("checks.yml", text)

    assert [importer.flags(entry) for entry in imported.entries] == ["p2", "p4 p6"]
    assert "for each dataset T" in reasons(imported)


def test_one_table_may_be_asked_for(importer: Importer) -> None:
    text = section("missing_count(kind) = 0") + section("row_count > 0", header="checks for depots")
    imported = importer.bring("checks.yml", text, table="depots")

    assert [entry["target_table"] for entry in imported.entries] == ["depots"]


def test_filter_that_is_not_declared_is_no_filter(importer: Importer) -> None:
    text = section("missing_count(kind) = 0", header="checks for parcels [odd]")

    assert "'odd' is not declared" in reasons(importer.bring("checks.yml", text))


def test_configurations_apply_to_what_they_are_about(importer: Importer) -> None:
    text = dedent("""
        configurations for parcels:
          valid values for kind: [box, bag]
          missing values for kind: [Box]
          valid min for price: 20
        checks for parcels:
          - missing_count(kind) = 0
          - invalid_count(kind) = 0
          - duplicate_count(kind) = 0
          - avg(price) > 10
    """)
    imported = importer.bring("checks.yml", text)

    assert [importer.flags(each) for each in imported.entries] == ["p5 p6", "p4", "p1 p2"]
    assert "avg(price) > 10: not imported, because it measures only" in reasons(imported)


def test_section_that_is_no_list_is_told(importer: Importer) -> None:
    assert "not a list" in reasons(importer.bring("c.yml", "checks for parcels: {row_count: 1}"))
