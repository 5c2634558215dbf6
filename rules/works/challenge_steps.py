"""Writing a challenge one question after the other: which field is asked for next, and which may stay empty."""

from collections.abc import Mapping

from rules.reading.form_fields import Field, Vocabulary
from rules.works.challenge import FORM, NEEDS, UNUSED, ChallengeKind


def kind_of(written: Mapping[str, str], vocabulary: Vocabulary) -> ChallengeKind:
    """The kind that has been written so far, STANDARD until then."""
    return ChallengeKind(vocabulary.choice_called("kind", written.get("kind", "")) or ChallengeKind.STANDARD)


def next_to_ask(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> Field | None:
    """The field to ask for next, going step by step; None when nothing is left to ask."""
    unused = UNUSED[kind_of(written, vocabulary)]
    open_fields = (part for part in FORM if part.name not in written and part.name not in (*skipped, *unused))
    return next(open_fields, None)


def last_asked(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> Field | None:
    """The field that was asked for last, going step by step; None at the beginning."""
    unused = UNUSED[kind_of(written, vocabulary)]
    done = [part for part in FORM if part.name in (*written, *skipped) and part.name not in unused]
    return done[-1] if done else None


def progress(written: Mapping[str, str], skipped: tuple[str, ...], vocabulary: Vocabulary) -> tuple[int, int]:
    """Which-th question is asked now, and how many there are for that kind of challenge."""
    unused = UNUSED[kind_of(written, vocabulary)]
    asked = [part.name for part in FORM if part.name not in unused]
    return sum(name in (*written, *skipped) for name in asked) + 1, len(asked)


def may_skip(part: Field, kind: ChallengeKind) -> bool:
    """Whether the field may be left empty in a challenge of that kind."""
    return not part.required and part.name not in NEEDS[kind]
