"""Whether a clause is nothing but a remark on empty cells, and what it says of them.

The clause comes as text in lower case in which columns stand as ``@0``, the rows of a table as
``#``. It is such a remark only if every word of it has its place, and if what becomes of the empty
cells is certain; a denial is never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import Literal, NamedTuple

from backend.planner.offline.empties_parts import (
    AT_ALL,
    CELLS_EMPTY,
    HAVING_NONE,
    HIM,
    IF_EMPTY,
    LEAD,
    MEANS,
    NOT_EVEN,
    OPTIONAL,
    PRONOUN,
    REASON,
    ROWS_EMPTY,
    SOME_HAVE_NONE,
    THEM,
    THERE_ARE,
    THING,
)
from backend.planner.offline.empties_words import (
    ASIDE,
    ATTRIBUTE,
    BAD,
    BARE_BAD,
    BARE_FINE,
    BARE_OUT,
    BLOCKING,
    CELLS,
    DENIALS,
    DETERMINER,
    END_IDLE,
    FINE,
    LEAVE,
    LEAVE_OUT,
    NO_HARM,
    NO_NOUNS,
    NOTHING_TO_DO,
    OUT,
    SHOW,
    SOME_IDLE,
    SPARE,
    UNKNOWN_MEANT,
)
from backend.planner.offline.words import NUMBER_WORDS

Polarity = Literal["fine", "out", "bad"]


class Told(NamedTuple):
    """What a clause says of empty cells."""

    polarity: Polarity
    """They are fine, left out of the rule, or wrong."""
    of_rows: bool
    """It speaks of the rows with such cells, not of the cells."""
    nouns: tuple[str, ...] = ()
    """What is empty: columns as ``@0``, or words; nothing where it does not say."""
    joint: Literal["any", "all", "unclear"] = "any"
    """Of rows in which any of several is empty, or only of those in which all are."""
    rows: str = ""
    """The word for the rows; ``#`` is a table's own."""
    how_many: int = 0
    """How many columns "any of the three" speaks of; -1 where it does not say."""
    is_vague: bool = False
    """Missing or unknown may also be what another table does not have."""
    reason: str = ""
    """What it tells beside."""


class _Form(NamedTuple):
    """A form of such a clause, what it makes of the empty cells, and if it tells of rows."""

    clue: str
    """What must be found in a clause before it is held against the form at all."""
    pattern: str
    polarity: Polarity
    of_rows: bool

    @property
    def core(self) -> str:
        """The part that says what is empty: it is looked for before all is put together."""
        return max((core for core in _CORES if core in self.pattern), key=len, default="")


_CORES = (
    CELLS_EMPTY, HAVING_NONE, ROWS_EMPTY, IF_EMPTY, OPTIONAL, SOME_HAVE_NONE, THERE_ARE, NOT_EVEN,
)  # fmt: skip


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_Form(*form) for form in _patterns())


@cache
def _compiled(pattern: str, polarity: Polarity) -> re.Pattern[str]:
    return re.compile(_numbered(f"{LEAD}{pattern}{END_IDLE}{REASON if polarity != 'bad' else ''}"))


@cache
def _core(core: str) -> re.Pattern[str]:
    return re.compile(_numbered(core))


@cache
def _clue(clue: str) -> re.Pattern[str]:
    return re.compile(f"(?<![^ ])(?:{clue})(?![^ ])")


def _numbered(pattern: str) -> str:
    """The pattern with each of its named groups under a name of its own."""
    numbers = count()
    return re.sub(r"\(\?P<(\w+)>", lambda found: f"(?P<{found[1]}__{next(numbers)}>", pattern)


_OPTION = "is|are|needs?|not|may|can|might|if|when|where|far|long|provided"


