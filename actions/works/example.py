"""The examples of a theme: which works and files are shown to whoever opens the challenge."""

from rules.links import message_of
from rules.people import Group
from rules.showcase import Exhibited, number_in
from rules.works.challenge import Challenge, ChallengeKind
from rules.works.example import MOST, Example, Examples, work_named
from rules.works.submission import Submission, SubmissionStanding
from storage import groups, members
from storage.engine.tx import Tx
from storage.post import outbox
from storage.works import challenges, media_kits, submissions


def examples_of(tx: Tx, challenge: Challenge) -> Examples | None:
    """What there is to show, if anything; works that are not for everybody to see are left out."""
    if challenge.brief.kind is not ChallengeKind.FRAMEWORK:
        return None
    named = (_named(tx, line) for line in challenge.brief.examples)
    shown = (_example(tx, work) for work in named if work is not None and _is_public(work))
    works = [work for work in shown if work.text or work.files][:MOST]
    files = media_kits.of_challenge(tx, challenge.id)
    return Examples(challenge.id, challenge.brief.title, tuple(works), files) if works or files else None


def _named(tx: Tx, line: str) -> Submission | None:
    number = work_named(line)
    if number is not None:
        return submissions.get(tx, number)
    found = message_of(line)
    group = found and _group(tx, found[0])
    return _at(tx, group, found[1]) if found and group else None


def _group(tx: Tx, chat: int | str) -> Group | None:
    if isinstance(chat, int):
        return groups.by_chat(tx, chat)
    return next((group for group in groups.active(tx) if (group.username or "").casefold() == chat.casefold()), None)


def _at(tx: Tx, group: Group, message: int) -> Submission | None:
    """The work that is that message, or that the channel shows there."""
    work = submissions.at_message(tx, group.id, message)
    name = None if work else outbox.named(tx, group.chat_id, message)
    number = number_in(name, Exhibited.WORK) if name else None
    return submissions.get(tx, number) if number else work


def _is_public(work: Submission) -> bool:
    """Featured, or approved where everybody could read it."""
    approved = work.standing is SubmissionStanding.APPROVED and work.group is not None
    return work.standing is SubmissionStanding.FEATURED or approved


def _example(tx: Tx, work: Submission) -> Example:
    challenge = challenges.get(tx, work.challenge)
    assert challenge is not None, work
    found = submissions.work(tx, work.id, work.version)
    return Example(work.id, challenge.brief.title, members.get(tx, work.member).name, found.text, found.files)
