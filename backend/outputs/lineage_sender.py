"""Events of OpenLineage to their receiver: an HTTP service, or a file of lines.

What a receiver does not take is told, and fails nothing; its key is in no message.
"""

from __future__ import annotations

import os
from pathlib import Path

from openlineage.client.event_v2 import RunEvent
from openlineage.client.serde import Serde
from openlineage.client.transport.http import (
    ApiKeyTokenProvider,
    HttpConfig,
    HttpTransport,
    TokenProvider,
)
from requests import HTTPError, RequestException

from backend.contracts.elsewhere import LineageSettings

_RETRY = {
    "total": 2,
    "backoff_factor": 0.2,
    "status_forcelist": [502, 503, 504],
    "allowed_methods": ["POST"],
}


def send_event(event: RunEvent, settings: LineageSettings, base: Path) -> str:
    """Hand one event over; why it was not taken, or nothing.

    ``base`` is the folder that the name of a file begins at.
    """
    try:
        if "://" in settings.to:
            _post(event, settings)
        else:
            _append(event, base / settings.to)
    except HTTPError as error:
        return f"HTTP {error.response.status_code}" if error.response is not None else "HTTP error"
    except RequestException as error:
        return f"no answer ({type(error).__name__})"
    except OSError as error:
        return f"the file cannot be written ({error.strerror})"
    except UnicodeError:
        return "an event of this run cannot be written as text"
    return ""


def _post(event: RunEvent, settings: LineageSettings) -> None:
    key = os.environ.get(settings.key_env, "").strip()
    config = HttpConfig(
        url=f"{settings.to.rstrip('/')}/",
        timeout=settings.seconds,
        auth=ApiKeyTokenProvider({"apiKey": key}) if key else TokenProvider({}),
        retry=dict(_RETRY),
    )
    transport = HttpTransport(config)
    try:
        transport.emit(event)
    finally:
        transport.close()


def _append(event: RunEvent, path: Path) -> None:
    line = f"{Serde.to_json(event)}\n".encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
