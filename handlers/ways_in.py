"""The ways into the brand's groups, for one who is in none."""

from collections.abc import Sequence

from handlers.effects import Keyboard, Link
from rules.refusals import Meeting


def ways_in(groups: Sequence[Meeting]) -> Keyboard:
    """A button for each group that anybody can enter; where there is none, one to the staff."""
    open_ = [[Link("covenant/open_group", url=group.way_in, outcome=group)] for group in groups if group.way_in]
    return open_ or ((Link("/contact", start="contact"),),)
