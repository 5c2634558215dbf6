"""Whose a picture, a file or a text is: who showed it first, as a share, an idea, a draft or a work for a challenge."""

from storage.engine.tx import Tx

_SHOWN = """
SELECT share.member FROM share_mark JOIN share ON share.id = share_mark.share WHERE share_mark.mark = :mark
UNION ALL SELECT idea.member FROM idea_mark JOIN idea ON idea.id = idea_mark.idea WHERE idea_mark.mark = :mark
UNION ALL SELECT submission.member FROM challenge_file JOIN submission ON submission.id = challenge_file.submission
WHERE challenge_file.unique_id = :mark
"""
_DRAFTED = "SELECT look.member FROM look_file JOIN look ON look.id = look_file.look WHERE look_file.unique_id = :mark"


def of_another(tx: Tx, member: int, mark: str) -> bool:
    """Whether somebody else than the member has shown it before, as a draft too; it stays theirs when they withdraw the work."""
    found = tx.one(
        f"SELECT 1 AS yes FROM ({_SHOWN} UNION ALL {_DRAFTED}) shown WHERE shown.member <> :member LIMIT 1",
        mark=mark,
        member=member,
    )
    return found is not None


def of_own(tx: Tx, member: int, mark: str) -> bool:
    """Whether the member has shown it before; not counting works that they have withdrawn."""
    found = tx.one(
        f"SELECT 1 AS yes FROM ({_SHOWN} AND submission.standing <> 'withdrawn') shown"
        " WHERE shown.member = :member LIMIT 1",
        mark=mark,
        member=member,
    )
    return found is not None
