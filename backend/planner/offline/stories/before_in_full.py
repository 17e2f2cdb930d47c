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
    FLAGS,
    NO_SUBJECTS,
    PREPOSITIONS,
    SAYS_ITS_ROWS,
    WHEREABOUTS,
)

_CONDITIONS = frozenset({"if", "when", "where", "whenever", "wherever"})
_FEWEST, _MOST = 4, 14
"""So many words has a sentence that tells something, and no more than one thing."""
_NONE = frozenset({"none", "one", "any", "some", "half", "all", "each", "every"})
_ONLY = frozenset({"only", "just", "solely", "merely", "exclusively"})
_WHICH = frozenset({"with", "without", "whose", "where", "that", "who", "which"})
_WHOSE = frozenset({"our", "their", "its", "his", "her", "my"})
_COMMANDS = frozenset({
    "take", "use", "treat", "assume", "note", "remember", "suppose", "imagine", "ask", "see",
    "pick", "choose", "compare", "compute", "sort", "order", "group", "join", "start", "begin",
    "mind", "beware", "keep", "leave", "go", "here", "below", "above", "now", "first", "then",
})  # fmt: skip


def told_before(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """What a sentence mentions that tells why; nothing where it may change the rule behind it."""
    end = words_end(clause, named)
    is_tale = _is_told_apart(clause, named) and _FEWEST <= end - clause.body <= _MOST
    if not is_tale or not _says_its_rows(rule, named):
        return None
    found = _mentioned(clause._replace(end=end, role=Role.REASON), rule, named)
    if found is None:
        return None
    scene = Scene(clause, end, named, found)
    told = set(scene.lows) - idioms(scene.lows)
    if scene.lows[0] in NO_SUBJECTS | PREPOSITIONS | _COMMANDS:
        return None
    told -= {
        low for at, low in enumerate(scene.lows) if _is_ours(scene, at) or _is_of_all(scene, at)
    }
    if told & (TELLING_APART | DEFINING | CARELESS) or any(map(scene.tells_units, scene.places)):
        return None
    if (told & ASKING_MORE) - named.lows(rule):
        return None
    names_any = bool(found) or any(map(named.names_table, scene.places))
    if (told & _NONE) or (names_any and told & (DENIALS | DUTIES)):
        return None
    if any(named.is_of_some(at) and not named.held(at - 1) for at in scene.places):
        return None  # small lots go without: some of the rows themselves
    is_asked_of_some = _asks_for_some(rule, named) and not told & _ONLY
    is_conditional = named.tokens[rule.body].low in _CONDITIONS or is_asked_of_some
    is_of_some = any(named.is_group(at) for at in scene.places) or _is_of_others(scene)
    return found if is_conditional or not is_of_some else None


def _is_of_others(scene: Scene) -> bool:
    """Guests pay by card: …, customers abroad pay; what stands before a colon may tell of whom."""
    is_linked = scene.clause.role != Role.TALE
    if is_linked and (scene.named.has_own_subject(scene.clause) or _tells_days(scene)):
        return True
    return not WHEREABOUTS.isdisjoint(scene.lows[1:])


def _tells_days(scene: Scene) -> bool:
    return any(scene.named.is_a(at, "weekday") for at in scene.places)


def _is_told_apart(clause: Clause, named: Mentions) -> bool:
    """A sentence of its own, what a consequence follows, or what stands before a colon."""
    last = named.tokens[clause.end - 1].text
    if clause.role == Role.TALE:
        return last in (".", "!", ";")
    return clause.role in (Role.MOTTO, Role.REASON) and last in (",", ":", ";", ".")


def _mentioned(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """What it names; the days of its own that it tells of are none of a rule without days."""
    days = [at for at in range(clause.body, clause.end) if named.is_a(at, "weekday")]
    if any(named.is_a(at, "weekday", "date", "month") for at in range(rule.body, rule.end)):
        return named.of(clause)
    found: set[str] = set()
    for at in range(clause.body, clause.end):
        held = frozenset() if at in days else named.of(clause._replace(body=at, end=at + 1))
        if held is None:
            return None
        found |= held
    return frozenset(found)


def _is_ours(scene: Scene, at: int) -> bool:
    """Our own people: those that there are."""
    return scene.lows[at] == "own" and at > 0 and scene.lows[at - 1] in _WHOSE


def _is_of_all(scene: Scene, at: int) -> bool:
    """Every Friday, all our lifts, each order."""
    if scene.lows[at] not in ("every", "each", "all") or at + 1 == len(scene.lows):
        return False
    place = scene.clause.body + at + 1
    is_time = scene.named.is_a(place, "weekday", "unit")
    return is_time or scene.lows[at + 1] in _WHOSE or scene.named.names_table(place)


def _asks_for_some(rule: Clause, named: Mentions) -> bool:
    """List customers with, flag tours whose: a command that tells itself which rows it wants."""
    at = rule.body
    lows = [token.low for token in named.tokens[at : rule.end]]
    is_of_rows = any(named.names_table(place) for place in range(at + 1, min(at + 4, rule.end)))
    return lows[0] in FLAGS and is_of_rows and not _WHICH.isdisjoint(lows)


def _says_its_rows(rule: Clause, named: Mentions) -> bool:
    """Whether it opens with its rows or condition, asks something, and looks back at nothing."""
    opens = named.tokens[rule.body].low
    if opens not in SAYS_ITS_ROWS | _CONDITIONS or named.looks_back(rule):
        return False
    return not DEMANDS.isdisjoint(named.lows(rule))
