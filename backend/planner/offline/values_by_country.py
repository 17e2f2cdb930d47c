"""Values of a country that another table tells: German prices, where customers have the country."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_OF_COUNTRIES = frozenset({"of_country", "of_countries"})


def refuse_countries_of_others(node: Node, rule: Rule) -> None:
    """Pass a reading whose values and countries are of one table.

    Raises:
        Misfit: "German prices", where the price is an order's and the country a customer's.
    """
    for part in node.walk():
        symbols = {child.symbol for child in part.children}
        is_value = part.symbol == "stmt" and "cell" in symbols and bool(_OF_COUNTRIES & symbols)
        if is_value and any(isinstance(term, Lookup) for term in walk(rule)):
            raise Misfit("the country is told by another table; say of which rows it is")
