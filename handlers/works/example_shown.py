"""The examples of a theme, shown in private to whoever opens the challenge: they stand there once, however often it is opened."""

from collections.abc import Iterator

from actions.works import example
from actions.works.challenge import known
from handlers.call import Call, ChatKind
from handlers.effects import Delete, Effect, Show, Tell
from rules.files import File, batches
from rules.works.example import Example, Examples
from storage.engine.tx import Tx

MOST = 6
Shown = tuple[list[File], Example | None]


def examples_shown(call: Call, tx: Tx, number: int) -> list[Effect]:
    """Each work with its author and words, and what staff have put to it; what was shown before goes."""
    found = example.examples_of(tx, known(tx, number)) if call.chat.kind is ChatKind.PRIVATE else None
    if found is None:
        return []
    names = [f"examples:{call.member.id}:{nth}" for nth in range(MOST)]
    gone = [Delete(keep=name) for name in names]
    return [*gone, *(_effect(call, one, name) for one, name in zip(_parts(found), names, strict=False))]


def _parts(found: Examples) -> Iterator[Shown]:
    """Albums and single files; the first ones of a work, or none, carry its words."""
    yield from ((files, None) for files in batches(found.files))
    for work in found.works:
        first, *others = batches(work.files) or [[]]
        yield first, work
        yield from ((files, None) for files in others)


def _effect(call: Call, shown: Shown, name: str) -> Effect:
    files, work = shown
    template = "challenge/example" if work else None
    if work and not files:
        return Tell(call.member.id, "challenge/example", work, keep=name)
    return Show([(file.kind, file.file_id) for file in files], template, work, member=call.member.id, keep=name)
