"""Whether a sentence before a rule that says its own rows and condition only tells why.

Organic lots get audited. If organic is yes, …; nobody likes a queue. Every …
Such a rule is not narrowed by what stands before it, so that it may compare; but it may not
loosen, except, define or scope anything, deny or oblige what the tables hold ("small lots need
none"), nor tell of a column, value or number that the rule does not hold.
"""

from __future__ import annotations

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import CARELESS, DEFINING, DENIALS, DUTIES
from backend.planner.offline.stories.idioms import idioms
from backend.planner.offline.stories.leads import ASKING_MORE, TELLING_APART
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import Scene, words_end
from backend.planner.offline.stories.words import (
    DEMANDS,
    NO_SUBJECTS,
    PREPOSITIONS,
    SAYS_ITS_ROWS,
)

_CONDITIONS = frozenset({"if", "when", "where", "whenever", "wherever"})
_FEWEST, _MOST = 4, 14
"""So many words has a sentence that tells something, and no more than one thing."""
_NONE = frozenset({"none", "one", "any", "some", "half", "all", "each", "every"})
_COMMANDS = frozenset({
    "take", "use", "treat", "assume", "note", "remember", "suppose", "imagine", "ask", "see",
    "pick", "choose", "compare", "compute", "sort", "order", "group", "join", "start", "begin",
    "mind", "beware", "keep", "leave", "go", "here", "below", "above", "now", "first", "then",
})  # fmt: skip


def told_before(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """What a sentence mentions that tells why; nothing where it may change the rule behind it."""
    end = words_end(clause, named)
    is_told = named.tokens[clause.end - 1].text in (".", "!", ";")
    is_tale = is_told and clause.role == Role.TALE and _FEWEST <= end - clause.body <= _MOST
    if not is_tale or not _says_its_rows(rule, named):
        return None
    found = named.of(clause._replace(end=end, role=Role.REASON))
    if found is None:
        return None
    scene = Scene(clause, end, named, found)
    told = set(scene.lows) - idioms(scene.lows)
    if scene.lows[0] in NO_SUBJECTS | PREPOSITIONS | _COMMANDS:
        return None
    if told & (TELLING_APART | DEFINING | CARELESS) or any(map(scene.tells_units, scene.places)):
        return None
    if (told & ASKING_MORE) - named.lows(rule):
        return None
    names_any = bool(found) or any(map(named.names_table, scene.places))
    if (told & _NONE) or (names_any and told & (DENIALS | DUTIES)):
        return None
    if any(named.is_of_some(at) and not named.held(at - 1) for at in scene.places):
        return None  # small lots go without: some of the rows themselves
    is_conditional = named.tokens[rule.body].low in _CONDITIONS
    is_of_some = any(named.is_group(at) for at in scene.places)
    return found if is_conditional or not is_of_some else None


def _says_its_rows(rule: Clause, named: Mentions) -> bool:
    """Whether it opens with its rows or condition, asks something, and looks back at nothing."""
    opens = named.tokens[rule.body].low
    if opens not in SAYS_ITS_ROWS | _CONDITIONS or named.looks_back(rule):
        return False
    return not DEMANDS.isdisjoint(named.lows(rule))
