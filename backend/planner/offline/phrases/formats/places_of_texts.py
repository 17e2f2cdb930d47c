"""Phrases for places of a text that has just been told: 13 digits, and the first three are 978."""

from __future__ import annotations

from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from backend.planner.offline.phrases.formats.forms_parts import Cut, _formed, _has_size
from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    All,
    Compare,
    Constant,
    How,
    Matches,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, not_

phrase = Phrases()
_ANY, _ONE = "(?s:.*)", "(?s:.)"


class Place(NamedTuple):
    """So many signs from one end on, and what they are called ("" where that is left out)."""

    is_first: bool
    skipped: int
    size: int
    called: str


class PlaceTold(NamedTuple):
    """What is told of the signs at a place: a claim, or the class of each."""

    place: Place
    told: Any


class _Run(NamedTuple):
    """Signs of one class, one after the other: at least so many, at most so many."""

    shows: str
    least: int
    most: int


# Where ----------------------------------------------------------------------------------------

for _called, _words in (
    ("digit", "digit | digits | figure | figures"),
    ("letter", "letter | letters"),
    (
        "sign",
        "character | characters | sign | signs | symbol | symbols | place | places | position",
    ),
    ("", "one | ones"),
):
    for _word in _words.split(" | "):
        phrase("place_noun", _word)(lambda called=_called: called)


@phrase("own_place", "(first|leading) [<number>] [<place_noun>]")
def from_the_front(*told: object) -> Place | None:
    """The first three digits; the first."""
    return _place(True, told)


@phrase("own_place", "(last|final|trailing) [<number>] [<place_noun>]")
def from_the_end(*told: object) -> Place | None:
    """The last two; the last character."""
    return _place(False, told)


def _place(is_first: bool, told: tuple[object, ...]) -> Place | None:
    size = next((part.value for part in told if isinstance(part, Constant)), 1)
    called = next((part for part in told if isinstance(part, str)), "")
    is_count = isinstance(size, int) and 0 < size < 20
    return Place(is_first, 0, size, called) if is_count and isinstance(size, int) else None


@phrase("own_place", "<ordinal> [<place_noun>]", cost=0.05)
def further_on(place: int, called: str = "") -> Place | None:
    """The third digit."""
    return Place(True, place - 1, 1, called) if 1 < place < 20 else None


for _called in ("digit", "letter"):

    @phrase("own_place", f"{_called}s", cost=0.05)
    def all_of_a_kind(called: str = _called) -> Place:
        """The letters: however many there are."""
        return Place(True, 0, 0, called)


# What is told of it -----------------------------------------------------------------------------

phrase.words("_among_them", "of them | of these | of which | of those | of it")
phrase.words(
    "_places_are", "is | are | being | must be | should be | has to be | have to be | needs to be"
)


@phrase("place_told", "<own_place> [_among_them] (<vp>|<duty>)", cost=0.05)
@phrase("place_told", "<own_place> [_among_them] being <adj>", cost=0.05)
def place_is(place: Place, told: Predicate) -> PlaceTold:
    """The first three are 978 or 979; the last one is not 0."""
    return PlaceTold(place, told)


@phrase("place_told", "<own_place> [_among_them] (not|never) [being] <adj>", cost=0.02)
def place_is_not(place: Place, told: Predicate) -> PlaceTold:
    """The first one not zero; the first not being 0."""
    return PlaceTold(place, not_(told))


@phrase("place_told", "<own_place> [_among_them] _places_are [always|all|both] <char_class>")
def place_of_class(place: Place, regex: str) -> PlaceTold:
    """The last is a digit; the first two are letters."""
    return PlaceTold(place, regex)


@phrase("places_told", "<place_told>")
@phrase("places_told", "<places_told> (,|;|and|but|while|, and|, but|, while) <place_told>")
def places_told(*found: Any) -> tuple[PlaceTold, ...]:
    """The first two are letters and the last is a digit."""
    return (found[0],) if len(found) == 1 else (*found[0], found[1])


@phrase(
    "place_told",
    "<own_place> [_among_them] _places_are [always] [a|an] [month|day|number|value|digit|figure] [from|between] "
    "<number> (to|and|through|-|–) <number>",
    cost=0.02,
)
def place_in_range(place: Place, low: Constant, high: Constant) -> PlaceTold | None:
    """The first two are a month from 01 to 12: numbers with as many digits as the place has."""
    if not isinstance(low.value, int) or not isinstance(high.value, int):
        return None
    is_range = 0 <= low.value < high.value < min(1000, 10**place.size) and place.size > 0
    numbers = range(low.value, high.value + 1)
    told = "|".join(f"{each:0{place.size}d}" for each in numbers)
    return PlaceTold(place, f"({told})") if is_range else None


# The text it is a place of ----------------------------------------------------------------------

_SAMPLES = {"digit": "0123456789", "letter": "azAZ", "other": "-_. /:+"}


