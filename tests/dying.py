"""A stage whose bot may die at one of its commits, just before it or just after, and begins anew: people do not notice.

What is said to Telegram and noted there dies elsewhere (tests/chat/test_killed.py): no points hang on it.
"""

from collections.abc import Callable
from typing import TypeVar

from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.post.letters import Queued
from tests.stage import Stage

T = TypeVar("T")


class Died(BaseException):
    """The process is gone."""


class Mortal(Stage):
    """It dies once, at the commit of that number which writes something; `after` it, else before. 0: never."""

    def __init__(self, programme: Programme | None = None, dies_at: int = 0, *, after: bool = False) -> None:
        self.commits, self.alive, self.lives, self.dies_at = 0, 0, 1, 0
        self.after = after
        super().__init__(programme)
        self.commits, self.dies_at = 0, dies_at

    def play(self) -> None:
        """Handle what people did, in as many lives as it takes."""
        self._through(super().play)

    def tick(self) -> None:
        """What is due, in as many lives as it takes."""
        self._through(super().tick)

    def do(self, work: Callable[[Tx], T]) -> T:
        """A transaction; while the bot works, one that may be its last."""
        if not self.alive:
            return super().do(work)
        at = self.commits
        result = super().do(lambda tx: self._counted(tx, work))
        if self.after and at < self.dies_at <= self.commits:
            raise Died
        return result

    def _counted(self, tx: Tx, work: Callable[[Tx], T]) -> T:
        before = tx.writes
        result = work(tx)
        if tx.writes != before:
            self.commits += 1
            if not self.after and self.commits == self.dies_at:
                raise Died
        return result

    def _through(self, work: Callable[[], None]) -> None:
        while True:
            self.alive += 1
            try:
                work()
                return
            except Died:
                self.lives += 1
            finally:
                self.alive -= 1
            self.restart(self.programme)

    def _take_in(self) -> None:
        """What Telegram has not heard to be taken in, it tells once more."""
        waiting = list(self.world.updates._queue)
        try:
            super()._take_in()
        except Died:
            self.world.updates._queue.extendleft(reversed(waiting))
            raise

    def _send(self, letters: list[Queued], now: int) -> None:
        alive, self.alive = self.alive, 0
        try:
            super()._send(letters, now)
        finally:
            self.alive = alive
