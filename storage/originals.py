"""Whose a picture, a file or a text is: who showed it first, as a share, an idea, a draft, a work, an answer to a brief, or
a discovery, or just posted it in a group.
"""

from rules.daily.share import TELLING, WORDS, words_mark
from storage.engine.tx import Tx

_SHOWN = """
SELECT share.member, 0 AS challenge FROM share_mark JOIN share ON share.id = share_mark.share WHERE share_mark.mark = :mark
UNION ALL SELECT idea.member, 0 FROM idea_mark JOIN idea ON idea.id = idea_mark.idea WHERE idea_mark.mark = :mark
UNION ALL SELECT submission.member, submission.challenge FROM challenge_file
JOIN submission ON submission.id = challenge_file.submission WHERE challenge_file.unique_id = :mark
"""
_BESIDE = """
SELECT look.member, look.challenge FROM look_file JOIN look ON look.id = look_file.look WHERE look_file.unique_id = :mark
UNION ALL SELECT cocreation_answer.member, 0 FROM cocreation_file
JOIN cocreation_answer ON cocreation_answer.id = cocreation_file.answer WHERE cocreation_file.unique_id = :mark
UNION ALL SELECT feature.member, 0 FROM feature_file
JOIN feature ON feature.id = feature_file.feature WHERE feature_file.unique_id = :mark
"""
# What the team of a project posts belongs to all of them, too; and nobody takes a draft from its author by posting it.
_POSTED = f"""
SELECT posted_file.member, 0 AS challenge FROM posted_file WHERE posted_file.unique_id = :mark
AND NOT EXISTS (SELECT 1 FROM challenge WHERE challenge.id = :challenge AND challenge.project IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM ({_SHOWN} UNION ALL {_BESIDE}) own WHERE own.member = :member)
"""
_OTHER_PIECES = """
SELECT piece.id FROM challenge piece JOIN challenge asked ON asked.project = piece.project
WHERE asked.id = :challenge AND piece.id <> :challenge
"""


def of_another(tx: Tx, member: int, mark: str, challenge: int = 0) -> bool:
    """Whether somebody else than the member has shown or posted it before, as a draft or to a brief too; it stays theirs when
    they withdraw.

    For a `challenge` that is a piece of a team project, what the team showed for another piece of it belongs to all of them.
    """
    found = tx.one(
        f"SELECT 1 AS yes FROM ({_SHOWN} UNION ALL {_BESIDE} UNION ALL {_POSTED}) shown"
        f" WHERE shown.member <> :member AND shown.challenge NOT IN ({_OTHER_PIECES}) LIMIT 1",
        mark=mark,
        member=member,
        challenge=challenge,
    )
    return found is not None or (mark.startswith(WORDS) and _featured_of_another(tx, member, mark))


def _featured_of_another(tx: Tx, member: int, mark: str) -> bool:
    """Whether these words are featured as somebody else's; few words may be anybody's."""
    rows = tx.each(
        "SELECT text FROM feature WHERE member <> :member AND taken_back_at IS NULL AND length(text) >= :telling",
        member=member,
        telling=TELLING,
    )
    return any(words_mark(row.text) == mark for row in rows)


def of_own(tx: Tx, member: int, mark: str) -> bool:
    """Whether the member has shown it before; not counting works that they have withdrawn."""
    found = tx.one(
        f"SELECT 1 AS yes FROM ({_SHOWN} AND submission.standing <> 'withdrawn') shown"
        " WHERE shown.member = :member LIMIT 1",
        mark=mark,
        member=member,
    )
    return found is not None
