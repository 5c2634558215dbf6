"""What staff have been asked about titles of the tracks."""

import json
from typing import Any

from rules.works.challenge import SkillTrack
from rules.works.track_title import TitleProposal, TitleQuestion
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx
from storage.works import desk_proposals
from storage.works.desk_proposals import ProposalKind


def _read(row: Any) -> TitleQuestion:
    return TitleQuestion(SkillTrack(row.track), row.stood_on, row.title, json.loads(row.needs), rises=bool(row.rises))


def _written(question: TitleQuestion) -> dict[str, Any]:
    return {
        "track": question.track.value,
        "stood_on": question.stood_on,
        "title": question.title,
        "rises": int(question.rises),
        "needs": json.dumps(question.needs),
    }


KIND = ProposalKind("title_proposal", ("track", "stood_on", "title", "rises"), _read, _written)


def last(tx: Tx, member: int, question: TitleQuestion) -> TitleProposal | None:
    """The latest time that the same was asked: up to that title, or away from it."""
    column, title = ("title", question.title) if question.rises else ("stood_on", question.stood_on)
    found = desk_proposals.latest(
        tx,
        KIND,
        f"member = :member AND track = :track AND rises = :rises AND {column} = :title",
        member=member,
        track=question.track.value,
        rises=int(question.rises),
        title=title,
    )
    return found[0] if found else None


OWN = (
    Own("title_proposal", whose="member = :member AND settled_at IS NOT NULL", but=("card", "shown"), fate=STAYS),
    Own("title_proposal", "settled_by", but=("needs", "card", "shown"), fate=STAYS),
)
