"""`/contact`: a member writes to the staff, who answer by replying in their own group; both ways pass through the bot.

The member answers as well by replying to what came from there.
"""

from actions import dialogue
from actions.fairness import contact as actions
from actions.fairness.contact import ContactClosed, Relayed
from handlers.call import Call
from handlers.cards import name_replied
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Post, React, Reply, Show, Tell
from handlers.routes import ALL_STAFF, FILES, Command, Given, Observe, On, Press, Prompted, Shelf, Start, Where
from messages.vocabulary import meant
from rules.fairness.contact import ContactInWords
from rules.files import File
from rules.markup import Marked, cut
from rules.people import Part
from rules.reading.typed import bare
from rules.values import replace
from storage import groups
from storage.engine.tx import Tx
from storage.fairness import contacts
from storage.shop import codes

LASTS_S = 30 * 86_400


def contact(call: Call, tx: Tx) -> Effects:
    """With words they go at once, without they are asked for."""
    if not call.words.strip():
        return _ask()
    dialogue.give_up(tx, call.member, "contact.words", {})
    return _relayed(call, tx)


def more(call: Call, tx: Tx) -> Effects:
    """The button under an answer: more to say."""
    return _ask()


def written(call: Call, tx: Tx) -> Effects:
    """What the member wants to say."""
    said = call.words.strip() or (call.message and call.message.media)
    return (spoken(call, tx) or _relayed(call, tx)) if said else _ask()


def spoken(call: Call, tx: Tx) -> Effects:
    """The name of a button under an answer, typed while the conversation is open."""
    message = call.message
    if message is None or message.media or contacts.open_of(tx, call.member.id) is None:
        return None
    match meant("contact", "talk", bare(message.text)):
        case "enough":
            return _enough(call, tx, Reply)
        case "more":
            return _ask()
    return None


def replied(call: Call, tx: Tx) -> Effects:
    """A reply to what came from the staff, or to the word that theirs was passed on, goes to them as well."""
    message = call.message
    if message is None or call.reply_to is None or message.further or not (message.text or message.media):
        return None
    if _number(name_replied(call, tx)) is None:
        return None
    return _relayed(replace(call, words_at=0), tx)


def pass_on(call: Call, tx: Tx) -> Effects:
    """The button under words that were not understood: those very words, and what came with them."""
    data = call.data
    files = [File(*data["file"])] if data["file"] else []
    done = actions.write(tx, call.member, Marked(data["words"]), files, data["album"], call.occasion)
    return _sent(tx, done, data["album"])


def enough(call: Call, tx: Tx) -> Effects:
    """The member has what they need."""
    return _enough(call, tx, Edit)


def _enough(call: Call, tx: Tx, say: type[Edit | Reply]) -> list[Effect]:
    done = actions.close(tx, actions.of_member(tx, call.member).id, call.member, call.occasion)
    staff = groups.staff(tx)
    told = [Post(staff.id, "contact/closed", done, quiet=True)] if staff else []
    return [say("contact/thanked", done), *told]


def answered(call: Call, tx: Tx) -> Effects:
    """A reply of the staff to words of a member goes back to that member."""
    if call.group.part is not Part.STAFF or call.reply_to is None or not call.message or not call.roles & ALL_STAFF:
        return None
    number = _number(name_replied(call, tx))
    if number is None:
        return None
    if call.message.further and not call.message.text:
        return None
    if not call.message.text or call.message.media:
        raise ContactInWords
    done = actions.answer(tx, number, call.member, call.message.marked, call.occasion)
    keep = f"contact:{done.id}:{done.nth}:answer"
    return React("✍"), Tell(done.member, "contact/answered", done, buttons=_choices(), keep=keep)


def close(call: Call, tx: Tx) -> Effects:
    """One of the staff ends it."""
    done = actions.close(tx, call.data["contact"], call.member, call.occasion)
    return Edit("contact/closed", done), _told(done)


def _ask() -> Ask:
    return Ask("contact.words", "contact/ask")


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album goes after the first one, and its words as well."""
    message = call.message
    if message is None or message.album is None or message.media is None or not message.further:
        return None
    done = actions.goes_on(tx, call.member, message.album, message.marked, call.occasion)
    if done is None:
        return None
    return [*([_card(tx, done)] if done.words else []), *_files(done, message.album)]


def _relayed(call: Call, tx: Tx) -> list[Effect]:
    message = call.message
    file, album = (message.file, message.album) if message else (None, None)
    files = [file] if file else []
    return _sent(tx, actions.write(tx, call.member, _words(call), files, album, call.occasion), album)


def _words(call: Call) -> Marked:
    """What is said, as it was formatted."""
    if call.message is None or call.words_at is None:
        return Marked(call.words)
    return cut(call.message.marked, call.words_at, len(call.message.text))


def _sent(tx: Tx, done: Relayed, album: str | None) -> list[Effect]:
    keep = f"contact:{done.id}:{done.nth}:sent"
    return [Reply("contact/sent", done, buttons=_choices(), keep=keep), _card(tx, done), *_files(done, album)]


def _files(done: Relayed, album: str | None) -> list[Effect]:
    """What came along, an album as one; a reply to it answers as one to the words does."""
    if not done.files:
        return []
    files, keep = tuple((file.kind, file.file_id) for file in done.files), f"contact:{done.id}:{done.nth}:file"
    if len(files) > 1 or album is None:
        return [Show(files, group=done.desk, keep=keep)]
    return [Show(files, group=done.desk, keep=keep, gather=f"contact:{done.id}:{album}")]


def _card(tx: Tx, done: Relayed) -> Post:
    """Whoever was given codes may write about one that does not work: the card leads to them."""
    end = Button("contact/close", "contact.close", {"contact": done.id}, anyone=True, once=False, lasts_s=LASTS_S)
    given = Button(
        "contact/codes", "order.codes_given", {"member": done.member}, anyone=True, once=False, lasts_s=LASTS_S
    )
    row = (given, end) if codes.given_count(tx, done.member) else (end,)
    return Post(done.desk, "contact/asked", done, buttons=(row,), keep=f"contact:{done.id}:{done.nth}")


def _choices() -> Keyboard:
    return (
        (
            Button("contact/more", "contact.more", once=False, lasts_s=LASTS_S),
            Button("contact/enough", "contact.enough", once=False, lasts_s=LASTS_S),
        ),
    )


def _told(done: ContactClosed) -> Tell:
    return Tell(done.member, "contact/ended", done)


def _number(name: str | None) -> int | None:
    noun, _, rest = (name or "").partition(":")
    return int(rest.partition(":")[0]) if noun == "contact" else None


ROUTES = (
    Command(
        "contact",
        contact,
        shelf=Shelf.RULES,
        place=40,
        where=Where.PRIVATE,
        stays="words to the staff",
        takes=FILES,
        outside=True,
    ),
    Start("contact", more, outside=True),
    Prompted("contact.words", written, Given.AT_ONCE, takes=FILES, even_empty=True, outside=True),
    Press("contact.more", more, outside=True),
    Press("contact.pass_on", pass_on, outside=True),
    Press("contact.enough", enough, outside=True),
    Press("contact.close", close, who=ALL_STAFF),
    Observe(On.PRIVATE_TALK, "contact_piece", piece, turn=10, outside=True),
    Observe(On.PRIVATE_TALK, "contact_spoken", spoken, turn=12, outside=True),
    Observe(On.PRIVATE_TALK, "contact_reply", replied, turn=14, outside=True),
    Observe(On.TALK, "contact_answer", answered, turn=25),
)
