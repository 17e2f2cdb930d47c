"""Phrases for kinds of rows whose value stands behind them: single people (status S), those without a car (has_car N)."""

from __future__ import annotations

from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Reads, Value
from backend.rules.phrasing import IT, Phrases, RowSet, compare

phrase = Phrases()

_NO = frozenset({"n", "no", "0", "false", "f"})
_YES = frozenset({"y", "yes", "1", "true", "t"})


@phrase("noun", r"single <noun> \( <cell> [=|is|:|of] <option> \)", cost=-0.5)
def single_ones(rows: RowSet, of: Value, option: Constant) -> RowSet | None:
    """Single people (status S), a word of the grammar."""
    return kind_by_letter(Constant(value="single", reads=Reads.TEXT), rows, of, option)


@phrase("noun", r"<bare> <noun> \( <adjective> \)", cost=-2.0)
def kind_by_value(called: Constant, rows: RowSet, told: Predicate) -> RowSet | None:
    """English articles (eng): the value begins as the word does, and one column alone has it."""
    match told:
        case Compare(left=Cell() as of, sign="==", right=Constant() as option):
            return kind_by_letter(called, rows, of, option)
        case _:
            return None


@phrase("noun", r"<bare> <noun> \( <cell> [=|is|:|of] <option> \)", cost=-2.0)
def kind_by_letter(called: Constant, rows: RowSet, of: Value, option: Constant) -> RowSet | None:
    """Married people (status M): the letter is the word's."""
    word, value = str(called.value).lower(), str(option.value).lower()
    is_short = len(value) < len(word) and word.startswith(value)
    is_plain = isinstance(of, Cell) and rows.where is None
    return (
        rows.that(compare(of, "==", option)) if is_plain and (is_short or word == value) else None
    )


for _words, _options in (("without", _NO), ("with", _YES)):

    @phrase(
        "noun",
        rf"<noun> {_words} [a|an|any|own] (<bare>|<column>) \( <cell> [=|is|:] <option> \)",
        cost=-2.0,
    )
    @phrase(
        "rows",
        rf"(someone|somebody|everyone|everybody|anyone|anybody|whoever is|those) {_words} [a|an|any|own] (<bare>|<column>) \( <cell> [=|is|:] <option> \)",
        cost=-2.0,
    )
    def kind_that_has(*parts: object, options: frozenset[str] = _options) -> RowSet | None:
        """People without children (has_child = N)."""
        *rows, thing, of, option = parts
        found = rows[0] if rows and isinstance(rows[0], RowSet) else RowSet()
        if not isinstance(of, Cell) or not isinstance(option, Constant) or found.where is not None:
            return None
        text = thing.column if isinstance(thing, Cell) else str(getattr(thing, "value", ""))
        is_its_own = any(
            _is_alike(word, part) for word in stems_of(text) for part in stems_of(of.column)
        )
        is_so = str(option.value).lower() in options and is_its_own
        return found.that(compare(of, "==", option)) if is_so else None


def _is_alike(word: str, part: str) -> bool:
    return word == part or (stem(word)[:5] == part and word.endswith("ren"))


phrase.words(
    "_spelled_just",
    "(spelled|spelt|written|typed) (exactly|precisely|just|exactly as|exactly like)",
)


@phrase("adj", "_spelled_just <option>", cost=0.05)
def spelled_just(option: Constant) -> Predicate | None:
    """Spelled exactly OSLO; a text with a number in it, '12.0 oz', only shows a form."""
    shows_form = any(sign.isdigit() for sign in str(option.value))
    return None if shows_form else compare(IT, "==", option)
