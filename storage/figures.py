"""What members have of each condition: one statement for each, of one member or of many by their numbers.

That it is the same statement makes what is found right after a deed and what is found at night the same.
"""

from collections.abc import Iterable

from storage.engine.tx import Tx

_THEIRS = "BETWEEN :first AND :last"
_PLAYING = "JOIN chat_group ON chat_group.id = membership.chat_group AND part IN ('community', 'core')"
_COUNTS = "taken_back_at IS NULL AND answerer <> acceptance.asker"


def _counts(rule: str) -> str:
    """Not taken back."""
    undone = "SELECT 1 FROM submission_undone WHERE submission_undone.submission = submission.id"
    return f"NOT EXISTS ({undone} AND rule = '{rule}')"


_NEWCOMER_S = 30 * 86_400
_LONG_S = 86_400
_APPROVED, _BEST = "'approved', 'featured'", "'featured'"
_FEATURED = f"standing = 'featured' AND {_counts('featured')}"


def one_work(standings: str = _APPROVED) -> str:
    """That it is no part of a lead whose whole stands so as well: what one has made for a team is one work."""
    return f"""
        NOT EXISTS (SELECT 1 FROM challenge AS part
        JOIN challenge AS whole ON whole.project = part.project AND whole.piece = 'whole'
        JOIN submission AS film ON film.challenge = whole.id AND film.member = submission.member
        WHERE part.id = submission.challenge AND part.piece = 'part'
        AND submission.standing IN ({standings}) AND film.standing IN ({standings})
        AND film.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission'))
    """


def _good(standings: str = _APPROVED) -> str:
    return f"stage = 'work' AND standing IN ({_APPROVED}) AND {_counts('submission')} AND {one_work(standings)}"


_ACCOMPANIED = "state = 'over' AND ending IN ('steps', 'time')"
_PASSED = f"submission WHERE member {_THEIRS} AND {_good()}"
_OUT = f"submission WHERE member {_THEIRS} AND {_good(_BEST)} AND {_FEATURED}"


def _of_challenge(standings: str = _APPROVED) -> str:
    return f"""
        FROM submission JOIN challenge ON challenge.id = submission.challenge
        WHERE submission.member {_THEIRS} AND {_good(standings)}
    """


_PASSED_QUIZ = f"""
    quiz_attempt JOIN quiz ON quiz.id = quiz_attempt.quiz WHERE member {_THEIRS} AND passed = 1 AND taken_back_at IS NULL
"""

_OUTSTANDING = f"feature WHERE member {_THEIRS} AND taken_back_at IS NULL"

_TRACKS = ("photo", "video", "writing", "tech", "helping")


def _of_track(track: str) -> str:
    return f"SELECT submission.member, count(*) AS n {_of_challenge()} AND track = '{track}' GROUP BY submission.member"


def _featured(which: str) -> str:
    whole = f"{_of_challenge(_BEST)} AND {_FEATURED}"
    return f"SELECT submission.member, count(*) AS n {whole} AND {which} GROUP BY submission.member"


