"""The covenant that a brand sets: a versioned text in numbered clauses."""

from dataclasses import dataclass

from rules.programme.faults import Faulty, require


@dataclass(frozen=True)
class Clause:
    """One numbered clause; sanctions cite its number. `text` is what members read, by locale."""

    title: str
    text: str


@dataclass(frozen=True)
class Covenant:
    """The covenant in force. Without clauses of the brand's own, the ones in `messages/` are shown."""

    version: int = 1
    clauses: tuple[Clause, ...] = ()

    def __post_init__(self) -> None:
        empty = [
            (f"clauses.{n}.{key}", "must not be empty")
            for n, clause in enumerate(self.clauses)
            for key in ("title", "text")
            if not getattr(clause, key).strip()
        ]
        if empty:
            raise Faulty(empty)
        require((self.version >= 1, "version", "counts from 1; raise it by one when the text changes"))
