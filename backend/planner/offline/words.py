"""What words have in common: stems, abbreviations, number words."""

from __future__ import annotations

import re
from functools import lru_cache

from backend.planner.offline.glued_names import taken_in_two

_IRREGULAR = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "data": "data",
    "indices": "index", "criteria": "criterion", "series": "series", "status": "status",
    "statuses": "status", "addresses": "address", "address": "address", "news": "news",
    "analyses": "analysis", "bus": "bus", "gas": "gas", "plus": "plus", "bonus": "bonus",
    "this": "this", "is": "is", "was": "was", "has": "has", "does": "does", "its": "its",
    "less": "less", "class": "class", "access": "access", "business": "business",
    "movies": "movie", "cookies": "cookie", "shelves": "shelf", "knives": "knife",
    "wives": "wife", "loaves": "loaf", "wolves": "wolf", "thieves": "thief", "calves": "calf",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "vertices": "vertex",
}  # fmt: skip

# Words that name the same thing in a header and in a sentence.
_SAME = (
    ("id", "identifier", "ids"), ("number", "no", "num", "nr", "nbr"), ("quantity", "qty"),
    ("amount", "amt"), ("address", "addr"), ("description", "desc"), ("count", "cnt"),
    ("percent", "pct", "percentage"), ("email", "mail", "e-mail"), ("phone", "telephone", "tel"),
    ("birthdate", "dob", "birthday"), ("average", "avg"), ("category", "cat"),
    ("department", "dept"), ("organisation", "organization", "org"), ("language", "lang"),
    ("sex", "gender"), ("temperature", "temp"), ("latitude", "lat"),
    ("longitude", "lon", "lng"), ("zip", "zipcode"), ("currency", "ccy"), ("reference", "ref"),
    ("transaction", "txn", "trx"), ("customer", "cust"), ("account", "acct", "acc"),
    ("product", "prod"), ("date", "dt"), ("timestamp", "ts"), ("message", "msg"),
    ("colour", "color"), ("minimum", "min"), ("maximum", "max"), ("year", "yr"),
    ("begin", "start"), ("hour", "hr"), ("alternative", "alt"), ("representative", "rep"),
    ("username", "login"), ("manager", "mgr"), ("employee", "emp"), ("invoice", "inv"),
    ("cheque", "check"),
)  # fmt: skip
_CANON = {word: group[0] for group in _SAME for word in group}

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS |= {
    f"{ten}-{one}": NUMBER_WORDS[ten] + NUMBER_WORDS[one]
    for ten in _TENS
    for one in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
NUMBER_WORDS |= {"hundred": 100, "thousand": 1000}
ORDINALS = {
    name: number
    for number, names in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th",
         "seventh 7th", "eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th",
         "thirteenth 13th", "fourteenth 14th", "fifteenth 15th", "sixteenth 16th",
         "seventeenth 17th", "eighteenth 18th", "nineteenth 19th", "twentieth 20th"), 1
    )
    for name in names.split()
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1
    )
} | {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
# Words that build sentences: never a value in front of a noun, whatever the data holds.
FUNCTION_WORDS = frozenset({
    "a", "i", "no", "not", "none", "yes", "all", "any", "each", "every", "both", "either",
    "neither", "some", "many", "most", "few", "other", "another", "one", "two", "more", "less",
    "least", "only", "and", "but", "or", "if", "is", "are", "be", "was", "were", "has", "have",
    "had", "do", "does", "did", "may", "can", "must", "should", "will", "in", "on", "at", "by",
    "to", "of", "for", "from", "with", "without", "than", "then", "that", "this", "it", "its",
    "their", "them", "they", "who", "which", "what", "when", "where", "null", "nan", "na", "n/a",
    "true", "false", "same", "different",
})  # fmt: skip
# Words that change nothing where they stand.
FILLERS = frozenset({
    "please", "always", "really", "simply", "also", "actually", "then", "our", "ever", "indeed",
    "certainly", "definitely", "naturally", "obviously", "clearly", "kindly", "truly", "basically",
    "whatsoever", "currently", "nowadays", "my", "therefore", "thus", "consequently", "hence",
    "nevertheless", "nonetheless", "accordingly",
})  # fmt: skip
ASKING = frozenset({
    "do", "does", "did", "is", "are", "was", "were", "can", "could", "has", "have",
})  # fmt: skip
"""What opens a question; in one, "ever" is not idle."""
DATE_WORDS = frozenset({"date", "time", "day", "at", "on", "datetime", "timestamp", "when"})
ID_WORDS = frozenset({"id", "number", "code", "key"})


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The singular of an English noun, in lower case, abbreviations spelled out."""
    low = word.lower()
    if re.fullmatch("[A-Z]{2,}s", word):
        singular = low[:-1]
    elif low in _IRREGULAR:
        singular = _IRREGULAR[low]
    elif len(low) > 4 and low.endswith("ies"):
        singular = low[:-3] + "y"
    elif len(low) > 4 and low.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes")):
        singular = low[:-2]
    elif len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        singular = low[:-1]
    else:
        singular = low
    return _CANON.get(singular, singular)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The stem without the ending of a verb: ``synced`` and ``sync`` share one."""
    base = stem(word)
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            base = base[: -len(ending)]
            if re.fullmatch("[^aeiou][aeiou][^aeiouwxy]", base):
                return base + "e"
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls":
                base = base[:-1]
            return base
    return base[:-1] if len(base) > 4 and base.endswith("e") else base


# Nouns whose verb a header of dates may have: the admission date is ``admitted_on``.
_DEEDS = {
    "admission": "admit", "approval": "approv", "arrival": "arriv", "cancellation": "cancel",
    "closure": "clos", "delivery": "deliver", "departure": "depart", "dismissal": "dismiss",
    "expiration": "expir", "expiry": "expir", "modification": "modifi", "payment": "pay",
    "paid": "pay", "publication": "publish", "receipt": "receiv", "registration": "register",
    "removal": "remov", "renewal": "renew", "sale": "sell", "sold": "sell", "left": "leav",
    "sent": "send", "subscription": "subscrib", "submission": "submit", "built": "build",
    "withdrawal": "withdraw", "bought": "buy", "made": "mak", "lost": "lose", "begun": "begin",
    "resignation": "resign",
}  # fmt: skip


_NO_DEEDS = frozenset({
    "region", "union", "legion", "station", "section", "department", "apartment", "compartment",
    "segment", "element", "document", "moment",
})  # fmt: skip
"""Nouns that only end like those of deeds: nothing departs in a department."""


@lru_cache(maxsize=20_000)
def deed(base: str) -> str:
    """The root of the verb that a noun comes from, whose own root is given."""
    if base in _NO_DEEDS:
        return base
    found = _DEEDS.get(base) or _DEEDS.get(f"{base}e") or base
    for ending in ("ment", "ion"):
        if found.endswith(ending) and len(found) > len(ending) + 2:
            found = found[: -len(ending)]
    return found.replace("ll", "l").removesuffix("e")


def is_of_deed(base: str) -> bool:
    """Whether a noun, whose root is given, is known to be that of a deed: a departure."""
    return base in _DEEDS or f"{base}e" in _DEEDS


def acts(noun: str, verb: str) -> bool:
    """Whether a noun is of who does what a verb says: the approver approves."""
    return noun.endswith(("er", "or")) and len(noun) > 5 and deed(noun[:-2]) == deed(verb)


@lru_cache(maxsize=20_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a header or token: ``salesRepId``, ``sales_rep-id`` and ``Sales Rep ID``."""
    if name.lower() in ("e-mail", "e-mails"):
        return ("email",)
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    spaced = re.sub(r"([A-Z]+)([A-Z](?!s\b)[a-z])", r"\1 \2", spaced)
    spaced = re.sub(r"([A-Za-z])(\d)", r"\1 \2", spaced)
    parts = re.findall(r"[^\W_]+", spaced)
    return tuple(word for part in parts for word in taken_in_two(part))


@lru_cache(maxsize=20_000)
def squeezed(name: str) -> str:
    """A name without its gaps: "check-ins" and ``checkins``, "date of birth" and ``dob``."""
    words = [part.lower() for part in parts_of(name)]
    if len(words) == 3 and words[1] == "of":
        words = [words[2], words[0]]
    return stem("".join(words))


_SHARES = frozenset({"share", "fraction", "proportion", "percent"})


def is_share(header: str) -> bool:
    """Whether a header speaks of a part of something: ``discount_share``, ``taxPct``."""
    return bool(_SHARES.intersection(stems_of(header)))


def stems_of(name: str) -> tuple[str, ...]:
    """The stems of a name's words."""
    return tuple(stem(part) for part in parts_of(name))
