"""`/contact`: a member writes to the staff, who answer by replying in their own group; both ways pass through the bot."""

from actions.fairness import contact as actions
from actions.fairness.contact import ContactClosed, Relayed
from handlers.call import Call, Media
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Post, React, Reply, Show, Tell
from handlers.routes import ALL_STAFF, FILES, Command, Observe, On, Press, Prompted, Shelf, Start, Where
from rules.fairness.contact import ContactInWords
from rules.people import Part
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 30 * 86_400


def contact(call: Call, tx: Tx) -> Effects:
    """With words they go at once, without they are asked for."""
    return _relayed(call, tx) if call.words.strip() else _ask()


def more(call: Call, tx: Tx) -> Effects:
    """The button under an answer: more to say."""
    return _ask()


def written(call: Call, tx: Tx) -> Effects:
    """What the member wants to say."""
    said = call.words.strip() or (call.message and call.message.media)
    return _relayed(call, tx) if said else _ask()


def enough(call: Call, tx: Tx) -> Effects:
    """The member has what they need."""
    done = actions.close(tx, actions.of_member(tx, call.member).id, call.member, call.occasion)
    staff = groups.staff(tx)
    told = [Post(staff.id, "contact/closed", done, quiet=True)] if staff else []
    return [Edit("contact/thanked", done), *told]


def answered(call: Call, tx: Tx) -> Effects:
    """A reply of the staff to words of a member goes back to that member."""
    if call.group.part is not Part.STAFF or call.reply_to is None or not call.message or not call.roles & ALL_STAFF:
        return None
    number = _number(outbox.named(tx, call.chat.id, call.reply_to.id))
    if number is None:
        return None
    if call.message.further and not call.message.text:
        return None
    if not call.message.text or call.message.media:
        raise ContactInWords
    done = actions.answer(tx, number, call.member, call.message.text, call.occasion)
    return React("✍"), Tell(done.member, "contact/answered", done, buttons=_choices())


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
    done = actions.goes_on(tx, call.member, message.album, message.text, call.occasion)
    if done is None:
        return None
    return [*_files(message.media, done), *([_card(done)] if done.words else [])]


def _relayed(call: Call, tx: Tx) -> list[Effect]:
    message = call.message
    media, album = (message.media, message.album) if message else (None, None)
    done = actions.write(tx, call.member, call.words, 1 if media else 0, album, call.occasion)
    return [Reply("contact/sent", done, buttons=_choices()), *_files(media, done), _card(done)]


def _files(media: Media | None, done: Relayed) -> list[Effect]:
    """What came along; a reply to it answers as one to the words does."""
    if media is None:
        return []
    return [Show(((media.kind, media.file_id),), group=done.desk, keep=f"contact:{done.id}:{done.nth}:file")]


def _card(done: Relayed) -> Post:
    end = Button("contact/close", "contact.close", {"contact": done.id}, anyone=True, once=False, lasts_s=LASTS_S)
    return Post(done.desk, "contact/asked", done, buttons=((end,),), keep=f"contact:{done.id}:{done.nth}")


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
        "contact", contact, shelf=Shelf.RULES, place=40, where=Where.PRIVATE, stays="words to the staff", takes=FILES
    ),
    Start("contact", more),
    Prompted("contact.words", written, takes=FILES),
    Press("contact.more", more),
    Press("contact.enough", enough),
    Press("contact.close", close, who=ALL_STAFF),
    Observe(On.PRIVATE_TALK, "contact_piece", piece, turn=10),
    Observe(On.TALK, "contact_answer", answered, turn=25),
)
