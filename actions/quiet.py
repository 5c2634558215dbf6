"""Quiet: a member who hears from the bot only what they asked for."""

from rules.people import Member
from storage import members
from storage.tx import Tx


def toggle(tx: Tx, member: Member) -> bool:
    """Switch quiet on or off; whether it is on now."""
    members.set_quiet(tx, member.id, not member.quiet)
    return not member.quiet
