"""Words of a story that tell why: everyday words, and what only a reason or an echo may hold.

An echo is a sentence that speaks of a value or number of the rule behind it ("Cider is not beer.
Flag rows whose style is Cider."): since the rule must hold what it speaks of, its negations and
comparisons explain the rule and cannot narrow it.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.tokens import Shape, Token

EVERYDAY = frozenset({
    "actual", "add", "added", "adds", "advance", "ago", "agree", "agreed", "agreement", "agrees",
    "ahead", "alert", "alerts", "altogether", "amount", "amounts", "annual", "annually", "answer",
    "answered", "answers", "anymore", "appear", "appeared", "appears", "ask", "asks", "assigned",
    "attached", "attend", "attends", "attention", "author", "backwards", "badly", "band", "bear",
    "became", "become", "begin", "beginning", "begins", "begun", "beyond", "bigger", "bill",
    "broader", "build", "builds", "built", "business", "carried", "carries", "carry",
    "carrying", "catalogue", "category", "character", "characters", "charge", "charged",
    "charges", "cheaper", "check", "checks", "choice", "choices", "chosen", "circle", "circles",
    "clearly", "climbs", "clock", "closer", "colder", "compare", "compared", "compares",
    "comparison", "confirm", "contain", "contains", "content", "continue", "continued",
    "continues", "contracts", "cooler", "costlier", "course", "crucial", "currently", "cycle",
    "database", "day", "days", "deal", "deals", "degree", "delay", "depart", "detect", "direct",
    "direction", "directory", "disagree", "disappear", "discover", "display", "distance", "drawn",
    "duration", "duties", "early", "earned", "employee", "ends", "ensure", "entire", "entirely",
    "entry", "even", "ever", "existing", "expose", "fail", "failed", "fails", "fallen", "far",
    "fast", "fit", "fits", "fix", "fixed", "fleet", "flow", "followed", "formed", "forward",
    "frequent", "frequently", "full", "fully", "further", "future", "gained", "gave",
    "genuine", "great", "grow", "growing", "grows", "guarantee", "guilty", "hang", "hard",
    "heavy", "hire", "hired", "his", "hot", "hunt", "identify", "increase", "increases",
    "info", "information", "initial", "inspect", "inspected", "instance", "inventory", "invoice",
    "invoiced", "isolate", "join", "journey", "jump", "keyed", "known", "label", "labels", "lack",
    "lacks", "lasts", "later", "latest", "law", "layout", "lead", "lend", "lends", "let", "lie",
    "lies", "lighter", "linked", "listed", "little", "living", "longer", "look", "looked",
    "looking", "loop", "lying", "mad", "mark", "marked", "master", "match", "matched", "matches",
    "meet", "meeting", "meets", "mention", "mentioned", "mentions", "method", "midday",
    "midnight", "mode", "moment", "monthly", "months", "moves", "named", "naturally", "near",
    "night", "nights", "noon", "note", "noted", "notify", "nuisance", "observations", "observe",
    "obviously", "odd", "offer", "offers", "office", "older", "output", "outside", "overall",
    "owe", "owes", "own", "owns", "page", "pair", "parent", "parents", "participate", "paths",
    "pause", "perfect", "perhaps", "person", "persons", "phrase", "picked", "plain", "please",
    "portfolio", "positions", "posted", "pound", "previously", "price", "privacy", "proceed",
    "produce", "produced", "produces", "proper", "properly", "pull", "purchased", "ready",
    "reading", "readings", "received", "reconcile", "reconciles", "red", "reduce", "reduced",
    "reference", "register", "registered", "regular", "reject", "rejects", "relate", "relates",
    "remain", "remains", "rent", "rented", "repeat", "reported", "reporting", "request",
    "reserve", "reserved", "respect", "result", "retire", "retrieve", "return", "returned",
    "returns", "reveal", "reviewed", "rid", "risen", "rises", "rising", "rose", "row", "rows",
    "rubbish", "rule", "rules", "sanity", "schema", "scored", "sense", "sent", "sequence",
    "series", "setting", "settings", "shaped", "shared", "sharing", "short", "shows", "side",
    "sides", "size", "slot", "slots", "smaller", "sooner", "south", "space", "speak", "speaks",
    "spends", "split", "spoken", "standard", "star", "stars", "starting", "states", "stem",
    "stick", "still", "stock", "strays", "stretch", "strict", "strictly", "string", "strong",
    "submit", "submits", "sum", "sums", "supplied", "sure", "surplus", "tag", "tags", "taller",
    "teach", "tell", "tells", "term", "texts", "thanks", "tie", "tied", "tight", "title", "total",
    "totals", "touching", "traded", "trading", "transition", "tree", "turned", "unheard-of",
    "upward", "upwards", "vanish", "vary", "varies", "violate", "violates", "vital", "voluntary",
    "warmer", "warning", "watch", "way", "week", "weeks", "weekly", "weighed", "whatever", "whole",
    "won", "workday", "workdays", "world", "worth", "year", "years", "yearly", "yellow", "yield",
    "yields", "younger", "break", "breaks", "worst", "best", "spring", "summer", "autumn",
    "winter",
})  # fmt: skip
"""Words of the grammar that an everyday sentence may hold; by themselves they tell no rule."""

LATITUDE = frozenset({
    "not", "no", "never", "nobody", "nothing", "none", "hardly", "barely", "rarely", "seldom",
    "scarcely", "usually", "normally", "mostly", "generally", "typically", "most", "almost",
    "nearly", "more", "less", "than", "above", "below", "over", "under", "few", "fewer", "too",
    "single", "every", "each", "all", "any", "both", "same", "different", "longest", "shortest",
    "highest", "lowest", "largest", "smallest", "oldest", "youngest", "twice", "half", "enough",
    "within", "between", "else",
})  # fmt: skip
"""What only a reason or an echo may hold: elsewhere it could be a rule, or part of one."""

OF_CAUSES = frozenset({
    "if", "can", "could", "would", "will", "might", "must", "should", "negative", "positive",
    "empty", "missing", "blank", "wrong", "legal", "exist", "exists", "impossible", "possible",
    "without", "zero",
})  # fmt: skip
"""What only the reason of a rule may hold, behind its first word."""
OF_OTHERS = frozenset({
    "not", "no", "never", "nobody", "nothing", "without", "every", "each", "all", "more", "less",
    "than", "too", "over", "under", "twice", "both", "same", "different", "once", "few",
})  # fmt: skip
"""What a story may hold that mentions nothing of the tables."""
_ABILITIES = frozenset({"can", "could", "would", "will", "might"})
PERSONS = frozenset({
    "parents", "people", "clients", "customers", "staff", "employees", "persons", "children",
    "women", "men", "users", "everybody", "everyone", "nobody", "somebody", "someone", "owners",
    "we",
})  # fmt: skip
"""Who does something is no row, unless the tables say so."""
PRONOUNS = frozenset({"us", "it", "me", "we", "he", "she", "no", "on", "in", "is", "am", "or"})

_DENIALS = frozenset({
    "not", "no", "never", "nobody", "nothing", "none", "hardly", "barely", "rarely", "seldom",
    "scarcely", "without",
})  # fmt: skip
_ATTITUDES = frozenset({
    "ask", "asks", "asked", "bother", "bothers", "care", "cares", "check", "checked", "checks",
    "clean", "consider", "cover", "covers", "covered", "demand", "demands", "examine", "expect",
    "expects", "fill", "fills", "filled", "give", "gives", "have", "has", "include", "includes",
    "included", "insist", "judge", "judged", "listed", "look", "looked", "looks", "mind", "minds",
    "must", "need", "needed", "needs", "part", "receive", "receives", "record", "recorded",
    "register", "registered", "reported", "require", "requires", "review", "reviewed", "see",
    "should", "store", "stored", "use", "used", "uses", "want", "wanted", "wants", "watch",
    "get", "gets",
})  # fmt: skip
"""What a denial may exempt from: nobody asks for it, it is not checked, it need not be there."""
_SMALL = frozenset({"one", "two", "three", "single"})
_PERSONS = frozenset({"person", "persons", "people", "man", "woman", "men", "women", "child"})
_SPANS = frozenset({"quarter", "month", "week", "year", "day", "hour", "minute", "season"})
_INDEFINITE = frozenset({"a", "an", "the", "of", "our", "every", "each", "many", "some", "few"})
_ABOUT = frozenset({"about", "around", "roughly", "some", "approximately"})


def exempts(tokens: Sequence[Token]) -> bool:
    """Whether a clause may tell that something is not asked for or not looked at."""
    words = {token.low for token in tokens}
    if "not" in words and words & {"every", "all", "each", "everybody", "everyone"}:
        return True
    return bool(words & _DENIALS) and bool(words & _ATTITUDES)


SAYS_ITS_ROWS = frozenset({
    "every", "each", "all", "any", "no", "flag", "list", "report", "show", "find", "mark", "if",
    "where", "when", "whenever", "wherever", "treat", "nobody", "everyone", "everybody", "whoever",
})  # fmt: skip
"""A rule that opens with one says itself which rows it is about."""
_DEMANDS = frozenset({
    "accept", "accepts", "ask", "asks", "check", "checks", "count", "counts", "demand", "demands",
    "enter", "enters", "expect", "expects", "fill", "fills", "give", "gives", "insist", "insists",
    "leave", "leaves", "left", "must", "need", "needs", "note", "notes", "put", "puts", "record",
    "records", "require", "requires", "set", "sets", "should", "use", "uses", "want", "wants",
    "write", "writes", "type", "types", "has", "have", "is", "are", "get", "gets", "handle",
    "handles",
})  # fmt: skip


def demands(tokens: Sequence[Token]) -> bool:
    """Whether a clause may ask for something, or tell what is so."""
    return any(token.low in _DEMANDS for token in tokens)


def is_calm(tokens: Sequence[Token]) -> bool:
    """Documents are entered in booking order: no bound, denial, quantity, duty or possession."""
    words = {token.low for token in tokens}
    return not words & (LATITUDE | OF_CAUSES | _POSSESSIONS)


_POSSESSIONS = frozenset({
    "has", "have", "had", "only", "once", "unique", "need", "needs", "require", "requires",
    "required", "mandatory", "optional", "same", "always", "carry", "carries", "belong", "belongs",
    "get", "gets", "contain", "contains", "start", "starts", "end", "ends", "exactly",
})  # fmt: skip


def is_small_count(tokens: Sequence[Token], at: int) -> bool:
    """One person, two parties: a number word that counts nothing of the tables."""
    return tokens[at].low in _SMALL and tokens[at].shape == Shape.WORD and at + 1 < len(tokens)


def counts_persons(tokens: Sequence[Token], at: int) -> bool:
    """One person."""
    return is_small_count(tokens, at) and tokens[at + 1].low in _PERSONS


def is_indefinite(tokens: Sequence[Token], at: int) -> bool:
    """A quarter, the days: a span of time that measures nothing."""
    return at > 0 and tokens[at - 1].low in _INDEFINITE


def is_measured(tokens: Sequence[Token], at: int) -> bool:
    """480 units a quarter: the unit of a rough number, and the span that it is for."""
    if at > 1 and tokens[at].low in ("units", "unit"):
        return is_rough(tokens, at - 1)
    return at > 0 and tokens[at].low in _SPANS and tokens[at - 1].low in ("a", "an", "the")


def is_idiom(tokens: Sequence[Token], at: int) -> bool:
    """Hardly anyone can, what can happen: this grants and limits nothing."""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = {token.low for token in tokens[max(at - 3, 0) : at]}
    is_granted = behind not in ("happen", "occur") and not before & _DENIALS
    return tokens[at].low in _ABILITIES and not is_granted


def is_rough(tokens: Sequence[Token], at: int) -> bool:
    """About 480: no number that a rule could be checked with."""
    return at > 0 and tokens[at - 1].low in _ABOUT
