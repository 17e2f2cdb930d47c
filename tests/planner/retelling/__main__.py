"""How many sentences of the tables of cases read the same when they are told anew.

    python -m tests.planner.retelling                  # in other frames
    python -m tests.planner.retelling other_frames     # those of test_other_frames
    python -m tests.planner.retelling --words          # in other words
    python -m tests.planner.retelling --scopes 7       # under a condition, chosen by this seed

Each line is a frame, a wording, or a form of a condition: sentences told so, and those declined.
What flags other rows is printed with both sentences, and the command ends with 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.planner.offline.spoken import Answer
from tests.planner.retelling.frames import told_anew
from tests.planner.retelling.material import Known, known_sentences
from tests.planner.retelling.scopes import is_of_rows, scope_for, told_under
from tests.planner.retelling.wordings import in_other_words

Telling = Callable[[Known], Iterable[tuple[str, str, str]]]
"""Ways to tell a sentence: what each is called, the sentence told so, the labels to flag."""


def in_frames(known: Known) -> Iterator[tuple[str, str, str]]:
    """In other frames."""
    yield from ((frame, told, known.flagged) for frame, told in told_anew(known.sentence))


def in_words(known: Known) -> Iterator[tuple[str, str, str]]:
    """In other words."""
    yield from ((words, told, known.flagged) for words, told in in_other_words(known.sentence))


def under_scopes(seed: int) -> Telling:
    """Under a condition that is chosen by a seed."""
    choose = random.Random(seed)

    def tell(known: Known) -> Iterator[tuple[str, str, str]]:
        plan = known.read().plan
        if plan is None or not is_of_rows(plan):
            return
        scope = scope_for(plan, known.rows(plan.table), choose)
        if scope is not None:
            flagged = " ".join(each for each in known.flagged.split() if each in scope.labels)
            for form, told in told_under(scope, known.sentence, known.headers()):
                yield form, told, flagged

    return tell


class Retold(NamedTuple):
    """Sentences told and those declined, by frame; and those that flagged other rows."""

    told: Counter[str]
    declined: Counter[str]
    others: list[str]


def retell(modules: Sequence[str], telling: Telling) -> Retold:
    """Tell each known sentence anew, and compare."""
    found = Retold(Counter(), Counter(), [])
    with tempfile.TemporaryDirectory() as folder:
        for known in known_sentences(modules, Path(folder)):
            for frame, told, flagged in telling(known):
                answer = known.ask(told)
                found.told[frame] += 1
                if answer.plan is None:
                    found.declined[frame] += 1
                elif answer.flagged != flagged and not _is_other_grain(known, answer, flagged):
                    found.others.append(
                        f"{known.sentence!r} flags [{known.flagged}]\n"
                        f"  {told!r} [{answer.flagged}], wanted [{flagged}]\n"
                        f"  read as: {answer.plan.restatement}"
                    )
    return found


def _is_other_grain(known: Known, answer: Answer, flagged: str) -> bool:
    """Whether the same is told of other things: of two tables' keys, or of one table's rows."""
    before, now = known.read().plan, answer.plan
    is_other = before is not None and now is not None and before.grain != now.grain
    return is_other and (answer.flagged in ("", "0")) == (flagged in ("", "0"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.planner.retelling")
    parser.add_argument("modules", nargs="*", help="names of tests without test_; default: all")
    parser.add_argument("--words", action="store_true", help="in other words instead")
    parser.add_argument("--scopes", type=int, metavar="SEED", help="under conditions instead")
    asked = parser.parse_args()
    telling: Telling = in_words if asked.words else in_frames
    found = retell(asked.modules, telling if asked.scopes is None else under_scopes(asked.scopes))
    for frame, count in found.told.most_common():
        print(f"{count:6,} told, {found.declined[frame] / count:4.0%} declined: {frame}")
    print(*found.others, sep="\n")
    declined, others = found.declined.total(), len(found.others)
    print(f"{found.told.total():6,} told, {declined:,} declined, {others:,} flag other rows")
    return int(others > 0)


if __name__ == "__main__":
    sys.exit(main())
