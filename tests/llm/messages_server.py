"""A server on loopback that speaks the Messages API over real HTTP.

    with MessagesServer() as server:
        server.play(answers_json({"in_scope": True}), fails(529, "overloaded_error"))
        ...  # with ANTHROPIC_BASE_URL = server.url

Answers are played in order, each once; one that was kept back by `Answer.only` waits for a request
that it accepts. Leaving the block fails if an answer was not played or a request found none. The
fixture ``messages_server`` (`tests.llm.loopback`) sets the environment as well.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.llm.answers import Answer, Json, fails, stream
from tests.llm.message_batches import MessageBatches

MESSAGE_PATHS = ("/v1/messages", "/invoke", ":rawPredict", "/invoke-with-response-stream")
LONGEST_WAIT = 60.0


class UnplayedAnswers(AssertionError):
    """A scripted answer was not asked for, or a request came that has none."""


@dataclass(frozen=True)
class Asked:
    """One request that came in; header names are lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: Json


@dataclass
class MessagesServer:
    """Answers what it was told to; ``asked`` is every request for a message, in order.

    ``models`` is what the list of models holds (id and lifecycle), ``others`` every request
    that was not for a message. ``otherwise`` answers what no script does, as often as it is asked.
    """

    models: list[tuple[str, str]] = field(
        default_factory=lambda: [
            ("claude-haiku-5-5", "active"),
            ("claude-sonnet-5-5", "active"),
            ("claude-opus-5-5", "active"),
        ]
    )
    asked: list[Asked] = field(default_factory=list)
    others: list[Asked] = field(default_factory=list)
    unexpected: list[Asked] = field(default_factory=list)
    otherwise: Answer | None = None
    batches: MessageBatches = field(default_factory=MessageBatches)
    closing: threading.Event = field(default_factory=threading.Event)
    _answers: list[Answer] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def play(self, *answers: Answer) -> None:
        """Add answers to those that wait."""
        with self._changed:
            self._answers.extend(answers)

    def bodies(self) -> list[Json]:
        """What was asked of the model, in order."""
        return [asked.body for asked in self.asked]

    def wait_for(self, number: int) -> None:
        """Return when so many requests for a message have come in."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self.asked) >= number, LONGEST_WAIT)
        assert came, f"{len(self.asked)} requests came, not {number}"

    @property
    def url(self) -> str:
        """The base URL for clients."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def take(self, asked: Asked) -> Answer:
        """The next answer that accepts this request."""
        with self._changed:
            self.asked.append(asked)
            self._changed.notify_all()
            for number, answer in enumerate(self._answers):
                if answer.when is None or answer.when(asked.body):
                    return self._answers.pop(number)
            if self.otherwise is not None:
                return self.otherwise
            self.unexpected.append(asked)
        return fails(400, "invalid_request_error", "No answer was scripted for this request.")

    def check(self) -> None:
        """Fail if the script and the requests do not fit."""
        if self._answers:
            raise UnplayedAnswers(f"{len(self._answers)} left over, the first {self._answers[0]}")
        if self.unexpected:
            raise UnplayedAnswers(f"no answer for {self.unexpected[0].body}")

    def __enter__(self) -> Self:
        handler = type("Handler", (_Handler,), {"api": self})
        self._http = _Quiet(("127.0.0.1", 0), handler)
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        if error is None:
            self.check()


class _Quiet(ThreadingHTTPServer):
    """A client that was killed is no news."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    api: MessagesServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked = self._read()
        self.api.others.append(asked)
        if asked.path == "/v1/models":
            self._send(_list_models(self.api.models))
        elif asked.path.startswith("/v1/messages/batches/"):
            self._send(self.api.batches.get(asked.path, self._base()))
        else:
            self._send(fails(404, "not_found_error", f"{asked.path} is not there."))

    def do_POST(self) -> None:
        asked = self._read()
        if asked.path.endswith(MESSAGE_PATHS):
            self._act(self.api.take(asked), asked)
            return
        self.api.others.append(asked)
        if asked.path == "/v1/messages/count_tokens":
            self._send(_json({"input_tokens": len(json.dumps(asked.body)) // 4}))
        elif asked.path == "/v1/messages/batches":
            answers = [self.api.take(_single(asked, each)) for each in asked.body["requests"]]
            self._send(self.api.batches.create(asked.body["requests"], answers))
        elif asked.path.endswith("/cancel"):
            self._send(self.api.batches.get(asked.path.removesuffix("/cancel"), self._base()))
        else:
            self._send(fails(404, "not_found_error", f"{asked.path} is not there."))

    def _read(self) -> Asked:
        content = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        path = urlsplit(self.path).path
        return Asked(self.command, path, headers, json.loads(content) if content else {})

    def _act(self, answer: Answer, asked: Asked) -> None:
        match answer.deed:
            case "hangs":
                self.api.closing.wait(LONGEST_WAIT)
                self._reset()
            case "hangs up":
                self._reset()
            case "drips":
                self._drip()
            case _:
                wants_stream = bool(asked.body.get("stream"))
                self._send(_spelled(answer, asked), answer if wants_stream else None)

    def _send(self, answer: Answer, streamed: Answer | None = None) -> None:
        body = answer.body
        if streamed and streamed.message:
            message = streamed.message | {"model": json.loads(body)["model"]}
            body = b"".join(stream(Answer(message, error_in_stream=streamed.error_in_stream)))
            answer = Answer(deed=answer.deed, headers={"content-type": "text/event-stream"})
        self.send_response(answer.status)
        headers = {"request-id": f"req_{len(self.api.asked)}", **answer.headers}
        for name, value in (headers | {"content-length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if answer.deed == "breaks off" else body)
        self.wfile.flush()
        if answer.deed == "breaks off":
            self._reset()

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "1000000")
        self.end_headers()
        with contextlib.suppress(OSError):
            while not self.api.closing.wait(0.02):
                self.wfile.write(b" ")
                self.wfile.flush()
        self.close_connection = True

    def _reset(self) -> None:
        """Close with a reset, as a lost peer does."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def _base(self) -> str:
        return f"http://{self.headers['host']}"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _spelled(answer: Answer, asked: Asked) -> Answer:
    """A message names the model that was asked for; Bedrock and Vertex have it in the path."""
    if answer.message is None:
        return answer
    model = asked.body.get("model") or asked.path.rsplit("/", 2)[-2]
    return _json({"model": model} | answer.message, deed=answer.deed)


def _single(asked: Asked, entry: Json) -> Asked:
    return Asked(asked.method, asked.path, asked.headers, entry["params"])


def _list_models(models: list[tuple[str, str]]) -> Answer:
    data = [
        {
            "type": "model",
            "id": name,
            "display_name": name,
            "created_at": "2026-01-01T00:00:00Z",
            "lifecycle": lifecycle,
        }
        for name, lifecycle in models
    ]
    return _json({"data": data, "has_more": False, "first_id": None, "last_id": None})


def _json(value: Json, **more: Any) -> Answer:
    headers = {"content-type": "application/json"}
    return Answer(body=json.dumps(value).encode(), headers=headers, **more)