def _patterns() -> Iterator[tuple[str, str, Polarity, bool]]:
    verdicts: tuple[tuple[Polarity, str, str], ...] = (
        ("fine", FINE, BARE_FINE), ("out", OUT, BARE_OUT), ("bad", BAD, BARE_BAD),
    )  # fmt: skip
    for polarity, verdict, bare in verdicts:
        told = f"(?:{MEANS}| |(?: [:=-] ))(?:{PRONOUN} )?(?:{verdict}|{bare})"
        yield f"{verdict}|{bare}", f"{CELLS_EMPTY}{told}", polarity, False
        yield (
            f"{verdict}|{bare}",
            f"{ROWS_EMPTY}(?: [:,-])? {SOME_IDLE}(?:{verdict}|{bare})",
            polarity,
            True,
        )
        yield verdict, f"{IF_EMPTY}(?: ,)?(?: then)? {SOME_IDLE}{PRONOUN} {verdict}", polarity, True
        yield verdict, f"{PRONOUN} {verdict} {IF_EMPTY}", polarity, True
        if polarity != "bad":
            yield verdict, f"{HAVING_NONE}{AT_ALL} {SOME_IDLE}(?:{verdict})", polarity, False
            yield verdict, f"{HAVING_NONE}{AT_ALL}(?: ,)? {PRONOUN} {verdict}", polarity, False
            yield verdict, f"{THERE_ARE}(?: [,;:.])? {PRONOUN} {verdict}", polarity, True
    yield NO_HARM, f"no (?P<none>{THING}){AT_ALL} {SOME_IDLE}{NO_HARM}", "fine", False
    orders: tuple[tuple[str, Polarity], ...] = ((LEAVE_OUT, "out"), (SPARE, "fine"))
    for order, polarity in orders:
        yield order, f"{order} {CELLS_EMPTY}", polarity, False
        yield order, f"{order} {ROWS_EMPTY}", polarity, True
        yield order, f"{ROWS_EMPTY} [:,-] {order}(?: {THEM})?", polarity, True
        yield order, f"{IF_EMPTY}(?: ,)?(?: then)? {SOME_IDLE}{order} {THEM}", polarity, True
        yield order, f"{order} {THEM} {IF_EMPTY}", polarity, True
        yield order, f"{THERE_ARE} [,;:.] {order} {THEM}", polarity, True
    yield LEAVE, f"{LEAVE} {CELLS_EMPTY} {ASIDE}", "out", False
    yield LEAVE, f"{LEAVE} {ROWS_EMPTY} {ASIDE}", "out", True
    yield LEAVE, f"{IF_EMPTY}(?: ,)?(?: then)? {SOME_IDLE}{LEAVE} {HIM} {ASIDE}", "out", True
    yield LEAVE, f"{LEAVE} {HIM} {ASIDE} {IF_EMPTY}", "out", True
    yield NOTHING_TO_DO, f"{IF_EMPTY}(?: ,)?(?: then)? {SOME_IDLE}{NOTHING_TO_DO}", "out", True
    yield NOTHING_TO_DO, f"{NOTHING_TO_DO} {IF_EMPTY}", "out", True
    yield NOTHING_TO_DO, f"{HAVING_NONE}{AT_ALL}(?: ,)? {NOTHING_TO_DO}", "out", False
    yield LEAVE, f"{THERE_ARE} [,;:.] {LEAVE} {THEM} {ASIDE}", "out", True
    yield SHOW, f"{SHOW} {CELLS_EMPTY} (?:too|as well|also|likewise)", "bad", False
    yield SHOW, f"also {SHOW} {CELLS_EMPTY}", "bad", False
    yield SHOW, f"{SHOW} {ROWS_EMPTY} (?:too|as well|also|likewise)", "bad", True
    yield SHOW, f"also {SHOW} {ROWS_EMPTY}", "bad", True
    yield "no|none|not|never", f"{NOT_EVEN}", "bad", False
    yield _OPTION, f"{OPTIONAL}", "fine", False
    yield FINE, f"{SOME_HAVE_NONE}(?: ,)? (?:and |but |which )(?:that |this )?{FINE}", "fine", False
    yield (
        "means?|stands? for|=|:",
        f"{CELLS_EMPTY} (?:means?|stands? for|=|:)(?: that)? {UNKNOWN_MEANT}",
        "fine",
        False,
    )


def tell(clause: str) -> Told | None:
    """What the clause says of empty cells; nothing where it may say more, or two things."""
    words = _marked(clause)
    found = {
        told
        for form in _forms()
        if _clue(form.clue).search(words)
        and _core(form.core).search(words)
        and (match := _compiled(form.pattern, form.polarity).fullmatch(words)) is not None
        and (told := _told(match, form.polarity, of_rows=form.of_rows)) is not None
    }
    bare = {told._replace(reason="", rows=_ANY_ROWS.sub("", told.rows)) for told in found}
    return min(found, key=lambda told: len(told.reason)) if len(bare) == 1 else None


