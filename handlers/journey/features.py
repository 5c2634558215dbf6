"""The features of this area. Their order decides nothing."""

from handlers.journey import (
    alumni,
    checklist,
    council,
    council_proposal,
    council_seat,
    council_veto,
    council_vote,
    newpreference,
    pipeline,
    preference,
    radar,
    scout,
    stage,
)

FEATURES = (
    alumni,
    checklist,
    council,
    council_proposal,
    council_seat,
    council_veto,
    council_vote,
    newpreference,
    pipeline,
    preference,
    radar,
    scout,
    stage,
)
