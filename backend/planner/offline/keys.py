"""Which columns join two tables, from names and uniqueness; values that are known may refute it."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.planner.offline.context import Context
from backend.planner.offline.day_keys import count_alone, only_counts, shared_day
from backend.planner.offline.kin_keys import is_of_an_address, led_to_by_values, pairs_by_values
from backend.planner.offline.words import ID_WORDS, parts_of, stem, stems_of


def join_columns(mine: TableSnapshot, theirs: TableSnapshot) -> tuple[str, str] | None:
    """The one pair of columns that refers from one table's rows to the other's, or None.

    Strongest first: the same key name; ``customer_id`` with ``id`` of ``customers``; a header
    that ends in the other's key; ``customer`` with the key of ``customers``; then ``customer``
    with their ``name``, or two columns of one name. Two pairs of equal strength are no answer.
    """
    best = pairs_of_keys(mine, theirs)
    if len(best) != 1:
        best = _first_of_twins(mine, theirs)
    return best[0] if len(best) == 1 else None


def pairs_of_keys(mine: TableSnapshot, theirs: TableSnapshot) -> list[tuple[str, str]]:
    """The strongest pairs of columns that may join two tables; several are equally strong."""
    ranked: dict[int, list[tuple[str, str]]] = {}
    for here in mine.columns:
        for there in theirs.columns:
            rank = _rank(here, there, mine, theirs)
            if rank is not None:
                ranked.setdefault(rank, []).append((here.name, there.name))
    if ranked:
        best = ranked[min(ranked)]
        days = shared_day(mine, theirs) if count_alone(best, mine, theirs) else []
        return days or [(here, led_up(here, there, theirs)) for here, there in best]
    told = _shared_identity(mine, theirs) or pairs_by_values(mine, theirs)
    return told or shared_day(mine, theirs)


def _first_of_twins(mine: TableSnapshot, theirs: TableSnapshot) -> list[tuple[str, str]]:
    """The first column of two lists of the same things, where it tells them apart in both."""
    here, there = mine.columns[:1], theirs.columns[:1]
    names, others = ({column.name for column in each.columns} for each in (mine, theirs))
    if not here or not there or here[0].name != there[0].name or len(names & others) < 3:
        return []
    are_twins = names <= others or others <= names
    is_told = here[0].unique and there[0].unique and here[0].type == ColumnType.TEXT
    is_shared = max(_shared(here[0], there[0]) or 0, _shared(there[0], here[0]) or 0) > 0.5
    return [(here[0].name, there[0].name)] if are_twins and is_told and is_shared else []


def _shared_identity(mine: TableSnapshot, theirs: TableSnapshot) -> list[tuple[str, str]]:
    """The one header of both tables, where it is that of an identity, though it may repeat."""
    names = {column.name: column for column in mine.columns}
    common = [(names[other.name], other) for other in theirs.columns if other.name in names]
    if len(common) != 1:
        return []
    [(here, there)] = common
    is_identity = not _IDENTITIES.isdisjoint(stems_of(here.name)[-1:])
    is_shared = max(_shared(here, there) or 0, _shared(there, here) or 0) > 0.5
    return [(here.name, there.name)] if is_identity and is_shared else []


def key_for(column: str, mine: TableSnapshot, theirs: TableSnapshot) -> str | None:
    """The column of the other table that a named column refers to, or None."""
    here = mine.column(column)
    if here is None:
        return None
    ranked = sorted(
        (rank, there.name)
        for there in theirs.columns
        if (rank := _rank(here, there, mine, theirs)) is not None
    )
    if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        return led_up(column, ranked[0][1], theirs)
    same = [there.name for there in theirs.columns if stems_of(there.name) == stems_of(column)]
    if len(same) == 1:
        return led_up(column, same[0], theirs)
    key = own_key(here, theirs) or led_to_by_values(here, mine, theirs)
    return None if key is not None and are_of_two(here, key, mine, theirs) else key


def led_up(here: str, there: str, theirs: TableSnapshot) -> str:
    """The manager_id of departments leads to people, and not to those who have the manager."""
    column = theirs.column(there)
    is_leader = not _LEADERS.isdisjoint(stems_of(there)) and here == there
    if column is None or column.unique or not is_leader:
        return there
    keys = [key.name for key in theirs.columns if key.unique and _may_lead_to(column, key, theirs)]
    return keys[0] if len(keys) == 1 else there


def own_key(here: Column, theirs: TableSnapshot) -> str | None:
    """The key that tells the rows of a table apart by its name, where a column may hold it."""
    nouns = ((), _noun(theirs))
    found = [
        key.name
        for key in theirs.columns
        if _may_lead_to(here, key, theirs) and stems_of(key.name)[:-1] in nouns
    ]
    return found[0] if len(found) == 1 and is_key(here.name) else None


def referred(column: str, table: str, context: Context) -> tuple[str, str] | None:
    """The table and key that a named column of ``table`` leads to, perhaps in ``table`` itself.

    Another table of the check wins where its key has the column's name; in the table itself it
    is its own key, of the same type.
    """
    mine = context.tables[table]
    here = mine.column(column)
    if here is None:
        return None
    others = [
        (name, key)
        for name, theirs in context.tables.items()
        if name != table and (key := key_for(column, mine, theirs)) is not None
        if not are_of_two(here, key, mine, theirs) and not _is_one_of_us(here, mine, theirs)
    ]
    if others:
        return others[0] if len(others) == 1 else None
    keys = [key.name for key in mine.columns if _may_lead_to(here, key, mine)]
    by_values = None if keys else led_to_by_values(here, mine, mine)
    keys += [] if by_values is None else [by_values]
    return (table, keys[0]) if len(keys) == 1 else None


def _is_one_of_us(here: Column, mine: TableSnapshot, theirs: TableSnapshot) -> bool:
    """The manager_id of an employee leads to another one, and to no department."""
    leads = not _LEADERS.isdisjoint(stems_of(here.name))
    return leads and bool(_STAFF & {*_noun(mine)}) and not (_STAFF | _LEADERS) & {*_noun(theirs)}


def are_of_two(here: Column, key: str, mine: TableSnapshot, theirs: TableSnapshot) -> bool:
    """Album_id of albums and artist_id of artists: each tells its own rows apart."""
    left, right = stems_of(here.name), stems_of(key)
    is_own = here.unique and _is_called_in(left[:-1], mine) and is_key(here.name)
    is_theirs = _is_called_in(right[:-1], theirs) and is_key(key)
    return is_own and is_theirs and left != right and not _are_people(left[:-1], right[:-1])


def _is_called_in(noun: tuple[str, ...], table: TableSnapshot) -> bool:
    """Whether a table's rows are so called: its name, or all of a longer one but an end."""
    words = _noun(table)
    return noun == words or (len(words) > 1 and bool(noun) and noun in (words[:-1], words[1:]))


