"""Quiet: how much a member wants to hear unasked."""

from rules.note import WANTED, Matter, Quiet
from rules.people import Member
from storage import members, notes
from storage.engine.tx import Tx


def choose(tx: Tx, member: Member, quiet: Quiet) -> None:
    """That much from now on; what waits and is not wanted any more is not told."""
    members.set_quiet(tx, member.id, quiet)
    notes.drop(tx, member.id, set(Matter) - WANTED[quiet])
