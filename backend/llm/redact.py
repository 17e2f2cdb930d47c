"""Secrets are blacked out of whatever is sent, kept or said.

What counts: the patterns in the settings, the shapes of the service's keys and of bearer tokens,
and the values of this process's own environment that look like its credentials.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping

from pydantic import JsonValue

from backend.contracts.errors import WorkspaceError

BLACK = "[secret]"

_SHAPES = (
    r"\bsk-ant-[A-Za-z0-9_\-]{6,}",
    r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b",
    r"(?i:\bbearer)\s+(?=\S*\d)[A-Za-z0-9._~+/=\-]{16,}",
    r"(?<=://)[^\s/@:]+:[^\s/@]+(?=@)",
)
_OWN = re.compile(
    "^(?:ANTHROPIC|AWS)_.*(?:KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL|COOKIE)(?!.*_FILE$)"
)
_SECRET_HEADER = re.compile("auth|key|token|secret|password|cookie", re.IGNORECASE)
_SHORTEST = 8
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class Redactor:
    """Blacks out secrets in texts and in JSON."""

    def __init__(
        self, patterns: Iterable[str] = (), environment: Mapping[str, str] = os.environ
    ) -> None:
        """Know the patterns of the settings and the credentials of the environment.

        Raises:
            WorkspaceError: a pattern is no regular expression (``bad-settings``).
        """
        own = sorted(_credentials(environment), key=len, reverse=True)
        self._patterns = [
            *map(_compile, patterns),
            *(re.compile(re.escape(value)) for value in own),
            *map(re.compile, _SHAPES),
        ]

    def text(self, content: str) -> str:
        """The text without its secrets; half a character, which no file can hold, is U+FFFD."""
        content = _HALF_CHARACTER.sub("\ufffd", content)
        for pattern in self._patterns:
            content = pattern.sub(_blacken, content)
        return content

    def json(self, value: JsonValue) -> JsonValue:
        """The value with every text in it, names too, without its secrets."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.json(each) for each in value]
            case dict():
                return {self.text(name): self.json(each) for name, each in value.items()}
        return value

    def message(self, message: dict[str, JsonValue]) -> dict[str, JsonValue]:
        """A message of a conversation, its shape untouched.

        A thinking block goes back as it came: the service compares its signature, and it holds
        nothing that the service did not write itself.
        """
        return message | {"content": self._content(message.get("content"))}

    def _content(self, content: JsonValue) -> JsonValue:
        if not isinstance(content, list):
            return self.json(content)
        return [self._block(block) if isinstance(block, dict) else block for block in content]

    def _block(self, block: dict[str, JsonValue]) -> dict[str, JsonValue]:
        if block.get("type") in ("thinking", "redacted_thinking"):
            return block
        cleaners: dict[str, Callable[[JsonValue], JsonValue]] = {
            "text": self.json,
            "input": self.json,
            "content": self._content,
        }
        return {
            name: cleaners[name](value) if name in cleaners else value
            for name, value in block.items()
        }


def _blacken(match: re.Match[str]) -> str:
    return BLACK if match[0] else ""


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        fact = f"settings.toml, prompts.secrets: {pattern!r} is no regular expression ({error})"
        raise WorkspaceError(f"{fact}. Correct it.", code="bad-settings") from error


def _credentials(environment: Mapping[str, str]) -> set[str]:
    """Not every value of these families: a region or a log level is a word of the data, too."""
    found = {value.strip() for name, value in environment.items() if _OWN.search(name)}
    for line in environment.get("ANTHROPIC_CUSTOM_HEADERS", "").splitlines():
        name, _, value = line.partition(":")
        if _SECRET_HEADER.search(name):
            found.add(value.strip())
    return {value for value in found if len(value) >= _SHORTEST}
