"""The buttons below a work that was just handed in: made with what its author was lent or given. No feature."""

from actions.offers import resource_made
from handlers.effects import Button
from rules.people import Member
from storage.engine.tx import Tx


def with_what(tx: Tx, member: Member, submission: int) -> tuple[tuple[Button], ...]:
    """A button for each thing that they have or had lately; none for whoever has none."""
    return tuple(
        (
            Button(
                "resource/made_with",
                "resource.made_link",
                {"application": thing.application, "submission": submission},
                thing,
                once=False,
            ),
        )
        for thing in resource_made.had(tx, member, submission)
    )


BELOW_A_WORK = with_what
