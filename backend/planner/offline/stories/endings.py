"""Whether a clause behind a rule only tells what its rows are, why it is, or what becomes of them.

What follows a rule may change it, so that it must look back at the rule, and name nobody that a
row could be of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backend.planner.offline.stories.besides import besides
from backend.planner.offline.stories.clauses import Clause, Role, starts
from backend.planner.offline.stories.contents import could_be_rows, says_more
from backend.planner.offline.stories.cues import (
    CARELESS,
    COPULAS,
    DENIALS,
    DUTIES,
    ENTERED,
    EXCEPTING,
    FAULTS,
    LENIENT,
    LIMITING,
    LOOKS,
    OTHERNESS,
    RULES,
    SCOPING,
    SILENT,
)
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import Scene, scene_of
from backend.planner.offline.stories.verdicts import is_verdict
from backend.planner.offline.stories.words import FLAGS, LOOKING_BACK, PREPOSITIONS, REQUESTS, VERBS
from backend.planner.offline.tokens import Shape, Token

_RESTS = (
    ("anything", "else"), ("everything", "else"), ("all", "else"), ("the", "rest"),
    ("all", "others"), ("the", "others"), ("any", "other"),
)  # fmt: skip
_INVENTED = ENTERED | frozenset({"invented", "imported", "scanned", "copied", "faked", "forged"})
_ASKING = frozenset({"for", "on", "upon", "about", "us", "it", "that", "this", "so"})
_SOMEBODY = frozenset({"someone", "somebody"})


def endings(clause: Clause, named: Mentions) -> frozenset[str] | None:
    """What a remark behind a rule mentions; nothing where it could be more than a remark."""
    told = besides(clause, named)
    if told is not None:
        return told
    if is_verdict(clause, named):
        return frozenset()
    scene = scene_of(clause._replace(role=Role.TALE), named)
    if scene is None or any(map(named.is_echo, scene.places)):
        return None
    is_told = any(test(scene) for test in _TESTS)
    return scene.found if is_told else None


def _tells_of_the_rest(scene: Scene) -> bool:
    """Anything else was typed by hand; the rest is a mistake."""
    opening = next((each for each in _RESTS if scene.lows[: len(each)] == [*each]), None)
    if opening is None:
        return False
    behind = _without_openings(scene, len(opening))
    if says_more(behind) or set(behind.lows) & (LIMITING | DENIALS | DUTIES):
        return False
    verb, told = (*behind.lows, "", "")[:2]
    is_entered = verb in ("was", "were") and told in _INVENTED
    return is_entered or (verb in COPULAS and bool(set(behind.lows) & FAULTS))


def _without_openings(scene: Scene, count: int) -> Scene:
    return scene._replace(clause=scene.clause._replace(body=scene.clause.body + count))


def _tells_of_flagged_rows(scene: Scene) -> bool:
    """These need a second look; they pile up."""
    first, second = scene.lows[:2]
    if first not in ("they", "these", "those", "it", "this") or not _follows_a_command(scene):
        return False
    told = set(scene.lows)
    if second in COPULAS:
        is_about = bool(told & FAULTS) or scene.lows[2] in _INVENTED
    else:
        is_about = first == "they" or second in VERBS
        is_about = is_about and second not in PREPOSITIONS and second not in _TELLING_FROM
    is_looked_at = bool(told & LOOKS) and not {"no", "not", "never"} & told
    if says_more(scene) or told & (LIMITING | DENIALS | SILENT):
        return False
    return (is_about or is_looked_at) and (not told & DUTIES or is_looked_at)


_TELLING_FROM = frozenset({"come", "comes", "came", "go", "goes", "went", "belong", "have", "has"})


def _follows_a_command(scene: Scene) -> bool:
    lows = [token.low for token in scene.named.tokens[: scene.clause.start]]
    return bool(FLAGS & set(lows)) or "flagged" in lows


def _tells_who_asks(scene: Scene) -> bool:
    """The auditors asked for it; that is what the law wants; the boss wants to know whom to ask."""
    lows = scene.lows
    if says_more(scene) or set(lows) & (DENIALS | LIMITING | SILENT) or scene.found:
        return False
    if starts(scene.named.tokens, scene.clause.body, ("that", "is", "what")):
        return lows[-1] in REQUESTS
    verb = next((at for at, low in enumerate(lows) if low in REQUESTS), None)
    if verb is None or verb == 0 or lows[0] in LOOKING_BACK:
        return False
    behind = lows[verb + 1 :]
    is_for_it = bool(behind) and set(behind) <= _ASKING and bool(set(behind) & LOOKING_BACK)
    is_of_some = any(map(scene.named.is_group, scene.places[verb + 1 :]))
    return is_for_it or (behind[:2] == ["to", "know"] and not is_of_some)


def _tells_of_nobody(scene: Scene) -> bool:
    """We cannot send them a bill; nobody stays that long; someone forgot to assign them."""
    lows, told = scene.lows, set(scene.lows)
    is_unable = lows[0] in ("we", "i", "you") and lows[1:3] == ["can", "not"]
    is_unable = is_unable and bool(told & LOOKING_BACK)
    is_degree = lows[0] == "nobody" and len(lows) > 3 and lows[-2] in ("that", "so")
    is_degree = is_degree and lows[1] not in COPULAS
    if not (is_unable or is_degree or lows[0] in _SOMEBODY):
        return False
    if says_more(scene) or told & (LIMITING | CARELESS | SILENT | LOOKS) or scene.found:
        return False
    return not any(could_be_rows(lows))


_FIGURES = frozenset({"figure", "value", "number", "amount", "code", "price", "entry", "date"})
_STANDS = frozenset({"is", "was", "means", "stands", "marks", "denotes", "serves"})
_LOOSENS = (
    LENIENT | LIMITING | DENIALS | DUTIES | CARELESS | EXCEPTING | SCOPING | RULES | OTHERNESS
)


def _tells_of_the_value(scene: Scene) -> bool:
    """Flag tools whose price is 9999; that figure is a stand-in for an unknown price."""
    tokens, start, lows = scene.named.tokens, scene.clause.start, scene.lows
    is_flagged = start > 1 and tokens[start - 2].shape in (Shape.NUMBER, Shape.QUOTED)
    if not is_flagged or not _follows_a_command(scene) or len(lows) < 4:
        return False
    is_it = lows[0] in ("that", "this", "the") and lows[1] in _FIGURES and lows[2] in _STANDS
    is_of_some = any(map(scene.named.is_group, scene.places[3:]))
    return is_it and not (is_of_some or scene.found or _LOOSENS & set(lows))


_TESTS: tuple[Callable[[Scene], bool], ...] = (
    _tells_of_the_value,
    _tells_of_the_rest,
    _tells_of_flagged_rows,
    _tells_who_asks,
    _tells_of_nobody,
)


def asides(tokens: Sequence[Token], named: Mentions, rest: Sequence[Clause]) -> Iterator[Clause]:
    """What is told of rows that must be flagged: a captain without hours *is not insured and* must.

    The word must be none of the tables and of the grammar, and must forgive nothing.
    """
    for clause in rest:
        for at in range(clause.body + 3, clause.end - 2):
            start = at - (3 if tokens[at - 2].low == "not" else 2)
            is_aside = tokens[at].low == "and" and tokens[start].low in COPULAS
            told, lows = tokens[at - 1].low, [token.low for token in tokens[at + 1 : clause.end]]
            is_flag = lows[0] in ("must", "should", "has", "have") and lows[-2:-1] == ["flagged"]
            if is_aside and is_flag and not (named.held(at - 1) or told in LENIENT):
                yield Clause(start, start, at + 1, Role.REASON)
