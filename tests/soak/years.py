"""Years of nights in a row: random kills, edits and deliveries between runs, all accounted for."""

from __future__ import annotations

import random
from collections import Counter
from typing import Protocol

from backend.store.last_runs import read_run
from backend.store.lock import read_lock
from backend.store.rollup import read_rollup
from backend.store.runs_log import read_records
from tests.faults.acting import Acted
from tests.faults.holding import (
    ENTRIES,
    Deliveries,
    Known,
    assert_healed,
    assert_sound,
    deliver,
    known,
)
from tests.tiny_workspace import TinyWorkspace, entry

OPTIONS = [(), (), ("--changed-only",), ("--no-compile",), ("--wait", "60")]
WAIVER = ("waive", "PRICE", "--until", "2099-01-01", "--by", "ann", "--why", "known")
RETENTION = "[retention]\nartifacts = 30\nevents = 20\nhistory = 60\n"


class Actor(Protocol):
    """Runs one command, and kills it on the way where ``dies``."""

    def __call__(self, *argv: str, night: int, dies: bool) -> Acted: ...


class Nights:
    """A workspace that is edited, delivered to, run and killed by chance."""

    def __init__(self, tiny: TinyWorkspace, deliveries: Deliveries, seed: int) -> None:
        self.tiny = tiny
        self.deliveries = deliveries
        self.came: Counter[str] = Counter()
        self._draw = random.Random(seed)
        tiny.workspace.settings_file.write_text(RETENTION)

    def live(self, act: Actor, nights: int) -> None:
        """Let them pass; what is on record is looked at after each, and all of it now and then."""
        before = known(self.tiny.workspace)
        for night in range(nights):
            self._change()
            logged = len(read_records(self.tiny.workspace).records)
            dies = night > 0 and self._draw.random() < 0.5
            acted = act(*self._command(night), night=night, dies=dies)
            self._account(acted, logged)
            if night % 10 == 9:
                self._look(before)
                before = known(self.tiny.workspace)

    def end(self, act: Actor, nights: int) -> None:
        """The last run comes to its end; then everything that ever was is gone through."""
        before = known(self.tiny.workspace)
        assert act("run", "--offline", night=nights, dies=False).code == 3
        self._look(before)
        assert_healed(self.tiny.workspace)
        records = known(self.tiny.workspace).records
        rows = read_rollup(self.tiny.workspace).rows or {}
        for check_id, row in rows.items():
            assert row.runs == sum(record.check_id == check_id for record in records)
        assert not read_lock(self.tiny.workspace).is_held
        assert read_lock(self.tiny.workspace).holder is None

    def _change(self) -> None:
        if self._draw.random() < 0.4:
            limit = self._draw.randrange(4)
            self.tiny.write_checks(entry("PRICE", f"price must be at least {limit}"), *ENTRIES[1:])
        if self._draw.random() < 0.5:
            deliver(self.tiny, self.deliveries, self._draw.randrange(1, 9))

    def _command(self, night: int) -> tuple[str, ...]:
        drawn = self._draw.random()
        if night and drawn < 0.03:
            return WAIVER
        if night and drawn < 0.08:
            return ("clean",)
        return ("run", "--offline", *self._draw.choice(OPTIONS))

    def _account(self, acted: Acted, logged: int) -> None:
        """A run that ended has each check on record, one that was killed has what it came to."""
        self.deliveries.learn(self.tiny.workspace)
        new = read_records(self.tiny.workspace).records[logged:]
        assert "Traceback" not in acted.told[0], acted.told
        assert acted.code in (3, 0, -9), acted.told
        assert len({record.run_id for record in new}) <= 1
        if acted.code == 3:
            whole = read_run(self.tiny.workspace)
            assert sorted(r.check_id for r in whole.records) == sorted(
                e["check_id"] for e in ENTRIES
            )
            assert {r.run_id for r in new} <= {r.run_id for r in whole.records}
            assert whole.trouble == ()
        elif acted.code == 0:
            assert not new
        self.came["killed" if acted.code == -9 else "ended"] += 1
        self.came["cut short"] += acted.code == -9 and 0 < len(new) < len(ENTRIES)

    def _look(self, before: Known) -> None:
        """Programs that ``clean`` took were not needed: the others are all there."""
        assert_sound(self.tiny.workspace, before._replace(compiled=frozenset()), self.deliveries)