def _runs(told: Predicate) -> tuple[_Run, ...]:
    """The runs of signs that a claim is about; none where it does not tell."""
    if isinstance(told, All):
        sizes = [_runs(part) for part in told.parts if _is_size(part)]
        return max(sizes) if len(sizes) == len(told.parts) else ()
    if isinstance(told, OneOf) and told.of == LENGTH:
        sizes_told = [each.value for each in told.options if isinstance(each.value, int)]
        is_whole = len(sizes_told) == len(told.options)
        return (_Run("any", min(sizes_told), 10**6),) if is_whole else ()
    if isinstance(told, Compare) and _is_size(told):
        least = told.right.value if isinstance(told.right, Constant) else 0
        is_least = told.sign in ("==", ">=") and isinstance(least, int)
        return (_Run("any", int(least), 10**6),) if is_least else ()
    if not isinstance(told, Matches) or told.how != How.PATTERN or told.ignore_case:
        return ()
    items = [_run(item) for item in sre_parser.parse(told.text)]
    return tuple(each for each in items if each) if all(items) else ()


def _is_size(told: Predicate) -> bool:
    return isinstance(told, Compare) and told.left == LENGTH


def _run(item: Any) -> _Run | None:
    code, value = item
    if code is sre.LITERAL:
        return _Run("mark", 1, 1)
    if code is sre.IN:
        return _Run(_class_of(value), 1, 1)
    if code is sre.MAX_REPEAT and len(value[2]) == 1 and value[2][0][0] is sre.IN:
        return _Run(_class_of(value[2][0][1]), int(value[0]), int(value[1]))
    return None


def _class_of(parts: Any) -> str:
    """The one kind of signs that a class takes, or "any" for several."""
    takes = [kind for kind, signs in _SAMPLES.items() if any(_takes(parts, s) for s in signs)]
    return takes[0] if len(takes) == 1 else "any"


def _takes(parts: Any, sign: str) -> bool:
    return any(
        (code is sre.LITERAL and value == ord(sign))
        or (code is sre.RANGE and value[0] <= ord(sign) <= value[1])
        or (code is sre.CATEGORY and value is sre.CATEGORY_DIGIT and sign.isdigit())
        for code, value in parts
    )


def _cut(place: Place, runs: tuple[_Run, ...]) -> Cut | None:
    """Where in the whole text the place is, if that is the same in every text."""
    if place.called == "sign" or len(runs) == 1:
        kinds, run = [*range(len(runs))], runs[0]
        is_so = place.called in ("", "sign", run.shows)
        length = sum(each.least for each in runs)
    else:
        kinds = [at for at, each in enumerate(runs) if each.shows in (place.called, "any")]
        is_so = len(kinds) == 1 and runs[kinds[0]].shows == place.called != ""
        length = runs[kinds[0]].least if kinds else 0
    if (
        not is_so
        or place.skipped + place.size > length
        or not (place.size or _is_fixed(runs, kinds))
    ):
        return None
    aside = runs[: kinds[0]] if place.is_first else runs[kinds[-1] + 1 :]
    if any(each.least != each.most for each in aside):
        return None
    width = _ONE * (sum(each.least for each in aside) + place.skipped)
    return Cut(IT, *((width, _ANY) if place.is_first else (_ANY, width)), place.size or length)


def _is_fixed(runs: tuple[_Run, ...], kinds: list[int]) -> bool:
    return len(kinds) == 1 and runs[kinds[0]].least == runs[kinds[0]].most


def _at(found: PlaceTold, runs: tuple[_Run, ...]) -> Predicate | None:
    cut = _cut(found.place, runs)
    if cut is None or not isinstance(found.told, str):
        return None if cut is None else _formed(cut, found.told)
    times = f"{{{cut.size}}}" if cut.size > 1 and "|" not in found.told else ""
    if not _has_size(f"{found.told}{times}", cut.size):
        return None
    return Matches(of=IT, how=How.PATTERN, text=f"{cut.before}{found.told}{times}{cut.behind}")


# Both told --------------------------------------------------------------------------------------

_AND = "(and|;|but|where|, and|, but|, where|, with|with|of which|, of which|,)"


@phrase("stmt", f"[_each] <expr> (<vp>|<duty>) {_AND} <places_told>", cost=0.0)
@phrase("stmt", f"<expr> : <adj> {_AND} <places_told>", cost=0.1)
def and_places(subject: Value, told: Predicate, places: tuple[PlaceTold, ...]) -> Statement | None:
    """Is 13 digits, and the first three are 978 or 979."""
    runs = _runs(told)
    found = [_at(each, runs) for each in places] if runs else [None]
    kept = [each for each in found if each is not None]
    if len(kept) < len(found) or len({each.place for each in places}) < len(places):
        return None
    return rule(about(all_of(told, *kept), subject), subject=subject)


@phrase("stmt", "<cell> : <place_told>", cost=0.1)
def place_of_cell(of: Value, found: PlaceTold) -> Statement | None:
    """serial: third character is a hyphen."""
    is_whole = not found.place.called or not found.place.size
    signs = PlaceTold(found.place._replace(called="sign"), found.told)
    told = None if is_whole else _at(signs, (_Run("any", 20, 10**6),))
    return None if told is None else rule(about(told, of), subject=of)
