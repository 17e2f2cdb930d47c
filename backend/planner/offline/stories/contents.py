"""Whether a clause in front of a rule is a mere story, by what it cannot be.

A *tale*, which nothing links to the rule, may hold nothing by which words limit, loosen, double or
define a rule. What a consequence follows gives the rule's reason, so that it may deny, oblige and
limit what the tables do not hold; and a clause that speaks of a value or number of the rule itself
explains the rule, and cannot narrow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backend.planner.offline.stories.clauses import Clause, Role, is_fragment
from backend.planner.offline.stories.cues import (
    ALLOWING,
    ATTENTIVE,
    CARELESS,
    COMPARING,
    COPULAS,
    COUNTED_SIGNS,
    DENIALS,
    DUTIES,
    ENTERED,
    FAULTS,
    GAPS,
    IDLE_IN_REASONS,
    LIMITING,
    NOTATIONS,
    NOTING,
    OF_ALL,
    OFTEN,
    PLACING,
    RULES,
    SEASONS,
    SILENT,
    SOFT,
    TOPICS,
)
from backend.planner.offline.stories.duties_told import asks_more
from backend.planner.offline.stories.idioms import idioms
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import TOLD_WHY, Scene, scene_of
from backend.planner.offline.stories.sizes import size_told
from backend.planner.offline.stories.words import (
    EVERYBODY,
    FINITE,
    FLAGS,
    LOOKING_BACK,
    PREPOSITIONS,
    QUANTIFIERS,
    SINGULARS,
    TOLD_WITH,
    VERBS,
    WHEREABOUTS,
    WISHES,
)
from backend.planner.offline.tokens import Shape

_LIKE = 0.1
"""From this cost on, a word is not the header itself."""
_MOVING = frozenset({"come", "comes", "came", "get", "gets", "arrive", "arrives"})
_TO_WHOM = frozenset({"to", "for", "us", "me", "is", "it", "that"})
ONLY = frozenset({"only", "solely", "exclusively"})
_DEGREES = frozenset({"all", "just", "only", "really", "mostly", "mainly"})
_PLACES = frozenset(
    {"with", "without", "under", "over", "above", "below", "outside", "who", "that"}
)
_PARTICLES = PREPOSITIONS | frozenset({
    "a", "an", "the", "our", "us", "me", "here", "again", "so", "as", "and", "or", "who", "that",
    "what", "whom", "which", "up", "out", "about", "back", "there", "like", "how", "why",
})  # fmt: skip


def contents(clause: Clause, named: Mentions) -> frozenset[str] | None:
    """What a story in front of a rule mentions; nothing where it is not plainly a story."""
    scene = scene_of(clause, named)
    if scene is None or is_fragment(named.tokens, clause):
        return None
    if clause.role == Role.RESTATED:
        return scene.found
    if says_more(scene) or not _TESTS[clause.role](scene):
        return None
    sizes = (size_told(named.tokens, place) for place in scene.places)
    return scene.found | {size for size in sizes if size is not None}


def says_more(scene: Scene) -> bool:
    """Whether words tell some apart, are lenient, define something, or describe a column."""
    lows, told = scene.lows, _told(scene)
    if any(map(scene.tells_units, scene.places)):
        return True
    if told & OF_ALL or (told & GAPS and told & SOFT):
        return True
    if scene.found and not scene.is_dated and _is_seasonal(lows):
        return True
    if any(first in NOTING and then in ("for", "as") for first, then in pairwise(lows)):
        return True
    return _is_placed(lows) or _is_counted_in(scene) or _describes(scene)


def _is_seasonal(lows: list[str]) -> bool:
    return any(at in PREPOSITIONS and then in SEASONS for at, then in pairwise(lows))


def _told(scene: Scene) -> set[str]:
    """The words of a scene without those that lose their own sense where they stand."""
    told = set(scene.lows) - idioms(scene.lows)
    if scene.clause.role in TOLD_WHY and "as" not in told:
        told -= {"count", "counts"}
    told -= {"may"} if scene.is_dated else set()
    told -= OFTEN if scene.clause.is_motto and told & FAULTS else set()
    is_reason = scene.clause.role == Role.REASON
    told -= ALLOWING if scene.is_echo and (is_reason or _is_answered(scene)) else set()
    told -= COUNTED_SIGNS if scene.is_echo and scene.clause.role in TOLD_WHY else set()
    told -= WISHES if scene.clause.role == Role.LEAD else set()
    if is_reason:
        told -= IDLE_IN_REASONS if not (scene.found or scene.names_rows_or_columns) else set()
    return told


def _is_placed(lows: list[str]) -> bool:
    """This is about the gala; our worry is the gala; it goes for the gala."""
    joined = [low for low in lows if low not in SINGULARS | _DEGREES]
    if any(first == "part" and then == "of" for first, then in pairwise(lows)):
        return True
    if joined and joined[0] in TOPICS and set(joined[1:2]) & COPULAS:
        return True
    tells = COPULAS | RULES | {"goes", "go", "holds", "hold", "talk", "speak", "it", "this", "that"}
    return any(first in tells and then in PLACING for first, then in pairwise(joined))


def _is_counted_in(scene: Scene) -> bool:
    """We weigh in grams, we bill in CHF: a unit, which stands behind "in" alone."""
    tokens = scene.named.tokens
    for place in scene.places[:-1]:
        behind = tokens[place + 1]
        if scene.named.names_column(scene.clause.body) and place + 2 == scene.end - 1:
            behind = tokens[place + 2]
        is_plural = behind.low.endswith("s") and not behind.low.endswith(("ss", "us", "is"))
        is_bare = is_plural or (behind.text.isupper() and len(behind.text) > 1)
        is_size = size_told(tokens, place) is not None or scene.named.is_echo(place + 1)
        if tokens[place].low == "in" and is_bare and not is_size:
            return True
    return False


def _describes(scene: Scene) -> bool:
    """Weights are net, dates are American, grades are whole: of cells, and not how they came."""
    named, tokens = scene.named, scene.named.tokens
    places = list(scene.places)
    while places and tokens[places[0]].low in SINGULARS | QUANTIFIERS:
        places.pop(0)
    is_column = bool(places) and named.is_a(places[0], "column")
    is_column = is_column and not (
        named.names_table(places[0]) and not named.is_header(places[0], _LIKE)
    )
    if not places or not (is_column or tokens[places[0]].low in NOTATIONS):
        return False
    while len(places) > 1 and (
        named.is_a(places[0], "column") or tokens[places[0]].low in NOTATIONS
    ):
        places.pop(0)
    if len(places) > 1 and named.names_table(places[0]) and tokens[places[1]].low in FINITE | VERBS:
        return False  # discontinued products are: of rows
    is_of_values = scene.clause.role == Role.REASON and named.is_echo(places[0])
    is_open = tokens[places[0]].low not in COPULAS | _MOVING
    if named.is_foreign(places[0]) or (is_open and (is_of_values or not is_column)):
        return False
    verb = next((at for at in places if tokens[at].low in TOLD_WITH), places[0])
    behind = [tokens[at].low for at in places if at > verb] or [""]
    if tokens[verb].low in COPULAS:
        is_past = behind[0] in ENTERED or behind[0].endswith("ed")
        return not is_past or not (set(behind[1:2]) <= _PARTICLES)
    is_open = named.is_foreign(verb) or tokens[verb].low in _PARTICLES | _MOVING
    return not is_open or not (named.is_foreign(verb + 1) or behind[0] in _PARTICLES)


def _is_mere_tale(scene: Scene) -> bool:
    lows = set(scene.lows) - idioms(scene.lows)
    if scene.lows[0] in QUANTIFIERS and scene.named.tokens[scene.clause.body].low != "no":
        return False
    if lows & SILENT or _is_of_some(scene):
        return False
    if scene.is_echo and not (lows & DENIALS and lows & DUTIES - {"can", "could"}):
        return not lows & LIMITING or _is_answered(scene)
    if lows & (LIMITING | DUTIES | ATTENTIVE | RULES):
        return False
    if lows & DENIALS:
        return _denies_the_world(scene)
    return not (lows & COMPARING and scene.found)


def _is_answered(scene: Scene) -> bool:
    """Whether a command that asks for rows follows."""
    end = scene.clause.end
    return end < len(scene.named.tokens) and scene.named.tokens[end].low in FLAGS


def _is_of_some(scene: Scene) -> bool:
    """Every order, none of the orders: a rule about rows, or what sounds like one."""
    return any(scene.named.names_table(at) and scene.named.is_quantified(at) for at in scene.places)


def is_of_all(scene: Scene) -> bool:
    """We pay every driver by the mile, each order has a number: of all rows, and of no part."""
    tokens, named = scene.named.tokens, scene.named
    places = [at for at in scene.places if named.names_table(at) and named.is_quantified(at)]
    if len(places) != 1 or tokens[places[0] - 1].low not in ("every", "each", "all"):
        return False
    behind = tokens[places[0] + 1]
    is_verb = behind.low in FINITE | VERBS | {"by"} or behind.shape == Shape.SIGN
    is_verb = is_verb or (behind.low.endswith("s") and behind.low not in PREPOSITIONS)
    is_group = any(map(named.is_group, range(places[0] + 2, scene.end)))
    is_placed = any(
        tokens[at].low in _PLACES | WHEREABOUTS for at in range(places[0] + 1, scene.end)
    )
    return is_verb and not is_group and not is_placed


def _denies_the_world(scene: Scene) -> bool:
    """Nobody wants to end in court: nothing is named that rows could be of, so none is exempt."""
    if scene.names_rows_or_columns or scene.lows[0] not in EVERYBODY:
        return False
    if set(scene.lows) & (LOOKING_BACK | CARELESS):
        return False
    return not any(could_be_rows(scene.lows))


def could_be_rows(lows: list[str]) -> Iterator[bool]:
    """For each word behind the subject, whether it may be a noun that tells of rows."""
    told = [low for low in lows[1:] if low not in DENIALS]
    for at, low in enumerate(told):
        before, earlier = ["", "", *told][at + 1], ["", "", *told][at]
        is_verb = before in ("", "to", *FINITE)
        is_noun = before in ("a", "an") and earlier in PREPOSITIONS | LOOKING_BACK
        is_degree = before in ("that", "so") and at + 1 == len(told)
        is_known = low in _PARTICLES | LOOKING_BACK | VERBS or low.endswith("ly")
        yield not (is_verb or is_noun or is_degree or is_known)


def _is_reason(scene: Scene) -> bool:
    lows = set(scene.lows)
    if _is_of_some(scene) and not is_of_all(scene):
        return False
    is_before = scene.clause.end < len(scene.named.tokens)
    is_of_table = any(map(scene.named.names_table, scene.places))
    is_only = bool((lows - idioms(scene.lows)) & ONLY)
    if (is_only and is_of_table) or (not is_before and asks_more(scene)):
        return False
    opens = [low for low in scene.lows if low != "because"][:2]
    if opens[0] in ("it", "they") and set(opens[1:]) & COPULAS and _names_a_kind(scene):
        return False
    is_limited = scene.lows[0] in ("if", "when", "whenever", "where", "while", "since", "once")
    is_of_rows = bool(scene.found) or scene.names_rows_or_columns
    is_of_rows = is_of_rows or any(map(scene.named.is_group, scene.places))
    return not (is_before and is_limited and is_of_rows)


def _names_a_kind(scene: Scene) -> bool:
    return any(low in ("a", "an") for low in scene.lows) or any(
        map(scene.named.is_group, scene.places)
    )


def _is_mere_motto(scene: Scene) -> bool:
    """Nothing limits; "we sell only to those we trust" does not, where no row is spoken of."""
    lows = set(scene.lows)
    is_named = scene.found or scene.names_rows_or_columns or lows & (ATTENTIVE | RULES)
    is_open = scene.is_echo or (not is_named and scene.lows[0] == "we")
    return not lows & (LIMITING - ONLY if is_open else LIMITING)


def _is_lead(scene: Scene) -> bool:
    lows = scene.lows
    wish = max((at for at, low in enumerate(lows) if low in WISHES), default=0)
    is_open = set(lows[wish + 1 :]) <= _TO_WHOM
    return is_open and not set(lows) & (LIMITING | DENIALS)


_TESTS = {
    Role.TALE: _is_mere_tale,
    Role.REASON: _is_reason,
    Role.MOTTO: _is_mere_motto,
    Role.LEAD: _is_lead,
}
