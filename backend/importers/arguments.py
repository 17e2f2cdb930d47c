"""Named arguments of a foreign rule, of which none is passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping

from backend.importers.draft import Refusal


class Arguments:
    """Arguments that are taken one by one."""

    def __init__(self, given: Mapping[str, object], *idle: str) -> None:
        """``idle`` are arguments without a bearing on the meaning."""
        self._left = {name: value for name, value in given.items() if name not in idle}

    def take(self, name: str, default: object = None) -> object:
        """An argument of any type."""
        value = self._left.pop(name, None)
        return default if value is None else value

    def text(self, name: str) -> str:
        """A text that must be there.

        Raises:
            Refusal: it is not.
        """
        value = self._left.pop(name, None)
        if not isinstance(value, str) or not value:
            raise Refusal(f"its argument {name!r} is {value!r}, not a name or text")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts that must be there.

        Raises:
            Refusal: it is not.
        """
        value = self._left.pop(name, None)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise Refusal(f"its argument {name!r} is {value!r}, not a list of names")
        return value

    def values(self, name: str) -> list[object]:
        """A list that must be there and hold something.

        Raises:
            Refusal: it does not.
        """
        value = self._left.pop(name, None)
        if not isinstance(value, list) or not value:
            raise Refusal(f"its argument {name!r} is {value!r}, not a list of values")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Yes or no.

        Raises:
            Refusal: it is neither.
        """
        value = self.take(name, default)
        if not isinstance(value, bool):
            raise Refusal(f"its argument {name!r} is {value!r}, neither true nor false")
        return value

    def finish(self) -> None:
        """Make sure that every argument was taken.

        Raises:
            Refusal: one was not.
        """
        rest = sorted(name for name, value in self._left.items() if value is not None)
        if rest:
            raise Refusal(f"its argument {rest[0]!r} has no equal here")

    def add(self, **more: object) -> None:
        """More arguments, where they are not given."""
        for name, value in more.items():
            if value is not None:
                self._left.setdefault(name, value)