def is_key(column: str) -> bool:
    """Whether a header ends as those of keys do."""
    words = stems_of(column)
    return bool(words) and words[-1] in ID_WORDS


def tells_apart(column: str) -> bool:
    """Whether a header is that of an identity: a key, or a code that goes by its own name."""
    return not _IDENTITIES.isdisjoint(stems_of(column)[-1:])


def is_called(column: str, table: TableSnapshot) -> bool:
    """Whether a header is that of the table's own key, or the noun of its rows."""
    return names_rows_of(column, table) or stems_of(column) == _noun(table)


def names_rows_of(column: str, table: TableSnapshot) -> bool:
    """Whether a header is that of the table's own key: ``user_id`` of ``users``, or ``id``."""
    return is_key(column) and stems_of(column)[:-1] in ((), _noun(table))


def _may_lead_to(here: Column, key: Column, theirs: TableSnapshot) -> bool:
    """Whether a key of the same type tells rows apart: by its values, or by its name."""
    is_own = is_key(key.name) and (key.unique or names_rows_of(key.name, theirs))
    return key != here and is_own and key.reads_as == here.reads_as and _may_refer(here, key)


def _may_refer(here: Column, key: Column) -> bool:
    """Whether a column may hold a key's values: by its name, or by the values that are known."""
    if is_key(here.name):
        return True
    *_, last = stems_of(here.name) or ("",)
    shared = _shared(here, key)
    if last in AMOUNTS:
        return False
    if shared is not None:
        return shared > 0.5
    return last in _LEADING or last.endswith(("er", "or"))


def _rank(here: Column, there: Column, mine: TableSnapshot, theirs: TableSnapshot) -> int | None:
    left, right = stems_of(here.name), stems_of(there.name)
    if not _is_key(left, right):
        return _rank_of_noun(here, there, _noun(theirs)) or _rank_of_noun(there, here, _noun(mine))
    if left == right and left[:-1] in (_noun(mine), _noun(theirs)):
        return 0
    if not (here.unique or there.unique) or is_of_an_address(left) or is_of_an_address(right):
        return None
    if left == right and len(left) > 1:
        return 1
    return next(_loose_ranks(left, right, mine, theirs), None)


