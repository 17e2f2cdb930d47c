"""Phrases for what rows do to their own columns, and between which values these lie."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Matches, Missing, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

# Verbs for what a column holds ------------------------------------------------------------------

phrase.words(
    "_gives",
    "rate | rates | rated | score | scores | scored | price | prices | put | puts | set | sets | state | "
    "states | quote | quotes | record | records | measure | measures | show | shows | give | gives | gave | "
    "charge | charges | declare | declares | assess | assesses | grade | grades | rank | ranks | value | "
    "values | estimate | estimates | indicate | indicates | claim | claims | note | mention | mentions | "
    "enter | enters | list | lists | report | reports | specify | specifies | display | displays | carry | "
    "carries | hold | holds | bear | bears | name | names | request | requests | offer | offers",
)


@phrase("rowvp", "_gives [its|their|his|her] <cell> [at|with|as|of|to be] <adj>", cost=0.15)
def gives(subject: Value, told: Predicate) -> Predicate | None:
    """Ballots that rate the sweetness above 3."""
    return about(told, subject) if isinstance(subject, Cell) else None


@phrase("rowvp", "_gives no <cell>", "_do not _gives [any|their|its] <cell>", cost=0.15)
@phrase(
    "rowvp",
    "(go|goes|do|does|come|comes|get by|gets by|make do|makes do|went|came) without [any|its|their] <cell>",
    "(leave|leaves|left) [their|its|his|her] <cell> (empty|blank|out|open|unanswered)",
    cost=0.05,
)
def goes_without(subject: Value) -> Predicate | None:
    """Nobody goes without a handle; to "not charge the price of the course" is to charge another."""
    is_own = isinstance(subject, Cell) and not subject.table
    return Missing(of=subject) if is_own else None


# The same ---------------------------------------------------------------------------------------

phrase.words(
    "_same_thing",
    "the same (address|value|number|text|code|amount|figure|entry|word|string|content|name) | one and "
    "the same (address|value|number|text|code|amount|entry|name)",
)


@phrase("pair_clause", "<all_subjects> _be [always] _same_thing", cost=0.05)
def same_thing(pair: Subjects) -> Predicate | None:
    """A and B are the same address."""
    return compare(pair.items[0], "==", pair.items[1]) if len(pair.items) == 2 else None


@phrase("pair_clause", "<all_subjects> _be (not|never) _same_thing", cost=0.05)
def not_same_thing(pair: Subjects) -> Predicate | None:
    """A and B are not the same address."""
    return compare(pair.items[0], "!=", pair.items[1]) if len(pair.items) == 2 else None


# A valid address, of a column that says which ---------------------------------------------------

_ADDRESSES = (("email", "email"), ("ip", "ip"), ("url", "url"), ("website", "url"))


@phrase("whose_address", "<cell> _be _valid (address|one)")
def valid_address(subject: Value) -> Predicate | None:
    """Whose e-mail is a valid address: an address of the column's own kind."""
    from backend.planner.offline.words import stems_of

    stems = stems_of(subject.column) if isinstance(subject, Cell) else ()
    kind = next((name for word, name in _ADDRESSES if word in stems), None)
    return None if kind is None else Matches(of=subject, how=How.FORMAT, text=kind)


@phrase(
    "whose_address",
    "<cell> _be (not|never) _valid (address|one)",
    "<cell> _be no _valid address",
)
def invalid_address(subject: Value) -> Predicate | None:
    """Whose e-mail is not a valid address."""
    told = valid_address(subject)
    return None if told is None else not_(told)


@phrase("rel", "whose <whose_address>", cost=0.02)
@phrase("clause", "<whose_address>", cost=0.02)
def told_address(told: Predicate) -> Predicate:
    """A clause about an address."""
    return told


@phrase("stmt", "<cell> _must be _valid address", cost=0.02)
def address_duty(subject: Value) -> Statement | None:
    """Every e-mail must be a valid address."""
    told = valid_address(subject)
    return None if told is None else rule(told, subject=subject)


# Between, the column in the middle --------------------------------------------------------------

phrase.words(
    "_is_placed",
    "lie | lies | stand | stands | be | is | are | be located | is located | are located | sit | sits | "
    "stay | stays | be situated | is situated | are situated | be placed | is placed | are placed | range "
    "| ranges | fall | falls | have to lie | move | moves",
)


@phrase("span_of_cell", "[at] (between|from)  <cell> [of] <amount> (and|to) <amount>")
def span_of_cell(subject: Value, low: Value, high: Value) -> Predicate | None:
    """Between latitude 47 and 55."""
    from backend.planner.offline.phrases.sentences.comparisons import between

    told = between(low, high)
    return None if told is None or not isinstance(subject, Cell) else about(told, subject)


@phrase("span_of_cell", "outside [of] <cell> [of] <amount> (to|and|-|–) <amount>")
@phrase("span_of_cell", "outside [of] <cell> (between|from) <amount> (and|to) <amount>")
def span_off_cell(subject: Value, low: Value, high: Value) -> Predicate | None:
    """Outside latitude 46 to 48."""
    told = span_of_cell(subject, low, high)
    return None if told is None else not_(told)


@phrase("rel", "<span_of_cell>", cost=0.15)
@phrase("rowvp", "_is_placed <span_of_cell>", cost=0.05)
def lies_between(told: Predicate) -> Predicate:
    """Lie between latitude 47 and 55."""
    return told


@phrase("rowvp", "_is_placed <span_of_cell> [,] and <span_of_cell>", cost=0.05)
def lies_between_both(one: Predicate, other: Predicate) -> Predicate:
    """Lie between latitude 47 and 55 and between longitude 5 and 15."""
    return all_of(one, other)


# A table by its words, and by its name ----------------------------------------------------------


@phrase("noun", "<table> (in|from) [table|file|sheet] <table>", cost=0.02)
@phrase("noun", "<keynoun> (in|from) [table|file|sheet] <table>", cost=0.02)
def in_own_table(table: str, same: str) -> RowSet | None:
    """Beers in beers_2024: the one table, twice."""
    return RowSet(table=table) if table == same else None


@phrase(
    "adj",
    "<adj> , (no other text|nothing else|no other value|no other values|and nothing else|no others|not anything else)",
    cost=0.05,
)
def nothing_else(told: Predicate) -> Predicate | None:
    """EUR, nothing else: of values that are listed."""
    return told if getattr(told, "type", "") in ("one-of", "compare") and _lists(told) else None


def _lists(told: Predicate) -> bool:
    sign, right = getattr(told, "sign", "=="), getattr(told, "right", None)
    return sign == "==" and (right is None or isinstance(right, Constant))


@phrase(
    "adj",
    "(<text>|<bare>) in (capital letters|capitals|upper case|uppercase|block letters)",
    cost=0.02,
)
def spelled_in_capitals(text: Constant) -> Predicate | None:
    """EUR in capital letters: as it is written here."""
    return compare(IT, "==", text) if str(text.value).isupper() else None


@phrase("adj", "(<text>|<bare>) in (small letters|lower case|lowercase)", cost=0.02)
def spelled_small(text: Constant) -> Predicate | None:
    """eur in small letters."""
    return compare(IT, "==", text) if str(text.value).islower() else None


@phrase("stmt", "_flag <rows> where <all_subjects> _be not [_both] _same_thing", cost=0.05)
def flag_where_not_same(found: RowSet, pair: Subjects) -> Statement | None:
    """Flag peers where A and B are not the same address."""
    told = same_thing(pair)
    return None if told is None else rule(told, found.table, found.where)
