"""Polls, as far as a community bot needs them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Poll:
    """A question with options; votes are positions by person."""

    id: str
    question: str
    options: tuple[str, ...]
    anonymous: bool
    several: bool
    kind: str = "regular"
    correct: int | None = None
    closed: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def wire(self) -> dict[str, object]:
        """A Poll, as the Bot API writes it."""
        counts = [sum(i in chosen for chosen in self.votes.values()) for i in range(len(self.options))]
        body: dict[str, object] = {
            "id": self.id,
            "question": self.question,
            "options": [
                {"text": text, "voter_count": count, "persistent_id": str(i)}
                for i, (text, count) in enumerate(zip(self.options, counts, strict=True))
            ],
            "total_voter_count": len(self.votes),
            "is_closed": self.closed,
            "is_anonymous": self.anonymous,
            "type": self.kind,
            "allows_multiple_answers": self.several,
            "allows_revoting": True,
            "members_only": False,
        }
        return body | ({} if self.correct is None else {"correct_option_ids": [self.correct]})
