"""Write the golden programs anew: ``python -m tests.golden.regenerate``, then read the diff.

One program for each example of the rule catalog, named ``<kind>_<example>.py``, and beside it the
same rule in SQL where it has any; files of examples that are no more are removed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from backend.rules.catalog import facts_from, lower, read_rule
from backend.rules.lowering import NotLowered
from tests.rules.examples import EXAMPLES, compiled

GOLDEN = Path(__file__).parent
OURS = Path(__file__).stem


def golden_names() -> set[str]:
    """The names of the programs that are there."""
    return {path.stem for path in GOLDEN.glob("*.py")} - {OURS}


def golden_sql() -> dict[str, str]:
    """The SQL of each example that has any, by name."""
    found = {}
    for name in EXAMPLES:
        plan = compiled(name).plan
        with suppress(NotLowered):
            found[name] = lower(read_rule(plan.rule), facts_from(plan.columns_read)).sql()
    return found


def main() -> None:
    for name in golden_names() - set(EXAMPLES):
        (GOLDEN / f"{name}.py").unlink()
    for name in EXAMPLES:
        (GOLDEN / f"{name}.py").write_text(compiled(name).program.source, "utf-8")
    write_sql()


def write_sql() -> None:
    """Write the SQL alone."""
    found = golden_sql()
    for path in GOLDEN.glob("*.sql"):
        path.unlink()
    for name, sql in found.items():
        (GOLDEN / f"{name}.sql").write_text(sql, "utf-8")


if __name__ == "__main__":
    main()
