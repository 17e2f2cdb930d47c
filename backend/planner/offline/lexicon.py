"""The schema of a check's tables, prepared for looking words up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from backend.contracts.schema import Column, ColumnType, TableSnapshot
from backend.planner.offline.misspelled_headers import holding
from backend.planner.offline.named_columns import (
    FILLERS,
    NamedColumn,
    counted,
    date_cost,
    is_header,
    key_cost,
    sole_key,
    without,
)
from backend.planner.offline.shortened_names import shortened
from backend.planner.offline.table_nouns import are_its_lines, is_part_of, like_lines, names_of
from backend.planner.offline.words import (
    DATE_WORDS,
    FUNCTION_WORDS,
    ID_WORDS,
    ORDINALS,
    acts,
    deed,
    parts_of,
    root,
    squeezed,
    stems_of,
)

_LOOSE = 0.5
"""What words cost that are loosely taken for a header: they may be a part of another one."""
_KEPT = 8
"""So many lexicons are kept: the checks of a run are of few sets of tables."""


@dataclass
class Lexicon:
    """Tables, columns and known values by their words."""

    tables: dict[str, TableSnapshot]
    columns: list[NamedColumn] = field(default_factory=list)
    table_stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beginnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What the headers of a table begin with, where that is what they speak of."""
    values: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Lower-case value to (table, column, value as the data spells it)."""
    _links: dict[tuple[str, tuple[str, ...]], list[tuple[NamedColumn, float]]] = field(
        default_factory=dict
    )
    """What words were found to name: a sentence is told again and again in other orders."""

    @classmethod
    def of(cls, tables: dict[str, TableSnapshot]) -> Lexicon:
        """The lexicon of these tables: one for all sentences about them."""
        return cls._of(tuple(tables.items()))

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def _of(cls, tables: tuple[tuple[str, TableSnapshot], ...]) -> Lexicon:
        lexicon = cls(dict(tables))
        for table, snapshot in tables:
            lexicon.table_stems[table] = stems_of(table)
            lexicon.beginnings[table] = _shared_beginning(snapshot)
            for column in snapshot.columns:
                lexicon._add(table, column)
        return lexicon

    @cached_property
    def _yes_or_no(self) -> list[tuple[NamedColumn, dict[str, str]]]:
        """The columns of yes and no with their values by what these are in lower case."""
        told = [
            (named, {value.lower(): value for value in named.column.values})
            for named in self.columns
        ]
        return [(named, spelled) for named, spelled in told if says_yes_or_no(spelled)]

    @cached_property
    def parts(self) -> frozenset[str]:
        """What commas and the like part in the values: red and new of "red,new"."""
        parted = (re.split("[,;|]", value) for value in self.values if re.search("[,;|]", value))
        return frozenset(part.strip() for parts in parted for part in parts)

    @cached_property
    def header_words(self) -> set[str]:
        """Every word of every header, in lower case."""
        return {part.lower() for named in self.columns for part in parts_of(named.column.name)}

    def _add(self, table: str, column: Column) -> None:
        stems = tuple(str(ORDINALS.get(word, word)) for word in stems_of(column.name))
        self.columns.append(NamedColumn(table, column, stems, tuple(map(root, stems))))
        if column.type in (ColumnType.TEXT, ColumnType.BOOLEAN):
            for value in column.values:
                self.values[value.lower()].append((table, column.name, value))

    def column_links(
        self, text: str, stems: tuple[str, ...]
    ) -> Sequence[tuple[NamedColumn, float]]:
        """Columns that these words may name, each with the cost of believing it."""
        links = self._links.get((text, stems))
        if links is None:
            links = self._links[text, stems] = [*self._found_links(text, stems)]
        return links

    def _found_links(
        self, text: str, stems: tuple[str, ...]
    ) -> Iterator[tuple[NamedColumn, float]]:
        words = tuple(str(ORDINALS.get(word, word)) for word in stems)
        roots = tuple(map(root, words))
        found = [
            (named, cost)
            for named in self.columns
            if (cost := self._cost(text, words, roots, named)) is not None
        ]
        if is_header(text) and any(cost == 0 for _, cost in found):
            found = [(named, cost) for named, cost in found if cost == 0]
        yield from found
        if all(cost >= _LOOSE for _, cost in found):
            yield from self._partial(roots, words, {named.column.name for named, _ in found})

    def _cost(
        self, text: str, words: tuple[str, ...], roots: tuple[str, ...], named: NamedColumn
    ) -> float | None:
        if text == named.column.name:
            return 0.0
        if text.lower() == named.column.name.lower() and len(text) > 1:
            return 0.02
        if not named.stems:  # a header without a word, as "#", is named by itself alone
            return None
        if words == named.stems:
            return 0.1
        if roots == named.roots:
            return 0.2
        if len(text) > 4 and squeezed(text) == named.squeezed:
            return 0.2
        if len(roots) > 1 and sorted(roots) == sorted(named.roots):
            return 0.4
        return self._loose_cost(text, roots, named)

    def _loose_cost(self, text: str, roots: tuple[str, ...], named: NamedColumn) -> float | None:
        table = self._table_roots[named.table]
        called = [(*name, *named.roots) for name in self._names[named.table]]
        if roots in called or (*table, *roots) == named.roots:
            return 0.3 if len(roots) > len(named.roots) else 0.6
        if len(roots) > 1 and without(roots, FILLERS) == named.unfilled:
            return 0.3
        if counted(roots) == named.roots:
            return 0.3
        dated = self._dated_cost(roots, named, is_done=text.lower().endswith("ed"))
        if dated is not None:
            return dated or None
        if len(roots) == 1 and named.roots[1:] == ("by",) and acts(roots[0], named.roots[0]):
            return 0.5
        if self._has_own_number(roots, named):  # the permit's number, and no permit by its key
            return 0.6 if named.roots == roots[1:] else None
        key = key_cost(roots, named)
        if key is not None:  # "locker code" is no locker in a table of locker codes
            return None if roots == table and len(roots) > 1 else key
        short = shortened(text, roots, table, named, self.columns, self.values)
        own = 0.8 if self._is_own_part(roots, table, named.roots) else None
        return own if short is None else short

    def _has_own_number(self, roots: tuple[str, ...], named: NamedColumn) -> bool:
        """A permit number in a table of permits that has both a permit and a number."""
        if len(roots) != 2 or roots[1] not in ID_WORDS:
            return False
        headers = {each.roots for each in self.columns if each.table == named.table}
        return {roots[:1], roots[1:]} <= headers

    def _is_own_part(
        self, roots: tuple[str, ...], table: tuple[str, ...], header: tuple[str, ...]
    ) -> bool:
        """Tank B for level_b of tank_levels; the result of lab_results by the table's name."""
        if all(len(word) > 2 for word in header):
            return roots == table and len(table) > 1 and header == table[-1:]
        own = without(header, frozenset(table))
        own_words, said = set(own), set(roots)
        is_letter = bool(own) and all(len(word) < 3 for word in own)
        is_parted = is_letter and len(own) < len(header) and own_words < said
        return is_parted and said - own_words <= set(table) - set(header)

    def _dated_cost(
        self, roots: tuple[str, ...], named: NamedColumn, *, is_done: bool
    ) -> float | None:
        """A day by what was done on it; 0 where the words rather name rows."""
        if not named.is_date or not (bare := without(roots, DATE_WORDS)):
            return None
        own = named.undated
        same = bare == own or "".join(bare) == "".join(own)
        if not same and tuple(map(deed, bare)) != named.deeds:
            return 0.6 if roots != bare and self._is_last_of(bare, named) else None
        nouns = {name for names in self._names.values() for name in names[:2]}
        return 0.5 if is_done or roots != bare else date_cost(bare, named, self.columns, nouns)

    def _is_last_of(self, bare: tuple[str, ...], named: NamedColumn) -> bool:
        """The cleaning date for last_cleaned, where no other column tells when it was done."""
        deeds = tuple(map(deed, bare))
        others = [each for each in self.columns if set(deeds) & {*each.deeds, *each.roots}]
        return named.deeds == ("last", *deeds) and others == [named]

    def names_its_table(self, stems: tuple[str, ...], named: NamedColumn) -> bool:
        """Whether the words are the table's name and then the column's: "album title"."""
        roots = tuple(map(root, stems))
        names = self._names[named.table]
        return roots != named.roots and roots in [(*name, *named.roots) for name in names]

    @cached_property
    def _table_roots(self) -> dict[str, tuple[str, ...]]:
        return {table: tuple(map(root, stems)) for table, stems in self.table_stems.items()}

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, ...]]]:
        others = [*self.table_stems.values()]
        told = {table: names_of(stems, others) for table, stems in self.table_stems.items()}
        return {table: [tuple(map(root, name)) for name in names] for table, names in told.items()}

    def _partial(
        self, roots: tuple[str, ...], words: tuple[str, ...], known: set[str]
    ) -> Iterator[tuple[NamedColumn, float]]:
        """The one column besides the known ones whose header holds all of these words."""
        if not set(roots) - ID_WORDS - DATE_WORDS - FUNCTION_WORDS:
            return
        holders = holding(roots, words, self.columns)
        others = {named.column.name: named for named in holders if named.column.name not in known}
        named = others.popitem()[1] if len(others) == 1 else sole_key(roots, others.values())
        yield from () if named is None else ((named, 1.6),)

    def key_nouns(self, stems: tuple[str, ...]) -> Iterator[str]:
        """Tables of which one row is one of these: a unique column has the noun's name."""
        for named in self.columns:
            bare = without(named.stems, ID_WORDS)
            is_key = named.column.unique and bare and stems == bare and self._names_rows(named)
            if is_key and not self._names_another(stems, named.table):
                yield named.table
        yield from (table for table, beginning in self.beginnings.items() if beginning == stems)

    def _names_another(self, stems: tuple[str, ...], table: str) -> bool:
        """Whether another table has the noun in its name: its rows are what is meant."""
        others = [words for name, words in self.table_stems.items() if name != table]
        return any(is_part_of(stems, words) or stems == words for words in others)

    def _names_rows(self, named: NamedColumn) -> bool:
        """Whether a unique column tells rows apart, and does not just count or measure."""
        is_first = self.tables[named.table].columns[0].name == named.column.name
        is_measure = named.is_date or named.column.type in (ColumnType.INTEGER, ColumnType.NUMBER)
        return is_first or not is_measure or bool(ID_WORDS & set(named.stems))

    def flags(self, stems: tuple[str, ...]) -> Iterator[tuple[NamedColumn, str]]:
        """Columns of yes and no that these words name, with the value that means yes."""
        roots = tuple(map(root, stems))
        for named, spelled in self._yes_or_no:
            begins = named.roots[:1] in (("is",), ("has",))
            is_who = len(roots) == len(named.roots) == 1 and acts(stems[0], named.roots[0])
            is_glued = len(stems) > 1 and "".join(stems) == named.squeezed
            alike = (named.roots, named.roots[1:] if begins else named.roots)
            if is_who or is_glued or roots in alike:
                yes = next((spelled[word] for word in _YES if word in spelled), None)
                if yes is not None:
                    yield named, yes

    def table_links(self, text: str, stems: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        """Tables that these words may name."""
        alike = like_lines(stems)
        others = {*self.table_stems.values()}
        for table, words in self.table_stems.items():
            if text == table:
                yield table, 0.0
            elif stems == words or tuple(map(root, stems)) == tuple(map(root, words)):
                yield table, 0.1
            elif len(stems) > 1 and alike == like_lines(words):
                yield table, 0.2
            elif are_its_lines(stems, words):
                yield table, 1.1
            elif is_part_of(stems, words) and stems not in others:
                yield table, 1.0  # an order, beside orders, is none of the order details


def says_yes_or_no(values: Iterable[str]) -> bool:
    """Whether a column's values, in lower case, are those of yes and no."""
    held = set(values)
    return bool(held) and any(held <= pair for pair in _TRUE_FALSE)


def _shared_beginning(table: TableSnapshot) -> tuple[str, ...]:
    """What the headers speak of: article_title, article_language and article_pages."""
    headers = [stems_of(column.name) for column in table.columns]
    firsts = [words[:1] for words in headers if words[1:] and len(words[1]) > 1]
    first, times = next(iter(Counter(firsts).most_common(1)), ((), 0))
    return first if times > 2 and len(first[0]) > 3 else ()


_YES = ("true", "1", "yes", "y", "t")
_TRUE_FALSE = ({"true", "false"}, {"0", "1"}, {"yes", "no"}, {"y", "n"}, {"t", "f"})
