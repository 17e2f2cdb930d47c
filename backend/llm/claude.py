"""Claude behind the port `Model`: within the budget, on the record, as patient as the settings.

The SDK takes a second to import, so it is imported with the first request that may go out.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from backend.contracts.errors import ProviderError
from backend.contracts.model import ModelReply, ModelRequest, Spent
from backend.contracts.ports import PromptLog
from backend.contracts.settings import Settings
from backend.llm.body import write_body
from backend.llm.budget import Budget
from backend.llm.failures import CAUSES, Failed
from backend.llm.ladder import ladder, ladder_name, rung_of
from backend.llm.ledger import Ledger, OpenCall
from backend.llm.patience import patience_of, persist
from backend.llm.redact import Redactor
from backend.llm.retirement import say_what_there_is

if TYPE_CHECKING:
    from backend.llm.service import Received, Service

_LENIENT = "grammar-too-large"


class ClaudeModel:
    """Asks the models of the ladder, over any client of the SDK.

    A failure that is the account's own (`failures.CAUSES`, ``everyone``) ends the run's asking:
    later requests fail alike without being sent. After a service was waited for in vain, requests
    are tried once each until it answers again.
    """

    def __init__(
        self,
        settings: Settings,
        log: PromptLog,
        *,
        run_id: str,
        client: Any = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Open nothing yet; ``client`` takes the place of the platform's own.

        Raises:
            WorkspaceError: a secret's pattern is no regular expression (``bad-settings``).
        """
        self.settings = settings
        self.sleep = sleep
        self._ladder = ladder(settings.model)
        self.rungs = len(self._ladder)
        self.name = ladder_name(settings.model)
        self._budget = Budget(settings.budget)
        redactor = Redactor(settings.prompts.secrets)
        self.ledger = Ledger(log, self._budget, redactor, run_id, settings.privacy.share)
        self._client = client
        self._opened: Service | None = None
        self._lock = threading.Lock()
        self._stopped: ProviderError | None = None
        self._has_given_up = False
        self._in_words: set[str] = set()

    @property
    def spent(self) -> Spent:
        """What its calls came to since it was opened."""
        return self._budget.spent()

    def spent_on(self, check_id: str) -> Spent:
        """What the calls for one check came to."""
        return self._budget.spent(check_id)

    def ask(self, request: ModelRequest) -> ModelReply:
        """Send one request; whatever comes of it is in the prompt log before this returns.

        A schema that the service cannot hold is asked for once more, in words.

        Raises:
            ProviderError: no answer came; the codes are those of `failures.CAUSES`, and
                ``budget-spent``, ``no-such-rung``, ``no-price``: then nothing was sent.
            WorkspaceError: the prompt log cannot be written.
        """
        schema = self._key(request)
        if schema not in self._in_words:
            try:
                return self._exchange(request, lenient=False)
            except ProviderError as error:
                if error.code != _LENIENT:
                    raise
                self._in_words.add(schema)
        return self._exchange(request, lenient=True)

    def open_call(
        self, request: ModelRequest, *, lenient: bool = False, times: float = 1.0
    ) -> OpenCall:
        """Hold a request's most and note that it goes out; for `ask` and for batches.

        Raises:
            ProviderError: it must not go out.
            WorkspaceError: the prompt log cannot be written.
        """
        rung, price = rung_of(self._ladder, request.rung, request.check_id)
        service = self.service()
        body = write_body(request, rung, self.ledger.redactor, lenient=lenient)
        service.fit_schema(body)
        count = service.count_tokens
        return self.ledger.open(request, body, rung, price, times=times, count=count)

    def service(self) -> Service:
        """The service, opened when it is first asked for.

        Raises:
            ProviderError: it cannot be opened, or has told that no more must be asked.
        """
        with self._lock:
            if self._stopped is not None:
                raise ProviderError(str(self._stopped), code=self._stopped.code)
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def heed(self, found: Failed, error: ProviderError) -> ProviderError:
        """Remember a failure that concerns later requests too."""
        cause = CAUSES[found.code]
        if cause.everyone:
            self._stopped = error
        self._has_given_up = self._has_given_up or cause.passing
        return error

    def _open(self) -> Service:
        from backend.llm.platforms import open_client
        from backend.llm.service import Service

        model = self.settings.model
        try:
            return Service(self._client or open_client(model), model)
        except ProviderError as error:
            told = self.ledger.redactor.text(str(error))
            self._stopped = ProviderError(told, code=error.code)
            raise self._stopped from error

    def _exchange(self, request: ModelRequest, *, lenient: bool) -> ModelReply:
        call = self.open_call(request, lenient=lenient)
        with self.ledger.keeping(call):
            got, attempts = self._send(call)
            if isinstance(got, Failed):
                got = say_what_there_is(got, call.rung.model, self.service().models)
                raise self.heed(got, self.ledger.fail(call, got, attempts=attempts))
            self._has_given_up = False
            return self.ledger.close(call, got.response, got.request_id, attempts=attempts)

    def _send(self, call: OpenCall) -> tuple[Received | Failed, int]:
        service = self.service()
        patience = patience_of(self.settings.model, self.sleep, has_given_up=self._has_given_up)
        return persist(
            patience,
            lambda: service.send(call.body),
            lambda found: self.ledger.may_repeat(call, found),
        )

    def _key(self, request: ModelRequest) -> str:
        if request.answer is None:
            return ""
        return f"{request.rung} {json.dumps(request.answer, sort_keys=True)}"
