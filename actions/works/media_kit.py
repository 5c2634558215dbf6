"""A challenge's media kit: put together while it is written, handed out to those who take part."""

from msgspec import Struct

from actions import draft as drafts
from rules.files import File
from rules.people import Member
from rules.works.challenge import Challenge, ChallengeKind
from rules.works.media_kit import FILES_MOST, JoinForKit, KitFull, MediaKit, NoKit, fits_button
from storage.engine.tx import Tx
from storage.works import challenges, media_kits


class KitDrafted(Struct, frozen=True):
    """So many `files` go with what is being written, of `most`."""

    files: int
    most: int


def open_files(tx: Tx, draft: int, challenge: int | None) -> KitDrafted:
    """The files of the draft; of one that changes a challenge, those it has. Raises AlreadyPublished, ButtonGone."""
    drafts.require_open(tx, draft)
    if challenge is not None and not media_kits.of_draft(tx, draft):
        for file in media_kits.of_challenge(tx, challenge):
            media_kits.add(tx, draft, file)
    return _drafted(tx, draft)


def add(tx: Tx, draft: int, file: File) -> KitDrafted:
    """One file more; the same one twice is one. Raises KitFull, AlreadyPublished, ButtonGone."""
    drafts.require_open(tx, draft)
    media_kits.add(tx, draft, file)
    if len(media_kits.of_draft(tx, draft)) > FILES_MOST:
        raise KitFull(FILES_MOST)
    return _drafted(tx, draft)


def clear(tx: Tx, draft: int) -> KitDrafted:
    """None of them. Raises AlreadyPublished, ButtonGone."""
    drafts.require_open(tx, draft)
    media_kits.clear(tx, draft)
    return _drafted(tx, draft)


def settle(tx: Tx, draft: int, challenge: int) -> bool:
    """The files of the draft are the challenge's now; whether that changed any."""
    files = media_kits.of_draft(tx, draft)
    if files == media_kits.of_challenge(tx, challenge):
        return False
    media_kits.put(tx, challenge, files)
    return True


def kit_of(tx: Tx, challenge: Challenge) -> MediaKit | None:
    """What those who take part are given, if anything. Files of a theme are examples: everybody sees them."""
    brief = challenge.brief
    files = media_kits.of_challenge(tx, challenge.id) if brief.kind is ChallengeKind.STANDARD else ()
    by_button = fits_button(brief.wording)
    kit = MediaKit(challenge.id, brief.title, brief.wording, brief.tag, brief.check, files, by_button)
    return kit if kit.wording or kit.tag or kit.files else None


def given(tx: Tx, challenge: Challenge, member: Member) -> MediaKit:
    """The kit, for one who takes part. Raises NoKit, JoinForKit."""
    kit = kit_of(tx, challenge)
    if kit is None:
        raise NoKit(challenge.brief.title)
    if not challenges.takes_part(tx, challenge.id, member.id):
        raise JoinForKit(challenge.id, challenge.brief.title)
    return kit


def _drafted(tx: Tx, draft: int) -> KitDrafted:
    return KitDrafted(len(media_kits.of_draft(tx, draft)), FILES_MOST)
