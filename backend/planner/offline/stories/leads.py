"""What leads to a rule that is said in full behind it: a door has one key, so key must be unique.

Where the rule names its own column or rows and its duty, a clause before it that speaks of all
rows, of a whole column or of nobody gives the reason, and tells none of them apart. It may then
compare, deny and oblige; but it may still not loosen, except, condition or define anything, nor
name a group that rows could be of.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.stories.clauses import Clause, Role
from backend.planner.offline.stories.cues import (
    ATTENTIVE,
    CARELESS,
    COPULAS,
    EXCEPTING,
    GAPS,
    LENIENT,
    RULES,
    SCOPING,
    SEASONS,
    SILENT,
)
from backend.planner.offline.stories.idioms import idioms
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.scenes import Scene, words_end
from backend.planner.offline.stories.words import (
    DEMANDS,
    FINITE,
    PREPOSITIONS,
    SAYS_ITS_ROWS,
    TOLD_WITH,
)
from backend.planner.offline.words import NUMBER_WORDS

_OF_ALL = frozenset({
    "a", "an", "the", "our", "your", "every", "each", "all", "no", "any", "two", "three", "four",
    "both", "several", "only",
})  # fmt: skip
_SINGLE = frozenset({"a", "an", "every", "each", "no", "any", "the"})
_NOBODY = frozenset({"nobody", "nothing"})
_ANYBODY = _NOBODY | {"somebody", "someone", "anybody", "anyone", "everybody", "everyone", "you",
                      "we", "one", "people"}  # fmt: skip
_OF_COPIES = frozenset({
    "unique", "once", "twice", "same", "single", "one", "two", "together", "share", "shared",
    "repeat", "repeated", "again",
})  # fmt: skip
ASKING_MORE = (_OF_COPIES - {"one", "two", "single", "together"}) | {
    "back", "rise", "rises", "fall", "falls", "grow", "grows", "shrink", "increase", "decrease",
    "drop", "whole", "round", "rounded", "sorted", "ordered", "summed", "pooled", "added", "add",
    "averaged", "average", "total", "ascending", "descending", "pass", "exceed", "exceeds", "match",
    "differ", "equal", "positive", "negative", "first", "last", "between", "letters", "digits",
    "numeric", "capital", "capitals", "filled", "than", "later", "earlier", "higher", "lower",
}  # fmt: skip
"""What may be a duty of its own, unless the rule says it as well."""
_PRESENCE = frozenset({
    "filled", "required", "mandatory", "given", "empty", "blank", "missing", "needed", "needs",
    "need", "present", "known", "without",
})  # fmt: skip
_OF_FAULTS = frozenset({"error", "errors", "mistake", "mistakes", "typo", "typos"})
_THAT = frozenset({"that", "this", "it"})
_SINCE = frozenset({"since", "as", "because"})
_WORLDLY = frozenset({"can", "could", "is", "was", "are", "were"})
_ABLE = frozenset({"can", "could", "may", "must", "should", "shall", "ought"})
_DEFINITE = frozenset({"the", "our", "this", "that"})
_SMALL = frozenset({"1", "2", "3"})
_VERBS = FINITE | TOLD_WITH | {
    "need", "needs", "belong", "belongs", "lie", "lies", "weigh", "weighs", "hold", "holds", "work",
    "works", "run", "runs", "live", "lives", "sell", "sells", "start", "starts", "begin", "begins",
    "end", "ends", "last", "lasts", "sit", "sits", "stand", "stands", "serve", "serves",
}  # fmt: skip
_CONDITIONS = frozenset({
    "if", "whether", "when", "whenever", "where", "wherever", "while", "provided", "providing",
    "assuming", "suppose", "during", "otherwise", "but", "unless", "until", "till", "although",
    "though", "as", "who", "which", "whose", "that", "than",
})  # fmt: skip
_APART = frozenset({
    "other", "others", "another", "different", "differently", "own", "separate", "separately",
    "special", "specially", "instead", "rather", "private", "elsewhere", "later", "ones", "itself",
    "themselves",
})  # fmt: skip
_CALLING = frozenset({
    "mean", "means", "meant", "meaning", "denote", "denotes", "represent", "represents", "signify",
    "signifies", "abbreviates", "define", "defines", "defined", "definition", "refer", "refers",
    "treat", "treats", "treated", "consider", "considers", "considered", "count", "counts",
    "counted", "equal", "equals", "placeholder", "null", "nulls", "zero", "zeros", "convert",
    "converted", "scaled", "utc", "gmt", "timezone", "net", "gross", "format", "notation",
    "indicate", "indicates", "become", "becomes", "duplicate", "duplicates", "decimal", "comma",
    "american", "european", "british", "german", "rounded",
})  # fmt: skip
_SAID_OF_LIMITS = frozenset({"may", "exactly", "exact", "normal", "strict", "than"})
TELLING_APART = (
    ((LENIENT | EXCEPTING | _CONDITIONS) - _SAID_OF_LIMITS) | SCOPING | RULES | ATTENTIVE | GAPS
    | SILENT | _APART | _CALLING
) - {"free", "test", "tests"}  # fmt: skip
"""What loosens, excepts, conditions or defines, also in the reason for a rule said in full."""


def leads_to(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """What a clause before a rule said in full mentions; nothing where it may change the rule."""
    scene = _scene(clause, named)
    verb = None if scene is None else _idle_verb(scene)
    if scene is None or verb is None or not _is_said_in_full(rule, scene):
        return None
    if any(_asks_more(scene, verb, named.lows(rule))):
        return None
    return _unsaid(scene, verb, is_denial=_denies(scene, verb))


def heading(clause: Clause, rule: Clause, named: Mentions) -> tuple[range, frozenset[str]] | None:
    """The column that a motto speaks of, where the bound behind the colon names none itself.

    And the numbers that it mentions, which the rule must hold.

    A slogan has to fit on the badge: 20 characters at most.
    """
    scene = _scene(clause, named)
    is_motto = named.tokens[clause.end - 1].text == ":" and clause.start == 0
    verb = None if scene is None or not is_motto else _idle_verb(scene)
    if scene is None or verb is None or scene.found - named.headers:
        return None
    if named.tokens[verb].low in _ABLE and not _denies(scene, verb):
        return None
    names_own = any(
        named.is_header(at) or named.names_table(at) for at in range(rule.body, rule.end)
    )
    if any(_asks_more(scene, verb, named.lows(rule))):
        return None
    is_column = named.is_header(verb - 1) and not named.names_table(verb - 1)
    if not is_column or names_own or named.looks_back(rule):
        return None
    counts = (NUMBER_WORDS.get(named.tokens[at].low) for at in range(verb, scene.end))
    numbers = frozenset(f"{count}" for count in counts if count is not None)
    return range(clause.body, verb), numbers


def _idle_verb(scene: Scene) -> int | None:
    """The place of the verb, where the clause tells none apart and defines nothing."""
    verb = _verb(scene)
    if verb is None or (set(scene.lows) - idioms(scene.lows)) & TELLING_APART:
        return None
    is_idle = not any(map(scene.tells_units, scene.places))
    groups = _could_tell_rows(scene, verb, is_denial=_denies(scene, verb))
    return verb if is_idle and not any(groups) else None


def follows(clause: Clause, named: Mentions) -> frozenset[str] | None:
    """What a clause behind a rule mentions that tells what else would be, or what cannot be.

    Somebody would sleep on the floor; since children cannot stay alone; without it nothing works.
    """
    lows = [token.low for token in named.tokens[clause.body : clause.end]]
    is_since = lows[:1] != [] and lows[0] in _SINCE
    scene = _scene(clause._replace(body=clause.body + is_since), named)
    if scene is None or any(map(scene.tells_units, scene.places)):
        return None
    told = set(scene.lows[1:]) - idioms(scene.lows)
    if told & ((TELLING_APART - _OF_FAULTS) | CARELESS):
        return None
    if any(named.is_group(at) or named.is_a(at, "adjective") for at in scene.places[2:]):
        return None
    before = {token.low for token in named.tokens[: clause.start]}
    if lows[0] == "without" and lows[1:2] in (["it"], ["them"]):
        is_idle = bool(told & {"not", "nobody", "nothing"} and before & _PRESENCE)
        return scene.found if is_idle else None
    verb = _verb(scene, _THAT)
    if verb is None or any(_asks_more(scene, verb, before)):
        return None
    if named.tokens[verb].low == "would":
        return scene.found if lows[0] in _ANYBODY | _THAT else None
    is_told = is_since and lows[1] not in _ANYBODY and _denies(scene, verb)
    is_placed = any(_could_tell_rows(scene, verb, is_denial=True))
    return frozenset() if is_told and not is_placed and scene.found <= named.headers else None


def _asks_more(scene: Scene, verb: int, rule: set[str]) -> Iterator[bool]:
    """For each word behind the verb, whether it may ask for what the rule does not say."""
    tokens = scene.named.tokens
    said = rule | (_OF_COPIES if rule & _OF_COPIES else set())
    for at in range(verb + 1, scene.end):
        low = tokens[at].low
        is_idiom = low == "once" and tokens[at - 1].low == "at"
        is_idiom = is_idiom or (low == "than" and scene.named.is_a(at + 1, "number"))
        yield low in ASKING_MORE and low not in said and not is_idiom


def _unsaid(scene: Scene, verb: int, *, is_denial: bool) -> frozenset[str] | None:
    """What the rule must hold of what the clause mentions, so that no second duty gets lost.

    What stands before a colon is told again behind it, and what cannot be is no duty; small
    numbers in it count what the tables do not: two doors at once.
    """
    low = scene.named.tokens[verb].low
    is_of_world = is_denial and low in _WORLDLY
    if scene.clause.role == Role.MOTTO or (is_of_world and scene.clause.role == Role.REASON):
        is_told = is_denial or (low not in _ABLE and scene.lows[0] not in _ANYBODY)
        small = set() if "than" in scene.lows else _SMALL
        return scene.found - scene.named.headers - small if is_told else None
    if is_denial:
        return scene.found
    is_shared = bool(scene.found & scene.named.headers) and scene.clause.role == Role.REASON
    return scene.found if is_shared and low not in _ABLE else None


def _scene(clause: Clause, named: Mentions) -> Scene | None:
    """The clause without its last sign, with what it names."""
    end = words_end(clause, named)
    found = named.of(clause._replace(end=end, role=Role.REASON)) if end > clause.body + 2 else None
    return None if found is None else Scene(clause, end, named, found)


def _verb(scene: Scene, somebody: frozenset[str] = frozenset()) -> int | None:
    """Where the verb stands behind a subject that is everybody, a table's rows or a column."""
    at = _behind_names(scene, scene.clause.body + 1) if scene.lows[0] == "without" else None
    at = scene.clause.body if at is None else at
    if at < scene.end and scene.named.tokens[at].low in _ANYBODY | somebody:
        at += 1
    elif at > scene.clause.body:
        return None
    else:
        behind = _behind_names(scene, at)
        if behind is None:
            return None
        at = behind
    told = scene.named.tokens[at].low if at < scene.end else ""
    is_told = told.endswith("s") and not told.endswith("ss") and scene.lows[0] in _SINGLE
    return at if told in _VERBS or told in _ABLE or is_told else None


