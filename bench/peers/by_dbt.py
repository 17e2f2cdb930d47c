"""dbt on DuckDB: its own four generic tests where they fit, else a query for the rows that fail."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import tempfile
from pathlib import Path

from dbt.cli.main import dbtRunner

PROJECT = """
name: race
version: 1.0.0
profile: race
flags: {send_anonymous_usage_stats: false}
models: {+materialized: table}
"""
PROFILE = "race: {target: run, outputs: {run: {type: duckdb, path: ':memory:', threads: 2}}}"
GENERIC = """
models:
  - name: events
    columns:
      - name: seconds
        data_tests: [{not_null: {name: no_seconds}}]
      - name: user_id
        data_tests:
          - relationships: {name: event_of_nobody, to: ref('users'), field: user_id}
  - name: orders
    columns:
      - name: user_id
        data_tests:
          - relationships: {name: order_of_nobody, to: ref('users'), field: user_id}
"""
SINGULAR = {
    "no_email": r"@users WHERE NOT regexp_full_match(email, '[^@\s]+@[^@\s]+\.[a-z]+')",
    "odd_age": "@users WHERE age NOT BETWEEN 18 AND 110",
    "repeated_order": "@orders QUALIFY COUNT(*) OVER (PARTITION BY order_id) > 1",
    "unknown_status": "@orders WHERE status NOT IN ('new', 'paid', 'shipped', 'cancelled')",
    "no_quantity": "@orders WHERE quantity < 1",
    "wrong_total": "@orders WHERE ABS(total - quantity * unit_price) > 0.01",
    "shipped_before": "@orders WHERE shipped_at < ordered_at",
    "user_without_order": "@users ANTI JOIN @orders USING (user_id)",
    "repeated_event": (
        "@events QUALIFY COUNT(*) OVER (PARTITION BY user_id, kind, occurred_at, seconds, url) > 1"
    ),
    "odd_average": "(SELECT AVG(total) AS mean FROM @orders) WHERE mean NOT BETWEEN 10 AND 500",
    "not_shipped": "@orders WHERE status = 'shipped' AND shipped_at IS NULL",
    "odd_currency": "@orders WHERE NOT regexp_full_match(currency, '[A-Z]{3}')",
    "large_sums": (
        "(SELECT user_id, SUM(total) AS sum FROM @orders GROUP BY user_id) WHERE sum > 6000"
    ),
    "before_signup": "@orders JOIN @users USING (user_id) WHERE ordered_at < signup_at",
    "event_to_come": "@events WHERE occurred_at > TIMESTAMP '2026-11-20'",
    "odd_url": "@events WHERE NOT starts_with(url, 'https://')",
    "many_events": (
        "(SELECT user_id, kind, COUNT(*) AS number FROM @events GROUP BY ALL) WHERE number > 7"
    ),
}
"""Its own test of uniqueness counts values and not rows."""
TABLES = ("users", "events", "orders")


def write_project(project: Path, data: Path) -> None:
    """A model for each table, and a test for each check."""
    for folder in ("models", "tests"):
        (project / folder).mkdir()
    (project / "dbt_project.yml").write_text(PROJECT)
    (project / "profiles.yml").write_text(PROFILE)
    (project / "models" / "schema.yml").write_text(GENERIC)
    for table in TABLES:
        source = str(data / f"{table}.csv").replace("'", "''")
        (project / "models" / f"{table}.sql").write_text(f"SELECT * FROM read_csv('{source}')")
    for name, rows in SINGULAR.items():
        query = re.sub("@([a-z]+)", r"{{ ref('\1') }}", f"SELECT * FROM {rows}")
        (project / "tests" / f"{name}.sql").write_text(query)


def count(data: Path) -> dict[str, int]:
    """The rows or groups that fail each check.

    Raises:
        SystemExit: a test could not be run.
    """
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), data)
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            where = ["--project-dir", folder, "--profiles-dir", folder]
            found = dbtRunner().invoke(["--quiet", "build", *where])
        if found.exception or any(each.status == "error" for each in found.result.results):
            raise SystemExit(told.getvalue()[-2000:] or str(found.exception))
    tests = (each for each in found.result.results if each.node.resource_type == "test")
    return {each.node.name.replace("_", "-"): int(each.failures) for each in tests}


if __name__ == "__main__":
    print(json.dumps(count(Path(sys.argv[1]))))
