"""`/feedback` before a name is chosen, and without one: nothing of it passes the inbox, the dialogues or the outbox.

These routes are `confided`: they are answered as they come in (bot/flow/confidant), from what stands in the update.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from msgspec import Struct

from actions.fairness import feedback, feedback_sealed
from actions.fairness.feedback_sealed import FeedbackReleased, FeedbackSealed, FeedbackSecret, FeedbackSeen
from handlers.call import Call
from handlers.confide import Await, Confide
from handlers.effects import Button, Edit, Effect, Effects, Keyboard, Reply, Show
from handlers.fairness.feedback_cards import FeedbackAsked, added, card, card_name
from handlers.routes import Command, Confided, Job, JobCall, Press, Scope, Shelf, Start, Where
from messages.vocabulary import meant
from rules.fairness.feedback import (
    CodeIncomplete,
    FeedbackEnough,
    FeedbackKind,
    FeedbackKindFirst,
    bare_code,
    is_code,
    is_nearly_code,
    joined,
    little,
    says_little,
)
from rules.reading.giving_up import gives_up
from rules.refusals import NotTaken
from storage.engine.tx import Tx
from storage.fairness.feedback_seals import Files

WAYS = ("named", "anonymous")
UNCHOSEN = "unchosen"
PICTURES = frozenset({"text", "photo"})


class FeedbackGuide(Struct, frozen=True):
    """How criticism becomes useful, and what is promised; `early`: something was said before the choice."""

    answer_hours: int
    decide_days: int
    early: bool


class FeedbackWay(Struct, frozen=True):
    """Whether it will be anonymous."""

    anonymous: bool


def begin(call: Call, tx: Tx) -> Effects:
    """`/feedback`: named or anonymous; `/feedback CODE`: what has become of it."""
    feedback.require_member(call.member)
    written = _without_its_name(call.words)
    if is_code(written):
        return _seen(call, tx, written)
    if is_nearly_code(written):
        raise CodeIncomplete(len(bare_code(written)))
    feedback.desk_of(tx)
    promises = call.occasion.programme.feedback
    early = bool(call.words.strip()) and not _payload(call.words)
    return Reply("feedback/guide", FeedbackGuide(promises.answer_hours, promises.decide_days, early), buttons=_ways())


def way(call: Call, tx: Tx) -> Effects:
    """Then what it is about. What is said anonymously before that is heard by nobody else."""
    anonymous = call.data["words"] == "anonymous"
    action = "feedback.seal" if anonymous else "feedback.write"
    kinds = [
        [Button(f"feedback/kind_{kind.value}", action, {"words": kind.value}, standing=True)] for kind in FeedbackKind
    ]
    told = Edit("feedback/kind", FeedbackWay(anonymous), buttons=kinds)
    return [told, Await(UNCHOSEN)] if anonymous else told


def ask(call: Call, tx: Tx) -> Effects:
    """The words are asked for by a message that tells, when it is replied to, all that is known."""
    kind = FeedbackKind(call.data["words"])
    return Confide("feedback", kind.value, "feedback/ask_anonymous", FeedbackAsked(kind))


def ask_more(call: Call, tx: Tx) -> Effects:
    """More to say to the ticket of a code."""
    return Confide("feedback", f"more-{call.data['words']}", "feedback/ask_anonymous_more")


def said(call: Call, tx: Tx) -> Effects:
    """Anonymous words and pictures have come, with what their question had told; further pictures say nothing.

    Words that give up are none.
    """
    feedback.require_member(call.member)
    message, payload = call.message, str(call.data["payload"])
    assert message is not None
    if message.holds not in PICTURES:
        raise NotTaken(message.holds, ("photo",))
    if message.media is None and gives_up(call.words):
        return Reply("feedback/unsaid")
    files = ((message.media.kind, message.media.file_id),) if message.media else ()
    if message.album and feedback_sealed.fill(tx, message.album, call.words, files):
        return None
    most = call.occasion.programme.feedback.per_day
    if call.data["today"] >= most:
        raise FeedbackEnough(most)
    secret = FeedbackSecret(call.data["key"], call.data["code"])
    if payload.startswith("more-"):
        code = payload.removeprefix("more-")
        done = feedback_sealed.seal_more(tx, secret, code, call.words, files, message.album, call.occasion)
        return _told("feedback/followed", code, done)
    return _begun(call, tx, payload, secret, files)


def _begun(call: Call, tx: Tx, payload: str, secret: FeedbackSecret, files: Files) -> Confide:
    """A ticket of its own; after a word or two a line more is asked for, and the question carries them."""
    assert call.message is not None
    name, before = _carried(payload)
    if name not in set(FeedbackKind):
        raise FeedbackKindFirst
    kind, words = FeedbackKind(name), joined(before, call.words)
    if says_little(words) and not files:
        said = little(words)
        return Confide("feedback", _carrying(kind, said), "feedback/ask_anonymous", FeedbackAsked(kind, said))
    sealed = feedback_sealed.seal(tx, secret, kind, words, files, call.message.album, call.occasion)
    return _told("feedback/sealed", sealed.code, sealed)


def release(call: JobCall, tx: Tx) -> Effects:
    """All that is anonymous and waits goes to the staff group, shuffled."""
    return _released(tx, feedback_sealed.release(tx, call.occasion))


def _released(tx: Tx, batch: FeedbackReleased) -> list[Effect]:
    found: list[Effect] = []
    for ticket, files in batch.tickets:
        found += [card(ticket), *_shown(files, ticket.desk, ticket.number)]
    for one, files in batch.said:
        found += [added(tx, one), *_shown(files, one.desk, one.number)]
    return found


def _shown(files: Files, desk: int, number: int) -> list[Effect]:
    return [Show(files, group=desk, keep=f"{card_name(number)}:file")] if files else []


def _seen(call: Call, tx: Tx, code: str) -> Effects:
    seen = feedback_sealed.look(tx, code, call.occasion)
    bare = bare_code(seen.code)
    rows = [[Button("feedback/more", "feedback.seal_more", {"words": bare}, standing=True)]]
    if seen.claimable:
        rows.append([Button("feedback/name_me", "feedback.sure", {"words": bare}, standing=True)])
    return _told("feedback/seen", bare, seen, rows)


def sure(call: Call, tx: Tx) -> Effects:
    """Their name can't be taken back from those who have read it: asked once more, and no trace of the question either."""
    seen = feedback_sealed.look(tx, call.data["words"], call.occasion)
    if not seen.claimable:
        return _seen(call, tx, seen.code)
    bare = bare_code(seen.code)
    named = Button("feedback/name_me_now", "feedback.claim", {"words": bare}, standing=True)
    return _told("feedback/sure", bare, seen, [[named]])