def _behind_names(scene: Scene, at: int) -> int | None:
    """The place behind the name of all rows or of a column that stands here."""
    named = scene.named
    while at < scene.end and named.tokens[at].low in _OF_ALL:
        at += 1
    start = at
    while at < scene.end and (named.names_table(at) or named.is_header(at)):
        at += 1
    return at if at > start else None


def _denies(scene: Scene, verb: int) -> bool:
    """Nobody can; two doors cannot; a key may only; nothing is: what cannot be is so of all."""
    tokens = scene.named.tokens
    opens = scene.lows[0]
    if opens in _NOBODY and tokens[verb].low in COPULAS:
        return scene.clause.role in (Role.MOTTO, Role.REASON)
    told = {tokens[at].low for at in (verb + 1, verb + 2) if at < scene.end}
    is_denied = opens in _NOBODY | {"no"} or bool(told & {"not", "never", "only"})
    return tokens[verb].low in _ABLE and is_denied


def _could_tell_rows(scene: Scene, verb: int, *, is_denial: bool) -> Iterator[bool]:
    """For each word behind the verb, whether it may be a group, a place or a kind of rows."""
    named = scene.named
    for at in range(verb + 1, scene.end):
        is_told = named.is_a(at - 1, "number") or named.tokens[at - 1].low == "without"
        yield named.is_group(at) and not is_told
        yield named.tokens[at].low in SEASONS and named.tokens[at - 1].low in PREPOSITIONS
        if named.is_foreign(at) and not named.names_table(at):
            before, earlier = (named.tokens[at - back].low for back in (1, 2))
            yield named.tokens[at].text[:1].isupper()
            yield earlier in PREPOSITIONS and before in _DEFINITE
            yield before in PREPOSITIONS - {"to"} and not is_denial


def _is_said_in_full(rule: Clause, scene: Scene) -> bool:
    """Whether the rule names its column or rows itself, and a duty; "its" may be of all rows."""
    named = scene.named
    tokens = named.tokens[rule.body : rule.end]
    at = rule.body
    if tokens[0].low in ("its", "their") and scene.lows[0] not in _ANYBODY:
        at += 1
    while at < rule.end and named.tokens[at].low in _OF_ALL | {"same", "of"}:
        at += 1
    if at == rule.end or named.looks_back(rule._replace(body=at)):
        return False
    is_told = any(token.low in DEMANDS for token in tokens)
    names_own = named.names_table(at) or named.is_header(at)
    return is_told and (names_own or tokens[0].low in SAYS_ITS_ROWS | _NOBODY)
