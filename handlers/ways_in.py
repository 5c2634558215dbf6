"""The ways into the brand's groups, for one who is in none."""

from collections.abc import Sequence

from handlers.call import Call
from handlers.effects import Keyboard, Link
from handlers.routes import REVIEWERS
from rules.refusals import Meeting


def of_the_team(call: Call) -> bool:
    """Whether the caller works for the community, at its desk."""
    return not call.roles.isdisjoint(REVIEWERS)


def outside(call: Call) -> bool:
    """Whether the caller is in none, and is not of the team: nothing of what members do and say is theirs to read."""
    return call.member.home is None and not of_the_team(call)


def ways_in(groups: Sequence[Meeting]) -> Keyboard:
    """A button for each group that anybody can enter; where there is none, one to the staff."""
    open_ = [[Link("covenant/open_group", url=group.way_in, outcome=group)] for group in groups if group.way_in]
    return open_ or ((Link("/contact", start="contact"),),)
