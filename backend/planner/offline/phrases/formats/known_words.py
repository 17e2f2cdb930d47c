"""Phrases for lists that everybody knows, told with how many words they have: the twelve zodiac signs."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.form import Listed
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import Constant, How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words("_one_of_all", "[any|exactly|just] one of | among | from | any of | [one] out of")


@phrase("adj", "_one_of_all <number> [_known_ones] <format>", cost=0.0)
@phrase(
    "verb", "(name|names|be named after|is named after) _one_of_all <number> [_known_ones] <format>"
)
def one_of_so_many(count: Constant, name: str) -> Predicate | None:
    """One of the twelve zodiac signs: as many as the list has."""
    form = FORMATS[name].form
    is_whole = isinstance(form, Listed) and len({*form.words()}) == count.value
    return _form(How.FORMAT, name) if is_whole else None


phrase.words(
    "_known_ones",
    "(known|official|recognised|recognized|existing|usual|classical|traditional|real)",
)


for _words, _name in (
    ("months [of (the|a) [calendar] year]|calendar months", "month_name"),
    ("days of the week|weekdays|week days|weekday names|days of a week", "weekday_name"),
    ("cardinal (directions|points) [of the compass]|points of the compass|main (directions|points) [of the compass]",
     "compass_point_4"),
):  # fmt: skip
    _count = {"month_name": "twelve|12", "weekday_name": "seven|7"}.get(_name, "four|4")

    @phrase(
        "adj", f"_one_of_all ({_count}) [_known_ones] [english] ({_words}) [in English]", cost=0.0
    )
    def one_of_the_calendar(name: str = _name) -> Predicate:
        """One of the twelve months, one of the seven days of the week."""
        return _form(How.FORMAT, name)


@phrase("adj", "[the] (full|whole|complete) [english] <format>", cost=0.0)
@phrase("adj", "[the] full [english] name of (a|one of the) (month|calendar month)", cost=-0.3)
def in_full(*name: str) -> Predicate | None:
    """The full name of a month."""
    told = name[0] if name else "month_name"
    return _form(How.FORMAT, told) if told in ("month_name", "weekday_name") else None
