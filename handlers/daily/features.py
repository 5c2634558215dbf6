"""The features of this area. Their order decides nothing."""

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

FEATURES = (
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
