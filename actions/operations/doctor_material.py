"""What is wrong with what was to be seen: files that Telegram takes no more, designs that did not arrive, material out of date."""

from collections.abc import Iterator

from rules.journey.preference import DesignRound, PreferenceState, album_name, card_name
from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from storage.engine.tx import Tx
from storage.journey import preferences
from storage.post import misses, outbox
from storage.works import quiz_materials, quizzes

RECENT_S = 7 * 86_400


def material(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Files that were refused, rounds of designs that nobody can see or choose in, quizzes whose note is gone."""
    many, latest = misses.files_refused(tx, occasion.handled_at - RECENT_S)
    if many:
        yield Finding(Ailment.FILES_REFUSED, count=many, at=latest)
    yield from _designs(tx)
    for quiz in quizzes.open_ones(tx, occasion.now):
        note = quiz.terms.note
        if note is not None and quiz_materials.title(tx, note, occasion.now) is None:
            kept = ("page",) if quiz.terms.link else ()
            yield Finding(Ailment.MATERIAL_GONE, quiz.terms.title, quiz.id, names=(str(note), *kept))


def _designs(tx: Tx) -> Iterator[Finding]:
    for one in preferences.undecided(tx):
        if one.state is PreferenceState.VOTING:
            missing = tuple(_missing(tx, preferences.rounds(tx, one.id)[-1], len(one.plan.criteria)))
            if missing:
                yield Finding(Ailment.DESIGNS_UNSEEN, one.plan.title, one.id, names=missing)


def _missing(tx: Tx, found: DesignRound, criteria: int) -> Iterator[str]:
    """What of a round did not arrive, or may not have."""
    if not _there(tx, album_name(found.id)):
        yield "album"
    if not all(_there(tx, card_name(found.id, place)) for place in range(1, criteria + 1)):
        yield "cards"


def _there(tx: Tx, name: str) -> bool:
    return outbox.kept(tx, name) is not None or outbox.awaits(tx, name)
