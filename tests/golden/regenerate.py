"""Write the golden programs anew: ``python -m tests.golden.regenerate``, then read the diff.

One file for each example of the rule catalog, named ``<kind>_<example>.py``; files of examples
that are no more are removed.
"""

from __future__ import annotations

from pathlib import Path

from tests.rules.examples import EXAMPLES, compiled

GOLDEN = Path(__file__).parent
OURS = Path(__file__).stem


def golden_names() -> set[str]:
    """The names of the programs that are there."""
    return {path.stem for path in GOLDEN.glob("*.py")} - {OURS}


def main() -> None:
    for name in golden_names() - set(EXAMPLES):
        (GOLDEN / f"{name}.py").unlink()
    for name in EXAMPLES:
        (GOLDEN / f"{name}.py").write_text(compiled(name).program.source, "utf-8")


if __name__ == "__main__":
    main()