@cache
def _vocabulary() -> frozenset[str]:
    """The words that such clauses are made of."""
    told = " ".join((*(form.pattern for form in _forms()), LEAD, END_IDLE, REASON))
    spelled = re.findall(r"[a-z][a-z'/-]*", re.sub(r"\(\?P<\w+>|\\\w", " ", told))
    return frozenset(spelled) | {word.removesuffix("s") for word in spelled} | NO_NOUNS


def _marked(clause: str) -> str:
    """The clause with "~" before every other word; those that stand together are one."""
    words = [
        f"~{word}" if word[0].isalpha() and word not in _vocabulary() else word
        for word in clause.split()
    ]
    return re.sub(r"(~[^ ]+) ~(?=[^ ]+)", r"\1_", " ".join(words))


def _told(match: re.Match[str], polarity: Polarity, *, of_rows: bool) -> Told | None:
    named = {name.split("__")[0]: text for name, text in match.groupdict().items() if text}
    reason = _unmarked(named.get("reason", "") or named.get("because", ""))
    meant = f"means {_unmarked(named.get('meant', ''))}"
    if not _is_idle(reason, needs_denial="reason" in named) or not _is_idle(meant):
        return None
    if polarity == "bad" and named.get("many", "any") not in _ANY_OF_THEM:
        return None
    nouns = tuple(_nouns(named))
    return Told(
        polarity,
        of_rows and "if_it" not in named,
        nouns,
        _joint(named, match[0]),
        _unmarked(named.get("rows", "")),
        _how_many(named),
        _VAGUE.search(match[0]) is not None,
        reason,
    )


def _how_many(named: dict[str, str]) -> int:
    if "many" not in named:
        return 0
    return int(NUMBER_WORDS.get(named.get("number", ""), 2 if named["many"] in _TWO else -1))


def _joint(named: dict[str, str], clause: str) -> Literal["any", "all", "unclear"]:
    """Of several columns: without A or without B is any, and without A and B could be either."""
    listed = _listed(named)
    if named.get("many") in ("all", "both") or "neither" in clause.split():
        return "all"
    if " and " in listed:
        return "all" if "if_of" in named or "whose" in named else "unclear"
    is_said_again = " or without " in listed or " or no " in listed or " or with no " in listed
    is_of_each = any(name in named for name in ("without", "if_of", "whose"))
    return "any" if " or " not in listed or is_said_again or is_of_each else "unclear"


def _is_idle(reason: str, *, needs_denial: bool = False) -> bool:
    """Whether what is told beside can only be why a cell is empty."""
    words = reason.split()
    if set(words[1:]) & BLOCKING or re.search(r"\d", re.sub(r"@\d+", "", reason)):
        return False
    return not needs_denial or bool(set(words) & DENIALS)


_VAGUE = re.compile(r"\b(?:missing|unknown|absent|known|gaps?)\b")
_TWO = ("either", "both", "one or both", "one or the other")
_ANY_OF_THEM = frozenset({
    "any", "either", "at least one", "one or more", "one or both", "one or the other",
})  # fmt: skip
"""What is wrong of one of several is wrong of all; "one" alone may be just one."""
_ANY_ROWS = re.compile("#|rows?|records?|lines?")
_LISTS = (
    "of", "blank_in", "in_column", "none", "none_of", "lack_of", "without", "has_no", "has_not",
    "whoever_no", "whoever_not", "whose", "with_of", "nothing_in", "undone", "if_of", "if_no",
    "not_needed", "need_not", "may_be", "some_no", "left_of", "left", "may_lack",
)  # fmt: skip


def _listed(named: dict[str, str]) -> str:
    return next((named[name] for name in _LISTS if name in named), "")


def _nouns(named: dict[str, str]) -> Iterator[str]:
    for told in re.split(r" , | and/or | or | and | nor |, ", _listed(named)):
        bare = re.sub(
            f"^(?:(?:without|with no|no|or|and|nor|{DETERMINER}|{ATTRIBUTE}) )+", "", told
        )
        bare = re.sub(f" {CELLS}$", "", bare)
        if bare:
            yield _unmarked(bare)


def _unmarked(text: str) -> str:
    return text.replace("~", "").replace("_", " ")
