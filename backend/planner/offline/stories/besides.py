"""Whether a sentence behind a rule only says what people do with what the rule told.

We have given up both cities; nobody works on that day; that is how they log in. It looks back at
what was told, and holds nothing else but deeds and things that no table has, so that it tells none
of the rows apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.inflections import bases_of
from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.cues import (
    ATTENTIVE,
    CARELESS,
    COMPARING,
    DENIALS,
    DUTIES,
    LIMITING,
    OF_ALL,
    RULES,
    SEASONS,
    SILENT,
    UNITS,
)
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import FLAGS, QUANTIFIERS, SINGULARS
from backend.planner.offline.tokens import Shape, Token

_BACK = frozenset({"it", "them", "they", "that", "this", "these", "those", "there", "then"})
_BEFORE_THINGS = frozenset({"that", "this", "these", "those", "both", "such"})
_SPANS = frozenset(
    {"day", "days", "date", "dates", "time", "times", "week", "month", "year", "hour"}
)
_SUBJECTS = frozenset({
    "we", "i", "you", "nobody", "people", "they", "it", "everybody", "everyone", "somebody",
    "someone", "nothing", "our", "these", "those", "that", "this",
})  # fmt: skip
_DEEDS = frozenset({
    "serve", "deliver", "ship", "work", "sell", "give", "close", "shut", "stop", "end", "quit",
    "move", "call", "phone", "write", "send", "reach", "contact", "visit", "bill", "invoice",
    "charge", "pay", "afford", "use", "need", "print", "show", "read", "see", "run", "help",
    "insure", "lend", "rent", "buy", "order", "cook", "bake", "drink", "eat", "sleep", "live",
    "enter", "type", "key", "log", "book", "scan", "sign", "park", "drive", "meet", "open",
    "lose", "fetch", "own", "store", "trade", "produce", "build", "repair", "replace", "look",
    "forget", "teach", "play", "train", "travel", "fly", "sail", "pack", "wash", "grow", "breed",
    "milk", "harvest", "bottle", "brew", "roast", "identify", "recognise", "recognize", "address",
    "greet", "go", "exist", "sort", "find", "load", "file", "process", "track", "trace", "plan",
    "handle", "place", "assign", "map", "merge", "link", "export", "import", "archive",
})  # fmt: skip
_PAST_DEEDS = frozenset({
    "sold", "gave", "given", "sent", "wrote", "written", "paid", "ran", "lent", "bought", "drank",
    "ate", "slept", "met", "lost", "built", "forgot", "forgotten", "taught", "flew", "grew", "saw",
})  # fmt: skip
_WITH_THOSE = frozenset({
    "is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "do", "does", "did",
    "will", "would", "can", "could", "not", "never", "no", "longer", "any", "more", "anymore",
    "anyway", "here", "ago", "long", "up", "out", "in", "on", "at", "to", "for", "with", "by",
    "us", "me", "a", "an", "the", "our", "my", "your", "their",
    "its", "how", "why", "what", "where", "who", "and", "so", "years", "months", "weeks", "last",
    "now", "again", "yet", "already", "really", "simply", "about", "it", "them",
})  # fmt: skip
_THINGS = frozenset({
    "data", "office", "letter", "post", "mail", "phone", "law", "bank", "staff", "team", "shop",
    "cash", "money", "system", "computer", "form", "label", "door", "house", "home", "business",
    "market", "work", "warehouse", "website", "counter", "desk", "badge", "newsletter",
    "ticket", "passport", "receipt", "envelope", "parcel", "name",
    "doors", "customers", "clients", "anything", "something", "anybody", "anyone", "somebody",
})  # fmt: skip
_PARDONS = frozenset({
    "leave", "leaves", "drop", "drops", "remove", "pass", "slide", "trust", "welcome", "approve",
    "agree", "known", "design", "let", "lets", "like", "love", "ignore", "tolerate", "after", "go",
    "goes", "daily",
    "weekly", "monthly", "yearly", "hourly", "annually", "together", "altogether", "combined",
    "total", "overall", "cumulatively", "jointly", "still", "too", "also", "some", "many", "part",
    "rest", "else", "but", "or", "if", "apart", "ones", "one",
})  # fmt: skip
"""What would let rows pass, or tell how a rule counts."""
_CHANGING = (
    OF_ALL | LIMITING | ATTENTIVE | RULES | QUANTIFIERS | CARELESS | SILENT | UNITS | SEASONS
    | FLAGS | _PARDONS
) - {"given", "any", "show", "list"}  # fmt: skip
_LEADS = (("that", "is", "how"), ("that", "is", "why"), ("that", "is", "where"),
          ("that", "is", "what"), ("this", "is", "how"), ("this", "is", "why"))  # fmt: skip
_NEEDING = frozenset({"need", "needs", "needed", "use", "uses", "used"})
_OBLIGING = frozenset({"have", "has", "had", "is", "are"})
_FEWEST, _MOST = 3, 12


def besides(clause: Clause, named: Mentions) -> frozenset[str] | None:
    """What such a sentence mentions; nothing where it may be more than one."""
    end = clause.end
    while end > clause.body and named.tokens[end - 1].shape == Shape.SIGN:
        end -= 1
    lead = _lead(named.tokens[clause.body : end])
    clause = clause._replace(body=clause.body + lead)
    tokens = named.tokens[clause.body : end]
    lows = [token.low for token in tokens]
    if lead and not {"can", "could"} & set(lows):
        return None
    if not _FEWEST <= len(lows) <= _MOST or lows[0] not in _SUBJECTS:
        return None
    if any(token.shape != Shape.WORD for token in tokens) or not _has_deed(lows):
        return None
    backs = set(_looking_back(clause.body, end, named))
    if not backs and not lead:
        return None
    found: set[str] = set()
    for place in range(clause.body, end):
        mentioned = _mention(place, clause, named, is_back=place in backs)
        if mentioned is None:
            return None
        found |= mentioned
    return frozenset(found)


def _lead(tokens: Sequence[Token]) -> int:
    """How many words lead to what else cannot be done: otherwise, or else, without it."""
    lows = [token.low for token in tokens[:3]]
    count = 1 if lows[:1] == ["otherwise"] else 0
    count = 2 if lows[:2] == ["or", "else"] else count
    if lows[:1] == ["without"] and lows[1:2] and lows[1] in ("it", "one", "that", "them", "this"):
        count = 2
    return count + 1 if count and tokens[count : count + 1] and tokens[count].text == "," else count


def _looking_back(start: int, end: int, named: Mentions) -> Iterator[int]:
    """The places of it, them, both cities, on that day."""
    for place in range(start, end):
        low = named.tokens[place].low
        if low in _BEFORE_THINGS and place + 1 < end and _is_thing(place + 1, end, named):
            yield from (place, place + 1)
        elif low in _BACK and not (place == start and low == "it" and _is_empty(place, named)):
            yield place


def _is_empty(place: int, named: Mentions) -> bool:
    """It rains: nothing is told of by such a word, but "it is printed" speaks of something."""
    return named.tokens[place + 1].low not in ("is", "was", "goes", "helps", "serves")


def _is_thing(place: int, end: int, named: Mentions) -> bool:
    """A noun behind "that" or "both", with nothing behind it that would tell which."""
    low = named.tokens[place].low
    if low in _WITH_THOSE | _CHANGING | _BACK or named.is_echo(place):
        return False
    behind = named.tokens[place + 1].low if place + 1 < end else ""
    is_noun = low in _SPANS or low.endswith("s") or low == "one" or not _is_deed(low)
    return is_noun and (behind == "" or behind in _WITH_THOSE or _is_deed(behind))


def _mention(place: int, clause: Clause, named: Mentions, *, is_back: bool) -> set[str] | None:
    low = named.tokens[place].low
    if is_back and (low in _BACK | _BEFORE_THINGS | _SPANS or low == "one"):
        return set()
    lows = {token.low for token in named.tokens[clause.body : place]}
    if low in _CHANGING | COMPARING | DUTIES and not _is_idle(low, place, named):
        return None
    if is_back:
        return named.held(place)
    if low in _WITH_THOSE | _SUBJECTS or _is_deed(low):
        return set()
    if named.is_echo(place) or named.names_table(place):
        return None
    held = named.held(place)
    if held:
        return held
    is_adverb = low.endswith("ly") and bool(lows)
    before, earlier = (named.tokens[place - each].low for each in (1, 2))
    is_object = _is_deed(before) or (before in SINGULARS and _is_deed(earlier))
    is_new = named.is_foreign(place) and not named.is_group(place)
    return set() if low in _THINGS or is_adverb or (is_object and is_new) else None


_IDLE_BEFORE = {
    "no": ("longer",), "look": ("after",), "looks": ("after",), "looked": ("after",),
    "go": ("on", "into", "onto"), "goes": ("on", "into", "onto"),
}  # fmt: skip


def _is_idle(low: str, place: int, named: Mentions) -> bool:
    """We can, we need it, any more: what would demand or compare beside another subject."""
    before = named.tokens[place - 1].low
    behind = named.tokens[place + 1].low if place + 1 < len(named.tokens) else ""
    if low in _IDLE_BEFORE:
        return behind in _IDLE_BEFORE[low]
    if low in ("more", "after"):
        return before == "any" if low == "more" else before.startswith("look")
    if low in ("every", "each"):
        return before in ("on", "in", "with") and behind in _THINGS
    if low in ("need", "needs", "needed"):
        is_ours = before in ("we", "i", "is", "are")
        return is_ours or (before not in DENIALS and behind in ("it", "them", "that", "those"))
    return low in ("can", "could")


def _has_deed(lows: Sequence[str]) -> bool:
    """Whether a verb tells what is done; they come from and they are tell who they are."""
    if tuple(lows[:3]) in _LEADS:
        return len(lows) > 4 and any(map(_is_deed, lows[4:]))
    deeds = [at for at, low in enumerate(lows[1:], start=1) if _is_deed(low)]
    must = any(low in _OBLIGING and then == "to" for low, then in pairwise(lows))
    if DENIALS & set(lows) and _NEEDING & {lows[at] for at in deeds}:
        return False
    if not deeds or (must and lows[0] not in ("we", "i")):
        return False
    is_of_those = lows[0] in _BACK
    return not is_of_those or lows[deeds[0]] not in ("have", "has", "do", "does")


def _is_deed(low: str) -> bool:
    present = {low.removesuffix("s"), low.removesuffix("es")}
    return low in _DEEDS | _PAST_DEEDS or bool(_DEEDS & {*bases_of(low), *present})
