"""Whether a clause in front of a rule asks for something itself, and is thus no mere background.

The full scale must be used: every mark must be at most 6. What is asked for first is lost where
only the rule behind it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import DENIALS
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import EVERYBODY
from backend.planner.offline.words import FUNCTION_WORDS, stems_of

_MODALS = frozenset({"must", "should", "shall", "ought"})
_BEFORE_TO = frozenset({"has", "have", "need", "needs", "is", "are", "ought"})
_VAGUE = frozenset({
    "modest", "worth", "fair", "sensible", "plausible", "reasonable", "safe", "honest", "serious",
    "credible", "realistic", "affordable", "believable", "sane", "careful", "trustworthy",
})  # fmt: skip
"""What a rule behind the colon alone makes exact."""
_WHOLE = frozenset({"full", "whole", "entire", "complete"})
_SCALES = frozenset({"scale", "range", "spectrum"})
_TELLING = frozenset({Role.MOTTO, Role.TALE})


def obliges(clause: Clause, named: Mentions) -> bool:
    """Whether it has a duty of its own: must be used, has to be covered, are to be closed.

    What must not happen to anybody is the reason why; so is what a consequence follows, and what
    is too vague to be a rule: bargains should be modest, stouts should be dark.
    """
    if clause.role not in _TELLING or _is_quality(clause, named):
        return False
    lows = [token.low for token in named.tokens[clause.body : clause.end]]
    return (DENIALS | _VAGUE).isdisjoint(lows) and any(_duties(lows))


def _is_quality(clause: Clause, named: Mentions) -> bool:
    """Stouts should be dark: one word that nothing knows, of a value that the rule names.

    What is asked of all, as that the numbering should be continuous, may be a duty.
    """
    last = clause.end - 2
    lows = [token.low for token in named.tokens[last - 2 : last + 1]]
    is_quality = lows[:2] == ["should", "be"] and not lows[2].endswith("ed")
    said = {stem for token in named.tokens[clause.end :] for stem in stems_of(token.text)}
    subject = [at for at in range(clause.body, last - 2) if not _names_no_value(at, named)]
    is_of_value = any(said.issuperset(stems_of(named.tokens[at].text)) for at in subject)
    return is_quality and is_of_value and named.is_foreign(last)


def _names_no_value(place: int, named: Mentions) -> bool:
    is_common = named.tokens[place].low in FUNCTION_WORDS | EVERYBODY | {"the", "our"}
    return is_common or named.names_table(place) or named.names_column(place)


def _duties(lows: list[str]) -> Iterator[bool]:
    """For each word, whether it obliges, or tells of a whole scale, all of which is to be used."""
    for low, then in zip(lows, [*lows[1:], ""], strict=True):
        yield low in _MODALS or (low in _BEFORE_TO and then == "to")
        yield low in _WHOLE and then in _SCALES