def _told(template: str, code: str, outcome: FeedbackSealed | FeedbackSeen, buttons: Keyboard = ()) -> Confide:
    """What is said about the ticket of a code: a reply to it goes on with that ticket, and leaves no trace either."""
    return Confide("feedback", f"more-{bare_code(code)}", template, outcome, asks=False, buttons=buttons)


def _without_its_name(words: str) -> str:
    """A code before which it is said that it is one."""
    named, _, code = words.strip().replace("：", ":").replace(":", " ").partition(" ")
    return code.strip() if meant("feedback", "code", named) else words


def _payload(words: str) -> bool:
    """Whether it is what a question of ours leads to when it is tapped instead of answered."""
    return words.partition("-")[0] in {*FeedbackKind, "more"}


def _carrying(kind: FeedbackKind, said: str) -> str:
    """A payload with the little that was said, in the letters that a link of ours may have."""
    return f"{kind.value}-{urlsafe_b64encode(said.encode()).decode().rstrip('=')}"


def _carried(payload: str) -> tuple[str, str]:
    """What was chosen, and the little that was said; nothing of what no question of ours has carried."""
    name, _, said = payload.partition("-")
    try:
        return name, urlsafe_b64decode(said + "=" * (-len(said) % 4)).decode()
    except ValueError:
        return name, ""


def _ways() -> Keyboard:
    return [[Button(f"feedback/way_{way}", "feedback.way", {"words": way}, standing=True)] for way in WAYS]


ROUTES = (
    Command(
        "feedback", begin, shelf=Shelf.RULES, place=42, where=Where.PRIVATE, fades=True, discreet=True, confided=True
    ),
    Start("feedback", begin, confided=True),
    Press("feedback.way", way, standing=True, among=WAYS, confided=True),
    Press("feedback.seal", ask, standing=True, among=tuple(FeedbackKind), confided=True),
    Press("feedback.seal_more", ask_more, standing=True, confided=True),
    Press("feedback.sure", sure, standing=True, confided=True),
    Confided("feedback", said),
)
JOBS = (Job("feedback_release", release, Scope.BRAND, cron="0 20 * * *", late_s=7 * 86_400),)
