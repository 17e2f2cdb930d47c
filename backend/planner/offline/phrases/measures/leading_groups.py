"""Phrases for the group that must lead all others by a measure: the species with the highest average mass."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Constant, Missing, Reads, Unless, Value
from backend.rules.phrasing import Phrases, Statement, any_of, compare

phrase = Phrases()

phrase.words(
    "_than_all_others",
    "than (any|every|each|all) other | than (all|each|any|every one) of the other",
)


def _leads(of: Value, best: Constant, metric: Value, sign: str) -> Statement | None:
    """No other group's measure reaches it; without a measure of its own none is led."""
    if not isinstance(of, Cell) or not isinstance(metric, Aggregate):
        return None
    is_plain = not metric.by and not metric.keys and metric.where is None
    if not is_plain or metric.of is None or metric.of == of or best.reads != Reads.TEXT:
        return None
    its_own = metric.model_copy(update={"where": compare(of, "==", best)})
    theirs = metric.model_copy(update={"by": (of.column,)})
    led = Unless(part=Unless(part=compare(theirs, sign, its_own)))
    return rule(any_of(compare(of, "==", best), Missing(of=theirs), led), of.table)


for _most, _more, _sign in (
    (
        "highest|largest|greatest|biggest|longest|heaviest",
        "higher|larger|greater|bigger|longer",
        "<",
    ),
    ("lowest|smallest|shortest|least", "lower|smaller|shorter", ">"),
):

    @phrase("stmt", f"<option> _must be <cell> (with|having|that has) [the] ({_most}) <metric>")
    @phrase(
        "stmt",
        f"<option> _must have a ({_more}) <metric> _than_all_others <cell>",
        f"<option> <noun> _must have a ({_more}) <metric> _than_all_others <cell>",
    )
    def leads(best: Constant, *told: object, sign: str = _sign) -> Statement | None:
        """Gentoo must be the species with the highest average mass."""
        of = next(part for part in told if isinstance(part, Cell))
        metric = next((part for part in told if isinstance(part, Aggregate)), None)
        return None if metric is None else _leads(of, best, metric, sign)

    @phrase(
        "stmt", f"<cell> (with|having|that has) [the] ({_most}) <metric> (_must be|is) <option>"
    )
    def is_led(of: Value, metric: Value, best: Constant, sign: str = _sign) -> Statement | None:
        """The species with the highest average mass must be Gentoo."""
        return _leads(of, best, metric, sign)

    @phrase("stmt", f"no [other] <cell> _may have a ({_more}) <metric> than <option>")
    def none_leads(of: Value, metric: Value, best: Constant, sign: str = _sign) -> Statement | None:
        """No species may have a higher average mass than Gentoo: as high it may be."""
        return _leads(of, best, metric, f"{sign}=")
