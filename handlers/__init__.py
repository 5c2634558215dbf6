"""How people reach us: routes that parse, permit, call one action and say one thing."""

from dataclasses import replace

from handlers import showcase
from handlers.daily import (
    acceptance,
    bulletin,
    checkin,
    feature,
    idea,
    idea_desk,
    knowledge,
    pick,
    question,
    recheck,
    share,
    support,
    thanks,
    topic,
)
from handlers.fairness import (
    appeal,
    batch,
    contact,
    covenant,
    feedback,
    feedback_adopted,
    feedback_desk,
    feedback_sealed,
    grant,
    log,
    member,
    order_digest,
    record,
    report,
    sanction,
    undo,
    welcome,
    why,
)
from handlers.honour import (
    announcements,
    award,
    badge,
    badge_desk,
    boards,
    card,
    ceremony,
    core,
    core_arrival,
    core_desk,
    guide,
    hall,
    keepsake,
    levels,
    me,
    mentor,
    mentor_desk,
    mentoring,
    mentoring_thread,
    mentoring_watch,
    nomination,
    portrait,
    shortlist,
    tag,
)
from handlers.journey import radar
from handlers.operations import audit, broadcast, doctor, export, incident, missed, note, quiet, roles, schedule, setup
from handlers.operations.help import helping
from handlers.routes import Command, Job, Route
from handlers.shop import address, code, editreward, order, order_desk, reward, shop, want
from handlers.works import (
    attendance,
    challenge,
    editchallenge,
    editevent,
    event,
    event_after,
    newchallenge,
    newevent,
    newquiz,
    own_work,
    publishing,
    quiz,
    quizbank,
    review,
    submission,
    trust,
    trust_desk,
)
from messages.vocabulary import opening, privately, spoken, tagged

# The product's table of contents. Its order decides nothing.
FEATURES = (
    checkin,
    me,
    boards,
    thanks,
    share,
    feature,
    pick,
    support,
    topic,
    idea,
    idea_desk,
    levels,
    tag,
    core,
    core_arrival,
    core_desk,
    card,
    keepsake,
    badge,
    badge_desk,
    guide,
    award,
    nomination,
    shortlist,
    ceremony,
    hall,
    portrait,
    mentor,
    mentor_desk,
    mentoring,
    mentoring_thread,
    mentoring_watch,
    covenant,
    contact,
    feedback,
    feedback_adopted,
    feedback_desk,
    feedback_sealed,
    question,
    acceptance,
    knowledge,
    bulletin,
    recheck,
    radar,
    shop,
    want,
    address,
    code,
    order,
    order_desk,
    reward,
    editreward,
    challenge,
    submission,
    own_work,
    review,
    showcase,
    publishing,
    event,
    newevent,
    editevent,
    event_after,
    attendance,
    newchallenge,
    editchallenge,
    quiz,
    newquiz,
    quizbank,
    trust,
    trust_desk,
    why,
    setup,
    doctor,
    incident,
    missed,
    grant,
    batch,
    undo,
    member,
    sanction,
    appeal,
    record,
    report,
    order_digest,
    log,
    quiet,
    export,
    broadcast,
    roles,
    audit,
    announcements,
    note,
    schedule,
    welcome,
)


def routes() -> tuple[Route, ...]:
    """The routes of every feature, and the help, which is made from them."""
    declared: list[Route] = [route for feature in FEATURES for route in getattr(feature, "ROUTES", ())]
    worded = [_worded(route) if isinstance(route, Command) else route for route in declared]
    return (*worded, *helping(worded, _worded))


def _worded(route: Command) -> Command:
    """A command with what people may say for it, in whatever language."""
    said, alone, opens, tags = (table.get(route.name, ()) for table in (spoken(), privately(), opening(), tagged()))
    return replace(route, words=said, private_words=alone, openings=opens, tags=tags)


def jobs() -> tuple[Job, ...]:
    """The scheduled jobs of every feature."""
    return tuple(job for feature in FEATURES for job in getattr(feature, "JOBS", ()))
