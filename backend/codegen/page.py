"""A program's page: title, restatement, ``scope`` and ``check``.

Same pieces, same bytes. Local names come from table and column names, made unique.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from dataclasses import dataclass, field
from functools import lru_cache

import black

from backend.codegen.code import Binds, Code, literal, name, quote
from backend.codegen.source import Function, sources_of

WIDTH = 100
_STYLE = black.Mode(line_length=WIDTH, magic_trailing_comma=False)
_TAKEN = frozenset(keyword.kwlist) | {
    "pd", "tables", "scope", "check", "as_of", "len", "list", "str", "int", "float", "bool",
    "range", "sum", "min", "max", "abs", "round", "set", "sorted", "dict", "type", "print", "map",
    "filter",
}  # fmt: skip


def identifier(text: str, fallback: str = "column") -> str:
    """A readable local name for a header: ``Order Date`` gives ``order_date``."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text)
    plain = re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")
    if not plain or plain[0].isdigit():
        plain = f"{fallback}_{plain}".rstrip("_")
    return plain


@dataclass
class Body:
    """One function being written: its locals in the order they were needed."""

    parameters: frozenset[str] = frozenset()
    lines: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _scoped: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    """Names in capitals, which no local has, to expressions: the page binds them once."""
    functions: dict[str, Function] = field(default_factory=dict)
    """Functions that this one calls, by the name it calls them; the page carries their source."""

    def let(self, hint: str, code: Code) -> Code:
        """Bind an expression to a local named after ``hint``; the same expression binds once."""
        if code.text in self._names:
            return name(self._names[code.text])
        chosen = self._free(identifier(hint))
        self._names[code.text] = chosen
        self._used.add(chosen)
        self.lines.append(f"{chosen} = {code.text}")
        return name(chosen)

    def table(self, table: str) -> Code:
        """The local that holds the rows of a table: all of them, or those of the scope."""
        if table in self._scoped:
            return name(self._scoped[table])
        return self.let(identifier(table, "table"), Code(f"tables[{literal(table).text}]"))

    def scoped_table(self, table: str, source: str) -> Code:
        """The table's local, holding what ``source`` gives instead of the whole table."""
        chosen = self._free(identifier(table, "table"))
        self._scoped[table] = chosen
        self._used.add(chosen)
        self.lines.append(f"{chosen} = {source}")
        return name(chosen)

    def whole_table(self, table: str) -> Code:
        """The local that holds all rows of a table, also where its own local holds fewer."""
        if table not in self._scoped:
            return self.table(table)
        return self.let(f"all {table}", Code(f"tables[{quote(table)}]", Binds.ATOM))

    def constant(self, title: str, code: Code) -> Code:
        """The name of a value that the whole page shares, such as a list of codes."""
        if not title.isupper() or self.constants.setdefault(title, code.text) != code.text:
            raise ValueError(f"{title!r} cannot name this value")
        return name(title)

    def use(self, function: Function) -> Code:
        """The name under which this function can call another, tested one."""
        called = next((n for n, known in self.functions.items() if known is function), None)
        if called is None:
            called = self._free(function.__name__)
            self._used.add(called)
            self.functions[called] = function
        return name(called)

    def give(self, code: Code) -> None:
        """End the function with this value."""
        self.lines.append(f"return {code.text}")

    def needed_lines(self) -> list[str]:
        """The lines without the locals that nothing reads."""
        found: list[str] = []
        locals_ = set(self._names.values())
        for line in reversed(self.lines):
            bound, _, _ = line.partition(" = ")
            is_read = bound not in locals_ or any(_reads(each, bound) for each in found)
            found = [line, *found] if is_read else found
        return found

    def _free(self, wanted: str) -> str:
        taken = _TAKEN | self._used | self.parameters
        chosen, count = (f"{wanted}_" if wanted in _TAKEN else wanted), 1
        while chosen in taken:
            count += 1
            chosen = f"{wanted}_{count}"
        return chosen


def _reads(line: str, local: str) -> bool:
    return re.search(rf"\b{local}\b", line) is not None


@dataclass(frozen=True)
class Page:
    """A whole program."""

    title: str
    restatement: str
    check: Body
    scope: Body | None = None
    parameters: tuple[str, ...] = ()
    scope_doc: str = "The rows that the rule judges."

    def render(self) -> str:
        """The source, ending in a newline."""
        return lay_out(self.draft())

    def draft(self) -> str:
        """The source before it is laid out: the same program, for who only runs it."""
        bodies = [body for body in (self.scope, self.check) if body is not None]
        blocks = _top(f'"""{self._heading()}\n"""', bodies)
        if self.scope is not None:
            blocks.append(_function("scope", self.scope, self.parameters, doc=self.scope_doc))
        blocks.append(_function("check", self.check, self.parameters))
        return "\n\n".join(blocks)

    def _heading(self) -> str:
        text = [docstring_text(self.title)]
        for sentence in self.restatement.splitlines():
            text += textwrap.wrap(docstring_text(sentence), WIDTH, break_long_words=False)
        return "\n".join(line.rstrip() for line in text)


@lru_cache(maxsize=64)
def lay_out(source: str) -> str:
    """The source as all programs are laid out; a page that is proven is written a second time."""
    return black.format_str(source, mode=_STYLE)


def docstring_text(text: str) -> str:
    """Text that cannot end a docstring or start an escape."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return printable.replace("\\", "/").replace('"', "'")


def _top(heading: str, bodies: list[Body]) -> list[str]:
    """What stands above the functions: imports, shared values, copied functions."""
    functions = {called: f for body in bodies for called, f in body.functions.items()}
    constants = {title: text for body in bodies for title, text in body.constants.items()}
    sources = sources_of(set(functions.values()))
    imports = "".join(f"{line}\n" for line in sources.imports) + "\n" * bool(sources.imports)
    shared = [f"{title} = {text}\n" for title, text in sorted(constants.items())]
    renamed = [f"{n} = {f.__name__}\n" for n, f in sorted(functions.items()) if n != f.__name__]
    head = f"{heading}\n{imports}import pandas as pd\n"
    return [head, *shared, *sources.definitions, *renamed]


def _function(title: str, body: Body, parameters: tuple[str, ...], doc: str = "") -> str:
    named = "".join(f", {parameter}" for parameter in parameters)
    keywords = f", *{named}" if named else ""
    head = f"def {title}(tables: dict[str, pd.DataFrame]{keywords}) -> pd.DataFrame:"
    lines = ([f'"""{doc}"""'] if doc else []) + body.needed_lines()
    return "\n".join([head, *(f"    {line}" if line else "" for line in lines)]) + "\n"
