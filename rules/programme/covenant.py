"""The covenant that a brand sets: a text in numbered clauses."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from rules.programme.faults import require
from rules.programme.wording import Wording


@dataclass(frozen=True)
class Clause:
    """One numbered clause; sanctions cite its number. `text` is what members read."""

    title: Wording
    text: Wording


class Covenant(tuple[Clause, ...]):
    """The clauses in force. Without any of the brand's own, the ones in `messages/` are shown."""

    __slots__ = ()

    def __new__(cls, clauses: Iterable[Clause] = ()) -> Self:
        covenant = super().__new__(cls, clauses)
        require(
            *(
                (bool(getattr(clause, key).strip()), f"{n}.{key}", "must not be empty")
                for n, clause in enumerate(covenant)
                for key in ("title", "text")
            )
        )
        return covenant
