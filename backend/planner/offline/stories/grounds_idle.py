"""Grounds that part no rows from others: floods are rare here, state 9 means that the boat sank.

The printer only knows capitals; a seat can be sold only once. Each is held against the rule behind
it: a value that is explained must be one that the rule asks for, and what cannot be there twice
stands before a rule on copies.
"""

from __future__ import annotations

import re

from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.ground_words import (
    APART,
    BARRED,
    SMALL_WORDS,
    sign,
    spelled,
    told_words,
)
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import FLAGS

_COPIES = frozenset({
    "twice", "unique", "combination", "share", "shares", "same", "again", "second", "once",
    "repeat", "repeated", "duplicate", "duplicates", "double", "together",
})  # fmt: skip
_SIGNS = frozenset({
    "plain", "simple", "pure", "ascii", "capitals", "capital", "letters", "digits", "numbers",
    "characters", "signs", "small", "upper", "lower", "case", "latin", "english", "a", "an", "the",
    "of", "and", "or", "text", "texts", "uppercase", "lowercase", "to", "up", "with", "spaces",
})  # fmt: skip
_BEFORE_ROWS = frozenset({"a", "an", "every", "each", "any", "no", "flag", "list"})
_TRAIT = re.compile(
    "(?:(?:our|the|such|these|those) )?(?P<what>@|[a-z-]+) (?:is|are|was|were) "
    "(?:very |quite |so |too |rather )?"
    "(?:rare|scarce|uncommon|unusual|infrequent|expensive|costly|dear|precious|valuable|dangerous"
    "|important|sensitive|delicate|popular|vital|crucial|essential|tricky|few and far between)"
    r"(?: (?:here|around here|with us|these days|nowadays|for us|to us|in|on|at|around|among)"
    r"(?: (?:this|our|the|these|those) [a-z-]+| here)?)?"
)
_GLOSS = re.compile(
    r"(?:(?:a|an|the) )?(?:@ (?:of |is )?\$|\$(?: (?:in|under|as) (?:the )?@)?)"
    r" (?:means?|stands? for|says?|tells? us|is for|is used for)(?: that)? (?P<story>.+)"
)
_DEVICE = re.compile(
    r"(?:the|our|their|a|this) (?:[a-z-]+ |@ ){0,2}[a-z-]+ (?:can |could )?(?:only|just)"
    r" (?:[a-z-]+) (?P<what>.+)"
)
_ONCE = re.compile(
    r"(?:a|an|each|every|no|one|nobody|no one)(?: (?:[a-z-]+|@|#)){0,3} (?:can|may|could|must) "
    r"(?:not |never )?(?:(?:[a-z-]+|@|#) ){1,4}?(?:only once|at most once|once|twice"
    r"|more than once)(?: (?:[a-z-]+|@|#)){0,3}"
)


def tells_trait(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """Floods are rare here: of a column or rows of the rule, or of what no table knows."""
    words = re.sub(r"[#$]", "@", spelled(clause, named))
    trait, found = _TRAIT.fullmatch(words), told_words(clause, named)
    if trait is None or not (trait["what"] == "@" or named.names_rows(rule)):
        return None
    return found


def glosses(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """State 9 means that the boat sank: what a value of the rule stands for."""
    gloss = _GLOSS.fullmatch(spelled(clause, named))
    if gloss is None:
        return None
    start = clause.end - len(gloss["story"].split())
    story = clause._replace(body=start)
    found = told_words(story, named)
    facts = any(
        named.is_a(at, "number", "ordinal", "weekday", "unit") for at in range(start, clause.end)
    )
    if found is None or facts or any(low.endswith("est") for low in named.lows(story)):
        return None
    value = next(at for at in range(clause.body, start) if sign(at, named) == "$")
    token = named.tokens[value]
    if not _is_equal_to(token.low, rule, named):
        return None
    told = named.held(value) or {token.text.lower()}
    headers = frozenset().union(
        *(named.held(at) for at in range(clause.body, start) if at != value)
    )
    return found | told | headers


def _is_equal_to(value: str, rule: Clause, named: Mentions) -> bool:
    """Whether the rule speaks of just that value: of state 9, of lost boats, and of no bound."""
    for at in range(rule.body + 1, rule.end):
        before = named.tokens[at - 1].low
        if named.tokens[at].low == value:
            is_of_column = named.is_header(at - 1) and before not in SMALL_WORDS
            is_word = named.is_a(at, "adjective") and not named.is_a(at, "number")
            return is_of_column or (
                is_word and before in ("a", "every", "each", "any", "no", "flag")
            )
    return False


def tells_device(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """The printer only knows capitals: what a thing can do, by the signs that there are."""
    device = _DEVICE.fullmatch(spelled(clause, named).replace("#", "@"))
    if device is None or named.tokens[rule.body].low not in FLAGS:
        return None
    start = clause.end - len(device["what"].split())
    words = {named.tokens[at].low for at in range(start, clause.end)}
    found = told_words(clause, named)
    return found if found is not None and words <= _SIGNS | named.lows(rule) else None


def tells_once(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """A seat can be sold only once: before a rule on what must not be there twice."""
    if not _COPIES & named.lows(rule) or not _ONCE.fullmatch(spelled(clause, named)):
        return None
    lows = {token.low for token in named.tokens[clause.body : clause.end]}
    if lows & ((BARRED - {"may", "must", "should", "than", "most"}) | APART):
        return None
    found = (named.held(at) for at in range(clause.body, clause.end))
    held = frozenset[str]().union(*found)
    return frozenset(told for told in held if not told.replace(".", "").isdigit())


_UNBROKEN = frozenset({
    "the", "our", "all", "days", "dates", "rows", "values", "hours", "months", "years", "numbers",
    "weeks", "entries", "records", "follow", "run", "come", "are", "go", "on", "one", "another",
    "each", "other", "after", "without", "with", "no", "a", "any", "gap", "gaps", "break", "breaks",
    "consecutive", "unbroken", "continuous", "in", "row", "sequence", "is", "missing", "day",
    "date",
})  # fmt: skip
_STEPS = frozenset({"after", "previous", "preceding", "above", "before", "next"})


def tells_unbroken(clause: Clause, rule: Clause, named: Mentions) -> frozenset[str] | None:
    """The days follow one another without a gap: before a rule that says the step itself."""
    lows = {token.low for token in named.tokens[clause.body : clause.end]}
    is_so = lows <= _UNBROKEN and bool({"gap", "gaps", "another", "consecutive", "missing"} & lows)
    steps = named.lows(rule)
    return frozenset() if is_so and _STEPS & steps and {"one", "1", "exactly"} & steps else None
