"""Handing work in: in the group by command or hashtag, or guided in private."""

from actions import dialogue
from actions.works import submission
from actions.works.challenge import see
from actions.works.submission import HandInAhead, Rewritten, WorkStays
from handlers.ahead import RIGHT, said_of_gathered
from handlers.call import Call, ChatKind, Message
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, React, Reply, Whisper
from handlers.home import with_question
from handlers.own_message import below_anothers, own_replied
from handlers.routes import FILES, Command, Given, Observe, On, Press, Prompted, Shelf, Start
from handlers.works.desk import changed_afterwards, to_desk
from handlers.works.drafted import (
    BEFORE_THEM_S,
    LEFT_ASIDE,
    as_sent,
    gathered,
    in_album,
    packed,
    pieces,
    shown_anew,
    together,
    waits,
    words_in,
    work_of,
)
from handlers.works.submitted import acknowledged, further
from messages.vocabulary import tagged
from rules.links import message_link
from rules.reading.hashtags import hashtags
from rules.reading.numbers import leading, reference
from rules.values import replace
from rules.works.challenge import ChallengeNumberNeeded, ChallengeOver
from rules.works.submission import ForwardedWork, NotYourWork, Work, challenge_in, titled_in
from storage import albums
from storage.engine.tx import Tx
from storage.works import challenges, submissions


def submit(call: Call, tx: Tx) -> Effects:
    """`/submit 12` with the work or as a reply to it; `#挑战12` in the work itself."""
    assert call.message is not None
    number = _number(call, tx)
    if number is None:
        return None
    target = _target(call)
    if target is None:
        return _how(call, tx, number)
    work = work_of(call, tx, target)
    ahead = submission.ahead(tx, number, call.member, work, call.occasion)
    if ahead.replaces is not None:
        return Whisper("submission/replaces", ahead, buttons=_hand_in(call, ahead, work))
    done = submission.submit(tx, number, call.member, work, call.occasion)
    return acknowledged(call, tx, done, target)


def guided(call: Call, tx: Tx) -> Effects:
    """The button in private: the work is asked for."""
    return _ask(call, tx, call.data["challenge"])


def started(call: Call, tx: Tx) -> Effects:
    """The deep link of a group."""
    number = reference(call.words)
    if number is None:
        raise ChallengeNumberNeeded("submit")
    return _ask(call, tx, number)


def handed_in(call: Call, tx: Tx) -> Effects:
    """What the member sends after being asked: shown once more before it is handed in, with whatever follows it.

    A mere yes is no work; below the preview it hands in what stands there.
    """
    assert call.message is not None
    number, begun = call.data["challenge"], "work" in call.data
    if call.message.forwarded:
        raise ForwardedWork
    if begun and (said := said_of_gathered(call.message)):
        return _confirm(call, tx, Reply) if said == RIGHT else _ask(call, tx, number)
    if not call.words and call.message.media is None:
        return _shown(call, tx, as_sent(call, tx)) if begun else _ask(call, tx, number)
    return _gathered(gathered(call, tx, call.message), tx)


def reworded(call: Call, tx: Tx) -> Effects:
    """A message that stands in the preview was edited: it is shown as it is now, and the preview before hands in nothing."""
    return shown_anew(call, tx, "submission.work", _gathered)


def _gathered(call: Call, tx: Tx) -> Ask:
    return _shown(call, tx, together(call, tx))


def confirmed(call: Call, tx: Tx) -> Effects:
    """That is it, as of when it was sent or last edited: the reviewers have it, an album with every piece that has come."""
    return _confirm(call, tx, Edit)


def _confirm(call: Call, tx: Tx, say: type[Edit] | type[Reply]) -> Effects:
    """What stands in the preview is handed in: said in its place, or below it."""
    dialogue.require_newest(tx, call.member, "submission.work", call.data, "work", call.occasion)
    number, work = call.data["challenge"], as_sent(call, tx)
    if submission.would_replace(tx, number, call.member) != call.data["replaces"]:
        return _asked_anew(call, tx, work, say)
    done = submission.confirm(tx, number, call.member, work, call.data["said_at"], call.occasion, pieces(call))
    dialogue.sent(tx, call.member, "submission.work", call.data)
    seen = [React("👀", message=work.message, group=work.group)] if work.message else []
    return with_question(
        call,
        tx,
        [
            *seen,
            say("submission/submitted", done, buttons=further(call, tx, done)),
            *to_desk(tx, done.id, call.occasion),
        ],
    )


