"""What has to have happened once in the fortnight that a demo begins with, by what the database holds of it."""

from storage.engine.tx import Tx

# Whom it is told to, and what stands beside their name in Telegram, is part of it; whoever reads the words reads the season.
HAPPENINGS = {
    "a promotion that was told, with the tag of that level or a higher honour beside the name": """
        SELECT count(*) FROM promotion JOIN membership ON membership.member = promotion.member
        WHERE told_at IS NOT NULL AND tag IS NOT NULL AND tag = tag_ours AND tagged_at >= reached_at
    """,
    "an invitation into the core group that its own guest has used": """
        SELECT count(*) FROM core_invitation JOIN core_standing ON core_standing.member = core_invitation.member
        WHERE core_invitation.state = 'used' AND used_by = core_invitation.member AND entered_at IS NOT NULL
    """,
    "a badge that was earned by deeds, and told": """
        SELECT count(*) FROM badge WHERE state = 'held' AND told_at IS NOT NULL AND given_by IS NULL
    """,
    "nominations, a vote of enough members that was counted, and the award given to whom it was for": """
        SELECT count(*) FROM award_round JOIN ballot ON ballot.id = award_round.ballot
        JOIN honour ON honour.round = award_round.id
        JOIN award_candidate ON award_candidate.round = award_round.id AND award_candidate.member = honour.member
        JOIN ballot_count ON ballot_count.ballot = ballot.id AND ballot_count.choice = award_candidate.choice
        WHERE award_round.state = 'given' AND closed_at IS NOT NULL AND honour.revoked_at IS NULL
        AND votes = (SELECT max(votes) FROM ballot_count AS every WHERE every.ballot = ballot.id)
        AND quorum <= (SELECT sum(votes) FROM ballot_count AS every WHERE every.ballot = ballot.id)
        AND EXISTS (SELECT 1 FROM nomination WHERE nomination.round = award_round.id AND nominee = honour.member)
    """,
    "a discovery that members have picked, staff have featured and its author let go to the channel": """
        SELECT count(*) FROM feature JOIN showcase ON showcase.kind = 'discovery' AND showcase.number = feature.id
        JOIN showcase_channel ON showcase_channel.kind = showcase.kind AND showcase_channel.number = showcase.number
        WHERE taken_back_at IS NULL AND withdrawn_at IS NULL AND feature.share IS NULL
    """,
    "a step of trust that was earned, proposed and confirmed by somebody else": """
        SELECT count(*) FROM trust_proposal JOIN trust ON trust.proposal = trust_proposal.id
        WHERE trust_proposal.state = 'confirmed' AND trust.step = trust_proposal.step AND settled_by <> trust_proposal.member
    """,
    "a warning": "SELECT count(*) FROM sanction WHERE grade = 'warning' AND state = 'over'",
    "a sanction that somebody who was not involved has shortened on appeal, and that is over": """
        SELECT count(*) FROM appeal JOIN sanction ON sanction.id = appeal.sanction
        WHERE appeal.state = 'shortened' AND sanction.state = 'over' AND sanction.until < sanction.at + sanction.length_s
        AND appeal.decided_by <> sanction.actor
    """,
    "an anonymous ticket, of nobody to this day, that was adopted and has shipped": """
        SELECT count(*) FROM feedback
        WHERE anonymous = 1 AND member IS NULL AND state = 'shipped' AND version <> '' AND note <> ''
    """,
}


def missing(tx: Tx) -> list[str]:
    """Of those what has not happened."""
    return [what for what, counted in HAPPENINGS.items() if not tx.value(counted)]
