"""Phrases that a column's own name makes plain: well-formed addresses, a gloss in brackets."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.equivalence import fits
from backend.planner.offline.own_formats import OWN_FORM
from backend.planner.offline.phrases.dates.dates import real_date
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.tables.references import refers
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    not_,
    number,
    one_of,
)

phrase = Phrases()


# Valid ----------------------------------------------------------------------------------------

phrase.words(
    "_well_formed",
    "well-formed | well formed | properly formed | correctly formed | syntactically valid | "
    "syntactically correct | formally valid | formally correct | correctly written | properly written | "
    "in valid form | in valid format | in a valid format | of valid form | of valid format",
)


@phrase("adj", "_well_formed", "_well_formed (<format>)", cost=0.3)
def valid(*named: str) -> Predicate:
    """E-mail addresses must be well-formed: their column's name tells the format."""
    return Matches(of=IT, how=How.FORMAT, text=named[0] if named else OWN_FORM)


@phrase(
    "stmt",
    "_flag [any|all|every] (malformed|ill-formed|badly formed) <cell> [values]",
    "(are|is) there [any] (malformed|ill-formed|badly formed) <cell> [values] [?]",
    "_flag [any|all|every] <rows> with [an|a] (malformed|ill-formed|badly formed) <cell>",
    cost=0.1,
)
def invalid(*parts: Any) -> Statement:
    """Flag malformed e-mail addresses."""
    of = parts[-1]
    rows = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    return rule(about(valid(), of), rows.table, rows.where, of)


# Keys -----------------------------------------------------------------------------------------


@phrase("stmt", "<all_subjects> _must (both|all|each) _exists_in <target>", cost=0.04)
def keys_exist(found: Subjects, wanted: tuple[RowSet, str]) -> Statement | None:
    """Payer and payee must both exist in accounts."""
    told = [refers(item, wanted) for item in found.items]
    kept = [each for each in told if each is not None]
    return rule(all_of(*kept)) if len(kept) == len(told) else None


@phrase(
    "stmt",
    "<cell> (takes|take|has|have|holds|contains) [only] [the] (values|numbers) <number> (to|-|through) <number> [only]",
    "only [the] (values|numbers) <number> (to|-|through) <number> (occur|appear|are allowed|are used) in <cell>",
    cost=0.05,
)
def takes_values(*parts: Any) -> Statement | None:
    """Takes the values 1 to 5: these five, and none between them."""
    of = next(part for part in parts if isinstance(part, Cell))
    low, high = (part.value for part in parts if isinstance(part, Constant))
    if not isinstance(low, int) or not isinstance(high, int) or not 0 < high - low <= 100:
        return None
    return rule(one_of(of, tuple(number(each) for each in range(low, high + 1))), subject=of)


@phrase(
    "stmt",
    "[any] [_known] <cell> <adj> _be [such] _wrong and _must be _looked_at",
    "[any] _known <cell> <adj> _be [such] _wrong",
    cost=0.08,
)
def known_nonsense(of: Value, told: Predicate) -> Statement:
    """Any known weight above 900 is nonsense and must be checked."""
    return rule(not_(about(told, of)), subject=of)


# Glossed columns --------------------------------------------------------------------------------


@phrase("cell", r"<bare> \( <column> \)", r"<bare> <bare> \( <column> \)", cost=-0.6)
@phrase("cell", r"<bare> <column> \( <column> \)", cost=0.1)
@phrase("cell", r"<column> <bare> \( <column> \)", cost=-0.6)
def glossed(*parts: Any) -> Value | None:
    """Body temperature (temp_c): the brackets name the column."""
    last = parts[-1]
    is_same = isinstance(parts[-2], Constant) or parts[-2] == last
    is_of_some = any(_tells_some(part) for part in parts[:-1])
    return last if is_same and not is_of_some else None


def _tells_some(part: object) -> bool:
    """Cancelled payments, unpaid bills: a word that may say which rows are meant."""
    low = str(part.value).lower() if isinstance(part, Constant) else ""
    is_denial = low.startswith("un") and not low.startswith("uni")
    return is_denial or low in ("cancelled", "canceled", "deleted", "closed", "archived")


