"""Words that say how a key is looked for: with exactly the same name, in the same spelling.

Keys are compared as they are written: of a rule that asks whether a row is there, they say nothing
new.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Exists, Not
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SPELLINGS = (
    "name", "names", "spelling", "wording", "value", "text", "code", "writing", "notation", "way",
    "form", "id", "key",
)  # fmt: skip
_BEFORE = (
    "with", "with exactly", "under", "under exactly", "in", "in exactly", "by", "with precisely",
    "in precisely", "spelled", "spelled in", "spelled exactly", "spelt", "spelt exactly", "written",
    "written exactly", "written in", "written in exactly", "",
)  # fmt: skip
_WAYS = (
    "exactly the same", "exactly alike", "exactly as there", "exactly like there", "exactly so",
    "exactly as it is there", "exactly as it stands there", "letter for letter", "letter by letter",
    "character for character", "spelled exactly the same", "spelt exactly the same",
    "written exactly the same", "spelled the same", "spelt the same", "written the same",
    "spelled exactly as there", "spelled identically", "spelled alike", "in identical spelling",
    "with identical spelling", "identical spelling", "with an identical name",
    "under an identical name", "in the very same spelling",
)  # fmt: skip
SAME_SPELLING = (
    *(f"{before} the same {noun}".strip() for before, noun in product(_BEFORE, _SPELLINGS)),
    *(f"{noun} exactly the same" for noun in ("with name", "spelling", "name")),
    *(f"{before} same {noun}".strip() for before, noun in product(("", "exactly"), _SPELLINGS)),
    *_WAYS,
)


def is_looked_up(rule: Rule) -> bool:
    """Whether it asks of each row alone if another table has a row with its key."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    told = must.part if isinstance(must, Not) else must
    return isinstance(told, Exists) and told.where is None and len(told.keys) == 1


def refuse_twins_behind_tables(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which rows are twins of each other, and not of those of another table.

    Raises:
        Misfit: "whose line is not in lines with the same name" was read as lines that share a name.
    """
    if not isinstance(rule, Duplicates) or rule.where is None:
        return
    others = {
        stems_of(part.table)[-1]
        for part in walk(rule.where)
        if isinstance(part, Exists) and part.table
    }
    for table, *behind in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        is_shared = behind[0].low in ("with", "under", "having") and behind[1].low in (
            "the",
            "same",
            "exactly",
        )
        if is_shared and {*stems_of(table.text)[-1:]} & others:
            raise Misfit(
                f"'{behind[0].text} {behind[1].text} {behind[2].text} …' may be said of "
                f"{table.text}; say what is compared with what"
            )