def left_alone(call: Call, tx: Tx) -> Effects:
    """What waits stays as it is."""
    return Edit("submission/left_alone")


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album joins the submission that is being made of it."""
    message = call.message
    file = message.file if message else None
    if message is None or message.album is None or file is None or message.forwarded:
        return None
    words = words_in(message.said) if message.text else ""
    joined = submission.add_piece(tx, message.album, call.member, file, words, call.occasion)
    return () if joined else None


def rest(call: Call, tx: Tx) -> Effects:
    """What an app cut off a long album comes as one of its own: it is no part of the work, and its author hears so."""
    message = call.message
    if message is None or message.album is None or message.further or message.text or message.forwarded:
        return None
    before = albums.full_before(tx, call.chat.id, message.id, call.occasion.handled_at)
    work = submissions.at_message(tx, call.group.id, before) if before is not None else None
    return Whisper("submission/second_album") if work and work.member == call.member.id else None


def edited(call: Call, tx: Tx) -> Effects:
    """The author has changed submitted work: it is reviewed anew, or they hear that it is not, nor goes to another challenge."""
    message = call.message
    if message is None:
        return None
    before = message.media.before if message.media else None
    now = Rewritten(words_in(message.said), message.file, before)
    done = submission.edited(tx, call.group.id, message.id, now, call.occasion, _tagged(message))
    if isinstance(done, WorkStays):
        link = message_link(call.chat.id, message.id)
        return [Whisper("submission/stays", done), *changed_afterwards(tx, done, call.member.name, link)]
    return acknowledged(call, tx, done, message) if done else None


def _tagged(message: Message) -> int | None:
    """The challenge whose number stands in its hashtag."""
    tag = next(hashtags(message.said, tagged()["submit"]), None)
    return challenge_in(tag.words, glued=tag.glued) if tag else None


def _is_new(call: Call, tx: Tx) -> bool:
    """Whether the message was not handed in before."""
    return call.message is not None and submissions.at_message(tx, call.group.id, call.message.id) is None


def _number(call: Call, tx: Tx) -> int | None:
    """The challenge that is meant: its number or title, else the only one the caller takes part in; None for mere talk.

    A hashtag alone is used for many things: of those who take part the number is asked, and below a picture of anybody;
    in private it is said to the bot.
    """
    message = call.message
    tag = next(hashtags(message.text, tagged()["submit"]), None) if message else None
    if (number := challenge_in(call.words, glued=bool(tag))) is not None:
        return number
    now = call.occasion.now
    running = challenges.running(tx, now)
    if call.words and (titled := titled_in(call.words, running)) is not None:
        return titled
    mine = challenges.joined_by(tx, call.member.id, now)
    if tag and call.chat.group and (tag.glued or not (mine or (running and message and message.media))):
        return None
    if tag or len(mine) != 1 or leading(call.words):
        raise ChallengeNumberNeeded("submit")
    return mine[0].id


def _target(call: Call) -> Message | None:
    """The message that is the work: the caller's own, if it holds anything, else the one it replies to."""
    message = call.message
    assert message is not None
    if message.media or (words_in(message.text) and not below_anothers(call)):
        return message
    return own_replied(call, NotYourWork, ForwardedWork)


def _hand_in(call: Call, ahead: HandInAhead, work: Work, *, said_at: int | None = None) -> Keyboard:
    """Handing it in; what would go is named. In private one may write it anew, or show it to somebody first.

    In a group what waits may be left alone.
    """
    data = {**packed(call, ahead.challenge, work, said_at), "replaces": ahead.replaces}
    label = "submission/replace" if ahead.replaces else "submission/confirm"
    yes = Button(label, "submission.confirm", data, outcome=ahead, style="success")
    if work.group is not None:
        return ((yes, Button("submission/leave_alone", "submission.leave_alone")),)
    again = Button("submission/again", "submission.guided", {"challenge": ahead.challenge}, once=False)
    look = ((Button("look/first", "look.show", data),),) if ahead.looks else ()
    return ((yes, again), *look)


def _shown(call: Call, tx: Tx, work: Work) -> Ask:
    """As it would be handed in; what is sent next, while they have it before them, goes along."""
    number = call.data["challenge"]
    ahead = submission.ahead(tx, number, call.member, work, call.occasion)
    ahead = replace(ahead, album=ahead.album or in_album(call))
    data, buttons = {**waits(call, number, work), "replaces": ahead.replaces}, _hand_in(call, ahead, work)
    return Ask("submission.work", "submission/preview", ahead, data, buttons=buttons, lasts_s=BEFORE_THEM_S)


def _asked_anew(call: Call, tx: Tx, work: Work, say: type[Edit] | type[Reply]) -> Effect:
    """What it would replace is not what was shown: it is said first, and the button stands elsewhere."""
    ahead = replace(submission.ahead(tx, call.data["challenge"], call.member, work, call.occasion), more=False)
    buttons = [tuple(reversed(row)) for row in _hand_in(call, ahead, work, said_at=call.data["said_at"])]
    template = "submission/preview" if work.group is None else "submission/replaces"
    return say(template, ahead, buttons=buttons)


def _ask(call: Call, tx: Tx, number: int) -> Ask:
    seen = see(tx, number, call.member, call.occasion)
    if not seen.open:
        raise ChallengeOver(seen.brief.title)
    return Ask("submission.work", "submission/ask", seen, data={"challenge": number})


def _how(call: Call, tx: Tx, number: int) -> Effects:
    if call.chat.kind is ChatKind.PRIVATE:
        return _ask(call, tx, number)
    seen = see(tx, number, call.member, call.occasion)
    return Whisper("submission/how", seen, buttons=((Link("submission/in_private", start=f"submit-{number}"),),))


ROUTES = (
    Command(
        "submit",
        submit,
        shelf=Shelf.CHALLENGES,
        place=20,
        covenant=True,
        stays="a work",
        takes=FILES,
        plain=True,
        afterwards=_is_new,
    ),
    Press("submission.guided", guided, covenant=True),
    Start("submit", started, covenant=True),
    Prompted(
        "submission.work",
        handed_in,
        Given.PREVIEWED,
        covenant=True,
        takes=FILES,
        plain=True,
        even_empty=True,
        aside=LEFT_ASIDE,
    ),
    Press("submission.confirm", confirmed, covenant=True),
    Press("submission.leave_alone", left_alone),
    Observe(On.TALK, "album_in_group", piece, turn=20),
    Observe(On.TALK, "rest_of_album", rest, turn=24),
    Observe(On.PRIVATE_TALK, "album_in_private", piece, turn=20),
    Observe(On.EDIT, "submission_edited", edited, turn=30),
    Observe(On.PRIVATE_EDIT, "work_reworded", reworded, turn=10),
)