_FIGURES = {
    "tenure_days": f"""
        SELECT membership.member, (:now - min(since)) / 86400 AS n FROM membership {_PLAYING}
        WHERE membership.member {_THEIRS} GROUP BY membership.member
    """,
    "founding_days": f"""
        SELECT membership.member, (CASE WHEN min(since) > founded.at THEN min(since) - founded.at ELSE 0 END) / 86400 AS n
        FROM membership {_PLAYING}
        CROSS JOIN (SELECT min(activated_at) AS at FROM chat_group WHERE part IN ('community', 'core')) AS founded
        WHERE membership.member {_THEIRS} GROUP BY membership.member, founded.at
    """,
    "clean_days": f"""
        SELECT membership.member,
        (:now - CASE WHEN ended.at > min(since) THEN ended.at ELSE min(since) END) / 86400 AS n FROM membership {_PLAYING}
        LEFT JOIN (SELECT member, max(coalesce(until, decided_at, at)) AS at FROM sanction
        WHERE member {_THEIRS} AND state IN ('running', 'over') GROUP BY member) AS ended ON ended.member = membership.member
        WHERE membership.member {_THEIRS} GROUP BY membership.member, ended.at
    """,
    "check_in_days": f"""
        SELECT member, count(*) AS n FROM check_in WHERE member {_THEIRS} AND how <> 'passed' GROUP BY member
    """,
    "longest_streak": f"SELECT member, max(streak) AS n FROM check_in WHERE member {_THEIRS} GROUP BY member",
    "answers_accepted": f"""
        SELECT answerer AS member, count(*) AS n FROM acceptance WHERE answerer {_THEIRS} AND {_COUNTS} GROUP BY answerer
    """,
    "answers_found_again": f"""
        SELECT answerer AS member, count(*) AS n FROM acceptance JOIN question ON question.found_in = acceptance.question
        WHERE answerer {_THEIRS} AND {_COUNTS} AND question.asker <> answerer GROUP BY answerer
    """,
    "long_waits_ended": f"""
        SELECT answerer AS member, count(*) AS n FROM acceptance JOIN question ON question.id = acceptance.question
        JOIN answer ON answer.chat_group = question.chat_group AND answer.message = acceptance.message
        WHERE answerer {_THEIRS} AND {_COUNTS} AND answer.at - asked_at >= {_LONG_S} GROUP BY answerer
    """,
    "questions_solved": f"""
        SELECT asker AS member, count(*) AS n FROM acceptance WHERE asker {_THEIRS} AND {_COUNTS} GROUP BY asker
    """,
    "people_helped": f"""
        SELECT member, count(*) AS n FROM (
        SELECT receiver AS member, giver AS other FROM thanks WHERE receiver {_THEIRS} AND outcome = 'credited'
        UNION SELECT answerer, asker FROM acceptance WHERE answerer {_THEIRS} AND {_COUNTS}) AS helped GROUP BY member
    """,
    "newcomers_helped": f"""
        SELECT member, count(*) AS n FROM (
        SELECT receiver AS member, giver AS other FROM thanks
        WHERE receiver {_THEIRS} AND outcome = 'credited' AND at - known_since < {_NEWCOMER_S}
        UNION SELECT answerer, asker FROM acceptance WHERE answerer {_THEIRS} AND {_COUNTS}
        AND at - coalesce((SELECT min(since) FROM membership WHERE membership.member = asker),
        (SELECT first_seen FROM member WHERE member.id = asker)) < {_NEWCOMER_S}) AS helped
        GROUP BY member
    """,
    "people_thanked": f"""
        SELECT giver AS member, count(DISTINCT receiver) AS n FROM thanks
        WHERE giver {_THEIRS} AND outcome = 'credited' GROUP BY giver
    """,
    "thanks_in_words": f"""
        SELECT giver AS member, count(*) AS n FROM thanks
        WHERE giver {_THEIRS} AND outcome = 'credited' AND reason IS NOT NULL GROUP BY giver
    """,
    "works_approved": f"SELECT member, count(*) AS n FROM {_PASSED} GROUP BY member",
    "works_featured": f"SELECT member, count(*) AS n FROM {_OUT} GROUP BY member",
    "works_improved": f"""
        SELECT member, count(*) AS n FROM {_PASSED} AND EXISTS (SELECT 1 FROM review
        WHERE review.submission = submission.id AND decision = 'returned') GROUP BY member
    """,
    "tracks_tried": f"SELECT submission.member, count(DISTINCT track) AS n {_of_challenge()} GROUP BY submission.member",
    **{f"{track}_works": _of_track(track) for track in _TRACKS},
    **{f"{track}_featured": _featured(f"track = '{track}'") for track in _TRACKS},
    "framework_featured": _featured("kind = 'framework'"),
    "open_works": f"""
        SELECT submission.member, count(*) AS n {_of_challenge()} AND kind = 'open' GROUP BY submission.member
    """,
    "discoveries_featured": f"SELECT member, count(*) AS n FROM {_OUTSTANDING} AND share IS NULL GROUP BY member",
    "shares_featured": f"SELECT member, count(*) AS n FROM {_OUTSTANDING} AND share IS NOT NULL GROUP BY member",
    "suggestions_adopted": f"""
        SELECT own.member, count(*) AS n FROM feedback AS own
        JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)
        WHERE own.member {_THEIRS} AND own.named = 1 AND whole.state IN ('adopted', 'shipped') GROUP BY own.member
    """,
    "events_attended": f"""
        SELECT member, count(*) AS n FROM event_seat
        WHERE member {_THEIRS} AND came_at IS NOT NULL AND taken_back_at IS NULL GROUP BY member
    """,
    "events_spoken": f"""
        SELECT spoken_by AS member, count(*) AS n FROM event
        WHERE spoken_by {_THEIRS} AND settled_at IS NOT NULL GROUP BY spoken_by
    """,
    "best_assists": f"""
        SELECT member, count(*) AS n FROM best_assist WHERE member {_THEIRS} AND taken_back_at IS NULL GROUP BY member
    """,
    "mentored": f"""
        SELECT member, count(DISTINCT newcomer) AS n FROM (
        SELECT mentor AS member, newcomer FROM mentoring WHERE mentor {_THEIRS} AND {_ACCOMPANIED}
        UNION SELECT handed_by, newcomer FROM mentoring WHERE handed_by {_THEIRS} AND {_ACCOMPANIED}) AS accompanied
        GROUP BY member
    """,
    "team_projects": f"""
        SELECT member, count(*) AS n FROM teammate
        WHERE member {_THEIRS} AND shared_at IS NOT NULL AND taken_back_at IS NULL GROUP BY member
    """,
    "quizzes_passed": f"SELECT member, count(*) AS n FROM {_PASSED_QUIZ} GROUP BY member",
    "certified": f"SELECT member, count(*) AS n FROM {_PASSED_QUIZ} AND certifies = 1 GROUP BY member",
    "step_days": f"SELECT member, (:now - given_at) / 86400 AS n FROM trust WHERE member {_THEIRS}",
}
Figures = dict[str, int]


def between(tx: Tx, names: Iterable[str], first: int, last: int, now: int) -> dict[int, Figures]:
    """Those figures of the members from one number to another that have any, as of `now` (UTC seconds)."""
    found: dict[int, Figures] = {}
    for name in names:
        for member, much in tx.all(_FIGURES[name], first=first, last=last, now=now):
            found.setdefault(member, {})[name] = much
    return found


def of_member(tx: Tx, names: Iterable[str], member: int, now: int) -> Figures:
    """Those figures of one member."""
    return between(tx, names, member, member, now).get(member, {})


def people_helped(tx: Tx, member: int, now: int) -> int:
    """How many different people the member has helped."""
    return of_member(tx, ("people_helped",), member, now).get("people_helped", 0)


def events_spoken(tx: Tx, member: int, now: int) -> int:
    """At how many events the member has spoken."""
    return of_member(tx, ("events_spoken",), member, now).get("events_spoken", 0)
