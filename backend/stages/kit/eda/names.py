"""What the name of a column lets one suspect. A name alone proves nothing."""

from __future__ import annotations

import re

OUTCOME_WORD = re.compile(r"targets?|labels?|class|classes|outcomes?|y|response|results?|truth")
TOPIC_WORD = re.compile(
    r"churn|default|fraud|survival|diagnosis|species|quality|rating|grade|price|cost|revenue|"
    r"income|salary|sales|demand|yield|score|status"
)
PREDICTION_WORD = re.compile(r"predictions?|predicted|pred|proba|probability")
PERSON_WORD = re.compile(r"e?mail|phone|mobile|ssn|passport|iban")
ID_WORD = re.compile(r"ids?|uuid|guid|key|pk|index|unnamed|rowid|no|number|nr")
AFTER_WORD = re.compile(
    r"closed?|cancel\w*|ended|end|exit|left|paid|settle\w*|resol\w*|refund\w*|return\w*|"
    r"complet\w*|terminat\w*|discharge\w*|death|died|deceased|deactivated|archived"
)


def name_words(name: str) -> list[str]:
    """The words of a column's name, in lower case: ``PassengerId`` gives passenger and id."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return [word for word in re.split(r"[\W_]+", apart.lower()) if word]


def has_word(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a word of the name is wholly what the pattern asks for."""
    return any(pattern.fullmatch(word) for word in name_words(name))


def is_named_like_an_id(name: str) -> bool:
    """Whether the name ends, or begins, like that of an identifier."""
    words = name_words(name)
    if not words:
        return False
    return bool(ID_WORD.fullmatch(words[-1])) or words[0] in {"id", "uuid", "unnamed"}


def is_suspicious(name: str) -> bool:
    """Whether the name speaks of an outcome, a prediction, a person or an identifier."""
    patterns = (OUTCOME_WORD, PREDICTION_WORD, PERSON_WORD)
    return any(has_word(name, each) for each in patterns) or is_named_like_an_id(name)


def is_named_after(name: str, other: str) -> bool:
    """Whether two names share a word, or words with a stem of five letters or more."""
    ours = {word[:5] for word in name_words(name) if len(word) >= 5}
    theirs = {word[:5] for word in name_words(other) if len(word) >= 5}
    return bool(ours & theirs)


def is_participle(name: str) -> bool:
    """Whether the name tells that something happened: ``survived``, ``has_churned``."""
    return any(len(word) > 4 and word.endswith("ed") for word in name_words(name))


def outcome_score(name: str) -> int:
    """How much a name alone is like that of an outcome, from 0 to 6."""
    words = name_words(name)
    if len(words) == 1 and OUTCOME_WORD.fullmatch(words[0]):
        return 6
    if has_word(name, OUTCOME_WORD):
        return 4
    return 2 if has_word(name, TOPIC_WORD) else 0
