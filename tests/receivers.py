"""Receivers of alerts on this machine: a webhook and a mail server, which keep what they get."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Webhook:
    """Answers with ``status``, or (0) never comes to an end; ``got`` are paths and bodies."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.got: list[tuple[str, dict[str, Any]]] = []
        self.is_sending = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._answerer())
        self._server.daemon_threads = True

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def url(self) -> str:
        """As Apprise has it, with a key in it."""
        return f"json://ann:hush-hush@127.0.0.1:{self.port}/key-5eCr3t"

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [body for _, body in self.got]

    def __enter__(self) -> Webhook:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answerer(self) -> type[BaseHTTPRequestHandler]:
        webhook = self

        class Answerer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                webhook.got.append((self.path, json.loads(body)))
                if not webhook.status:
                    self._go_on_for_ever()
                    return
                self.send_response(webhook.status)
                self.end_headers()

            def _go_on_for_ever(self) -> None:
                webhook.is_sending = True
                with contextlib.suppress(OSError):
                    self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                    for number in range(600):
                        self.wfile.write(f"X-{number}: x\r\n".encode())
                        self.wfile.flush()
                        time.sleep(0.1)
                webhook.is_sending = False

            def log_message(self, *_: object) -> None:
                """Nothing is printed."""

        return Answerer


class _Box:
    def __init__(self) -> None:
        self.letters: list[tuple[list[str], Message]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        letter = message_from_bytes(bytes(envelope.content or b""))
        self.letters.append((list(envelope.rcpt_tos), letter))
        return "250 OK"


class _OnAnyPort(Controller):
    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class MailServer:
    """``letters`` are who gets each, and the letter itself."""

    def __init__(self) -> None:
        self._box = _Box()
        self._controller = _OnAnyPort(self._box, hostname="127.0.0.1", port=0)

    @property
    def letters(self) -> list[tuple[list[str], Message]]:
        return self._box.letters

    @property
    def url(self) -> str:
        """To whoever owns the checks."""
        place = f"127.0.0.1:{self._controller.port}"
        return f"mailto://{place}/?mode=insecure&from=checks@example.org&to={{owner}}"

    def __enter__(self) -> MailServer:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()


def text_of(letter: Message) -> str:
    """What a letter says, in plain words."""
    for part in letter.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return payload.decode()
    raise AssertionError("the letter has no plain text")
