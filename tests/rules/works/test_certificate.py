"""A certificate is good for what the brand has declared: steps, offices, badges."""

from rules.programme.badges import Badge, Badges
from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.mentors import Mentors
from rules.programme.programme import Programme
from rules.programme.topic_moderators import TopicModerators
from rules.programme.trust import TrustLadder
from rules.programme.wording import Wording
from rules.works.certificate import Certificate, CertificateUse, certificate

NEEDS = Needs({"certified": 1})


def test_where_nothing_asks_for_it_it_is_good_for_nothing_in_particular() -> None:
    assert certificate(Programme()) == Certificate()


def test_every_step_and_office_that_asks_for_it_is_named_and_every_badge() -> None:
    programme = Programme(
        trust=TrustLadder(framework=NEEDS, open=NEEDS),
        mentors=Mentors(needs=NEEDS),
        topic_moderators=TopicModerators(needs=NEEDS),
        council=Council(needs=NEEDS),
        badges=Badges((Badge("knows", Wording("懂车"), "🎓", needs=NEEDS),)),
    )
    assert certificate(programme) == Certificate(tuple(CertificateUse), (Wording("懂车"),))


def test_what_asks_for_something_else_is_not_named() -> None:
    programme = Programme(trust=TrustLadder(framework=Needs({"tenure_days": 1}), open=NEEDS))
    assert certificate(programme).uses == (CertificateUse.OPEN,)
