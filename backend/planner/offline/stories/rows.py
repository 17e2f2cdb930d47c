"""Whether a story names what could be rows, so that its rule must say itself of which rows it is.

Gifts hide their sender; we ask retailers; only tourists get a refund, so: behind these, a rule that
names no rows of its own may be meant for some alone, or for all but them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.contents import ONLY, is_of_all
from backend.planner.offline.stories.cues import COPULAS
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.mere_nouns import parts_off
from backend.planner.offline.stories.scenes import Scene, scene_of
from backend.planner.offline.stories.words import (
    OF_EVERY,
    OUR_EVERYONE,
    PAST,
    SINGULARS,
    WHEREABOUTS,
)
from backend.planner.offline.words import stem

_BY_US = frozenset({"we", "i", "you", "nobody"})
_SOME = frozenset({"some", "several", "many", "certain", "few", "most", "other", "new"})
_TOWARDS = frozenset({"for", "against", "with", "to", "from", "of", "at", "about", "than"})
_GAPS = frozenset({
    "missing", "empty", "blank", "absent", "lacking", "without", "incomplete", "unknown", "invalid",
    "wrong", "lack", "lacks", "late", "duplicate",
})  # fmt: skip


def needs_rows_named(clause: Clause, named: Mentions) -> bool:
    """Whether a rule behind this story must say itself of which rows it is."""
    if clause.role in (Role.LEAD, Role.RESTATED):
        return False
    scene = scene_of(clause, named)
    if scene is None:
        return False
    if clause.role == Role.REASON:
        is_of_some = any(map(named.is_of_some, scene.places)) and not is_of_all(scene)
        if is_of_some or _tells_of_some(scene) or _tells_where(scene):
            return True
        is_of_column = any(named.is_a(at, "column") for at in scene.places)
        return is_of_column and any(_is_of_only(scene, at) for at in scene.places)
    if scene.is_echo or _grades_rows(scene):
        return False
    if any(_leads_to_rows(scene, at) for at in scene.places):
        return True
    return named.has_own_subject(clause) and not _has_happened(scene)


def tells_of_gaps(clause: Clause, named: Mentions, rest: Sequence[Clause]) -> bool:
    """Missing consent, a client without an e-mail: rows whose cell is empty, and no rule of it."""
    tokens = named.tokens
    asked = {stem(token.low) for each in rest for token in tokens[each.start : each.end]}
    places = (at for at in range(clause.start, clause.end) if tokens[at].low in _GAPS)
    return clause.role == Role.REASON and any(
        named.is_a(place, "column") and stem(tokens[place].low) not in asked
        for at in places
        for place in range(at + 1, min(at + 4, clause.end))
    )


def _tells_of_some(scene: Scene) -> bool:
    """Some drivers, several of the drivers."""
    lows = scene.lows
    at = next((at for at, low in enumerate(lows) if low in _SOME), len(lows))
    places = range(scene.clause.body + at + 1, min(scene.clause.body + at + 4, scene.end))
    return any(map(scene.named.names_table, places))


def _tells_where(scene: Scene) -> bool:
    """Drivers abroad, our users who travel."""
    named, tokens = scene.named, scene.named.tokens
    for at in scene.places[:-1]:
        is_of_us = tokens[at].low in OUR_EVERYONE and tokens[at - 1].low == "our"
        if is_of_us and parts_off(tokens, at + 1):
            return True
        if named.names_table(at) and tokens[at + 1].low in WHEREABOUTS:
            return True
    return False


def _grades_rows(scene: Scene) -> bool:
    """Very strong beers are …: of the rows themselves, and the rule says how strong."""
    at, named = scene.clause.body, scene.named
    is_of_rows = at + 2 < scene.end and named.names_table(at + 2)
    return scene.clause.is_motto and is_of_rows and named.is_graded(at + 2)


def _leads_to_rows(scene: Scene, place: int) -> bool:
    """We ask retailers, the board decided against gifts, a contract with retail."""
    named, low = scene.named, scene.named.tokens[place].low
    is_by_us = scene.lows[0] in _BY_US and place > scene.clause.body + (scene.lows[0] == "nobody")
    if is_by_us and named.is_group(place):
        return named.tokens[place - 1].low not in SINGULARS | OF_EVERY
    is_led = (low in _TOWARDS and not scene.clause.is_motto) or (
        is_by_us and place == scene.clause.body + 1
    )
    if not is_led or place + 1 >= scene.end:
        return False
    return named.is_foreign(place + 1) or named.is_group(place + 1)


def _has_happened(scene: Scene) -> bool:
    """The wolves got out: what a tale reports of once, no one expects of every row."""
    return any(
        low in PAST or (low.endswith("ed") and before not in COPULAS and not low.startswith("un"))
        for before, low in pairwise(scene.lows[:4])
    )


def _is_of_only(scene: Scene, place: int) -> bool:
    """Only tourists, tourists only; but not "only mails to the domain"."""
    named = scene.named
    if named.is_group(place):
        return bool(ONLY & set(scene.lows))
    return named.tokens[place].low in ONLY and named.is_foreign(place + 1)