@phrase("target", "<dotted>")
def dotted_target(found: Cell) -> tuple[RowSet, str]:
    """Employee.EmployeeId."""
    return (RowSet(table=found.table), found.column)


@phrase("stmt", "<cell> in <dotted>", "<cell> (exists|is found|must exist) in <dotted>", cost=0.02)
def in_dotted(of: Value, found: Cell) -> Statement | None:
    """customer_id in customers.id."""
    told = refers(of, (RowSet(table=found.table), found.column))
    return None if told is None else rule(told, subject=of)


# Glosses ----------------------------------------------------------------------------------------


@phrase("feature", r"[a|an] <bare> \( <definition> \)", r"no <bare> \( <definition> \)", cost=0.1)
def glossed_feature(_: object, told: Predicate) -> Predicate:
    """Has no boss (manager_id is empty): the brackets say what that means."""
    return told


@phrase(
    "adj",
    "(close to|near|near to|around|about) <amount> (,|:|;|, i.e.|, that is ,|, so) <adj>",
    r"(close to|near|near to|around|about) <amount> \( [i.e.] <adj> \)",
    cost=0.05,
)
def around(middle: Constant, told: Predicate) -> Predicate | None:
    """Close to zero, between -0.2 and 0.2: bounds that hold the number."""
    return told if isinstance(middle, Constant) and fits(told, middle) else None


for _head in ("adj", "verb"):

    @phrase(_head, r"(look|looks|read|reads) like <example> \( <adj> \)", cost=0.02)
    def shown_in_brackets(shown: Constant, told: Predicate) -> Predicate | None:
        """Look like AB-100 (two capital letters, a dash, three digits)."""
        return told if fits(told, shown) else None


@phrase("adj", "<adj> (numbers|values|amounts|figures|ones)", cost=0.15)
def such_numbers(told: Predicate) -> Predicate | None:
    """Weights are positive numbers."""
    is_bound = isinstance(told, Compare) and told.sign in ("<", "<=", ">", ">=")
    return told if is_bound else None


@phrase(
    "verb",
    "(come|comes|stem|stems|are drawn|is drawn|is taken|are taken) from [the] (set|list|values|options|following) [:|of] <any_list>",
    cost=0.05,
)
def from_the_set(found: tuple[Constant, ...]) -> Predicate:
    """Sizes come from the set S, M, L."""
    return one_of(IT, found)


@phrase("adj", "(real|actual|valid|existing|true|genuine|proper) [calendar] dates", cost=0.02)
def real_dates() -> Predicate:
    """Real calendar dates."""
    return real_date()


@phrase("stmt", "of <cells> [,] (at least|not less than) one _must be <adj>", cost=0.02)
@phrase("stmt", "<all_subjects> : (at least|minimum) one <adj>", cost=0.05)
def at_least_one(found: Subjects, told: Predicate) -> Statement:
    """Of A, B and C at least one must be filled."""
    return rule(about_all(told, found.model_copy(update={"mode": "any"})))


@phrase("stmt", "<all_subjects> (never|not) (both|all) <adj>", cost=0.1)
@phrase("stmt", "<all_subjects> (never|not) (both|all) <verb>", cost=0.1)
def never_both(found: Subjects, told: Predicate) -> Statement:
    """Gain and loss never both > 0."""
    return rule(not_(about_all(told, found)))


@phrase("ends_in_only", "<cell> <adj> only", cost=0.3)
def so_only(of: Value, told: Predicate) -> Statement | None:
    """Colour in lower case only; "filled only" waits for its "if"."""
    return None if any(isinstance(part, Missing) for part in walk(told)) else rule(about(told, of))


@phrase("rowvp", "<rowvp> (at all|so far|until now|to date|as yet)", cost=0.05)
def at_all(told: Predicate) -> Predicate:
    """Have not been fed at all."""
    return told


@phrase("rel", "(for|to|from|of|by|with|in) [a|an|any] <rows> _we_lack", cost=0.15)
@phrase("rel", "(for|to|from|of|by|with|in) [a|an|any] <rows> (that|which|who) _we_lack", cost=0.15)
def of_unknown(found: RowSet) -> Predicate | None:
    """Feedings for animals we do not know."""
    return not_(exists(found)) if found.table and found.where is None else None
