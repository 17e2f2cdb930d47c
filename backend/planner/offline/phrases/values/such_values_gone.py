"""Phrases for values that must not turn up any more, and for those that a question asks about."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.keys.such_values import SuchValue, none_of_them
from backend.rules.language.terms import Cell, Compare, Constant, How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()

# A value with something in it -------------------------------------------------------------------


@phrase("such_value", "<cell> [values] (containing|with|having) [a|an|any] <inner_text>", cost=0.05)
def with_signs(of: Cell, told: Predicate) -> SuchValue:
    """A label with characters outside ASCII."""
    return SuchValue(of, told)


@phrase("such_value", "<cell> [values] containing [the] [word|text|string] <any_text>", cost=0.05)
def with_text(of: Cell, text: Constant) -> SuchValue:
    """A label containing 'test'."""
    return SuchValue(of, _form(How.CONTAINS, str(text.value)))


for _words, _how in (("starting|beginning", How.STARTS), ("ending", How.ENDS)):

    @phrase(
        "such_value", f"<cell> [values] ({_words}) (with|in) (<any_text>|<sign_mark>)", cost=0.05
    )
    def with_end(of: Cell, text: Constant | str, how: How = _how) -> SuchValue:
        """A label beginning with DH-."""
        return SuchValue(of, _form(how, text if isinstance(text, str) else str(text.value)))


phrase.words(
    "_any_other_number_of",
    "(with|of|having) (other than|not exactly|anything but|more or fewer than|more or less than|fewer or more than)",
)


@phrase("such_value", "<cell> [values] _any_other_number_of <pieces>", cost=0.02)
def with_other_numbers(of: Cell, pieces: tuple[tuple[str, str], ...]) -> SuchValue | None:
    """A postcode with other than five digits."""
    told = described(pieces) if len(pieces) == 1 and pieces[0][1] == "class" else None
    return None if told is None else SuchValue(of, not_(told))


# None of them -----------------------------------------------------------------------------------

phrase.words(
    "_show_itself",
    "(turn up|show up|come up|occur|appear|exist|be there|be found|be used|be present|crop up|pop up|be entered)",
)
phrase.words(
    "_ever_again",
    "any more | anymore | any longer | again | ever again | at all | anywhere | in the data | in the table | here",
)
phrase.words(
    "_none_of_such",
    "none (is|are) (allowed|permitted|accepted|acceptable|wanted|expected|tolerated) | there (should|must|may) be none | "
    "none (should|must|may) (exist|be there|occur) | there (should|must|may) not be any",
)


@phrase("stmt", "[a|an|any|all] <such_value> _must_not _show_itself [_ever_again]", cost=0.05)
@phrase("stmt", "[a|an|any|all] <such_value> _must no longer _show_itself", cost=0.05)
@phrase("stmt", "[a|an|any|all] <such_value> may no longer _show_itself", cost=0.05)
@phrase("stmt", "no <such_value> _may _show_itself [_ever_again]", cost=0.05)
@phrase("stmt", "(is|are) there [a|an|any] <such_value> ? _none_of_such", cost=0.05)
def gone(such: SuchValue) -> Statement:
    """A label containing 'test' must not turn up any more."""
    return none_of_them(such)


@phrase("stmt", "are there <such_value> [?]", cost=0.1)
def asked_of_some(such: SuchValue) -> Statement | None:
    """Are there negative prices? "Are there 5 wards" asks how many there are."""
    told = such.told
    counts = isinstance(told, Compare) and told.sign == "==" and _counts(told.right)
    return None if counts else none_of_them(such)


def _counts(right: Value) -> bool:
    if not isinstance(right, Constant) or not isinstance(right.value, int | float):
        return False
    return right.value != 0
