"""A challenge's media kit as it comes to somebody in private: the files, then the words with buttons that copy them."""

from handlers.call import Call
from handlers.effects import Button, Copy, Effect, Keyboard, Show, Tell
from rules.files import batches
from rules.people import Member
from rules.works.media_kit import MediaKit


def handed(call: Call, kit: MediaKit) -> list[Effect]:
    """To the caller; to whom the bot can't write yet, it comes when they press start, and the files by a button of it."""
    albums = [[(file.kind, file.file_id) for file in some] for some in batches(kit.files)]
    files: list[Effect] = [Show(album, member=call.member.id) for album in albums] if call.member.reachable else []
    return [*files, Tell(call.member.id, "media_kit/handed", kit, _buttons(call.member, kit))]


def again(challenge: int) -> Button:
    """The kit once more."""
    return Button("media_kit/again", "media_kit.again", {"challenge": challenge}, once=False)


def _buttons(member: Member, kit: MediaKit) -> Keyboard:
    words = (Copy("media_kit/copy_wording", kit.wording),) if kit.by_button else ()
    tag = (Copy("media_kit/copy_tag", f"#{kit.tag}"),) if kit.tag else ()
    files = (again(kit.challenge),) if kit.files and not member.reachable else ()
    hand_in = Button("submission/hand_in", "submission.guided", {"challenge": kit.challenge}, once=False)
    return [row for row in ((*words, *tag), files, (hand_in,)) if row]