def _is_key(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return bool(left and right) and left[-1] in ID_WORDS and right[-1] in ID_WORDS


def _loose_ranks(
    left: tuple[str, ...], right: tuple[str, ...], mine: TableSnapshot, theirs: TableSnapshot
) -> Iterator[int]:
    if len(right) == 1 and left == (*_noun(theirs), *right):
        yield 2
    if len(left) == 1 and right == (*_noun(mine), *left):
        yield 2
    if len(right) == 1 and left[-1:] == right and _are_people(left[:-1], _noun(theirs)):
        yield 2
    if len(left) == 1 and right[-1:] == left and _are_people(right[:-1], _noun(mine)):
        yield 2
    if len(right) > 1 and left[-len(right) :] == right:
        yield 3
    if len(left) > 1 and right[-len(left) :] == left:
        yield 3


def _rank_of_noun(here: Column, there: Column, noun: tuple[str, ...]) -> int | None:
    """``orders.customer`` with ``customers.code``: the header is the noun of the other's rows.

    A column that is no key by its name is one if most of the other's known values are in it.
    """
    if not there.unique or here.reads_as != there.reads_as:
        return None
    left, right = stems_of(here.name), stems_of(there.name)
    *owner, last = right or ("",)
    is_of_noun = left == noun and not _is_plural(here.name) and tuple(owner) in ((), noun)
    if is_of_noun and last in ID_WORDS:
        return 4 if _shared(here, there) != 0 else None
    if left == right == noun and (_shared(here, there) or 0) > 0.5:
        return 4
    is_same = left == right and not only_counts(here, there) and not _is_amount(here)
    if (is_of_noun and last == "name") or is_same:
        return 5 if (_shared(here, there) or 0) > 0.5 else None
    return None


def _is_amount(column: Column) -> bool:
    """Prices that are alike by chance join no sale with the price of another item."""
    is_number = column.reads_as in (ColumnType.INTEGER, ColumnType.NUMBER)
    return is_number and bool(_SUMS & {*stems_of(column.name)[-1:]})


def _is_plural(header: str) -> bool:
    """``payments`` counts rows of that table, and names none of them."""
    last = parts_of(header)[-1].lower()
    return last.endswith("s") and stem(last) != last


def _shared(here: Column, there: Column) -> float | None:
    """The part of one column's known values that another holds; None where they are not known."""
    if not here.values or not there.values:
        return None
    return len({*here.values}.intersection(there.values)) / len(here.values)


_IDENTITIES = ID_WORDS | {"sku", "ean", "isbn", "iban", "vin", "gtin", "ref", "reference", "uid"}
"""Last words of headers that tell things apart."""
_LEADING = frozenset({"to", "by", "of", "parent", "head", "lead", "boss", "chief"})
"""Last words of headers that name another row: ``reports_to``, ``parent``."""
AMOUNTS = frozenset({
    "level", "count", "quantity", "qty", "stock", "amount", "size", "capacity", "price", "age",
    "total", "sum", "limit", "minimum", "maximum", "min", "max", "rate", "share", "score",
    "weight", "length", "height", "width", "depth", "volume", "salary", "cost", "fee", "year",
    "threshold", "target", "goal", "point", "rank", "duration", "minute", "hour", "day", "unit",
})  # fmt: skip
"""Last words of headers that tell how much: numbers that may be keys by chance."""
_SUMS = frozenset({"amount", "price", "total", "sum", "salary", "cost", "fee", "quantity", "qty"})
"""Those that no two tables have in common but by chance."""
_LEADERS = frozenset({"manager", "boss", "supervisor", "superior", "parent", "leader", "head"})
"""Words in headers that name another row of the table where they may repeat."""
_STAFF = frozenset({
    "employee", "emp", "staff", "worker", "person", "people", "personnel", "user", "member",
    "teacher", "agent", "colleague", "nurse", "officer", "clerk",
})  # fmt: skip
"""Nouns of tables whose rows lead each other."""
_LAYERS = frozenset({"raw", "stg", "staging", "dim", "fact", "fct", "tbl", "src", "stage", "base"})
_PEOPLE = frozenset({"user", "customer", "client", "member", "person", "buyer", "subscriber"})


def _noun(table: TableSnapshot) -> tuple[str, ...]:
    """What the rows of a table are, without the layer of a warehouse that it stands in."""
    words = stems_of(table.table)
    return words[1:] if len(words) > 1 and words[0] in _LAYERS else words


def _are_people(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """user_id and the customers: two words for who a row belongs to."""
    return len(left) == len(right) == 1 and {*left, *right} <= _PEOPLE
